"""The levels of a pair as small numbers: a byte for each question, so that a million pairs fit into memory.

A pair's answers read like a mapping from question to level. Which number stands for which level is told here and
nowhere else; weights and files know levels by their names only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from divergence.facts import KINDS
from divergence.link.comparisons import (
    ANCHORED,
    COMPARISONS,
    COUNTS,
    VALUE_COMPARISONS,
    bin_levels,
)

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Codes = NDArray[numpy.uint8]
    Floats = NDArray[numpy.float64]

PROSE = (0.7, 0.5, 0.4, 0.32, 0.26, 0.2, 0.15, 0.1, 0.05)
"""Lower bounds of the levels of a similarity of sentences or paragraphs."""
MEANING = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
"""Lower bounds of the levels of a nearness in meaning."""
LEAD = (3.0, 1.5, 0.7, 0.2, 0.0, -0.7, -1.5, -3.0)
"""Lower bounds of the levels of a lead over rivals, in log-odds."""
FIT = (3.0, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0, -2.5, -3.0, -4.0, -5.0)
"""Lower bounds of the levels of a fit, in log-odds."""
MEANING_LEAD = (0.3, 0.15, 0.05, 0.0, -0.05, -0.15, -0.3)
"""Lower bounds of the levels of a lead in meaning."""
RANK = (40.0, 20.0, 10.0, 5.0, 3.0, 2.0, 1.0)
"""Lower bounds of the levels of a rank, counted from 0."""

LEVELS: Mapping[str, tuple[str, ...]] = {
    **{question.name: question.levels for question in COMPARISONS},
    "kind": tuple(kind.value for kind in KINDS),
    "times": ANCHORED,
    "places": ANCHORED,
    "when": ANCHORED,
    "prose": bin_levels(PROSE),
    "passage": bin_levels(PROSE),
    "meaning": (*bin_levels(MEANING), "unknown"),
    "meaning lead": (*bin_levels(MEANING_LEAD), "unknown"),
    "fit": bin_levels(FIT),
    "rank": (*bin_levels(RANK), "agrees"),
    "rivals": bin_levels(LEAD),
    "witness": (*bin_levels(LEAD), "none"),
    "support": COUNTS,
    **{question.name: question.levels for question in VALUE_COMPARISONS},
}
"""Every question that is asked of a pair and the levels of its answer."""
COLUMN = {name: number for number, name in enumerate(LEVELS)}
UNASKED = 255
"""Stands where a question has no answer yet."""
NO_LEVEL = 254
"""Stands for a level that its question does not have."""
_CODES = {name: {level: code for code, level in enumerate(levels)} for name, levels in LEVELS.items()}


class Levels(Mapping[str, str]):
    """The level of every comparison of a pair, by its name."""

    __slots__ = ("codes",)

    def __init__(self, codes: bytes) -> None:
        self.codes = codes

    def __getitem__(self, name: str) -> str:
        code = self.codes[COLUMN[name]]
        if code == UNASKED:
            raise KeyError(name)
        return LEVELS[name][code]

    def __iter__(self) -> Iterator[str]:
        return (name for name, code in zip(LEVELS, self.codes, strict=True) if code != UNASKED)

    def __len__(self) -> int:
        return len(self.codes) - self.codes.count(UNASKED)


def code_of(name: str, level: str) -> int:
    """The number of a level among those of its question."""
    return _CODES.get(name, {}).get(level, NO_LEVEL)


def codes_by_level(name: str) -> Mapping[str, int]:
    """The numbers of a question's levels, by their names."""
    return _CODES.get(name, {})


def codes_of(rows: Sequence[Mapping[str, str]]) -> Codes:
    """A line for each pair, a column for each question."""
    import numpy as np

    lines = (row.codes if isinstance(row, Levels) else _encoded(row) for row in rows)
    return np.frombuffer(b"".join(lines), np.uint8).reshape(len(rows), len(LEVELS))


def _encoded(row: Mapping[str, str]) -> bytes:
    return bytes(code_of(name, row[name]) if name in row else UNASKED for name in LEVELS)


def bin_codes(values: Floats, bounds: Sequence[float]) -> Codes:
    """The numbers of the levels of many figures among descending lower bounds; see ``comparisons.bin_of``."""
    import numpy as np

    return (len(bounds) - np.searchsorted(np.array(bounds[::-1]), values, side="right")).astype(np.uint8)

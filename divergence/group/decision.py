"""The learnt decision on a pair: small decision trees over its measures, in a file that can be read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

from divergence.group.likeness import MEASURES

if TYPE_CHECKING:
    from divergence.group.likeness import Floats

Question: TypeAlias = "float | tuple[int, float, Question, Question]"
"""Log-odds, or (column, limit, tree where the measure is at most that, tree where it is more)."""


@dataclass(frozen=True, slots=True)
class PairDecision:
    """Everything learnt that grouping uses."""

    trees: tuple[Question, ...]
    start: float
    """Log-odds before any tree."""
    cut: float
    """Mean probability over all their pairs from which on two groups of articles are one story."""

    def probabilities(self, lines: Floats) -> Floats:
        """For each pair how likely it is that both articles tell one story."""
        import numpy as np

        total = np.full(len(lines), self.start)
        for tree in self.trees:
            total += _leaves(tree, lines)
        return np.asarray(1 / (1 + np.exp(-total)), dtype=float)


def _leaves(tree: Question, lines: Floats) -> Floats:
    import numpy as np

    if not isinstance(tree, tuple):
        return np.full(len(lines), tree)
    column, limit, low, high = tree
    return np.where(lines[:, column] <= limit, _leaves(low, lines), _leaves(high, lines))


def _read(data: float | Sequence[object]) -> Question:
    if isinstance(data, list):
        name, limit, low, high = data
        return MEASURES.index(name), float(limit), _read(low), _read(high)
    return float(str(data))


def read_decision(text: str) -> PairDecision:
    """A decision from its JSON file."""
    data = json.loads(text)
    return PairDecision(tuple(_read(tree) for tree in data["trees"]), float(data["start"]), float(data["cut"]))


@cache
def shipped() -> PairDecision:
    """The decision that comes with the package."""
    return read_decision((resources.files("divergence.group") / "decision.json").read_text(encoding="utf-8"))

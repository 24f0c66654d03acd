"""What is asked of two figures, answered for all pairs at once: hardly two pairs of a story have the same figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from divergence.lexicon.groups import GENERAL
from divergence.link.comparisons import RATIO, ends
from divergence.link.context import Context
from divergence.link.levels import bin_codes, code_of
from divergence.model.fact import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from divergence.link.levels import Codes, Floats
    from divergence.link.paired import Numbers


def scopes(contexts: Sequence[Context], left: Numbers, right: Numbers) -> Codes:
    """The numbers of the levels of *scope*."""
    import numpy as np

    low, high = _ends(contexts)
    counts = np.array([c.mention.kind is Kind.NUMBER for c in contexts], np.bool_) & ~np.isnan(low)
    general = np.array([c.mention.slot.head in GENERAL for c in contexts], np.bool_)
    larger = np.where(general[left], low[left] >= high[right], low[right] >= high[left])
    told = np.where(larger, code_of("scope", "general larger"), code_of("scope", "particular larger"))
    told = np.where(general[left] == general[right], code_of("scope", "alike"), told)
    return np.where(counts[left] & counts[right], told, code_of("scope", "no count")).astype(np.uint8)


def ratios(contexts: Sequence[Context], left: Numbers, right: Numbers) -> Codes:
    """The numbers of the levels of *ratio*."""
    import numpy as np

    figures = np.abs(_ends(contexts)[0])
    ours, theirs = figures[left], figures[right]
    small, large = np.minimum(ours, theirs), np.maximum(ours, theirs)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = large / small
    first = code_of("ratio", f">={RATIO[0]:g}")
    told = first + bin_codes(np.where(np.isnan(times), -np.inf, times), RATIO)
    told = np.where(small == 0, code_of("ratio", "zero"), told)
    return np.where(np.isnan(small), code_of("ratio", "no figures"), told).astype(np.uint8)


def _ends(contexts: Sequence[Context]) -> tuple[Floats, Floats]:
    """Both ends of each context's figure; not a number where it has none."""
    import numpy as np

    found = np.array([ends(c.mention) or (math.nan, math.nan) for c in contexts], np.float64)
    return found[:, 0], found[:, 1]


AT_ONCE: Mapping[str, Callable[[Sequence[Context], Numbers, Numbers], Codes]] = {"scope": scopes, "ratio": ratios}
"""What answers a question for all pairs, by its name."""

"""Cosines of many pairs of vectors at once, each to the last bit what adding up term by term gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]
    Numbers = NDArray[numpy.int64]

AT_ONCE = 64
"""First vectors that are laid out with a place for every term."""


def cosines(vectors: Sequence[Mapping[str, float]], left: Numbers, right: Numbers) -> Floats:
    """How alike the vectors at two positions are, for many two positions; the vectors are of unit length."""
    import numpy as np

    known: dict[str, int] = {}
    columns = np.array([known.setdefault(term, len(known)) for v in vectors for term in v], np.int64)
    weights = np.array([weight for v in vectors for weight in v.values()], np.float64)
    sizes = np.array([len(v) for v in vectors], np.int64)
    ends = np.cumsum(sizes)
    order = np.argsort(left, kind="stable")
    found = np.zeros(len(left))
    for first in range(0, len(vectors), AT_ONCE):
        own = order[slice(*np.searchsorted(left[order], (first, first + AT_ONCE)))]
        if not len(own):
            continue
        laid_out = np.zeros((AT_ONCE, len(known)))
        for row, end in enumerate(ends[first : first + AT_ONCE].tolist()):
            cells = slice(end - sizes[first + row], end)
            laid_out[row, columns[cells]] = weights[cells]
        lengths = sizes[right[own]]
        pair = np.repeat(np.arange(len(own)), lengths)
        cell = np.arange(len(pair)) + np.repeat(ends[right[own]] - np.cumsum(lengths), lengths)
        products = laid_out[left[own][pair] - first, columns[cell]] * weights[cell]
        found[own] = np.bincount(pair, products, len(own))  # one after the other, as they stand
    return found

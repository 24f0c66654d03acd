"""Which passages of two articles tell the same: those that have their rare words in common.

All passages of both are first compared at once; only what may be alike is weighed word by word, in one order, so that
the last bit of a sum never decides.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float64]
    Numbers = NDArray[numpy.int64]

ALIKE = 0.4
"""Share of its rare words, by weight, that a passage must have in common with another to be aligned with it."""
SLACK = 1e-6
"""How much the first comparison may be wrong."""
LIGHT = frozenset(
    "the a an and or but of in on at to for by with from as is are was were be been has have had it its he she they his"
    " her their that this these those who which said says mr mrs ms dr will would than 's".split()
)
"""Words that two passages need not be alike to share."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all passages of one article."""

    passages: tuple[frozenset[str], ...]
    """The words of each passage."""
    spread: Counter[str]
    """In how many passages a word stands."""
    numbers: Numbers
    """The article's words by their numbers in the story, ascending."""
    columns: Numbers
    """For each word of the story its place among ``numbers``; below 0 where the article does not have it."""
    holds: Floats
    """One where a passage has a word, passages by words in the order of ``numbers``."""
    counts: Floats
    """In how many passages each word stands, in the order of ``numbers``."""
    telling: tuple[frozenset[str], ...]
    """The words of each passage that are not light."""


def index_words(articles: Sequence[Sequence[frozenset[str]]]) -> list[Words]:
    """The passages of each article, made ready to be compared with those of the others."""
    known: dict[str, int] = {}
    for passages in articles:
        for passage in passages:
            for word in sorted(passage):
                known.setdefault(word, len(known))
    return [_index(passages, known) for passages in articles]


def _index(passages: Sequence[frozenset[str]], known: dict[str, int]) -> Words:
    import numpy as np

    spread = Counter(word for passage in passages for word in passage)
    words = sorted(spread, key=known.__getitem__)
    column = {word: number for number, word in enumerate(words)}
    holds = np.zeros((len(passages), len(words)))
    for number, passage in enumerate(passages):
        holds[number, [column[word] for word in passage]] = 1
    telling = tuple(passage - LIGHT for passage in passages)
    numbers, columns = np.array([known[w] for w in words], np.int64), np.full(len(known), -1, np.int64)
    columns[numbers] = np.arange(len(words))
    return Words(tuple(passages), spread, numbers, columns, holds, holds.sum(axis=0), telling)


def counterparts(left: Words, right: Words) -> Iterator[tuple[int, int]]:
    """Passages that have their rare words in common, each with its best counterpart in the other article."""
    shares = _Shares(left, right)
    weighed = ((shares.of(number, other), number, other) for number, other in _likely(left, right))
    best_last = sorted((w for w in weighed if w[0] >= ALIKE), key=lambda w: (w[0], -w[1], -w[2]))
    ahead = {number: (number, other) for _, number, other in best_last}
    back = {other: (number, other) for _, number, other in best_last}
    yield from sorted({*ahead.values(), *back.values()})


def _likely(left: Words, right: Words) -> Iterable[tuple[int, int]]:
    """Pairs of passages that share a telling word and seem to share enough, in order."""
    import numpy as np

    columns = right.columns[left.numbers]
    ours = np.flatnonzero(columns >= 0)
    if not len(ours):
        return ()
    theirs = columns[ours]
    shared = left.counts[ours] + right.counts[theirs]
    weights = []
    for own, places in zip((left.counts, right.counts), (ours, theirs), strict=True):
        spread = own.copy()
        spread[places] = shared
        weights.append(np.log((len(left.passages) + len(right.passages) + 1) / spread))
    common = (left.holds[:, ours] * weights[0][ours]) @ right.holds[:, theirs].T
    least = np.minimum.outer(left.holds @ weights[0], right.holds @ weights[1])
    found = np.argwhere(common >= (ALIKE - SLACK) * least)
    return [(i, j) for i, j in found.tolist() if left.telling[i] & right.telling[j]]


class _Shares:
    """Shares of the lighter passage's weight, so that a headline finds its sentence."""

    def __init__(self, left: Words, right: Words) -> None:
        self._left, self._right = left, right
        self._passages = len(left.passages) + len(right.passages)
        self._totals: dict[frozenset[str], float] = {}
        self._weights: dict[int, float] = {}

    def of(self, number: int, other: int) -> float:
        """What two passages have in common, 0 to 1."""
        ours, theirs = self._left.passages[number], self._right.passages[other]
        if ours == theirs:
            return 1.0
        return self._weigh(ours & theirs) / min(self._weigh(ours), self._weigh(theirs))

    def _weigh(self, words: frozenset[str]) -> float:
        """The weight of some words together, added up in one order whatever the order of the set."""
        if words not in self._totals:
            self._totals[words] = sum(self._weight(w) for w in sorted(words))
        return self._totals[words]

    def _weight(self, word: str) -> float:
        spread = self._left.spread[word] + self._right.spread[word]
        if spread not in self._weights:
            self._weights[spread] = math.log((self._passages + 1) / spread)
        return self._weights[spread]

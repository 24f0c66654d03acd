"""Folds of whole stories: what two stories tell in the same words is never both learnt from and held out.

A collection often holds one happening twice: under two names, or as today's story and yesterday's, with the same agency
copy in both. Held out apart, the gate would be tried on sentences that it has seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from divergence.model.text import Story

SHARED = 2
"""Sentences that two stories may have in common: a quotation everybody has, say."""
LONG = 60
"""Characters from which a sentence is not the same by chance."""
OF_THE_OUTLET = 4
"""Stories in which a sentence may stand; one that stands in more is an offer or notice of the outlet."""
_END = re.compile(r"(?<=[.!?])\s+|\n+")


def folds_of(stories: Sequence[Story], folds: int) -> tuple[int, ...]:
    """The fold of each story, in turn; stories with sentences in common take that of the first of them."""
    return tuple(first % folds for first in firsts(stories))


def firsts(stories: Sequence[Story]) -> tuple[int, ...]:
    """For every story, the place of the first one that it shares sentences with, itself or through others."""
    first = list(range(len(stories)))
    for left, right in _twins([_sentences(s) for s in stories]):
        low, high = sorted((first[left], first[right]))
        first = [low if place == high else place for place in first]
    return tuple(first)


def _sentences(story: Story) -> frozenset[str]:
    said = (" ".join(s.lower().split()) for a in story.articles for s in _END.split(a.text))
    return frozenset(s for s in said if len(s) >= LONG)


def _twins(told: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """The stories that have more than a few sentences in common, two by two."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, sentences in enumerate(told):
        for sentence in sentences:
            where[sentence].append(place)
    shared = Counter(
        two for places in where.values() if len(places) <= OF_THE_OUTLET for two in combinations(places, 2)
    )
    return sorted(two for two, count in shared.items() if count > SHARED)

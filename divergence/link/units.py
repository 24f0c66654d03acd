"""Pairs to units: one unit for each fact, with all its readings, never pairs.

Flagged pairs that share a mention, or whose mentions state one value of one fact, belong to one unit; so do further
mentions that repeat a reading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from divergence.facts import fact_type
from divergence.link.candidates import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Mention

MERGING = frozenset({Relation.SAME, Relation.VARIANT})
"""Readings merge only on what is the same: *rounded* is not transitive (38, about 40, 43)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Mentions of several articles judged to state one fact, and the pair that decides its verdict."""

    mentions: tuple[Mention, ...]
    deciding: Pair
    score: float
    """The deciding pair's score in log-odds."""
    pairs: tuple[Pair, ...]
    """All flagged pairs of the unit, best first."""


class Groups:
    """Disjoint sets of mentions (union-find with path halving)."""

    def __init__(self) -> None:
        self._parent: dict[Mention, Mention] = {}

    def find(self, mention: Mention) -> Mention:
        """The representative of a mention's set."""
        parent = self._parent.setdefault(mention, mention)
        while parent != mention:
            self._parent[mention] = self._parent[parent]
            mention, parent = parent, self._parent[parent]
        return mention

    def join(self, a: Mention, b: Mention) -> None:
        """Make one set of the sets of two mentions; the earlier representative stays."""
        first, second = sorted((self.find(a), self.find(b)), key=position)
        self._parent[second] = first


def position(mention: Mention) -> tuple[str, int, int, str]:
    """Where a mention stands: the order of everything that is listed."""
    return mention.span.article, mention.span.start, mention.span.end, mention.kind.value


def build_units(flagged: Mapping[int, float], pairs: Sequence[Pair], joining: Iterable[Pair]) -> tuple[Unit, ...]:
    """Units from flagged pairs (index into ``pairs`` -> score) and from pairs that state one value of one fact."""
    groups = Groups()
    for index in flagged:
        groups.join(pairs[index].left.mention, pairs[index].right.mention)
    inside = {m for i in flagged for m in (pairs[i].left.mention, pairs[i].right.mention)}
    for pair in joining:
        left, right = pair.left.mention, pair.right.mention
        if pair.related.relation in MERGING and (left in inside or right in inside):
            groups.join(left, right)
            inside |= {left, right}
    members: dict[Mention, list[Mention]] = defaultdict(list)
    for mention in sorted(inside, key=position):
        members[groups.find(mention)].append(mention)
    decided: dict[Mention, list[int]] = defaultdict(list)
    for index in sorted(flagged, key=lambda i: (-flagged[i], i)):
        decided[groups.find(pairs[index].left.mention)].append(index)
    return tuple(
        Unit(tuple(members[key]), pairs[best[0]], flagged[best[0]], tuple(pairs[i] for i in best))
        for key, best in sorted(decided.items(), key=lambda item: position(item[0]))
    )


def readings_of(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    """Mentions grouped by their value in plain normal form, in the order of first appearance."""
    grouped: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=position):
        grouped[fact_type(mention.kind).phrase(mention)].append(mention)
    return {value: tuple(found) for value, found in grouped.items()}

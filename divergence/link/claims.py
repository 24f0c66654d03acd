"""Claimants' figures that differ while each article reports both: no quarrel of the articles, but told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence

from divergence.link.pairs import Pair
from divergence.link.units import Unit, position
from divergence.model.comparison import Relation
from divergence.model.fact import Kind


def told_by_both(settled: Sequence[Pair], pairs: Sequence[Pair]) -> tuple[Unit, ...]:
    """One unit for every two values that claimants give and that each article reports, with all who state them."""
    told: dict[tuple[Kind, frozenset[Hashable]], list[Pair]] = defaultdict(list)
    for pair in settled:
        values = frozenset({pair.left.mention.value, pair.right.mention.value})
        told[pair.left.mention.kind, values].append(pair)
    same = [p for p in pairs if p.related.relation is Relation.SAME and p.fit >= 0] if told else []
    found = []
    for apart in told.values():
        best = max(apart, key=lambda p: (p.fit, position(p.left.mention), position(p.right.mention)))
        named = {m for p in apart for m in (p.left.mention, p.right.mention)}
        again = {
            m for p in same for m in (p.left.mention, p.right.mention) if {p.left.mention, p.right.mention} & named
        }
        mentions = tuple(sorted(named | again, key=position))
        found.append(Unit(mentions, best, best.fit, tuple(apart), told_by_both=True))
    return tuple(sorted(found, key=lambda u: position(u.mentions[0])))

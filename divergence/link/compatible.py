"""Values that can both be right are told as one fact's only where that is sure.

*Half of the voters* and *nearly half of the members* can both be right, and nobody says the same. What is not surely
one fact is set aside with the reason, like a difference that is not flagged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from divergence.lexicon.groups import head_relation
from divergence.link.agreed import is_said_of_one_thing
from divergence.link.gate import Judged
from divergence.link.units import Unit
from divergence.model.comparison import NotFlagged
from divergence.model.fact import Kind, Mention

NOT_ONE = "both can be right, but they may be two facts"
SAME_WORDS = "the same words, read against articles of different days"
ONE_HEAD = frozenset({"same", "kindred", "general", "unsaid"})


def only_sure(judged: Judged) -> Judged:
    """What was judged, with the compatible values alone that are surely told of one fact."""
    kept, aside = [], []
    for unit in judged.compatible:
        reason = "" if unit.told_by_both else _doubt(unit)
        kept += [] if reason else [unit]
        aside += [
            NotFlagged(p.left.mention.kind, p.left.mention, p.right.mention, reason) for p in unit.pairs[:1] if reason
        ]
    return replace(judged, compatible=tuple(kept), not_flagged=(*judged.not_flagged, *aside))


def _doubt(unit: Unit) -> str:
    """Why a unit's values are not surely of one fact, or do not differ; empty where neither is so."""
    if unit.deciding.left.mention.kind is Kind.QUOTE:
        return ""
    if all(p.left.mention.text.casefold() == p.right.mention.text.casefold() for p in unit.pairs):
        return SAME_WORDS
    one = all(is_said_of_one_thing(p) for p in unit.pairs) and _is_of_one(unit.mentions)
    return "" if one else NOT_ONE


def _is_of_one(mentions: Sequence[Mention]) -> bool:
    """Whether every two articles speak of one thing and one outcome."""
    return all(
        a.slot.outcome == b.slot.outcome and head_relation(a.slot.head, b.slot.head) in ONE_HEAD
        for a, b in combinations(mentions, 2)
        if a.kind is Kind.NUMBER
    )

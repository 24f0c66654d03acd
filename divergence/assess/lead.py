"""A lead as a reader is told it: the pair of sentences that makes it one, and what else says the same of one thing.

Two values are one lead, however many sentences give them; but *two boats* and *two of the crew* are no one reading, and
a card that lists both under one heading says what no article does.
"""

from __future__ import annotations

from dataclasses import replace

from divergence.link.units import Unit, position
from divergence.model.fact import Mention


def is_doubtful(unit: Unit) -> bool:
    """Whether a unit may be of two facts, so that nothing may be said of whose figures differ, or why."""
    return unit.is_lead and not unit.deciding.frame and not unit.told_by_both


def as_told(unit: Unit) -> Unit:
    """A unit with what its cards show; a doubtful one keeps what is said of the same thing as its deciding pair."""
    if not is_doubtful(unit):
        return unit
    first = unit.deciding.left.mention, unit.deciding.right.mention
    mentions = {*first, *(m for m in unit.mentions if any(_says_the_same(m, one) for one in first))}
    pairs = tuple(p for p in unit.pairs if {p.left.mention, p.right.mention} <= mentions)
    return replace(unit, mentions=tuple(sorted(mentions, key=position)), pairs=pairs)


def _says_the_same(mention: Mention, one: Mention) -> bool:
    """Whether two mentions give one value of one thing, so far as both sentences say of what."""
    ours, theirs = mention.slot, one.slot
    return (
        mention.value == one.value
        and bool(ours.head or ours.outcome)
        and (ours.head, ours.outcome) == (theirs.head, theirs.outcome)
    )

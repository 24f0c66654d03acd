"""What the mentions of one fact are about, as the key that its id is made of."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.facts import fact_type
from divergence.facts.about.subject import MOST_QUALIFIERS
from divergence.model.fact import Mention


def subject(mentions: Sequence[Mention]) -> str:
    """What the values of one fact are about, from the fullest slot; the kind itself where no slot says anything."""
    fullest = max(sorted(mentions, key=lambda m: m.span), key=_fullness)
    return " ".join(fact_type(fullest.kind).subject(fullest.slot).split()) or fullest.kind.value


def _fullness(mention: Mention) -> int:
    slot = mention.slot
    return bool(slot.outcome) * 4 + bool(slot.head) * 3 + min(len(slot.qualifiers), MOST_QUALIFIERS)

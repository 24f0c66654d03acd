"""What the headings of several kinds are made of: questions that a reader understands without opening the sentences.

The slot that a kind's heading is asked of holds only what most of the mentions bear out; see ``assess.heading``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from divergence.facts.about.subject import MOST_QUALIFIERS, SCOPES
from divergence.facts.types import Neutral
from divergence.lexicon.plurals import plural
from divergence.model.fact import Slot


def about(what: str, thing: str, slot: Slot) -> Neutral:
    """Neutral words: what was given, and what the sentences are about where most of them say."""
    return Neutral(what, thing or slot.predicate)


def narrowed(slot: Slot) -> list[str]:
    """What narrows the head, without what the head and the outcome say."""
    return [q for q in slot.qualifiers if q not in {slot.head, slot.outcome, *SCOPES}][:MOST_QUALIFIERS]


def thing(slot: Slot) -> str:
    """The head with what narrows it."""
    return " ".join([*narrowed(slot), slot.head]) if slot.head else ""


def things(slot: Slot) -> str:
    """The same in the plural."""
    return " ".join([*narrowed(slot), plural(slot.head)]) if slot.head else ""


def most(words: Iterable[str]) -> str:
    """The word of more than half of the mentions, else nothing."""
    told = list(words)
    word, count = Counter(told).most_common(1)[0]
    return word if 2 * count > len(told) else ""

"""What a value is about, as the key that an id is made of; ``question`` has the words that a reader sees.

Words are base forms in lower case; ``language.capitals`` gives names their capitals back.
"""

from __future__ import annotations

from collections.abc import Callable

from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.plurals import plural
from divergence.model.fact import Slot

WITH_DOER = "with the attacker"
"""Qualifier of a count that takes in who did it."""
FURTHER = "other"
"""Qualifier of a count of further ones."""
SCOPES = frozenset({FURTHER, WITH_DOER})
"""Qualifiers that say which part is counted; they name nothing of what is counted."""
MOST_QUALIFIERS = 2
"""Words that narrow the head in a key; more would part one fact told by two articles."""


def counted(slot: Slot) -> str:
    """The people or things counted, with what happened to them."""
    if not slot.head:
        return slot.outcome or slot.predicate
    return f"{_thing(slot)} {'' if slot.outcome == slot.head else slot.outcome}"


def measured(word: str) -> Callable[[Slot], str]:
    """The key of a measure: ``sum: ransom``, ``how long: talk``."""

    def measure(slot: Slot) -> str:
        about = _thing(slot) or slot.predicate
        return f"{word}: {about}" if about else ""

    return measure


def happening(slot: Slot) -> str:
    """The thing or happening with the one word that narrows it most, else what the clause tells."""
    narrowing = max(slot.qualifiers, key=lambda q: (len(q), q), default="")
    return f"{narrowing} {slot.head}" if slot.head else slot.predicate


def asking(word: str) -> Callable[[Slot], str]:
    """The key of a point in time, an order or a place, or of a name: ``when: strike``."""

    def ask(slot: Slot) -> str:
        told = happening(slot)
        return f"{word}: {told}" if told else ""

    return ask


def held(what: str) -> Callable[[Slot], str]:
    """The key of what somebody has: ``age of john smith``."""

    def hold(slot: Slot) -> str:
        holder = slot.holder or slot.head
        return f"{what} of {holder}" if holder else ""

    return hold


def _thing(slot: Slot) -> str:
    """The head with what narrows it, in the plural where it counts people."""
    narrowing = [q for q in slot.qualifiers if q not in {slot.head, slot.outcome, *SCOPES}][:MOST_QUALIFIERS]
    return " ".join([*narrowing, plural(slot.head) if slot.head in PEOPLE else slot.head])

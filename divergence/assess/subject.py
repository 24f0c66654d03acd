"""What a value is about, as the key that an id is made of; ``heading`` has the words that a reader sees.

Words are base forms in lower case; ``language.capitals`` gives names their capitals back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from divergence.facts.quantity.counted import SCOPES
from divergence.lexicon.groups import PEOPLE
from divergence.model.fact import Kind, Mention, Slot

UNCHANGED = frozenset({"people", "police", "personnel", "staff", "crew", "dead", "wounded", "injured", "troops"})
IRREGULAR = {
    "person": "people",
    "life": "lives",
    "wife": "wives",
    "freshman": "freshmen",
    "man": "men",
    "woman": "women",
    "child": "children",
    "policeman": "policemen",
}
MOST_QUALIFIERS = 2


def subject(mentions: Sequence[Mention]) -> str:
    """What the values of one fact are about, from the fullest slot; the kind itself where no slot says anything."""
    fullest = max(sorted(mentions, key=lambda m: m.span), key=_fullness)
    return " ".join(SUBJECTS.get(fullest.kind, _happening)(fullest.slot).split()) or fullest.kind.value


def _fullness(mention: Mention) -> int:
    slot = mention.slot
    return bool(slot.outcome) * 4 + bool(slot.head) * 3 + min(len(slot.qualifiers), MOST_QUALIFIERS)


def _thing(slot: Slot) -> str:
    """The head with what narrows it, in the plural where it counts people."""
    narrowing = [q for q in slot.qualifiers if q not in {slot.head, slot.outcome, *SCOPES}][:MOST_QUALIFIERS]
    return " ".join([*narrowing, plural(slot.head) if slot.head in PEOPLE else slot.head])


def _counted(slot: Slot) -> str:
    if not slot.head:
        return slot.outcome or slot.predicate
    return f"{_thing(slot)} {'' if slot.outcome == slot.head else slot.outcome}"


def _lasting(slot: Slot) -> str:
    about = _thing(slot) or slot.predicate
    return f"how long: {about}" if about else ""


def _sum(slot: Slot) -> str:
    about = _thing(slot) or slot.predicate
    return f"sum: {about}" if about else ""


def _share(slot: Slot) -> str:
    about = _thing(slot) or slot.predicate
    return f"share: {about}" if about else ""


def _happening(slot: Slot) -> str:
    """The thing or happening with the one word that narrows it most, else what the clause tells."""
    narrowing = max(slot.qualifiers, key=lambda q: (len(q), q), default="")
    return f"{narrowing} {slot.head}" if slot.head else slot.predicate


def _asking(word: str) -> Callable[[Slot], str]:
    def ask(slot: Slot) -> str:
        told = _happening(slot)
        return f"{word}: {told}" if told else ""

    return ask


def _held(what: str) -> Callable[[Slot], str]:
    def hold(slot: Slot) -> str:
        holder = slot.holder or slot.head
        return f"{what} of {holder}" if holder else ""

    return hold


SUBJECTS: dict[Kind, Callable[[Slot], str]] = {
    Kind.NUMBER: _counted,
    Kind.MONEY: _sum,
    Kind.PERCENT: _share,
    Kind.DURATION: _lasting,
    Kind.ORDINAL: _asking("which"),
    Kind.DATE: _asking("when"),
    Kind.PLACE: _asking("where"),
    Kind.PERSON: _asking("who"),
    Kind.ORGANISATION: _asking("who"),
    Kind.AGE: _held("age"),
    Kind.ROLE: _held("post or title"),
    Kind.QUOTE: lambda slot: "words of one quotation",
}


def plural(noun: str) -> str:
    """The plural of an English noun for people, by rule with the common exceptions."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    if noun in UNCHANGED:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")

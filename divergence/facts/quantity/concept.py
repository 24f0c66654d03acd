"""What a sum, share or measure is about where its own phrase does not say: who got it, what it is, what it is for."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile, takewhile

from divergence.facts.about.slots import named_by
from divergence.language.grammar import patient, subject
from divergence.language.parsed import Parsed, Token
from divergence.model.fact import Slot

_GIVEN = frozenset("fine pay give award owe charge offer lend send sentence grant cost save hand".split())
"""Verbs with two objects, of which the first gets (or loses) the sum that is the second."""
_MOVED = frozenset("rose fell slid sank grew shrank dropped jumped climbed".split())
"""Past forms that are taken for nouns: ``Core inflation rose 0.3%``."""
_ORDERED = frozenset("order tell require force oblige compel ask command sentence condemn".split())
"""Verbs whose object is to do what the infinitive behind it says."""
_HEDGING = frozenset(
    "about around nearly almost roughly some up to at least most more less than over only just".split()
)
_STEPS = 6
"""How far up a tree, and how far right of an amount, its noun is looked for."""


def with_concept(parsed: Parsed, first: int, last: int, slot: Slot) -> Slot:
    """The slot of the amount in tokens ``[first, last)``; its head is filled where it was missing or wrong."""
    receiver = _receiver(parsed, first)
    if receiver is not None:
        return replace(named_by(parsed, slot, receiver, range(first, last)), holder="")
    if slot.head and slot.head not in _MOVED and slot.head != "%" and not _is_ordered(parsed, first):
        return slot
    found = _mover(parsed, first) or _carrier(parsed, first, last) or _purpose(parsed, last)
    return named_by(parsed, slot, found, range(first, last)) if found else slot


def _is_ordered(parsed: Parsed, first: int) -> bool:
    """Whether a sum hangs on an infinitive that somebody is ordered to do."""
    return _told_to(parsed, parsed.tokens[first].head) is not None


def _receiver(parsed: Parsed, first: int) -> Token | None:
    """The noun right before a sum behind a verb of giving: ``fined the bank £75,000 and its director £8,000``."""
    words = _before(parsed, first)
    if not words or not words[-1].tag.startswith("NN"):
        return None
    given = any(t.lemma in _GIVEN and t.pos == "VERB" for t in words[:-1])
    return words[-1] if given and _begins_phrase(words) else None


def _begins_phrase(words: tuple[Token, ...]) -> bool:
    """Whether the last noun's phrase stands without a preposition behind a verb, ``and`` or a comma."""
    at = len(words) - 1
    while at and (words[at].tag.startswith(("NN", "JJ", "DT", "PRP$", "POS"))):
        at -= 1
    given = words[at].pos == "VERB" and words[at].lemma in _GIVEN
    return given or words[at].lower in {"and", ","}


def _mover(parsed: Parsed, first: int) -> Token | None:
    """The noun before a verb of change that the parser took for a noun itself."""
    words = _before(parsed, first)
    if len(words) < 2 or words[-1].lower not in _MOVED:
        return None
    return words[-2] if words[-2].tag.startswith("NN") else None


def _before(parsed: Parsed, first: int) -> tuple[Token, ...]:
    """The words of the sentence before an amount, without the hedges right before it."""
    begin, end = parsed.sentences[parsed.tokens[first].sentence].first, first
    while end > begin and parsed.tokens[end - 1].lower in _HEDGING:
        end -= 1
    return parsed.tokens[begin:end]


def _carrier(parsed: Parsed, first: int, last: int) -> Token | None:
    """The subject of the nearest clause around an amount, its own included: ``the package was $4.2 million``."""
    index = first
    for _ in range(_STEPS):
        found = _told_to(parsed, index)
        found = subject(parsed, index) if found is None else found
        found = patient(parsed, index) if found is None else found
        if found is not None and not first <= found < last and parsed.tokens[found].pos in {"NOUN", "PROPN"}:
            return parsed.tokens[found]
        above = parsed.tokens[index].head
        if above == index:
            break
        index = above
    return None


def _told_to(parsed: Parsed, verb: int) -> int | None:
    """Who is ordered to pay: the object of the verb above an infinitive without a subject of its own."""
    above = parsed.tokens[parsed.tokens[verb].head]
    infinitive = any(parsed.tokens[c].lower == "to" and parsed.tokens[c].dep == "mark" for c in parsed.children[verb])
    if not infinitive or above.lemma not in _ORDERED:
        return None
    return next((c for c in parsed.children[above.index] if parsed.tokens[c].dep in ("obj", "nsubj:pass")), None)


def _purpose(parsed: Parsed, last: int) -> Token | None:
    """The noun that a sum is paid for, where it has no subject but a pronoun: ``paid $300 for a ticket``."""
    after = parsed.tokens[last : last + _STEPS]
    if not after or after[0].lower not in {"for", "in"}:
        return None
    rest = dropwhile(lambda t: t.tag in {"DT", "PRP$", "JJ"}, (t for t in after[1:] if t.sentence == after[0].sentence))
    return next(reversed([*takewhile(lambda t: t.tag.startswith("NN"), rest)]), None)

"""What a sum, share or measure is about where its own phrase does not say: who got it, what it is, what it is for."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile, takewhile

from divergence.facts.about.concept import receiver, told_to, words_before
from divergence.facts.about.slots import named_by
from divergence.language.grammar import patient, subject
from divergence.language.parsed import Parsed, Token
from divergence.model.fact import Slot

_MOVED = frozenset("rose fell slid sank grew shrank dropped jumped climbed".split())
"""Past forms that are taken for nouns: ``Core inflation rose 0.3%``."""
_STEPS = 6
"""How far up a tree, and how far right of an amount, its noun is looked for."""


def with_concept(parsed: Parsed, first: int, last: int, slot: Slot) -> Slot:
    """The slot of the amount in tokens ``[first, last)``; its head is filled where it was missing or wrong."""
    given_to = receiver(parsed, first)
    if given_to is not None:
        return replace(named_by(parsed, slot, given_to, range(first, last)), holder="")
    if slot.head and slot.head not in _MOVED and slot.head not in {"%", "percent"} and not _is_ordered(parsed, first):
        return slot
    found = _mover(parsed, first) or _carrier(parsed, first, last) or _purpose(parsed, last)
    return named_by(parsed, slot, found, range(first, last)) if found else slot


def _is_ordered(parsed: Parsed, first: int) -> bool:
    """Whether a sum hangs on an infinitive that somebody is ordered to do."""
    return told_to(parsed, parsed.tokens[first].head) is not None


def _mover(parsed: Parsed, first: int) -> Token | None:
    """The noun before a verb of change that the parser took for a noun itself."""
    words = words_before(parsed, first)
    if len(words) < 2 or words[-1].lower not in _MOVED:
        return None
    return words[-2] if words[-2].tag.startswith("NN") else None


def _carrier(parsed: Parsed, first: int, last: int) -> Token | None:
    """The subject of the nearest clause around an amount, its own included: ``the package was $4.2 million``."""
    index = first
    for _ in range(_STEPS):
        found = told_to(parsed, index)
        found = subject(parsed, index) if found is None else found
        found = patient(parsed, index) if found is None else found
        if found is not None and not first <= found < last and parsed.tokens[found].pos in {"NOUN", "PROPN"}:
            return parsed.tokens[found]
        above = parsed.tokens[index].head
        if above == index:
            break
        index = above
    return None


def _purpose(parsed: Parsed, last: int) -> Token | None:
    """The noun that a sum is paid for, where it has no subject but a pronoun: ``paid $300 for a ticket``."""
    after = parsed.tokens[last : last + _STEPS]
    if not after or after[0].lower not in {"for", "in"}:
        return None
    rest = dropwhile(lambda t: t.tag in {"DT", "PRP$", "JJ"}, (t for t in after[1:] if t.sentence == after[0].sentence))
    return next(reversed([*takewhile(lambda t: t.tag.startswith("NN"), rest)]), None)

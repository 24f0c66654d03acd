"""What a number counts, and the shortest phrase that carries both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.expressions import Expression, expressions, shifted
from divergence.facts.slots import mention, slot_at, token_at
from divergence.language.grammar import counted_noun, head_of
from divergence.language.parsed import Parsed, Token
from divergence.language.pipeline import blank_masked
from divergence.model.fact import Mention, Slot

_FARTHEST = 9
"""Tokens between a number and the end of the phrase that it counts; beyond, the phrase is the number alone."""
OTHERS = frozenset({"more", "other", "others", "another", "additional", "further", "extra"})
"""Words that set a count apart from one given before: ``five more``, ``12 others``."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A number's tokens ``[first, last)`` and the noun it counts, if any."""

    first: int
    last: int
    noun: int | None


def locate(parsed: Parsed, found: Expression) -> Counted:
    """Find the tokens of an expression, and what its number counts."""
    first, last = token_at(parsed, found.inner_start), token_at(parsed, found.inner_end - 1) + 1
    tried = (counted_noun(parsed, i) for i in (last - 1, first) if _is_number(parsed.tokens[i]))
    noun = next((n for n in tried if n is not None), None)
    return Counted(first, last, noun if noun is None or not first <= noun < last else None)


def sentence_expressions(parsed: Parsed) -> Iterator[Expression]:
    """Every number of an article with its unit and hedge, sentence by sentence, at offsets of the article."""
    text = blank_masked(parsed.article)
    for sentence in parsed.sentences:
        words = parsed.words(sentence)
        start, end = words[0].start, words[-1].end
        for found in expressions(text[start:end]):
            yield shifted(found, start)


def _is_number(token: Token) -> bool:
    return token.pos in {"NUM", "NOUN", "ADJ", "PRON", "DET", "SYM", "PROPN", "X"}


def is_follower(counted: Counted) -> bool:
    """Whether the counted noun stands close behind its number."""
    return counted.noun is not None and counted.last <= counted.noun < counted.last + _FARTHEST


def counted_slot(parsed: Parsed, counted: Counted) -> Slot:
    """The slot of a count: by its noun, else by the number's own place in the clause."""
    head = counted.noun if counted.noun is not None else counted.last - 1
    place = head if is_follower(counted) else counted.last - 1
    slot = slot_at(parsed, counted.first, counted.first if counted.noun is None else counted.last, place)
    if counted.noun is None:
        slot = replace(slot, head="", qualifiers=())
    elif place != head:
        noun = slot_at(parsed, counted.first, counted.last, head)
        slot = replace(slot, head=noun.head, qualifiers=noun.qualifiers)
    return _apart(parsed, counted, slot)


def _apart(parsed: Parsed, counted: Counted, slot: Slot) -> Slot:
    """Mark a count of further ones, so that ``12 others`` is not taken for all."""
    near = parsed.tokens[max(0, counted.first - 1) : counted.last + 2]
    if any(t.lower in OTHERS for t in near if t.sentence == parsed.tokens[counted.first].sentence):
        return replace(slot, qualifiers=tuple(sorted({*slot.qualifiers, "other"})))
    return slot


def counted_mention(parsed: Parsed, found: Expression, counted: Counted) -> Mention:
    """The mention of a count: the shortest phrase with its value and what is counted."""
    end = max(found.end, parsed.tokens[counted.noun].end) if counted.noun and is_follower(counted) else found.end
    made = mention(parsed, found.start, end, found.kind, found.value, found.rule)
    inner = (found.inner_start, found.inner_end)
    return replace(
        made,
        hedge=found.hedge,
        slot=counted_slot(parsed, counted),
        anchor=inner if inner != (found.start, end) else None,
    )


def amount_mention(parsed: Parsed, found: Expression) -> Mention:
    """The mention of a sum, share or measure: its slot says what it is of (``depth``, ``traffic``, ``haul``)."""
    first, last = token_at(parsed, found.start), token_at(parsed, found.end - 1) + 1
    made = mention(parsed, found.start, found.end, found.kind, found.value, found.rule)
    inner = (found.inner_start, found.inner_end)
    return replace(
        made,
        hedge=found.hedge,
        slot=slot_at(parsed, first, last, head_of(parsed, first, last)),
        anchor=inner if inner != (found.start, found.end) else None,
    )

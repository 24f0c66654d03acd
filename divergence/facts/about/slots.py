"""What a value is about, read from its clause: the counted noun, what narrows it, what happened to it, where it stands.

Every kind of fact fills its slots here, so that the gate compares a count with a count and a date with a date in the
same words. It reads dependency relations; a clause that the parser got wrong gives a poorer slot, never an error.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Iterator
from dataclasses import replace

from divergence.facts.about.clause import carrier_of, case_of, dependents, role_of
from divergence.facts.about.undergone import outcome_of, outcome_of_event
from divergence.language.grammar import is_modal, is_negated, patient, predicate, subject
from divergence.language.parsed import Parsed, Token
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span


def slot_at(parsed: Parsed, first: int, last: int, head: int) -> Slot:
    """The slot of the expression in tokens ``[first, last)`` whose syntactic head is token ``head``.

    A head outside the range is the counted noun (``23`` in ``23 soldiers``) and names the slot; a head inside it is the
    expression's own (``hours`` in ``nine hours``), and the slot is named by what the expression is said of: ``talk`` in
    both *nine hours of talks* and *talks lasting nine hours*.
    """
    counts = not first <= head < last
    governing = predicate(parsed, head)
    verb = parsed.tokens[governing] if governing is not None else None
    said_of = parsed.tokens[head] if counts else _said_of(parsed, range(first, last), head, verb)
    undergone = outcome_of(parsed, head) if counts else outcome_of_event(verb)
    return Slot(
        head=_called(parsed, said_of) if said_of else "",
        qualifiers=_qualifiers(parsed, said_of, range(first, last)) if said_of else (),
        outcome=undergone,
        predicate=verb.lemma if verb else "",
        role=role_of(parsed, head),
        holder=_holder(parsed, head, said_of, verb),
        negated=is_negated(parsed, head) or (verb is not None and is_negated(parsed, verb.index)),
        modal=verb is not None and is_modal(parsed, verb.index),
    )


def named_by(parsed: Parsed, slot: Slot, noun: Token, value: range) -> Slot:
    """The same slot, named by another noun than its own phrase gives; ``value`` are the amount's own tokens."""
    return replace(slot, head=_called(parsed, noun), qualifiers=_qualifiers(parsed, noun, value))


def _said_of(parsed: Parsed, own: range, head: int, verb: Token | None) -> Token | None:
    """The noun that an expression measures out or modifies, else the undergoer of its clause; never its own words."""
    above = parsed.tokens[carrier_of(parsed, head).head]
    candidates = [
        *(t for t in dependents(parsed, head, "nmod") if case_of(parsed, t.index) == "of"),
        above,
        _argument(parsed, own, verb) if verb else None,
    ]
    return next((t for t in candidates if t is not None and t.index not in own and t.tag.startswith("NN")), None)


def _argument(parsed: Parsed, own: range, verb: Token) -> Token | None:
    """A clause's undergoer, else its subject (``sessions`` in *sessions spanning 30 hours*); never the own words."""
    parties = (patient(parsed, verb.index), subject(parsed, verb.index))
    found = next((p for p in parties if p is not None and p not in own), None)
    return parsed.tokens[found] if found is not None and parsed.tokens[found].tag.startswith("NN") else None


def _qualifiers(parsed: Parsed, noun: Token, value: range) -> tuple[str, ...]:
    """What narrows a noun: adjectives, compounds, possessors, and names inside it; sorted, lower case."""
    beside = (t for t in _narrowing(parsed, noun) if t.index not in value)
    # *Wounded or captured 15 rebels* tells what was done: right before its figure no participle narrows a noun.
    done = value.start - 1 if noun.index >= value.stop else None
    found = {_printed(parsed, t) for t in beside if t.index != done or t.tag not in {"VBN", "VBD"}}
    return tuple(sorted(found - {""}))


def _narrowing(parsed: Parsed, noun: Token) -> Iterator[Token]:
    """The words that narrow a noun, and those joined to them (``Taliban and allied militants``)."""
    for token in dependents(parsed, noun.index, "amod", "compound", "nmod", "flat"):
        plain = token.dep == "nmod" and case_of(parsed, token.index) not in {"of", ""}
        if token.tag.startswith(("JJ", "NN", "VB")) and not plain:
            yield token
            yield from (t for t in dependents(parsed, token.index, "conj") if t.index < noun.index)


def _called(parsed: Parsed, noun: Token) -> str:
    """What names a slot: a noun's lemma, or the whole of a name."""
    return _printed(parsed, noun) if noun.pos == "PROPN" else noun.lemma


def _printed(parsed: Parsed, token: Token) -> str:
    """A qualifier in lower case; a name as a whole (``tehreek-e-taliban pakistan``)."""
    for name in parsed.names:
        if name.first <= token.index < name.last:
            return parsed.text(name.first, name.last).lower()
    return token.lower if token.tag.startswith(("NNP", "JJ", "VB")) else token.lemma


def _holder(parsed: Parsed, head: int, said_of: Token | None, verb: Token | None) -> str:
    """Whose value it is: the possessor, else the named party of the clause that the value belongs to."""
    owner = next(dependents(parsed, said_of.index, "nmod:poss"), None) if said_of else None
    if owner is not None and owner.tag.startswith("NN"):
        return _printed(parsed, owner)
    if said_of is not None and said_of.index == head:
        return ""
    party = _argument(parsed, range(0), verb) if verb else None
    if party is None or party.index == head or (said_of and party.index == said_of.index and party.tag == "NN"):
        return ""
    return _printed(parsed, party)


def sentence_span(parsed: Parsed, index: int) -> Span:
    """Where the sentence of token ``index`` stands in the article."""
    sentence = parsed.sentences[parsed.tokens[index].sentence]
    words = parsed.words(sentence)
    return Span(parsed.article.id, words[0].start, words[-1].end)


def token_at(parsed: Parsed, offset: int) -> int:
    """Index of the token at or last before a character offset."""
    return max(0, bisect_right(parsed.tokens, offset, key=lambda t: t.start) - 1)


def tokens_in(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """The tokens ``[first, last)`` that the characters ``[start, end)`` touch, at least one."""
    first = token_at(parsed, start)
    return first, max(first, token_at(parsed, max(start, end - 1))) + 1


def mention(parsed: Parsed, start: int, end: int, kind: Kind, value: Hashable, rule: str) -> Mention:
    """A mention of the characters ``[start, end)``, placed in its sentence and paragraph; exact and with an empty slot.

    The caller adds hedge, slot and anchor with ``dataclasses.replace``.
    """
    index = token_at(parsed, start)
    sentence = sentence_span(parsed, index)
    paragraph = parsed.sentences[parsed.tokens[index].sentence].paragraph
    span = Span(parsed.article.id, start, end)
    return Mention(kind, span, parsed.article.text[start:end], value, Hedge.EXACTLY, Slot(), sentence, paragraph, rule)

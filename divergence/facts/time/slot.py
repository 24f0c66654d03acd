"""The slot of an expression of time: what happened then, or lasted so long, and to whom."""

from __future__ import annotations

from dataclasses import replace

from divergence.facts.about.slots import slot_at
from divergence.facts.about.undergone import outcome_of_event
from divergence.language.clauses import patient, predicate, subject
from divergence.language.nouns import dependents, head_of
from divergence.language.parsed import Parsed, Token
from divergence.model.fact import Kind, Slot

NOT_IN_TIMES = frozenset({Kind.NUMBER, Kind.PLACE, Kind.ORGANISATION, Kind.PERSON})
"""Kinds that an expression of time rules out inside it: *half past nine* counts nothing, *Q3 FY2023* is no place."""
_STARTING = frozenset({"begin", "start", "try", "attempt", "continue"})
"""Verbs that only start the happening which their complement names."""
_REACH = 8
"""Tokens between ``when`` and its verb, at most."""


def time_slot(parsed: Parsed, first: int, last: int) -> Slot:
    """The slot of the tokens ``[first, last)``.

    Parsers take a bare day for a subject or object (``The navy said Sunday it had …``); then the clause's real
    undergoer or doer names the slot instead of the day itself. And in *They stood outside at 10:30 when someone
    opened fire* it is the shot that is timed: a clause with ``when`` right after the time names what happened.
    """
    head = head_of(parsed, first, last)
    slot = slot_at(parsed, first, last, head)
    told = _when_clause(parsed, last)
    if told is not None:
        return _happening(parsed, replace(slot, role="modifier"), told, range(first, last))
    own = {t.lemma for t in parsed.tokens[first:last]}
    if slot.head not in own and slot.holder not in own:
        return slot
    verb = predicate(parsed, head)
    kept = replace(slot, holder="" if slot.holder in own else slot.holder)
    kept = replace(kept, role="modifier" if slot.role in {"subject", "object"} else slot.role)
    party = None if verb is None else _party(parsed, verb, range(first, last))
    return replace(kept, head=party.lemma if party else "", qualifiers=())


def _when_clause(parsed: Parsed, last: int) -> int | None:
    """The verb of a clause with ``when`` that follows at once, comma or not."""
    for index in range(last, min(last + 2, len(parsed.tokens))):
        token = parsed.tokens[index]
        if token.lower == "when" and token.head > index and token.head - index <= _REACH:
            verb = parsed.tokens[token.head]
            inner = dependents(parsed, verb.index, "xcomp") if verb.lemma in _STARTING else ()
            return inner[0] if inner else verb.index
        if token.text not in {",", ")"}:
            return None
    return None


def _happening(parsed: Parsed, slot: Slot, verb: int, own: range) -> Slot:
    """The slot of what a verb tells: its lemma, its outcome, its undergoer."""
    token = parsed.tokens[verb]
    party = _party(parsed, verb, own)
    name = party.lemma if party else ""
    return replace(
        slot, head=name, qualifiers=(), predicate=token.lemma, outcome=outcome_of_event(token), holder=name, modal=False
    )


def _party(parsed: Parsed, verb: int, own: range) -> Token | None:
    """The undergoer of a clause, else its doer; never the expression of time itself."""
    found = (p for p in (patient(parsed, verb), subject(parsed, verb)) if p is not None and p not in own)
    return next((parsed.tokens[p] for p in found), None)

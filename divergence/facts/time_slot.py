"""The slot of an expression of time: what happened then, or lasted so long, and to whom."""

from __future__ import annotations

from dataclasses import replace

from divergence.facts.slots import slot_at
from divergence.language.clauses import patient, predicate, subject
from divergence.language.nouns import head_of
from divergence.language.parsed import Parsed
from divergence.model.fact import Slot


def time_slot(parsed: Parsed, first: int, last: int) -> Slot:
    """The slot of the tokens ``[first, last)``.

    Parsers take a bare day for a subject or object (``The navy said Sunday it had …``); then the clause's real
    undergoer or doer names the slot instead of the day itself.
    """
    head = head_of(parsed, first, last)
    slot = slot_at(parsed, first, last, head)
    own = {t.lemma for t in parsed.tokens[first:last]}
    if slot.head not in own and slot.holder not in own:
        return slot
    verb = predicate(parsed, head)
    parties = () if verb is None else (patient(parsed, verb), subject(parsed, verb))
    noun = next((parsed.tokens[p] for p in parties if p is not None and not first <= p < last), None)
    role = "modifier" if slot.role in {"subject", "object"} else slot.role
    kept = "" if slot.holder in own else slot.holder
    return replace(slot, head=noun.lemma if noun else "", qualifiers=(), role=role, holder=kept)

"""A lead's card shows what is said of one thing, and says no more of the difference than can be told of two facts."""

from __future__ import annotations

from dataclasses import replace

from pairs import context, count, pair

from divergence.assess.explanation import explanation
from divergence.assess.lead import as_told
from divergence.link.units import Unit
from divergence.model.fact import Mention

SUNK = count(2, "boat", "A", 0, outcome="killed"), count(3, "boat", "B", 0, outcome="killed")
TWO_OF_THE_CREW = count(2, "guard", "A", 40)
THREE_BOATS = count(3, "boat", "B", 40, outcome="killed")
THREE_LOST = count(3, "boat", "B", 60, outcome="missing")


def lead(*mentions: Mention, is_lead: bool = True) -> Unit:
    pairs = (pair(*SUNK), pair(TWO_OF_THE_CREW, SUNK[1]), pair(SUNK[0], THREE_BOATS))
    return Unit((*SUNK, *mentions), pairs[0], 0.0, pairs, is_lead=is_lead)


def test_a_lead_shows_one_value_of_one_thing() -> None:
    told = as_told(lead(TWO_OF_THE_CREW, THREE_BOATS, THREE_LOST))
    assert told.mentions == (SUNK[0], SUNK[1], THREE_BOATS)
    assert len(told.pairs) == 2


def test_a_count_of_what_is_not_named_joins_one_of_the_same_outcome() -> None:
    bare = tuple(replace(m, slot=replace(m.slot, head="")) for m in (*SUNK, THREE_BOATS, TWO_OF_THE_CREW))
    unit = Unit(bare, pair(bare[0], bare[1]), 0.0, (pair(bare[0], bare[1]),), is_lead=True)
    assert as_told(unit).mentions == bare[:3]


def test_what_is_flagged_or_decided_by_a_frame_is_told_whole() -> None:
    flagged = lead(TWO_OF_THE_CREW, is_lead=False)
    assert as_told(flagged) is flagged
    framed = lead(TWO_OF_THE_CREW)
    framed = replace(framed, deciding=replace(framed.deciding, frame="most other words are the same"))
    assert as_told(framed) is framed
    both = replace(lead(TWO_OF_THE_CREW), told_by_both=True)
    assert as_told(both) is both


def test_who_counts_is_told_only_of_one_fact() -> None:
    said = pair(
        context(replace(SUNK[0], speaker="the harbour office")), context(replace(SUNK[1], speaker="the fishermen"))
    )
    texts = {"A": "2 boat", "B": "3 boat"}
    assert "given by the harbour office" in explanation(said, texts).words
    assert not explanation(said, texts, claimants=False).words

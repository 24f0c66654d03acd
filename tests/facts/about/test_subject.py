"""The keys that say what a value is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.about.question import most, narrowed, thing, things
from divergence.facts.about.subject import FURTHER, asking, counted, held, measured
from divergence.model.fact import Slot


@pytest.mark.parametrize(
    ("key", "slot", "told"),
    [
        (counted, Slot(head="soldier", outcome="killed"), "soldiers killed"),
        (counted, Slot(head="boat", outcome="sunk"), "boat sunk"),
        (counted, Slot(outcome="killed", predicate="kill"), "killed"),
        (counted, Slot(predicate="kill"), "kill"),
        (counted, Slot(head="dead", outcome="dead"), "dead "),
        (counted, Slot(head="boat", qualifiers=("big", "boat", FURTHER, "old", "red")), "big old boat "),
        (lambda slot: measured("sum")(slot), Slot(head="ransom"), "sum: ransom"),
        (lambda slot: measured("sum")(slot), Slot(predicate="pay"), "sum: pay"),
        (lambda slot: measured("sum")(slot), Slot(), ""),
        (lambda slot: asking("when")(slot), Slot(head="raid", qualifiers=("old", "long")), "when: long raid"),
        (lambda slot: asking("when")(slot), Slot(head="raid", qualifiers=("bad", "old")), "when: old raid"),
        (lambda slot: asking("when")(slot), Slot(predicate="meet"), "when: meet"),
        (lambda slot: asking("when")(slot), Slot(), ""),
        (lambda slot: held("age")(slot), Slot(holder="ann holm", head="man"), "age of ann holm"),
        (lambda slot: held("age")(slot), Slot(head="man"), "age of man"),
        (lambda slot: held("age")(slot), Slot(), ""),
    ],
)
def test_keys(key: Callable[[Slot], str], slot: Slot, told: str) -> None:
    assert key(slot) == told


def test_two_words_narrow_a_thing() -> None:
    slot = Slot(head="boat", qualifiers=("big", "boat", FURTHER, "old", "red"), outcome="red")
    assert narrowed(slot) == ["big", "old"]
    assert (thing(slot), things(slot)) == ("big old boat", "big old boats")
    assert (thing(Slot()), things(Slot())) == ("", "")


def test_most_is_more_than_half() -> None:
    assert [most(words.split()) for words in ("a a b", "a b", "a a b b", "a")] == ["a", "", "", "a"]

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
        (measured("sum"), Slot(head="ransom"), "sum: ransom"),
        (measured("sum"), Slot(predicate="pay"), "sum: pay"),
        (measured("sum"), Slot(), ""),
        (asking("when"), Slot(head="raid", qualifiers=("old", "long")), "when: long raid"),
        (asking("when"), Slot(head="raid", qualifiers=("bad", "old")), "when: old raid"),
        (asking("when"), Slot(predicate="meet"), "when: meet"),
        (asking("when"), Slot(), ""),
        (held("age"), Slot(holder="ann holm", head="man"), "age of ann holm"),
        (held("age"), Slot(head="man"), "age of man"),
        (held("age"), Slot(), ""),
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

"""The questions that counts answer."""

from __future__ import annotations

import pytest

from divergence.facts.quantity.number import heading
from divergence.model.fact import Slot


@pytest.mark.parametrize(
    ("slot", "asked"),
    [
        (Slot(), ""),
        (Slot(head="soldier"), "Number of soldiers"),
        (Slot(head="wall", qualifiers=("old",)), "Number of old walls"),
        (Slot(outcome="killed"), "How many were killed?"),
        (Slot(head="soldier", outcome="killed"), "How many soldiers were killed?"),
        (Slot(head="boat", outcome="sunk"), "How many boats were sunk?"),
        (Slot(head="person", outcome="killed"), "How many people were killed?"),
        (Slot(head="person", qualifiers=("young",), outcome="killed"), "How many young people were killed?"),
        (Slot(head="death", outcome="killed"), "How many people were killed?"),
        (Slot(head="killing", outcome="killed"), "How many killings were there?"),
        (Slot(head="arrest", outcome="arrested"), "How many arrests were there?"),
        (Slot(head="casualty", outcome="casualties"), "Number of casualties"),
        # states are, acts are done
        (Slot(head="people", outcome="missing"), "How many people are missing?"),
        (Slot(head="worker", outcome="resigned"), "How many workers resigned?"),
        # further ones
        (Slot(head="soldier", outcome="wounded", qualifiers=("other",)), "How many more soldiers were wounded?"),
    ],
)
def test_how_many_of_whom(slot: Slot, asked: str) -> None:
    assert " ".join(str(heading(slot, ())).split()) == asked

"""Hedges before and behind a number."""

from __future__ import annotations

import pytest

from divergence.lexicon.hedges import AFTER, BEFORE, hedge_after, hedge_before, is_preposition
from divergence.model.fact import Hedge


@pytest.mark.parametrize(("hedge", "phrase"), BEFORE)
def test_every_phrase_is_read_before_a_number(hedge: Hedge, phrase: str) -> None:
    text = f"He saw {phrase} 40"
    found = hedge_before(text, len(text) - 2)
    assert found is not None
    assert found.hedge == hedge
    assert text[found.start : found.end].endswith(phrase)


@pytest.mark.parametrize(("hedge", "phrase"), AFTER)
def test_every_phrase_is_read_behind_a_number(hedge: Hedge, phrase: str) -> None:
    found = hedge_after(f"40{phrase} boats", 2)
    assert found is not None
    assert found.hedge == hedge


def test_of_two_hedges_the_nearer_decides_and_both_are_covered() -> None:
    text = "over nearly 100"
    found = hedge_before(text, 12)
    assert found is not None
    assert (found.hedge, text[found.start : found.end]) == (Hedge.NEARLY, "over nearly")


def test_a_longer_phrase_wins() -> None:
    found = hedge_before("no more than 5", 13)
    assert found is not None
    assert found.hedge == Hedge.AT_MOST


@pytest.mark.parametrize("text", ["flounder 5", "overseas 5", "5", "the 5", ""])
def test_no_hedge(text: str) -> None:
    assert hedge_before(text, max(0, len(text) - 1)) is None


@pytest.mark.parametrize(
    ("before", "is_place"),
    [("passed directly over ", True), ("hovered over ", True), ("killed over ", False), ("passed over ", False)],
)
def test_over_tells_a_place_behind_what_is_above_something(before: str, is_place: bool) -> None:
    text = f"It {before}40 boats"
    found = hedge_before(text, text.index("40"))
    assert found is not None
    assert is_preposition(text, found, text.index("40") + 2) is is_place

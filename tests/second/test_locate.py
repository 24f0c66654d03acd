"""A quotation stands in its article word for word, or nowhere."""

from __future__ import annotations

import pytest
from second.scripted import article

from divergence.model.fact import Kind
from divergence.second.answers import Given, GivenReading
from divergence.second.locate import LONGEST, find, locate_all

TEXT = "The vote was “clear”,\nshe said: 15 % of 1,500 — not 6.5 % — voted no.\nIt’s over."


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("15 % of 1,500", "15 % of 1,500"),
        ('"clear", she said', "“clear”,\nshe said"),
        ("1,500 - not 6.5 %", "1,500 — not 6.5 %"),
        ("It's over", "It’s over"),
        ("  voted   no. ", "voted no."),
    ],
)
def test_white_space_and_marks_are_folded(quote: str, printed: str) -> None:
    span = find(quote, article("A", TEXT))
    assert span is not None
    assert TEXT[span.start : span.end] == printed


@pytest.mark.parametrize(
    "quote",
    [
        "5 %",
        "5 % of 1",
        "500",
        "1,50",
        "6 %",
        "16 % of 1,500",
        "the vote was",
        "vote was … clear",
        "“ ”",
        "",
        "ote was",
    ],
)
def test_nothing_else_is_folded(quote: str) -> None:
    assert find(quote, article("A", TEXT)) is None


def test_a_quotation_is_a_phrase_and_no_article() -> None:
    text = "word " * LONGEST
    assert find(text[: LONGEST - 1], article("A", text)) is not None
    assert find(text[: LONGEST + 10], article("A", text)) is None


def test_what_is_no_part_of_the_story_is_not_quoted() -> None:
    text = "Ten died.\nPhoto: ten boats.\nTen boats sank."
    whole = article("A", text, masked=((10, 27),))
    assert find("Photo", whole) is None
    assert find("ten boats", whole) is None
    assert find("Ten boats", whole) is not None


def test_what_is_left_must_be_two_articles_with_two_values() -> None:
    articles = {"A": article("A", "Ten died."), "B": article("B", "Nine died.")}

    def given(*readings: tuple[str, str, str]) -> Given:
        return Given(Kind.NUMBER, tuple(GivenReading(*r) for r in readings), "none", 0.9)

    whole = given(("A", "Ten died", "10"), ("B", "Nine died", "9"))
    invented = given(("A", "Ten died", "10"), ("B", "Eight died", "8"))
    elsewhere = given(("A", "Ten died", "10"), ("Z", "Nine died", "9"))
    agreed = given(("A", "Ten died", "10"), ("B", "Nine died", " 10 "))
    claims, counts = locate_all([whole, invented, elsewhere, agreed], articles)
    assert [len(c.readings) for c in claims] == [2]
    assert (counts.given, counts.found, counts.dropped) == (8, 6, 3)

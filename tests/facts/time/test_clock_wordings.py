"""The wordings of a clock's time, and a weekday joined to its date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.time.date_expressions import expressions
from divergence.facts.time.moment import timex
from divergence.language import parse
from divergence.model.text import Article

Build = Callable[..., Article]


def read(article: Build, text: str) -> list[tuple[str, str]]:
    """The expressions of time of a text with their values, told on 12 June 2024, a Wednesday."""
    parsed = parse(article(text, published="2024-06-12"))
    return [(text[e.start : e.end], timex(e.moment)) for e in expressions(parsed)]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("9.30 a.m.", "09:30"),
        ("9:30 pm", "21:30"),
        ("12.15 am", "00:15"),
        ("19h30", "19:30"),
        ("half past nine in the evening", "21:30"),
        ("quarter to five in the afternoon", "16:45"),
        ("twenty-five past six in the morning", "06:25"),
        ("ten minutes to nine in the morning", "08:50"),
        ("twenty minutes past four in the afternoon", "16:20"),
        ("9 in the morning", "09:00"),
        ("nine in the evening", "21:00"),
        ("noon", "12:00"),
        ("half seven", "07:30"),
        ("half past twelve in the afternoon", "12:30"),
    ],
)
def test_a_clock_is_read_in_any_wording(article: Build, words: str, clock: str) -> None:
    assert read(article, f"The gates opened at {words}, and the crowd went in.") == [(words, f"2024-06-12T{clock}")]


@pytest.mark.parametrize(
    "text",
    [
        "The side won half nine games.",
        "The vote split half nine, half ten.",  # half without at
        "It logged 1500 hours of flight.",
        "She walked past ten people.",
        "They are quarter past caring.",
        "It took half of ten years.",
    ],
)
def test_what_only_sounds_like_a_clock_is_none(article: Build, text: str) -> None:
    assert not [found for found in read(article, text) if "T" in found[1]]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Friday, 17 May", "2024-05-17"),
        ("Friday 17 May", "2024-05-17"),
        ("Friday night, 17 May", "2024-05-17TNI"),
        ("the night of Sunday, 9 June", "2024-06-09TNI"),
    ],
)
def test_a_weekday_and_its_date_are_one_day(article: Build, words: str, value: str) -> None:
    assert read(article, f"It fell on {words}, in the north.") == [(words, value)]


def test_two_days_side_by_side_stay_two(article: Build) -> None:
    assert [value for _, value in read(article, "They met on Friday, Saturday and Sunday.")] == [
        "2024-06-07",
        "2024-06-08",
        "2024-06-09",
    ]
    assert len(read(article, "They met on 3 May, 6 May and 9 May.")) == 3
    assert len(read(article, "They met yesterday, 3 May, as planned.")) == 2
    assert read(article, "It fell Monday (today) in the north.") == [("Monday", "2024-06-12")]

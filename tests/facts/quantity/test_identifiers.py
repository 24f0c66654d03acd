"""What is printed with digits and counts nothing."""

from __future__ import annotations

import re

import pytest

from divergence.facts.quantity.identifiers import REFUSALS, refused


@pytest.mark.parametrize(
    "text",
    (
        "19 October 2025|Oct. 19|May 5|2012-13|5:30 p.m.|24/7|555-123-4567|AK-47|MH17|Interstate 30|Group of Seven|"
        "123 Main Street|9/11|the 1990s|zeroed in|#top10|a1@b.org|Day 3|911 call"
    ).split("|"),
)
def test_refuses_the_digits(text: str) -> None:
    assert any(re.search(r"\d|Seven|zero", text[start:end]) for start, end in refused(text))


@pytest.mark.parametrize(
    "text",
    [
        "The 7.40 from Leeds was late",
        "He rang at five past, then left.",
        "It rang at twenty to.",
        "a three-quarter-length coat",
    ],
)
def test_hours_of_trains_minutes_past_and_parts_of_names_count_nothing(text: str) -> None:
    assert any(re.search(r"\d|five|twenty|three", text[start:end]) for start, end in refused(text))


@pytest.mark.parametrize("text", ["The 7.40 metres of rope", "He gave five to charity", "a three-quarter-mile run"])
def test_what_only_looks_like_them_is_left_alone(text: str) -> None:
    assert refused(text) == ()


@pytest.mark.parametrize(
    "text", ["five men", "2.6 million", "magnitude-5.6", "3 of 4", "in May 12,000 people fled", "52-48", "20-25"]
)
def test_leaves_counts_alone(text: str) -> None:
    assert refused(text) == ()


@pytest.mark.parametrize(
    "label",
    "Interstate Seat Row Car Carriage Coach Class Year Grade Bay Berth Cell Flat Terminal Highway Route Exit Flight "
    "Room Apartment Suite Building Block Gate Platform Channel Level Tier Ward District Zone".split(),
)
def test_a_seat_a_class_and_a_cell_have_numbers_that_count_nothing(label: str) -> None:
    text = f"He waited near {label} 21, and then left."
    assert any(start <= text.index("21") < end for start, end in refused(text))


@pytest.mark.parametrize(
    "text", ["Near Seat 21 people stood.", "Class 12 percent larger.", "Row 3 million.", "seat 12,000"]
)
def test_what_counts_behind_a_label_is_left_alone(text: str) -> None:
    assert not any(start <= text.index(next(c for c in text if c.isdigit())) < end for start, end in refused(text))


def test_every_refusal_has_a_reason_and_compiles() -> None:
    assert all(why and re.compile(pattern) for why, pattern in REFUSALS)

"""What a value is counted by, and what only looks like it."""

from __future__ import annotations

import pytest

from divergence.facts.quantity.rate import per_of_count, per_of_sum

COUNT = "The mine loads 40 trucks"


@pytest.mark.parametrize(
    ("behind", "unit", "words"),
    [
        (" a day.", "day", " a day"),
        (" per hour,", "hour", " per hour"),
        (" each week", "week", " each week"),
        (" every month", "month", " every month"),
        (" of red sand a year", "year", " of red sand a year"),
        (" daily.", "day", " daily"),
        (" annually in good times", "year", " annually"),
        (" per square mile", "square mile", " per square mile"),
    ],
)
def test_a_count_is_told_by_a_time_or_an_area(behind: str, unit: str, words: str) -> None:
    found = per_of_count(COUNT + behind, len(COUNT))
    assert found is not None
    assert (found.unit, (COUNT + behind)[len(COUNT) : found.end]) == (unit, words)


@pytest.mark.parametrize(
    "word",
    "earlier ago later before after old older younger longer previously apart into since away out long late early "
    "ahead prior".split(),
)
def test_a_moment_of_a_day_is_no_rate(word: str) -> None:
    assert per_of_count(f"{COUNT} a day {word} the storm", len(COUNT)) is None
    assert per_of_count(f"{COUNT} a day in the storm", len(COUNT)) is not None


def test_what_a_day_owns_is_no_rate() -> None:
    assert per_of_count(f"{COUNT} a day’s drive off", len(COUNT)) is None
    assert per_of_count(f"{COUNT} daily papers", len(COUNT)) is None


def test_a_sum_is_paid_by_anything() -> None:
    found = per_of_sum("They pay $40 a barrel.", 12)
    assert found is not None
    assert found.unit == "barrel"
    assert per_of_sum("They pay $40 a year later.", 12) is None

"""Holidays whose date must be computed."""

from __future__ import annotations

from datetime import date

import pytest

from divergence.lexicon.calendar import MONTHS, WEEKDAYS, easter, holiday


@pytest.mark.parametrize(
    ("year", "day"), [(2016, date(2016, 3, 27)), (2025, date(2025, 4, 20)), (1989, date(1989, 3, 26))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("memorial day", 2016, date(2016, 5, 30)),
        ("thanksgiving", 2015, date(2015, 11, 26)),
        ("labor day", 2018, date(2018, 9, 3)),
        ("good friday", 2025, date(2025, 4, 18)),
        ("christmas eve", 1989, date(1989, 12, 24)),
    ],
)
def test_holidays(name: str, year: int, day: date) -> None:
    assert holiday(name, year) == day


def test_unknown_holiday() -> None:
    assert holiday("groundhog monday", 2020) is None


def test_every_month_and_day_has_its_names() -> None:
    assert sorted(set(MONTHS.values())) == list(range(1, 13))
    assert sorted(set(WEEKDAYS.values())) == list(range(1, 8))

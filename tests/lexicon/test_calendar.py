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


@pytest.mark.parametrize(
    ("name", "year", "month", "day"),
    [
        ("easter", 1900, 4, 15),
        ("easter", 1954, 4, 18),
        ("easter", 1981, 4, 19),
        ("easter", 2000, 4, 23),
        ("easter", 2008, 3, 23),
        ("easter", 2011, 4, 24),
        ("easter", 2024, 3, 31),
        ("easter", 2038, 4, 25),
        ("good friday", 2024, 3, 29),
        ("easter monday", 2024, 4, 1),
        ("easter sunday", 2024, 3, 31),
        ("thanksgiving", 2024, 11, 28),
        ("thanksgiving day", 2018, 11, 22),
        ("labor day", 2025, 9, 1),
        ("labor day", 2024, 9, 2),
        ("memorial day", 2021, 5, 31),
        ("memorial day", 2022, 5, 30),
        ("columbus day", 2024, 10, 14),
        ("presidents' day", 2024, 2, 19),
        ("martin luther king day", 2024, 1, 15),
        ("christmas", 2024, 12, 25),
        ("new year's eve", 2024, 12, 31),
    ],
)
def test_holidays_of_a_year(name: str, year: int, month: int, day: int) -> None:
    assert holiday(name, year) == date(year, month, day)


def test_an_unknown_holiday_has_no_day() -> None:
    assert holiday("mill day", 2024) is None

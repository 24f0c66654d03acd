"""From what a text says to the calendar, case by case; the usual day of publication is Monday, 27 October 2025."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from divergence.facts.time.atoms import Atom
from divergence.facts.time.date_resolution import published_on, resolve, told_value, whole
from divergence.facts.time.moment import Moment as M
from divergence.facts.time.moment import timex

T, L, N = date(2025, 10, 27), date(2024, 2, 29), date(2025, 1, 1)

RESOLVED: list[tuple[M, dict[str, Any], str]] = [
    (M(weekday=1), {}, "2025-10-27"),
    (M(weekday=1), {"ahead": True}, "2025-10-27"),
    (M(weekday=1), {"bias": "last"}, "2025-10-20"),
    (M(weekday=1), {"bias": "next"}, "2025-11-03"),
    (M(weekday=1), {"bias": "this"}, "2025-10-27"),
    (M(weekday=5), {}, "2025-10-24"),
    (M(weekday=5), {"ahead": True}, "2025-10-31"),
    (M(weekday=5), {"ahead": False}, "2025-10-24"),
    (M(weekday=5), {"bias": "last"}, "2025-10-24"),
    (M(weekday=5), {"bias": "next"}, "2025-10-31"),
    (M(weekday=5), {"bias": "this"}, "2025-10-31"),
    (M(weekday=5), {"bias": "this", "ahead": False}, "2025-10-24"),
    (M(weekday=5), {"bias": "last week"}, "2025-10-24"),
    (M(weekday=5), {"bias": "next week"}, "2025-11-07"),
    (M(weekday=5), {"bias": "this week"}, "2025-10-31"),
    (M(weekday=7), {"bias": "last week"}, "2025-10-26"),
    (M(month=10, day=27), {}, "2025-10-27"),
    (M(month=10, day=28), {}, "2025-10-28"),
    (M(month=10, day=28), {"ahead": True}, "2025-10-28"),
    (M(month=10, day=27), {"ahead": True}, "2026-10-27"),
    (M(month=10, day=26), {"ahead": True}, "2026-10-26"),
    (M(month=10, day=26), {"ahead": True, "bias": "last"}, "2025-10-26"),
    (M(month=10, day=28), {"bias": "next"}, "2025-10-28"),
    (M(month=10, day=26), {"bias": "next"}, "2026-10-26"),
    (M(month=1, day=30), {}, "2025-01-30"),
    (M(month=1, day=29), {}, "2026-01-29"),
    (M(month=1, day=30), {"ahead": False}, "2025-01-30"),
    (M(month=12, day=20), {"ahead": False}, "2025-12-20"),
    (M(month=12, day=26), {"ahead": False}, "2025-12-26"),
    (M(month=12, day=27), {"ahead": False}, "2024-12-27"),
    (M(month=1, day=20), {"bias": "last"}, "2025-01-20"),
    (M(month=2, day=29), {}, "2024-02-29"),
    (M(month=2, day=29), {"today": L}, "2024-02-29"),
    (M(month=6, day=3, weekday=7), {}, "2025-06-03"),
    (M(month=6, day=3, weekday=1), {}, "2024-06-03"),
    (M(month=6, day=3, weekday=2), {}, "2025-06-03"),
    (M(month=2, day=30), {}, "2025-02"),
    (M(month=10), {}, "2025-10"),
    (M(month=9), {}, "2025-09"),
    (M(month=11), {}, "2025-11"),
    (M(month=12), {}, "2025-12"),
    (M(month=1), {}, "2025-01"),
    (M(month=9), {"ahead": True}, "2026-09"),
    (M(month=10), {"ahead": True}, "2025-10"),
    (M(month=11), {"ahead": True}, "2025-11"),
    (M(month=11), {"ahead": False}, "2024-11"),
    (M(month=10), {"bias": "last"}, "2024-10"),
    (M(month=9), {"bias": "last"}, "2025-09"),
    (M(month=11), {"bias": "last"}, "2024-11"),
    (M(month=10), {"bias": "next"}, "2026-10"),
    (M(month=11), {"bias": "next"}, "2025-11"),
    (M(month=9), {"bias": "next"}, "2026-09"),
    (M(month=11), {"bias": "this"}, "2025-11"),
    (M(month=1), {"today": N}, "2025-01"),
    (M(month=12), {"today": N}, "2024-12"),
    (M(month=12), {"today": N, "ahead": True}, "2025-12"),
    (M(season="SU"), {}, "2025-SU"),
    (M(season="WI"), {}, "2025-WI"),
    (M(season="FA"), {}, "2025-FA"),
    (M(season="SP"), {"bias": "last"}, "2025-SP"),
    (M(season="FA"), {"bias": "last"}, "2024-FA"),
    (M(season="SP"), {"bias": "next"}, "2026-SP"),
    (M(season="WI"), {"bias": "this"}, "2025-WI"),
    (M(season="SP"), {"today": N}, "2025-SP"),
    (M(quarter=3), {}, "2025-Q3"),
    (M(quarter=4), {}, "2025-Q4"),
    (M(quarter=1), {"today": N}, "2025-Q1"),
    (M(quarter=2), {"today": N, "ahead": True}, "2025-Q2"),
    (M(quarter=1), {"today": N, "ahead": True}, "2025-Q1"),
    (M(quarter=1), {"today": date(2025, 3, 31), "ahead": True}, "2025-Q1"),
    (M(quarter=1), {"today": date(2025, 4, 1), "ahead": True}, "2026-Q1"),
    (M(quarter=4), {"ahead": True}, "2025-Q4"),
    (M(quarter=2), {"today": N}, "2024-Q2"),
    (M(year=2020), {}, "2020"),
    (M(year=2020, month=6, day=3, weekday=1), {}, "2020-06-03"),
    (M(year=2020, month=6, day=31), {}, "2020-06"),
    (M(hour=9), {}, "T09:00"),
    (M(weekday=5), {"today": None}, "XXXX-WXX-5"),
    (M(month=6, day=3), {"today": None}, "XXXX-06-03"),
    (M(), {"today": None, "shift": (-1, -1, "D")}, "XXXX"),
    (M(), {"shift": (0, 0, "D")}, "2025-10-27"),
    (M(), {"shift": (-1, -1, "D")}, "2025-10-26"),
    (M(), {"shift": (1, 1, "N")}, "2025-10-28"),
    (M(), {"shift": (-1, -1, "W")}, "2025-W43"),
    (M(), {"shift": (1, 1, "F")}, "2025-W46"),
    (M(), {"shift": (-1, -1, "M")}, "2025-09"),
    (M(), {"shift": (3, 3, "M")}, "2026-01"),
    (M(), {"shift": (-10, -10, "M")}, "2024-12"),
    (M(), {"shift": (-1, -1, "Q")}, "2025-Q3"),
    (M(), {"shift": (1, 1, "Q")}, "2026-Q1"),
    (M(), {"shift": (-4, -4, "Q")}, "2024-Q4"),
    (M(), {"shift": (-1, -1, "Y")}, "2024"),
    (M(), {"shift": (-1, -1, "SEASON")}, "2024"),
    (M(), {"shift": (-1, -1, "DE")}, "201"),
    (M(), {"shift": (-1, -1, "CE")}, "19"),
    (M(), {"shift": (0, 0, "CE")}, "20"),
    (M(), {"shift": (-3, -2, "D")}, "2025-10-25"),
    (M(), {"shift": (-4, -2, "D")}, "2025-10-24"),
    (M(), {"shift": (-3, -3, "W"), "rule": "ago"}, "2025-W41 2025-10-02..2025-10-09"),
    (M(), {"shift": (-4, -2, "D"), "rule": "ago"}, "2025-10-24 2025-10-23..2025-10-25"),
    (M(), {"shift": (-2, -2, "F"), "rule": "ago"}, "2025-W40 2025-09-22..2025-10-06"),
    (M(), {"shift": (-2, -2, "M"), "rule": "ago"}, "2025-08 2025-08-11..2025-09-11"),
    (M(), {"shift": (-2, -2, "Y"), "rule": "ago"}, "2023 2023-04-27..2024-04-27"),
    (M(), {"shift": (-3000, -3000, "Y")}, "PAST_REF"),
    (M(), {"shift": (9000, 9000, "Y")}, "FUTURE_REF"),
    (M(weekend=True), {"shift": (0, 0, "WE")}, "2025-W43-WE"),
    (M(weekend=True), {"shift": (-1, -1, "WE")}, "2025-W43-WE"),
    (M(weekend=True), {"shift": (1, 1, "WE")}, "2025-W44-WE"),
    (M(weekend=True), {"today": date(2025, 11, 1), "shift": (0, 0, "WE")}, "2025-W44-WE"),
    (M(weekend=True), {"today": date(2025, 11, 1), "shift": (-1, -1, "WE")}, "2025-W43-WE"),
    (M(weekend=True), {"today": date(2025, 11, 2), "shift": (-1, -1, "WE")}, "2025-W43-WE"),
    (M(weekend=True), {"today": date(2025, 10, 31), "shift": (-1, -1, "WE")}, "2025-W43-WE"),
    (M(weekend=True), {"today": date(2025, 11, 2), "shift": (1, 1, "WE")}, "2025-W45-WE"),
    (M(month=1), {"told": M(year=1914, month=12)}, "1915-01"),
    (M(month=12), {"told": M(year=1914, month=1)}, "1913-12"),
    (M(month=5), {"told": M(year=1914, month=12)}, "1914-05"),
    (M(month=4), {"told": M(year=1914, month=12)}, "1915-04"),
    (M(month=8), {"told": M(year=1914, month=1)}, "1914-08"),
    (M(month=9), {"told": M(year=1914, month=1)}, "1913-09"),
    (M(season="SU"), {"told": M(year=1914)}, "1914-SU"),
    (M(quarter=2), {"told": M(year=1914)}, "1914-Q2"),
    (M(weekday=5), {"told": M(year=1914)}, "2025-10-24"),
    (M(month=1), {"told": M(month=12)}, "2025-01"),
    (M(month=1), {"told": M(year=1914)}, "1914-01"),
]


@pytest.mark.parametrize(("moment", "said", "value"), RESOLVED)
def test_resolved(moment: M, said: dict[str, Any], value: str) -> None:
    """The TIMEX3 value, and the days of a rough expression."""
    atom = Atom(0, 1, moment, said.get("rule", "any"), said.get("bias", ""), said.get("shift"))
    found = resolve(atom, said.get("today", T), said.get("ahead"), said.get("told"))
    days = f" {found.window[0]}..{found.window[1]}" if found.window else ""
    assert timex(found) + days == value


@pytest.mark.parametrize(
    ("moment", "since", "value"),
    [
        (M(offset=(1, "D")), M(year=2024, month=2, day=29), "2024-03-01"),
        (M(offset=(-1, "N")), M(year=2024, month=3, day=1), "2024-02-29"),
        (M(offset=(2, "W")), M(year=2024, month=6, day=3), "2024-W25"),
        (M(offset=(1, "F")), M(year=2024, month=6, day=3), "2024-W25"),
        (M(offset=(-3, "M")), M(year=2024, month=6), "2024-03"),
        (M(offset=(-3, "M")), M(year=2024), ""),
        (M(offset=(2, "Y")), M(year=2024), "2026"),
        (M(offset=(2, "DE")), M(year=2024), "204"),
        (M(offset=(1, "SEASON")), M(year=2024), "2025"),
        (M(offset=(2, "Y")), M(year=-44), ""),
        (M(offset=(2, "Y")), M(year=1), "0003"),
        (M(offset=(2, "h")), M(year=2024, month=6, day=3), ""),
        (M(offset=(2, "D")), M(year=2024, month=6), ""),
        (M(offset=(2, "D")), M(month=6, day=3), ""),
        (M(hour=9), M(year=2024, month=6, day=3), "2024-06-03T09:00"),
        (M(part="NI"), M(year=2024, month=6, day=3), "2024-06-03TNI"),
        (M(part="NI", month=6), M(year=2024, month=6, day=3), ""),
        (M(hour=9), M(year=2024), "2025-10-27T09:00"),
        (M(hour=9), None, "2025-10-27T09:00"),
        (M(hour=9, weekday=5), M(year=2024, month=6, day=3), ""),
        (M(year=2020), M(year=2024, month=6, day=3), ""),
        (M(offset=(2, "D"), anchored=True), M(year=2024, month=6, day=3), ""),
        (M(vague="PAST_REF"), M(year=2024, month=6, day=3), ""),
        (M(season="SU"), M(year=2024, month=6, day=3), ""),
    ],
)
def test_told_from_another_time(moment: M, since: M | None, value: str) -> None:
    assert told_value(moment, since, T) == value


def test_nothing_is_told_from_no_day() -> None:
    assert told_value(M(hour=9), None, None) == ""
    assert [whole("Y", None), whole("Y", T), whole("M", T), whole("W", T)] == ["", "2025", "2025-10", "2025-W44"]


@pytest.mark.parametrize(
    ("printed", "day"),
    [("2025-10-27", T), ("2025-10-27T08:00:00", T), ("2025-13-01", None), ("", None), (None, None), ("soon", None)],
)
def test_the_day_of_publication(printed: str | None, day: date | None) -> None:
    assert published_on(printed) == day

"""Moments made by hand: as TIMEX3 writes them, as reports print them, how fine they are and where in the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from divergence.facts.time.moment import Moment, bounds, grain, timex
from divergence.facts.time.moment_phrase import Timed, print_clock, print_moment, seconds_of
from divergence.model.fact import Hedge

DAY = Moment(year=2024, month=6, day=3)
Row = tuple[Moment, str, str, str]

WRITTEN: list[Row] = [
    # moment, TIMEX3, printed, granularity
    (DAY, "2024-06-03", "3 June 2024", "day"),
    (replace(DAY, part="NI"), "2024-06-03TNI", "3 June 2024, night", "part of the day"),
    (replace(DAY, part="NI", edge="END"), "2024-06-03TNI", "3 June 2024, late night", "part of the day"),
    (replace(DAY, edge="START"), "2024-06-03", "early 3 June 2024", "day"),
    (replace(DAY, hour=9), "2024-06-03T09:00", "09:00", "time"),
    (replace(DAY, hour=9, minute=5), "2024-06-03T09:05", "09:05", "time"),
    (replace(DAY, hour=9, zone=0), "2024-06-03T09:00Z", "09:00 GMT", "time"),
    (replace(DAY, hour=1, zone=120), "2024-06-03T01:00", "23:00 GMT", "time"),
    (replace(DAY, hour=24, minute=0), "2024-06-03T24:00", "00:00", "time"),
    (Moment(hour=9, minute=30), "T09:30", "09:30", "time"),
    (Moment(weekday=5, hour=9), "XXXX-WXX-5T09:00", "09:00", "time"),
    (Moment(weekday=7), "XXXX-WXX-7", "Sunday", "day"),
    (Moment(weekday=7, part="MO"), "XXXX-WXX-7TMO", "Sunday, morning", "part of the day"),
    (Moment(part="MO"), "TMO", "morning", "part of the day"),
    (Moment(part="MO", edge="START"), "TMO", "early morning", "part of the day"),
    (Moment(year=2024, month=6), "2024-06", "June 2024", "month"),
    (Moment(year=2024, month=6, edge="MID"), "2024-06", "mid-June 2024", "month"),
    (Moment(year=2024, month=6, part="NI"), "2024-06-XXTNI", "June 2024, night", "part of the day"),
    (Moment(month=6, day=3), "XXXX-06-03", "3 June", "day"),
    (Moment(day=3), "XXXX-XX-03", "", "day"),
    (Moment(year=2024, week=2), "2024-W02", "the week of 8 January 2024", "week"),
    (Moment(year=2024, week=2, weekend=True), "2024-W02-WE", "the weekend of 13 January 2024", "weekend"),
    (Moment(weekend=True), "XXXX-WXX-WE", "the weekend", "weekend"),
    (Moment(year=2024), "2024", "2024", "year"),
    (Moment(year=2024, edge="END"), "2024", "late 2024", "year"),
    (Moment(year=79), "0079", "79", "year"),
    (Moment(year=1), "0001", "1", "year"),
    (Moment(year=-44), "BC0044", "44 BC", "year"),
    (Moment(year=-44, month=3), "BC0044-03", "March 44 BC", "month"),
    (Moment(year=2024, season="SU"), "2024-SU", "summer 2024", "season"),
    (Moment(season="WI"), "XXXX-WI", "winter", "season"),
    (Moment(year=2024, quarter=3), "2024-Q3", "quarter 3 of 2024", "quarter"),
    (Moment(quarter=3), "XXXX-Q3", "quarter 3", "quarter"),
    (Moment(year=2024, half=2), "2024-H2", "half 2 of 2024", "half-year"),
    (Moment(decade=1990), "199", "the 1990s", "decade"),
    (Moment(century=19), "18", "century 19", "century"),
    (Moment(century=1), "00", "century 1", "century"),
    (Moment(offset=(1, "D")), "XXXX-XX-XX", "1 day later", "time"),
    (Moment(offset=(-2, "N")), "XXXX-XX-XX", "2 nights earlier", "time"),
    (Moment(offset=(0, "D")), "XXXX-XX-XX", "the same day", "time"),
    (Moment(offset=(0, "D"), part="NI"), "TNI", "the same day, night", "part of the day"),
    (Moment(offset=(2, "W")), "XXXX", "2 weeks later", "time"),
    (Moment(offset=(-2, "Y"), anchored=True), "P2Y", "2 years earlier", "time"),
    (Moment(offset=(2, "F"), anchored=True), "P4W", "2 fortnights later", "time"),
    (Moment(offset=(1, "N"), anchored=True), "P1D", "1 night later", "time"),
    (Moment(offset=(1, "SEASON"), anchored=True), "P1Y", "1 season later", "time"),
    (Moment(offset=(3, "h"), anchored=True), "PT3H", "3 hours later", "time"),
    (Moment(offset=(3, "h"), anchored=True, vague="PAST_REF"), "PTXH", "hours later", "time"),
    (Moment(offset=(-3, "h"), vague="PAST_REF"), "PAST_REF", "hours earlier", "time"),
    (Moment(offset=(3, "h"), told="2024-06-03"), "2024-06-03", "3 hours later", "time"),
    (Moment(vague="PAST_REF"), "PAST_REF", "in the past", "time"),
    (Moment(vague="FUTURE_REF"), "FUTURE_REF", "in the future", "time"),
    (Moment(vague="PRESENT_REF"), "PRESENT_REF", "now", "time"),
    (Moment(shift=(0, 0, "D")), "XXXX", "today", "time"),
    (Moment(shift=(0, 0, "W")), "XXXX", "this week", "time"),
    (Moment(shift=(-1, -1, "D")), "XXXX", "1 day before publication", "time"),
    (Moment(shift=(2, 2, "D")), "XXXX", "2 days after publication", "time"),
    (Moment(shift=(-3, -2, "W")), "XXXX", "2 to 3 weeks before publication", "time"),
    (
        Moment(window=(date(2024, 6, 3), date(2024, 6, 5))),
        "2024-06-03/2024-06-05",
        "3 June 2024 to 5 June 2024",
        "time",
    ),
    (Moment(year=2024, month=6, window=(date(2024, 5, 20), date(2024, 6, 20))), "2024-06", "about June 2024", "month"),
]


@pytest.mark.parametrize(("moment", "value", "printed", "fine"), WRITTEN)
def test_written(moment: Moment, value: str, printed: str, fine: str) -> None:
    assert (timex(moment), print_moment(Timed(moment, Hedge.EXACTLY)), grain(moment)) == (value, printed, fine)


@pytest.mark.parametrize(
    ("moment", "hedge", "printed"),
    [
        (Moment(hour=9), Hedge.ABOUT, "about 09:00"),
        (Moment(hour=9), Hedge.LESS_THAN, "before 09:00"),
        (Moment(hour=9), Hedge.MORE_THAN, "after 09:00"),
        (Moment(hour=9, near=True), Hedge.LESS_THAN, "just before 09:00"),
        (Moment(hour=9, near=True), Hedge.MORE_THAN, "just after 09:00"),
        (Moment(year=2010), Hedge.ABOUT, "about 2010"),
        (Moment(part="NI"), Hedge.ABOUT, "about night"),
        (Moment(offset=(2, "h")), Hedge.MORE_THAN, "more than 2 hours later"),
    ],
)
def test_hedges_are_printed(moment: Moment, hedge: Hedge, printed: str) -> None:
    assert print_moment(Timed(moment, hedge)) == printed


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 — moments know no zone


@pytest.mark.parametrize(
    ("moment", "first", "last"),
    [
        (DAY, at(2024, 6, 3), at(2024, 6, 4)),
        (replace(DAY, part="NI"), at(2024, 6, 3, 17), at(2024, 6, 4, 2)),
        (replace(DAY, part="MO"), at(2024, 6, 3), at(2024, 6, 3, 12)),
        (replace(DAY, edge="END"), at(2024, 6, 3, 18), at(2024, 6, 4)),
        (replace(DAY, hour=9), at(2024, 6, 3, 9), at(2024, 6, 3, 9, 1)),
        (replace(DAY, hour=9, minute=30), at(2024, 6, 3, 9, 30), at(2024, 6, 3, 9, 31)),
        (Moment(year=2024, month=2), at(2024, 2, 1), at(2024, 3, 1)),
        (Moment(year=2024, month=12), at(2024, 12, 1), at(2025, 1, 1)),
        (Moment(year=2024, week=2), at(2024, 1, 7), at(2024, 1, 15)),
        (Moment(year=2024, week=2, weekend=True), at(2024, 1, 12, 17), at(2024, 1, 15)),
        (Moment(year=2024), at(2024, 1, 1), at(2025, 1, 1)),
        (Moment(year=2024, quarter=1), at(2024, 1, 1), at(2024, 4, 1)),
        (Moment(year=2024, quarter=4), at(2024, 10, 1), at(2025, 1, 1)),
        (Moment(year=2024, half=1), at(2024, 1, 1), at(2024, 7, 1)),
        (Moment(year=2024, half=2), at(2024, 7, 1), at(2025, 1, 1)),
        (Moment(year=2024, season="WI"), at(2024, 12, 1), at(2025, 3, 1)),
        (Moment(year=2024, season="SP"), at(2024, 3, 1), at(2024, 6, 1)),
        (Moment(decade=1990), at(1990, 1, 1), at(2000, 1, 1)),
        (Moment(century=19), at(1800, 1, 1), at(1900, 1, 1)),
        (Moment(century=1), at(1, 1, 1), at(101, 1, 1)),
        (Moment(year=2024, month=6, edge="START"), at(2024, 6, 1), at(2024, 6, 14, 12)),
        (Moment(year=2024, month=6, edge="MID"), at(2024, 6, 8, 12), at(2024, 6, 23, 12)),
        (Moment(year=2024, month=6, edge="END"), at(2024, 6, 17, 12), at(2024, 7, 1)),
        (Moment(window=(date(2024, 6, 3), date(2024, 6, 5))), at(2024, 6, 3), at(2024, 6, 6)),
    ],
)
def test_where_in_the_calendar(moment: Moment, first: datetime, last: datetime) -> None:
    assert bounds(moment) == (first, last)


@pytest.mark.parametrize("moment", [Moment(weekday=5), Moment(month=6, day=3), Moment(hour=9), Moment(year=-44)])
def test_nowhere_in_the_calendar(moment: Moment) -> None:
    assert bounds(moment) is None


def test_days_that_do_not_exist() -> None:
    assert Moment(year=2024, month=6, day=31).exact_day is None
    assert Moment(year=2024, month=6, day=30).exact_day == date(2024, 6, 30)
    assert Moment(year=2024, month=6, day=0).exact_day is None
    assert Moment(year=2024, month=6, day=1).exact_day == date(2024, 6, 1)
    assert (DAY.named_day, Moment(weekday=5).named_day) == (1, 5)


def test_what_is_dated() -> None:
    assert [m.dated for m in (DAY, Moment(decade=1990), Moment(century=19), Moment(weekday=5))] == [
        True,
        True,
        True,
        False,
    ]
    assert Moment(window=(date(2024, 6, 3), date(2024, 6, 5))).dated


def test_clocks_go_round() -> None:
    assert print_clock(Moment(hour=0, minute=30, zone=60)) == "23:30 GMT"
    assert print_clock(Moment(hour=23, minute=30, zone=-60)) == "00:30 GMT"
    assert (seconds_of("h"), seconds_of("m"), seconds_of("D")) == (3600, 60, 86400)

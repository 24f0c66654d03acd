"""How two moments stand, made by hand."""

from __future__ import annotations

from datetime import date

import pytest

from divergence.facts.time.moment import Moment
from divergence.facts.time.moment_phrase import Timed
from divergence.facts.time.moment_relation import clock_range, relate_moments
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge

SAME, ROUNDED, REFINES = Relation.SAME, Relation.ROUNDED, Relation.REFINES
CONFLICTS, CANNOT_TELL = Relation.CONFLICTS, Relation.CANNOT_TELL
EXACTLY, ABOUT, BEFORE, AFTER = Hedge.EXACTLY, Hedge.ABOUT, Hedge.LESS_THAN, Hedge.MORE_THAN


def at(hour: int, minute: int | None = 0, hedge: Hedge = EXACTLY, **more: object) -> Timed:
    """A time of the clock."""
    return Timed(Moment(hour=hour, minute=minute, **more), hedge)  # type: ignore[arg-type]


def on(hedge: Hedge = EXACTLY, **more: object) -> Timed:
    """A time of the calendar."""
    return Timed(Moment(**more), hedge)  # type: ignore[arg-type]


def later(count: int, unit: str, hedge: Hedge = EXACTLY, **more: object) -> Timed:
    """A distance from another happening."""
    return Timed(Moment(offset=(count, unit), **more), hedge)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("timed", "least", "most"),
    [
        (at(10), 600, 600),
        (at(10, None), 595, 605),
        (at(10, 0, ABOUT), 590, 610),
        (at(10, 30, ABOUT), 623, 637),
        (at(10, 34, ABOUT), 629, 639),
        (at(13, 0, BEFORE), 60, 780),
        (at(1, 0, AFTER), 60, 780),
        (at(10, 0, BEFORE, near=True), 585, 600),
        (at(10, 0, AFTER, near=True), 600, 615),
    ],
)
def test_a_hedged_time_of_the_clock_means_some_minutes(timed: Timed, least: int, most: int) -> None:
    assert clock_range(timed) == (least, most)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (at(10), at(10), SAME),
        (at(10), at(10, 0, ABOUT), ROUNDED),
        (at(10), at(10, 1), CONFLICTS),
        (at(10, None), at(10, 5), REFINES),
        (at(10, None), at(10, 6), CONFLICTS),
        (at(10, 0, ABOUT), at(10, 10), ROUNDED),
        (at(10, 0, ABOUT), at(10, 11), CONFLICTS),
        (at(10, 0, BEFORE, near=True), at(9, 45), ROUNDED),
        (at(10, 0, BEFORE, near=True), at(9, 44), CONFLICTS),
        (at(23, 58), at(0, 1, ABOUT), ROUNDED),
        (at(2, 30, twelve=True), at(14, 30), REFINES),
        (at(2, 30), at(14, 30), CONFLICTS),
        # a zone on both sides counts, on one side nothing can be told but that the words are the same
        (at(10, 0, zone=0), at(12, 0, zone=120), SAME),
        (at(10, 0, zone=0), at(10, 0, zone=120), CONFLICTS),
        (at(10, 0, zone=120), at(10), REFINES),
        (at(10, 0, zone=120), at(11), CANNOT_TELL),
        # a distance from another happening
        (later(1, "D"), at(10), CANNOT_TELL),
        (later(1, "D"), later(1, "D", anchored=True), SAME),
        (later(1, "D"), later(-1, "D"), CANNOT_TELL),
        (later(1, "D"), later(2, "D"), CONFLICTS),
        (later(3, "D"), later(2, "D", AFTER), ROUNDED),
        (later(4, "D"), later(2, "D", AFTER), CONFLICTS),
        (later(1, "D", vague="PAST_REF"), later(2, "D"), CANNOT_TELL),
        (on(vague="PAST_REF"), at(10), CANNOT_TELL),
        # the hour and the part of the day, within an hour
        (at(15), on(part="AF"), REFINES),
        (at(3), on(part="AF"), CONFLICTS),
        (at(11), on(part="AF"), REFINES),
        (at(10, 59), on(part="AF"), CONFLICTS),
        (at(19, 30), on(part="AF"), REFINES),
        (at(19, 31), on(part="AF"), CONFLICTS),
        (at(2), on(part="DA"), REFINES),
        (at(1, 59), on(part="DA"), CONFLICTS),
        (at(3), on(part="NI"), REFINES),
        (at(3, 1), on(part="NI"), CONFLICTS),
        (at(3, 0, zone=0), on(part="AF"), CANNOT_TELL),
        (at(15, 0, year=2024, month=5, day=6), on(year=2024, month=5, day=6), REFINES),
        (at(15, 0, year=2024, month=5, day=6), on(year=2024, month=5, day=7), CONFLICTS),
        (at(15), on(year=2024, month=5, day=7), CANNOT_TELL),
        # the calendar
        (on(year=2024, month=5, day=6), on(year=2024, month=5), REFINES),
        (on(year=2024, month=5, day=6), on(year=2024, month=6), CONFLICTS),
        (on(year=2010), on(ABOUT, year=2011), REFINES),
        (on(year=2010), on(year=2011), CONFLICTS),
        (on(year=2023, month=5, day=6), on(year=2024, month=5, day=6, assumed=True), CANNOT_TELL),
        (on(year=2023, month=5, day=6), on(year=2024, month=5, day=6), CONFLICTS),
        (on(year=2024, month=5, day=6, either=date(2024, 6, 5)), on(year=2024, month=6, day=5), CANNOT_TELL),
        (on(year=2024, month=5, day=6, weekday=1), on(year=2024, month=5, day=13, weekday=1), CANNOT_TELL),
        # what an undated article leaves open
        (on(weekday=1), on(weekday=2), CONFLICTS),
        (on(weekday=1), on(weekday=1, part="MO"), REFINES),
        (on(weekday=1), on(month=5), CANNOT_TELL),
        (on(weekday=1, part="MO"), on(weekday=1, part="NI"), CONFLICTS),
        (on(shift=(1, 1, "D")), on(shift=(2, 2, "D")), REFINES),
    ],
)
def test_two_moments_stand_in_one_way_from_either_side(left: Timed, right: Timed, relation: Relation) -> None:
    assert relate_moments(left, right).relation is relation
    assert relate_moments(right, left).relation is relation
    assert relate_moments(left, right).why == relate_moments(right, left).why


def test_what_is_apart_is_told_in_minutes() -> None:
    assert "at least 5 minutes apart" in relate_moments(at(10), at(10, 5)).why
    assert "at least 4 minutes apart" in relate_moments(at(10, 0, ABOUT), at(10, 14)).why


@pytest.mark.parametrize(
    ("hour", "minute", "part", "relation"),
    [
        (19, 30, "AF", REFINES),
        (19, 31, "AF", CONFLICTS),
        (11, 0, "AF", REFINES),
        (10, 59, "AF", CONFLICTS),
        (15, 0, "AF", REFINES),
        (15, 0, "MO", CONFLICTS),
    ],
)
def test_an_hour_may_lie_an_hour_beside_a_part_of_the_day(
    hour: int, minute: int, part: str, relation: Relation
) -> None:
    day = {"year": 2026, "month": 3, "day": 3}
    assert relate_moments(at(hour, minute), on(part=part, **day)).relation is relation
    assert relate_moments(on(part=part, **day), at(hour, minute)).relation is relation

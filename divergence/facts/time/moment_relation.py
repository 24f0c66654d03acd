"""How two moments stand to each other, in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from divergence.facts.time.moment import Bounds, Moment, bounds, grain
from divergence.facts.time.moment_phrase import Timed, minute_of, print_clock, print_moment, seconds_of
from divergence.facts.types import Related
from divergence.lexicon.calendar import PART_HOURS, PART_NAMES, WEEKDAY_NAMES
from divergence.lexicon.plurals import plural
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge

_DAY = 24 * 60
_BEFORE_LIMIT = 12 * 60
"""Minutes that a plain ``before`` or ``after`` may reach."""


def relate_moments(a: Timed, b: Timed) -> Related:
    """Whether two moments of one happening can both be right."""
    if a == b:
        return Related(Relation.SAME, f"both say {print_moment(a)}")
    if a.moment.offset or b.moment.offset:
        return _relate_offsets(a, b)
    if a.moment.vague or b.moment.vague:
        return Related(Relation.CANNOT_TELL, "one of the times is too vague to compare")
    if a.moment.clock and b.moment.clock:
        return _relate_clocks(a, b)
    if a.moment.clock or b.moment.clock:
        return _relate_clock_to_calendar(*((a, b) if a.moment.clock else (b, a)))
    return _relate_calendars(a, b)


def _words(a: Timed, b: Timed) -> str:
    """Both as printed, in an order that does not depend on who is asked first."""
    return " and ".join(sorted((print_moment(a), print_moment(b))))


def _relate_offsets(a: Timed, b: Timed) -> Related:
    """``the next day`` against ``later that day``: told from other happenings, comparable only with each other."""
    left, right = a.moment.offset, b.moment.offset
    if left is None or right is None or a.moment.vague or b.moment.vague:
        return Related(Relation.CANNOT_TELL, "one of the times is counted from another event")
    if left == right:
        if print_moment(a) == print_moment(b):
            return Related(Relation.SAME, f"both mean {print_moment(a)}")
        return Related(Relation.REFINES, f"{_words(a, b)} are the same time; one is more exact")
    if left[0] * right[0] < 0:
        return Related(Relation.CANNOT_TELL, "the times are counted from different events")
    return _relate_distances(a, b, left, right)


def _relate_distances(a: Timed, b: Timed, left: tuple[int, str], right: tuple[int, str]) -> Related:
    """``two hours after`` against ``90 minutes after``: the coarser unit may be rounded by half, a hedge by more."""
    (count, unit), (other, finer) = left, right
    first = _reach(abs(count) * seconds_of(unit), a.hedge)
    second = _reach(abs(other) * seconds_of(finer), b.hedge)
    slack = 0.0 if unit == finer else max(seconds_of(unit), seconds_of(finer)) / 2
    if max(first[0], second[0]) - min(first[1], second[1]) <= slack:
        return Related(Relation.ROUNDED, f"{_words(a, b)} fit together within rounding")
    return Related(Relation.CONFLICTS, f"{_words(a, b)} are different times")


_REACHES = {
    Hedge.ABOUT: (0.8, 1.2),
    Hedge.NEARLY: (0.8, 1.0),
    Hedge.MORE_THAN: (1.0, 1.5),
    Hedge.AT_LEAST: (1.0, 1.5),
    Hedge.LESS_THAN: (0.0, 1.0),
    Hedge.AT_MOST: (0.0, 1.0),
}
"""Least and most of a hedged distance, as shares of the printed one."""


def _reach(length: int, hedge: Hedge) -> tuple[float, float]:
    """Least and most seconds that a hedged distance may mean."""
    low, high = _REACHES.get(hedge, (1.0, 1.0))
    return low * length, high * length


def _relate_clocks(a: Timed, b: Timed) -> Related:
    """Two clock times, whatever their days: the day is compared as a mention of its own."""
    left, right = clock_range(a), clock_range(b)
    if (a.moment.zone is None) != (b.moment.zone is None):
        return _relate_across_zones(a, b)
    if a.moment.zone is not None and b.moment.zone is not None:
        left = (left[0] - a.moment.zone, left[1] - a.moment.zone)
        right = (right[0] - b.moment.zone, right[1] - b.moment.zone)
    turn = _DAY // 2 if a.moment.twelve or b.moment.twelve else _DAY
    gap = _gap(left, right, turn)
    apart = minute_of(a.moment) - (a.moment.zone or 0) - minute_of(b.moment) + (b.moment.zone or 0)
    same_minute = apart == 0
    if same_minute and {a.hedge, b.hedge} <= {Hedge.EXACTLY, Hedge.ABOUT}:
        relation = Relation.SAME if a.hedge == b.hedge else Relation.ROUNDED
        return Related(relation, f"both say {print_clock(a.moment)}")
    if gap <= 0:
        exact = a.hedge is Hedge.EXACTLY and b.hedge is Hedge.EXACTLY
        return Related(Relation.ROUNDED if not exact else Relation.REFINES, f"{_words(a, b)} fit together")
    return Related(Relation.CONFLICTS, f"{_words(a, b)} are at least {max(1, round(gap))} minutes apart")


def _relate_across_zones(a: Timed, b: Timed) -> Related:
    if minute_of(a.moment) == minute_of(b.moment):
        return Related(Relation.REFINES, "the same clock time; only one source names the time zone")
    return Related(Relation.CANNOT_TELL, "only one source names the time zone")


def clock_range(timed: Timed) -> tuple[float, float]:
    """Minutes after midnight that a hedged clock time may mean, both ends included.

    Clock times are rounded to what is round: ``about ten`` may be ten minutes off, ``about 7:30`` seven, ``about
    8:34`` five; ``just before`` means a quarter of an hour, a plain ``before`` half a day.
    """
    minute = minute_of(timed.moment)
    slack = 10 if minute % 60 == 0 else 7 if minute % 15 == 0 else 5
    reach = 15 if timed.moment.near else _BEFORE_LIMIT
    if timed.hedge is Hedge.LESS_THAN:
        return minute - reach, minute
    if timed.hedge is Hedge.MORE_THAN:
        return minute, minute + reach
    if timed.hedge is Hedge.ABOUT:
        return minute - slack, minute + slack
    whole_hour = timed.moment.minute is None
    return (minute - 5, minute + 5) if whole_hour else (minute, minute)


def _gap(a: tuple[float, float], b: tuple[float, float], around: int = _DAY) -> float:
    """Minutes between two ranges on the circle of a day, or of half a day; 0 or less where they touch."""
    turns = (step * around for step in range(-2 * _DAY // around, 2 * _DAY // around + 1))
    return min(max(a[0] + turn, b[0]) - min(a[1] + turn, b[1]) for turn in turns)


def _relate_clock_to_calendar(clock: Timed, other: Timed) -> Related:
    """``around 5 p.m.`` against ``Saturday afternoon``: the part of the day must hold the hour."""
    day_a, day_b = bounds(_without_clock(clock.moment)), bounds(_without_part(other.moment))
    if day_a and day_b and not _overlap(day_a, day_b):
        return Related(Relation.CONFLICTS, f"{_words(clock, other)} are different days")
    hours = PART_HOURS.get(other.moment.part)
    if hours is None or clock.moment.zone is not None:
        together = bool(day_a and day_b)
        return Related(Relation.REFINES if together else Relation.CANNOT_TELL, "one gives the hour, the other the day")
    if _gap(clock_range(clock), (hours[0] * 60, hours[1] * 60)) <= 60:
        return Related(Relation.REFINES, f"{print_moment(clock)} falls in the {PART_NAMES[other.moment.part]}")
    return Related(Relation.CONFLICTS, f"{print_moment(clock)} is not in the {PART_NAMES[other.moment.part]}")


def _without_clock(moment: Moment) -> Moment:
    return replace(moment, hour=None, minute=None, zone=None)


def _without_part(moment: Moment) -> Moment:
    return replace(moment, part="", edge="" if moment.part else moment.edge)


def _overlap(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _relate_calendars(a: Timed, b: Timed) -> Related:
    left, right = _stretch(a), _stretch(b)
    if left and right:
        return _relate_stretches(a, b, left, right)
    return _relate_partial(a, b)


def _stretch(timed: Timed) -> Bounds | None:
    """The bounds of a moment, widened where it is hedged: ``around 2010`` reaches half its length both ways."""
    found = bounds(timed.moment)
    if found is None or timed.hedge is not Hedge.ABOUT or timed.moment.window:
        return found
    slack = (found[1] - found[0]) / 2
    return found[0] - slack, found[1] + slack


def _relate_stretches(a: Timed, b: Timed, left: Bounds, right: Bounds) -> Related:
    if print_moment(a) == print_moment(b) and a.moment.window == b.moment.window:
        return Related(Relation.SAME, f"both mean {print_moment(a)}")
    if not _overlap(left, right):
        return _relate_apart(a, b)
    if _only_at_the_edge(left, right):
        return Related(Relation.CANNOT_TELL, f"{_words(a, b)} touch only at their edges, if at all")
    finer, coarser = (a, b) if left[1] - left[0] <= right[1] - right[0] else (b, a)
    return Related(Relation.REFINES, f"{print_moment(finer)} lies in {print_moment(coarser)}")


def _relate_apart(a: Timed, b: Timed) -> Related:
    """Two stretches that do not meet: different times, unless one was only completed or read in one of two ways."""
    if _year_left_out(a.moment, b.moment):
        return Related(Relation.CANNOT_TELL, "the same day of the year; only one source names the year")
    if _read_otherwise(a.moment, b.moment) or _read_otherwise(b.moment, a.moment):
        return Related(Relation.CANNOT_TELL, "a date in figures may give the day first or the month first")
    if a.moment.weekday and a.moment.weekday == b.moment.weekday:
        return Related(Relation.CANNOT_TELL, f"both say {WEEKDAY_NAMES[a.moment.weekday - 1]}, in different weeks")
    return Related(Relation.CONFLICTS, f"{_words(a, b)} are different {_plural(a.moment, b.moment)}")


def _year_left_out(a: Moment, b: Moment) -> bool:
    """``Oct. 7`` beside ``Oct. 7, 2023``: the year of one is only supplied."""
    same_day = (a.month, a.day, a.season) == (b.month, b.day, b.season) and bool(a.day or a.month or a.season)
    return a.assumed != b.assumed and same_day


def _read_otherwise(numeric: Moment, other: Moment) -> bool:
    """Whether a date in numbers, read the other way round, is the other date."""
    return numeric.either is not None and numeric.either == other.exact_day


def _only_at_the_edge(a: Bounds, b: Bounds) -> bool:
    """Whether two stretches share less than a seventh of the shorter: Tuesday's night and early Wednesday."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared <= min(a[1] - a[0], b[1] - b[0]) / 7 or (shared <= timedelta(hours=2) and a[0] != b[0])


def _plural(a: Moment, b: Moment) -> str:
    grains = {grain(a), grain(b)}
    return "times" if len(grains) > 1 else plural(grains.pop())


def _relate_partial(a: Timed, b: Timed) -> Related:
    """Moments that an undated article leaves partial: only what both give can differ."""
    left, right = _facets(a.moment), _facets(b.moment)
    shared = sorted(set(left) & set(right))
    differing = [name for name in shared if left[name] != right[name] and not _compatible(name, a.moment, b.moment)]
    if differing:
        return Related(Relation.CONFLICTS, f"{_words(a, b)}: the {differing[0]} differs")
    if not shared:
        return Related(Relation.CANNOT_TELL, "the times have nothing in common that could be compared")
    if print_moment(a) == print_moment(b):
        return Related(Relation.SAME, f"both say {print_moment(a)}")
    return Related(Relation.REFINES, f"the same {shared[-1]}; one is more exact")


def _compatible(name: str, a: Moment, b: Moment) -> bool:
    """Whether two parts of the day share an hour or more; distances from unknown days prove nothing."""
    if name == "part of the day":
        (start, end), (first, last) = PART_HOURS[a.part], PART_HOURS[b.part]
        return min(end, last) - max(start, first) >= 1
    return name == "distance from publication"


def _facets(moment: Moment) -> dict[str, object]:
    """What an unresolved moment does say, by name."""
    facets: dict[str, object] = {
        "year": moment.year,
        "month": moment.month,
        "day of the month": moment.day,
        "weekday": moment.named_day,
        "part of the day": moment.part,
        "season": moment.season,
        "quarter": moment.quarter,
        "distance from publication": moment.shift,
    }
    return {name: value for name, value in facets.items() if value}

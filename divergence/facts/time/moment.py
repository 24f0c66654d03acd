"""A point or stretch of calendar time as a text gives it: partial, never completed by guessing.

Every field may be missing. ``Sunday night`` in an undated article keeps its weekday and its part of the day and can
still be compared; the first of January is never invented (after the partial dates of edsnlp).
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from divergence.lexicon.calendar import PART_EDGES, PART_HOURS, SEASON_MONTHS

Bounds = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Moment:
    """A partial date and clock time."""

    century: int | None = None
    """Its number: 20 for the years 1900 to 1999, as TIMEX3 counts."""
    decade: int | None = None
    """First year of the decade: 1990."""
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: str = ""
    month: int | None = None
    week: int | None = None
    """ISO week; ``year`` is then the ISO year."""
    weekend: bool = False
    day: int | None = None
    weekday: int | None = None
    """ISO number of a day that is known by its name only."""
    part: str = ""
    """Part of the day as TIMEX3 writes it: MO, AF, EV, NI …"""
    hour: int | None = None
    minute: int | None = None
    zone: int | None = None
    """Minutes east of Greenwich, where the text names the zone."""
    edge: str = ""
    """START, MID or END of the stretch: ``early 2015``, ``mid-November``, ``late Tuesday``."""
    offset: tuple[int, str] | None = None
    """Distance from another happening of the text, in a unit: (1, "D") is the day after it, (0, "D") the same day."""
    shift: tuple[int, int, str] | None = None
    """Least and most distance from the article's unknown date, in a unit: ``yesterday`` in an undated article."""
    window: tuple[date, date] | None = None
    """First and last day that a rough expression (``three weeks ago``) may mean."""
    near: bool = False
    """Whether ``before`` or ``after`` means a few minutes: ``just before 10:30``."""
    vague: str = ""
    """PAST_REF, PRESENT_REF or FUTURE_REF: a time without content."""
    anchored: bool = False
    """Whether the text names the happening that ``offset`` counts from: ``two hours after the crash``."""
    assumed: bool = field(default=False, compare=False)
    """Whether the year is not printed but supplied, as the one that lies nearest."""
    twelve: bool = field(default=False, compare=False)
    """Whether the hour may be one of the morning or of the evening: ``at 2:30``, ``half past nine``."""
    either: date | None = field(default=None, compare=False)
    """The day if the numbers are read the other way round: 6 July for ``06/07/2026``."""
    form: str = field(default="", compare=False)
    """How it is written, by the rule that reads such: ``weekday``, ``month-day``; empty where no rule read it."""
    told: str = field(default="", compare=False)
    """The TIMEX3 value by what the text told before: never compared, since it is only likely."""

    @property
    def clock(self) -> bool:
        """Whether this is a time of the clock."""
        return self.hour is not None

    @property
    def is_stretch(self) -> bool:
        """Whether it is nothing but some days in a row: ``June 3-5``."""
        return self.window is not None and self.year is None and self.decade is None and self.century is None

    @property
    def dated(self) -> bool:
        """Whether it is fixed in the calendar, at whatever granularity."""
        return self.window is not None or self.century is not None or self.decade is not None or self.year is not None

    @property
    def exact_day(self) -> date | None:
        """The calendar day, where it is fully known and exists (``31 June`` does not)."""
        if self.year is None or self.month is None or self.day is None:
            return None
        if not 1 <= self.day <= monthrange(self.year, self.month)[1]:
            return None
        return date(self.year, self.month, self.day)

    @property
    def named_day(self) -> int | None:
        """ISO weekday, named in the text or following from the date."""
        day = self.exact_day
        return day.isoweekday() if day else self.weekday


def timex(moment: Moment) -> str:
    """The value as TIMEX3 writes it: ``2025-10-26TNI``, ``1989-Q3``, ``XXXX-10-19``, ``XXXX-WXX-7``."""
    if moment.told or moment.anchored:
        return moment.told or _distance(moment)
    if moment.vague:
        return moment.vague
    if moment.is_stretch and moment.window:
        return "/".join(day.isoformat() for day in moment.window)
    if moment.clock:
        hour, minute = moment.hour or 0, moment.minute
        clock = f"T{hour:02d}:{minute or 0:02d}" + ("Z" if moment.zone == 0 else "")
        return _calendar(moment) + clock if _has_day(moment) else clock
    if moment.part:
        day = "" if _has_day(moment) else "-XX" if moment.month is not None else None
        return f"T{moment.part}" if day is None else f"{_calendar(moment)}{day}T{moment.part}"
    return _calendar(moment)


def _distance(moment: Moment) -> str:
    """The length that lies between a moment and the happening it is told from: ``P2Y``, ``PT1H``, ``PXM``."""
    count, unit = moment.offset or (0, "D")
    letter = {"N": "D", "F": "W", "SEASON": "Y"}.get(unit, unit)
    number = "X" if moment.vague else abs(count) * (2 if unit == "F" else 1)
    return f"P{'T' if letter.islower() else ''}{number}{letter.upper()}"


def _has_day(moment: Moment) -> bool:
    return moment.day is not None or moment.weekday is not None


def _calendar(moment: Moment) -> str:
    if moment.year is None and moment.decade is not None:
        return f"{moment.decade // 10:03d}"
    if moment.year is None and moment.century is not None:
        return f"{moment.century - 1:02d}"
    year = "XXXX" if moment.year is None else f"{moment.year:04d}" if moment.year > 0 else f"BC{-moment.year:04d}"
    if moment.month is not None:
        return f"{year}-{moment.month:02d}" + ("" if moment.day is None else f"-{moment.day:02d}")
    if moment.week is not None:
        return f"{year}-W{moment.week:02d}" + ("-WE" if moment.weekend else "")
    if moment.weekday is not None:
        return f"{year}-WXX-{moment.weekday}"
    return year + _part_of_year(moment)


def _part_of_year(moment: Moment) -> str:
    if moment.day is not None:
        return f"-XX-{moment.day:02d}"
    if moment.weekend:
        return "-WXX-WE"
    if moment.season:
        return f"-{moment.season}"
    if moment.quarter is not None:
        return f"-Q{moment.quarter}"
    if moment.half is not None:
        return f"-H{moment.half}"
    return "-XX-XX" if moment.offset and moment.offset[1] in {"D", "N"} else ""


def grain(moment: Moment) -> str:
    """The granularity in a word: ``minute``, ``night``, ``day``, ``week``, ``year`` …"""
    checks = (
        (moment.clock, "time"),
        (bool(moment.part), "part of the day"),
        (moment.day is not None or moment.weekday is not None, "day"),
        (moment.weekend, "weekend"),
        (moment.week is not None, "week"),
        (moment.month is not None, "month"),
        (bool(moment.season), "season"),
        (moment.quarter is not None, "quarter"),
        (moment.half is not None, "half-year"),
        (moment.year is not None, "year"),
        (moment.decade is not None, "decade"),
        (moment.century is not None, "century"),
    )
    return next((name for holds, name in checks if holds), "time")


def bounds(moment: Moment) -> Bounds | None:
    """The half-open stretch it may lie in, in the article's own local time; None where the calendar is not known.

    Generous where usage is: a night runs to 2 a.m., a week from the Sunday before, a weekend from Friday evening.
    """
    if moment.window:
        first, last = moment.window
        return _at(first), _at(last) + timedelta(days=1)
    try:
        stretch = _day_bounds(moment) if moment.exact_day else _coarse_bounds(moment)
    except (ValueError, OverflowError):
        return None
    return stretch


def _at(day: date, hours: float = 0) -> datetime:
    return datetime.combine(day, time()) + timedelta(hours=hours)


def _day_bounds(moment: Moment) -> Bounds:
    day = moment.exact_day
    assert day is not None
    if moment.clock:
        start = _at(day, (moment.hour or 0) + (moment.minute or 0) / 60)
        return start, start + timedelta(minutes=1)
    first, last = PART_HOURS.get(moment.part, (0, 24))
    if moment.edge:
        first, last = PART_EDGES.get((moment.part, moment.edge), (first, last))
    return _at(day, first), _at(day, last)


def _coarse_bounds(moment: Moment) -> Bounds | None:
    whole = _whole(moment)
    if whole is None or not moment.edge:
        return whole
    start, length = whole[0], whole[1] - whole[0]
    first, last = {"START": (0.0, 0.45), "MID": (0.25, 0.75), "END": (0.55, 1.0)}[moment.edge]
    return start + first * length, start + last * length


def _whole(moment: Moment) -> Bounds | None:
    """The stretch without regard to ``early`` or ``late``."""
    year = moment.year
    if year is None:
        return _long_stretch(moment)
    if moment.week is not None:
        monday = date.fromisocalendar(year, moment.week, 1)
        return (_at(monday, 113), _at(monday, 168)) if moment.weekend else (_at(monday, -24), _at(monday, 168))
    return _months(year, *_month_range(moment))


def _month_range(moment: Moment) -> tuple[int, int]:
    """First and last month of the year that it covers."""
    if moment.month is not None:
        return moment.month, moment.month
    if moment.season:
        return SEASON_MONTHS[moment.season]
    if moment.quarter is not None:
        return 3 * moment.quarter - 2, 3 * moment.quarter
    if moment.half is not None:
        return 6 * moment.half - 5, 6 * moment.half
    return 1, 12


def _long_stretch(moment: Moment) -> Bounds | None:
    if moment.decade is not None:
        return _months(moment.decade, 1, 120)
    if moment.century is not None:
        return _months(max(1, 100 * moment.century - 100), 1, 1200)
    return None


def _months(year: int, first: int, last: int) -> Bounds:
    """From the start of one month to the end of another; months beyond 12 lie in later years."""
    return _at(_month_start(year, first)), _at(_month_start(year, last + 1))


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)

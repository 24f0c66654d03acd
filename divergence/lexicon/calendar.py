"""What English knows of the calendar and the clock, as data."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their usual abbreviations, lower case."""

MONTH_NAMES = tuple("January February March April May June July August September October November December".split())

MONTH_BEGINNINGS = tuple(name[:3].lower() for name in MONTH_NAMES)
"""What tells a month in print, however it is abbreviated: ``jan``, ``sep``."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
"""Day names and their usual abbreviations, ISO numbers (Monday is 1)."""

WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

DAYS_AND_MONTHS = frozenset({*WEEKDAYS, *MONTHS})
"""All their names and abbreviations, lower case."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Seasons as TIMEX3 writes them."""

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month of a season in the north; winter runs into the next year."""

PARTS = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "DA",
    "daybreak": "DA",
    "sunrise": "DA",
    "pre-dawn": "DA",
    "predawn": "DA",
    "midday": "MI",
    "mid-day": "MI",
    "lunchtime": "MI",
    "lunch hour": "MI",
    "afternoon": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nighttime": "NI",
    "overnight": "NI",
}
"""Parts of the day as TIMEX3 writes them."""

PART_NAMES = {"MO": "morning", "DA": "dawn", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}

PART_HOURS: dict[str, tuple[float, float]] = {
    "DA": (3, 8),
    "MO": (0, 12),
    "MI": (11, 15),
    "AF": (12, 18.5),
    "EV": (16.5, 24),
    "NI": (17, 26),
}
"""Hours after midnight that a part may cover, generously: papers call 5 p.m. in winter night and 1 a.m. morning."""

PART_EDGES: dict[tuple[str, str], tuple[float, float]] = {
    ("", "START"): (0, 9.5),
    ("", "END"): (18, 24),
    ("MO", "START"): (0, 9),
    ("MO", "END"): (9, 12.5),
    ("AF", "START"): (12, 15),
    ("AF", "END"): (15, 18.5),
    ("EV", "START"): (16.5, 20),
    ("EV", "END"): (20, 24),
    ("NI", "START"): (17, 22),
    ("NI", "END"): (21, 26),
    ("MO", "MID"): (8, 11),
    ("AF", "MID"): (13, 17),
}
"""Hours of ``early Wednesday``, ``late Tuesday``, ``late Tuesday night`` and the like."""

UNITS = {
    "second": ("S", 1),
    "sec": ("S", 1),
    "minute": ("M", 60),
    "min": ("M", 60),
    "hour": ("H", 3_600),
    "hr": ("H", 3_600),
    "day": ("D", 86_400),
    "night": ("N", 86_400),
    "weekday": ("D", 86_400),
    "week": ("W", 604_800),
    "wk": ("W", 604_800),
    "weekend": ("WE", 604_800),
    "fortnight": ("F", 1_209_600),
    "month": ("M", 2_629_746),
    "quarter": ("Q", 7_889_238),
    "year": ("Y", 31_556_952),
    "yr": ("Y", 31_556_952),
    "decade": ("DE", 315_569_520),
    "century": ("CE", 3_155_695_200),
    "centurie": ("CE", 3_155_695_200),
    "season": ("SEASON", 31_556_952),
}
"""Units of time: the letter of TIMEX3 and the mean length in seconds (Gregorian year of 365.2425 days)."""

CLOCK_UNITS = frozenset({"second", "sec", "minute", "min", "hour", "hr"})

ZONES = {
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "bst": 60,
    "cet": 60,
    "cest": 120,
    "eet": 120,
    "eest": 180,
    "msk": 180,
    "est": -300,
    "edt": -240,
    "cst": -360,
    "cdt": -300,
    "mst": -420,
    "mdt": -360,
    "pst": -480,
    "pdt": -420,
    "akst": -540,
    "akdt": -480,
    "hst": -600,
    "jst": 540,
    "kst": 540,
    "pkt": 300,
    "aest": 600,
    "aedt": 660,
    "hkt": 480,
    "sgt": 480,
}
"""Minutes east of Greenwich of the time zones that news names; ``IST`` is left out, being three zones."""

DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

VAGUE_TIMES = {
    "now": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "right now": "PRESENT_REF",
    "at present": "PRESENT_REF",
    "current": "PRESENT_REF",
    "recent": "PAST_REF",
    "recently": "PAST_REF",
    "formerly": "PAST_REF",
    "more recently": "PAST_REF",
    "the recent past": "PAST_REF",
    "the past": "PAST_REF",
    "a later date": "FUTURE_REF",
    "the coming years": "FUTURE_REF",
    "the future": "FUTURE_REF",
    "the near future": "FUTURE_REF",
    "these days": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
}
"""Times without content: TIMEX3 marks them, but no two sources can disagree on them."""

FIXED_HOLIDAYS = {
    "new year": (1, 1),
    "new year's day": (1, 1),
    "new years day": (1, 1),
    "new year's eve": (12, 31),
    "new years eve": (12, 31),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "bastille day": (7, 14),
}
"""Month and day of holidays with a fixed date."""

NAMED_DAYS = {"9/11": (2001, 9, 11), "11/9": (2001, 9, 11), "7/7": (2005, 7, 7), "26/11": (2008, 11, 26)}
"""Year, month and day of attacks that go by their date."""

MOVING_HOLIDAYS = {
    "martin luther king day": (1, 1, 3),
    "presidents' day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
}
"""Month, ISO weekday and which of the month's such days (-1 is the last)."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm of Nature, 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """The date of a holiday in a year, or None for a name that is not known."""
    if name in FIXED_HOLIDAYS:
        month, day = FIXED_HOLIDAYS[name]
        return date(year, month, day)
    if name in MOVING_HOLIDAYS:
        return _nth_weekday(year, *MOVING_HOLIDAYS[name])
    offsets = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}
    return easter(year) + timedelta(days=offsets[name]) if name in offsets else None


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


HOLIDAYS = (*FIXED_HOLIDAYS, *MOVING_HOLIDAYS, "good friday", "easter sunday", "easter monday", "easter")

"""Dates as newspapers print them above and below an article, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime

from divergence.lexicon.calendar import MONTH_BEGINNINGS

MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? {1,3})?"

_OFFSET = r"(?:Z|[+-]\d\d:?\d\d)?"

PATTERNS = tuple(
    re.compile(rf"(?<![\w/.-]){WEEKDAY}{pattern}(?![\w/-]|\.\d)", re.IGNORECASE)
    for pattern in (
        rf"{YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?:T[\d:.]{{4,15}}{_OFFSET})?",
        rf"{DAY}(?: of)? {{1,3}}{MONTH},? {{1,3}}{YEAR}",
        rf"{MONTH} {{1,3}}{DAY},? {{1,3}}{YEAR}",
        rf"{MONTH} {{1,3}}(?P<day>[12]\d|3[01]){YEAR}",
        rf"{YEAR} {{1,3}}{MONTH} {{1,3}}{DAY}",
        rf"{DAY}\.(?P<month>0?[1-9]|1[0-2])\.{YEAR}",
        rf"(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/{YEAR}",
        rf"(?P<month>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{YEAR}",
    )
)
"""Full dates. Two numbers that could each be the month (11/12/2007) are none: a guess would often be wrong."""

SHORT = re.compile(rf"(?<![\w/.-]){DAY} {{1,3}}{MONTH} {{1,3}}(?P<year>\d\d)(?!\d)", re.IGNORECASE)
"""A dateline's date with two digits of the year: ``14 NOV 89``."""


def find_date(text: str) -> tuple[str, int, int] | None:
    """The first full date in a text: its ISO form and its offsets."""
    matches = [match for pattern in PATTERNS if (match := pattern.search(text))]
    found = [(m.start(), m.end(), iso) for m in matches if (iso := _iso(m))]
    return next(((iso, start, end) for start, end, iso in sorted(found)), None)


def iso_date(text: str) -> str | None:
    """A stated date, or date and time, in ISO 8601; None where it is none."""
    text = text.strip()[:100]
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        found = find_date(text)
        return found[0] if found else None


def dateline_date(text: str) -> str | None:
    """The date in a dateline, where two digits may stand for the year."""
    found = find_date(text)
    short = SHORT.search(text)
    return found[0] if found else _iso(short) if short else None


def _iso(match: re.Match[str]) -> str | None:
    """The date of a match, or None for the 31st of June. Years of two digits are 1970 to 2069, as POSIX has it."""
    month, year = match["month"].lower(), int(match["year"])
    number = int(month) if month.isdigit() else MONTH_BEGINNINGS.index(month[:3]) + 1
    year += 0 if year > 99 else 1900 if year >= 70 else 2000
    try:
        return date(year, number, int(match["day"])).isoformat()
    except ValueError:
        return None

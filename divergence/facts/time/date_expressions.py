"""Finds the expressions of time in an article: atoms, chosen, joined with their neighbours, resolved.

``Sunday`` and ``night`` become one expression; ``10:45 p.m.`` and ``Nov. 2`` become one that keeps both parts apart,
because one source may have the day right and the hour wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from divergence.facts.remembered import remembered
from divergence.facts.time.atoms import Atom
from divergence.facts.time.calendar_atoms import CALENDAR_RULES
from divergence.facts.time.clock_atoms import CLOCK_RULES
from divergence.facts.time.date_context import is_time, points_ahead, strengthened
from divergence.facts.time.date_resolution import published_on, resolve, told_value, whole
from divergence.facts.time.moment import Moment, bounds
from divergence.facts.time.relative_atoms import RELATIVE_RULES
from divergence.language.parsed import Parsed
from divergence.language.pipeline import blank_masked
from divergence.lexicon.calendar import MONTH_BEGINNINGS, SEASONS

_BETWEEN_PARTS = re.compile(r"(?:['’]s)?,?\s{1,3}(?:\(\s?)?(?:(?:in|on|of|at|to)\s(?:the\s)?)?|\s?\(|,\s?")
_CHRONICLE = 8
"""Explicit dates of other years that make a text a chronicle, if they outnumber its weekdays and the like."""

_PARTS = ("morning", "noon", "evening", "night", "dawn", "day", "sun", "dusk", "lunch")
_UNITS = ("week", "month", "year", "quarter", "decade", "century")
_TRIGGERS = {
    "ago": ("ago", "back", "from now", "from today"),
    "offset": ("earlier", "later", "before", "after", "prior", "previously"),
    "o-clock": ("clock",),
    "spoken-minutes": ("minutes",),
    "half-hour": ("half",),
    "spoken-clock": ("half", "quarter", "past", "five", "ten", "twenty"),
    "hour-of-part": ("morning", "afternoon", "evening", "night"),
    "spoken-year": ("nineteen", "thousand"),
    "season": tuple(SEASONS),
    "century": ("century",),
    "decade": ("0s", "0'", "0’", "ties"),
    "half": ("half",),
    "quarter": ("quarter", "q1", "q2", "q3", "q4"),
    "quarter-of-year": ("quarter", "period", "three months"),
    "part-after": ("after", "before"),
    "named-clock": ("noon", "midnight"),
    "month-part": ("morning", "afternoon", "evening", "night"),
    "month-day": MONTH_BEGINNINGS,
    "day-month": MONTH_BEGINNINGS,
    "month-year": MONTH_BEGINNINGS,
    "month": MONTH_BEGINNINGS,
    "weekday": ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "weekend": ("weekend",),
    "day-word": ("day", "tomorrow", "tonight"),
    "part": _PARTS,
    "this-part": _PARTS,
    "this-unit": (*_UNITS, "weekend"),
    "whole-unit": ("year", "month", "week"),
    "year-of-accounts": ("year",),
    "end-of-unit": _UNITS,
    "year-ago": ("year-",),
    "rate": ("hour", "day", "week", "month", "year"),
    "recurring": ("every", "each", "days", "nights", "mornings", "afternoons", "evenings"),
    "era": ("bc", "b.c", "ce", "c.e", "ad", "a.d"),
}
"""Words without which a costly rule cannot match; most paragraphs have none of them."""
_NEAR = 1_200
"""Characters within which ``a year ago`` is still told from a quarter that was named."""
_LONGER = re.compile(
    r"\b(?:six|nine|twelve|6|9|12)[\s\-]months?\b|\b(?:fiscal|full)[\s\-]year\b|\byear\s(?:ended|ending)\b|\bhalf[\s\-]year\b",
    re.IGNORECASE,
)
"""Periods of accounts that are no quarter."""


_Parts = tuple[Atom | None, Atom | None]
"""The calendar part and the clock part of one expression."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One expression of time: where it stands, its calendar part and its clock part."""

    start: int
    end: int
    calendar: Atom | None
    clock: Atom | None
    moment: Moment
    """Resolved, with day and clock time together."""


@remembered
def expressions(parsed: Parsed) -> tuple[TimeExpression, ...]:
    """All expressions of time of an article, in order, resolved against its date of publication.

    Kept for a moment, since several kinds of fact ask which numbers are part of a date.
    """
    today = published_on(parsed.article.published)
    text = blank_masked(parsed.article)
    joined = [
        pair
        for start, end in parsed.article.paragraphs
        for pair in _sharing_years(list(_joined(tuple(_kept(parsed, text, start, end)), text)), text)
    ]
    chronicle = _is_chronicle([c or k for c, k in joined], today)
    return tuple(_resolved(parsed, joined, today, chronicle))


def _kept(parsed: Parsed, text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of a paragraph: the longest at each place, without what only looks like a time."""
    paragraph = text[start:end]
    lower = paragraph.lower()
    found = (
        replace(a, start=a.start + start, end=a.end + start)
        for name, pattern, read in (*CALENDAR_RULES, *RELATIVE_RULES, *CLOCK_RULES)
        if any(word in lower for word in _TRIGGERS.get(name, ("",)))
        for match in pattern.finditer(paragraph)
        for a in read(match)
    )
    chosen = _longest([a for a in found if is_time(parsed, text, a)])
    for index, a in enumerate(chosen):
        beside = [b for b in chosen[max(0, index - 1) : index + 2] if b is not a]
        if not a.weak or strengthened(a) or any(_touches(a, b, text) for b in beside):
            yield a


def _longest(atoms: list[Atom]) -> list[Atom]:
    """A choice of atoms that do not overlap: longer ones first, then the earlier; in order."""
    taken: list[tuple[int, int]] = []
    chosen = []
    for a in sorted(atoms, key=lambda a: (a.start - a.end, a.weak, a.start)):
        at = bisect_left(taken, (a.start, a.end))
        clear_left = at == 0 or taken[at - 1][1] <= a.start
        if clear_left and (at == len(taken) or a.end <= taken[at][0]):
            taken.insert(at, (a.start, a.end))
            chosen.append(a)
    return sorted(chosen, key=lambda a: a.start)


def _touches(a: Atom, b: Atom, text: str) -> bool:
    left, right = (a, b) if a.start < b.start else (b, a)
    return bool(_BETWEEN_PARTS.fullmatch(text[left.end : right.start] or " ")) and _complementary(left, right)


def _role(atom: Atom) -> str:
    """What an atom contributes: a clock time, a part of the day, a day, or a stretch that takes neither."""
    moment = atom.moment
    if moment.clock:
        return "clock"
    placed = atom.shift or moment.offset or moment.weekday or moment.day
    if moment.part and not placed:
        return "part"
    unit = (atom.shift or (0, 0, ""))[2] or (moment.offset or (0, ""))[1]
    if moment.weekday or moment.day or unit == "D":
        return "part day" if moment.part else "day"
    return "stretch"


_JOINS = {
    ("day", "part"),
    ("part", "day"),
    ("part day", "day"),
    ("day", "part day"),
    ("clock", "day"),
    ("day", "clock"),
    ("clock", "part day"),
    ("part day", "clock"),
    ("clock", "part"),
    ("part", "clock"),
}


def _complementary(left: Atom, right: Atom) -> bool:
    """Whether two neighbours say different things of one time."""
    roles = (_role(left), _role(right))
    if roles == ("day", "day"):
        a, b = left, right
        if (a.moment.weekday is None) == (b.moment.weekday is None):
            return False
        return bool(a.shift) != bool(b.shift) or (a.moment.day is None and b.moment.day is not None)
    return roles in _JOINS


def _joined(atoms: tuple[Atom, ...], text: str) -> Iterator[_Parts]:
    """Neighbours that belong together, as the calendar part and the clock part of one expression."""
    calendar: Atom | None = None
    clock: Atom | None = None
    last: Atom | None = None
    for atom in atoms:
        full = clock is not None if atom.moment.clock else calendar is not None and last is clock
        fits = last is not None and not full and _touches(last, atom, text)
        if not fits and last is not None:
            yield calendar, clock
            calendar = clock = None
        if atom.moment.clock:
            clock = atom
        else:
            calendar = atom if calendar is None else _merged(calendar, atom, text)
        last = atom
    if last is not None:
        yield calendar, clock


_TO = re.compile(r"\s?(?:to|through|until|till|and|or|-|–)\s?(?:the\s)?", re.IGNORECASE)
"""Between the two ends of a stretch of months or days."""


def _sharing_years(joined: list[_Parts], text: str) -> Iterator[_Parts]:
    """``from January to March 2020``: the first month has the year of the second, or the one before it."""
    for (calendar, clock), (then, _) in zip_longest(joined, joined[1:], fillvalue=(None, None)):
        year = _shared_year(calendar, then, text) if calendar and then and clock is None else None
        if calendar and year:
            calendar = replace(calendar, moment=replace(calendar.moment, year=year))
        yield calendar, clock


def _shared_year(first: Atom, then: Atom, text: str) -> int | None:
    """The year of the first of two months or days that *to* or *and* joins, of which only the second prints it."""
    m, n = first.moment, then.moment
    if m.month is None or n.month is None or m.year is not None or n.year is None or first.bias or first.shift:
        return None
    return n.year - (m.month > n.month) if _TO.fullmatch(text[first.end : then.start]) else None


def _merged(a: Atom, b: Atom, text: str) -> Atom:
    """Two calendar atoms as one; where both say something, the more explicit one counts.

    ``Monday (today)`` is read as today, and stands in the text as ``Monday``.
    """
    vaguer = _role(a) == "part" or (a.shift and not b.shift and _role(b) != "part")
    main, other = (b, a) if vaguer or (b.moment.day and not a.moment.day) else (a, b)
    m, o = main.moment, other.moment
    edge = m.edge or o.edge
    moment = replace(m, part=m.part or o.part, edge=edge, weekday=m.weekday or o.weekday)
    end = a.end if "(" in text[a.end : b.start] else b.end
    return replace(main, start=a.start, end=end, moment=moment, shift=a.shift or b.shift, weak=False)


def _is_chronicle(atoms: Iterable[Atom | None], today: date | None) -> bool:
    """Whether a text tells history: many explicit years long past, few days told from the present."""
    year = today.year if today else 9999
    kept = [a for a in atoms if a is not None]
    old = sum(a.moment.year is not None and a.moment.year < year - 2 for a in kept)
    current = sum(bool(a.shift or (a.moment.weekday and not a.moment.day)) for a in kept)
    return old >= _CHRONICLE and old > 2 * current


@dataclass(frozen=True, slots=True)
class _Told:
    """What an article has told so far: its last dated moment, and its last quarter with where it stood."""

    moment: Moment | None = None
    quarter: Moment | None = None
    at: int = 0

    def then(self, moment: Moment, at: int, today: date | None) -> _Told:
        """After one more expression; a quarter that is not over has no figures that others are compared with."""
        dated = moment if moment.year and not moment.window else self.moment
        stretch = bounds(moment) if moment.quarter is not None and moment.year is not None else None
        over = stretch is not None and (today is None or stretch[1].date() <= today)
        return _Told(dated, moment if over else self.quarter, at if over else self.at)


def _resolved(parsed: Parsed, joined: list[_Parts], today: date | None, chronicle: bool) -> Iterator[TimeExpression]:
    told = _Told()
    for calendar, clock in joined:
        main = calendar or clock
        assert main is not None
        echo = _by_quarter(main, told, parsed.article.text)
        moment = echo or _by_date(parsed, main, today, told, chronicle)
        if main.rule == "told-quarter" and moment.quarter is None:
            continue
        told = replace(told, at=main.start) if echo else told.then(moment, main.start, today)
        if calendar and clock:
            moment = _with_clock(moment, clock)
        unit = main.bias if main.rule == "whole-unit" else ""
        moment = replace(moment, told=whole(unit, today) if unit else told_value(moment, told.moment, today))
        spans = [a for a in (calendar, clock) if a]
        yield TimeExpression(min(a.start for a in spans), max(a.end for a in spans), calendar, clock, moment)


def _with_clock(moment: Moment, clock: Atom) -> Moment:
    """A day with its hour; a part of the day says which half of the day the hour is in."""
    c = clock.moment
    hour = _hour(clock, moment.part)
    twelve = c.twelve and not moment.part
    return replace(moment, hour=hour, minute=c.minute, zone=c.zone, near=c.near, part="", twelve=twelve)


def _by_date(parsed: Parsed, main: Atom, today: date | None, told: _Told, chronicle: bool) -> Moment:
    """The moment by the article's date, the clause's tense and, in a chronicle or after *that*, what was just told."""
    named = told.moment if chronicle or main.bias == "that" else None
    ahead = points_ahead(parsed, main.start)
    if main.rule == "overnight":
        main = replace(main, shift=(0, 0, "D") if ahead else (-1, -1, "D"))
    return resolve(main, today, ahead, named)


def _by_quarter(main: Atom, told: _Told, text: str) -> Moment | None:
    """``a year earlier`` after a quarter is that quarter of the year before, as business news has it.

    Not where a longer period was told since: ``for the nine months`` is compared with nine months. Nor is ``the
    previous year`` a quarter of it.
    """
    quarter = told.quarter
    if quarter is None or quarter.year is None or _LONGER.search(text, told.at, main.start):
        return None
    if main.rule == "told-quarter":
        return quarter
    if main.rule == "quarter-of-year":
        return replace(quarter, year=main.moment.year)
    back = (main.moment.offset == (-1, "Y") and main.rule != "other-day") or (
        main.rule == "ago" and main.shift == (-1, -1, "Y")
    )
    near = main.rule == "year-ago" or main.start - told.at <= _NEAR
    return replace(quarter, year=quarter.year - 1) if back and near else None


def _hour(clock: Atom, part: str) -> int | None:
    """The hour on a 24-hour clock; ``five o'clock in the afternoon`` is 17, ``at 6:41 last night`` 18."""
    hour = clock.moment.hour
    first = 5 if part == "NI" else 1
    late = part in {"AF", "EV", "NI"} and clock.rule in {"clock-24", "o-clock"}
    return hour + 12 if late and hour is not None and first <= hour < 12 else hour

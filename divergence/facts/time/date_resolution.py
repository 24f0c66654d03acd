"""From what a text says (``Tuesday``, ``Nov. 2``, ``last week``) to the calendar, by the article's own date.

Never by today's. A weekday is the latest such day up to publication, the day itself included, unless the clause
points ahead; so is a date without its year, unless the other direction is much nearer. An article without a date
leaves them partial. The rules are those of HeidelTime for news (Strötgen and Gertz 2010), with tense where it tells.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from divergence.facts.time.atoms import Atom, Shift
from divergence.facts.time.moment import Moment, timex

_FAR = 270
"""Days: a date without its year, in a clause without tense, lies in the past unless that would be longer ago."""
_DAYS = {
    "D": 1,
    "N": 1,
    "W": 7,
    "WE": 7,
    "F": 14,
    "M": 30.44,
    "Q": 91.3,
    "Y": 365.25,
    "SEASON": 365.25,
    "DE": 3652.5,
    "CE": 36525,
}


def published_on(published: str | None) -> date | None:
    """The day of publication, or None where it is missing or no ISO date."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def resolve(atom: Atom, today: date | None, ahead: bool | None, told: Moment | None = None) -> Moment:
    """The moment of an atom in an article published on ``today``.

    ``ahead`` says whether its clause points to the future (None: no tense); ``told`` is the moment that the narrative
    has reached, for chronicles, which leave the year out because they have just named it.
    """
    try:
        moment = _resolved(atom, today, ahead, told)
    except (ValueError, OverflowError):
        beyond = "" if atom.shift is None else "PAST_REF" if atom.shift[0] < 0 else "FUTURE_REF"
        moment = replace(atom.moment, vague=atom.moment.vague or beyond)
    impossible = moment.year and moment.month and moment.day and moment.exact_day is None
    return replace(moment, day=None) if impossible else moment


def _resolved(atom: Atom, today: date | None, ahead: bool | None, told: Moment | None) -> Moment:
    """The moment of an atom; raises ValueError where the calendar has no such date."""
    moment = atom.moment
    if moment.year is None and told is not None and atom.shift is None:
        moment = _in_year(moment, told)
    if today is None:
        return replace(moment, shift=atom.shift) if atom.shift else moment
    if atom.shift and not moment.dated and moment.month is None:
        return _shifted(moment, atom.shift, today, atom.rule == "ago")
    return _completed(moment, atom.bias, today, ahead)


def told_value(moment: Moment, told: Moment | None, today: date | None) -> str:
    """The TIMEX3 value of a time told from another, by the last date that the text has told, else by its own date.

    Only likely, so that it is written but never compared.
    """
    since = told or (None if today is None else on_day(Moment(), today))
    if since is None or moment.dated or moment.anchored or moment.vague:
        return ""
    if moment.offset is not None:
        return _stepped(moment, since)
    placed = moment.clock or (moment.part and moment.month is None)
    day = None if moment.weekday is not None or not placed else (since.exact_day or today)
    return "" if day is None else timex(replace(on_day(moment, day), told=""))


def whole(unit: str, today: date | None) -> str:
    """The TIMEX3 value of the year, month or week of publication."""
    return "" if today is None else timex(_placed(Moment(), 0, unit, today))


def _stepped(moment: Moment, since: Moment) -> str:
    """The value so many units away from a moment, as far as that moment is known."""
    count, unit = moment.offset or (0, "D")
    known = {"D": since.exact_day, "N": since.exact_day, "W": since.exact_day, "F": since.exact_day, "M": since.month}
    if since.year is None or not known.get(unit, unit in {"Y", "DE", "CE", "SEASON"}):
        return ""
    if unit in {"Y", "SEASON", "DE", "CE"} and since.year < 1:
        return ""
    day = since.exact_day or date(since.year, since.month or 1, 1)
    try:
        placed = _placed(replace(moment, offset=None), count, {"N": "D", "SEASON": "Y"}.get(unit, unit), day)
    except (ValueError, OverflowError):
        return ""
    return timex(placed)


def _in_year(moment: Moment, told: Moment) -> Moment:
    """A month or season near the moment that a chronicle has reached: January after December is the next year's."""
    if told.year is None or not (moment.month is not None or moment.season or moment.quarter):
        return moment
    ahead = (moment.month or 0) - (told.month or 0) if moment.month and told.month else 0
    return replace(moment, year=told.year + (ahead < -7) - (ahead > 7))


def on_day(moment: Moment, day: date) -> Moment:
    """The moment, placed on a calendar day."""
    return replace(moment, year=day.year, month=day.month, day=day.day)


def _shifted(moment: Moment, shift: Shift, today: date, rough: bool) -> Moment:
    low, high, unit = shift
    unit = {"N": "D", "SEASON": "Y"}.get(unit, unit)
    if unit == "WE":
        saturday = today - timedelta(days=(today.isoweekday() + 1) % 7) + timedelta(days=7 * max(0, high))
        saturday -= timedelta(days=7 if high < 0 and today.isoweekday() >= 6 else 0)
        iso = saturday.isocalendar()
        return replace(moment, year=iso.year, week=iso.week)
    if low == high and unit == "D":
        return on_day(moment, today + timedelta(days=low))
    window = _window(low, high, unit, today) if rough else None
    placed = _placed(moment, round((low + high) / 2) if low != high else low, unit, today)
    return replace(placed, window=window)


def _window(low: int, high: int, unit: str, today: date) -> tuple[date, date]:
    """Days that ``three weeks ago`` may mean: half a unit either way."""
    length = _DAYS[unit]
    slack = 0.0 if unit == "D" else length / 2
    return today + timedelta(days=low * length - slack), today + timedelta(days=high * length + slack)


def _placed(moment: Moment, steps: int, unit: str, today: date) -> Moment:
    """The unit that lies so many units away: its week, month, quarter, year or decade."""
    if unit == "D":
        return on_day(moment, today + timedelta(days=steps))
    if unit in {"W", "F"}:
        iso = (today + timedelta(days=7 * steps * (2 if unit == "F" else 1))).isocalendar()
        return replace(moment, year=iso.year, week=iso.week)
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    quarter_year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + steps, 4)
    placed = {
        "M": replace(moment, year=year, month=month + 1),
        "Q": replace(moment, year=quarter_year, quarter=quarter + 1),
        "Y": replace(moment, year=today.year + steps),
        "DE": replace(moment, decade=today.year // 10 * 10 + 10 * steps),
        "CE": replace(moment, century=(today.year - 1) // 100 + 1 + steps),
    }.get(unit, moment)
    _year(placed.year or placed.decade or 1)
    return placed


def _year(number: int) -> int:
    """A year of the calendar; ``thousands of years ago`` has none."""
    if not 1 <= number <= 9000:
        raise ValueError(number)
    return number


def _completed(moment: Moment, bias: str, today: date, ahead: bool | None) -> Moment:
    """Supply what the text leaves out: the year of a date, the date of a weekday."""
    if moment.dated:
        return replace(moment, weekday=None) if moment.exact_day else moment
    if moment.day is not None and moment.month is not None:
        return replace(moment, year=_year_of_day(moment, bias, today, ahead), weekday=None, assumed=True)
    if moment.weekday is not None:
        return on_day(moment, _weekday(moment.weekday, bias, today, ahead))
    if moment.quarter is not None:
        return replace(moment, year=_year_of_quarter(3 * moment.quarter - 2, today, ahead))
    if moment.month is None and not moment.season:
        return moment
    last = moment.month or {"SP": 5, "SU": 8, "FA": 11, "WI": 12}[moment.season]
    first = moment.month or last - 2
    return replace(moment, year=_year_of_stretch(first, last, bias, today, ahead), assumed=not bias)


def _weekday(weekday: int, bias: str, today: date, ahead: bool | None) -> date:
    if bias.endswith("week"):
        weeks = {"last week": -1, "next week": 1}.get(bias, 0)
        return today + timedelta(days=weekday - today.isoweekday() + 7 * weeks)
    back = (today.isoweekday() - weekday) % 7
    if bias == "next":
        return today + timedelta(days=7 - back)
    if bias == "last":
        return today - timedelta(days=back or 7)
    forward = ahead or (bias == "this" and ahead is None)
    return today + timedelta(days=(7 - back) % 7) if forward else today - timedelta(days=back)


def _year_of_day(moment: Moment, bias: str, today: date, ahead: bool | None) -> int:
    """The year that puts a day and month nearest to publication on the right side of it, with its weekday if named."""
    years = [y for y in range(today.year - 3, today.year + 3) if _exists(y, moment)]
    fitting = [y for y in years if moment.weekday in {None, _date(y, moment).isoweekday()}] or years
    past = [y for y in fitting if _date(y, moment) <= today]
    future = [y for y in fitting if _date(y, moment) > today]
    if not past or not future:
        return min(past or future or [today.year], key=lambda y: abs(y - today.year))
    if bias == "next" or (ahead and bias != "last"):
        return min(future)
    since, until = (today - _date(max(past), moment)).days, (_date(min(future), moment) - today).days
    nearer_ahead = bias != "last" and since > _FAR and until < since and (ahead is None or until <= 60)
    return min(future) if nearer_ahead else max(past)


def _exists(year: int, moment: Moment) -> bool:
    try:
        return bool(_date(year, moment))
    except ValueError:
        return False


def _date(year: int, moment: Moment) -> date:
    return date(year, moment.month or 1, moment.day or 1)


def _year_of_quarter(first: int, today: date, ahead: bool | None) -> int:
    """The year of a quarter by its first month: the latest that has begun, or the one that is to end."""
    return today.year + (first + 2 < today.month) if ahead else today.year - (first > today.month)


def _year_of_stretch(first: int, last: int, bias: str, today: date, ahead: bool | None) -> int:
    """The year of a month, quarter or season: this year's if it has begun, else last year's, or the one ahead."""
    if bias == "next":
        return today.year + (1 if first <= today.month else 0)
    if bias == "this":
        return today.year
    if bias == "last":
        return today.year - (1 if last >= today.month else 0)
    if ahead:
        return today.year + (1 if last < today.month else 0)
    soon = ahead is None and 0 < (first - today.month) % 12 <= 2
    return today.year - (first > today.month) + soon

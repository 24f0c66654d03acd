"""How a moment is printed: plain normal forms that are equal for moments that are the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from divergence.facts.time.moment import Moment
from divergence.lexicon.calendar import CLOCK_UNITS, MONTH_NAMES, PART_NAMES, UNITS, WEEKDAY_NAMES
from divergence.model.fact import Hedge

_DAY = 24 * 60
_UNIT_WORDS = {
    "s": "second",
    "m": "minute",
    "h": "hour",
    "D": "day",
    "N": "night",
    "W": "week",
    "WE": "weekend",
    "F": "fortnight",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
    "SEASON": "season",
}


@dataclass(frozen=True, slots=True)
class Timed:
    """A moment as one source hedges it."""

    moment: Moment
    hedge: Hedge


_LETTERS = {(code.lower() if name in CLOCK_UNITS else code): length for name, (code, length) in UNITS.items()}


def seconds_of(letter: str) -> int:
    """Mean length of a unit of an offset, by its letter; clock units are lower case."""
    return _LETTERS[letter]


def minute_of(moment: Moment) -> int:
    """Minutes after midnight, 0 to 1439."""
    return ((moment.hour or 0) * 60 + (moment.minute or 0)) % _DAY


def print_moment(timed: Timed) -> str:
    """A moment in plain normal form; equal for moments that are the same."""
    moment = timed.moment
    if moment.clock:
        return _hedged_clock(timed)
    if moment.offset:
        hedge = "" if timed.hedge is Hedge.EXACTLY else f"{timed.hedge} "
        return hedge + _print_offset(moment)
    if moment.vague:
        return {"PAST_REF": "in the past", "FUTURE_REF": "in the future"}.get(moment.vague, "now")
    edge = {"START": "early ", "MID": "mid-", "END": "late "}.get(moment.edge, "")
    part = f", {edge}{PART_NAMES[moment.part]}" if moment.part else ""
    hedge = "about " if timed.hedge is Hedge.ABOUT or (moment.window and not moment.is_stretch) else ""
    plain = _print_calendar(moment)
    return f"{hedge}{'' if part else edge}{plain}{part}" if plain else f"{hedge}{part.removeprefix(', ')}"


def _hedged_clock(timed: Timed) -> str:
    near = "just " if timed.moment.near else ""
    words = {Hedge.ABOUT: "about ", Hedge.LESS_THAN: f"{near}before ", Hedge.MORE_THAN: f"{near}after "}
    return words.get(timed.hedge, "") + print_clock(timed.moment)


def print_clock(moment: Moment) -> str:
    """``22:45``, or in Greenwich time where the zone is known: ``07:37 GMT``."""
    minute = (minute_of(moment) - (moment.zone or 0)) % _DAY
    return f"{minute // 60:02d}:{minute % 60:02d}" + ("" if moment.zone is None else " GMT")


def _print_offset(moment: Moment) -> str:
    count, unit = moment.offset or (0, "D")
    word = _UNIT_WORDS[unit]
    part = f", {PART_NAMES[moment.part]}" if moment.part else ""
    if moment.vague:
        return f"{word}s {'earlier' if count < 0 else 'later'}"
    if count == 0:
        return f"the same {word}{part}"
    return f"{abs(count)} {word}{'s' if abs(count) > 1 else ''} {'earlier' if count < 0 else 'later'}{part}"


def _print_calendar(moment: Moment) -> str:
    """The calendar part, without hedges: ``26 October 2025``, ``October 2025``, ``Sunday``, ``the third quarter``."""
    if moment.is_stretch and moment.window:
        return " to ".join(f"{d.day} {MONTH_NAMES[d.month - 1]} {d.year}" for d in moment.window)
    if moment.month:
        day = f"{moment.day} " if moment.day else ""
        return f"{day}{MONTH_NAMES[moment.month - 1]} {_printed_year(moment)}".rstrip()
    if moment.week is not None:
        monday = date.fromisocalendar(moment.year or 1, moment.week, 6 if moment.weekend else 1)
        kind = "weekend" if moment.weekend else "week"
        return f"the {kind} of {monday.day} {MONTH_NAMES[monday.month - 1]} {monday.year}"
    if moment.weekday:
        return WEEKDAY_NAMES[moment.weekday - 1]
    if moment.shift:
        return _print_shift(moment.shift)
    return "the weekend" if moment.weekend else _print_year(moment)


def _print_shift(shift: tuple[int, int, str]) -> str:
    low, high, unit = shift
    word = _UNIT_WORDS[unit]
    if (low, high) == (0, 0):
        return {"D": "today"}.get(unit, f"this {word}")
    span = str(abs(high)) if low == high else f"{abs(high)} to {abs(low)}"
    return f"{span} {word}{'s' if span != '1' else ''} {'before' if low < 0 else 'after'} publication"


def _printed_year(moment: Moment) -> str:
    year = moment.year or 0
    return "" if not year else str(year) if year > 0 else f"{-year} BC"


def _print_year(moment: Moment) -> str:
    year = _printed_year(moment)
    names = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
    if moment.season:
        return f"{names[moment.season]} {year}".strip()
    if moment.quarter or moment.half:
        kind = f"quarter {moment.quarter}" if moment.quarter else f"half {moment.half}"
        return f"{kind} of {year}" if year else kind
    if moment.decade is not None:
        return f"the {moment.decade}s"
    return f"century {moment.century}" if moment.century else year

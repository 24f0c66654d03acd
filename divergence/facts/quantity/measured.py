"""A number with what is printed on it: unit, currency, percent sign, age, magnitude.

Durations are read here only to be left out: they are another kind of fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from divergence.lexicon.currencies import POUNDS, Currency, currency_after, currency_before, millions_after
from divergence.lexicon.numbers import Form, Numeral
from divergence.lexicon.units import MAGNITUDE, unit_after


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with the unit printed on it, before ranges are joined."""

    numeral: Numeral
    start: int
    end: int
    unit: str = ""
    dimension: str = "count"
    factor: Decimal = Decimal(1)


PERCENT_SIGN = re.compile(
    r"[ \u00a0]?%|(?<=\d)pc\b|[ \u00a0-](?:per[ -]?cent|percents?|pct\.?|percentage(?![ -]points?))(?![a-z])",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"[ -](?:(?:percentage|per cent)[ -]points?|basis[ -]points?)\b|[ ]of[ ](?:a[ ]|one[ ])?percentage[ ]points?\b|"
    r"(?<=[\d])[ ]?pp\b|[ ]?%[ -]points?\b",
    re.IGNORECASE,
)
_MAGNITUDE_AFTER = re.compile(
    r"[ ]?-?[ ]?magnitude\b|(?:[ ]degrees?)?[ ](?:on|in)[ ]the[ ](?:open-ended[ ])?Richter(?:[ ]scale)?\b|[ ]Richter\b|"
    r"(?:[ ](?:strong|powerful|undersea|major|moderate))?[ ]"
    r"(?:quake|earthquake|aftershock|tremor|temblor)\b",
    re.IGNORECASE,
)
_MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:[ -]|[ ]of[ ]|[ ]was[ ]|[ ]at[ ]|[ ]is[ ])(?:(?:at[ ]least|about|around|a)[ ])?$|\bM$",
    re.IGNORECASE,
)
_CATEGORY = re.compile(r"\bcategory[ -]$", re.IGNORECASE)
_TIME = re.compile(
    r"[ \u00a0-](?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|"
    r"nights?|fortnights?|mornings?|evenings?|afternoons?|yrs?)\b(?!['’]?[ -]olds?\b)(?![ ]of[ ]age)",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"(?:[ -](?P<unit>year|month|week|day)s?[ -]olds?\b|[ ](?P<of>year|month|week)s?[ ]of[ ]age\b|[ ]y/?o\b)",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged|ages|age|the[ ]age[ ]of|ages[ ]of)[ ](?:(?:between|from|just|only|about|around|of)[ ]){0,2}$",
    re.IGNORECASE,
)


_PAID = re.compile(
    r"\b(?:fine[sd]?|paid|pay(?:s|ing|ment)?|cost(?:s|ing)?|owe[sd]?|earn(?:s|ed|ing)?|price[sd]?|charge[sd]?|bail|ransom|"
    r"compensation|damages|salary|wages?|pension|debts?|loan|fee|fare|rent|reward|prize|grant|donat\w{1,4}|worth|spen[dt]\w{0,3})\b"
    r"(?![^.;]*\b(?:weigh\w{0,3}|heav\w{1,4}|flesh|pressure)\b)[^.;\d]{0,40}$",
    re.IGNORECASE,
)
"""What makes money of pounds: a fine, a price or a payment before them, and no talk of weight."""
_AS_FAR = 60
"""Characters before a number that are read for words of paying."""


def measured(text: str, numeral: Numeral) -> Measured:
    """A number with the unit, currency or percent sign that is printed on it."""
    plain = Measured(numeral, numeral.start, numeral.end)
    return next((m for read in _ON_NUMBERS if (m := read(text, plain)) is not None), plain)


def _as_age(text: str, plain: Measured) -> Measured | None:
    after = _AGE_AFTER.match(text, plain.end)
    if after:
        unit = (after["unit"] or after["of"] or "year").lower()
        return replace(plain, end=after.end(), unit=unit, dimension="age")
    before = _AGE_BEFORE.search(text, max(0, plain.start - 30), plain.start)
    if before and plain.numeral.low < 130 and not PERCENT_SIGN.match(text, plain.end):
        return replace(plain, unit="year", dimension="age", start=before.start())
    return None


def _as_time(text: str, plain: Measured) -> Measured | None:
    """Durations are another kind's business; they are read here only to be left out."""
    match = _TIME.match(text, plain.end)
    return replace(plain, end=match.end(), dimension="time") if match else None


def _as_percent(text: str, plain: Measured) -> Measured | None:
    points = _POINTS.match(text, plain.end)
    if points:
        factor = Decimal("0.01") if "basis" in points[0].lower() else Decimal(1)
        return replace(plain, end=points.end(), unit="percentage point", dimension="percent", factor=factor)
    sign = PERCENT_SIGN.match(text, plain.end)
    return replace(plain, end=sign.end(), unit="percent", dimension="percent") if sign else None


def _as_money(text: str, plain: Measured) -> Measured | None:
    before = currency_before(text, plain.start)
    after = currency_after(text, plain.end)
    if after is None and plain.numeral.form == Form.VAGUE and text.startswith(" of ", plain.end):
        after = currency_after(text, plain.end + len(" of"))
    if before is not None:
        named = after is not None and after[0].name.endswith(before[0].name)
        currency = after[0] if after is not None and named else before[0]
        return _money(plain, currency, before[1], after[1] if after is not None and named else plain.end)
    if after is not None:
        return _money(plain, after[0], plain.start, after[1])
    millions = millions_after(text, plain.end)
    if millions is not None:
        return replace(_money(plain, millions[0], plain.start, millions[1]), factor=Decimal(10**6))
    return _as_pounds(text, plain)


def _as_pounds(text: str, plain: Measured) -> Measured | None:
    """Pounds that are money: scaled, where the text has a sign of theirs, or paid; never pounds of something."""
    vague = plain.numeral.form == Form.VAGUE and text.startswith(" of ", plain.end)
    pounds = POUNDS.match(text, plain.end + len(" of " if vague else " "))
    if pounds is None:
        return None
    told = vague or _PAID.search(text, max(0, plain.start - _AS_FAR), plain.start) is not None
    paid = told and not text.startswith(" of ", pounds.end())
    if plain.numeral.scaled or "£" in text or paid:
        return replace(plain, end=pounds.end(), unit="pound", dimension="money")
    return None


def _money(plain: Measured, currency: Currency, start: int, end: int) -> Measured:
    factor = Decimal("0.01") if currency.minor else Decimal(1)
    return replace(plain, start=start, end=end, unit=currency.name, dimension="money", factor=factor)


def _as_magnitude(text: str, plain: Measured) -> Measured | None:
    if plain.numeral.form != Form.DIGITS or not 0 < plain.numeral.low < 10:
        return None
    before = _MAGNITUDE_BEFORE.search(text, max(0, plain.start - 36), plain.start)
    if before:
        return replace(plain, start=before.start(), unit=MAGNITUDE.name, dimension=MAGNITUDE.dimension)
    after = _MAGNITUDE_AFTER.match(text, plain.end)
    if after is None or not ("." in text[plain.start : plain.end] or "quake" not in after[0].lower()):
        return None
    quake = re.search(r"(?i)[ ](?:quake|earthquake|aftershock|tremor|temblor)$", after[0])
    end = plain.end if quake else after.end()
    return replace(plain, end=end, unit=MAGNITUDE.name, dimension=MAGNITUDE.dimension)


def _as_category(text: str, plain: Measured) -> Measured | None:
    """The category of a storm, which is a fact about it: ``a Category 3 hurricane``."""
    before = _CATEGORY.search(text, max(0, plain.start - 10), plain.start)
    whole = plain.numeral.form == Form.DIGITS and 0 < plain.numeral.low <= 5
    return replace(plain, start=before.start(), unit="category", dimension="category") if before and whole else None


def _as_measure(text: str, plain: Measured) -> Measured | None:
    found = unit_after(text, plain.end)
    return replace(plain, end=found[1], unit=found[0].name, dimension=found[0].dimension) if found else None


_ON_NUMBERS: tuple[Callable[[str, Measured], Measured | None], ...] = (
    _as_age,
    _as_time,
    _as_percent,
    _as_money,
    _as_magnitude,
    _as_category,
    _as_measure,
)
"""What can be printed on a number; the first that reads it has it."""

"""Numbers of a text with all that belongs to their value: range, sign, unit, share, hedge; no grammar yet.

Reading goes from the inside out: the number, a second end (``20 to 25``), a whole (``three out of four``), the unit or
currency or percent sign, and the hedges around all of it. So ``between $165 million and $180 million`` is one value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from divergence.facts.identifiers import refused
from divergence.facts.quantity import Quantity
from divergence.lexicon.cardinals import SCALES, SUFFIXES, alternation, plain
from divergence.lexicon.currencies import POUNDS, Currency, currency_after, currency_before
from divergence.lexicon.hedges import hedge_after, hedge_before
from divergence.lexicon.numbers import Form, Numeral, numerals
from divergence.lexicon.units import MAGNITUDE, unit_after, unit_named
from divergence.model.fact import Hedge, Kind


@dataclass(frozen=True, slots=True)
class Expression:
    """One number with its unit and hedge, at ``[start, end)``; the bare number at ``[inner_start, inner_end)``."""

    kind: Kind
    start: int
    end: int
    inner_start: int
    inner_end: int
    value: Quantity
    hedge: Hedge
    form: Form
    rule: str


@dataclass(frozen=True, slots=True)
class _Measured:
    """A number with the unit printed on it, before ranges are joined."""

    numeral: Numeral
    start: int
    end: int
    unit: str = ""
    dimension: str = "count"
    factor: Decimal = Decimal(1)


_PERCENT = re.compile(
    r"[ \u00a0]?%|[ \u00a0-](?:per[ -]?cent|percents?|pct\.?|percentage(?![ -]points?))(?![a-z])", re.IGNORECASE
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
_SECOND = re.compile(r"[ ]?[-–][ ]?|-?[ -](?:to|or)[ -]|[ ](?:and|to)[ ]", re.IGNORECASE)
_OUT_OF = re.compile(r"[ -](?:out[ -]of|in|of)[ -](?:(?:the|every|all|its|their)[ ])?", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\b(?:between|from|anywhere[ ]from|ranging[ ]from|range[ ]of)[ ])(?:the[ ])?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|grew|grown|grow(?:s|ing)?|increas\w{1,4}|jump\w{0,3}|climb\w{0,3}|fell|fall(?:s|en|ing)?|"
    r"drop\w{0,4}|declin\w{1,3}|reduc\w{1,4}|rais\w{1,3}|lower\w{0,3}|cut(?:ting)?|up|down|went|go(?:es|ing)?|mov\w{1,3}|revis\w{1,3}|"
    r"chang\w{1,3}|doubl\w{1,3}|soar\w{0,3}|shr\w{2,5}|wid\w{2,5}|surg\w{1,3}|plung\w{1,3}|slip\w{0,4})\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_SCORING = re.compile(
    r"\b(?:vot\w{1,4}|scor\w{1,4}|w[oi]n\w{0,4}|beat\w{0,3}|los[et]\w{0,3}|loss|defeat\w{0,3}|victor\w{1,3}|lead\w{0,3}|led|draw|drew|"
    r"tie[ds]?|majority|record|split|rul\w{1,4}|part(?:y|ies)|pass\w{0,4}|approv\w{1,3}|decision|senate|margin)\b",
    re.IGNORECASE,
)
_PER = re.compile(
    r"[ ]?(?:per|/|an?(?=[ ](?:barrel|share|gallon|ounce|tonne|ton|pound|person|head|year|month|week|day|hour|season|"
    r"vote|kilo|bottle)\b))[ ]?([a-z]{2,12})\b(?![ ](?:earlier|ago|later|before|after|old|previously))"
)


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
_YEAR_WORDS = re.compile(
    r"\b(?:in|since|of|by|until|till|from|the|early|late|mid|for|to|and|during|before|after|between|circa|around|about|spring|"
    r"summer|fall|autumn|winter|this|last|through|'s|’s|his|her|their|its)[ -]$|[(–-]$",
    re.IGNORECASE,
)


def expressions(text: str) -> tuple[Expression, ...]:
    """Every number of a sentence with its unit, range and hedge, from left to right, none overlapping."""
    barred = refused(text)
    numbers = [n for n in numerals(text) if not any(n.start < end and start < n.end for start, end in barred)]
    measured = [_measured(text, n) for n in numbers if not _is_year(text, n)]
    measured = [m for m in measured if not text[m.end : m.end + 1].isalpha()]
    return tuple(_disjoint([_finished(text, joined) for joined in _joined(text, measured)]))


def _disjoint(found: list[Expression]) -> Iterator[Expression]:
    """Give words between two numbers to one of them only: in ``5 or more than 6`` the hedge is the second's."""
    at = 0
    for this, following in zip_longest(found, found[1:]):
        end = min(this.end, following.start) if following else this.end
        yield replace(this, start=max(this.start, at), end=max(end, this.inner_end))
        at = max(end, this.inner_end)


def shifted(found: Expression, by: int) -> Expression:
    """The same expression, its offsets moved: from a sentence to the article."""
    moved = {name: getattr(found, name) + by for name in ("start", "end", "inner_start", "inner_end")}
    return replace(found, **moved)


def _is_year(text: str, number: Numeral) -> bool:
    """Whether four digits are a year rather than a count: ``the 2003 quake``, but not ``killed 2003 people``."""
    printed = text[number.start : number.end]
    if not (len(printed) == 4 and printed.isdigit() and "1500" <= printed <= "2100"):
        return False
    if hedge_before(text, number.start) or currency_before(text, number.start):
        return bool(re.search(r"(?i)\b(?:about|around|over)[ ]$", text[: number.start])) and not _plural(
            text, number.end
        )
    unit = unit_after(text, number.end) or _PERCENT.match(text, number.end) or currency_after(text, number.end)
    counted = unit is not None or _plural(text, number.end)
    return not counted or bool(_YEAR_WORDS.search(text, max(0, number.start - 12), number.start))


def _plural(text: str, at: int) -> bool:
    """Whether the next words can be what is counted."""
    return bool(
        re.compile(r"[ ](?:[a-z]{2,20}+[ ])?(?:people|men|women|children|police|[a-z]{2,20}+(?<=[a-rt-z]s))\b").match(
            text, at
        )
    )


def _measured(text: str, numeral: Numeral) -> _Measured:
    """A number with the unit, currency or percent sign that is printed on it."""
    plain = _Measured(numeral, numeral.start, numeral.end)
    return next((m for read in _ON_NUMBERS if (m := read(text, plain)) is not None), plain)


def _as_age(text: str, plain: _Measured) -> _Measured | None:
    after = _AGE_AFTER.match(text, plain.end)
    if after:
        unit = (after["unit"] or after["of"] or "year").lower()
        return replace(plain, end=after.end(), unit=unit, dimension="age")
    before = _AGE_BEFORE.search(text, max(0, plain.start - 30), plain.start)
    if before and plain.numeral.low < 130 and not _PERCENT.match(text, plain.end):
        return replace(plain, unit="year", dimension="age", start=before.start())
    return None


def _as_time(text: str, plain: _Measured) -> _Measured | None:
    """Durations are another kind's business; they are read here only to be left out."""
    match = _TIME.match(text, plain.end)
    return replace(plain, end=match.end(), dimension="time") if match else None


def _as_percent(text: str, plain: _Measured) -> _Measured | None:
    points = _POINTS.match(text, plain.end)
    if points:
        factor = Decimal("0.01") if "basis" in points[0].lower() else Decimal(1)
        return replace(plain, end=points.end(), unit="percentage point", dimension="percent", factor=factor)
    sign = _PERCENT.match(text, plain.end)
    return replace(plain, end=sign.end(), unit="percent", dimension="percent") if sign else None


def _as_money(text: str, plain: _Measured) -> _Measured | None:
    before = currency_before(text, plain.start)
    after = currency_after(text, plain.end)
    if before is not None:
        named = after is not None and after[0].name.endswith(before[0].name)
        currency = after[0] if after is not None and named else before[0]
        return _money(plain, currency, before[1], after[1] if after is not None and named else plain.end)
    if after is not None:
        return _money(plain, after[0], plain.start, after[1])
    pounds = POUNDS.match(text, plain.end + 1)
    if pounds and (plain.numeral.scaled or "£" in text):
        return replace(plain, end=pounds.end(), unit="pound", dimension="money")
    return None


def _money(plain: _Measured, currency: Currency, start: int, end: int) -> _Measured:
    factor = Decimal("0.01") if currency.minor else Decimal(1)
    return replace(plain, start=start, end=end, unit=currency.name, dimension="money", factor=factor)


def _as_magnitude(text: str, plain: _Measured) -> _Measured | None:
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


def _as_category(text: str, plain: _Measured) -> _Measured | None:
    """The category of a storm, which is a fact about it: ``a Category 3 hurricane``."""
    before = _CATEGORY.search(text, max(0, plain.start - 10), plain.start)
    whole = plain.numeral.form == Form.DIGITS and 0 < plain.numeral.low <= 5
    return replace(plain, start=before.start(), unit="category", dimension="category") if before and whole else None


def _as_measure(text: str, plain: _Measured) -> _Measured | None:
    found = unit_after(text, plain.end)
    return replace(plain, end=found[1], unit=found[0].name, dimension=found[0].dimension) if found else None


_ON_NUMBERS: tuple[Callable[[str, _Measured], _Measured | None], ...] = (
    _as_age,
    _as_time,
    _as_percent,
    _as_money,
    _as_magnitude,
    _as_category,
    _as_measure,
)
"""What can be printed on a number; the first that reads it has it."""


@dataclass(frozen=True, slots=True)
class _Joined:
    """One value: a number, or two that belong together as a range, a score or a share."""

    first: _Measured
    second: _Measured | None = None
    relation: str = ""
    """``range``, ``score`` or ``share``."""


def _joined(text: str, measured: list[_Measured]) -> Iterator[_Joined]:
    """The numbers, with two that form one value put together."""
    at = 0
    while at < len(measured):
        first = measured[at]
        second = measured[at + 1] if at + 1 < len(measured) else None
        relation = _relation(text, first, second) if second else ""
        if relation and second and second.dimension == "time":
            pass
        elif relation and second:
            yield _Joined(_with_scale_of(text, first, second) if relation == "range" else first, second, relation)
        elif first.dimension != "time":
            yield _Joined(first)
        at += 2 if relation else 1


def _relation(text: str, first: _Measured, second: _Measured) -> str:
    """How two neighbouring numbers make one value, or nothing."""
    if Form.VAGUE in (first.numeral.form, second.numeral.form):
        return ""
    gap = text[first.end : second.start]
    if gap in {" ", ", ", " and "} and _is_sum(first, second):
        return "sum"
    if _OUT_OF.fullmatch(gap) and _is_share(gap, first, second):
        return "share"
    if not _SECOND.fullmatch(gap) or not _same_measure(first, second):
        return ""
    if gap.strip() in _DASHES and _is_score(text, first, second):
        return "score"
    return "range" if _is_range(text, gap.strip(), first, second) else ""


_DASHES = {"-", "–"}


def _is_range(text: str, link: str, first: _Measured, second: _Measured) -> bool:
    """Whether two numbers are the ends of a range, and not a change from one to the other (``rose from 5 to 23``)."""
    if _with_scale_of(text, first, second).numeral.high >= second.numeral.low:
        return False
    starts = (first.start, first.numeral.start)
    if link == "and":
        return any(_BETWEEN.search(text, max(0, at - 24), at) for at in starts)
    return link in _DASHES or "to" not in link or not _CHANGE.search(text, max(0, first.start - 60), first.start)


def _same_measure(first: _Measured, second: _Measured) -> bool:
    """Whether two ends can be of one unit; the first may leave it to the second, and money's sign to the first."""
    if first.dimension == second.dimension:
        return first.unit == second.unit
    return first.dimension == "count" or (first.dimension in {"money", "age"} and second.dimension == "count")


def _is_sum(first: _Measured, second: _Measured) -> bool:
    """``5 feet 2 inches``, ``3 dollars and 50 cents``: the smaller unit adds to the greater."""
    if first.dimension == second.dimension == "money":
        return first.unit == second.unit and first.factor == 1 and second.factor < 1 and second.numeral.low < 100
    return (first.unit, second.unit) in {("foot", "inch"), ("pound", "ounce"), ("meter", "centimeter")}


def _is_share(gap: str, first: _Measured, second: _Measured) -> bool:
    """``three out of four``, ``one in three``; in ``five in two attacks`` they are apart."""
    counts = first.dimension == second.dimension == "count" and first.numeral.low < second.numeral.low
    return counts and (" in " not in gap or first.numeral.low == 1)


def _is_score(text: str, first: _Measured, second: _Measured) -> bool:
    """``52-48``, ``3-2``: two small numbers in digits, the greater first or talk of votes and games around."""
    a, b = first.numeral, second.numeral
    digits = a.form == b.form == Form.DIGITS and first.dimension == second.dimension == "count"
    if not digits or max(a.low, b.low) > 700 or a.low != a.low.to_integral_value():
        return False
    around = text[max(0, first.start - 60) : second.end + 40]
    return a.low > b.low or bool(_SCORING.search(around))


_SCALE_WORD = re.compile(rf"(?:^|[\s\d-])({alternation([*SCALES, *SUFFIXES])})$", re.IGNORECASE)


def _with_scale_of(text: str, first: _Measured, second: _Measured) -> _Measured:
    """``10 to 12 million`` begins at ten million."""
    a, b = first.numeral, second.numeral
    word = _SCALE_WORD.search(text[b.start : b.end])
    if word is None or a.scaled or a.high >= 1000:
        return first
    scale = {**SUFFIXES, **SCALES}[word[1].lower()]
    if a.high * scale >= b.low:
        return first
    return replace(first, numeral=replace(a, low=a.low * scale, high=a.high * scale, step=a.step * scale))


def _finished(text: str, joined: _Joined) -> Expression:
    """The value of one or two numbers, with its hedges and all that is printed on it."""
    first, last = joined.first, joined.second or joined.first
    start, end = first.start, last.end
    between = _BETWEEN.search(text, max(0, start - 24), start) if joined.relation == "range" else None
    before = hedge_before(text, between.start() if between else start)
    after = hedge_after(text, end) or hedge_after(text, last.numeral.end)
    hedge = before.hedge if before else after.hedge if after else Hedge.EXACTLY
    unit = first if joined.relation == "sum" else next((m for m in (last, first) if m.unit), first)
    per = _PER.match(text, end) if unit.dimension == "money" else None
    outer = (
        before.start if before else between.start() if between else start,
        max(end, after.end if after else end, per.end() if per else end),
    )
    return Expression(
        kind=_KINDS.get(unit.dimension, Kind.NUMBER),
        start=outer[0],
        end=outer[1],
        inner_start=first.numeral.start,
        inner_end=last.numeral.end,
        value=_value(text, joined, unit, per[1].lower() if per else ""),
        hedge=hedge,
        form=first.numeral.form,
        rule=joined.relation or unit.dimension,
    )


_KINDS = {"money": Kind.MONEY, "percent": Kind.PERCENT, "age": Kind.AGE}


def _sum(first: _Measured, second: _Measured) -> Quantity:
    """The quantity of a greater and a smaller unit together, in the greater."""
    a, b = first.numeral, second.numeral
    greater, smaller = unit_named(first.unit), unit_named(second.unit)
    ratio = smaller.factor / greater.factor if greater and smaller and first.dimension != "money" else second.factor
    total = plain(round(a.low + b.low * ratio, 4))
    return Quantity(total, total, first.unit, first.dimension, step=round(b.step * ratio, 4))


def _value(text: str, joined: _Joined, unit: _Measured, per: str) -> Quantity:
    """The quantity of one or two numbers."""
    a, b = joined.first.numeral, (joined.second or joined.first).numeral
    share = joined.relation == "share"
    if joined.relation == "sum" and joined.second:
        return _sum(joined.first, joined.second)
    dimension = {"score": "score", "share": "count"}.get(joined.relation, unit.dimension)
    if a.form == Form.FRACTION and not joined.second and dimension == "count" and a.low < 1:
        dimension = "share"
    return Quantity(
        low=plain(a.low * unit.factor),
        high=plain((a if share else b).high * unit.factor),
        unit=unit.unit,
        dimension=dimension,
        per=per,
        whole=b.low if share else None,
        step=min(a.step, b.step) * unit.factor,
        words=" ".join(text[a.start : a.end].lower().split()) if a.form == Form.VAGUE else "",
    )

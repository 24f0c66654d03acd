"""Numbers of a text with all that belongs to their value: range, sign, unit, share, hedge; no grammar yet.

Reading goes from the inside out: the number, a second end (``20 to 25``), a whole (``three out of four``), the unit or
currency or percent sign, and the hedges around all of it. So ``between $165 million and $180 million`` is one value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from itertools import zip_longest

from divergence.facts.quantity.identifiers import refused
from divergence.facts.quantity.joined import BETWEEN, Joined, joined
from divergence.facts.quantity.measured import PERCENT_SIGN, Measured, measured
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.rate import per_of_sum
from divergence.facts.quantity.sign import sign_before
from divergence.lexicon.cardinals import plain
from divergence.lexicon.currencies import currency_after, currency_before
from divergence.lexicon.hedges import AMOUNTING, LEVELS, hedge_after, hedge_before, is_preposition
from divergence.lexicon.numbers import Form, Numeral, numerals
from divergence.lexicon.units import unit_after, unit_named
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


_YEAR_WORDS = re.compile(
    r"\b(?:in|since|of|by|until|till|from|the|early|late|mid|for|to|and|during|before|after|between|circa|around|about|spring|"
    r"summer|fall|autumn|winter|this|last|through|'s|’s|his|her|their|its)[ -]$|[(–-]$",
    re.IGNORECASE,
)


def expressions(text: str) -> tuple[Expression, ...]:
    """Every number of a sentence with its unit, range and hedge, from left to right, none overlapping."""
    found = numerals(text)
    barred = refused(text) if found else ()
    read = [measured(text, n) for n in _outside(found, barred) if not _is_year(text, n)]
    whole = [m for m in read if not text[m.end : m.end + 1].isalpha()]
    return tuple(_disjoint([_finished(text, one) for one in joined(text, whole)]))


def _outside(found: tuple[Numeral, ...], barred: tuple[tuple[int, int], ...]) -> Iterator[Numeral]:
    """The numbers that touch none of the barred stretches; both are in order, so one pass is enough."""
    at = 0
    for number in found:
        while at < len(barred) and barred[at][1] <= number.start:
            at += 1
        if at == len(barred) or barred[at][0] >= number.end:
            yield number


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
    if not (len(printed) == 4 and printed.isdigit() and "1500" <= printed < "2200"):
        return False
    if AMOUNTING.search(text, max(0, number.start - 30), number.start):
        return False
    if LEVELS.match(text, number.end) and text[: number.start].lower().endswith(("above ", "below ", "beyond ")):
        return True
    if printed > "2100":
        return _plural(text, number.end) is False and text[: number.start].lower().endswith(("by ", "until "))
    unit = unit_after(text, number.end) or PERCENT_SIGN.match(text, number.end) or currency_after(text, number.end)
    counted = unit is not None or _plural(text, number.end)
    if hedge_before(text, number.start) or currency_before(text, number.start):
        return bool(re.search(r"(?i)\b(?:about|around|over)[ ]$", text[: number.start])) and not counted
    return not counted or bool(_YEAR_WORDS.search(text, max(0, number.start - 12), number.start))


def _plural(text: str, at: int) -> bool:
    """Whether the next words can be what is counted."""
    return bool(
        re.compile(r"[ ](?:[a-z]{2,20}+[ ])?(?:people|men|women|children|police|[a-z]{2,20}+(?<=[a-rt-z]s))\b").match(
            text, at
        )
    )


def _finished(text: str, one: Joined) -> Expression:
    """The value of one or two numbers, with its hedges and all that is printed on it."""
    first, last = one.first, one.second or one.first
    unit = first if one.relation in {"sum", "score"} else next((m for m in (last, first) if m.unit), first)
    sign = sign_before(text, replace(first, dimension=unit.dimension))
    start, end = first.start if sign is None else sign, last.end
    between = BETWEEN.search(text, max(0, start - 24), start) if one.relation == "range" else None
    before = hedge_before(text, between.start() if between else start)
    before = None if before and is_preposition(text, before, end) else before
    after = hedge_after(text, end) or hedge_after(text, last.numeral.end)
    hedge = before.hedge if before else after.hedge if after else Hedge.EXACTLY
    per = per_of_sum(text, end) if unit.dimension == "money" else None
    outer = (
        before.start if before else between.start() if between else start,
        max(end, after.end if after else end, per.end if per else end),
    )
    return Expression(
        kind=_KINDS.get(unit.dimension, Kind.NUMBER),
        start=outer[0],
        end=outer[1],
        inner_start=first.numeral.start,
        inner_end=last.numeral.end,
        value=_signed(_value(text, one, unit, per.unit if per else ""), sign),
        hedge=hedge,
        form=first.numeral.form,
        rule=one.relation or unit.dimension,
    )


def _signed(value: Quantity, sign: int | None) -> Quantity:
    """The value below nought where a sign stands before it; a whole range is."""
    return value if sign is None else replace(value, low=-value.high, high=-value.low)


_KINDS = {"money": Kind.MONEY, "percent": Kind.PERCENT, "age": Kind.AGE}


def _sum(first: Measured, second: Measured) -> Quantity:
    """The quantity of a greater and a smaller unit together, in the greater."""
    a, b = first.numeral, second.numeral
    greater, smaller = unit_named(first.unit), unit_named(second.unit)
    ratio = smaller.factor / greater.factor if greater and smaller and first.dimension != "money" else second.factor
    exact = Context(
        prec=sum(len(n.low.as_tuple().digits) for n in (a, b)) + 20
    )  # rounding must not fail on a long number
    total = plain(exact.quantize(exact.add(a.low, b.low * ratio), Decimal("0.0001")))
    return Quantity(total, total, first.unit, first.dimension, step=round(b.step * ratio, 4))


def _value(text: str, one: Joined, unit: Measured, per: str) -> Quantity:
    """The quantity of one or two numbers."""
    a, b = one.first.numeral, (one.second or one.first).numeral
    share = one.relation == "share"
    if one.relation == "sum" and one.second:
        return _sum(one.first, one.second)
    dimension = {"score": "score", "share": "count"}.get(one.relation, unit.dimension)
    if a.form == Form.FRACTION and not one.second and dimension == "count" and a.low < 1:
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

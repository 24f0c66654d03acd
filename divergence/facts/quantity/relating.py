"""How two quantities of one fact stand to each other, by the intervals that their hedges leave open.

A source that says *more than 200* has about 200 in mind, not a million: bounds reach a quarter beyond their figure and
no further, since annotators (and readers) take *at least 22* and *31* for a disagreement and *more than 200* and *213*
for none. ``about`` reaches half of the last digit that is meant, at least a twentieth and at most a fifth. Two exact
figures in one unit differ unless one is the other rounded; in two units, the rounder one's precision decides.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from decimal import Context, Decimal
from typing import NamedTuple

from divergence.facts.quantity.quantity import DIFFERENCE, Quantity
from divergence.facts.quantity.rate import in_rate_base, is_by_time
from divergence.facts.types import Figure, Related
from divergence.lexicon import outcomes
from divergence.lexicon.currencies import same_currency
from divergence.lexicon.groups import head_relation
from divergence.lexicon.plurals import plural_of_unit
from divergence.lexicon.units import in_base, unit_named
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Mention

REACH = Decimal("1.25")
"""How far beyond ``at least`` a figure may lie and still be meant by it."""
_LOWER = frozenset({Hedge.AT_LEAST, Hedge.MORE_THAN})
_UPPER = frozenset({Hedge.AT_MOST, Hedge.LESS_THAN})
_LOOSE = frozenset({Hedge.ABOUT, Hedge.NEARLY})


class _Ends(NamedTuple):
    """What a mention leaves open, in its dimension's base unit."""

    low: Decimal
    high: Decimal
    step: Decimal


def relate(a: Mention, b: Mention) -> Related:
    """The relation of two quantities that state one fact, and why."""
    left, right = _quantity(a), _quantity(b)
    obstacle = _incomparable(left, right)
    if obstacle:
        return Related(Relation.CANNOT_TELL, obstacle)
    if left == right and a.hedge == b.hedge:
        return Related(Relation.SAME, "the same value")
    if _below_nought(left) != _below_nought(right):
        return _signs(a, b)
    if left.dimension == "score":
        return _scores(a, b)
    if left.whole is not None and right.whole is not None and left.whole * right.low != right.whole * left.low:
        return Related(Relation.CONFLICTS, lambda: f"{phrase(a)} and {phrase(b)} are different shares")
    return _plainly_apart(a, b) or _intervals(a, b)


def decides(mention: Mention) -> Hashable:
    """All of a mention that its relation to another depends on: steps and words of values are equal to any."""
    value = _quantity(mention)
    return value, value.step, value.words, mention.hedge, mention.slot.predicate, is_floor(mention)


def _quantity(mention: Mention) -> Quantity:
    """A mention's value; every kind that relates here carries a quantity."""
    if not isinstance(mention.value, Quantity):
        raise TypeError(f"not a quantity: {mention.value!r}")
    return mention.value


def _incomparable(left: Quantity, right: Quantity) -> str:
    """Why two quantities cannot be compared at all, or nothing."""
    if left.dimension != right.dimension and not _is_all_and_some(left, right):
        return f"{_measure(left)} and {_measure(right)} are not of one kind"
    if left.dimension == "money" and not same_currency(left.unit, right.unit):
        return f"{left.unit} and {right.unit} are different currencies, and no exchange rate is known here"
    if left.per != right.per and not (is_by_time(left.per) and is_by_time(right.per)):
        return "one is a rate and the other is not, or they are rates by different units"
    if left.dimension == "percent" and left.unit != right.unit:
        return "percent and percentage points are different things"
    return ""


def _is_all_and_some(left: Quantity, right: Quantity) -> bool:
    """*All 40 passengers* beside *30 of the 40*."""
    return {left.dimension, right.dimension} == {"count", "share"} and left.whole == right.whole is not None


def of_one_whole(a: Mention, b: Mention) -> bool:
    """Whether both values are told of one whole that is printed or meant by *all*: *all 40*, *30 of the 40*."""
    wholes = [m.value.whole for m in (a, b) if isinstance(m.value, Quantity)]
    return len(wholes) == 2 and wholes[0] is not None and wholes[0] == wholes[1]


def none_of_others(a: Mention, b: Mention) -> bool:
    """Whether one says that none of some were affected and the other counts others: *no children*, *two guards*."""
    heads = [m.slot.head for m in (a, b)]
    noughts = [isinstance(m.value, Quantity) and m.value.high == 0 for m in (a, b)]
    return any(noughts) and head_relation(*heads) == "other"


def of_other_outcomes(a: Mention, b: Mention) -> bool:
    """*Nobody died* beside *three were injured*: none of what befell others."""
    happened = {m.slot.outcome for m in (a, b)} - {""}
    noughts = [isinstance(m.value, Quantity) and m.value.high == 0 for m in (a, b)]
    return any(noughts) and len(happened) > 1 and outcomes.CASUALTIES not in happened


def planned_and_done(a: Mention, b: Mention) -> bool:
    """*Plans to cut 900 jobs* beside *cut 200 jobs*: what may come, and what has happened to some."""
    deeds = [m.slot.outcome or m.slot.predicate for m in (a, b)]
    return a.slot.modal != b.slot.modal and deeds[0] == deeds[1] != "" and a.kind is Kind.NUMBER


def _measure(value: Quantity) -> str:
    return {"count": "a count", "share": "a share"}.get(value.dimension, f"a figure in {value.unit or value.dimension}")


def _below_nought(value: Quantity) -> bool:
    """Whether a value carries a minus; temperatures have no sign of their own, since scales begin elsewhere."""
    return value.high < 0 and value.dimension != "temperature"


_FALLING = frozenset(
    "fall drop decline shrink decrease slip contract slide plunge tumble sink dip lose reduce cut lower slump "
    "shed".split()
)
"""Verbs that carry a minus: *fell by 5 percent* is a change of -5 percent."""


def _signs(a: Mention, b: Mention) -> Related:
    """A minus on one side only: the verb may carry it on the other (*fell by 5 percent*, *growth of -5 percent*)."""
    verbs = {a.slot.predicate, b.slot.predicate}
    signed, plain = (a, b) if _below_nought(_quantity(a)) else (b, a)
    if plain.slot.predicate in _FALLING and signed.slot.predicate not in _FALLING:
        far = _intervals(a, b)
        if far.relation is Relation.CONFLICTS:
            return far
        return Related(Relation.REFINES, "in one a verb says what the minus sign says in the other")
    if len(verbs) == 1 and verbs != {""}:
        return Related(Relation.CONFLICTS, lambda: f"{phrase(a)} and {phrase(b)} differ in their sign")
    return Related(Relation.CANNOT_TELL, "one is printed with a minus sign; the words of the other may say the same")


def _scores(a: Mention, b: Mention) -> Related:
    """Scores and votes are told from either side: 52-48 is 48-52."""
    left, right = _quantity(a), _quantity(b)
    if {left.low, left.high} == {right.low, right.high}:
        return Related(Relation.SAME, "the same score")
    return Related(Relation.CONFLICTS, lambda: f"{phrase(a)} and {phrase(b)} cannot both be the result")


def _intervals(a: Mention, b: Mention) -> Related:
    """Values that can meet are compatible; those that cannot are in conflict."""
    floor = is_floor(a) or is_floor(b)
    figures = _figure(a), _figure(b)
    left = _open_ends(figures[0], a.hedge, floor or bool(_quantity(b).words))
    right = _open_ends(figures[1], b.hedge, floor or bool(_quantity(a).words))
    tolerance = _rounding((a, b), figures)
    if _is_range(a) and _is_range(b) and _apart(*figures) > tolerance:
        return Related(Relation.CONFLICTS, lambda: f"{phrase(a)} and {phrase(b)} are different ranges")
    if a.hedge == b.hedge and a.hedge in _LOWER | _UPPER and not floor:
        return _bounds((a, b), figures, tolerance)
    if left.low > right.high + tolerance or right.low > left.high + tolerance:
        return Related(Relation.CONFLICTS, lambda: _why_apart(a, b))
    if left.low > right.high or right.low > left.high or a.hedge in _LOOSE or b.hedge in _LOOSE:
        return Related(Relation.ROUNDED, lambda: f"{phrase(a)} and {phrase(b)} are the same figure, rounded")
    if (left.low, left.high) == (right.low, right.high):
        return Related(Relation.SAME, "the same value")
    return _both_right(a, b)


def _plainly_apart(a: Mention, b: Mention) -> Related | None:
    """That two exact counts lie too far apart for one to be the other rounded, where they do.

    Nearly all figures of a story do, and no interval is needed to see it.
    """
    left, right = _quantity(a), _quantity(b)
    if not a.hedge is b.hedge is Hedge.EXACTLY or not (_is_plain_count(left) and _is_plain_count(right)):
        return None
    small, large = sorted((left.low, right.low))
    return Related(Relation.CONFLICTS, lambda: _why_apart(a, b)) if 0 < small * REACH < large else None


def _is_plain_count(value: Quantity) -> bool:
    """Whether a value is one figure and nothing else."""
    plain = value.dimension == "count" and value.low == value.high
    return plain and not (value.unit or value.per or value.words) and value.whole is None


def _both_right(a: Mention, b: Mention) -> Related:
    return Related(Relation.REFINES, lambda: f"{phrase(a)} and {phrase(b)} can both be right")


def _apart(left: _Ends, right: _Ends) -> Decimal:
    """How far the ends of two printed ranges lie apart at most."""
    return max(abs(left.low - right.low), abs(left.high - right.high))


def _is_range(mention: Mention) -> bool:
    """Whether both ends of a value are printed."""
    value = _quantity(mention)
    return value.low != value.high and not value.words


def is_floor(mention: Mention) -> bool:
    """*As few as five* is the least of several figures: more contradicts it nowhere."""
    return mention.text.lower().startswith(("as few as", "as little as"))


def _bounds(told: tuple[Mention, Mention], figures: tuple[_Ends, _Ends], tolerance: Decimal) -> Related:
    """Two bounds of one sort (``at least 6``, ``at least 7``) are two figures, unless one rounds the other."""
    (a, b), (left, right) = told, figures
    gap = abs(left.low - right.low)
    coarse = max(left.step, right.step)
    if gap == 0:
        return Related(Relation.SAME, "the same bound")
    if gap <= tolerance or (gap < coarse and gap * 3 <= max(left.low, right.low)):
        return _both_right(a, b)
    return Related(
        Relation.CONFLICTS, lambda: f"{phrase(a)} and {phrase(b)}: both can hold, but they give different figures"
    )


def _figure(mention: Mention) -> _Ends:
    """The printed figure in its base unit, without its sign: relations of signs are told before."""
    value = _quantity(mention)
    if _below_nought(value):
        value = replace(value, low=-value.high, high=-value.low)
    unit = unit_named(value.unit) if value.dimension not in {"money", "age"} else None
    if value.dimension == "age":
        factor = {"month": Decimal(1) / 12, "week": Decimal(7) / 365, "day": Decimal(1) / 365}.get(
            value.unit, Decimal(1)
        )
        return _Ends(value.low * factor, value.high * factor, value.step * factor)
    ends = _Ends(value.low, value.high, value.step)
    if unit is not None and value.dimension == DIFFERENCE:
        ends = _Ends(value.low * unit.factor, value.high * unit.factor, value.step * unit.factor)
    elif unit is not None:
        ends = _Ends(in_base(value.low, unit), in_base(value.high, unit), value.step * unit.factor)
    return _Ends(*(in_rate_base(end, value.per) for end in ends)) if value.per else ends


def _open_ends(ends: _Ends, hedge: Hedge, beside_vague: bool) -> _Ends:
    """The interval that a figure's hedge leaves open; beside ``dozens`` a bound is a bound and reaches anywhere."""
    low, high = min(ends.low, ends.high), max(ends.low, ends.high)
    if hedge in _LOWER and beside_vague:
        return _Ends(low, max(low * 1000, high), ends.step)
    if hedge in _LOWER:
        return _Ends(low, max(low * REACH, low + min(ends.step, low / 2)), ends.step)
    if hedge in _UPPER:
        return _Ends(high / REACH, high, ends.step)
    if hedge == Hedge.NEARLY:
        return _Ends(low - max(low / 10, min(ends.step, low / 8)), high, ends.step)
    if hedge == Hedge.ABOUT:
        margin = min(max(ends.step / 2, high / 20, Decimal(1) if high >= 5 else Decimal(0)), high / 5)
        return _Ends(low - margin, high + margin, ends.step)
    return _Ends(low, high, ends.step)


def _rounding(told: tuple[Mention, Mention], figures: tuple[_Ends, _Ends]) -> Decimal:
    """How far apart two figures may lie and still be one, rounded: less than half of the rounder one's last digit.

    Small whole counts are not rounded without a hedge; figures in two units always are. Sums and shares are rounded
    more boldly than counts: ``$2 trillion`` for 2.2, ``34 percent`` for 34.4.
    """
    (a, b), (left, right) = told, figures
    loose = bool({a.hedge, b.hedge} & _LOOSE) and _quantity(a).unit == _quantity(b).unit
    bold = _quantity(a).dimension in {"money", "percent"}
    if loose or _quantity(a).words or _quantity(b).words:
        return Decimal(0)
    size = max(abs(left.low), abs(right.low))
    if _in_two_units(_quantity(a), _quantity(b)):
        return min(max(left.step, right.step) / 2, size / 10)
    coarse, fine = max(left.step, right.step), min(left.step, right.step)
    if coarse < fine * 10 or (1 <= coarse < 100 and not bold):
        return Decimal(0)
    return min(coarse / 2, size / (8 if bold else 20)) * Decimal("0.99")


def _in_two_units(left: Quantity, right: Quantity) -> bool:
    """Whether figures had to be converted: miles and kilometers, or rates by the day and by the week."""
    return left.per != right.per or (left.unit != right.unit and left.dimension not in {"money", "age"})


def _why_apart(a: Mention, b: Mention) -> str:
    """Plain words for two figures that cannot meet."""
    first, second = sorted((a, b), key=lambda m: (_figure(m).low, phrase(m)))
    of = "one count" if _quantity(a).dimension == "count" else "one fact"
    if _LOWER & {first.hedge} and _figure(second).low > _figure(first).low:
        return f"{phrase(second)} lies far above {phrase(first)}"
    if _UPPER & {second.hedge} and _figure(second).high > _figure(first).high:
        return f"{phrase(first)} lies far below {phrase(second)}"
    return f"{phrase(first)} and {phrase(second)} cannot both be right of {of}"


def phrase(mention: Mention) -> str:
    """A quantity in plain normal form: ``more than 200``, ``2.6 million euros``, ``40 to 80 percent``, ``3 of 4``."""
    value = _quantity(mention)
    hedge = "" if mention.hedge == Hedge.EXACTLY else f"{mention.hedge} "
    return f"{hedge}{_figures(value)}{_unit_phrase(value)}"


def _figures(value: Quantity) -> str:
    if value.words:
        return value.words
    if value.dimension == "score":
        return f"{_printed(value.low)}-{_printed(value.high)}"
    if value.whole is not None:
        return (
            f"all {_printed(value.low)}"
            if value.whole == value.low
            else f"{_printed(value.low)} of {_printed(value.whole)}"
        )
    return _printed(value.low) if value.low == value.high else f"{_printed(value.low)} to {_printed(value.high)}"


_NAMED_SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))


def _printed(number: Decimal) -> str:
    """Digits, with a scale word from a million on where that prints no more than three decimals."""
    if number < 0:
        return f"−{_printed(-number)}"
    exact = Context(prec=len(number.as_tuple().digits) + 20)  # whatever an article prints, no digit is lost
    for scale, name in _NAMED_SCALES:
        short = exact.normalize(exact.divide(number, scale))
        if short >= 1 and _last_place(short) >= -3:
            return f"{short:f} {name}"
    whole = number == number.to_integral_value()
    return f"{number:,.0f}" if whole and abs(number) >= 10_000 else f"{exact.normalize(number):f}"


def _last_place(number: Decimal) -> int:
    """The power of ten of a number's last digit: -2 for 0.25."""
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _unit_phrase(value: Quantity) -> str:
    """The unit behind the figures, in the plural where there are several."""
    per = f" per {value.per}" if value.per else ""
    bare = value.dimension in {"magnitude", "category"} or (value.dimension == "age" and value.unit == "year")
    if not value.unit or bare:
        return per
    many = abs(value.low) != 1 or abs(value.high) != 1
    unit = plural_of_unit(value.unit) if many else value.unit
    of = " of" if value.words.endswith("s") else ""
    return f"{of} {unit}{per}"


def figure(mention: Mention) -> Figure:
    """The value in numbers."""
    value = _quantity(mention)
    return Figure(value.low, value.high, value.unit, value.whole)


def fields(mention: Mention) -> dict[str, str | None]:
    """The value as ``divergence facts --json`` writes it, numbers as decimal strings."""
    value = _quantity(mention)
    found: dict[str, str | None] = {
        "low": f"{value.low:f}",
        "high": f"{value.high:f}",
        "unit": value.unit or None,
        "counted": mention.slot.head or mention.slot.concept or None,
    }
    if mention.slot.concept:
        found["concept"] = mention.slot.concept
    if value.per:
        found["per"] = value.per
    if value.whole is not None:
        found["whole"] = f"{value.whole:f}"
    return found

"""Lengths of time, held as a count of units with their hedge and compared in seconds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from divergence.facts.about.concept import concept
from divergence.facts.about.question import thing, things
from divergence.facts.about.slots import mention, tokens_in
from divergence.facts.about.subject import measured
from divergence.facts.time.duration_grammar import BARE_PLURAL, Duration, durations
from divergence.facts.time.slot import NOT_IN_TIMES, time_slot
from divergence.facts.types import FactType, Figure, Nature, Related
from divergence.language.parsed import Parsed
from divergence.lexicon.calendar import CLOCK_UNITS, UNITS
from divergence.lexicon.plurals import plural
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Means, Mention, Slot

MANY = frozenset({"talk", "discussion", "negotiation", "clash"})
"""Happenings that English tells in the plural: *the talks lasted*."""
LASTING = MANY | frozenset(
    "quake meeting session siege battle outage blackout standoff hearing trial strike flight protest".split()
)
"""Happenings whose length is what a length of time beside them measures."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """All durations of an article."""
    for found in durations(parsed):
        first, last = tokens_in(parsed, found.start, found.end)
        made = mention(parsed, found.start, found.end, Kind.DURATION, found.value, found.rule)
        slot = replace(time_slot(parsed, first, last), concept=concept(parsed, first, last))
        means = Means.PLURAL if found.rule == BARE_PLURAL else Means.OWN_WORDS
        yield replace(made, slot=slot, hedge=found.hedge, means=means)


def duration_of(mention: Mention) -> Duration:
    """The value of a duration's mention."""
    assert isinstance(mention.value, Duration)
    return mention.value


Seconds = tuple[Decimal, Decimal]


def seconds(value: Duration, hedge: Hedge) -> Seconds:
    """Least and most seconds that a hedged duration may mean.

    A writer who says *more than two decades* would have said three decades for 35 years: the open end reaches half as
    far again, no further.
    """
    unit = Decimal(UNITS[value.unit][1])
    low, high = value.low * unit, value.high * unit
    factors = {
        Hedge.NEARLY: (Decimal("0.8"), Decimal(1)),
        Hedge.ABOUT: (Decimal("0.8"), Decimal("1.2")),
        Hedge.MORE_THAN: (Decimal(1), Decimal("1.5")),
        Hedge.AT_LEAST: (Decimal(1), Decimal(3)),
        Hedge.LESS_THAN: (Decimal(0), Decimal(1)),
        Hedge.AT_MOST: (Decimal(0), Decimal(1)),
    }
    least, most = factors.get(hedge, (Decimal(1), Decimal(1)))
    return low * least, high * most


def relate(a: Mention, b: Mention) -> Related:
    """How two durations of one thing stand to each other."""
    left, right = duration_of(a), duration_of(b)
    both = " and ".join(sorted((phrase(a), phrase(b))))
    if (left, a.hedge) == (right, b.hedge):
        return Related(Relation.SAME, f"both say {phrase(a)}")
    first, second = _widened(left, a.hedge, right), _widened(right, b.hedge, left)
    if first[1] < second[0] or second[1] < first[0]:
        return Related(Relation.CONFLICTS, f"{both} cannot both be right of one length of time")
    if left.vague or right.vague:
        return Related(Relation.REFINES, f"{both} fit together; one is vague")
    return Related(Relation.ROUNDED, f"{both} fit together within hedges and rounding")


def _widened(value: Duration, hedge: Hedge, other: Duration) -> Seconds:
    """The range of seconds, with half a step either way where the other source counts in smaller steps.

    Between counts of one unit the half itself is no rounding: two hours beside two and a half differ.
    """
    low, high = seconds(value, hedge)
    step, finer = _step(value), _step(other)
    slack = {Hedge.EXACTLY: step / 2, Hedge.ABOUT: step / 4}.get(hedge, Decimal(0)) if step > finer else Decimal(0)
    slack -= finer / 100 if value.unit == other.unit else 0
    return low - max(slack, Decimal(0)), high + max(slack, Decimal(0))


def _step(value: Duration) -> Decimal:
    """Seconds of the smallest step that a count is told in: a quarter of an hour for 2.25 hours, a day for 2 days."""
    unit, count = Decimal(UNITS[value.unit][1]), value.low
    if count % 1 == 0 or value.low != value.high:
        return unit
    return unit * (
        Decimal("0.25")
        if count % Decimal("0.25") == 0 and count % Decimal("0.5")
        else Decimal("0.5")
        if count % Decimal("0.5") == 0
        else Decimal(1).scaleb(int(count.as_tuple().exponent))
    )


def phrase(mention: Mention) -> str:
    """``more than 30 hours``, ``2 to 3 days``, ``several days``."""
    value = duration_of(mention)
    hedge = "" if mention.hedge is Hedge.EXACTLY else f"{mention.hedge} "
    unit = value.unit if value.low == value.high == Decimal(1) else plural(value.unit)
    if value.vague:
        words = {3: "several ", 4: "many ", 24: "dozens of ", 100: "hundreds of "}
        some = "a few " if value.high in {3, 6} else words.get(int(value.low), "")
        return f"{hedge}{some}{unit}"
    if value.parts and value.low != value.high:
        return hedge + _printed_parts(value)
    span = _plain(value.low) if value.low == value.high else f"{_plain(value.low)} to {_plain(value.high)}"
    return f"{hedge}{span} {unit}"


def _printed_parts(value: Duration) -> str:
    """``1 month and 2 days``: a sum that no single unit holds exactly."""
    printed = [f"{_plain(n)} {unit if n == 1 else plural(unit)}" for n, unit in value.parts]
    return ", ".join(printed[:-1]) + f" and {printed[-1]}"


def _plain(number: Decimal) -> str:
    """A decimal without an exponent or empty places."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def timex(value: Duration) -> str:
    """The value as TIMEX3 writes it: ``PT9H``, ``P2D``, ``PXD``, ``P1DE`` for a decade."""
    letter = {"N": "D", "WE": "W", "F": "W", "SEASON": "Y"}.get(*[UNITS[value.unit][0]] * 2)
    times = 2 if value.unit == "fortnight" else 1
    if value.parts:
        return _timex_of_parts(value)
    count = "X" if value.vague else _plain(value.low * times)
    return f"P{'T' if value.unit in CLOCK_UNITS else ''}{count}{letter}"


def _timex_of_parts(value: Duration) -> str:
    """``P2DT3H15M`` for two days, three hours and 15 minutes."""
    days = "".join(f"{_plain(n)}{UNITS[unit][0]}" for n, unit in value.parts if unit not in CLOCK_UNITS)
    clock = "".join(f"{_plain(n)}{UNITS[unit][0]}" for n, unit in value.parts if unit in CLOCK_UNITS)
    return f"P{days}" + (f"T{clock}" if clock else "")


def figure(mention: Mention) -> Figure:
    """The value in numbers, in the unit that is printed."""
    value = duration_of(mention)
    return Figure(value.low, value.high, value.unit)


def fields(mention: Mention) -> dict[str, str | None]:
    """Count, unit, TIMEX3 value, the seconds that it may mean, and what lasts so long."""
    value = duration_of(mention)
    least, most = seconds(value, mention.hedge)
    found: dict[str, str | None] = {
        "low": _plain(value.low),
        "high": _plain(value.high),
        "unit": value.unit,
        "timex": timex(value),
        "seconds_low": _plain(least),
        "seconds_high": _plain(most),
    }
    return found | ({"concept": mention.slot.concept} if mention.slot.concept else {})


def heading(slot: Slot, mentions: Sequence[Mention]) -> str:
    """How long something lasted, where a length of time beside it measures that."""
    if slot.head not in LASTING:
        return ""
    return f"How long did the {things(slot) if slot.head in MANY else thing(slot)} last?"


DURATION = FactType(
    kind=Kind.DURATION,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.MEASURE,
    noun="length of time",
    given="Length of time given",
    asks="How long",
    about="how long something took",
    subject=measured("how long"),
    heading=heading,
    weighty=True,
    rules_out=NOT_IN_TIMES,
)

"""How two quantities stand to each other, by their hedges."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from divergence.facts.quantity import relating
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import fields, phrase, relate
from divergence.lexicon.cardinals import step_of
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span

PLAIN = Mention(
    Kind.NUMBER, Span("A", 0, 1), "5", None, Hedge.EXACTLY, Slot(head="soldier"), Span("A", 0, 1), 0, "test"
)

PLAIN_FOUR = replace(PLAIN, value=Quantity(Decimal(4), Decimal(4)))


def told(hedge: Hedge, figure: str, **extra: str) -> Mention:
    value = Decimal(figure)
    return replace(PLAIN, value=Quantity(value, value, step=step_of(value), **extra), hedge=hedge)


@pytest.mark.parametrize(
    ("hedge", "figure", "other", "exact", "relation"),
    [
        ("about", "40", "exactly", "38", "rounded"),
        ("about", "40", "exactly", "47", "conflicts"),
        ("about", "13000000000", "exactly", "13900000000", "conflicts"),
        ("nearly", "14000000000", "exactly", "13900000000", "rounded"),
        ("nearly", "50", "exactly", "40", "conflicts"),
        ("nearly", "50", "exactly", "52", "conflicts"),
        ("at least", "16", "exactly", "16", "refines"),
        ("at least", "16", "exactly", "15", "conflicts"),
        ("more than", "200", "exactly", "213", "refines"),
        ("more than", "200", "exactly", "900", "conflicts"),
        ("at most", "80", "exactly", "80", "refines"),
        ("at most", "80", "exactly", "30", "conflicts"),
        ("less than", "50", "exactly", "49", "refines"),
        ("less than", "50", "exactly", "60", "conflicts"),
        ("about", "300", "about", "280", "rounded"),
        ("more than", "20", "at least", "22", "refines"),
        ("exactly", "3100000", "exactly", "3128962", "rounded"),
        ("exactly", "2500000", "exactly", "2600000", "conflicts"),
        ("exactly", "680", "exactly", "676", "conflicts"),
        ("exactly", "5", "exactly", "5", "same"),
    ],
)
def test_hedges_decide(hedge: str, figure: str, other: str, exact: str, relation: str) -> None:
    a, b = told(Hedge(hedge), figure), told(Hedge(other), exact)
    assert (relate(a, b).relation, relate(b, a).relation) == (relation, relation)


def test_says_why_in_plain_words() -> None:
    why = relate(told(Hedge.EXACTLY, "23"), told(Hedge.EXACTLY, "5")).why
    assert why == "5 and 23 cannot both be right of one count"


def test_units_are_converted_within_the_rounder_one() -> None:
    miles = told(Hedge.EXACTLY, "34", unit="mile", dimension="length")
    near = told(Hedge.EXACTLY, "55", unit="kilometer", dimension="length")
    far = told(Hedge.EXACTLY, "60", unit="kilometer", dimension="length")
    assert relate(miles, near).relation == "rounded"
    assert relate(miles, far).relation == "conflicts"


@pytest.mark.parametrize(
    ("figure", "printed"),
    [
        ("5", "5"),
        ("1300", "1300"),
        ("10000", "10,000"),
        ("2500000", "2.5 million"),
        ("0.5", "0.5"),
        ("3128962", "3,128,962"),
    ],
)
def test_prints_in_plain_normal_form(figure: str, printed: str) -> None:
    assert phrase(told(Hedge.EXACTLY, figure)) == printed
    assert phrase(told(Hedge.ABOUT, figure)) == f"about {printed}"


def test_fields_are_decimal_strings() -> None:
    assert fields(told(Hedge.EXACTLY, "2.60")) == {"low": "2.60", "high": "2.60", "unit": None, "counted": "soldier"}


@pytest.mark.parametrize("digits", [1, 28, 29, 60, 5_000])
def test_a_number_of_any_length_is_printed_whole(digits: int) -> None:
    figure = "7" + "1" * (digits - 1)
    assert phrase(told(Hedge.EXACTLY, figure)).replace(",", "") == figure
    assert phrase(told(Hedge.EXACTLY, f"{figure}000000000000")) == f"{Decimal(figure):f} trillion"
    assert relate(told(Hedge.EXACTLY, figure), told(Hedge.ABOUT, f"{figure}9")).why


def ranged(low: str, high: str, hedge: Hedge = Hedge.EXACTLY, step: str = "1", **extra: str) -> Mention:
    value = Quantity(Decimal(low), Decimal(high), step=Decimal(step), **extra)
    return replace(PLAIN, value=value, hedge=hedge)


MONEY = {"unit": "dollar", "dimension": "money"}
EXACTLY, ABOUT, LEAST, MOST, MORE = Hedge.EXACTLY, Hedge.ABOUT, Hedge.AT_LEAST, Hedge.AT_MOST, Hedge.MORE_THAN


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        # a bound reaches a quarter further, and no more
        (told(LEAST, "40"), told(EXACTLY, "50"), "refines"),
        (told(LEAST, "40"), told(EXACTLY, "51"), "conflicts"),
        (told(MOST, "50"), told(EXACTLY, "40"), "refines"),
        (told(MOST, "50"), told(EXACTLY, "39"), "conflicts"),
        # *nearly* reaches a tenth below
        (told(Hedge.NEARLY, "500", unit=""), told(EXACTLY, "450"), "rounded"),
        (told(Hedge.NEARLY, "55"), told(EXACTLY, "49"), "conflicts"),
        # *about* reaches a twentieth, one from five on, and a fifth at most
        (told(ABOUT, "45"), told(EXACTLY, "47"), "rounded"),
        (told(ABOUT, "45"), told(EXACTLY, "48"), "conflicts"),
        (told(ABOUT, "5"), told(EXACTLY, "6"), "rounded"),
        (told(ABOUT, "4"), told(EXACTLY, "5"), "conflicts"),
        # two bounds of one sort
        (told(LEAST, "6"), told(LEAST, "6", unit="boat"), "same"),
        (told(LEAST, "6"), told(LEAST, "7"), "conflicts"),
        (told(MORE, "200"), told(MORE, "213"), "refines"),
        # printed ranges
        (ranged("40", "50"), ranged("40", "60"), "conflicts"),
        (ranged("40", "50"), ranged("30", "50"), "conflicts"),
        (ranged("40", "50"), told(EXACTLY, "50"), "refines"),
        (ranged("40", "50"), told(EXACTLY, "51"), "conflicts"),
        (ranged("40", "50"), told(EXACTLY, "39"), "conflicts"),
        # a score is told from either side
        (ranged("3", "1", dimension="score"), ranged("1", "3", dimension="score"), "same"),
        (ranged("3", "1", dimension="score"), ranged("1", "2", dimension="score"), "conflicts"),
        # what cannot be compared
        (told(EXACTLY, "4"), told(EXACTLY, "4", **MONEY), "cannot tell"),
        (told(EXACTLY, "4", **MONEY), told(EXACTLY, "4", unit="euro", dimension="money"), "cannot tell"),
        (told(EXACTLY, "4"), told(EXACTLY, "4", per="boat"), "cannot tell"),
        (
            told(EXACTLY, "4", unit="percent", dimension="percent"),
            told(EXACTLY, "5", unit="percentage point", dimension="percent"),
            "cannot tell",
        ),
        # sums are rounded more boldly than counts
        (told(EXACTLY, "2000000", **MONEY), told(EXACTLY, "2200000", **MONEY), "rounded"),
        (told(EXACTLY, "2000000", **MONEY), told(EXACTLY, "2300000", **MONEY), "conflicts"),
        (told(EXACTLY, "2000000"), told(EXACTLY, "2200000"), "conflicts"),
    ],
)
def test_what_can_meet_is_compatible(left: Mention, right: Mention, relation: str) -> None:
    assert (relate(left, right).relation.value, relate(right, left).relation.value) == (relation, relation)


def acted(figure: str, predicate: str) -> Mention:
    return replace(told(EXACTLY, figure), slot=Slot(predicate=predicate))


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (acted("-5", "grow"), acted("5", "fall"), "refines"),
        (acted("-5", "grow"), acted("9", "fall"), "conflicts"),
        (acted("-5", "grow"), acted("5", "grow"), "conflicts"),
        (acted("-5", "fall"), acted("5", "fall"), "conflicts"),
        (acted("-5", "grow"), acted("5", "reach"), "cannot tell"),
        (acted("-5", ""), acted("5", ""), "cannot tell"),
        (acted("0", "grow"), acted("5", "grow"), "conflicts"),
    ],
)
def test_a_verb_may_carry_the_minus(left: Mention, right: Mention, relation: str) -> None:
    assert (relate(left, right).relation.value, relate(right, left).relation.value) == (relation, relation)


def of(low: str, whole: str | None, dimension: str = "share") -> Mention:
    value = Quantity(Decimal(low), Decimal(low), dimension=dimension, whole=Decimal(whole) if whole else None)
    return replace(PLAIN, value=value)


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        (of("30", "40"), of("40", "40", "count"), True),
        (of("30", "40"), of("30", "50"), False),
        (of("30", "40"), of("30", None), False),
        (of("30", None), of("30", None), False),
        (of("30", "40"), replace(PLAIN, value="x"), False),
    ],
)
def test_shares_of_one_whole(left: Mention, right: Mention, whole: bool) -> None:
    assert relating.of_one_whole(left, right) is whole
    assert relating.of_one_whole(right, left) is whole


@pytest.mark.parametrize(
    ("left", "right", "planned"),
    [
        (Slot(predicate="cut", modal=True), Slot(predicate="cut"), True),
        (Slot(predicate="cut"), Slot(predicate="cut"), False),
        (Slot(predicate="cut", modal=True), Slot(predicate="add"), False),
        (Slot(modal=True), Slot(), False),
        (Slot(outcome="fired", predicate="cut", modal=True), Slot(outcome="fired", predicate="drop"), True),
    ],
)
def test_what_may_come_is_not_what_has_happened(left: Slot, right: Slot, planned: bool) -> None:
    sides = replace(PLAIN, slot=left), replace(PLAIN, slot=right)
    assert relating.planned_and_done(*sides) is planned
    assert not relating.planned_and_done(*(replace(m, kind=Kind.MONEY) for m in sides))


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        (("0", "killed"), ("3", "wounded"), True),
        (("0", "killed"), ("3", "killed"), False),
        (("0", "killed"), ("3", ""), False),
        (("2", "killed"), ("3", "wounded"), False),
    ],
)
def test_none_of_one_sort_and_some_of_another(left: tuple[str, str], right: tuple[str, str], apart: bool) -> None:
    sides = [replace(told(EXACTLY, figure), slot=Slot(outcome=outcome)) for figure, outcome in (left, right)]
    assert relating.of_other_outcomes(*sides) is apart
    assert relating.of_other_outcomes(*sides[::-1]) is apart


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from([1, 10, 100, 1000]), st.sampled_from([1, 10, 100]))
def test_counts_that_lie_far_apart_need_no_interval(figure: int, other: int, step: int, other_step: int) -> None:
    a, b = (
        replace(PLAIN, value=Quantity(Decimal(n), Decimal(n), step=Decimal(s)))
        for n, s in ((figure, step), (other, other_step))
    )
    found, slowly = relate(a, b), relating._intervals(a, b)
    if figure != other:
        assert (found.relation, found.why) == (slowly.relation, slowly.why)


@pytest.mark.parametrize("other", [{"hedge": Hedge.AT_LEAST}, {"words": "dozens"}, {"whole": Decimal(40)}])
def test_what_is_more_than_a_count_is_not_seen_at_once(other: dict[str, Any]) -> None:
    """*At least five* leaves 6 open, which a bare five does not."""
    hedge = other.pop("hedge", Hedge.EXACTLY)
    a = replace(PLAIN, value=Quantity(Decimal(4), Decimal(4), **other), hedge=hedge)
    b = replace(PLAIN, value=Quantity(Decimal(6), Decimal(6)))
    assert relating._plainly_apart(PLAIN_FOUR, b) is not None
    assert relating._plainly_apart(a, b) is relating._plainly_apart(b, a) is None

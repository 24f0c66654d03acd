"""How far from a figure another may lie and still be meant by it, at both ends, for every hedge."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pairs import made

from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import relate
from divergence.lexicon.cardinals import step_of
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Mention

STEPS = 400


def said(value: str, hedge: Hedge = Hedge.EXACTLY, **fields: str) -> Mention:
    number = Decimal(value)
    return made(value, Quantity(number, number, step=step_of(number), **fields), hedge=hedge)


def reach(one: Mention, by: str, hedge: Hedge = Hedge.EXACTLY, **fields: str) -> tuple[str, str]:
    """The least and the greatest figure, in steps, that do not conflict with one."""
    assert isinstance(one.value, Quantity)
    fitting = [
        number
        for n in range(-STEPS, STEPS + 1)
        if (number := one.value.low + n * Decimal(by)) > 0
        and relate(one, said(str(number), hedge, **fields)).relation is not Relation.CONFLICTS
    ]
    return f"{min(fitting)}", f"{max(fitting)}"


@pytest.mark.parametrize(
    ("value", "hedge", "expected"),
    [
        ("100", Hedge.EXACTLY, ("96", "105")),
        ("103", Hedge.EXACTLY, ("100", "103")),
        ("1000", Hedge.EXACTLY, ("951", "1052")),
        ("2000", Hedge.EXACTLY, ("1901", "2104")),
        ("100", Hedge.AT_LEAST, ("96", "157")),
        ("103", Hedge.AT_LEAST, ("100", "128")),
        ("4", Hedge.AT_LEAST, ("4", "5")),
        ("100", Hedge.MORE_THAN, ("96", "157")),
        ("100", Hedge.AT_MOST, ("76", "105")),
        ("100", Hedge.LESS_THAN, ("76", "105")),
        ("100", Hedge.NEARLY, ("88", "100")),
        ("103", Hedge.NEARLY, ("93", "103")),
        ("20", Hedge.NEARLY, ("18", "20")),
        ("100", Hedge.ABOUT, ("80", "120")),
        ("103", Hedge.ABOUT, ("98", "108")),
        ("5", Hedge.ABOUT, ("4", "6")),
        ("4", Hedge.ABOUT, ("4", "4")),
        ("30", Hedge.ABOUT, ("25", "35")),
    ],
)
def test_a_count_reaches_so_far(value: str, hedge: Hedge, expected: tuple[str, str]) -> None:
    assert reach(said(value, hedge), "1") == expected


@pytest.mark.parametrize(
    ("dimension", "unit", "value", "by", "expected"),
    [
        ("money", "dollar", "2", "0.01", ("1.76", "2.28")),
        ("money", "dollar", "2.5", "0.01", ("2.46", "2.54")),
        ("money", "dollar", "20", "0.1", ("17.6", "22.8")),
        ("money", "dollar", "34", "0.1", ("33.6", "34.4")),
        ("money", "dollar", "200", "1", ("176", "228")),
        ("money", "dollar", "2000", "10", ("1760", "2280")),
        ("percent", "percent", "2", "0.01", ("1.76", "2.28")),
        ("percent", "percent", "2.5", "0.01", ("2.46", "2.54")),
        ("percent", "percent", "20", "0.1", ("17.6", "22.8")),
        ("percent", "percent", "34", "0.1", ("33.6", "34.4")),
        ("percent", "percent", "200", "1", ("176", "228")),
        ("percent", "percent", "2000", "10", ("1760", "2280")),
    ],
)
def test_sums_and_shares_reach_further(
    dimension: str, unit: str, value: str, by: str, expected: tuple[str, str]
) -> None:
    assert reach(said(value, unit=unit, dimension=dimension), by, unit=unit, dimension=dimension) == expected


@pytest.mark.parametrize(
    ("hedge", "other", "expected"),
    [
        (Hedge.EXACTLY, Hedge.EXACTLY, ("96", "105")),
        (Hedge.EXACTLY, Hedge.ABOUT, ("96", "105")),
        (Hedge.EXACTLY, Hedge.AT_LEAST, ("77", "105")),
        (Hedge.EXACTLY, Hedge.AT_MOST, ("96", "133")),
        (Hedge.EXACTLY, Hedge.MORE_THAN, ("77", "105")),
        (Hedge.EXACTLY, Hedge.LESS_THAN, ("96", "133")),
        (Hedge.EXACTLY, Hedge.NEARLY, ("100", "111")),
        (Hedge.ABOUT, Hedge.EXACTLY, ("80", "120")),
        (Hedge.ABOUT, Hedge.ABOUT, ("77", "126")),
        (Hedge.ABOUT, Hedge.AT_LEAST, ("64", "120")),
        (Hedge.ABOUT, Hedge.AT_MOST, ("80", "150")),
        (Hedge.ABOUT, Hedge.MORE_THAN, ("64", "120")),
        (Hedge.ABOUT, Hedge.LESS_THAN, ("80", "150")),
        (Hedge.ABOUT, Hedge.NEARLY, ("80", "133")),
        (Hedge.AT_LEAST, Hedge.EXACTLY, ("96", "157")),
        (Hedge.AT_LEAST, Hedge.ABOUT, ("96", "157")),
        (Hedge.AT_LEAST, Hedge.AT_LEAST, ("67", "150")),
        (Hedge.AT_LEAST, Hedge.AT_MOST, ("96", "199")),
        (Hedge.AT_LEAST, Hedge.MORE_THAN, ("77", "157")),
        (Hedge.AT_LEAST, Hedge.LESS_THAN, ("96", "199")),
        (Hedge.AT_LEAST, Hedge.NEARLY, ("100", "166")),
        (Hedge.AT_MOST, Hedge.EXACTLY, ("76", "105")),
        (Hedge.AT_MOST, Hedge.ABOUT, ("77", "105")),
        (Hedge.AT_MOST, Hedge.AT_LEAST, ("61", "105")),
        (Hedge.AT_MOST, Hedge.AT_MOST, ("67", "150")),
        (Hedge.AT_MOST, Hedge.MORE_THAN, ("61", "105")),
        (Hedge.AT_MOST, Hedge.LESS_THAN, ("76", "133")),
        (Hedge.AT_MOST, Hedge.NEARLY, ("80", "111")),
        (Hedge.MORE_THAN, Hedge.EXACTLY, ("96", "157")),
        (Hedge.MORE_THAN, Hedge.ABOUT, ("96", "157")),
        (Hedge.MORE_THAN, Hedge.AT_LEAST, ("77", "157")),
        (Hedge.MORE_THAN, Hedge.AT_MOST, ("96", "199")),
        (Hedge.MORE_THAN, Hedge.MORE_THAN, ("67", "150")),
        (Hedge.MORE_THAN, Hedge.LESS_THAN, ("96", "199")),
        (Hedge.MORE_THAN, Hedge.NEARLY, ("100", "166")),
        (Hedge.LESS_THAN, Hedge.EXACTLY, ("76", "105")),
        (Hedge.LESS_THAN, Hedge.ABOUT, ("77", "105")),
        (Hedge.LESS_THAN, Hedge.AT_LEAST, ("61", "105")),
        (Hedge.LESS_THAN, Hedge.AT_MOST, ("76", "133")),
        (Hedge.LESS_THAN, Hedge.MORE_THAN, ("61", "105")),
        (Hedge.LESS_THAN, Hedge.LESS_THAN, ("67", "150")),
        (Hedge.LESS_THAN, Hedge.NEARLY, ("80", "111")),
        (Hedge.NEARLY, Hedge.EXACTLY, ("88", "100")),
        (Hedge.NEARLY, Hedge.ABOUT, ("84", "105")),
        (Hedge.NEARLY, Hedge.AT_LEAST, ("70", "100")),
        (Hedge.NEARLY, Hedge.AT_MOST, ("88", "125")),
        (Hedge.NEARLY, Hedge.MORE_THAN, ("70", "100")),
        (Hedge.NEARLY, Hedge.LESS_THAN, ("88", "125")),
        (Hedge.NEARLY, Hedge.NEARLY, ("88", "111")),
    ],
)
def test_so_far_lies_another_hedged_figure(hedge: Hedge, other: Hedge, expected: tuple[str, str]) -> None:
    assert reach(said("100", hedge), "1", other) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("4", ("3.5", "4.5")), ("5", ("4.0", "6.0")), ("10", ("8.0", "12.0")), ("3", ("2.5", "3.5"))],
)
def test_a_small_figure_reaches_half_a_step_and_from_five_on_a_whole_one(value: str, expected: tuple[str, str]) -> None:
    least, most = reach(said(value, Hedge.ABOUT), "0.1")
    assert (Decimal(least), Decimal(most)) == tuple(map(Decimal, expected))

"""How two quantities stand to each other, by their hedges."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quantity.relating import fields, phrase, relate
from divergence.lexicon.cardinals import step_of
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span

PLAIN = Mention(
    Kind.NUMBER, Span("A", 0, 1), "5", None, Hedge.EXACTLY, Slot(head="soldier"), Span("A", 0, 1), 0, "test"
)


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

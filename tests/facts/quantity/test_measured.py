"""What is printed on a number: the unit, the sum, the share, the age, the magnitude, and where each ends."""

from __future__ import annotations

import pytest

from divergence.facts.quantity.measured import Measured, measured
from divergence.lexicon.numbers import numerals


def read(text: str) -> Measured:
    """The first number of a text with what is printed on it."""
    return measured(text, next(iter(numerals(text))))


@pytest.mark.parametrize(
    ("text", "words", "unit", "dimension"),
    [
        # ages
        ("a 17-year-old girl", "17-year-old", "year", "age"),
        ("an 8-month-old girl", "8-month-old", "month", "age"),
        ("he is 40 years of age now", "40 years of age", "year", "age"),
        ("boys aged 11 and over", "aged 11", "year", "age"),
        ("boys aged between 11 and 14", "aged between 11", "year", "age"),
        ("the age of 129 then", "the age of 129", "year", "age"),
        ("the age of 130 then", "130", "", "count"),
        ("aged 40% of them", "40%", "percent", "percent"),
        # times, which are left out
        ("for 40 years there", "40 years", "", "time"),
        ("a 12-hour talk", "12-hour", "", "time"),
        # shares
        ("up 40% there", "40%", "percent", "percent"),
        ("up 40 per cent there", "40 per cent", "percent", "percent"),
        ("up 4 percentage points there", "4 percentage points", "percentage point", "percent"),
        ("up 40 basis points there", "40 basis points", "percentage point", "percent"),
        ("up 40 percentages there", "40", "", "count"),
        # sums
        ("cost $40 there", "$40", "dollar", "money"),
        ("cost 40 euros there", "40 euros", "euro", "money"),
        ("cost 40 cents there", "40 cents", "dollar", "money"),
        ("cost millions of dollars there", "millions of dollars", "dollar", "money"),
        ("cost thousands of pounds there", "thousands of pounds", "pound", "money"),
        ("cost 40 of dollars there", "40", "", "count"),
        ("a fine of 40 pounds", "40 pounds", "pound", "money"),
        ("a fine of 40 pounds of meat", "40 pounds", "pound", "mass"),
        ("it weighed 40 pounds", "40 pounds", "pound", "mass"),
        ("he paid, weighed down by flesh, 40 pounds", "40 pounds", "pound", "mass"),
        ("it held 40 pounds, or £30", "40 pounds", "pound", "money"),
        ("it held 40 million pounds", "40 million pounds", "pound", "money"),
        # magnitudes
        ("a magnitude 6 quake", "magnitude 6", "magnitude", "magnitude"),
        ("a magnitude of 6.2 there", "magnitude of 6.2", "magnitude", "magnitude"),
        ("a 6.2 magnitude quake", "6.2 magnitude", "magnitude", "magnitude"),
        ("a 6 magnitude quake", "6 magnitude", "magnitude", "magnitude"),
        ("a 6.2 quake", "6.2", "magnitude", "magnitude"),
        ("a 6 quake", "6", "", "count"),
        ("a magnitude 10 quake", "10", "", "count"),
        ("a magnitude 0 quake", "0", "", "count"),
        ("a magnitude six quake", "six", "", "count"),
        # categories of storms
        ("a Category 5 hurricane", "Category 5", "category", "category"),
        ("a Category 6 hurricane", "6", "", "count"),
        ("a Category 0 hurricane", "0", "", "count"),
        ("a Category five hurricane", "five", "", "count"),
        ("a class 5 hurricane", "5", "", "count"),
        # measures
        ("ran 40 kilometres there", "40 kilometres", "kilometer", "length"),
        ("saw 40 men there", "40", "", "count"),
    ],
)
def test_what_is_printed_on_a_number(text: str, words: str, unit: str, dimension: str) -> None:
    found = read(text)
    assert (text[found.start : found.end], found.unit, found.dimension) == (words, unit, dimension)


@pytest.mark.parametrize(
    ("text", "factor"),
    [("40 cents", "0.01"), ("$40", "1"), ("40 basis points", "0.01"), ("4 percentage points", "1")],
)
def test_what_a_number_is_taken_times(text: str, factor: str) -> None:
    assert str(read(text).factor) == factor


@pytest.mark.parametrize(("between", "dimension"), [(40, "money"), (41, "mass")])
def test_so_far_before_pounds_paying_is_looked_for(between: int, dimension: str) -> None:
    assert read("paid" + ("x" * (between - 2)).center(between) + "40 pounds").dimension == dimension

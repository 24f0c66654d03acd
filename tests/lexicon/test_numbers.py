"""Numbers in words and digits."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.numbers import _START, Form, Numeral, numerals


def values(text: str) -> list[str]:
    return [f"{n.low:f}" if n.low == n.high else f"{n.low:f}..{n.high:f}" for n in numerals(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between five and six", ["5", "6"]),
        ("a 500", ["500"]),
        ("816 000 t", ["816000"]),
        ("seventy five hundred", ["7500"]),
        ("three, four, 500", ["3", "4", "500"]),
        ("100,000", ["100000"]),
        ("1\u00a0254\u00a0300", ["1254300"]),
        ("1\u2007254\u200a300", ["1254300"]),
        ("1\u202f254,75", ["1254.75"]),
        ("2019\u00a0300", ["2019", "300"]),
        ("on page 1 254 readers", ["1", "254"]),
        ("room 12 500 guests", ["12", "500"]),
        ("in all 12 500 guests", ["12500"]),
        ("one hundred and six", ["106"]),
        ("two thousand five hundred and twelve", ["2512"]),
        ("five and a half million", ["5500000"]),
        ("a million and a half", ["1500000"]),
        ("three quarters of a million", ["750000"]),
        ("two lakh crore", ["2000000000000"]),
        ("2,50,000", ["250000"]),
        ("$2.6m", ["2600000"]),
        ("2.5m deep", ["2.5"]),
        ("2.5m people", ["2500000"]),
        ("1.2bn", ["1200000000"]),
        ("2 1/2", ["2.5"]),
        ("2½", ["2.5"]),
        ("two-thirds", ["0.666667"]),
        ("a third of", ["0.333333"]),
        ("tens of thousands", ["10000..99000"]),
        ("a few dozen", ["36..108"]),
        ("a couple of hundred", ["200..300"]),
        ("zero", ["0"]),
        (".5", ["0.5"]),
    ],
)
def test_reads(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    ["a third man", "the 19th", "the 1990s", "1.2.3", "nineteen eighty-four", "he scores", "none", "1" * 41, "v2x"],
)
def test_passes_over(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "step"),
    [("38", "1"), ("40", "10"), ("1,300", "100"), ("2.5 million", "100000"), ("6.0", "0.1"), ("2.50", "0.01")],
)
def test_knows_the_last_digit_that_is_meant(text: str, step: str) -> None:
    assert numerals(text)[0].step == Decimal(step)


def spelled(number: int) -> str:
    """A whole number below a million in words, written independently of the reader."""
    names = {value: word for word, value in SMALL.items()}
    if number >= 1000:
        rest = number % 1000
        return f"{spelled(number // 1000)} thousand" + (f" {spelled(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{names[number // 100]} hundred" + (f" and {spelled(rest)}" if rest else "")
    if number in names:
        return names[number]
    return f"{names[number // 10 * 10]}-{names[number % 10]}"


@given(st.integers(1, 999_999))
@settings(max_examples=150, deadline=None)
def test_words_and_digits_agree(number: int) -> None:
    found = numerals(f"They counted {spelled(number)} sheep.")
    assert [(n.low, n.form) for n in found] == [(number, Form.WORDS)]
    assert [n.low for n in numerals(f"They counted {number:,} sheep.")] == [number]


@given(st.text(alphabet="0123456789 ,.-/½abdehilmnorstuvwz$", max_size=80))
@settings(max_examples=150, deadline=None)
def test_never_raises_and_never_overlaps(text: str) -> None:
    found = numerals(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(n.low <= n.high and n.start < n.end <= len(text) for n in found)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 000", "half a ", "one hundred and ", "dozens of ", "1/2 ", "ten-", "0.", "½"]
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    assert grows_in_line(lambda size: numerals(piece * size), 2_000)


def test_old_letters_are_read_as_what_they_stand_for() -> None:
    assert values("ſix men and ſeveral hundred ſheep") == ["6", "300..900"]


@pytest.mark.parametrize(
    "text", ["a ½", " ½ mile", "x½ and 2 ½", ".5 of it", "an hundred", "Half of the 1,5 million", "10⁶"]
)
def test_no_way_to_begin_a_number_is_passed_over(text: str) -> None:
    first = _START.search(text)
    assert (first is None) == (not numerals(text))


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("10⁶ cells", "1000000", "1000000"),
        ("10¹² cells", "1000000000000", "1000000000000"),
        ("10^6 cells", "1000000", "1000000"),
        ("10^12 cells", "1000000000000", "1000000000000"),
        ("3×10⁸ cells", "300000000", "100000000"),
        ("3 x 10^8 cells", "300000000", "100000000"),
        ("2.5*10^4 cells", "25000", "1000"),
        ("2.5·10⁴ cells", "25000", "1000"),
    ],
)
def test_powers_of_ten(text: str, value: str, step: str) -> None:
    (found,) = numerals(text)
    assert (f"{found.low:f}", f"{found.high:f}", f"{found.step:f}") == (value, value, step)
    assert text[found.end :] == " cells"


@pytest.mark.parametrize("text", ["10² cells", "10¹ cells", "10^2 cells", "210⁶ cells", "10⁶x cells"])
def test_a_mark_behind_a_ten_is_no_power(text: str) -> None:
    assert all(text[found.start : found.end].isdecimal() for found in numerals(text))


PRINTED = [
    ("thirteen hundred", ["thirteen hundred = 1300 (step 1E+2, words)"]),
    ("two thousand five hundred", ["two thousand five hundred = 2500 (step 1E+2, words, scaled)"]),
    ("two thousand and five", ["two thousand and five = 2005 (step 1, words, scaled)"]),
    ("two thousand five", ["two thousand five = 2005 (step 1, words, scaled)"]),
    ("a hundred and six", ["a hundred and six = 106 (step 1, words)"]),
    ("twenty-three", ["twenty-three = 23 (step 1, words)"]),
    ("twenty three", ["twenty three = 23 (step 1, words)"]),
    ("twenty and three", ["twenty = 20 (step 1E+1, words)", "three = 3 (step 1, words)"]),
    ("twenty-thirteen", []),
    ("twenty thirty", []),
    ("nineteen eighty-four", []),
    ("nine eleven", []),
    ("nine-eleven", []),
    ("one-two", []),
    ("four-five men", ["four = 4 (step 1, words)", "five = 5 (step 1, words)"]),
    ("four-ten men", []),
    ("ten-fifteen men", ["ten = 10 (step 1E+1, words)", "fifteen = 15 (step 1, words)"]),
    ("ten-sixteen men", []),
    ("eighteen-twenty men", []),
    ("twenty-thirty men", ["twenty = 20 (step 1E+1, words)", "thirty = 30 (step 1E+1, words)"]),
    ("twenty-forty men", []),
    ("twenty-five-thirty men", []),
    ("half a million", ["half a million = 500000 (step 1E+5, words, scaled)"]),
    ("half a dozen", ["half a dozen = 6 (step 1, words)"]),
    ("a dozen", ["a dozen = 12 (step 1, words)"]),
    ("two dozen", ["two dozen = 24 (step 1, words)"]),
    ("two and a half", ["two and a half = 2.5 (step 0.1, words)"]),
    ("two and a half million", ["two and a half million = 2500000 (step 1E+5, words, scaled)"]),
    ("two million and a half", ["two million and a half = 2500000 (step 1E+5, words, scaled)"]),
    ("two and a half of them", ["two = 2 (step 1, words)", "a half = 0.5 (step 0.01, fraction)"]),
    ("hundred thousand", ["hundred thousand = 100000 (step 1E+5, words, scaled)"]),
    ("three hundred thousand", ["three hundred thousand = 300000 (step 1E+5, words, scaled)"]),
    ("five hundred hundred", []),
    ("million million", []),
    ("two thousand million", ["two thousand million = 2000000000 (step 1E+9, words, scaled)"]),
    ("two million thousand", []),
    ("zero", ["zero = 0 (step 1, words)"]),
    ("hundred and zero", ["hundred = 100 (step 1E+2, words)", "zero = 0 (step 1, words)"]),
    ("two hundred zero", []),
    (
        "two hundred and six thousand four hundred and five",
        ["two hundred and six thousand four hundred and five = 206405 (step 1, words, scaled)"],
    ),
    ("2.5 million", ["2.5 million = 2500000 (step 100000, digits, scaled)"]),
    ("2,500", ["2,500 = 2500 (step 1E+2, digits)"]),
    ("2 500 people", ["2 500 = 2500 (step 1E+2, digits)"]),
    ("Room 4 200 people", ["4 = 4 (step 1, digits)", "200 = 200 (step 1E+2, digits)"]),
    ("Some 4 200 people", ["4 200 = 4200 (step 1E+2, digits)"]),
    ("1.500.000", ["1.500.000 = 1500000 (step 1E+5, digits)"]),
    ("1'200", ["1'200 = 1200 (step 1E+2, digits)"]),
    ("1,5 million", ["1,5 million = 1500000 (step 100000, digits, scaled)"]),
    ("1.2bn", ["1.2bn = 1200000000 (step 100000000, digits, scaled)"]),
    ("1.2 bn", ["1.2 bn = 1200000000 (step 100000000, digits, scaled)"]),
    ("$1.2b", ["1.2b = 1200000000 (step 100000000, digits, scaled)"]),
    ("5k", ["5k = 5000 (step 1E+3, digits, scaled)"]),
    ("5 k", ["5 = 5 (step 1, digits)"]),
    ("5m people", ["5m = 5000000 (step 1E+6, digits, scaled)"]),
    ("5m deep", ["5 = 5 (step 1, digits)"]),
    ("5M deep", ["5M = 5000000 (step 1E+6, digits, scaled)"]),
    ("5m of its cars", ["5m = 5000000 (step 1E+6, digits, scaled)"]),
    ("5t", ["5 = 5 (step 1, digits)"]),
    ("5 tn", ["5 tn = 5000000000000 (step 1E+12, digits, scaled)"]),
    ("5 million and a half", ["5 million and a half = 5500000 (step 1E+5, digits, scaled)"]),
    ("0.5", ["0.5 = 0.5 (step 0.1, digits)"]),
    (".5", [".5 = 0.5 (step 0.1, digits)"]),
    ("5.50", ["5.50 = 5.50 (step 0.01, digits)"]),
    ("1st", []),
    ("1990s", []),
    ("3 1/2", ["3 1/2 = 3.5 (step 0.01, fraction)"]),
    ("1/3", ["1/3 = 0.333333 (step 0.01, fraction)"]),
    ("5/7", ["5 = 5 (step 1, digits)", "7 = 7 (step 1, digits)"]),
    ("3-1/2", ["3-1/2 = 3.5 (step 0.01, fraction)"]),
    ("31/100", ["31/100 = 0.31 (step 0.01, fraction)"]),
    ("2½", ["2½ = 2.5 (step 0.1, digits)"]),
    ("¾", ["¾ = 0.75 (step 0.01, digits)"]),
    ("2½ million", ["2½ million = 2500000 (step 100000, digits, scaled)"]),
    ("10⁶", ["10⁶ = 1000000 (step 1000000, digits, scaled)"]),
    ("3×10⁸", ["3×10⁸ = 300000000 (step 100000000, digits, scaled)"]),
    ("2.5 x 10^4", ["2.5 x 10^4 = 25000 (step 1000, digits, scaled)"]),
    ("10²", ["10 = 10 (step 1E+1, digits)"]),
    ("10^12", ["10^12 = 1000000000000 (step 1000000000000, digits, scaled)"]),
    ("1²", ["1 = 1 (step 1, digits)"]),
    ("dozens", ["dozens = 24 to 99 (step 1, vague)"]),
    ("tens of thousands", ["tens of thousands = 10000 to 99000 (step 1, vague)"]),
    ("hundreds of millions", ["hundreds of millions = 100000000 to 999000000 (step 1, vague)"]),
    ("scores of men", ["scores = 40 to 199 (step 1, vague)"]),
    ("scores were killed", ["scores = 40 to 199 (step 1, vague)"]),
    ("several", ["several = 3 to 12 (step 1, vague)"]),
    ("several hundred", ["several hundred = 300 to 900 (step 1, vague)"]),
    ("several hundred thousand", ["several hundred thousand = 300000 to 900000 (step 1, vague)"]),
    ("a few dozen", ["a few dozen = 36 to 108 (step 1, vague)"]),
    ("a couple of thousand", ["a couple of thousand = 2000 to 3000 (step 1, vague)"]),
    ("many thousand", ["many thousand = 2000 to 99000 (step 1, vague)"]),
    ("multiple", ["multiple = 2 to 99 (step 1, vague)"]),
    ("a handful", ["a handful = 3 to 9 (step 1, vague)"]),
    ("two-thirds of them", ["two-thirds = 0.666667 (step 0.01, fraction)"]),
    ("a quarter of the men", ["a quarter = 0.25 (step 0.01, fraction)"]),
    ("quarter million", ["quarter million = 250000 (step 1E+4, words, scaled)"]),
    ("quarter of a million", ["quarter of a million = 250000 (step 1E+4, words, scaled)"]),
    ("half the men", ["half = 0.5 (step 0.01, fraction)"]),
    ("half of them", ["half = 0.5 (step 0.01, fraction)"]),
    ("more than half", ["half = 0.5 (step 0.01, fraction)"]),
    ("more than half a day", []),
    ("half", []),
    ("a third of", ["a third = 0.333333 (step 0.01, fraction)"]),
    ("one in three quarters of men", ["one = 1 (step 1, words)", "three quarters = 0.75 (step 0.01, fraction)"]),
    ("one half", ["one half = 0.5 (step 0.01, fraction)"]),
    ("10 quarters of the men", ["10 quarters = 2.5 (step 0.01, fraction)"]),
    ("v2.0", []),
    ("1,300.5", ["1,300.5 = 1300.5 (step 0.1, digits)"]),
    ("12345678901234567890", ["12345678901234567890 = 12345678901234567890 (step 1E+1, digits)"]),
    ("007", ["007 = 7 (step 1, digits)"]),
    ("lakh", ["lakh = 100000 (step 1E+5, words, scaled)"]),
    ("two lakh", ["two lakh = 200000 (step 1E+5, words, scaled)"]),
    ("two crore", ["two crore = 20000000 (step 1E+7, words, scaled)"]),
]


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_numbers_as_they_are_printed(text: str, expected: list[str]) -> None:
    def told(found: Numeral) -> str:
        value = f"{found.low}" if found.low == found.high else f"{found.low} to {found.high}"
        scaled = ", scaled" if found.scaled else ""
        return f"{text[found.start : found.end]} = {value} (step {found.step}, {found.form}{scaled})"

    assert [told(found) for found in numerals(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half a tonne of hay", ["0.5"]),
        ("a half-mile walk", ["0.5"]),
        ("a quarter of a mile", ["0.25"]),
        ("half a percentage point", ["0.5"]),
        ("half a song", []),
        ("one point two million crowns", ["1200000"]),
        ("nought point eight litres", ["0.8"]),
        ("at one point two men left", ["1", "2"]),
        ("1.250,50 euros", ["1250.5"]),
        ("12.400 bicycles", ["12400"]),
        ("14.566 points", ["14.566"]),
        ("2.125 children per woman", ["2.125"]),
        ("1.500 metres", ["1.5"]),
        ("0.250 voters", ["0.25"]),
    ],
)
def test_parts_of_units_spoken_points_and_points_that_part_thousands(text: str, expected: list[str]) -> None:
    assert [n.low for n in numerals(text)] == list(map(Decimal, expected))

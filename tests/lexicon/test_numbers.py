"""Numbers in words and digits."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.lexicon.cardinals import SMALL
from divergence.lexicon.numbers import _START, Form, numerals


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

"""Counts that stand in a row, and a count of all that the row counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from pairs import count, figure, made

from divergence.link.summed import CountRow, is_in_sum, plain, row_of
from divergence.model.fact import Kind, Mention


def row(text: str, at: int = 0) -> CountRow | None:
    """The row of one of the counts in ``2 nurse and 3 cook``."""
    found: list[Mention] = []
    words, start = text.split(" "), 0
    for word, following in pairwise(words):
        if word.isdigit():
            found.append(count(int(word), following.rstrip(","), start=start))
        start += len(word) + 1
    return row_of(found[at], found, text)


def of(value: Any, **said: Any) -> Mention:
    return made("a few", value, **said)


TWO = CountRow(frozenset({"nurse", "cook"}), 5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 nurse and 3 cook", TWO),
        ("2 nurse, and 3 cook", TWO),
        ("2 nurse as well as 3 cook", TWO),
        ("2 nurse, 3 cook and 4 child", CountRow(frozenset({"nurse", "cook", "child"}), 9)),
        ("2 nurse but 3 cook", None),
        ("2 nurse hurt 3 cook", None),
        ("2 cook and 3 cook", None),
        ("2 nurse", None),
    ],
)
def test_counts_that_and_joins_are_a_row_where_they_count_different_things(
    text: str, expected: CountRow | None
) -> None:
    assert row(text) == expected


@pytest.mark.parametrize(("at", "total"), [(0, 5), (1, 5), (2, 11), (3, 11)])
def test_a_count_stands_in_its_own_row(at: int, total: int) -> None:
    found = row("2 nurse and 3 cook met 4 child and 7 cook", at)
    assert found is not None
    assert found.total == total


def test_only_numbers_that_say_what_they_count_stand_in_a_row() -> None:
    text = "2 of us and 3 cook"
    bare, cooks = count(2, "", text="2 of us"), count(3, "cook", start=12)
    assert row_of(bare, (bare, cooks), text) is None
    assert row_of(cooks, (bare, cooks), text) is None
    them, nurses = count(2, "they", text="2 of them", start=9), count(3, "nurse")
    assert row_of(nurses, (nurses, them), "3 nurse, 2 of them") is None
    assert row_of(made("x", "x", kind=Kind.PERSON, head="nurse"), (cooks,), text) is None


def test_a_row_with_a_figure_that_is_not_plain_has_no_sum() -> None:
    nurses, cooks = count(2, "nurse"), of(figure(3, 4), head="cook", start=12)
    assert row_of(nurses, (nurses, cooks), "2 nurse and 3 cook") == replace(TWO, total=None)


@pytest.mark.parametrize(
    ("other", "head", "inside"),
    [
        (5, "recruit", True),
        (6, "recruit", False),
        (6, "people", True),
        (6, "", True),
        (5, "cook", False),
        (5, "nurse", False),
    ],
)
def test_another_count_is_of_all_where_it_is_their_sum_or_of_people_in_general(
    other: int, head: str, inside: bool
) -> None:
    assert is_in_sum(TWO, count(other, head)) is inside


def test_only_a_plain_count_is_a_sum() -> None:
    assert not is_in_sum(None, count(5, ""))
    assert not is_in_sum(TWO, of(figure(5, 9)))
    assert plain(count(5)) == 5
    assert plain(of(figure("2.5"))) is None
    assert plain(of(figure(5, unit="km", dimension="length"))) is None
    assert plain(made("x", Decimal(5))) is None

"""Whether articles are about one story: by the words that only some stories have."""

from __future__ import annotations

import math
from string import ascii_lowercase

import pytest

from divergence.align.topic import LEAST, groups
from divergence.model.text import Article


def text(first: int, count: int, times: int = 1) -> str:
    """So many made-up words, each so many times; the same number is the same word."""
    letters = ascii_lowercase[:20]
    return " ".join(f"q{letters[n // 20]}{letters[n % 20]}x" for n in range(first, first + count) for _ in range(times))


def together(*texts: str) -> list[str]:
    """The ids of the articles that are about one story, those of each story in one word."""
    return ["".join(ids) for ids in groups([Article(chr(65 + n), "", t, ()) for n, t in enumerate(texts)])]


def test_articles_that_share_no_word_are_of_two_stories() -> None:
    assert together(text(0, 20), text(0, 20)) == ["AB"]
    assert together(text(0, 20), text(40, 20)) == ["A", "B"]
    assert together() == []


def test_the_largest_group_comes_first_and_one_may_link_two() -> None:
    assert together(text(0, 20), text(40, 20), text(40, 20)) == ["BC", "A"]
    assert together(text(0, 20), text(40, 20), text(10, 40)) == ["ABC"]
    assert together(text(0, 20), text(40, 20), text(80, 20), text(30, 60)) == ["BCD", "A"]


@pytest.mark.parametrize(("shared", "one"), [(4, True), (2, False)])
def test_a_few_words_in_common_are_enough(shared: int, one: bool) -> None:
    count = 50
    assert (shared / count >= LEAST) is one
    assert (together(text(0, count), text(count - shared, count)) == ["AB"]) is one


def test_a_word_weighs_more_the_more_often_it_stands_and_less_than_twice_as_much() -> None:
    weight = 1 + math.log(3)
    often = f"{text(0, 1, 3)} {text(1, 49)}"
    other = f"{text(0, 1, 3)} {text(100, 49)}"
    assert (weight**2 / (weight**2 + 49) >= LEAST) is (together(often, other) == ["AB"]) is True
    once = f"{text(0, 1)} {text(100, 49)}"
    assert (weight / math.hypot(weight, 7) / math.sqrt(50) >= LEAST) is (together(often, once) == ["AB"]) is False


@pytest.mark.parametrize(("count", "told_apart"), [(8, True), (7, False)])
def test_an_article_of_few_words_is_not_told_apart(count: int, told_apart: bool) -> None:
    assert (
        together(text(0, count), text(100, 20)) == ["A", "B"] or together(text(0, count), text(100, 20)) == ["B", "A"]
    ) is told_apart
    assert len(together(text(100, 20), text(0, count))) == 1 + told_apart


def test_common_words_plurals_and_short_words_do_not_count() -> None:
    common = "the and said that government police people officials"
    assert len(together(f"{text(0, 20)} {common}", f"{text(100, 20)} {common}")) == 2
    assert len(together(f"{text(0, 20)} ab cd ef gh", f"{text(100, 20)} ab cd ef gh")) == 2
    plural = " ".join(f"{word}s" for word in text(0, 20).split())
    assert together(text(0, 20), plural.upper()) == ["AB"]

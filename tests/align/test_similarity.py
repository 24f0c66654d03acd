"""Similarity sees wording, not values; it is symmetric, bounded and quick."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.align.similarity import WORD, fold, similarities

BOATS = "The coast guard said that 23 sailors were killed when three boats sank off the cape."


def alike(left: str, right: str) -> float:
    return float(similarities([left, right, "An unrelated remark about the price of bread in the capital."])[0, 1])


def test_sentences_that_differ_in_a_number_only_are_the_same() -> None:
    assert alike(BOATS, BOATS.replace("23", "five").replace("three", "40")) == pytest.approx(1)


def test_numbers_are_one_sign_and_case_and_spaces_do_not_count() -> None:
    assert fold("More  than 1,200 of the TWENTY-three\nmen") == fold("more than 7 of the 23 Men")


def test_spelling_variants_stay_near() -> None:
    assert alike("Tehreek-e-Taliban Pakistan denied it.", "Tehrik-i-Taliban Pakistan denied it.") > 0.6


def test_the_same_event_is_nearer_than_another() -> None:
    retold = "Off the cape three boats have sunk and 20 sailors are dead, according to the coast guard."
    assert alike(BOATS, retold) > 2 * alike(BOATS, "The mayor opened the new library on Monday with a speech.")


def test_a_text_without_words_is_like_nothing() -> None:
    matrix = similarities(["", "…", BOATS])
    assert matrix[0].tolist() == [0, 0, 0]
    assert matrix[2, 2] == pytest.approx(1)


@pytest.mark.parametrize("count", [0, 1])
def test_few_texts(count: int) -> None:
    assert similarities([BOATS] * count).shape == (count, count)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=6))
def test_symmetric_bounded_and_one_with_itself(texts: list[str]) -> None:
    matrix = similarities(texts)
    assert ((matrix >= 0) & (matrix <= 1)).all()
    assert (matrix == matrix.T).all()
    for row, text in enumerate(texts):
        assert matrix[row, row] == pytest.approx(1) or not WORD.search(text)


def test_twenty_long_articles_take_little_time() -> None:
    words = (
        "coast guard boats sank cape sailors killed storm Monday harbour minister said crew rescue helicopter".split()
    )
    texts = [
        " ".join(words[(i * k + k) % len(words)] + str(i * k % 97) * (k % 2) for k in range(20)) for i in range(1500)
    ]
    started = time.process_time()
    similarities(texts)
    assert time.process_time() - started < 3

"""Which passages of two articles tell the same."""

from __future__ import annotations

import math

import pytest

from divergence.link.counterparts import ALIKE, LIGHT, counterparts, index_words


def facing(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """The pairs of passages, by number, of two articles given as texts."""
    ours, theirs = index_words([[frozenset(text.split()) for text in side] for side in (left, right)])
    return list(counterparts(ours, theirs))


def test_passages_with_their_rare_words_in_common_face_each_other() -> None:
    left = ["barges sank near cape orvane", "traders met yesterday"]
    assert facing(left, ["mayor sang songs", "barges sank near orvane lighthouse"]) == [(0, 1)]
    assert facing(left, ["mayor sang songs", "bakers slept late"]) == []


def test_each_passage_has_its_best_counterpart_on_either_side() -> None:
    whole, half = "barges sank near cape orvane", "barges sank near cape piers"
    assert facing([whole], [half, whole]) == [(0, 0), (0, 1)]
    assert facing([half, whole], [whole]) == [(0, 0), (1, 0)]
    assert facing([whole, half], [half, whole]) == [(0, 1), (1, 0)]


def test_of_two_equal_counterparts_the_first_is_taken() -> None:
    whole = "barges sank near cape orvane"
    assert facing([whole], [whole, whole]) == [(0, 0), (0, 1)]
    assert facing([whole, whole], [whole, whole]) == [(0, 0), (0, 1), (1, 0)]


def test_light_words_alone_bring_no_passages_together() -> None:
    assert {"the", "of"} <= LIGHT
    assert facing(["the of"], ["the of"]) == []
    assert facing(["the pier"], ["the pier"]) == [(0, 0)]


def weighed(common: int, others: int) -> float:
    """The share of two passages with some words in common and as many words of their own on either side."""
    both, one = common * math.log(3 / 2), others * math.log(3)
    return both / (both + one)


@pytest.mark.parametrize(("common", "others"), [(5, 2), (4, 2), (7, 4), (3, 2), (3, 3), (5, 3)])
def test_from_a_share_of_rare_words_on_two_passages_are_alike(common: int, others: int) -> None:
    left, right = ([*(f"c{i}" for i in range(common)), *(f"{side}{i}" for i in range(others))] for side in "lr")
    found = facing([" ".join(left)], [" ".join(right)])
    assert (found == [(0, 0)]) is (weighed(common, others) >= ALIKE)
    assert ALIKE == 0.4


def test_a_headline_finds_the_longer_sentence_that_says_the_same() -> None:
    sentence = "late on friday barges sank near cape orvane while traders on shore slept and bakers worked"
    assert facing(["barges sank near orvane"], [sentence]) == [(0, 0)]

"""Values that can both be right are told of one fact only where that is sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.link.compatible import NOT_ONE, SAME_WORDS
from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def compatible(found: Comparison) -> list[set[str]]:
    return [{r.value for r in d.readings} for d in found.divergences if d.verdict is Verdict.COMPATIBLE]


@pytest.mark.parametrize(
    ("left", "right", "values"),
    [
        (
            "The storm killed 12 fishermen off Orvane on Monday.",
            "At least 12 fishermen were killed off Orvane on Monday.",
            {"12", "at least 12"},
        ),
        (
            "The line sold 40 old barges in Orvane in May.",
            "In Orvane the line sold about 40 old barges in May.",
            {"40", "about 40"},
        ),
    ],
)
def test_one_fact_in_other_words_is_told(story: Build, left: str, right: str, values: set[str]) -> None:
    assert values in compatible(compare(story(left, right, published="2024-05-07")))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Half of the voters in Orvane had a boat in May.",
            "Nearly half of the members in Orvane paid a toll in May.",
        ),
        (
            "The dam in Orvane held for two weeks.",
            "The pilgrims in Orvane sang for more than two weeks.",
        ),
        (
            "Holm listed at least five wrecks off Orvane in the draft.",
            "Holm crossed out five lines on Orvane in the draft.",
        ),
    ],
)
def test_two_facts_that_can_both_be_right_are_set_aside(story: Build, left: str, right: str) -> None:
    found = compare(story(left, right, published="2024-05-07"))
    assert not compatible(found)


def test_what_is_set_aside_has_its_reason(story: Build) -> None:
    texts = (
        "Half of the voters in Orvane had a boat in May.",
        "Nearly half of the voters in Orvane had no boat, and nearly half of the members had a boat in May.",
    )
    reasons = {n.reason for n in compare(story(*texts, published="2024-05-07")).not_flagged}
    assert reasons <= {NOT_ONE, SAME_WORDS} | reasons


def test_the_same_words_are_no_difference(story: Build, article: Callable[..., object]) -> None:
    text = "The council of Orvane moved on Monday to close the old pier to all ferries of the line."
    dated = story(text, text)
    one, two = dated.articles
    from dataclasses import replace

    made = Story("story", None, (replace(one, published="2024-05-07"), two))
    assert not compatible(compare(made))

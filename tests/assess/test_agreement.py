"""Agreements: headings that every article bears out, and a count of what is not told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.agreement import UNCLEAR
from divergence.model.comparison import Comparison
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def compared(story: Build, *texts: str) -> Comparison:
    return compare(story(*texts, published="2024-03-05"))


def headings(found: Comparison) -> dict[str, str]:
    return {a.reading.value: a.subject for a in found.agreements}


def test_a_heading_says_what_each_article_says(story: Build) -> None:
    texts = (
        "Hundreds of farmers gathered around the mill. Hundreds of farmers gathered around the mill on Monday.",
        "Guards in Orvane drove away hundreds of farmers who had gathered on Monday.",
    )
    assert "mill" not in headings(compared(story, *texts)).get("hundreds", "")


def test_those_of_whom_one_article_alone_speaks_are_not_named(story: Build) -> None:
    texts = (
        "49 killed in an attack on two shrines in Orvane.",
        "49 pilgrims killed in an attack on two shrines in Orvane.",
    )
    assert headings(compared(story, *texts))["49"].startswith("How many were killed")
    named = "49 pilgrims killed in an attack on two shrines in Orvane."
    assert headings(compared(story, named, named))["49"].startswith("How many pilgrims were killed")


def test_an_age_is_that_of_somebody_named(story: Build) -> None:
    named = "Vera Holm, 61, died in a fire in Orvane on Monday."
    assert "Vera Holm" in headings(compared(story, named, named))["61"]
    unnamed = "A man whose 6-year-old son was killed in Orvane spoke on Monday."
    found = compared(story, unnamed, unnamed)
    assert "6" not in headings(found)
    assert (1, UNCLEAR) in {(w.count, w.reason) for w in found.withheld}


def test_a_gap_leaves_the_noun_that_is_counted(story: Build) -> None:
    sentence = "The best-known trader of Orvane happens to be a miller with three houses."
    assert "houses" in headings(compared(story, sentence, sentence)).get("3", "houses")


@pytest.mark.parametrize(
    "sentence",
    [
        "About 9,700 harbour guards and clerks were deployed with boats and ropes.",
        "The gale injured 300 more on Monday.",
    ],
)
def test_a_heading_repeats_no_part_of_its_value(story: Build, sentence: str) -> None:
    for asked in headings(compared(story, sentence, sentence)).values():
        assert "9,700" not in asked
        assert " more " not in asked

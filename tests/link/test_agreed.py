"""Agreements: one value of one fact in every mention, and a value that tells something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def shared(story: Build, *texts: str) -> set[tuple[str, tuple[str, ...]]]:
    """The values agreed on and the articles that state them."""
    found = compare(story(*texts, published="2024-03-05")).agreements
    return {(a.reading.value, a.reading.articles) for a in found}


def test_one_count_of_one_outcome_is_agreed_on(story: Build) -> None:
    texts = "The quake in Orvane killed 12 people on Monday.", "On Monday the quake in Orvane killed 12 people."
    assert ("12", ("A", "B")) in shared(story, *texts)


@pytest.mark.parametrize(
    "other",
    [
        "On Monday the quake in Orvane injured 12 people.",
        "On Monday the quake in Orvane did not kill 12 people.",
        "On Monday the quake in Orvane destroyed 12 houses.",
    ],
    ids=["different outcomes", "denied", "another thing"],
)
def test_a_number_of_another_fact_is_not(story: Build, other: str) -> None:
    assert "12" not in {v for v, _ in shared(story, "The quake in Orvane killed 12 people on Monday.", other)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The guards arrested several farmers in Orvane on Monday.",
        "The guards arrested a farmer in Orvane on Monday.",
        "The guards arrested one of the farmers in Orvane on Monday.",
        "The guards arrested multiple farmers in Orvane on Monday.",
    ],
)
def test_what_gives_no_figure_is_nothing_to_agree_on(story: Build, sentence: str) -> None:
    assert not [v for v, _ in shared(story, sentence, sentence) if v in {"several", "1", "multiple", "many"}]


def test_three_statements_agree_only_if_every_two_do(story: Build) -> None:
    texts = (
        "The guards arrested 12 farmers in Orvane on Monday.",
        "On Monday, the guards arrested 12 farmers in Orvane.",
        "The police listed 12 children as contacts in Orvane.",
    )
    assert {articles for value, articles in shared(story, *texts) if value == "12"} == {("A", "B")}


def test_the_ages_of_two_who_are_both_as_old_are_no_count(story: Build) -> None:
    sentence = "Captain Hilda Varn and Sergeant Anna Holm, both 51, died at the scene in Orvane."
    assert not [a for a in compare(story(sentence, sentence)).agreements if a.kind.value == "number"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port of Orvane has changed over the past year.",
        "The port of Orvane has changed in recent months.",
        "After years of denials the port of Orvane opened its books.",
        "The law raises the age for buying any boat from 18 to 21 in Orvane.",
        "The two sides met in Orvane.",
        "The rebels attacked a quarter of Orvane.",
        "The lawsuit claims that Norland found a willing partner in the port office of Orvane.",
        "“Norland found a willing partner in the port office of Orvane in May,” the lawsuit says.",
        "“In May the port of Orvane will have no ships and no crews,” Holm said.",
    ],
)
def test_loose_spans_changes_and_the_words_of_others_are_nothing_to_agree_on(story: Build, sentence: str) -> None:
    found = compare(story(sentence, sentence, published="2024-03-05")).agreements
    assert not [a for a in found if a.kind.value != "quote"]


def test_a_figure_that_somebody_quoted_gives_is_agreed_on(story: Build) -> None:
    sentence = "“The quake in Orvane killed 12 people on Monday,” Holm said."
    assert ("12", ("A", "B")) in shared(story, sentence, sentence)


def test_a_number_of_long_ago_is_not_that_of_the_news(story: Build) -> None:
    texts = (
        "A gunman killed nine people in a church in Orvane on Monday.",
        "A gunman killed nine people in a church in Orvane on Monday.\n\nIn 2015 nine people were killed in a church.",
    )
    found = [a for a in compare(story(*texts, published="2024-03-05")).agreements if a.reading.value == "9"]
    assert [len(a.reading.mentions) for a in found] == [2]

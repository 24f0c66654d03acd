"""What only one source reports: nothing that another article says in another form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.text import Story
from divergence.pipeline import compare
from divergence.report.page.view import prepare

Build = Callable[..., Story]


def alone(story: Build, *texts: str) -> dict[str, set[str]]:
    """The words marked as told by one source alone, by source."""
    report = prepare(compare(story(*texts, published="2024-03-05")))
    return {
        lone.source.id: {"".join(p.text for p in s.pieces) for told in lone.sentences for s in told.passage if s.value}
        for lone in report.alone
    }


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("Mary Holm led the search.", "Mr. Holm, who led the search, left the port.", "Mary Holm"),
        ("The search was led by 12 divers.", "In all twelve divers were there, said the port.", "12 divers"),
        ("The council met in Norhaven.", "The road to Norhaven, it seems, is shut.", "Norhaven"),
        ("“The pier was rotten,” said Holm.", "Holm said the pier was rotten.", "The pier was rotten"),
        (
            "“This morning at dawn the boats left the old harbour of the isle,” said Holm.",
            "This morning at dawn the boats left the old harbor of the isle, Holm said.",
            "the boats left the old harbour",
        ),
        ("The pier burned in April 2015.", "The pier burned on the morning of April 4, 2015.", "April 2015"),
        (
            "Former Prime Minister Ida Holm spoke.",
            "The two prime ministers, Ida Holm and Jon Berg, spoke.",
            "Former Prime Minister",
        ),
        ("Holm's older brother Jon Berg spoke.", "Jon Berg, the sailor's brother, spoke.", "Holm's older brother"),
        ("They swam off the beach near the old town.", "The mayor spoke at noon.", "the beach"),
    ],
)
def test_what_another_article_says_in_another_form_is_not_told_as_alone(
    story: Build, one: str, other: str, words: str
) -> None:
    assert not any(words in told for told in alone(story, one, other).get("A", set()))


def test_what_no_other_article_says_is_told(story: Build) -> None:
    found = alone(story, "Mary Holm led 12 divers in Orvane.", "A ferry sank off the coast.")
    assert {"Mary Holm", "12 divers"} <= found["A"]


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("The pier burned on 4 April 2015.", "The pier was built in April 2015.", "4 April 2015"),
        ("The pier burned in April 2015.", "A school has stood in Orvane since 4 May 2009.", "April 2015"),
        ("Finance minister Ida Holm spoke.", "Jon Berg, the culture minister, spoke.", "Finance minister"),
        ("Mayor Ida Holm spoke.", "Ida Holm, a sailor, spoke.", "Mayor"),
    ],
)
def test_another_day_or_post_is_told(story: Build, one: str, other: str, words: str) -> None:
    assert words in alone(story, one, other)["A"]


def test_a_quotation_of_which_another_article_has_some_words_is_told(story: Build) -> None:
    one = "“This morning at dawn the boats left the old port of the isle,” said Holm."
    found = alone(story, one, "The boats of the old isle burned this morning at the port.")
    assert any("the boats left the old port" in told for told in found["A"])

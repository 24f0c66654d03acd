"""What may explain a difference: offered from the words of the sentences, and only where one side alone has them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from pairs import context, figure, made, pair

from divergence.assess.explanation import explanation
from divergence.facts.time.duration_grammar import Duration
from divergence.facts.time.moment import Moment
from divergence.link.context import Context
from divergence.model.comparison import Verdict
from divergence.model.fact import Kind
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def explained(story: Build, left: str, right: str, published: str | None = "2024-03-04") -> tuple[str, str]:
    (found,) = [
        d for d in compare(story(left, right, published=published)).divergences if d.verdict is Verdict.CONFLICT
    ]
    assert found.explanation not in found.why
    return found.explained_by, found.explanation


@pytest.mark.parametrize(
    ("left", "right", "ground", "quoted"),
    [
        (
            "The weekend clashes at the border post killed five guards.",
            "The fighting at the border post killed 23 guards.",
            "time",
            "weekend clashes",
        ),
        ("The flood has killed 11 farmers so far.", "The flood has killed 14 farmers.", "time", "so far"),
        (
            "The flood has killed 11 farmers as of 9 p.m. on the coast.",
            "The flood has killed 14 farmers.",
            "time",
            "“as of 9 p.m.”",
        ),
        ("The flood killed 11 farmers at the time of the feast.", "The flood killed 14 farmers.", "none", ""),
        ("The flood had killed 11 farmers at the time.", "The flood killed 14 farmers.", "time", "at the time"),
        (
            "The flood killed 11 farmers in the district.",
            "The flood killed 14 farmers in the province.",
            "none",
            "",
        ),
        ("The flood killed 11 farmers in the district.", "The flood killed 14 farmers.", "scope", "in the district"),
        (
            "The flood killed 11 farmers according to a clerk in the district.",
            "The flood killed 14 farmers.",
            "none",
            "",
        ),
        (
            "The blast killed 13 people, including a toddler.",
            "The blast killed 12 people.",
            "scope",
            "including a toddler",
        ),
        (
            "The flood killed 11 farmers in Paris.",
            "The flood killed 14 farmers in France.",
            "scope",
            "one may lie within the other",
        ),
        (
            "The flood killed 11 farmers, officials in Paris said.",
            "The flood killed 14 farmers in France.",
            "none",
            "",
        ),
        (
            "The talks between France and Italy lasted nine hours.",
            "The talks in Paris lasted 30 hours.",
            "none",
            "",
        ),
        (
            "The flood killed 11 farmers from France.",
            "The flood killed 14 farmers in Paris.",
            "none",
            "",
        ),
        ("There were 11 confirmed deaths in Orvane.", "There were 14 deaths in Orvane.", "definition", "confirmed"),
        ("The flood killed 11 farmers.", "The flood killed 14 farmers.", "none", ""),
        (
            "The flood killed 11 farmers, the mayor of Orvane said.",
            "The flood killed 14 farmers, the Red Crescent said.",
            "definition",
            "Red Crescent",
        ),
        (
            "On Monday the flood killed people, including three children.",
            "On Monday the flood killed people and five children.",
            "none",
            "",
        ),
        ("The old ferry was lost for several days.", "The old ferry was lost for nine weeks.", "none", ""),
        (
            "The talks in Orvane lasted nine hours, including a break.",
            "The talks in Orvane lasted 30 hours.",
            "none",
            "",
        ),
        ("The flood killed 11 farmers, they said.", "The flood killed 14 farmers, the mayor said.", "none", ""),
        (
            "The flood killed 11 farmers, the mayor confirmed to reporters.",
            "The flood killed 14 farmers, the mayor told reporters.",
            "none",
            "",
        ),
    ],
)
def test_words_that_limit_one_value_may_explain_a_difference(
    story: Build, left: str, right: str, ground: str, quoted: str
) -> None:
    found = explained(story, left, right)
    assert found[0] == ground
    assert quoted in found[1]
    assert bool(found[1]) == (ground != "none")


def test_any_two_sentences_of_a_finding_may_offer_the_explanation(story: Build) -> None:
    texts = ("The flood killed 11 farmers.", "The flood has killed 11 farmers so far.", "The flood killed 14 farmers.")
    for order in (texts, (texts[1], texts[0], texts[2])):
        (found,) = [
            d for d in compare(story(*order, published="2024-03-04")).divergences if d.verdict is Verdict.CONFLICT
        ]
        assert "so far" in found.explanation


@pytest.mark.parametrize(("kind", "explained_by"), [(Kind.NUMBER, "time"), (Kind.DURATION, "none")])
def test_a_day_explains_a_count_and_no_length_of_time(kind: Kind, explained_by: str) -> None:
    def told(number: int, article: str) -> Context:
        length = Duration(Decimal(number), Decimal(number), "year")
        value = length if kind is Kind.DURATION else figure(number)
        day = made("a day", Moment(year=2024, month=5, day=number), Kind.DATE, article)
        return context(made(f"{number} years", value, kind, article), times=(day,))

    assert explanation(pair(told(3, "A"), told(4, "B")), {"A": "3 years", "B": "4 years"}).ground == explained_by

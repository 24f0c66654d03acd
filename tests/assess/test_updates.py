"""When a higher figure of a later article is told as an update, and in which order agreements are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.model.comparison import Divergence, Relation, Severity, Verdict
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]
BLAST = "A blast tore through the market of Orvane, killing {} people, the mayor said.\n\nShops stayed closed.\n"
DEALS = "The two firms signed {} contracts for the market of Orvane, the mayor said.\n\nShops stayed closed.\n"


def found(story: Build, texts: tuple[str, str], days: tuple[str | None, str | None]) -> Divergence:
    """The one disagreement of two articles of these days."""
    made = story(*texts)
    articles = tuple(replace(a, published=day) for a, day in zip(made.articles, days, strict=True))
    (one,) = [d for d in compare(replace(made, articles=articles)).divergences if d.verdict is Verdict.CONFLICT]
    return one


@pytest.mark.parametrize(("first", "second"), [("2030-03-04", "2030-03-05"), ("2030-03-04T09:00", "2030-03-05T08:00")])
def test_a_higher_toll_of_a_later_day_is_an_update_whichever_article_comes_first(
    story: Build, first: str, second: str
) -> None:
    texts = BLAST.format(12), BLAST.format(19)
    for told in (found(story, texts, (first, second)), found(story, texts[::-1], (second, first))):
        assert told.relation is Relation.UPDATES
        assert told.severity is Severity.MEDIUM, "one step below that of a toll"
        assert told.explained_by == "time"
        assert f"The later article ({second[:10]}) has the higher figure" in told.explanation


@pytest.mark.parametrize(
    ("figures", "days"),
    [
        ((19, 12), ("2030-03-04", "2030-03-05")),
        ((12, 19), ("2030-03-04", "2030-03-04")),
        ((12, 19), ("2030-03-04T08:00", "2030-03-04T20:00")),
        ((12, 19), ("2030-03-04", None)),
        ((12, 19), (None, "2030-03-05")),
        ((12, 19), (None, None)),
    ],
    ids=["it falls", "one day", "one day, two hours", "one date", "the other date", "no date"],
)
def test_nothing_else_is_an_update(story: Build, figures: tuple[int, int], days: tuple[str | None, str | None]) -> None:
    told = found(story, (BLAST.format(figures[0]), BLAST.format(figures[1])), days)
    assert (told.relation, told.severity) == (Relation.CONFLICTS, Severity.HIGH)


def test_a_further_count_grows_into_no_total(story: Build) -> None:
    texts = BLAST.format("12 more"), BLAST.format("19 more")
    told = found(story, texts, ("2030-03-04", "2030-03-05"))
    assert told.relation is Relation.CONFLICTS
    assert "updated" not in told.explanation


def test_what_does_not_grow_with_the_hours_is_no_update(story: Build) -> None:
    told = found(story, (DEALS.format(12), DEALS.format(19)), ("2030-03-04", "2030-03-05"))
    assert told.relation is Relation.CONFLICTS


def test_what_more_articles_agree_on_is_told_first(story: Build) -> None:
    toll, boats = "The blast killed 12 people.\n", "The fire sank nine boats in the harbour.\n"
    made = compare(story(toll + "\n" + boats, toll + "\n" + boats, boats))
    shared = [(len(a.reading.articles), len(a.silent)) for a in made.agreements]
    assert shared == sorted(shared, reverse=True)
    assert shared[0] == (3, 0)
    assert made.agreements[-1].silent == ("C",)

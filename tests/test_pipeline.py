"""Laws of the whole method: what must hold for any story, whatever the gate has learnt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.language import Parsed
from divergence.model.comparison import Comparison, Verdict
from divergence.model.fact import Mention
from divergence.model.text import Article, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article
from divergence.report import render

Build = Callable[..., Story]

REPORT = (
    "Ferry sinks off Maraba, 12 people killed\n\n"
    "A ferry sank off the coast of Maraba on Tuesday, killing 12 people and injuring 31 others, police said.\n\n"
    "The vessel had left the harbour with 140 passengers. Rescue crews searched for nearly six hours.\n\n"
    "“We saw the bow go under and nobody could do anything,” said Ines Calder, 42, who owns a shop on the quay.\n\n"
    "The owner was fined $2.5 million in 2019 after an engine fire.\n"
)


def conflicts(comparison: Comparison) -> list[set[str]]:
    """The values of every flagged disagreement."""
    return [{r.value for r in d.readings} for d in comparison.divergences if d.verdict is Verdict.CONFLICT]


def test_an_article_agrees_with_itself(story: Build) -> None:
    assert conflicts(compare(story(REPORT, REPORT, published="2024-05-08"))) == []


@pytest.mark.parametrize(
    ("old", "new", "values"),
    [
        ("12 people", "15 people", {"12", "15"}),
        ("injuring 31", "injuring 52", {"31", "52"}),
        ("nothing", "anything at all", set()),
    ],
)
def test_one_changed_figure_is_exactly_that_disagreement(story: Build, old: str, new: str, values: set[str]) -> None:
    found = conflicts(compare(story(REPORT, REPORT.replace(old, new), published="2024-05-08")))
    assert found == ([values] if values else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12 people", "twelve people"),
        ("$2.5 million", "2.5 million dollars"),
        ("on Tuesday", "Tuesday"),
        ("nearly six hours", "almost six hours"),
        ("police said", "according to police"),
        ("Ines Calder, 42,", "42-year-old Ines Calder,"),
    ],
)
def test_a_harmless_rewrite_is_no_disagreement(story: Build, old: str, new: str) -> None:
    assert conflicts(compare(story(REPORT, REPORT.replace(old, new), published="2024-05-08"))) == []


def test_the_order_of_the_articles_changes_nothing(story: Build) -> None:
    other = REPORT.replace("12 people", "15 people")
    one, two = story(REPORT, other, published="2024-05-08"), story(other, REPORT, published="2024-05-08")
    assert conflicts(compare(one)) == conflicts(compare(two)) != []
    assert [d.id for d in compare(one).divergences] == [d.id for d in compare(two).divergences]


def test_two_runs_find_the_same(story: Build) -> None:
    texts = REPORT, REPORT.replace("12 people", "15 people"), REPORT.replace("140 passengers", "90 passengers")
    built = story(*texts, published="2024-05-08")
    assert compare(built) == compare(built)


def test_a_duplicate_article_adds_no_disagreement(story: Build) -> None:
    other = REPORT.replace("12 people", "15 people")
    assert len(conflicts(compare(story(REPORT, other, other, published="2024-05-08")))) == 1


def test_quotes_resolve_to_the_text_byte_for_byte(story: Build) -> None:
    built = story(REPORT, REPORT.replace("12 people", "15 people"), published="2024-05-08")
    texts = {a.id: a.text for a in built.articles}
    for mention in compare(built).mentions:
        assert texts[mention.span.article][mention.span.start : mention.span.end] == mention.text


def test_one_article_or_none_is_no_error(story: Build) -> None:
    assert compare(story(REPORT)).divergences == ()
    assert compare(replace(story(REPORT), articles=())).divergences == ()


def test_a_later_higher_toll_is_told_as_an_update(story: Build) -> None:
    built = story(REPORT, REPORT.replace("12 people", "15 people"))
    dated = replace(
        built,
        articles=(
            replace(built.articles[0], published="2024-05-08"),
            replace(built.articles[1], published="2024-05-10"),
        ),
    )
    (flagged,) = [d for d in compare(dated).divergences if d.verdict is Verdict.CONFLICT]
    assert flagged.relation == "updates"
    assert "later article" in flagged.explanation


def test_an_undated_article_with_weekdays_gets_one_notice(story: Build) -> None:
    notices = [n for n in compare(story(REPORT, REPORT)).notices if n.code == "date-unresolved"]
    assert [n.article for n in notices] == ["A", "B"]


def test_each_step_is_told_before_it_is_taken(story: Build) -> None:
    steps: list[str] = []
    compare(story("Five men died on Monday.", "Six men died on Monday."), progress=steps.append)
    assert steps == ["reading A (a.txt), 2 articles in all", "reading B (b.txt), 2 articles in all", "comparing"]


HALL = (
    "A man was killed on Monday at the pier in Orvane where two crews had worked for weeks, the mayor said.\n\n"
    "The mayor’s sister saw it. A truce was mediated by Qatar and Turkey. The owner was fined $2.5 million on June 3.\n"
)


def test_the_rule_that_found_a_mention_decides_nothing(story: Build) -> None:
    other = (
        HALL.replace("A man was", "Three men were")
        .replace("sister", "cousin")
        .replace(" and Turkey", "")
        .replace("June 3", "Sunday")
    )
    made = story(HALL, other, REPORT, published="2024-05-08")

    def read_otherwise(article: Article) -> tuple[Parsed, tuple[Mention, ...]]:
        parsed, mentions = read_article(article, Options())
        return parsed, tuple(replace(m, rule="another") for m in mentions)

    plain, told_otherwise = (render(compare(made, reader=r), "json") for r in (None, read_otherwise))
    assert plain == told_otherwise

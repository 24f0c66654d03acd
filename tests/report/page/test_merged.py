"""A paragraph that another article has inside a longer one is not told by one alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from divergence.model.comparison import Comparison, Row
from divergence.model.text import Span, Story
from divergence.report import render
from divergence.report.page.merged import find_merged
from divergence.report.page.view import prepare

FIRST = "The harbour master closed the northern quay on Friday after the crane fell."
SECOND = "Nobody was hurt, and two ships were sent on to the next port down the coast."
OTHER = "The union of crane drivers has asked for an inquiry into the company's rota."


def compared(make: Callable[..., Story]) -> Comparison:
    story = make(f"{FIRST}\n{SECOND}\n{OTHER}", f"{FIRST} {SECOND}")
    a, b = story.articles
    rows = (Row(1, (Span("A", *a.paragraphs[0]), Span("B", *b.paragraphs[0]))), Row(2, (Span("A", *a.paragraphs[1]),)))
    return Comparison(story, (), (), (*rows, Row(3, (Span("A", *a.paragraphs[2]),))), (), (), ())


def test_a_merged_paragraph_points_at_the_longer_one(story: Callable[..., Story]) -> None:
    alone = next(row for row in prepare(compared(story)).rows if not row.aligned)
    second, other = alone.cells
    assert second.within is not None
    assert (second.within.source.id, second.within.number, second.within.anchor) == ("B", 1, "p-2-1")
    assert other.within is None


def test_the_page_says_where_it_is_told_and_the_map_marks_no_lone_telling(story: Callable[..., Story]) -> None:
    page = render(compared(story), "html").decode()
    assert "also told in ¶ 1 of b.txt</a>" in page
    assert page.count("only here") == 1
    strip = prepare(compared(story)).map[0]
    assert [mark.kind for mark in strip.marks] == ["alone"]


def test_another_telling_of_the_same_is_none(story: Callable[..., Story]) -> None:
    made = story(FIRST, "On Friday a fallen crane made the master of the harbour close its quay in the north.")
    assert find_merged({article.id: article for article in made.articles}) == {}


def test_a_few_words_say_nothing(story: Callable[..., Story]) -> None:
    made = story("Nobody was hurt.", f"{FIRST} Nobody was hurt.")
    assert find_merged({article.id: article for article in made.articles}) == {}


def test_what_is_no_part_of_the_story_is_not_called_told_here_alone(story: Callable[..., Story]) -> None:
    made = compared(story)
    first, second = made.story.articles
    masked = replace(first, masked=(first.paragraphs[2],))
    page = render(replace(made, story=replace(made.story, articles=(masked, second))), "html").decode()
    assert page.count("only here") == 0
    assert page.count("· not part of the story</p>") == 1


WORDS = "mill hall fair lamp ford seed wall barn".split()


def merged(story: Callable[..., Story], left: str, right: str) -> set[str]:
    """The articles whose paragraph the other one holds."""
    made = story(left, right)
    return {span.article for span in find_merged({article.id: article for article in made.articles})}


def test_eight_words_are_enough_to_tell(story: Callable[..., Story]) -> None:
    longer = " ".join([*WORDS, *"then some more was told of it there".split()])
    assert merged(story, " ".join(WORDS), longer) == {"A"}
    assert merged(story, " ".join(WORDS[:7]), longer) == set()


def test_half_of_the_runs_of_three_words_must_be_shared(story: Callable[..., Story]) -> None:
    other = "then some more was told of it there again by all".split()
    assert merged(story, " ".join(WORDS), " ".join([*WORDS[:5], *other])) == {"A"}  # three of six
    assert merged(story, " ".join(WORDS), " ".join([*WORDS[:4], *other])) == set()  # two of six

"""Rows follow the findings: the sides of a disagreement stand level, and no paragraph is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from divergence.model.comparison import Comparison, Divergence, Reading, Relation, Row, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span, Story
from divergence.report.page.levels import level_rows
from divergence.report.page.sidebyside import complete_rows

Rows = list[list[str]]


def story_of(*counts: int) -> Story:
    """Articles A, B … of so many paragraphs each: ``a0``, ``a1`` …"""
    articles = []
    for index, count in enumerate(counts):
        id = chr(65 + index)
        words = [f"{id.lower()}{number}" for number in range(count)]
        starts = [sum(len(word) + 2 for word in words[:number]) for number in range(count)]
        spans = tuple((start, start + len(word)) for start, word in zip(starts, words, strict=True))
        articles.append(Article(id, f"{id}.txt", "\n\n".join(words), spans))
    return Story("story", None, tuple(articles))


def mention(story: Story, name: str) -> Mention:
    article = next(a for a in story.articles if a.id == name[0].upper())
    span = Span(article.id, *article.paragraphs[int(name[1:])])
    return Mention(Kind.NUMBER, span, name, name, Hedge.EXACTLY, Slot(), span, int(name[1:]), "test")


def dispute(story: Story, number: int, *readings: str, verdict: Verdict = Verdict.CONFLICT) -> Divergence:
    """A disagreement of these readings, each the paragraphs that state it: ``"a1 b0"``."""
    made = tuple(Reading(r, tuple(mention(story, name) for name in r.split())) for r in readings)
    return Divergence(f"d-{number}", Kind.NUMBER, "x", verdict, Relation.CONFLICTS, Severity.HIGH, 0.9, (), made, ())


def levelled(story: Story, alignment: str, *disputes: Divergence) -> Rows:
    """The rows, of an alignment such as ``a0 b0 / a1``, when these disagreements are known."""
    rows = tuple(
        Row(number, tuple(mention(story, name).span for name in row.split()))
        for number, row in enumerate(alignment.split("/"), 1)
    )
    compared = Comparison(story, disputes, (), rows, (), (), ())
    texts = {article.id: article.text for article in story.articles}
    found = level_rows(complete_rows(compared), compared)
    return [[texts[p.article][p.start : p.end] for p in row.paragraphs] for row in found]


def test_the_sides_of_a_disagreement_share_a_row() -> None:
    story = story_of(3, 3)
    assert levelled(story, "a0 b0 / a1 / b1 / a2 b2", dispute(story, 1, "a1", "b1")) == [
        ["a0", "b0"],
        ["a1", "b1"],
        ["a2", "b2"],
    ]


def test_what_only_resembles_gives_way() -> None:
    story = story_of(2, 2)
    assert levelled(story, "a0 b0 / a1 / b1", dispute(story, 1, "a0", "b1")) == [["b0"], ["a0", "b1"], ["a1"]]


def test_what_resembles_comes_along_where_there_is_room() -> None:
    story = story_of(1, 1, 1)
    assert levelled(story, "a0 / b0 c0", dispute(story, 1, "a0", "b0")) == [["a0", "b0", "c0"]]


def test_the_weightier_disagreement_is_served_first() -> None:
    story = story_of(1, 2)
    first, second = dispute(story, 1, "a0", "b1"), dispute(story, 2, "a0", "b0")
    assert ["a0", "b1"] in levelled(story, "a0 b0 / b1", first, second)
    assert ["a0", "b0"] in levelled(story, "a0 b0 / b1", second, first)


def test_nothing_moves_for_what_is_no_disagreement() -> None:
    story = story_of(2, 2)
    unmoved = levelled(story, "a0 b0 / a1 / b1")
    assert levelled(story, "a0 b0 / a1 / b1", dispute(story, 1, "a1", "b1", verdict=Verdict.COMPATIBLE)) == unmoved


def test_an_article_that_states_both_sides_keeps_one_of_them_in_the_row() -> None:
    story = story_of(2, 1)
    rows = levelled(story, "a0 / a1 / b0", dispute(story, 1, "a0", "a1 b0"))
    assert sorted(map(len, rows)) == [1, 2]


@given(st.data())
def test_every_paragraph_stands_in_exactly_one_row_and_no_article_twice_in_one(data: st.DataObject) -> None:
    story = story_of(*data.draw(st.lists(st.integers(1, 4), min_size=2, max_size=4)))
    names = [f"{a.id.lower()}{n}" for a in story.articles for n in range(len(a.paragraphs))]
    pick = st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True).map(" ".join)
    disputes = data.draw(st.lists(st.tuples(pick, pick), max_size=5))
    rows = levelled(story, " / ".join(names), *(dispute(story, n, *pair) for n, pair in enumerate(disputes)))
    assert sorted(name for row in rows for name in row) == sorted(names)
    assert all(len({name[0] for name in row}) == len(row) for row in rows)


def test_a_side_that_is_gone_stops_nothing(comparison: Comparison) -> None:
    story = replace(comparison.story, articles=comparison.story.articles[:1])
    assert level_rows(complete_rows(replace(comparison, story=story, alignment=())), replace(comparison, story=story))

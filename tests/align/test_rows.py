"""Rows hold what tells the same, at most one paragraph an article, in the articles' order where they agree."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.align.rows import align
from divergence.align.similarity import measure
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.model.comparison import Row
from divergence.model.text import Article

Build = Callable[..., list[Parsed]]

SINK = "Three boats sank off the northern cape during the storm on Monday night."
DEAD = "The coast guard said that {} sailors were killed and their bodies found."
MAYOR = "The mayor of the harbour town asked the government for help."
SCHOOL = "All schools along the coast will stay closed until next week."


@pytest.fixture(scope="module")
def story(article: Callable[..., Article]) -> Build:
    """Articles of one-sentence paragraphs, as if parsed."""

    def parsed(source: Article) -> Parsed:
        tokens: list[Token] = []
        sentences = []
        for paragraph, (start, end) in enumerate(source.paragraphs):
            first = len(tokens)
            at = start
            for word in source.text[start:end].split():
                at = source.text.index(word, at)
                index = len(tokens)
                tokens.append(Token(index, at, at + len(word), word, word.lower(), "X", "X", "dep", index, paragraph))
                at += len(word)
            sentences.append(Sentence(paragraph, first, len(tokens), paragraph))
        return Parsed(source, tuple(tokens), tuple(sentences), (), ((),) * len(tokens))

    def build(*articles: list[str], **fields: str) -> list[Parsed]:
        return [parsed(article("\n".join(lines), id=chr(65 + i), **fields)) for i, lines in enumerate(articles)]

    return build


def told(rows: tuple[Row, ...], parsed: list[Parsed]) -> list[str]:
    """Each row as the articles and paragraphs in it: ``A0 B1``."""
    places = {(p.article.id, *span): n for p in parsed for n, span in enumerate(p.article.paragraphs)}
    return [" ".join(f"{s.article}{places[s.article, s.start, s.end]}" for s in row.paragraphs) for row in rows]


def test_paragraphs_that_differ_in_a_value_share_a_row(story: Build) -> None:
    parsed = story([SINK, DEAD.format(23)], [DEAD.format("five"), MAYOR])
    assert told(align(parsed), parsed) == ["A0", "A1 B0", "B1"]


def test_an_article_that_is_silent_leaves_a_gap(story: Build) -> None:
    parsed = story([SINK, DEAD.format(2), MAYOR], [SINK, MAYOR], [SINK, DEAD.format(3), SCHOOL])
    assert told(align(parsed), parsed) == ["A0 B0 C0", "A1 C1", "A2 B1", "C2"] or told(align(parsed), parsed) == [
        "A0 B0 C0",
        "A1 C1",
        "C2",
        "A2 B1",
    ]


def test_the_order_of_the_articles_has_no_effect(story: Build) -> None:
    parsed = story([SINK, DEAD.format(2), MAYOR], [MAYOR, SINK], [DEAD.format(3), SCHOOL, SINK])
    rows = align(parsed)
    assert all(align(list(order)) == rows for order in permutations(parsed))


def test_every_paragraph_stands_in_one_row(story: Build) -> None:
    parsed = story([SINK, SINK, SINK], [SINK, MAYOR], [])
    spans = [span for row in align(parsed) for span in row.paragraphs]
    assert len(spans) == len(set(spans)) == 5
    assert all(len({span.article for span in row.paragraphs}) == len(row.paragraphs) for row in align(parsed))


def test_headlines_share_a_row_however_worded(story: Build) -> None:
    first = story(["Storm kills sailors", SINK], title="Storm kills sailors")
    second = story([], ["Grief in the harbour", SINK], title="Grief in the harbour")[1:]
    assert told(align([*first, *second]), [*first, *second]) == ["A0 B0", "A1 B1"]


def test_noise_is_in_no_row(story: Build) -> None:
    parsed = story([SINK, MAYOR], [SINK])
    silent = Parsed(parsed[0].article, parsed[0].tokens, parsed[0].sentences[:1], (), parsed[0].children)
    assert told(align([silent, parsed[1]]), parsed) == ["A0 B0"]


def test_rows_are_numbered_from_one(story: Build) -> None:
    assert [row.number for row in align(story([SINK, MAYOR]))] == [1, 2]


def test_no_article_gives_no_row() -> None:
    assert align([]) == ()


def test_similarity_by_article_and_index(story: Build) -> None:
    parsed = story([SINK, DEAD.format(23)], [DEAD.format(5)])
    similarity = measure(parsed)
    places = [("A", 0), ("A", 1), ("A", 9), ("B", 0)]
    left, right = np.array([0, 1, 2]), np.array([3, 3, 3])
    (near,) = similarity.of_sentences(places, left[1:2], right[1:2])
    unlike, like, unknown = similarity.of_paragraphs(places, left, right)
    assert near == like > 0.9
    assert unlike < 0.3
    assert unknown == 0


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from([SINK, DEAD, MAYOR, SCHOOL]), max_size=4), min_size=1, max_size=3))
def test_an_article_alone_keeps_its_order_and_copies_align(story: Build, lines: list[list[str]]) -> None:
    parsed = story(*lines)
    rows = align(parsed)
    assert len(rows) >= max(len(article) for article in lines)
    alone = align(parsed[:1])
    assert all(left.paragraphs[0] < right.paragraphs[0] for left, right in pairwise(alone))


def test_identical_articles_align_row_by_row(story: Build) -> None:
    lines = [SINK, DEAD.format(7), MAYOR, SCHOOL]
    parsed = story(lines, lines, lines)
    assert told(align(parsed), parsed) == [f"A{n} B{n} C{n}" for n in range(4)]

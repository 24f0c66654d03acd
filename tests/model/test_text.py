"""Articles and places in their text: how they are called and where they lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from divergence.model.text import Article, Span, siglum

PAGED = Article("A", "folder/report.pdf", "x" * 40, (), pages=(0, 10, 30))


@pytest.mark.parametrize(
    ("number", "letters"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (27, "AB"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_articles_are_called_by_letters(number: int, letters: str) -> None:
    assert siglum(number) == letters


@pytest.mark.parametrize(
    ("other", "overlap"),
    [
        (Span("A", 3, 8), True),
        (Span("A", 7, 9), True),
        (Span("A", 8, 9), False),
        (Span("A", 1, 3), False),
        (Span("A", 1, 4), True),
        (Span("A", 4, 6), True),
        (Span("B", 3, 8), False),
    ],
)
def test_spans_overlap_where_they_share_a_character(other: Span, overlap: bool) -> None:
    assert Span("A", 3, 8).overlaps(other) is other.overlaps(Span("A", 3, 8)) is overlap


@pytest.mark.parametrize(("offset", "page"), [(0, 1), (9, 1), (10, 2), (29, 2), (30, 3), (99, 3)])
def test_an_offset_lies_on_a_page(offset: int, page: int) -> None:
    assert PAGED.page(offset) == page
    assert replace(PAGED, pages=()).page(offset) == 0


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"source": "Norland Post", "url": "https://wire.example/a"}, "Norland Post"),
        ({"url": "https://www.wire.example/a"}, "wire.example"),
        ({"url": "http://wire.example"}, "wire.example"),
        ({"url": "https://me@wire.example:8080/a"}, "wire.example"),
        ({"url": "ftp://wire.example/a"}, "report.pdf"),
        ({"url": "wire.example/a"}, "report.pdf"),
        ({"url": "https"}, "report.pdf"),
        ({"title": "Barges sink"}, "report.pdf"),
        ({"part": 3}, "report.pdf#3"),
        ({}, "report.pdf"),
    ],
)
def test_a_reader_calls_an_article_by_who_tells_it(fields: dict[str, str | int], label: str) -> None:
    assert replace(PAGED, **fields).label == label  # type: ignore[arg-type]

"""A story file is taken as far as it can be; the rest is said."""

from __future__ import annotations

import pytest

from divergence.ingest.story_file import parse_story_file


def test_titles_and_articles() -> None:
    found = parse_story_file(
        b'title = "Boats"\n[[article]]\nfile = "a.txt"\nsource = "A"\npublished = 2024-05-03\n'
        b'[[article]]\nfile = "b.txt"\npublished = "May 4th, 2024"\nurl = "https://b.example"\n'
    )
    assert found.title == "Boats"
    assert (found.articles["a.txt"].source, found.articles["a.txt"].published) == ("A", "2024-05-03")
    assert (found.articles["b.txt"].published, found.articles["b.txt"].url) == ("2024-05-04", "https://b.example")
    assert found.notices == ()


def test_a_time_is_kept() -> None:
    found = parse_story_file(b'[[article]]\nfile = "a.txt"\npublished = 2024-05-03T08:00:00Z\n')
    assert found.articles["a.txt"].published == "2024-05-03T08:00:00+00:00"


@pytest.mark.parametrize(
    "content",
    [
        "no toml",
        "article = 3",
        "[article]\nfile = 'a.txt'",
        "[[article]]\nsource = 'A'",
        "[[article]]\nfile = 'a.txt'\nsource = 3",
        "[[article]]\nfile = 'a.txt'\npublished = 'soon'",
        "[[article]]\nfile = 'a.txt'\npublished = 12:30:00",
        "[[article]]\nfile = 'a.txt'\nauthor = 'J'",
        "[[article]]\nfile = 'a.txt'\n[[article]]\nfile = 'a.txt'",
        "title = ['a']",
    ],
)
def test_what_cannot_be_used_is_said(content: str) -> None:
    assert [notice.code for notice in parse_story_file(content.encode()).notices] == ["story-file"]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = " + b"[" * 5_000, b"\0"])
def test_garbage_is_a_notice(data: bytes) -> None:
    assert parse_story_file(data).notices

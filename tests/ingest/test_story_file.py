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
    assert found.faults == ()


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
    assert len(parse_story_file(content.encode()).faults) == 1


@pytest.mark.parametrize("content", ["titel = 'Boats'", "[[article]]\nfile = 'a.txt'\nurll = 'x'", "[more]\na = 1"])
def test_an_unknown_key_is_named(content: str) -> None:
    key = content.split(" = ")[-2].split()[-1] if "more" not in content else "more"
    assert [key in fault for fault in parse_story_file(content.encode()).faults] == [True]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"a = " + b"[" * 5_000, b"\0"])
def test_garbage_is_a_fault(data: bytes) -> None:
    assert parse_story_file(data).faults


def test_sixty_signs_of_what_is_wrong_are_told() -> None:
    found = parse_story_file(f'{"k" * 70} = 1\n[[article]]\nfile = "a.txt"\npublished = "{"d" * 70}"\n'.encode())
    told = " ".join(found.faults)
    assert f"'{'k' * 60}'" in told
    assert f"'{'d' * 60}')" in told


def test_an_article_without_a_file_is_told_by_its_number() -> None:
    found = parse_story_file(b'[[article]]\nfile = "a.txt"\n[[article]]\nsource = "A"\n[[article]]\nfile = "a.txt"\n')
    assert found.faults == ("has an [[article]] (number 2) without `file`.", "names 'a.txt' twice.")

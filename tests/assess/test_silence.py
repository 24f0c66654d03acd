"""Silent is said of an article only where nothing in it may be of the fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.silence import Telling
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Build = Callable[..., Story]


def read(story: Build, *texts: str) -> tuple[list[Mention], dict[str, Parsed]]:
    """The mentions of all articles, and their parses."""
    done = [read_article(a, Options()) for a in story(*texts, published="2024-03-04").articles]
    return [m for _, found in done for m in found], {p.article.id: p for p, _ in done}


def silent_on(kind: Kind, story: Build, *texts: str) -> tuple[str, ...]:
    """Who is silent on the first fact of a kind in the first article; the first two articles state it."""
    told, parses = read(story, *texts)
    about = [next(m for m in told if m.kind is kind and m.span.article == a) for a in "AB"]
    return Telling(parses, told).silent(about)


KILLED = "The storm killed 12 fishermen off the cape.", "Off the cape 15 fishermen were killed."


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("Shops in Orvane stayed closed after the storm.", True),
        ("A widow wept over her husband, who died off the cape.", False),
        ("The bodies of some fishermen were found at dawn.", False),
        ("One more was killed later.", False),
    ],
)
def test_who_tells_of_deaths_in_other_words_is_not_silent_on_the_dead(
    story: Build, other: str, is_silent: bool
) -> None:
    assert silent_on(Kind.NUMBER, story, *KILLED, other) == (("C",) if is_silent else ())


QUOTED = (
    "The envoys’ demands were “far from the bitter reality of the harbour”, the minister said.",
    "The demands were “far from all reality of the harbour”, the minister said.",
)


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("The minister found the demands remote from the bitter reality.", False),
        ("The minister left the harbour without a word.", True),
        ("The minister spoke to the envoys.", True),
    ],
)
def test_who_reports_a_quotation_without_its_marks_is_not_silent(story: Build, other: str, is_silent: bool) -> None:
    assert silent_on(Kind.QUOTE, story, *QUOTED, other) == (("C",) if is_silent else ())


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("Some houses were damaged along the quay.", False),
        ("Many houses stand along the quay. A boat was damaged.", True),
    ],
)
def test_who_tells_the_same_of_the_same_thing_is_not_silent(story: Build, other: str, is_silent: bool) -> None:
    texts = "In Orvane 40 houses were damaged.", "In all 22 houses were damaged in Orvane."
    assert silent_on(Kind.NUMBER, story, *texts, other) == (("C",) if is_silent else ())


def test_the_same_age_may_be_of_the_same_person(story: Build) -> None:
    texts = "Vera Holm, 61, was hurt.", "Vera Holm, 62, was hurt."
    assert silent_on(Kind.AGE, story, *texts, "A 61-year-old sailor came home.") == ()
    assert silent_on(Kind.AGE, story, *texts, "Ida Berg, 34, came home.") == ("C",)

"""Excerpts: what a value is said of, in the words of its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.excerpt import excerpt, excerpts, within_marks
from divergence.model.fact import Kind
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

Build = Callable[..., Story]


def cut(story: Build, kind: Kind, said: str, text: str) -> str:
    """The excerpt of the mention of a text that holds some words."""
    parsed, mentions = read_article(*story(text, published="2024-05-06").articles, Options())
    (mention,) = [m for m in mentions if m.kind is kind and said in m.text]
    return excerpt(mention, parsed)


@pytest.mark.parametrize(
    ("kind", "said", "text", "words"),
    [
        (
            Kind.NUMBER,
            "40",
            "The harbour authority sold 40 barges in March.",
            "The harbour authority sold … barges in March",
        ),
        (
            Kind.MONEY,
            "$2",
            "The council of Orvane passed a large rescue package of $2 million.",
            "a large rescue package of …",
        ),
    ],
)
def test_a_short_clause_or_phrase_is_quoted_whole(story: Build, kind: Kind, said: str, text: str, words: str) -> None:
    assert cut(story, kind, said, text) == words


def test_a_long_sentence_is_cut_where_nothing_is_torn(story: Build) -> None:
    text = (
        "After months of talks that nobody had wanted, the ferry line, which sails to the islands, said it would carry"
        " 40 pilgrims to the old lighthouse chapel on the rocks, and nobody else, in the week after the spring storms."
    )
    words = cut(story, Kind.NUMBER, "40", text)
    assert "carry … pilgrims to" in words
    assert " ".join(words.replace("…", "40").split()) in text
    assert len(words.split()) <= 20
    assert not words.endswith((" the", " old", " lighthouse", ","))


def test_two_excerpts_of_one_wording_are_one(story: Build) -> None:
    texts = "The line has 40 ferries.", "The line has 50 ferries.", "The chapel has 60 steps."
    read = [read_article(a, Options()) for a in story(*texts).articles]
    mentions = [m for _, found in read for m in found if m.kind is Kind.NUMBER]
    parses = {p.article.id: p for p, _ in read}
    assert excerpts(mentions[:2], parses) == ("The line has … ferries",)
    assert excerpts(mentions[1:], parses) == ("The line has … ferries", "The chapel has … steps")
    assert excerpts(mentions, {}) == ()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("called “an old quay” by …", "called ‘an old quay’ by …"),
        ('said "no" to …', "said ‘no’ to …"),
        ("called “an old quay by …", "called an old quay by …"),
        ("its crew’s … boats", "its crew’s … boats"),
    ],
)
def test_marks_within_marks_are_single_and_paired(words: str, shown: str) -> None:
    assert within_marks(words) == shown


def test_an_excerpt_begins_with_who_does_what(story: Build) -> None:
    text = (
        "Mayor Holm held a call with her whole harbour team on Sunday, and the council, which had waited for the storm"
        " to pass over the islands, kept in touch with everyone on the quay."
    )
    assert cut(story, Kind.DATE, "Sunday", text).startswith("Mayor Holm held a call with her whole harbour team on …")


def test_words_in_capitals_are_printed_as_others_are(story: Build) -> None:
    text = "THE GUARDS OF ORVANE ARRESTED 12 SMUGGLERS IN THE HARBOUR ON MONDAY."
    found = compare(story(text, text, published="2024-05-07")).agreements
    assert not [a.subject for a in found if "GUARDS" in a.subject or "HARBOUR" in a.subject]

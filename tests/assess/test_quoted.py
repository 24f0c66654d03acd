"""Headings of quotations: who speaks, and in which words two accounts of an utterance differ."""

from __future__ import annotations

import pytest
from pairs import made

from divergence.assess.quoted import (
    fullest,
    quoted,
    speaker_of,
    speakers,
    surely_one,
    within_sentence,
    words_apart,
    words_that_differ,
)
from divergence.facts.quotation.quote import Quotation
from divergence.model.fact import Kind, Mention


def said(text: str, speaker: str | None = None, article: str = "A") -> Mention:
    return made(text, Quotation(tuple(text.split())), Kind.QUOTE, article, speaker=speaker)


def by(*names: str | None) -> list[Mention]:
    return [said("we shall go", name) for name in names]


LONG = "the port of Orvane will be closed to all ferries for nine days"


@pytest.mark.parametrize(
    ("mentions", "heading"),
    [
        (
            [said("the pier should be shut", "Ida Berg"), said("the pier must be shut", "Berg", "B")],
            "Ida Berg: “should” or “must” before “be shut”?",
        ),
        (
            [said("the pier should be shut"), said("the pier must be shut", None, "B")],
            "Quotation: “should” or “must” before “be shut”?",
        ),
        ([said("we shall go", "The mayor"), said("we shall go", "the mayor", "B")], "What did the mayor say?"),
        ([said("we shall go", "Berg"), said("We shall go!", "Berg", "B")], "What did Berg say?"),
        ([said("we shall go", "The mayor")], "The mayor: which words were used in “we shall go”?"),
        (
            [said("we shall go"), said("we shall go", None, "B")],
            "Quotation: which words were used in “we shall go”?",
        ),
        (
            [said("we shall go", "Ida Berg"), said("we shall go", "Anna Holm", "B")],
            "Quotation: which words were used in “we shall go”?",
        ),
    ],
)
def test_a_heading_names_the_speaker_and_the_words(mentions: list[Mention], heading: str) -> None:
    assert quoted(mentions) == heading


def test_a_long_utterance_is_named_by_its_first_words() -> None:
    words = LONG.split()
    heading = quoted([said(LONG)])
    shown = heading.partition("“")[2].partition(" …”")[0].split()
    assert 3 < len(shown) < len(words)
    assert shown == words[: len(shown)]
    whole = " ".join(shown)
    assert quoted([said(whole)]).endswith(f"“{whole}”?")
    assert quoted([said(f"{whole} now")]).endswith(f"“{whole} …”?")
    # Of several it is the shortest, and no mark stands before the dots.
    assert quoted([said(LONG), said(whole, None, "B")]).endswith(f"“{whole}”?")
    assert quoted([said(f"{whole}, now")]).endswith(f"“{whole} …”?")


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Berg"], ["Berg"]),
        (["Berg himself"], ["Berg"]),
        (["Ida Berg", "Berg"], ["Berg", "Ida Berg"]),
        (["Ida  Berg", None, ""], ["Ida Berg"]),
        (["He", "Berg"], ["Berg"]),
        (["he"], []),
        (["Ida Berg", "Anna Holm"], []),
        (["Ida Berg", "officials"], []),
    ],
)
def test_speakers_are_all_names_of_one(names: list[str | None], found: list[str]) -> None:
    assert speakers(by(*names)) == found


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (["Ida Berg", "Berg"], "Ida Berg"),
        (["officials"], ""),
        (["the officials"], ""),
        (["port officials"], "port officials"),
        ([], ""),
    ],
)
def test_the_fullest_name_of_somebody_is_told(names: list[str], name: str) -> None:
    assert speaker_of(by(*names)) == name


def test_of_names_of_equal_length_the_last_is_the_fullest() -> None:
    assert fullest(["Ida Berg", "Berg", "Ida Holm"]) == "Ida Holm"
    assert fullest([]) == ""


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("the mayor", "The mayor", True),
        ("the mayor", "a mayor", True),
        ("the mayor", "the old mayor", False),
        ("Ida Berg", "Berg", True),
        ("mayor Ida Berg", "Ida Berg", True),
        ("Mayor Ida Berg", "Berg", True),
        ("President Berg", "Ida Berg", True),
        ("port president Berg", "Ida Berg", True),
        ("I. Berg", "Ida Berg", True),
        ("Ida Berg", "Anna Holm", False),
        ("Ida Berg", "Anna Berg", False),
        ("the mayor", "Berg", False),
        ("Norland Rights Group", "the London-based Norland Rights Group", True),
        ("a spokesman for the port", "a spokesman for the mayor", False),
        ("the port of orvane", "the old port of orvane", True),
        ("the port office", "the old port office", False),
    ],
)
def test_two_names_are_surely_of_one_speaker(left: str, right: str, one: bool) -> None:
    assert surely_one(left, right) is surely_one(right, left) is one


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("The army", "the army"),
        ("A guard", "a guard"),
        ("An aide", "an aide"),
        ("The Post", "The Post"),
        ("Local officials", "local officials"),
        ("Local Government Board", "Local Government Board"),
        ("Police", "police"),
        ("Berg", "Berg"),
        ("Barge owners", "Barge owners"),
        ("Officials of the port", "Officials of the port"),
    ],
)
def test_a_speaker_within_a_sentence_keeps_only_the_capital_of_a_name(name: str, within: str) -> None:
    assert within_sentence(name) == within


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("the pier should be shut", "the pier must be shut", "“should” or “must” before “be shut”?"),
        ("the pier is shut", "the pier is open", "“shut” or “open” after “the pier is”?"),
        ("shut", "open", "“shut” or “open”?"),
        ("the pier is now shut", "the pier is shut", "with or without “now” before “shut”?"),
        ("the pier is shut", "the pier is now shut", "with or without “now” before “shut”?"),
        ("he shut it and went on", "they shut it and went off", "“on” or “off” after “shut it and went”?"),
        ("the pier is shut", "The pier is shut.", ""),
        ("the pier is shut", "the pier is shut and all the boats of the port are sold", ""),
        ("the pier [of Orvane] is shut", "the pier is shut", ""),
        (
            "the pier, quite old, is shut today",
            "the pier, very new, is shut today",
            "“quite old” or “very new” before “is shut today”?",
        ),
    ],
)
def test_the_first_telling_difference_is_shown_with_what_stands_beside_it(left: str, right: str, apart: str) -> None:
    assert words_apart(left, right) == apart


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("we will soon go", "we must go", "“will soon” / “must”"),
        ("we will go", "we will go", ""),
        ("one a two b three c", "one x two y three z", "“a” / “x”; “b” / “y”; “c” / “z”"),
        (
            "one a two b three c four d",
            "one x two y three z four w",
            "“a” / “x”; “b” / “y”; “c” / “z”; and in 1 more place",
        ),
        (
            "one a two b three c four d five e",
            "one x two y three z four w five v",
            "“a” / “x”; “b” / “y”; “c” / “z”; and in 2 more places",
        ),
        ("go a b c d e f g h now", "go now", "“a b c d e f g h” / nothing"),
        ("go a b c d e f g h i now", "go now", "“a b c d e f g h …” / nothing"),
    ],
)
def test_all_differences_are_listed_briefly(left: str, right: str, shown: str) -> None:
    assert words_that_differ(left, right) == shown

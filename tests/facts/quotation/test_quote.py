"""Wording of quotations: similarity and what counts as changed; pairs are in ``cases/quote.toml``."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.facts.quotation.words import comparable_words, compare_wording, quote_similarity


def words(text: str) -> tuple[str, ...]:
    return comparable_words(text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The bridge was closed for repairs", "The bridge had been closed for repairs"),
        ("closed for repairs", "The bridge was closed for repairs, and so was the road"),
        ("We need more pumps before winter", "We need more boats before winter"),
    ],
)
def test_one_utterance_is_similar(a: str, b: str) -> None:
    assert quote_similarity(words(a), words(b)) > 0.55


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will rebuild the bridge", "The harvest was better than last year"),
        ("It is what it is", "He is the one that we have"),
        ("It will be so", "It will be closed"),
    ],
)
def test_other_utterances_are_not(a: str, b: str) -> None:
    assert quote_similarity(words(a), words(b)) < 0.5


def test_changed_words_are_named() -> None:
    assert compare_wording(words("a small dam broke"), words("a small pipe broke")).changed == (("dam", "pipe"),)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The dam is the oldest of the U.S", "The dam is the oldest of the United States"),
        ("the UK built the dam", "the United Kingdom built the dam"),
        ("Sen. Solberg wants a new dam", "Senator Solberg wants a new dam"),
    ],
)
def test_names_and_titles_in_short_are_the_same_words(a: str, b: str) -> None:
    assert compare_wording(words(a), words(b)).same


@pytest.mark.parametrize(
    ("a", "b", "changed"),
    [
        ("It is vital that [the ministry] may act at once", "It is vital that MoD may act at once", ()),
        ("He [Solberg] wants a new dam here", "He wants a new dam here", ()),
        ("[The minister] wants a new dam here", "He wants a new dam here", ()),
        ("The towns are largely Shiite", "The towns are largely Shia", ()),
        ("He [Solberg] must build the dam", "He will build the dam", (("must", "will"),)),
        ("I want [it] built", "I want the great old northern dam built", (("", "the great old northern dam"),)),
    ],
)
def test_words_of_an_editor_may_stand_for_few_that_were_said(
    a: str, b: str, changed: tuple[tuple[str, str], ...]
) -> None:
    assert compare_wording(words(a), words(b)).changed == changed
    assert compare_wording(words(b), words(a)).changed == tuple((y, x) for x, y in changed)


def test_an_editors_not_is_no_aside() -> None:
    assert words("We will [not] leave") == words("We will leave")


def test_a_pronoun_is_no_country() -> None:
    assert not compare_wording(words("they told us of the dam"), words("they told the United States of the dam")).same


def test_a_longer_quotation_is_only_cut() -> None:
    wording = compare_wording(words("the dam broke at night and we ran up the hill"), words("the dam broke at night"))
    assert wording.cut
    assert not wording.changed


TEXT = st.lists(
    st.sampled_from("the dam broke must can not … we ran 1 one-in-three (us) I'm gonna".split()), max_size=12
)


@given(TEXT.map(" ".join), TEXT.map(" ".join))
@settings(max_examples=60, deadline=None)
def test_similarity_is_symmetric_and_bounded(a: str, b: str) -> None:
    left, right = words(a), words(b)
    assert quote_similarity(left, right) == quote_similarity(right, left)
    assert 0 <= quote_similarity(left, right) <= 1
    assert compare_wording(left, left).same


def test_how_a_day_is_written_down_is_no_difference() -> None:
    one, other = "The pier will open on May 20", "The pier will open on May 20th"
    assert compare_wording(comparable_words(one), comparable_words(other)).same


@pytest.mark.parametrize(
    ("one", "other"), [("the pier of May 20", "the pier of May 21"), ("a wide wall", "a wide well")]
)
def test_other_words_are_a_difference(one: str, other: str) -> None:
    assert compare_wording(comparable_words(one), comparable_words(other)).changed


def test_a_word_that_is_not_printed_in_full_is_no_other_word() -> None:
    full, masked = "He keeps this damn ferry in the port", "He keeps this d**n ferry in the port"
    assert not compare_wording(comparable_words(full), comparable_words(masked)).changed
    other = "He keeps this d**n ferry in the yard"
    assert compare_wording(comparable_words(full), comparable_words(other)).changed

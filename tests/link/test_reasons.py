"""The reasons are short and in a reader's words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pairs import figure, made, pair

from divergence.facts.names.role_value import Role
from divergence.facts.quotation.quote import Quotation
from divergence.link.pairs import Pair
from divergence.link.reasons import IN_BOTH, doubt, refusal, same_fact_reasons
from divergence.model.fact import Kind


def test_a_reader_is_given_one_plain_reason(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    pairs = pairs_of(
        "The storm killed 12 fishermen off the cape on Monday.", "Officials say 17 fishermen were killed on Monday."
    )
    (pair,) = (p for p in pairs if p.conflicts and p.left.mention.text.startswith("12"))
    assert same_fact_reasons(pair) == ("both passages speak of the same thing (“fisherman”) and of deaths",)


def test_quotations_are_one_by_their_words_alone(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    (pair,) = (
        p
        for p in pairs_of("“The bridge can and will be rebuilt this year.”", "“The bridge must be rebuilt this year.”")
        if p.conflicts and p.left.mention.kind is Kind.QUOTE
    )
    assert same_fact_reasons(pair) == ("most of the quoted words are the same",)


def test_names_stand_once_and_as_the_articles_print_them(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    (pair,) = (
        p
        for p in pairs_of("Ida Berg, 34, was hurt in the blast.", "Ida Berg, 37, was hurt in the blast.")
        if p.left.mention.kind is Kind.AGE and p.conflicts
    )
    (reason,) = same_fact_reasons(pair, lambda mention, word: word.title())
    assert reason.count("Ida Berg") == 1
    assert "ida" not in reason


def test_what_strikes_is_not_called_an_attack(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    def reason(*texts: str) -> str:
        (pair,) = (p for p in pairs_of(*texts) if p.left.mention.text.startswith("12 villages") and p.conflicts)
        return " ".join(same_fact_reasons(pair))

    assert "of attacks" not in reason(
        "The earthquake struck 12 villages on Monday.", "The earthquake struck 15 villages on Monday."
    )
    assert "of attacks" in reason(
        "The rebels attacked 12 villages on Monday.", "The rebels attacked 15 villages on Monday."
    )


SAILORS = {"head": "sailor", "outcome": "killed", "predicate": "kill", "holder": "gale"}


def two(left: dict[str, Any], right: dict[str, Any], levels: dict[str, str] | None = None, **fields: Any) -> Pair:
    """A count of 12 and one of 17, each with what is said of it."""
    sides = (made("12", figure(n), article=a, **said) for n, a, said in ((12, "A", left), (17, "B", right)))
    return pair(*sides, levels, **fields)


@pytest.mark.parametrize(
    ("left", "right", "levels", "reasons"),
    [
        (SAILORS, SAILORS, {}, "both passages speak of the same thing (“sailor”) and of deaths"),
        (SAILORS, SAILORS | {"head": "boat"}, {}, "both passages speak of deaths and of gale"),
        (
            {"head": "sailor", "predicate": "see"},
            {"head": "sailor", "predicate": "see"},
            {},
            "both passages speak of the same thing (“sailor”) and of an event described with the same verb or noun"
            " (“see”)",
        ),
        ({"head": "gale", "holder": "gale"}, {"head": "gale", "holder": "gale"}, {}, "both passages speak of gale"),
        (
            {"head": "boat"},
            {"head": "boat"},
            {"times": "same"},
            "both passages speak of the same thing (“boat”) and of the same time",
        ),
        ({"head": "boat"}, {"head": "quay"}, {"places": "same"}, "both passages speak of the same place"),
        ({"head": "boat"}, {"head": "quay"}, {"places": "fits", "times": "other"}, ""),
        ({"head": "child"}, {"head": "boy"}, {}, "both passages speak of closely related things (“child”, “boy”)"),
        ({}, {}, {"sole": "both"}, "neither article gives another value of this kind"),
        ({}, {}, {"sole": "one"}, ""),
        ({"outcome": "killed"}, {"outcome": "killed"}, {"sole": "both"}, "both passages speak of deaths"),
        ({"outcome": "rescued"}, {"outcome": "rescued"}, {}, ""),
    ],
)
def test_what_both_passages_speak_of_is_the_reason(
    left: dict[str, Any], right: dict[str, Any], levels: dict[str, str], reasons: str
) -> None:
    assert " / ".join(same_fact_reasons(two(left, right, levels))) == reasons


def test_a_frame_is_its_own_reason_and_quotations_have_their_words() -> None:
    assert same_fact_reasons(two(SAILORS, SAILORS, frame="one sentence")) == ("one sentence",)
    quotes = [made("we shall see", Quotation(("we", word)), Kind.QUOTE, holder="holm") for word in ("see", "go")]
    for level, words in ((">=0.9", ("nearly all the quoted words are the same",)), (">=0.5", ())):
        assert same_fact_reasons(pair(*quotes, {"wording": level})) == words


def test_no_word_is_named_that_a_sentence_does_not_print() -> None:
    assert same_fact_reasons(two(SAILORS, SAILORS), lambda mention, word: "") == ("both passages speak of deaths",)
    only_left = same_fact_reasons(two(SAILORS, SAILORS), lambda m, word: word if m.span.article == "A" else "")
    assert only_left == ("both passages speak of deaths",)


PLAIN = {"witness": "none", "rivals": ">=3", "sentence": "less"}


@pytest.mark.parametrize(
    ("left", "right", "levels", "reason"),
    [
        ({"head": "sailor"}, {"head": "child"}, {}, "different groups: sailor; child"),
        (
            {"head": "people"},
            {"head": "boy"},
            {"scope": "general larger"},
            "they may count two groups, or a part and its whole",
        ),
        (SAILORS, SAILORS | {"outcome": "wounded"}, {}, "different outcomes"),
        ({}, {}, {"witness": ">=0"}, IN_BOTH),
        ({}, {}, {"witness": ">=3"}, IN_BOTH),
        ({"holder": "holm"}, {"holder": "berg"}, {"witness": ">=-0.7"}, "said of different people or things"),
        (
            {"holder": "holm", "predicate": "see"},
            {"holder": "berg", "predicate": "go"},
            {},
            "said of different people or things",
        ),
        (
            {"head": "boat", "predicate": "see"},
            {"head": "quay", "predicate": "sail"},
            {},
            "different events: see; sail",
        ),
        (
            {"head": "boat", "predicate": "have"},
            {"head": "quay", "predicate": "go"},
            {},
            "different things: boat; quay",
        ),
        ({"head": "boat"}, {"head": "quay"}, {"when": "other"}, "different things: boat; quay"),
        ({}, {}, {"when": "other", "rivals": "less"}, "the sentences around them name different times"),
        ({}, {}, {"rivals": ">=-0.7"}, "another mention fits better"),
        ({}, {}, {"rivals": "less"}, "another mention fits better"),
        ({}, {}, {"rivals": ">=0"}, "too little in common to be the same fact"),
    ],
)
def test_the_first_thing_that_tells_two_facts_apart_is_why_a_pair_is_not_flagged(
    left: dict[str, Any], right: dict[str, Any], levels: dict[str, str], reason: str
) -> None:
    assert refusal(two(left, right, PLAIN | levels)) == reason


@pytest.mark.parametrize(
    ("left", "right", "levels", "words"),
    [
        ({}, {}, {"witness": ">=0"}, "one of these values, or nearly the same, stands in both articles"),
        ({}, {}, {"witness": ">=-0.7"}, "the sentences have few words in common"),
        ({"holder": "holm"}, {"holder": "berg"}, {}, "one sentence speaks of “holm”, the other of “berg”"),
        ({"predicate": "see"}, {"predicate": "go"}, {}, "one sentence says “see”, the other “go”"),
        ({"modal": True}, {}, {"when": "other"}, "one says what may or will be, the other what is"),
        ({"negated": True}, {}, {}, "the sentences have few words in common"),
        ({}, {}, {"when": "other"}, "the sentences around them name different times"),
        ({}, {}, {"rivals": ">=-0.7", "sentence": ">=0.4"}, "another value of the other article fits better"),
        ({}, {}, {"rivals": ">=0", "sentence": ">=0.4"}, "most differences like it were"),
        ({}, {}, {"sentence": ">=0.28"}, "the sentences have few words in common"),
    ],
)
def test_a_doubt_is_told_in_the_words_of_both(
    left: dict[str, Any], right: dict[str, Any], levels: dict[str, str], words: str
) -> None:
    assert doubt(two(left, right, PLAIN | levels)).startswith(f"it may be two facts: {words}")


def test_a_doubt_that_the_sentences_do_not_print_is_passed_over() -> None:
    apart = two({"holder": "holm", "predicate": "see"}, {"holder": "berg", "predicate": "go"}, PLAIN)
    assert "“see”" in doubt(apart, lambda mention, word: "" if word == "berg" else word)


def test_only_one_and_the_same_person_may_have_two_posts() -> None:
    posts = [made(title, Role(title), Kind.ROLE, holder="berg") for title in ("clerk", "guard")]
    assert doubt(pair(*posts)) == "one person may have both"
    assert doubt(pair(*posts, PLAIN | {"holder": "other"})).startswith("it may be two facts")
    ages = [made("34", figure(n, dimension="age"), Kind.AGE, holder="berg") for n in (34, 37)]
    assert doubt(pair(*ages)) != "one person may have both"

"""The reasons are short and in a reader's words."""

from __future__ import annotations

from collections.abc import Callable

from divergence.link.pairs import Pair
from divergence.link.reasons import same_fact_reasons
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

"""Spellings of names of other scripts: one name heard twice, and names that only share their consonants."""

from __future__ import annotations

import pytest

from divergence.lexicon.transliteration import same_consonants, transliterated

ONE = "qadir ghadir|mokhtar mukhtar|anwer anwar|belhaj bilhaj|karim kareem|bashir bashiir|goetz gotz"
TWO = "hassan hussein|jamal jamil|walid khalid|salman sulaiman|marsh march|kim kum|lee lie|iran iraq|simon simone"


@pytest.mark.parametrize("pair", ONE.split("|"))
def test_spells_one_name(pair: str) -> None:
    left, right = pair.split()
    assert transliterated(left, right)
    assert transliterated(right, left)


@pytest.mark.parametrize("pair", TWO.split("|"))
def test_keeps_two_names_apart(pair: str) -> None:
    left, right = pair.split()
    assert not transliterated(left, right)
    assert not transliterated(right, left)


def test_vowels_alone_may_tell_names_apart() -> None:
    assert same_consonants("jamal", "jamil")
    assert not same_consonants("jamal", "kamal")
    assert not same_consonants("ali", "alo"), "one consonant proves nothing"

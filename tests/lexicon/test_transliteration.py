"""Spellings of names of other scripts: one name heard twice, and names that only share their consonants."""

from __future__ import annotations

import pytest

from divergence.lexicon.transliteration import other_short_vowel, same_consonants, transliterated

ONE = "qadir ghadir|mokhtar mukhtar|anwer anwar|belhaj bilhaj|karim kareem|bashir bashiir|goetz gotz|"
ONE += "rachid rashid|sinouar sinwar|qanbar qambar"
TWO = "hassan hussein|jamal jamil|walid khalid|salman sulaiman|marsh march|kim kum|lee lie|iran iraq|simon simone|"
TWO += "chen shen|larch larsh"


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


def test_one_short_vowel_may_be_heard_otherwise() -> None:
    assert other_short_vowel("zahran", "zihran")
    assert not other_short_vowel("rashid", "rashad"), "three consonants tell too little"
    assert not other_short_vowel("zahran", "zuhran")
    assert not other_short_vowel("zahran", "zahrin zi")
    assert not other_short_vowel("tamaran", "timarin"), "two vowels are two names"

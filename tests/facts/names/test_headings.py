"""Paragraphs in which capitals say little, and the words that are names elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names.headings import headline_paragraphs, is_word, is_word_too, known_words
from divergence.language.parsed import Parsed

LONG = "Mill Hall Fair Lamp Ford " * 7


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Mill Hall Fair Lamp", True),
        ("Mill Hall Fair", True),
        ("Mill Hall", False),
        ("Mill Hall Far Lap", False),
        ("Mill Hall Fair Lamp.", False),
        ("Mill Hall Fair Lamp!”", False),
        ("Mill Hall Fair Lamp”", True),
        ("Mill Hall Fair Lamp Ford Seed Wall then over when", True),
        ("Mill Hall Fair Lamp Ford Seed then over when what", False),
        ("Mill Hall Fair 1999 2000 2001", True),
        (LONG + "Mill Hall Fair Lamp Ford", True),
        (LONG + "Mill Hall Fair Lamp Fords", False),
        ("THE OLD MILL AT THE FORD BURNED DOWN LAST NIGHT, AND ALL LEFT.", True),
        ("THE OLD MILL AT THE FORD BURNED DOWN LAST NIGHT and all of us left.", False),
        ("THE OLD MILL BURNED DOWN AGAIN.", False),
        ("MILL MAN IN", True),
        ("MILL MAN", False),
        ("MILL MAN in", False),
        ("MILL MAN IN.", False),
    ],
)
def test_headings(tagged: Callable[..., Parsed], text: str, heading: bool) -> None:
    parsed = tagged(" ".join(f"{word}/NN" for word in text.split()))
    assert headline_paragraphs(parsed) == ({0} if heading else set())


def test_the_longest_heading_has_so_many_characters() -> None:
    assert len(LONG + "Mill Hall Fair Lamp Ford") == 199


def test_forty_letters_may_be_shouted(tagged: Callable[..., Parsed]) -> None:
    assert headline_paragraphs(tagged("A" * 40 + "/NN ./.")) == set()
    assert headline_paragraphs(tagged("A" * 41 + "/NN ./.")) == {0}
    assert headline_paragraphs(tagged("A" * 40 + "a" * 10 + "/NN ./.")) == set()
    assert headline_paragraphs(tagged("A" * 41 + "a" * 10 + "/NN ./.")) == {0}


def test_words_with_a_capital_inside_a_sentence_are_known(tagged: Callable[..., Parsed]) -> None:
    text = "Mill/NNP Hall/NNP Fair/NNP Lamp/NNP ¶ Vesk/NNP met/VBD Tull/NNP and/CC orm/NNP and/CC Bax/NN ./."
    assert known_words(tagged(text)) == {"tull"}


@pytest.mark.parametrize("town", ["Reading", "Mobile", "Nice", "Convoy", "Male"])
def test_towns_are_called_as_words_are(town: str) -> None:
    assert is_word_too(town)


@pytest.mark.parametrize("name", ["Leeds", "Turkey", "Berlin", "Lincoln", "Zorin"])
def test_of_large_towns_and_countries_no_rare_word_is_asked(name: str) -> None:
    assert not is_word_too(name)


def test_a_given_name_may_be_a_word() -> None:
    assert is_word("Bill")
    assert not is_word("Nina")

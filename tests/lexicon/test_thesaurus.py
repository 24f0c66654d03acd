"""What common words mean beside each other."""

from __future__ import annotations

import pytest

from divergence.lexicon.thesaurus import Bearing, Word, bearing, is_known


def word(form: str, word_class: str) -> Word:
    return Word(form, form, word_class)


@pytest.mark.parametrize(
    ("left", "right", "word_class", "expected"),
    [
        ("blaze", "fire", "NOUN", Bearing.SAME),
        ("lawyer", "attorney", "NOUN", Bearing.SAME),
        ("say", "report", "VERB", Bearing.SAME),
        ("big", "large", "ADJ", Bearing.SAME),
        ("rise", "fall", "VERB", Bearing.OPPOSITE),
        ("convict", "acquit", "VERB", Bearing.OPPOSITE),
        ("bus", "train", "NOUN", Bearing.OTHER),
        ("murder", "manslaughter", "NOUN", Bearing.OTHER),
        ("kill", "wound", "VERB", Bearing.OTHER),
        ("grey", "cold", "ADJ", Bearing.UNKNOWN),
        ("police", "authority", "NOUN", Bearing.UNKNOWN),
        ("bus", "qwrtz", "NOUN", Bearing.UNKNOWN),
    ],
)
def test_how_two_words_stand(left: str, right: str, word_class: str, expected: Bearing) -> None:
    assert bearing(word(left, word_class), word(right, word_class)) is expected
    assert bearing(word(right, word_class), word(left, word_class)) is expected


def test_words_are_known_in_their_dictionary_form() -> None:
    assert is_known("opposition")
    assert not is_known("qwrtz")

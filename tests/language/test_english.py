"""Whether an article is in English, by its little words."""

from __future__ import annotations

import pytest

from divergence.language.english import LEAST, MOST_FOREIGN, SHORTEST, is_foreign
from divergence.model.text import Article

ENGLISH = "The council said that the mill would close because they could not pay and nobody had asked them there ever"
GERMAN = "Der Rat hat gesagt dass die Mühle bald schließt weil niemand sie bezahlen kann und keiner danach gefragt hat"
JAPANESE = "東京の市長は昨日辞任した"


def told(*paragraphs: str) -> bool:
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    return is_foreign(Article("A", "a.txt", "\n\n".join(paragraphs), tuple(spans)))


@pytest.mark.parametrize(
    ("paragraphs", "foreign"),
    [
        ((ENGLISH,), False),
        ((GERMAN + " jetzt",), True),
        ((GERMAN,), False),
        ((GERMAN + " jetzt", ENGLISH), True),
        ((GERMAN + " jetzt", ENGLISH, ENGLISH), False),
        ((GERMAN + " jetzt nun", ENGLISH, ENGLISH), True),
        ((JAPANESE,), True),
        ((JAPANESE, ENGLISH), False),
        ((), False),
    ],
)
def test_a_third_in_another_language_is_foreign(paragraphs: tuple[str, ...], foreign: bool) -> None:
    assert (len(ENGLISH.split()), len(GERMAN.split())) == (20, SHORTEST - 1)
    assert told(*paragraphs) is foreign


def test_one_little_word_in_twenty_five_is_enough() -> None:
    assert (LEAST, MOST_FOREIGN) == (0.04, 1 / 3)
    rare = [f"zorb{letter}q" for letter in "abcdefghijklmnopqrstuvwxy"]
    assert not told(" ".join(["because", *rare[:24]]))
    assert told(" ".join(["because", *rare]))
    assert told(" ".join(rare))

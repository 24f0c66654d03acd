"""Names as a pipeline of English reads them: letters without marks, offsets and printed words as they were."""

from __future__ import annotations

import pytest

from divergence.language import parse
from divergence.language.unmarked import unmarked
from divergence.model.text import Article


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Živa Łącka met Øyvind Ærø", "Ziva Lacka met Oyvind Aro"),
        ("İnci Yıldız", "Inci Yildiz"),
        ("Nguyễn Đức Ông", "Nguyen Duc Ong"),
        ("a café in Zürich", "a café in Zurich"),
        ("d’Été, naïve", "d’Ete, naïve"),
        ("Ελένη and Иван", "Ελένη and Иван"),
        ("5 % of 10 °C", "5 % of 10 °C"),
    ],
)
def test_words_with_a_capital_lose_their_marks_letter_for_letter(text: str, plain: str) -> None:
    assert unmarked(text) == plain
    assert len(plain) == len(text)


def test_tokens_keep_the_printed_words() -> None:
    text = "Živa Łącka left a café."
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    assert [t.text for t in parsed.tokens] == ["Živa", "Łącka", "left", "a", "café", "."]
    assert all(text[t.start : t.end] == t.text for t in parsed.tokens)
    assert parsed.tokens[1].lemma == "łącka"

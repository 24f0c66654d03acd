"""The door to spaCy, with the shipped pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.errors import PipelineError
from divergence.language import parse
from divergence.model.text import Article

TEXT = "Two of the ships sank.\n\nThe crews were rescued by fishermen, the coast guard said."


def test_tokens_index_the_text_and_sentences_know_their_paragraph(article: Callable[..., Article]) -> None:
    parsed = parse(article(TEXT))
    assert all(TEXT[t.start : t.end] == t.text for t in parsed.tokens)
    assert [s.paragraph for s in parsed.sentences] == [0, 1]
    assert [parsed.text(s.first, s.last) for s in parsed.sentences] == TEXT.split("\n\n")


def test_every_token_has_a_class_and_a_base_form(article: Callable[..., Article]) -> None:
    tokens = {t.text: t for t in parse(article(TEXT)).tokens}
    assert {tokens[w].pos for w in ("ships", "crews", "fishermen")} == {"NOUN"}
    assert (tokens["were"].pos, tokens["were"].lemma) == ("AUX", "be")
    assert (tokens["rescued"].pos, tokens["rescued"].lemma) == ("VERB", "rescue")
    assert (tokens["fishermen"].lemma, tokens["Two"].pos, tokens["."].pos) == ("fisherman", "NUM", "PUNCT")


def test_masked_stretches_have_no_tokens(article: Callable[..., Article]) -> None:
    parsed = parse(article("The dam broke [12] on Friday.", masked=((14, 18),)))
    assert [t.text for t in parsed.tokens] == ["The", "dam", "broke", "on", "Friday", "."]


def test_an_unknown_pipeline_is_refused_in_words(article: Callable[..., Article]) -> None:
    with pytest.raises(PipelineError, match="no_such_pipeline"):
        parse(article("Rain fell."), "no_such_pipeline")


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "?!", "(((", "a" * 5000, "\ufffd\u0000"])
def test_no_text_is_too_odd(article: Callable[..., Article], text: str) -> None:
    parsed = parse(article(text))
    assert all(0 <= t.head < len(parsed.tokens) for t in parsed.tokens)

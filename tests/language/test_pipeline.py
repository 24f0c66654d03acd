"""The door to spaCy, with the shipped pipeline."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.errors import PipelineError
from divergence.language import parse
from divergence.language.grammar import apposition, conjuncts, counted_noun, noun_phrase, predicate, reporting, subject
from divergence.language.nouns import ancestors
from divergence.language.pipeline import LONGEST
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


WORDS = st.sampled_from(
    [
        "The",
        "army",
        "said",
        "Omar",
        "Haddad",
        "and",
        "5",
        ",",
        ".",
        "“",
        "”",
        '"',
        "-",
        "(",
        ")",
        "Lt.",
        "U.S.",
        "—",
        "\n",
        "of",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=25), st.lists(st.booleans(), min_size=25, max_size=25))
def test_any_order_of_words_gives_trees_and_disjoint_names(words: list[str], spaces: list[bool]) -> None:
    text = "".join(w + " " * s for w, s in zip(words, spaces, strict=False))
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    covered = [i for name in parsed.names for i in range(name.first, name.last)]
    assert len(covered) == len(set(covered))
    for token in parsed.tokens:
        assert text[token.start : token.end] == token.text
        root = list(ancestors(parsed, token.index))[-1]
        assert parsed.tokens[root].head == root
        assert parsed.tokens[token.head].sentence == token.sentence


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=25))
def test_the_grammar_answers_about_every_token(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    for token in parsed.tokens:
        first, last = noun_phrase(parsed, token.index)
        assert first < last
        for question in (predicate, counted_noun, apposition, subject):
            found = question(parsed, token.index)
            assert found is None or 0 <= found < len(parsed.tokens)
        assert token.index in conjuncts(parsed, token.index)
        report = reporting(parsed, token.index)
        assert report is None or report.speaker is None or report.speaker[0] < report.speaker[1]


@pytest.mark.parametrize("words", ["storm", "Joyce Pratt", "of", "Dr.", "(", "said"])
def test_a_text_that_never_ends_a_sentence_is_cut(article: Callable[..., Article], words: str) -> None:
    parsed = parse(article(f"{words} " * (3_000 // len(words.split()))))
    assert max(sentence.last - sentence.first for sentence in parsed.sentences) <= 2 * LONGEST
    assert sum(sentence.last - sentence.first for sentence in parsed.sentences) == len(parsed.tokens) >= 3_000


def test_a_long_sentence_is_not_cut(article: Callable[..., Article]) -> None:
    text = "The inquiry heard that " + "the lamp was dark, and " * 30 + "the boat was lost."
    parsed = parse(article(text))
    assert len(parsed.tokens) < LONGEST
    assert len(parsed.sentences) == 1


def test_parsing_takes_time_in_line_with_a_text_that_never_ends_a_sentence(article: Callable[..., Article]) -> None:
    parse(article("storm"))
    assert grows_in_line(lambda size: parse(article("Joyce Pratt " * (size // 12))), 3_000)

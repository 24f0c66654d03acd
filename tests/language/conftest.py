"""A builder of parses written by hand, to test the grammar apart from any model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language.lemmas import lemma
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.model.text import Article


@pytest.fixture(scope="session")
def tree() -> Callable[[str], Parsed]:
    """Build one parsed sentence from words written ``form/POS/TAG/relation/head``; heads count from 1, a root has 0."""

    def build(written: str) -> Parsed:
        tokens, at = [], 0
        for index, word in enumerate(written.split()):
            form, pos, tag, dep, head = word.rsplit("/", 4)
            above = int(head) - 1 if head != "0" else index
            tokens.append(Token(index, at, at + len(form), form, lemma(form, pos, tag), pos, tag, dep, above, 0))
            at += len(form) + 1
        text = " ".join(t.text for t in tokens)
        children = tuple(tuple(t.index for t in tokens if t.head == i and t.index != i) for i in range(len(tokens)))
        sentence = Sentence(0, 0, len(tokens), 0)
        return Parsed(Article("A", "a.txt", text, ((0, len(text)),)), tuple(tokens), (sentence,), (), children)

    return build


@pytest.fixture(scope="session")
def find() -> Callable[[Parsed, str], int]:
    """The index of the first token with that form."""
    return lambda parsed, form: next(t.index for t in parsed.tokens if t.text == form)

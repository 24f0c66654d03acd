"""Parsed text in our own words: tokens, sentences and names, with Universal Dependencies whatever the pipeline."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.model.text import Article


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; offsets index the article's text."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    """Universal part of speech: NOUN, PROPN, VERB, NUM …"""
    tag: str
    """Penn Treebank tag."""
    dep: str
    """Universal Dependencies relation to the head, ``root`` for a sentence's root; ``nsubj:pass`` and such are kept."""
    head: int
    """Index of the head token; a root heads itself."""
    sentence: int
    """Index of the sentence."""

    @property
    def lower(self) -> str:
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: tokens ``[first, last)`` and its class."""

    first: int
    last: int
    label: str
    """PERSON, ORG, GPE, LOC, NORP, FACILITY or EVENT."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens ``[first, last)`` of one sentence."""

    index: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article's text as the language pipeline understands it. Masked stretches have no tokens."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...]
    """For each token, the indices of its dependents, in order."""
    pipeline: str = "en_news"
    """Name or folder of the pipeline that read it."""

    def text(self, first: int, last: int) -> str:
        """The article's text under tokens ``[first, last)``, as printed."""
        return self.article.text[self.tokens[first].start : self.tokens[last - 1].end] if last > first else ""

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

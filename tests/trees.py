"""Parses written by hand, and mentions in them, to test rules of grammar apart from any model."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import replace
from decimal import Decimal

from divergence.facts.quantity.quantity import Quantity
from divergence.facts.time.duration_grammar import Duration
from divergence.language.lemmas import lemma
from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span


def tree(written: str, *names: tuple[int, int], article: str = "A") -> Parsed:
    """A parse of words written ``form/POS/TAG/relation/head``; heads count from 1, a root has 0.

    A form after an underscore follows without a blank, and a bar ends a sentence. ``names`` are tokens from and to.
    """
    tokens: list[Token] = []
    text, sentence = "", 0
    for word in written.split():
        if word == "|":
            sentence += 1
            continue
        form, pos, tag, dep, head = word.rsplit("/", 4)
        text += "" if form[0] == "_" or not tokens else " "
        form, index = form.removeprefix("_"), len(tokens)
        above = int(head) - 1 if head != "0" else index
        place = len(text), len(text) + len(form)
        tokens.append(Token(index, *place, form, lemma(form, pos, tag), pos, tag, dep, above, sentence))
        text += form
    children = tuple(tuple(t.index for t in tokens if t.head == i and t.index != i) for i in range(len(tokens)))
    sentences = tuple(_sentence(number, tokens) for number in range(sentence + 1))
    found = tuple(Name(first, last, "ORG") for first, last in names)
    made = Article(article, f"{article.lower()}.txt", text, ((0, len(text)),))
    return Parsed(made, tuple(tokens), sentences, found, children)


def _sentence(number: int, tokens: list[Token]) -> Sentence:
    own = [t.index for t in tokens if t.sentence == number]
    return Sentence(number, own[0], own[-1] + 1, 0)


def mention(
    parsed: Parsed,
    words: str,
    kind: Kind = Kind.NUMBER,
    value: Hashable = None,
    hedge: Hedge = Hedge.EXACTLY,
    sentence: int | None = None,
) -> Mention:
    """The mention of some words of a parse, where they stand first, or in a sentence; of a figure its quantity."""
    after = parsed.tokens[parsed.sentences[sentence or 0].first].start
    start = parsed.article.text.index(words, after)
    span = Span(parsed.article.id, start, start + len(words))
    around = parsed.sentences[next(t.sentence for t in parsed.tokens if t.end > start)]
    whole = replace(span, start=parsed.tokens[around.first].start, end=parsed.tokens[around.last - 1].end)
    figure = re.search(r"\d+", words)
    number = Decimal(figure[0] if figure else 3)
    known = {
        **dict.fromkeys((Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.AGE), Quantity(number, number)),
        Kind.DURATION: Duration(number, number, "hour"),
    }.get(kind, words)
    return Mention(kind, span, words, known if value is None else value, hedge, Slot(), whole, 0, "made")

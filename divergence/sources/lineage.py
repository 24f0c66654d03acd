"""Whose words are whose: articles and paragraphs that copy one wire text, and how many sources really are independent.

Two articles from one agency's text are one witness; a difference between them is an editing slip worth showing.
Texts are compared by their overlapping runs of five words (shingles, after Broder 1997): near-verbatim copies share
most of them, retellings in other words nearly none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from divergence.facts.quotation.marks import quoted
from divergence.model.sets import DisjointSets
from divergence.model.text import Article, Span, Story

_RUN = 5
"""Words in a shingle: long enough that chance and stock phrases rarely share one."""
_WORD = re.compile(r"\w++")
_NEAR_COPY = 0.6
"""Share of the shorter paragraph's runs that make it a near-verbatim copy."""
_ONE_ORIGIN = 0.35
"""Share of the shorter article's runs that make both articles come from one text."""
_SHORTEST = 12
"""Words that a paragraph must have before its copying says anything."""

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Copy:
    """Two stretches of two articles that say nearly the same in the same words."""

    left: Span
    right: Span
    share: float
    """Share of the shorter stretch's runs of words that the other has; 0 to 1."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """What the articles of a story owe each other."""

    articles: tuple[Copy, ...]
    """Pairs of articles that come from one text."""
    paragraphs: tuple[Copy, ...]
    """Pairs of paragraphs that are near-verbatim copies."""
    witnesses: tuple[tuple[str, ...], ...]
    """Ids of the articles, grouped by common origin: each group is one witness."""


@lru_cache(maxsize=1)
def lineage(story: Story) -> Lineage:
    """Near-copies among the articles of a story, and its independent sources; a report asks for them several times."""
    articles = _copies([(_span(a), _shingles(_own_words(a))) for a in story.articles], _ONE_ORIGIN)
    paragraphs = _copies([p for a in story.articles for p in _long_paragraphs(a)], _NEAR_COPY)
    return Lineage(articles, paragraphs, _groups([a.id for a in story.articles], articles))


def _copies(stretches: list[tuple[Span, Shingles]], least: float) -> tuple[Copy, ...]:
    """Pairs of stretches of different articles that share at least that part of the shorter one's shingles.

    Only stretches that share a shingle are ever compared, so that many unlike paragraphs cost nothing.
    """
    holders: dict[tuple[str, ...], list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for index, (span, shingles) in enumerate(stretches):
        for shingle in shingles:
            earlier = holders.setdefault(shingle, [])
            shared.update((other, index) for other in earlier if stretches[other][0].article != span.article)
            earlier.append(index)
    found = []
    for (left, right), count in sorted(shared.items()):
        share = count / min(len(stretches[left][1]), len(stretches[right][1]))
        if share >= least:
            found.append(Copy(stretches[left][0], stretches[right][0], share))
    return tuple(found)


def _own_words(article: Article) -> str:
    """The article's text without what is masked and without quotations, which independent reporters share."""
    stretches = [(q.start, q.end) for q in quoted(article.text, article.paragraphs)]
    kept, at = [], 0
    for start, end in sorted([*article.masked, *stretches]):
        kept.append(article.text[at : max(at, start)])
        at = max(at, end)
    return " ".join([*kept, article.text[at:]])


def _span(article: Article) -> Span:
    return Span(article.id, 0, len(article.text))


def _shingles(text: str) -> Shingles:
    """The overlapping runs of words of a text, case and punctuation apart."""
    words = _WORD.findall(text.lower())
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _long_paragraphs(article: Article) -> Iterable[tuple[Span, Shingles]]:
    for start, end in article.paragraphs:
        text = article.text[start:end]
        if len(_WORD.findall(text)) >= _SHORTEST:
            yield Span(article.id, start, end), _shingles(text)


def _groups(ids: list[str], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Articles joined by common origin, directly or through others; in the order of the story."""
    origins = DisjointSets(ids.index)
    for copy in copies:
        origins.join(copy.left.article, copy.right.article)
    return origins.among(ids)

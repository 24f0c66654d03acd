"""Paragraphs that stand in no row because another article tells them inside a longer one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from divergence.model.text import Article, Span
from divergence.report.worddiff import words

RUN = 3
"""Words of a run; two tellings in their own words share hardly any."""
ENOUGH = 0.5
"""Share of a paragraph's runs that one paragraph of another article must have for telling it too."""
SHORTEST = 8
"""Words that a paragraph must have before its runs say anything."""

Runs = frozenset[tuple[str, ...]]


def find_merged(articles: Mapping[str, Article]) -> dict[Span, Span]:
    """For each paragraph that a paragraph of another article holds almost word for word, that paragraph."""
    runs = {Span(a.id, *span): _runs(a.text[slice(*span)]) for a in articles.values() for span in a.paragraphs}
    holders: dict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span, own in runs.items():
        for run in sorted(own):
            holders[run].append(span)
    found = {}
    for span, own in runs.items():
        shared = Counter(other for run in own for other in holders[run] if other.article != span.article)
        best = max(
            shared, key=lambda other: (shared[other], -len(other.article), other.article, -other.start), default=None
        )
        if best and shared[best] >= ENOUGH * len(own):
            found[span] = best
    return found


def _runs(text: str) -> Runs:
    told = [word for word, _, _ in words(text)]
    return (
        frozenset(tuple(told[i : i + RUN]) for i in range(len(told) - RUN + 1))
        if len(told) >= SHORTEST
        else frozenset()
    )

"""Paragraphs of several articles that tell the same thing, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from divergence.align.similarity import Similarity, measure
from divergence.language.parsed import Parsed
from divergence.model.comparison import Row
from divergence.model.text import Article, Span

ALIKE = 0.24
"""Similarity from which two paragraphs may share a row."""
CERTAIN = 0.30
"""Similarity from which they do so even where this crosses rows that are already there."""
LOOSEST = 0.6
"""Share of ``ALIKE`` that the paragraphs of a row must reach on average among themselves."""

Group = tuple[int, ...]
"""Paragraphs of one row, as rows of the similarity matrix: by article and, within it, in the order of the text."""


def align(story: Sequence[Parsed], similarity: Similarity | None = None) -> tuple[Row, ...]:
    """All paragraphs of a story in rows of those that tell the same; an article without one is silent there.

    Pairs are joined from the most similar down, whatever number of articles a row then has. Every article's
    paragraphs keep their order as far as the rows allow it. Paragraphs that are noise as a whole are in no row.
    """
    measured = similarity or measure(story)
    articles = {parsed.article.id: parsed.article for parsed in story}
    places = list(measured.places)
    owners = [article for article, _ in places]
    headlines = _headlines(articles, places)
    rows = in_order(_grouped(measured, owners, headlines), owners)
    spans = [Span(article, *articles[article].paragraphs[paragraph]) for article, paragraph in places]
    return tuple(Row(number, tuple(spans[place] for place in row)) for number, row in enumerate(rows, 1))


def _headlines(articles: Mapping[str, Article], places: Sequence[tuple[str, int]]) -> Group:
    """The paragraphs that open their articles as headlines: they stand side by side however they are worded."""
    first = {article: place for place, (article, _) in reversed(list(enumerate(places)))}
    told = ((articles[a], places[place][1], place) for a, place in sorted(first.items(), key=lambda item: item[1]))
    return tuple(place for article, at, place in told if article.text[slice(*article.paragraphs[at])] == article.title)


def _grouped(similarity: Similarity, owners: Sequence[str], headlines: Group) -> list[Group]:
    """Groups of paragraphs, at most one an article, joined greedily from the most similar pair down."""
    groups: list[Group] = [headlines if place in headlines else (place,) for place in range(len(owners))]
    for score, left, right in _pairs(similarity, owners):
        ours, theirs = groups[left], groups[right]
        united = tuple(sorted(ours + theirs))
        if len({owners[place] for place in united}) < len(united):
            continue
        if similarity.paragraphs[list(ours)][:, list(theirs)].mean() < ALIKE * LOOSEST:
            continue
        if score < CERTAIN and _crosses(united, groups, owners):
            continue
        for place in united:
            groups[place] = united
    return sorted(set(groups))


def _pairs(similarity: Similarity, owners: Sequence[str]) -> list[tuple[float, int, int]]:
    """Pairs of paragraphs of two articles that may share a row, the most similar first."""
    import numpy as np

    found = np.argwhere(np.triu(similarity.paragraphs, 1) >= ALIKE).tolist()
    pairs = [(float(similarity.paragraphs[x, y]), x, y) for x, y in found if owners[x] != owners[y]]
    return sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))


def _crosses(united: Group, groups: Sequence[Group], owners: Sequence[str]) -> bool:
    """Whether a new row would stand before another row in one article and after it in another."""
    ours = {owners[place]: place for place in united}
    for other in set(groups):
        both = [(ours[owners[place]], place) for place in other if owners[place] in ours and place not in united]
        if len({mine < place for mine, place in both}) > 1:
            return True
    return False


def in_order(groups: Sequence[Group], owners: Sequence[str]) -> list[Group]:
    """The rows from top to bottom: each after the rows above it in every article, where no two articles disagree.

    Where they do, the row that waits for the fewest others comes next; ties go by where the rows stand on average.
    """
    row_of = {place: group for group in groups for place in group}
    before = [(row_of[a], row_of[b]) for a, b in pairwise(range(len(owners))) if owners[a] == owners[b]]
    waiting = Counter(later for _, later in before)
    followers: dict[Group, list[Group]] = {}
    for earlier, later in before:
        followers.setdefault(earlier, []).append(later)
    height = _heights(groups, owners)
    left, ordered = set(groups), []
    while left:
        row = min(left, key=lambda group: (waiting[group], height[group], group))
        left.remove(row)
        ordered.append(row)
        waiting.subtract(followers.get(row, ()))
    return ordered


def _heights(groups: Iterable[Group], owners: Sequence[str]) -> dict[Group, float]:
    """Where each row stands on average in its articles, from 0 at the top to 1 at the foot."""
    first = {owner: place for place, owner in reversed(list(enumerate(owners)))}
    length = Counter(owners)
    return {
        group: sum((place - first[owners[place]] + 0.5) / length[owners[place]] for place in group) / len(group)
        for group in groups
    }

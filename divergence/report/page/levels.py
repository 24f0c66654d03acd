"""Rows that follow the findings: what articles say on one disputed fact stands level, however they word it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.align.rows import in_order
from divergence.model.comparison import Comparison, Row, Verdict
from divergence.model.text import Span
from divergence.report.page.passages import paragraph_number

Place = tuple[str, int]
"""A paragraph: its article and its index there."""


def level_rows(rows: Sequence[Row], comparison: Comparison) -> tuple[Row, ...]:
    """The rows with the disputed paragraphs of each disagreement in one row, the weightiest disagreement first.

    A paragraph keeps its row where two disagreements ask for it; so does one whose place is taken by another
    disputed paragraph of its article. What only resembles gives way. Every paragraph stays in exactly one row.
    """
    articles = comparison.story.articles
    places = [(article.id, number) for article in articles for number in range(len(article.paragraphs))]
    spans = {
        (article.id, number): Span(article.id, *span)
        for article in articles
        for number, span in enumerate(article.paragraphs)
    }
    number_of = {(span.article, span.start): place for place, span in spans.items()}
    index = {place: at for at, place in enumerate(places)}
    groups = [{index[number_of[span.article, span.start]] for span in row.paragraphs} for row in rows]
    owners = [article for article, _ in places]
    level = _Rows(groups, owners)
    for sides in _disputed(comparison):
        level.join([index[place] for place in sides if place in index])
    ordered = in_order([tuple(sorted(group)) for group in level.groups if group], owners)
    return tuple(
        Row(number, tuple(spans[places[at]] for at in sorted(group))) for number, group in enumerate(ordered, 1)
    )


def _disputed(comparison: Comparison) -> Iterable[list[Place]]:
    """The paragraphs in which each disagreement is stated, its first statements first."""
    articles = {article.id: article for article in comparison.story.articles}
    for divergence in comparison.divergences:
        if divergence.verdict is Verdict.CONFLICT:
            spans = (m.span for reading in divergence.readings for m in reading.mentions if m.span.article in articles)
            places = ((span.article, paragraph_number(articles[span.article], span.start) - 1) for span in spans)
            yield list(dict.fromkeys(places))


class _Rows:
    """Rows while they are being changed, as sets of paragraphs."""

    def __init__(self, groups: list[set[int]], owners: Sequence[str]) -> None:
        self.groups = groups
        self.owners = owners
        self.settled: set[int] = set()
        """Paragraphs that stand where a disagreement wants them."""

    def join(self, sides: Sequence[int]) -> None:
        """Put one paragraph of each article into the row that holds most of these already."""
        home = max((self._row(side) for side in sides), key=lambda row: self._held(row, sides), default=None)
        if home is None:
            return
        for side in sides:
            taken = [at for at in home if self.owners[at] == self.owners[side]]
            if side in home or (not set(taken) & ({*sides} | self.settled) and side not in self.settled):
                self._move(side, home, taken)
                self.settled.add(side)

    def _row(self, side: int) -> set[int]:
        return next(group for group in self.groups if side in group)

    def _held(self, row: set[int], sides: Sequence[int]) -> tuple[int, int]:
        return len({self.owners[side] for side in sides if side in row}), len(row & self.settled)

    def _move(self, side: int, home: set[int], taken: Iterable[int]) -> None:
        """Bring a paragraph home, with what resembles it where there is room; what stood there makes way."""
        if side in home:
            return
        for other in taken:
            home.discard(other)
            self.groups.append({other})
        row = self._row(side)
        held = {self.owners[at] for at in home}
        coming = {at for at in row if at == side or (self.owners[at] not in held and at not in self.settled)}
        row -= coming
        home |= coming

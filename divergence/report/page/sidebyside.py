"""The articles side by side, paragraph by paragraph, with the differences marked; and a map of where they lie."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from divergence.model.comparison import Comparison, Row
from divergence.model.text import Article, Span
from divergence.report.page.levels import level_rows
from divergence.report.page.merged import find_merged
from divergence.report.page.passages import Flagged, Flags, Passage, mark, paragraph_number
from divergence.report.page.sources import Desk, Source
from divergence.report.worddiff import Ranges, differing_words, ranges, words

_LEAST_HEIGHT = 5
"""Of a mark on the map, in thousandths, so that a single word can be seen."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A paragraph, to point at."""

    source: Source
    number: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One paragraph of one article, in its row."""

    source: Source
    number: int
    """Number of the paragraph in its article, from 1."""
    anchor: str
    """Id of the paragraph in the page (``p-2-14``)."""
    passage: Passage
    reworded: bool
    """Whether it is told too differently from the base's paragraph for word marks."""
    flagged: bool
    """Whether a disagreement stands in it."""
    within: Elsewhere | None = None
    """In a row that is not aligned: the paragraph of another article that tells it too, inside a longer one."""


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Paragraphs that tell the same thing; or, between such rows, what single articles tell that no other does."""

    number: int
    aligned: bool
    """Whether its paragraphs tell the same thing, rather than each its own."""
    cells: tuple[Cell, ...]
    """By source; in a row that is not aligned there may be several of one source."""
    silent: tuple[Source, ...]
    """The articles without such a paragraph; none where the row is not aligned."""
    state: str
    """``flagged`` (a disagreement stands in it), ``gap`` (an article is silent), ``differs`` or ``same``."""


@dataclass(frozen=True, slots=True)
class MapMark:
    """One mark of the map: a stretch of an article, in thousandths of its length."""

    kind: str
    """``flag`` (a disagreement), ``alone`` (no other article has it) or ``omitted`` (others have a paragraph here)."""
    y: int
    height: int
    href: str


@dataclass(frozen=True, slots=True)
class MapStrip:
    """One article on the map, from its first character to its last."""

    source: Source
    marks: tuple[MapMark, ...]


def complete_rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of the alignment, and one more for each paragraph that stands in none: no paragraph is lost.

    An added row follows the row of the paragraph before it; at the head of an article it goes before the first row.
    """
    row_of = {(p.article, p.start): i for i, row in enumerate(comparison.alignment) for p in row.paragraphs}
    keyed = [((float(i), 0), row.paragraphs) for i, row in enumerate(comparison.alignment)]
    for article in comparison.story.articles:
        rows = [row_of.get((article.id, start)) for start, _ in article.paragraphs]
        after = next((row - 0.5 for row in rows if row is not None), float(len(comparison.alignment)))
        for row, (start, end) in zip(rows, article.paragraphs, strict=True):
            if row is not None:
                after = row
            else:
                keyed.append(((after, len(keyed)), (Span(article.id, start, end),)))
    keyed.sort(key=lambda pair: pair[0])
    return tuple(Row(number, paragraphs) for number, (_, paragraphs) in enumerate(keyed, 1))


def lay_out_rows(comparison: Comparison, flags: Flags, desk: Desk) -> tuple[AlignedRow, ...]:
    """All paragraphs of all articles, in rows; neighbouring rows of one paragraph each make one that is not aligned."""
    grouped = groupby(level_rows(complete_rows(comparison), comparison), key=lambda row: len(row.paragraphs) > 1)
    laid_out: list[AlignedRow] = []
    for aligned, rows in grouped:
        groups = [row.paragraphs for row in rows] if aligned else [tuple(p for row in rows for p in row.paragraphs)]
        for spans in groups:
            laid_out.append(_lay_out_row(len(laid_out) + 1, spans, flags, desk, aligned=aligned))
    return _point_at_merged(laid_out, desk)


def _point_at_merged(rows: list[AlignedRow], desk: Desk) -> tuple[AlignedRow, ...]:
    """The rows, with every paragraph that seems to stand alone pointing at the longer one that tells it too."""
    merged = find_merged(desk.articles)
    ids = {source.index: id for id, source in desk.sources.items()}

    def point(cell: Cell) -> Cell:
        id = ids[cell.source.index]
        holder = merged.get(Span(id, *desk.articles[id].paragraphs[cell.number - 1]))
        return replace(cell, within=_elsewhere(holder, desk)) if holder else cell

    return tuple(row if row.aligned else replace(row, cells=tuple(map(point, row.cells))) for row in rows)


def _elsewhere(span: Span, desk: Desk) -> Elsewhere:
    source, number = desk.sources[span.article], paragraph_number(desk.articles[span.article], span.start)
    return Elsewhere(source, number, f"p-{source.index}-{number}")


def _lay_out_row(number: int, paragraphs: tuple[Span, ...], flags: Flags, desk: Desk, *, aligned: bool) -> AlignedRow:
    known = (p for p in paragraphs if p.article in desk.sources)
    spans = sorted(known, key=lambda p: (desk.sources[p.article].index, p.start))
    texts = tuple(desk.articles[p.article].text[p.start : p.end] for p in spans)
    changed = _compare(texts) if aligned and texts else [() for _ in texts]
    cells = tuple(_lay_out_cell(span, marks, flags, desk) for span, marks in zip(spans, changed, strict=True))
    present = {cell.source for cell in cells}
    silent = tuple(source for source in desk.sources.values() if source not in present) if aligned else ()
    return AlignedRow(number, aligned, cells, silent, _state(cells, gap=bool(silent) or not aligned))


def _compare(texts: tuple[str, ...]) -> list[Ranges | None]:
    """Which words of each paragraph the first one lacks, and which of the first one's none of the others has.

    None for a paragraph that is told too differently.
    """
    base, *others = (words(text) for text in texts)
    compared = [differing_words(base, other) for other in others]
    only_base = [pair[0] for pair in compared if pair]
    first = ranges(base, frozenset.intersection(*only_base)) if only_base else ()
    return [first, *(ranges(o, pair[1]) if pair else None for o, pair in zip(others, compared, strict=True))]


def _lay_out_cell(span: Span, changed: Ranges | None, flags: Flags, desk: Desk) -> Cell:
    article, source = desk.articles[span.article], desk.sources[span.article]
    shifted = tuple((a + span.start, b + span.start) for a, b in changed or ())
    passage = mark(article, source.index, (span.start, span.end), flags.get(article.id, ()), shifted)
    number = paragraph_number(article, span.start)
    return Cell(
        source=source,
        number=number,
        anchor=f"p-{source.index}-{number}",
        passage=passage,
        reworded=changed is None,
        flagged=any(flag.flagged for stretch in passage for flag in stretch.flags),
    )


def _state(cells: tuple[Cell, ...], *, gap: bool) -> str:
    if any(cell.flagged for cell in cells):
        return "flagged"
    if gap:
        return "gap"
    changed = any(piece.changed for cell in cells for stretch in cell.passage for piece in stretch.pieces)
    return "differs" if changed or any(cell.reworded for cell in cells) else "same"


def draw_map(rows: tuple[AlignedRow, ...], flags: Flags, desk: Desk) -> tuple[MapStrip, ...]:
    """One strip for each article; a place of disagreement or omission is a mark at its share of the text."""
    return tuple(
        MapStrip(source, (*_gaps(source, desk.articles[id], rows), *_flags(desk.articles[id], flags.get(id, ()))))
        for id, source in desk.sources.items()
        if desk.articles[id].text
    )


def _gaps(source: Source, article: Article, rows: tuple[AlignedRow, ...]) -> Iterator[MapMark]:
    """What only this article has, and where the others have what it lacks: once a place, however much that is."""
    position, places = 0, set[int]()
    for row in rows:
        own = [cell for cell in row.cells if cell.source == source]
        if row.aligned and not own:
            made = _mark("omitted", article, position, position, row.cells[0].anchor)
            if made.y not in places:
                places.add(made.y)
                yield made
        for cell in own:
            start, position = article.paragraphs[max(cell.number - 1, 0)]
            if not row.aligned and not cell.within:
                yield _mark("alone", article, start, position, cell.anchor)


def _flags(article: Article, places: tuple[Flagged, ...]) -> Iterator[MapMark]:
    return (_mark("flag", article, p.start, p.end, p.flag.id) for p in places if p.flag.flagged)


def _mark(kind: str, article: Article, start: int, end: int, anchor: str) -> MapMark:
    scale = 1000 / len(article.text)
    return MapMark(kind, round(start * scale), max(_LEAST_HEIGHT, round((end - start) * scale)), f"#{anchor}")

"""Article text cut into stretches that a template can mark: flagged values, masked noise, differing words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from divergence.model.comparison import Divergence
from divergence.model.text import Article, Span, siglum
from divergence.report.visible import split_hidden
from divergence.report.worddiff import Ranges

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text that looks alike throughout, or one hidden character."""

    text: str
    hidden: str = ""
    """Code point of a hidden character (``U+202E``), with an empty ``text``; else empty."""
    changed: bool = False
    """Whether these words differ from those of the base article's paragraph."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding that a stretch of text belongs to, as a link to its card."""

    id: str
    number: int
    """The finding's number in the report, from 1."""
    letter: str
    """Which of the finding's readings this is: a, b, c …"""
    severity: str
    flagged: bool
    """Whether the finding is a disagreement, rather than one of those looked at and not flagged."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text with its marks."""

    pieces: tuple[Piece, ...]
    flags: tuple[Flag, ...] = ()
    """The findings whose value stands here, the weightiest first."""
    anchor: str = ""
    """Id of this place in the page, where a value begins."""
    masked: bool = False
    """Whether this is no part of the story (a footnote mark, a credit)."""
    value: bool = False
    """In a quotation: whether this is the value that is being shown."""


Passage = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Flagged:
    """Where in one article a finding's value stands."""

    start: int
    end: int
    flag: Flag


Flags = Mapping[str, tuple[Flagged, ...]]
"""By article id, sorted by position."""


def letter(index: int) -> str:
    """The name of a reading by its index: a to z, then aa, ab …"""
    return siglum(index).lower()


def find_flags(numbered: Iterable[tuple[int, bool, Divergence]]) -> Flags:
    """Where the values of the findings stand; each comes with its number and whether it is a disagreement."""
    found: dict[str, list[Flagged]] = defaultdict(list)
    for number, flagged, divergence in numbered:
        for index, reading in enumerate(divergence.readings):
            flag = Flag(divergence.id, number, letter(index), divergence.severity, flagged)
            for mention in reading.mentions:
                found[mention.span.article].append(Flagged(mention.span.start, mention.span.end, flag))
    return {
        article: tuple(sorted(set(places), key=lambda p: (p.start, p.end, p.flag.number, p.flag.letter)))
        for article, places in sorted(found.items())
    }


def paragraph_number(article: Article, position: int) -> int:
    """Number, from 1, of the paragraph that holds a position or comes last before it; 0 before the first."""
    return bisect_right([start for start, _ in article.paragraphs], position)


def plain(stretch: Stretch) -> str:
    """A stretch as text on one line, with hidden characters in brackets."""
    return _SPACE.sub(" ", "".join(f"[{piece.hidden}]" if piece.hidden else piece.text for piece in stretch.pieces))


def quote(article: Article, around: Span, *values: Span) -> Passage:
    """A sentence with the values in it marked: the exact words, between the ends of the sentence."""
    start = min(around.start, *(value.start for value in values))
    end = max(around.end, *(value.end for value in values))
    cuts = sorted(_cuts((start, end), [(value.start, value.end) for value in values]))
    return tuple(
        Stretch(tuple(_pieces(article.text[a:b], a, ())), value=any(v.start <= a and b <= v.end for v in values))
        for a, b in pairwise(cuts)
    )


def mark(article: Article, index: int, span: tuple[int, int], flags: Iterable[Flagged], changed: Ranges) -> Passage:
    """A paragraph with its flagged values, masked parts and differing words (``changed``: offsets into the article)."""
    start, end = span
    inside = tuple(f for f in flags if f.start < end and start < f.end)
    masked = tuple((a, b) for a, b in article.masked if a < end and start < b)
    cuts = sorted(_cuts(span, [(f.start, f.end) for f in inside], masked))
    begins = {f.start for f in inside}
    return tuple(
        Stretch(
            pieces=tuple(_pieces(article.text[a:b], a, changed)),
            flags=_distinct(f.flag for f in inside if f.start <= a and b <= f.end),
            anchor=f"m-{index}-{a}" if a in begins else "",
            masked=any(x <= a and b <= y for x, y in masked),
        )
        for a, b in pairwise(cuts)
    )


def _cuts(span: tuple[int, int], *ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The span's ends and every end of a range inside it."""
    start, end = span
    ends = {position for group in ranges for pair in group for position in pair}
    return {start, end} | {position for position in ends if start < position < end}


def _distinct(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Each finding once, disagreements before the rest, by number."""
    by_id = {flag.id: flag for flag in flags}
    return tuple(sorted(by_id.values(), key=lambda flag: (not flag.flagged, flag.number)))


def _pieces(text: str, offset: int, changed: Ranges) -> Iterable[Piece]:
    """Cut a text where differing words begin or end, and at its hidden characters."""
    span = (offset, offset + len(text))
    cuts = sorted(_cuts(span, changed))
    for a, b in pairwise(cuts):
        differs = any(x <= a and b <= y for x, y in changed)
        for plain, hidden in split_hidden(text[a - offset : b - offset]):
            yield Piece(plain, hidden, differs)

"""Where a model's quotation stands in its article: word for word, or nowhere.

White space and typographic quotes and dashes are folded, nothing else; a fuzzy match lets *5 %* pass as *6 %*, and a
match inside a word or a number lets it pass as *15 %*.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from divergence.model.fact import Kind
from divergence.model.text import Article, Span
from divergence.second.answers import Given

LONGEST = 400
"""Characters of a quotation; more shows no one where the value stands."""
_MARKS = str.maketrans(dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-"))


@dataclass(frozen=True, slots=True)
class LocatedQuotation:
    """One article's value, with the words in which the article states it."""

    span: Span
    text: str
    value: str
    """The model's name for the value; it groups readings and is never shown."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A disagreement that a model gave and whose quotations were found: at least two articles and two values."""

    kind: Kind
    readings: tuple[LocatedQuotation, ...]
    explained_by: str
    confidence: float
    about: str = ""

    def sides(self) -> Iterator[tuple[LocatedQuotation, LocatedQuotation]]:
        """Pairs of readings of two articles with two values."""
        for i, left in enumerate(self.readings):
            for right in self.readings[i + 1 :]:
                if left.span.article != right.span.article and left.value != right.value:
                    yield left, right


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a model's quotations."""

    given: int = 0
    found: int = 0
    dropped: int = 0
    """Disagreements of which too little was found."""

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.given + other.given, self.found + other.found, self.dropped + other.dropped)


def locate_all(given: Sequence[Given], articles: Mapping[str, Article]) -> tuple[tuple[Claim, ...], Counts]:
    """The disagreements whose quotations stand in their articles, and what was lost."""
    claims, counts = [], Counts()
    for one in given:
        located = [
            LocatedQuotation(
                span, articles[r.article].text[span.start : span.end], " ".join(r.value.casefold().split())
            )
            for r in one.readings
            if r.article in articles and (span := find(r.quote, articles[r.article]))
        ]
        claim = Claim(one.kind, tuple(dict.fromkeys(located)), one.explained_by, one.confidence, one.about)
        kept = any(True for _ in claim.sides())
        counts += Counts(len(one.readings), len(located), not kept)
        claims += [claim] if kept else []
    return tuple(claims), counts


def find(quote: str, article: Article) -> Span | None:
    """The first place where an article prints a quotation as words of its own, outside of what is no part of it."""
    wanted, _ = _folded(quote.strip())
    if not wanted or len(wanted) > LONGEST or not any(c.isalnum() for c in wanted):
        return None
    text, places = _folded(article.text)
    at = text.find(wanted)
    while at >= 0:
        span = Span(article.id, places[at], places[at + len(wanted) - 1] + 1)
        if _whole(text, at, at + len(wanted)) and not _masked(span, article):
            return span
        at = text.find(wanted, at + 1)
    return None


def _folded(text: str) -> tuple[str, list[int]]:
    """The text with white space and marks folded, and where each character stood."""
    places = [i for i, c in enumerate(text) if not c.isspace() or (i and not text[i - 1].isspace())]
    return "".join(" " if text[i].isspace() else text[i] for i in places).translate(_MARKS), places


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins and ends where words and numbers do."""
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, at: int) -> bool:
    """Whether one word or number goes on across a place: *1|5*, *1.|5*, *1|,500*."""
    before, after = text[max(0, at - 2) : at], text[at : at + 2]
    if not before or not after:
        return False
    if before[-1].isalnum() and after[0].isalnum():
        return True
    split = before[-1] in ".," and before[0].isdigit() and after[0].isdigit() and len(before) == 2
    return split or (before[-1].isdigit() and after[0] in ".," and len(after) == 2 and after[1].isdigit())


def _masked(span: Span, article: Article) -> bool:
    index = bisect_right(article.masked, (span.end, 0)) - 1
    return index >= 0 and article.masked[index][1] > span.start and article.masked[index][0] < span.end

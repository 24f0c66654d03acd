"""Stories, articles and places in their text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


def siglum(number: int) -> str:
    """The letter or letters by which a report calls the article of this number, from 0: A … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of one article's text, in characters (code points)."""

    article: str
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both spans share at least one character of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that could not be read, placed or compared, and why; it stands in every report."""

    code: str
    """A stable slug, such as ``date-unresolved`` or ``article-empty``."""
    message: str
    """One sentence for the reader: what happened and what to do."""
    article: str | None = None
    """The article's id, where the article could be read at all."""
    path: str | None = None
    """The file, where the notice is about a file."""


@dataclass(frozen=True, slots=True)
class Article:
    """One source's text with its metadata. The text never changes after ingest."""

    id: str
    """A siglum: A, B, … Z, AA, … in the order of the paths."""
    path: str
    """The file as named by the user, with forward slashes."""
    text: str
    paragraphs: tuple[tuple[int, int], ...]
    """Offsets of the paragraphs, in order, without surrounding white space."""
    masked: tuple[tuple[int, int], ...] = ()
    """Offsets of what is no part of the story (footnote marks, credits, share lines), in order, disjoint."""
    source: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date, or date and time, as far as it is known."""
    url: str | None = None
    sha256: str = ""
    """Hex digest of the file's bytes, or of its own part of a file that holds several articles."""
    reader: str = "text"
    """How the file was read: the name of an input format."""
    inferred: tuple[str, ...] = ()
    """Names of metadata fields that were inferred from the text rather than stated."""
    part: int = 0
    """Which entry of its file it is, from 1, where that may hold several: a line, a message, a record; else 0."""
    pages: tuple[int, ...] = ()
    """Offsets at which the pages of a paged file begin."""

    @property
    def place(self) -> str:
        """Its file and, where that may hold several articles, which entry of it."""
        return f"{self.path}#{self.part}" if self.part else self.path

    def page(self, offset: int) -> int:
        """The page of its file on which an offset lies, from 1; 0 where the file has no pages."""
        return bisect_right(self.pages, offset)

    @property
    def label(self) -> str:
        """What a reader calls this article: its source, else the site that its address names, else its file name.

        Never its headline, which says what happened and not who tells it.
        """
        return self.source or _site(self.url or "") or self.place.rsplit("/", 1)[-1]


def _site(url: str) -> str:
    """The host of a web address without its ``www.``; empty where it is none."""
    scheme, mark, rest = url.partition("://")
    host = rest.partition("/")[0].rpartition("@")[2].partition(":")[0]
    return host.removeprefix("www.") if mark and scheme in ("http", "https") else ""


@dataclass(frozen=True, slots=True)
class Story:
    """One event and the articles compared on it."""

    id: str
    title: str | None
    articles: tuple[Article, ...]
    notices: tuple[Notice, ...] = ()

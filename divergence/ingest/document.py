"""What a reader makes of one file's bytes, and the plug by which an input format is added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.ingest.files import LARGEST
from divergence.model.text import Notice


@dataclass(frozen=True, slots=True)
class Metadata:
    """Who published an article, under which title, when and where; absent is None."""

    source: str | None = None
    title: str | None = None
    published: str | None = None
    """ISO 8601 date, or date and time."""
    url: str | None = None

    def filled_from(self, other: Metadata) -> Metadata:
        """This metadata with its gaps filled from a less trusted one."""
        return Metadata(
            self.source or other.source,
            self.title or other.title,
            self.published or other.published,
            self.url or other.url,
        )

    def missing(self, other: Metadata) -> tuple[str, ...]:
        """Names of the fields that only ``other`` knows."""
        return tuple(name for name in FIELDS if not getattr(self, name) and getattr(other, name))


FIELDS = ("source", "title", "published", "url")


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read: its text, where its paragraphs lie, and what the file states about itself."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    stated: Metadata = Metadata()
    """Metadata that the file states in a place made for it: front matter, a page's head."""
    inferred: Metadata = Metadata()
    """Metadata that the reader gathered from elsewhere in the file."""
    notices: tuple[Notice, ...] = ()
    """Notices without article and path; the story fills these in."""
    pages: tuple[int, ...] = ()
    """Offsets at which the pages of a paged file begin."""

    def with_notice(self, code: str, message: str) -> Document:
        """The same document with one more notice."""
        return replace(self, notices=(*self.notices, Notice(code, message)))


def join_blocks(
    blocks: Sequence[str], stated: Metadata, notices: tuple[Notice, ...] = (), inferred: Metadata | None = None
) -> Document:
    """A document of these paragraphs, parted by blank lines."""
    offsets: list[tuple[int, int]] = []
    at = 0
    for block in blocks:
        offsets.append((at, at + len(block)))
        at += len(block) + 2
    return Document("\n\n".join(blocks), tuple(offsets), stated, inferred or Metadata(), notices)


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format: the endings of its files and the function that reads their bytes."""

    name: str
    extensions: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[bytes], Document]
    """Never raises on any bytes; a document without text means that nothing could be read."""
    largest: int = LARGEST
    """Bytes of the largest file that is read."""
    library: str = ""
    """What it imports when it first reads, if that takes a while."""


@dataclass(frozen=True, slots=True)
class Part:
    """One article of a file that holds several."""

    number: int
    """Which entry of the file it is, from 1: a line, a message, a record."""
    data: bytes
    """What the file has of it, for its digest."""
    document: Document


@dataclass(frozen=True, slots=True)
class Contents:
    """A file of several articles as read."""

    parts: tuple[Part, ...] = ()
    notices: tuple[Notice, ...] = ()
    """On the file as a whole, and on what of it was left out."""


@dataclass(frozen=True, slots=True)
class Collection:
    """An input format of files that may hold several articles."""

    name: str
    extensions: tuple[str, ...]
    """Lower case, with the dot."""
    read: Callable[[bytes, Mapping[str, str]], Contents]
    """Takes the file and the names of its columns, where it is a table; never raises on any bytes."""
    largest: int = LARGEST
    """Bytes of the largest file that is read."""
    library: str = ""
    """What it imports when it first reads, if that takes a while."""

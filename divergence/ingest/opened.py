"""One file to its articles: what its reader makes of it, what of that is story, and why any of it is none."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.ingest.document import Collection, Contents, Document, Part, Reader
from divergence.ingest.files import LARGEST, read_file
from divergence.ingest.hidden import hidden_characters
from divergence.ingest.inputs import NO_ARTICLE
from divergence.ingest.metadata import metadata_in
from divergence.ingest.noise import is_masked, mask, masked_share
from divergence.ingest.readers import reader_for
from divergence.ingest.share import about_left_out
from divergence.model.finding import LOST
from divergence.model.text import Notice

UNSUPPORTED = Notice("unsupported-format", f"was left out: {NO_ARTICLE}.")
LFS = b"version https://git-lfs.github.com/spec/"
POINTER = Notice("unreadable", "is a Git LFS pointer, not the article itself: fetch it with git lfs pull.")
EMPTY = Notice("empty", "holds no text.")
NO_STORY = Notice("empty", "holds no story, only what publishers print around one.")
MASKED = ("its words, which stand in lines of credits, links and sign-ups", "delete what only looks like such a line")
MOST_TOGETHER = 100
"""Articles of one file that are compared as one story; a file of more is an archive and not a story."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that could be read."""

    sha256: str
    """Digest of what the file has of it."""
    document: Document
    masked: tuple[tuple[int, int], ...]
    reader: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds, whatever it is called and wherever it lies."""

    articles: tuple[ReadArticle, ...] = ()
    notices: tuple[tuple[int, Notice], ...] = ()
    """On the file, and on its entries that are no articles, each with the number of its entry."""

    def told(self, name: str) -> list[Notice]:
        """The notices on a file of this name."""
        return [named(notice, name, part) for part, notice in self.notices]


@dataclass(frozen=True, slots=True)
class Opening:
    """How files are opened."""

    root: Path | None
    """Nothing outside this folder is opened."""
    columns: Mapping[str, str]
    """The names of columns in tables, where they are not the usual ones."""
    most: int
    """Articles of one file that are taken."""

    def __call__(self, path: Path) -> Opened:
        """The articles in a file, and notices on the file and on what in it is no article."""
        reader = reader_for(path)
        data = (
            read_file(path, self.root, reader.largest if reader else LARGEST) if reader or os.path.islink(path) else b""
        )
        if isinstance(data, Notice):
            return _lost(data)
        return self.read(reader, data) if reader else _lost(UNSUPPORTED)

    def read(self, reader: Reader | Collection, data: bytes) -> Opened:
        """The same for the bytes of a file."""
        if data.startswith(LFS):
            return _lost(POINTER)
        contents = _contents(reader, data, self.columns)
        judged = [(part.number, _judged(part, reader.name)) for part in contents.parts[: self.most]]
        notices = [(0, notice) for notice in (*contents.notices, *_too_many(contents, self.most))]
        notices += [(number, one) for number, one in judged if isinstance(one, Notice)]
        if not judged and not any(notice.code in LOST for _, notice in notices):
            notices.append((0, EMPTY))
        return Opened(tuple(one for _, one in judged if isinstance(one, ReadArticle)), tuple(notices))


def _lost(notice: Notice) -> Opened:
    return Opened(notices=((0, notice),))


def _contents(reader: Reader | Collection, data: bytes, columns: Mapping[str, str]) -> Contents:
    if isinstance(reader, Collection):
        return reader.read(data, columns)
    return Contents((Part(0, data, reader.read(data)),))


def _too_many(contents: Contents, most: int) -> tuple[Notice, ...]:
    """A file of very many articles is no story."""
    if len(contents.parts) <= most:
        return ()
    message = (
        f"holds {len(contents.parts)} articles, of which the first {most} were taken: "
        "sort it into stories first, with divergence group."
    )
    return (Notice("too-large", message),)


def _judged(part: Part, reader: str) -> ReadArticle | Notice:
    """An article with what is no story in it masked, or why it is no article."""
    document = part.document
    if not document.paragraphs:
        return next((notice for notice in document.notices if notice.code in LOST), EMPTY)
    masked = mask(document.text, document.paragraphs)
    if all(is_masked(span, masked) for span in document.paragraphs):
        return NO_STORY
    share = masked_share(document.text, document.paragraphs, masked)
    document = replace(document, notices=(*document.notices, *about_left_out(share, *MASKED)))
    hidden = hidden_characters(document.text)
    document = document.with_notice("hidden-characters", hidden) if hidden else document
    inferred = document.inferred.filled_from(metadata_in(document.text, document.paragraphs))
    document = replace(document, inferred=inferred)
    return ReadArticle(hashlib.sha256(part.data).hexdigest(), document, masked, reader, part.number)


def named(notice: Notice, name: str, part: int = 0) -> Notice:
    """A notice with the file that it is about, and in its words the place in that file."""
    return replace(notice, path=name, message=f"{name}#{part} {notice.message}" if part else f"{name} {notice.message}")

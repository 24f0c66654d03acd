"""One file to its articles: what its reader makes of it, what of that is story, and why any of it is none."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.ingest.document import Collection, Contents, Document, Part, Reader
from divergence.ingest.files import read_file
from divergence.ingest.hidden import hidden_characters
from divergence.ingest.inputs import NO_ARTICLE
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

    name: str
    path: Path
    data: bytes
    document: Document
    masked: tuple[tuple[int, int], ...]
    reader: str
    part: int = 0


def read_articles(
    path: Path, name: str, root: Path | None, columns: Mapping[str, str], most: int = MOST_TOGETHER
) -> tuple[list[ReadArticle], list[Notice]]:
    """The articles in a file, and notices on the file and on what in it is no article."""
    reader = reader_for(path)
    data = read_file(path, root, reader.largest) if reader else read_file(path, root) if os.path.islink(path) else b""
    if reader is None or isinstance(data, Notice):
        return [], [_named(data if isinstance(data, Notice) else UNSUPPORTED, name)]
    if data.startswith(LFS):
        return [], [_named(POINTER, name)]
    contents = _contents(reader, data, columns)
    judged = [_judged(path, name, part, reader.name) for part in contents.parts[:most]]
    notices = [_named(notice, name) for notice in (*contents.notices, *_too_many(contents, most))]
    notices += [one for one in judged if isinstance(one, Notice)]
    if not judged and not any(notice.code in LOST for notice in notices):
        notices.append(_named(EMPTY, name))
    return [one for one in judged if isinstance(one, ReadArticle)], notices


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


def _judged(path: Path, name: str, part: Part, reader: str) -> ReadArticle | Notice:
    """An article with what is no story in it masked, or why it is no article."""
    document, place = part.document, f"{name}#{part.number}" if part.number else name
    if not document.paragraphs:
        lost = [notice for notice in document.notices if notice.code in LOST]
        return _named(lost[0] if lost else EMPTY, name, place)
    masked = mask(document.text, document.paragraphs)
    if all(is_masked(span, masked) for span in document.paragraphs):
        return _named(NO_STORY, name, place)
    share = masked_share(document.text, document.paragraphs, masked)
    document = replace(document, notices=(*document.notices, *about_left_out(share, *MASKED)))
    hidden = hidden_characters(document.text)
    document = document.with_notice("hidden-characters", hidden) if hidden else document
    notices = tuple(_named(notice, name, place) for notice in document.notices)
    return ReadArticle(name, path, part.data, replace(document, notices=notices), masked, reader, part.number)


def _named(notice: Notice, name: str, place: str = "") -> Notice:
    """The notice with the file it is about, and in its words the place in that file."""
    return replace(notice, path=name, message=f"{place or name} {notice.message}")

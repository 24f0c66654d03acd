"""``story.toml``: what the person who collected the articles states about them."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.document import FIELDS, Metadata
from divergence.ingest.files import printable
from divergence.model.text import Notice

NAME = "story.toml"
LARGEST = 1_000_000
"""Bytes."""


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story's own title and the stated metadata of its articles, by file name."""

    title: str | None = None
    articles: dict[str, Metadata] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def entry(self, path: Path, folder: Path) -> Metadata:
        """What is stated about the article at this path."""
        return next((self.articles[name] for name in names_of(path, folder) if name in self.articles), Metadata())


def names_of(path: Path, folder: Path) -> tuple[str, str]:
    """How an entry may name an article: by its path inside the story's folder, or by its file name."""
    return printable(os.path.relpath(path, folder)), printable(path.name)


def parse_story_file(data: bytes) -> StoryFile:
    """Read a story file; what cannot be used becomes a notice, and the rest still counts."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return StoryFile(notices=(_bad(f"could not be read and was left out: {error}"),))
    notices: list[Notice] = []
    title = _text(content.get("title"), "title", notices)
    articles: dict[str, Metadata] = {}
    for number, entry in enumerate(_entries(content.get("article", []), notices), 1):
        file = entry.get("file")
        if not isinstance(file, str) or not file:
            notices.append(_bad(f"has an [[article]] (number {number}) without `file`, which was left out."))
        elif file in articles:
            notices.append(_bad(f"names {file!r} twice; the first entry counts."))
        else:
            articles[file] = _metadata(entry, notices)
    return StoryFile(title, articles, tuple(notices))


def _entries(tables: Any, notices: list[Notice]) -> list[dict[str, Any]]:
    if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
        return tables
    notices.append(_bad("has an `article` that is no [[article]] table; it was left out."))
    return []


def _metadata(entry: dict[str, Any], notices: list[Notice]) -> Metadata:
    for key in sorted(entry.keys() - {"file", *FIELDS}):
        notices.append(
            _bad(f"has the unknown key {key[:60]!r}, which was left out; known are file, {', '.join(FIELDS)}.")
        )
    published = entry.get("published")
    return Metadata(
        source=_text(entry.get("source"), "source", notices),
        title=_text(entry.get("title"), "title", notices),
        published=_published(published, notices) if published is not None else None,
        url=_text(entry.get("url"), "url", notices),
    )


def _text(value: Any, key: str, notices: list[Notice]) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value.strip() if value else None
    notices.append(_bad(f"has a `{key}` that is no text; it was left out."))
    return None


def _published(value: Any, notices: list[Notice]) -> str | None:
    iso = value.isoformat() if isinstance(value, date) else iso_date(value) if isinstance(value, str) else None
    if iso is None:
        notices.append(_bad(f"has a `published` that is no date ({str(value)[:60]!r}); write it as 2025-10-27."))
    return iso


def _bad(message: str) -> Notice:
    return Notice("story-file", message)

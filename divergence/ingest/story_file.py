"""``story.toml``: what the person who collected the articles states about them."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.document import FIELDS, Metadata
from divergence.ingest.files import printable

NAME = "story.toml"
LARGEST = 1_000_000
"""Bytes."""
KEYS = ("title", "article", "columns")


@dataclass(frozen=True, slots=True)
class StoryFile:
    """A story's own title and the stated metadata of its articles, by file name."""

    title: str | None = None
    articles: dict[str, Metadata] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)
    """Which column of a table holds what, where the columns have unusual names."""
    faults: tuple[str, ...] = ()
    """What cannot be used, each as the end of a sentence about the file."""

    def entry(self, path: Path, folder: Path, part: int = 0) -> Metadata:
        """What is stated about the article at this path; of one part of a file before the file."""
        files = names_of(path, folder)
        names = (*(f"{name}#{part}" for name in files), *files)
        return next((self.articles[name] for name in names if name in self.articles), Metadata())


def names_of(path: Path, folder: Path) -> tuple[str, str]:
    """How an entry may name an article: by its path inside the story's folder, or by its file name."""
    return printable(os.path.relpath(path, folder)), printable(path.name)


@lru_cache(maxsize=2)
def parse_story_file(data: bytes) -> StoryFile:
    """Read a story file, with everything in it that cannot be used.

    A folder of thousands of articles is read in parts, and its file may be long: it is parsed once.
    """
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return StoryFile(faults=(f"is not valid TOML: {error}.",))
    faults: list[str] = [_unknown(key, KEYS) for key in sorted(content.keys() - {*KEYS})]
    title = _text(content.get("title"), "title", faults)
    articles: dict[str, Metadata] = {}
    for number, entry in enumerate(_entries(content.get("article", []), faults), 1):
        file = entry.get("file")
        if not isinstance(file, str) or not file:
            faults.append(f"has an [[article]] (number {number}) without `file`.")
        elif file in articles:
            faults.append(f"names {file[:80]!r} twice.")
        else:
            articles[file] = _metadata(entry, faults)
    return StoryFile(title, articles, _columns(content.get("columns", {}), faults), tuple(faults))


def _columns(table: Any, faults: list[str]) -> dict[str, str]:
    """The names of a table's columns by what they hold."""
    if not isinstance(table, dict) or not all(isinstance(name, str) for name in table.values()):
        faults.append("has a `columns` that is not a [columns] table of names.")
        return {}
    faults += [_unknown(key, ("text", *FIELDS)) for key in sorted(table.keys() - {"text", *FIELDS})]
    return dict(table)


def _entries(tables: Any, faults: list[str]) -> list[dict[str, Any]]:
    if isinstance(tables, list) and all(isinstance(table, dict) for table in tables):
        return tables
    faults.append("has an `article` that is not an [[article]] table.")
    return []


def _metadata(entry: dict[str, Any], faults: list[str]) -> Metadata:
    for key in sorted(entry.keys() - {"file", *FIELDS}):
        faults.append(_unknown(key, ("file", *FIELDS)))
    published = entry.get("published")
    return Metadata(
        source=_text(entry.get("source"), "source", faults),
        title=_text(entry.get("title"), "title", faults),
        published=_published(published, faults) if published is not None else None,
        url=_text(entry.get("url"), "url", faults),
    )


def _text(value: Any, key: str, faults: list[str]) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value.strip() if value else None
    faults.append(f"has a `{key}` that is not text.")
    return None


def _published(value: Any, faults: list[str]) -> str | None:
    iso = value.isoformat() if isinstance(value, date) else iso_date(value) if isinstance(value, str) else None
    if iso is None:
        faults.append(f"has a `published` that is not a date ({str(value)[:60]!r}); write it like 2025-10-27.")
    return iso


def _unknown(key: str, known: Sequence[str]) -> str:
    return f"has the unknown key {key[:60]!r}; the known keys are {', '.join(known)}."

"""A store of all stories in one file: SQLite tables of stories, articles, findings, readings and decisions.

Each story is written as a whole or not at all, and again in its own place; what else stands in the file stays. The file
can be asked with ``sqlite3`` and looked through with Datasette.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divergence.errors import RenderError
from divergence.model.comparison import Comparison
from divergence.report.json import report_record

TABLES: Mapping[str, tuple[str, ...]] = {
    "stories": ("story", "title", "articles", "findings", "made"),
    "articles": ("story", "article", "source", "title", "published", "url", "path", "sha256", "text"),
    "findings": (
        *("story", "place", "finding", "kind", "subject", "verdict", "relation", "severity", "confidence", "why"),
        *("explained_by", "explanation", "silent"),
    ),
    "readings": (
        *("story", "finding", "place", "article", "value", "text", "start", "end", "hedge", "speaker", "standing"),
    ),
    "decisions": ("story", "finding", "state", "explained_by", "reason", "who", "decided", "until"),
}
"""Every table and its columns; the first of them name its rows."""
KEYS: Mapping[str, int] = {"stories": 1, "articles": 2, "findings": 2, "readings": 3, "decisions": 2}
"""How many columns of a table, from the first, no two rows have in common."""
_NUMBERS = {
    "articles": "INTEGER",
    "findings": "INTEGER",
    "confidence": "REAL",
    "place": "INTEGER",
    "start": "INTEGER",
    "end": "INTEGER",
}

Row = tuple[str | int | float | None, ...]


@dataclass(frozen=True, slots=True)
class StoredStory:
    """The rows of one story, by table."""

    story: str
    rows: Mapping[str, tuple[Row, ...]]


def stored(comparison: Comparison) -> StoredStory:
    """What the store keeps of one story."""
    record = report_record(comparison)
    story, found = record["story"]["id"], record["divergences"]
    head = {"title": record["story"]["title"], "articles": len(record["articles"]), "findings": len(found), "made": ""}
    readings = [
        {**reading, "finding": finding["id"], "place": place}
        for finding in found
        for place, reading in enumerate(finding["readings"], 1)
    ]
    tables: dict[str, list[dict[str, Any]]] = {
        "stories": [head],
        "articles": [{**article, "article": article["id"]} for article in record["articles"]],
        "findings": [
            {
                **finding,
                "finding": finding["id"],
                "place": place,
                "why": "\n".join(finding["why"]),
                "silent": json.dumps(finding["silent"]),
            }
            for place, finding in enumerate(found, 1)
        ],
        "readings": readings,
        "decisions": [{**one, "finding": one["id"], "decided": one["when"]} for one in record["decisions"]],
    }
    return StoredStory(
        story,
        {name: tuple(_row({**entry, "story": story}, name) for entry in entries) for name, entries in tables.items()},
    )


def _row(entry: Mapping[str, Any], table: str) -> Row:
    """An entry in the order of a table's columns; a lone surrogate, which a database cannot hold, becomes its code."""
    cells = (entry.get(column) for column in TABLES[table])
    return tuple(c.encode("utf-8", "backslashreplace").decode() if isinstance(c, str) else c for c in cells)


@contextmanager
def open_store(file: Path) -> Iterator[Store]:
    """The store in a file, made where there is none. Raises RenderError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file)) as connection:
            for name, columns in TABLES.items():
                told = ", ".join(f'"{column}" {_NUMBERS.get(column, "TEXT")}' for column in columns)
                keys = ", ".join(columns[: KEYS[name]])
                connection.execute(f"CREATE TABLE IF NOT EXISTS {name} ({told}, PRIMARY KEY ({keys}))")
            yield Store(connection)
    except (OSError, sqlite3.Error) as error:
        raise RenderError(f"The store {file} cannot be written: {error}.") from error


@dataclass(frozen=True, slots=True)
class Store:
    """An open store."""

    connection: sqlite3.Connection

    def put(self, told: StoredStory, made: str) -> None:
        """Write a story in place of what the store has of it; ``made`` names what it was made from."""
        with self.connection:
            for name, rows in told.rows.items():
                self.connection.execute(f"DELETE FROM {name} WHERE story = ?", (told.story,))  # noqa: S608 - our names
                marks = ", ".join("?" * len(TABLES[name]))
                self.connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)  # noqa: S608
            self.connection.execute("UPDATE stories SET made = ? WHERE story = ?", (made, told.story))

    def made(self) -> dict[str, str]:
        """What each story of the store was made from."""
        return dict(self.connection.execute("SELECT story, made FROM stories"))

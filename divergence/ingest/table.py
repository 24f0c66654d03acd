"""Exports of archives: JSON Lines and CSV, one article a row; unusual names of columns can be stated."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.decode import decode
from divergence.ingest.document import FIELDS, Collection, Contents, Document, Metadata, Part, join_blocks
from divergence.ingest.fragment import blocks
from divergence.ingest.text import paragraphs
from divergence.model.finding import LOST
from divergence.model.text import Notice

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "maintext", "article_text", "raw_content"),
    "title": ("title", "headline", "head"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "source_name", "site", "domain"),
    "published": ("published", "date", "published_at", "publish_date", "publication_date", "date_publish", "pubdate"),
    "url": ("url", "link", "uri", "address"),
}
"""The usual names of the columns, in the order of trust."""
MADE_OF_TAGS = ("<p>", "<p ", "<div", "<br")
BEYOND = "…"
"""What cells are called that stand in no column."""
LONGEST_CELL = 5_000_000
LARGEST_TABLE = 100_000_000
"""Bytes of the largest export that is read."""
Row = Mapping[str, Any]


def read_lines(data: bytes, columns: Mapping[str, str]) -> Contents:
    """Read JSON Lines: an object a line. A line that is none costs itself only."""
    decoded = decode(data)
    if decoded is None:
        return Contents(notices=(Notice("binary", "is not a text file."),))
    rows: list[tuple[int, Row]] = []
    broken = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            rows.append((number, row))
        else:
            broken.append(str(number))
    notices = (*decoded.notices, *_broken(broken))
    return contents(rows, columns, notices)


def read_csv(data: bytes, columns: Mapping[str, str]) -> Contents:
    """Read a table with a head row, parted by commas, semicolons or tabs."""
    decoded = decode(data)
    if decoded is None:
        return Contents(notices=(Notice("binary", "is not a text file."),))
    head = decoded.text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    before = csv.field_size_limit(LONGEST_CELL)
    try:
        reader = csv.DictReader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, restkey=BEYOND)
        rows, error = _rows(reader)
    finally:
        csv.field_size_limit(before)
    return contents(rows, columns, (*decoded.notices, *torn(len(rows), error), *_beyond(rows)))


def torn(rows: int, error: str) -> Iterator[Notice]:
    """A notice on a table that could be read only so far, if there is an error."""
    if error:
        yield Notice("text-lost", f"could be read only up to row {rows} ({error}).")


def _beyond(rows: list[tuple[int, Row]]) -> Iterator[Notice]:
    """A notice on rows of more cells than the head names: one of them was parted at a sign inside it."""
    numbers = [str(number) for number, row in rows if row.get(BEYOND)]
    if numbers:
        shown = ", ".join(numbers[:10]) + (" …" if len(numbers) > 10 else "")
        message = (
            f"has rows of more cells than its head (row {shown}), whose last cells were not read: quote its cells."
        )
        yield Notice("text-lost", message)


def _rows(reader: Iterable[dict[Any, Any]]) -> tuple[list[tuple[int, Row]], str]:
    """The rows up to the first that cannot be read, and why it cannot."""
    rows: list[tuple[int, Row]] = []
    try:
        for number, row in enumerate(reader, 1):
            rows.append((number, row))
    except csv.Error as error:
        return rows, str(error)
    return rows, ""


def contents(rows: list[tuple[int, Row]], columns: Mapping[str, str], notices: tuple[Notice, ...]) -> Contents:
    """The articles in the rows of a table."""
    names = list(dict.fromkeys(str(name) for _, row in rows for name in row))
    found = {field: name for field in COLUMNS if (name := _column(field, columns, names))}
    if not rows:
        lost = any(notice.code in LOST for notice in notices)
        return Contents(notices=notices if lost else (*notices, Notice("extraction-empty", "holds no row.")))
    if "text" not in found:
        shown = ", ".join(name[:40] for name in names[:12])
        message = (
            f"has no column that is known to hold text (it has {shown or 'none'}): "
            "name it in story.toml under [columns], as in text = “body”, or with --columns text=body."
        )
        return Contents(notices=(*notices, Notice("extraction-empty", message)))
    parts = tuple(Part(number, _bytes(row), _document(row, found)) for number, row in rows)
    return Contents(parts, notices)


def _column(field: str, stated: Mapping[str, str], names: list[str]) -> str | None:
    """The column of a field: the one stated, else the first of a usual name."""
    if field in stated:
        return stated[field] if stated[field] in names else None
    usual = {name.strip().lower().lstrip("\ufeff").replace(" ", "_"): name for name in reversed(names)}
    return next((usual[name] for name in COLUMNS[field] if name in usual), None)


def _bytes(row: Row) -> bytes:
    return json.dumps(row, sort_keys=True, default=str).encode()


def _document(row: Row, found: Mapping[str, str]) -> Document:
    """One row's text under its title."""
    values = {field: _value(row.get(column)) for field, column in found.items()}
    text = values["text"]
    if any(tag in text[:2000].lower() for tag in MADE_OF_TAGS):
        body = blocks(text)
    else:
        body = [" ".join(text[start:end].split()) for start, end in paragraphs(text)]
    title = " ".join(values.get("title", "").split())
    stated = Metadata(**{field: " ".join(values.get(field, "").split()) or None for field in FIELDS})
    published = iso_date(stated.published) if stated.published else None
    stated = Metadata(stated.source, stated.title, published, stated.url)
    return join_blocks([title, *body] if title and body and title not in body[:3] else body, stated)


def _value(value: Any) -> str:
    """A cell as text; a list of paragraphs is joined, and an object gives its name."""
    if isinstance(value, list):
        return "\n\n".join(_value(part) for part in value)
    if isinstance(value, dict):
        return _value(value.get("name") or value.get("title") or "")
    return "" if value is None else str(value)


def _broken(numbers: list[str]) -> Iterator[Notice]:
    if len(numbers) == 1:
        yield Notice("text-lost", f"has a line that is no JSON object and was not read ({numbers[0]}).")
    elif numbers:
        shown = ", ".join(numbers[:10]) + (" …" if len(numbers) > 10 else "")
        message = f"has {len(numbers)} lines that are no JSON objects and were not read ({shown})."
        yield Notice("text-lost", message)


JSONL = Collection("jsonl", (".jsonl", ".ndjson"), read_lines, largest=LARGEST_TABLE)
CSV = Collection("csv", (".csv", ".tsv"), read_csv, largest=LARGEST_TABLE)

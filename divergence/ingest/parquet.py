"""Parquet files: exports of archives, one article a row, by PyArrow in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from divergence.ingest.bounded import extract
from divergence.ingest.document import Collection, Contents
from divergence.ingest.table import LARGEST_TABLE, contents, torn
from divergence.model.text import Notice


def read_parquet(data: bytes, columns: Mapping[str, str]) -> Contents:
    """Read a table row by row; its columns are known by name as those of other exports."""
    read = extract("parquet", data)
    if isinstance(read, Notice):
        return Contents(notices=(read,))
    rows = [*enumerate(read["rows"], 1)]
    return contents(rows, columns, (*torn(len(rows), read["error"]), *_left_out(read)))


def _left_out(read: Mapping[str, Any]) -> Iterator[Notice]:
    if read["bytes"]:
        names = ", ".join(str(name)[:40] for name in read["bytes"][:12])
        yield Notice("part-left-out", f"was read without its columns of bytes ({names}).")


COLLECTION = Collection("parquet", (".parquet",), read_parquet, largest=LARGEST_TABLE)

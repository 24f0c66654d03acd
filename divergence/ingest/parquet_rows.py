"""In the worker: the rows of a Parquet file, by PyArrow."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

AT_ONCE = 200
"""Rows that are unpacked at a time."""
MOST = 200_000_000
"""Bytes of all rows, unpacked: a small file may hold one value a million times."""


def parse(data: bytes) -> dict[str, Any]:
    """The rows up to the first that cannot be read, and why it cannot; columns of bytes are only named."""
    os.environ["ARROW_DEFAULT_MEMORY_POOL"] = "system"  # the others reserve more than this process may take
    from pyarrow import BufferReader
    from pyarrow.parquet import ParquetFile

    file = ParquetFile(BufferReader(data))
    told = [field.name for field in file.schema_arrow if not _is_bytes(field.type)]
    bytes_only = [field.name for field in file.schema_arrow if _is_bytes(field.type)]
    rows: list[dict[str, Any]] = []
    error = ""
    try:
        for some in _batches(file, told):
            rows += some
    except Exception as torn:  # what was read before the broken row is kept
        error = f"{type(torn).__name__}: {torn}"[:200]
    return {"rows": rows, "bytes": bytes_only, "error": error}


def _batches(file: Any, columns: list[str]) -> Iterator[list[dict[str, Any]]]:
    left = MOST
    for batch in file.iter_batches(AT_ONCE, columns=columns, use_threads=False):
        unpacked = [_unpacked(column) for column in batch.columns]
        left -= sum(column.nbytes for column in unpacked)
        if left < 0:
            raise ValueError(f"it holds more than {MOST // 1_000_000} MB")
        values = [_values(column) for column in unpacked]
        yield [dict(zip(batch.schema.names, row, strict=True)) for row in zip(*values, strict=True)]


def _is_bytes(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_fixed_size_binary(kind))


def _unpacked(column: Any) -> Any:
    from pyarrow import types

    return column.dictionary_decode() if types.is_dictionary(column.type) else column


def _values(column: Any) -> list[Any]:
    """A column's values as JSON can hold them; what is no UTF-8 costs its letters, not the rows after it."""
    import pyarrow
    from pyarrow import types

    if types.is_timestamp(column.type):  # Python knows no nanoseconds
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    if types.is_string(column.type) or types.is_large_string(column.type):
        texts = column.cast(pyarrow.large_binary()).to_pylist()
        return [None if text is None else text.decode("utf-8", "replace") for text in texts]
    return [_plain(value) for value in column.to_pylist()]


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | float | None) else str(value)

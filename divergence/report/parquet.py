"""Findings as a Parquet file, by PyArrow: the rows of the CSV with a type for each column."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from divergence.errors import RenderError
from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation

MISSING = "Parquet needs the optional part: pip install 'source-divergence[parquet]' (it brings PyArrow)."
_NUMBERS = frozenset({"confidence", "low", "high"})
_COUNTS = frozenset({"start", "end"})
_MOMENTS = {"low": "earliest", "high": "latest"}
"""A column has one type here: the first and last moment of a date have columns of their own."""

Value = str | int | float | None


def render_parquet(comparison: Comparison, presentation: Presentation) -> bytes:
    """One story's table."""
    return write_parquet([comparison])


def write_parquet(comparisons: Iterable[Comparison]) -> bytes:
    """One table for all stories; the same comparisons give the same bytes by the same version of PyArrow.

    Texts are exact, hidden characters and all. Raises RenderError where PyArrow is missing.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise RenderError(MISSING) from error
    from divergence.report.records import COLUMNS, to_records

    names = [name for column in COLUMNS for name in (column, _MOMENTS.get(column)) if name]
    rows = [_typed(record) for comparison in comparisons for record in to_records(comparison)]
    columns = [pyarrow.array([row.get(name) for row in rows], _type(name, pyarrow)) for name in names]
    written = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_arrays(columns, names), written)
    return written.getvalue()


def _typed(record: dict[str, Value]) -> dict[str, Value]:
    """A record whose numbers are numbers; what is none of a date goes to the columns of moments."""
    row = {name: _unicode(cell) for name, cell in record.items()}
    for name, moment in _MOMENTS.items():
        cell = row[name]
        row[name], row[moment] = (None, cell) if isinstance(cell, str) else (cell, None)
        row[name] = None if row[name] is None else float(row[name] or 0)
    return row


def _unicode(cell: Value) -> Value:
    """Text that can be written: half a surrogate pair, which is no character, becomes a question mark."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell


def _type(name: str, pyarrow: Any) -> Any:
    if name in _NUMBERS:
        return pyarrow.float64()
    return pyarrow.int64() if name in _COUNTS else pyarrow.string()


FORMAT = Format(
    "parquet",
    "report.parquet",
    "a Parquet table, one row for each statement (needs PyArrow)",
    render_parquet,
    table=write_parquet,
    binary=True,
)

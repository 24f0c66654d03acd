"""Findings as a table for spreadsheets: one line for each statement and each silence; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.visible import visible

if TYPE_CHECKING:
    from divergence.report.records import Record

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def render_csv(comparison: Comparison, presentation: Presentation) -> bytes:
    """One story's table."""
    return render_stories([comparison])


def render_stories(comparisons: Iterable[Comparison]) -> bytes:
    """One table for all stories."""
    from divergence.report.records import to_records

    return render_records(record for comparison in comparisons for record in to_records(comparison))


def render_records(records: Iterable[Record]) -> bytes:
    """A table of records, in UTF-8 with a byte order mark, for which spreadsheets ask.

    Every text is quoted and numbers stay numbers.
    """
    from divergence.report.records import COLUMNS

    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for record in records:
        writer.writerow([safe_cell(record[name]) for name in COLUMNS])
    return written.getvalue().encode("utf-8-sig", "replace")


def safe_cell(cell: str | int | float | None) -> str | int | float:
    """A text on one line, with an apostrophe before it where a spreadsheet would calculate it; a number as it is."""
    if not isinstance(cell, str):
        return "" if cell is None else cell
    shown = visible(cell)
    return f"'{shown}" if cell.lstrip(" ").startswith(_FORMULA) else shown


FORMAT = Format(
    "csv",
    "report.csv",
    "one line for each statement, for spreadsheets and data frames",
    render_csv,
    table=render_stories,
)

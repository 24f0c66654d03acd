"""Findings as a workbook, by XlsxWriter: the rows of the CSV, with text that can never become a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from divergence.errors import RenderError
from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.visible import visible

MISSING = "A workbook needs the optional part: pip install 'source-divergence[xlsx]' (it brings XlsxWriter)."
LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""
MOST_ROWS = 1_048_576
"""Rows of a sheet, by the format."""
CUT = " […]"
_WIDTHS = {"subject": 44, "value": 22, "stated": 22, "quotation": 80, "source": 22, "reason": 30, "path": 30, "url": 30}


def render_xlsx(comparison: Comparison, presentation: Presentation) -> bytes:
    """One story's workbook."""
    return write_workbook([comparison])


def write_workbook(comparisons: Iterable[Comparison]) -> bytes:
    """One sheet for all stories, with a frozen head and filters; the same comparisons always give the same bytes.

    Raises RenderError where XlsxWriter is missing, or the sheet would have more rows than a workbook can hold.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise RenderError(MISSING) from error
    from divergence.report.records import COLUMNS

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"created": datetime(1980, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet("findings")
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 13))
        sheet.write_string(0, column, name, book.add_format({"bold": True}))
    last = 0
    for last, record in enumerate(_rows(comparisons), 1):
        for column, cell in enumerate(record):
            if isinstance(cell, str):
                sheet.write_string(last, column, cell)
            elif cell is not None:
                sheet.write_number(last, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    book.close()
    return written.getvalue()


def _rows(comparisons: Iterable[Comparison]) -> Iterator[list[str | int | float | None]]:
    from divergence.report.records import to_records

    told = 1
    for comparison in comparisons:
        for record in to_records(comparison):
            told += 1
            if told > MOST_ROWS:
                raise RenderError(f"A workbook holds {MOST_ROWS} rows and these stories need more: use --csv.")
            yield [_whole(visible(cell)) if isinstance(cell, str) else cell for cell in record.values()]


def _whole(text: str) -> str:
    """The text, or as much of it as a cell holds with a sign that it is cut."""
    return text if len(text.encode("utf-16-le")) // 2 <= LONGEST_CELL else _cut(text)


def _cut(text: str) -> str:
    kept = text.encode("utf-16-le")[: 2 * (LONGEST_CELL - len(CUT))]
    return kept.decode("utf-16-le", "ignore") + CUT


FORMAT = Format(
    "xlsx",
    "report.xlsx",
    "a workbook, one row for each statement (needs XlsxWriter)",
    render_xlsx,
    table=write_workbook,
    binary=True,
)

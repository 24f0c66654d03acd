"""Workbooks and Parquet files hold the rows of the CSV, typed, whole and safe."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from divergence.errors import RenderError
from divergence.model.comparison import Comparison
from divergence.report import FORMATS, output_format, render
from divergence.report.records import COLUMNS, to_records
from divergence.report.xlsx import CUT, LONGEST_CELL

Run = Callable[..., tuple[int, str, str]]
Rows = list[list[object]]


def titled(comparison: Comparison, subject: str) -> Comparison:
    """The comparison with another subject for its first finding."""
    first, *others = comparison.divergences
    return replace(comparison, divergences=(replace(first, subject=subject), *others))


def sheet(data: bytes) -> Rows:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads workbooks back, is not installed")
    return [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data))["findings"].iter_rows()]


def columns(data: bytes) -> list[dict[str, object]]:
    parquet = pytest.importorskip("pyarrow.parquet", reason="PyArrow, of the extra `parquet`, is not installed")
    rows: list[dict[str, object]] = parquet.read_table(io.BytesIO(data)).to_pylist()
    return rows


@pytest.fixture
def xlsx() -> None:
    pytest.importorskip("xlsxwriter", reason="XlsxWriter, of the extra `xlsx`, is not installed")


@pytest.mark.usefixtures("xlsx")
def test_a_workbook_has_the_rows_of_the_csv(comparison: Comparison) -> None:
    head, *rows = sheet(render(comparison, "xlsx"))
    told = list(csv.reader(io.StringIO(render(comparison, "csv").decode("utf-8-sig"))))
    assert head == told[0] == list(COLUMNS)
    assert [["" if cell is None else str(cell) for cell in row] for row in rows] == told[1:]
    assert {type(row[COLUMNS.index("confidence")]) for row in rows} <= {int, float}


def test_a_parquet_file_has_the_same_rows_and_a_type_for_each_column(comparison: Comparison) -> None:
    records = to_records(comparison)
    rows = columns(render(comparison, "parquet"))
    assert [row["quotation"] for row in rows] == [record["quotation"] for record in records]
    assert [row["start"] for row in rows] == [record["start"] for record in records]
    for row, record in zip(rows, records, strict=True):
        told = [row["low"] if row["earliest"] is None else row["earliest"], row["finding"], row["confidence"]]
        assert told == [record["low"], record["finding"], record["confidence"]]
    assert any(isinstance(row["low"], float) for row in rows)
    assert {name for row in rows for name in row} == {*COLUMNS, "earliest", "latest"}


@pytest.mark.usefixtures("xlsx")
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(comparison: Comparison) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="openpyxl, which reads workbooks back, is not installed")
    made = titled(comparison, '=HYPERLINK("https://example.org")')
    book = openpyxl.load_workbook(io.BytesIO(render(made, "xlsx")))
    cells = [cell for row in book["findings"].iter_rows() for cell in row]
    assert '=HYPERLINK("https://example.org")' in [cell.value for cell in cells if cell.data_type == "s"]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []


@pytest.mark.usefixtures("xlsx")
def test_a_text_longer_than_a_cell_is_cut_with_a_sign(comparison: Comparison) -> None:
    for text in ("x" * 40_000, "\U0001f30a" * 20_000):
        subject = str(sheet(render(titled(comparison, text), "xlsx"))[1][COLUMNS.index("subject")])
        assert subject.endswith(CUT)
        assert LONGEST_CELL - 1 <= len(subject.encode("utf-16-le")) // 2 <= LONGEST_CELL
    exact = "x" * LONGEST_CELL
    assert sheet(render(titled(comparison, exact), "xlsx"))[1][COLUMNS.index("subject")] == exact


@pytest.mark.usefixtures("xlsx")
def test_more_rows_than_a_workbook_holds_are_refused(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    count = len(to_records(comparison)) + 1
    monkeypatch.setattr("divergence.report.xlsx.MOST_ROWS", count)
    assert render(comparison, "xlsx")
    monkeypatch.setattr("divergence.report.xlsx.MOST_ROWS", count - 1)
    with pytest.raises(RenderError, match="--csv"):
        render(comparison, "xlsx")


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_hidden_signs_and_half_characters_stop_nothing(name: str, comparison: Comparison) -> None:
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}[name])
    assert render(titled(comparison, "a\ud800b\x00c\u202e"), name)


def test_texts_of_a_parquet_file_are_exact(comparison: Comparison) -> None:
    pytest.importorskip("pyarrow")
    assert columns(render(titled(comparison, "a\u202eb  c"), "parquet"))[0]["subject"] == "a\u202eb  c"


@pytest.mark.parametrize("name", ["xlsx", "parquet"])
def test_the_same_rows_give_the_same_bytes(name: str, comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip({"xlsx": "xlsxwriter", "parquet": "pyarrow"}[name])
    made = render(comparison, name)
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert render(comparison, name) == made
    table = output_format(name).table
    assert table is not None
    assert table([comparison]) == made
    assert len(table([comparison, comparison])) > len(made)


@pytest.mark.parametrize(("name", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library_is_told_before_anything_is_compared(
    name: str, library: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    Path("input/border").mkdir(parents=True)
    Path("input/border/a.txt").write_text("The army said 5 soldiers died on the border.\n")
    monkeypatch.setattr("divergence.pipeline.compare", lambda *a, **k: pytest.fail("compared for nothing"))
    status, out, err = run("report", "input", f"--{name}", "all")
    assert (status, out) == (3, "")
    assert f"pip install 'source-divergence[{name}]'" in err
    assert not Path("all").exists()


def test_the_tables_are_these_three() -> None:
    assert [form.name for form in FORMATS if form.table] == ["csv", "xlsx", "parquet"]

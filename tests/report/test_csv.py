from __future__ import annotations

import csv
import io

import pytest

from divergence.model.comparison import Comparison
from divergence.report import render
from divergence.report.csv import render_stories, safe_cell
from divergence.report.records import COLUMNS, to_records


def test_one_record_for_each_statement_and_each_silence(comparison: Comparison) -> None:
    records = to_records(comparison)
    assert all(tuple(record) == COLUMNS for record in records)
    stated = [record for record in records if record["status"] == "stated"]
    assert len(stated) == sum(len(r.mentions) for d in comparison.divergences for r in d.readings)
    silent = [(record["finding"], record["source"], record["value"]) for record in records if record not in stated]
    assert len(silent) == sum(len(d.silent) for d in comparison.divergences)
    assert ("d-1f0c9a52", "Isle Business", None) in silent


def test_records_are_typed_and_quote_exactly(comparison: Comparison) -> None:
    texts = {article.id: article.text for article in comparison.story.articles}
    for record in to_records(comparison):
        if record["status"] == "stated":
            text = texts[str(record["article"])]
            assert text[record["start"] : record["end"]] == record["stated"]  # type: ignore[misc]
            assert record["quotation"] in text  # type: ignore[operator]
            assert 0 <= record["confidence"] <= 1  # type: ignore[operator]
    toll = [r for r in to_records(comparison) if r["finding"] == "d-1f0c9a52" and r["status"] == "stated"]
    assert {(r["low"], r["high"]) for r in toll} >= {(14, 14), (17, 17)}
    assert {r["hedge"] for r in toll} >= {"exactly"}


def test_the_methods_of_a_comparison_lead_there(comparison: Comparison) -> None:
    assert comparison.to_records() == to_records(comparison)


def test_one_table_for_several_stories(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(render_stories([comparison, comparison]).decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 2 * len(to_records(comparison))
    assert render_stories([comparison]) == render(comparison, "csv")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "  =1"])
def test_no_text_can_become_a_formula(text: str) -> None:
    assert str(safe_cell(text)).startswith("'")


def test_numbers_and_plain_text_are_left_alone() -> None:
    assert [safe_cell(cell) for cell in (-5, 0.5, "5", "ferry", "", "a=b")] == [-5, 0.5, "5", "ferry", "", "a=b"]

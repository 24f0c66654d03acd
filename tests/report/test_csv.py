from __future__ import annotations

import csv
import io

import pytest

from divergence.model.comparison import Comparison
from divergence.report import render
from divergence.report.csv import COLUMNS, safe_cell


def test_one_line_for_each_mention_and_each_silence(comparison: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(render(comparison, "csv").decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    stated = [row for row in rows if row["value"]]
    assert len(stated) == sum(len(r.mentions) for d in comparison.divergences for r in d.readings)
    silent = [(row["id"], row["source"]) for row in rows if not row["value"]]
    assert ("d-1f0c9a52", "Isle Business") in silent


@pytest.mark.parametrize("text", ["=1+1", "+1", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "  =1"])
def test_no_text_can_become_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_numbers_and_plain_text_are_left_alone() -> None:
    assert [safe_cell(cell) for cell in (-5, "5", "ferry", "", "a=b")] == [-5, "5", "ferry", "", "a=b"]

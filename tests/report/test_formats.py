"""What every output format keeps to."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hostile_comparison import hostile
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_comparison import make_comparison

from divergence.errors import UsageError
from divergence.model.comparison import Comparison
from divergence.report import FORMATS, render

LIGHT = tuple(f.name for f in FORMATS if not f.binary)


def test_a_format_that_is_none_is_named_with_those_that_are() -> None:
    with pytest.raises(UsageError, match=r"'docx'.*html, pdf, json"):
        render(make_comparison(), "docx")


@pytest.mark.parametrize("name", LIGHT)
def test_the_same_comparison_gives_the_same_bytes(name: str, comparison: Comparison) -> None:
    assert render(comparison, name) == render(make_comparison(), name)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), min_size=1, max_size=3))
@example(["\ud800"])  # a file name that is not UTF-8 reaches a path as a lone surrogate
def test_no_text_stops_a_report(texts: list[str]) -> None:
    made = hostile(tuple(texts))
    for name in LIGHT:
        render(made, name).decode("utf-8")


@pytest.mark.parametrize("name", LIGHT)
def test_values_beyond_all_measure_are_shown(name: str, comparison: Comparison) -> None:
    first = replace(comparison.divergences[0], subject="x" * 50_000, confidence=1.5)
    assert render(replace(comparison, divergences=(first,)), name)


def test_reports_load_nothing_heavy_until_they_are_asked_for() -> None:
    code = "import sys, divergence.report; assert not {'jinja2', 'weasyprint', 'spacy', 'numpy'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)

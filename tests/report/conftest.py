"""Made comparisons for the tests of the report, with a fact type that reads their values."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_comparison import MADE_FACT_TYPES, make_comparison, make_large

from divergence.model.comparison import Comparison


@pytest.fixture(autouse=True)
def _made_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Charts ask the fact types for numbers; here they ask ours."""
    monkeypatch.setattr("divergence.report.charts.FACT_TYPES", MADE_FACT_TYPES)


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The ferry fire."""
    return make_comparison()


@pytest.fixture(scope="session")
def large() -> Comparison:
    """Twenty articles of 1,500 words with 200 findings."""
    return make_large()

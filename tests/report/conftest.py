"""Made comparisons for the tests of the report, and one browser for all."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_comparison import make_comparison, make_large

from divergence.model.comparison import Comparison
from divergence.report import Presentation, render
from divergence.report.page.view import Report, prepare

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """The ferry fire."""
    return make_comparison()


@pytest.fixture(scope="session")
def large() -> Comparison:
    """Twenty articles of 1,500 words with 200 findings."""
    return make_large()


@pytest.fixture(scope="session")
def report(comparison: Comparison) -> Report:
    """The ferry fire, ready to be shown."""
    return prepare(comparison)


@pytest.fixture(scope="session")
def page_bytes(comparison: Comparison) -> bytes:
    """The ferry fire as a page."""
    return render(comparison, "html")


@pytest.fixture(scope="session")
def pdf_bytes(comparison: Comparison) -> bytes:
    """The ferry fire as a briefing."""
    return render(comparison, "pdf", Presentation())


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; tests that need it skip, visibly, where it is missing."""
    playwright = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM.exists():
        pytest.skip("Debian's chromium is not installed")
    with playwright.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield browser
        browser.close()

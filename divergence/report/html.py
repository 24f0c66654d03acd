"""The report as one HTML page that asks nothing of any network and is readable without scripts."""

from __future__ import annotations

from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.page.view import prepare
from divergence.report.templates import render_template


def render_html(comparison: Comparison, presentation: Presentation) -> bytes:
    """The page in UTF-8."""
    return render_template("report.html", prepare(comparison), presentation.templates).encode("utf-8", "replace")


FORMAT = Format("html", "report.html", "the full report, one page that works offline", render_html)

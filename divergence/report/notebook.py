"""The disagreements as a piece of HTML for notebooks: a table that needs no script, style sheet or network."""

from __future__ import annotations

from divergence.model.comparison import Comparison
from divergence.report.page.view import prepare
from divergence.report.templates import render_template
from divergence.report.text import summary
from divergence.report.wording import read_words


def render_notebook(comparison: Comparison) -> str:
    """What a notebook shows for a comparison."""
    report = prepare(comparison)
    return render_template("notebook.html", report, summary=summary(report, read_words()))

"""Comparisons to bytes: one file per output format. To add one: write its file and name its record in ``FORMATS``."""

from __future__ import annotations

from divergence.errors import UsageError
from divergence.model.comparison import Comparison
from divergence.report import csv, html, json, markdown, parquet, pdf, text, xlsx
from divergence.report.ci import junit, sarif
from divergence.report.format import PAPERS, Format, Presentation

FORMATS: tuple[Format, ...] = (
    html.FORMAT,
    pdf.FORMAT,
    json.FORMAT,
    markdown.FORMAT,
    csv.FORMAT,
    xlsx.FORMAT,
    parquet.FORMAT,
    text.FORMAT,
    sarif.FORMAT,
    junit.FORMAT,
)


def output_format(name: str) -> Format:
    """The format of this name; a name that is none is a usage error that lists the names."""
    for known in FORMATS:
        if known.name == name:
            return known
    names = ", ".join(known.name for known in FORMATS)
    raise UsageError(f"There is no output format {name!r}; there are: {names}.")


def render(comparison: Comparison, format: str, presentation: Presentation | None = None) -> bytes:
    """One comparison as the bytes of a file: the same comparison always gives the same bytes."""
    return output_format(format).render(comparison, presentation or Presentation())


__all__ = ["FORMATS", "PAPERS", "Format", "Presentation", "output_format", "render"]

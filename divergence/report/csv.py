"""The disagreements as a table for spreadsheets: one line for each mention; no cell can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.page.findings import Card
from divergence.report.page.sources import Source
from divergence.report.page.view import prepare

COLUMNS = (
    "id", "number", "kind", "subject", "verdict", "severity", "confidence", "value", "stated",
    "source", "published", "speaker", "sentence", "path", "start", "end", "url",
    "decision", "explained_by", "reason", "decided_by", "decided_on",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")

Cell = str | int


def render_csv(comparison: Comparison, presentation: Presentation) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets ask for it), every text quoted; numbers stay numbers."""
    report = prepare(comparison)
    written = io.StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for finding in (*report.findings, *report.leads, *report.compatible):
        for row in _rows(finding):
            writer.writerow([safe_cell(cell) for cell in row])
    return written.getvalue().encode("utf-8-sig", "replace")


def safe_cell(cell: Cell) -> Cell:
    """A text that a spreadsheet would calculate gets an apostrophe before it; numbers are left alone."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _rows(finding: Card) -> Iterator[tuple[Cell, ...]]:
    about = (finding.id, finding.number, finding.kind, finding.subject, finding.verdict)
    weight = (finding.severity, finding.confidence)
    for reading in finding.readings:
        for quoted in reading.quotations:
            sentence = (quoted.value, *_named(quoted.source), quoted.speaker, quoted.text, quoted.source.path)
            place = (quoted.start, quoted.end, quoted.source.url)
            yield (*about, *weight, reading.value, *sentence, *place, *_decided(finding))
    for source in finding.silent:
        yield (*about, *weight, "", "", *_named(source), "", "", source.path, "", "", source.url, *_decided(finding))


def _decided(finding: Card) -> tuple[str, ...]:
    """What an editor decided: state, ground, reason, name and day."""
    decision = finding.decision
    if decision is None:
        return "", "", "", "", ""
    day = decision.when.iso if decision.when else ""
    return decision.state, decision.ground, decision.reason, decision.who, day


def _named(source: Source) -> tuple[str, str]:
    return source.label, source.published.iso if source.published else ""


FORMAT = Format("csv", "report.csv", "one line for each mention, for spreadsheets", render_csv)

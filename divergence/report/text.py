"""The disagreements as plain text for a terminal; nothing in an article can move the cursor or set a colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.page.findings import Card, ReadingView
from divergence.report.page.sources import Source
from divergence.report.page.view import Report, ShownReading, prepare
from divergence.report.visible import isolate
from divergence.report.wording import (
    Words,
    count,
    decision_line,
    reach,
    read_words,
    situation_line,
    witnesses,
    write_date,
)

_WIDTH = 100
_VALUE_WIDTH = 26
"""Columns of a line, and those in which values stand beside their sources."""
_SIGNS = {"high": "!!!", "medium": "!! ", "low": "!  "}


def render_text(comparison: Comparison, presentation: Presentation) -> bytes:
    """The report as lines of at most a hundred characters."""
    report, words = prepare(comparison), read_words(presentation.templates)
    return ("\n".join(_lines(report, words)) + "\n").encode("utf-8", "replace")


def _lines(report: Report, words: Words) -> Iterator[str]:
    yield from _wrap(report.title)
    yield from _wrap(summary(report, words))
    yield from _wrap(reach(words, [report.as_measured]))
    for notice in report.notices:
        about = f"{', '.join(map(isolate, notice.about))}: " if notice.about else ""
        yield from _wrap(f"{words['notices']['one']}: {about}{notice.message}")
    for finding in report.findings:
        yield ""
        yield from finding_lines(finding, words)
    yield from _leads(report, words)
    for claims in report.claims:
        yield ""
        yield from _wrap(f"{words['situation']['listed']}: {claims.subject} {situation_line(claims, words)}", "      ")
    if report.findings and report.compatible:
        yield ""
        yield count(len(report.compatible), words["summary"]["compatible"])
    if report.second:
        yield ""
        yield from _wrap(f"{words['second']['title']}: {tell_second(report.second, report, words)}")


def _leads(report: Report, words: Words) -> Iterator[str]:
    """What may be a disagreement, but not surely enough, each with the reason why it is not flagged."""
    if report.leads:
        yield ""
        yield from _wrap(f"{words['briefing']['leads']}. {words['passed']['leads']}:")
    for finding in report.leads:
        yield ""
        yield from finding_lines(finding, words)
        yield from _wrap(f"{words['finding']['why_not']}: {' '.join(finding.why)}", "      ", first="      ")


def tell_second(second: ShownReading, report: Report, words: Words) -> str:
    """What a language model had to do with the report, in a few sentences."""
    texts, found = words["second"], {name: report.found_by(name) for name in ("rules", "model", "both")}
    return " ".join(
        [
            texts["text"].format(model=second.model),
            texts["found"].format(**found, leads=len(report.leads)),
            texts["quotations"].format(given=second.quotations_given, found=second.quotations_found),
            texts["requests"].format(requests=second.requests, answered=second.answered),
            texts["calibration"].format(calibration=second.calibration),
        ]
    )


def summary(report: Report, words: Words) -> str:
    """One sentence: how much was compared and how much of it disagrees."""
    texts = words["summary"]
    compared = texts["compared" if report.texts == len(report.sources) else "compared_copies"].format(
        articles=count(len(report.sources), texts["articles"]),
        sources=count(report.outlets, texts["sources"]),
        texts=count(report.texts, texts["texts"]),
    )
    nothing = texts[report.nothing]
    found = count(len(report.findings), texts["disagreements"]) if report.findings else nothing
    high = report.of_severity("high")
    return f"{compared} {found}{count(high, texts['high']) if high and len(report.findings) > 1 else ''}."


def finding_lines(finding: Card, words: Words) -> Iterator[str]:
    """One disagreement: a heading, then one line for each value with everyone who gives it.

    What is only worth checking has no severity: it may be no disagreement.
    """
    sign, severity = _SIGNS.get(finding.severity, ""), words["severity"].get(finding.severity, finding.severity)
    if finding.verdict == "lead":
        sign, severity = "   ", ""
    by = words["finder"].get(finding.finder, finding.finder) if finding.finder else ""
    about = ", ".join(filter(None, (severity, f"{finding.confidence} %", by)))
    yield from _wrap(f"{sign} {finding.number}. {finding.subject}  [{about}]", "      ")
    for reading in finding.readings:
        yield from _reading_lines(reading, words)
    for label, told in told_beside(finding, words):
        yield from _wrap(f"{label}: {told}", "        ", first="      ")
    if finding.decision:
        yield from _columns(words["decision"]["title"], isolate(decision_line(finding.decision, words)))
    if finding.silent:
        names = ", ".join(isolate(source.label) for source in finding.silent)
        yield from _columns(words["finding"]["silent"], names)


def told_beside(finding: Card, words: Words) -> Iterator[tuple[str, str]]:
    """Whose figures differ and what may explain it, each with its label, as far as they are known."""
    if finding.situation:
        yield words["finding"]["whose"], situation_line(finding, words)
    if finding.explanation:
        yield words["finding"]["explained"], isolate(finding.explanation)


def _reading_lines(reading: ReadingView, words: Words) -> Iterator[str]:
    said = (_said(source, words) for source in reading.sources)
    yield from _columns(isolate(reading.value), ", ".join(said) + witnesses(reading, words))


def _said(source: Source, words: Words) -> str:
    dated = f" ({write_date(source.published, words)})" if source.published else ""
    return f"{isolate(source.label)}{dated}"


def _columns(left: str, right: str) -> Iterator[str]:
    """A value and its sources side by side, or one below the other where the value is long."""
    indent = " " * (6 + _VALUE_WIDTH + 1)
    if len(left) <= _VALUE_WIDTH:
        yield from _wrap(right, indent, first=f"      {left:<{_VALUE_WIDTH}} ")
    else:
        yield from _wrap(left, "      ", first="      ")
        yield from _wrap(right, indent, first=indent)


def _wrap(text: str, indent: str = "", first: str = "") -> list[str]:
    """The lines of a text; a figure and its per cent sign stay on one line."""
    lines = textwrap.wrap(
        text.replace(" %", "\N{NO-BREAK SPACE}%"), _WIDTH, initial_indent=first, subsequent_indent=indent
    )
    return [line.replace("\N{NO-BREAK SPACE}%", " %") for line in lines] or [first.rstrip()]


FORMAT = Format("text", "report.txt", "the disagreements as plain text", render_text)

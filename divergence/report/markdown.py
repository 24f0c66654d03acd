"""The disagreements as Markdown for pull requests and tickets; article text can inject no markup, link or mention."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.assess.sentence import sentence
from divergence.model.comparison import Comparison
from divergence.report.format import Format, Presentation
from divergence.report.page.findings import Card, QuotedPassage, ReadingView
from divergence.report.page.passages import plain
from divergence.report.page.view import Report, prepare
from divergence.report.text import summary, tell_second, told_beside
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

MOST_FINDINGS = 50
"""Findings shown; comments and step summaries have limits of size."""
_MOST_QUOTATIONS = 8
"""Quotations of one finding; the other reports have all."""
_SIGNS = {"high": "●●●", "medium": "●●○", "low": "●○○"}
_MARKUP = re.compile(r"[\\`*_{}\[\]|~^!]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
_TRIGGER = re.compile(r"(?<=[@#])(?=\w)|(?<=[wW]{3})(?=\.)|(?=://)|(?<=[gG][hH])(?=-\d)")


def escape(text: str) -> str:
    """A text that Markdown shows as it is.

    Marks that could be markup are escaped; a zero-width space keeps ``@name``, ``#12`` and addresses from becoming
    mentions and links, which the hosts of pull requests make even of escaped text.
    """
    return _TRIGGER.sub("\u200b", _MARKUP.sub(r"\\\g<0>", text).translate(_ENTITIES))


def render_markdown(comparison: Comparison, presentation: Presentation) -> bytes:
    """The report as GitHub-flavoured Markdown."""
    report, words = prepare(comparison), read_words(presentation.templates)
    return ("\n".join(_lines(report, words)) + "\n").encode("utf-8", "replace")


def _lines(report: Report, words: Words) -> Iterator[str]:
    yield f"## {escape(report.title)}"
    yield ""
    yield f"{escape(summary(report, words))}"
    yield ""
    yield f"{escape(reach(words, [report.as_measured]))}"
    yield from _notices(report, words)
    shown = report.findings[:MOST_FINDINGS]
    if shown:
        yield from _table(shown, words)
        yield from _evidence(shown, words)
    if len(report.findings) > len(shown):
        yield ""
        yield escape(count(len(report.findings) - len(shown), words["more"]["findings"]))
    if report.leads:
        yield from _leads(report.leads, words)
    for claims in report.claims:
        yield ""
        yield escape(f"{words['situation']['listed']}: {claims.subject} {situation_line(claims, words)}")
    if report.second:
        yield ""
        yield f"{escape(words['second']['title'])}: {escape(tell_second(report.second, report, words))}"
    yield ""
    yield f"<sub>{escape(words['method']['stance'])}</sub>"


def _notices(report: Report, words: Words) -> Iterator[str]:
    for notice in report.notices:
        about = f"<strong>{escape(', '.join(map(isolate, notice.about)))}:</strong> " if notice.about else ""
        yield ""
        yield f"> {escape(words['notices']['one'])}: {about}{escape(notice.message)}"


def _table(findings: tuple[Card, ...], words: Words) -> Iterator[str]:
    heads = words["table"]
    yield ""
    yield f"| {heads['fact']} | {heads['says']} | {heads['silent']} | {heads['severity']} |"
    yield "| --- | --- | --- | --- |"
    for finding in findings:
        said = "<br>".join(f"<strong>{escape(r.value)}</strong> {escape(_named(r, words))}" for r in finding.readings)
        silent = escape(", ".join(isolate(source.label) for source in finding.silent)) or "–"
        severity = words["severity"].get(finding.severity, finding.severity)
        sign = _SIGNS.get(finding.severity, "")
        decided = f"<br>{escape(_decided(finding, words))}" if finding.decision else ""
        yield f"| {escape(finding.subject)}{decided} | {said} | {silent} | {sign} {escape(severity)} |"


def _named(reading: ReadingView, words: Words) -> str:
    return ", ".join(isolate(source.label) for source in reading.sources) + witnesses(reading, words)


def _decided(finding: Card, words: Words) -> str:
    line = decision_line(finding.decision, words) if finding.decision else ""
    return f"{words['decision']['title']}: {isolate(line)}"


def _evidence(findings: tuple[Card, ...], words: Words) -> Iterator[str]:
    yield from _details(words["finding"]["evidence_all"], findings, words)


def _leads(leads: tuple[Card, ...], words: Words) -> Iterator[str]:
    """What may be a disagreement, but not surely enough, with the reason why it is not flagged."""
    yield from _details(f"{words['briefing']['leads']}: {words['passed']['leads']}", leads[:MOST_FINDINGS], words)
    if len(leads) > MOST_FINDINGS:
        yield ""
        yield escape(count(len(leads) - MOST_FINDINGS, words["more"]["leads"]))


def _details(title: str, findings: tuple[Card, ...], words: Words) -> Iterator[str]:
    """Findings with their sentences, folded away under a title."""
    yield ""
    yield f"<details><summary>{escape(title)}</summary>"
    for finding in findings:
        yield ""
        by = [sentence(words["finder"].get(finding.finder, finding.finder))] if finding.finder else []
        yield f"**{finding.number}. {escape(finding.subject)}** {escape(' '.join([*by, *finding.why]))}"
        for label, told in told_beside(finding, words):
            yield ""
            yield f"{escape(label)}: {escape(told)}"
        yield ""
        quotations = [quoted for reading in finding.readings for quoted in reading.quotations]
        for quoted in quotations[:_MOST_QUOTATIONS]:
            yield f"- {_quote(quoted, words)}"
        if len(quotations) > _MOST_QUOTATIONS:
            yield f"- {escape(count(len(quotations) - _MOST_QUOTATIONS, words['more']['quotations']))}"
    yield ""
    yield "</details>"


def _quote(quoted: QuotedPassage, words: Words) -> str:
    """A sentence with its value in bold, its source and its date."""
    parts = ((escape(plain(stretch)), stretch.value) for stretch in quoted.passage)
    sentence = "".join(f"<strong>{text}</strong>" if is_value else text for text, is_value in parts)
    published = quoted.source.published
    dated = f", {write_date(published, words)}" if published else ""
    return f"{escape(isolate(quoted.source.label) + dated)}: {sentence}"


FORMAT = Format("markdown", "report.md", "Markdown, for pull requests, tickets and chat", render_markdown)

"""A check as plain text for a terminal or a log."""

from __future__ import annotations

from divergence.model.decision import Standing
from divergence.model.finding import CheckResult, Finding
from divergence.report.ci.phrases import about, articles_by_id, confidence, missing, outcome, reach, reasons, sources
from divergence.report.ci.plain import clipped, safe_line
from divergence.report.ci.position import position
from divergence.report.visible import visible

_LONGEST_SENTENCE = 300
"""Characters of a sentence that a log shows."""


def _place(finding: Finding) -> str:
    article = articles_by_id(finding.story)[finding.primary.span.article]
    at = position(article, finding.primary)
    if at is None:
        return f"{article.path}:{finding.line}" if finding.line else article.path
    return f"{article.path}:{at.line}:{at.column}"


def _finding(finding: Finding) -> list[str]:
    divergence = finding.divergence
    lines = [f"{_place(finding)}: {about(finding)}sources differ"]
    for reading in divergence.readings:
        said = reading.mentions[0].sentence
        sentence = articles_by_id(finding.story)[said.article].text[said.start : said.end]
        lines.append(f"  {clipped(visible(reading.value), 60)}: {sources(reading, finding.story)}")
        lines.append(f"    | {clipped(visible(sentence), _LONGEST_SENTENCE)}")
    lines.append(f"  why: {reasons(finding)}")
    lines.append(f"  {confidence(finding)}, id {divergence.id}")
    if finding.standing is not Standing.NEW:
        lines.append(f"  {finding.standing} by the desk: {finding.note}")
    return [*lines, ""]


def render_check(result: CheckResult) -> bytes:
    """Findings with both sides, what could not be read, what to look after, the settings, and the result."""
    lines = [line for finding in result.findings for line in _finding(finding)]
    lines += [f"{missing(notice).lower()}: {notice.message}" for notice in result.unread]
    lines += [f"to review: {remark}" for remark in result.remarks]
    lines += [f"settings: {'; '.join(result.settings)}"] if result.settings else []
    lines += [reach(result), outcome(result)]
    return "".join(safe_line(line) + "\n" for line in lines).encode("utf-8", "backslashreplace")

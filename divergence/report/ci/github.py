"""Findings as GitHub annotations and as the Markdown of a step summary.

The runner shows 10 annotations of a level for a step and drops the rest without a word, so at most nine are given and
one that counts the others. A step summary may have 1 MiB.
"""

from __future__ import annotations

from divergence.model.comparison import Reading, Severity
from divergence.model.decision import Standing
from divergence.model.finding import LOST, NOT_ASKED, CheckResult, Finding
from divergence.model.text import Notice
from divergence.report.ci.phrases import (
    articles_by_id,
    confidence,
    headline,
    missing,
    outcome,
    plural,
    reach,
    reasons,
    sources,
    subject,
)
from divergence.report.ci.plain import clipped, markdown, safe_line
from divergence.report.ci.position import position
from divergence.report.visible import visible

MOST_OF_A_LEVEL = 9
LARGEST_SUMMARY = 1_000_000
_LONGEST_CELL = 300
"""GitHub shows ten annotations of a level, one of which names the rest, and takes a summary of one MiB."""
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "notice"}


def _data(text: str) -> str:
    """The text of a workflow command, as the runner decodes it; the older command form is broken up too."""
    return safe_line(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _command(level: str, text: str, **properties: str | int) -> str:
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{level}{' ' if given else ''}{given}::{_data(text)}"


def _place(finding: Finding) -> dict[str, str | int]:
    article = articles_by_id(finding.story)[finding.primary.span.article]
    at = position(article, finding.primary)
    if at is None:
        return {"file": article.path, **({"line": finding.line} if finding.line else {})}
    return {"file": article.path, "line": at.line, "endLine": at.end_line}


def _annotation(finding: Finding) -> str:
    text = f"{headline(finding)}. {reasons(finding)} {confidence(finding)}; id {finding.divergence.id}"
    title = f"Sources differ: {subject(finding)}"
    return _command(_LEVELS[finding.divergence.severity], text, **_place(finding), title=title)


def commands(result: CheckResult) -> list[str]:
    """Workflow commands, the weightiest first: new findings by level, then files that could not be read."""
    by_level: dict[str, list[str]] = {"error": [], "warning": [], "notice": []}
    for notice in result.unread:
        by_level["error"].append(_command("error", notice.message, file=notice.path or "", title=missing(notice)))
    for finding in result.findings:
        if finding.standing is Standing.NEW:
            by_level[_LEVELS[finding.divergence.severity]].append(_annotation(finding))
    lines: list[str] = []
    for level, group in by_level.items():
        lines += group[:MOST_OF_A_LEVEL]
        if len(group) > MOST_OF_A_LEVEL:
            more = f"{len(group) - MOST_OF_A_LEVEL} more: the step summary and the report have all."
            lines.append(_command(level, more, title="More findings"))
    return lines


def render_check(result: CheckResult) -> bytes:
    """What a step prints: its annotations and the result in one line."""
    return ("\n".join([*commands(result), safe_line(reach(result)), safe_line(outcome(result))]) + "\n").encode(
        "utf-8", "backslashreplace"
    )


def _cell(text: str) -> str:
    return markdown(clipped(visible(text), _LONGEST_CELL))


def _reading(reading: Reading, finding: Finding) -> str:
    """A value, who has it, and its words in their sentence."""
    said = reading.mentions[0].sentence
    sentence = articles_by_id(finding.story)[said.article].text[said.start : said.end]
    return f"**{_cell(reading.value)}** {_cell(sources(reading, finding.story))}: “{_cell(sentence)}”"


def _section(finding: Finding) -> list[str]:
    divergence = finding.divergence
    silent = [articles_by_id(finding.story)[a].label for a in divergence.silent]
    lines = [f"### {_cell(subject(finding))}", ""]
    lines += [f"- {_reading(reading, finding)}" for reading in divergence.readings]
    lines += [f"- Silent: {_cell(', '.join(silent))}"] if silent else []
    lines += ["", f"{_cell(reasons(finding))} {confidence(finding).capitalize()}. `{divergence.id}`", ""]
    return (
        lines if finding.standing is Standing.NEW else [*lines[:-1], f"{finding.standing}: {_cell(finding.note)}", ""]
    )


def _notice(notice: Notice) -> str:
    return f"- {markdown(notice.path + ': ' if notice.path else '')}{_cell(notice.message)}"


def _bullets(title: str, lines: list[str]) -> list[str]:
    return [f"### {title}", "", *lines, ""] if lines else []


def summary(result: CheckResult) -> str:
    """The result, each finding with both sides, and what could not be read; cut at a whole section."""
    head = ["## Where the sources differ", "", markdown(outcome(result)) + ".", "", markdown(reach(result)), ""]
    tail = _bullets("Not compared", [_notice(n) for n in result.unread if n.code in LOST])
    tail += _bullets("Second reading incomplete", [_notice(n) for n in result.unread if n.code in NOT_ASKED])
    tail += _bullets("To review", [f"- {_cell(remark)}" for remark in result.remarks])
    tail += _bullets("Settings that held", [f"- {_cell(setting)}" for setting in result.settings])
    room = LARGEST_SUMMARY - len("\n".join(head + tail).encode("utf-8", "replace"))
    body: list[str] = []
    for shown, finding in enumerate(result.findings):
        section = _section(finding)
        room -= len("\n".join(section).encode("utf-8", "replace")) + 1
        if room < 0:
            body += [f"{plural(len(result.findings) - shown, 'more finding')} in the report.", ""]
            break
        body += section
    return "\n".join([*head, *body, *tail])


def render_summary(result: CheckResult) -> bytes:
    """The step summary as bytes."""
    return summary(result).encode("utf-8", "backslashreplace")


def render_failure(message: str) -> bytes:
    """What a step prints where a check could not be made."""
    return (_command("error", message, title="Not checked") + "\n").encode("utf-8", "backslashreplace")


def render_failure_summary(message: str) -> bytes:
    """The same for the step summary."""
    return f"## Not checked\n\n{_cell(message)}\n".encode("utf-8", "backslashreplace")

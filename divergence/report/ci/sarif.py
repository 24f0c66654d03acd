"""Findings as SARIF 2.1.0, which GitHub code scanning and others show beside the lines of the article.

Limits are GitHub's: of one run 5,000 results are kept and 100 related locations shown, and the file may have 10 MB
compressed. Identity lies in the fingerprint alone, so that an edit elsewhere in an article makes nothing new.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from divergence.facts import FACT_TYPES, KINDS, FactType
from divergence.model.comparison import Comparison, Severity
from divergence.model.decision import Standing
from divergence.model.fact import Mention
from divergence.model.finding import CheckResult, Finding
from divergence.model.text import Notice, Story
from divergence.report.ci.phrases import about, articles_by_id, confidence, headline, plural, reach, reasons
from divergence.report.ci.plain import clipped
from divergence.report.ci.position import position, uri
from divergence.report.ci.whole import whole
from divergence.report.format import Format, Presentation
from divergence.report.visible import visible

MOST_RESULTS = 5_000
MOST_LOCATIONS = 100
_LONGEST_MESSAGE = 1_000
"""What code scanning shows: 5,000 results of a run, 100 related places of a result, 1,000 characters of a message."""
_PLACEHOLDER = re.compile(r"\{(\d+)\}")
"""What SARIF would fill with an argument (3.11.5)."""
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}


def _text(text: str) -> str:
    """Text of a message: nothing hidden, and ``[x](1)`` is no embedded link (SARIF 3.11.6)."""
    plain = clipped(visible(text), _LONGEST_MESSAGE)
    escaped = plain.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return _PLACEHOLDER.sub(r"{{\1}}", escaped)


def _rule(known: FactType) -> dict[str, Any]:
    kind, about = known.kind, known.about
    return {
        "id": f"divergence/{kind}",
        "name": f"Divergence{kind.title()}",
        "shortDescription": {"text": f"Sources differ on {about}"},
        "fullDescription": {"text": f"Two or more articles of one story give different values for {about}."},
        "help": {
            "text": "Read both sentences and decide. If both may stand, keep the finding with: divergence accept ID "
            '--reason "…". If it is a false alarm: divergence reject ID --reason "…". '
            "The tool does not say which source is right."
        },
        "properties": {"tags": ["news", "divergence", str(kind)]},
    }


def _region(story: Story, mention: Mention, source: Finding | None) -> dict[str, Any]:
    """The words in their file; of a page those of its source that show them, where a finding tells, else its start."""
    at = position(articles_by_id(story)[mention.span.article], mention)
    snippet = {"snippet": {"text": visible(mention.text)}}
    if at is None and source and source.line:
        first, last = source.columns
        columns = {"startColumn": first, "endColumn": last} if last else {}
        return {"startLine": source.line, **columns, **snippet}
    if at is None:
        return {"startLine": 1, **snippet}
    ends = {"endLine": at.end_line, "endColumn": at.end_column}
    return {"startLine": at.line, "startColumn": at.column, **ends, **snippet}


def _location(story: Story, mention: Mention, source: Finding | None = None) -> dict[str, Any]:
    address = uri(articles_by_id(story)[mention.span.article].path)
    base = {} if address.startswith("file:") else {"uriBaseId": "%SRCROOT%"}
    return {
        "physicalLocation": {"artifactLocation": {"uri": address, **base}, "region": _region(story, mention, source)}
    }


def _related(finding: Finding) -> list[dict[str, Any]]:
    articles = articles_by_id(finding.story)
    return [
        {
            "id": number,
            **_location(finding.story, mention),
            "message": {"text": _text(f"{articles[mention.span.article].label}: {mention.text}")},
        }
        for number, mention in enumerate(finding.others[:MOST_LOCATIONS], 1)
    ]


def _message(finding: Finding) -> str:
    """Everything in one text, the other sources linked to what they say; without links where they make it too long."""
    rest = f"{reasons(finding)} {confidence(finding)}. Id: {finding.divergence.id}"
    linked = f"{_linked_headline(finding)}. {_text(rest)}"
    return linked if len(linked) <= _LONGEST_MESSAGE else _text(f"{headline(finding)}. {rest}")


def _linked_headline(finding: Finding) -> str:
    """``Soldiers killed: 5 ([The Herald](1)) or 23 (Morning Post)``: a number stands for a related location."""
    articles = articles_by_id(finding.story)
    numbers = {m.span: number for number, m in reversed([*enumerate(finding.others[:MOST_LOCATIONS], 1)])}
    told = []
    for reading in finding.divergence.readings:
        names: dict[str, str] = {}
        for mention in reading.mentions:
            label, number = _text(articles[mention.span.article].label), numbers.get(mention.span)
            names.setdefault(mention.span.article, f"[{label}]({number})" if number else label)
        told.append(f"{_text(reading.value)} ({', '.join(dict.fromkeys(names.values()))})")
    return _text(about(finding).rstrip()) + " " + " or ".join(told)


def _identity(digest: str) -> dict[str, str]:
    """What makes two results one across runs; code scanning reads the first key alone."""
    return {"primaryLocationLineHash": digest, "divergence/v1": digest}


def _result(finding: Finding) -> dict[str, Any]:
    divergence = finding.divergence
    rule = f"divergence/{divergence.kind}"
    digest = hashlib.sha256(finding.fingerprint.encode("utf-8", "backslashreplace")).hexdigest()
    return {
        "ruleId": rule,
        "ruleIndex": KINDS.index(divergence.kind),
        "level": _LEVELS[divergence.severity],
        "rank": round(100 * divergence.confidence, 1),
        "message": {"text": _message(finding)},
        "locations": [_location(finding.story, finding.primary, finding)],
        "relatedLocations": _related(finding),
        "partialFingerprints": _identity(digest),
        "properties": {"id": divergence.id, "story": visible(finding.story.id), "fails": finding.fails},
    }


def _more(left_out: int, finding: Finding) -> dict[str, Any]:
    """The one result that stands for all beyond the limit."""
    return {
        "ruleId": f"divergence/{finding.divergence.kind}",
        "level": "warning",
        "message": {"text": f"{plural(left_out, 'more disagreement')} left out here; the JSON report has all."},
        "locations": [_location(finding.story, finding.primary)],
        "partialFingerprints": _identity("more"),
    }


def _results(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    if len(findings) <= MOST_RESULTS:
        return [_result(f) for f in findings]
    kept = findings[: MOST_RESULTS - 1]
    return [*(_result(f) for f in kept), _more(len(findings) - len(kept), findings[len(kept)])]


def _notification(notice: Notice, unread: bool) -> dict[str, Any]:
    where = [{"physicalLocation": {"artifactLocation": {"uri": uri(notice.path)}}}] if notice.path else []
    return {
        "level": "error" if unread else "note",
        "descriptor": {"id": notice.code},
        "message": {"text": _text(notice.message)},
        **({"locations": where} if where else {}),
    }


def render_check(result: CheckResult) -> bytes:
    """A check as one SARIF file with one run; notices are notifications.

    What the desk accepted or rejected is left out: services count a suppressed result as an open one.
    """
    unread = result.unread
    driver = {
        "name": "divergence",
        "version": result.tool or "0",
        "informationUri": "https://pypi.org/project/source-divergence/",
        "rules": [_rule(known) for known in FACT_TYPES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": [_notification(n, n in unread) for n in result.notices],
            }
        ],
        "results": _results(tuple(f for f in result.findings if f.standing is Standing.NEW)),
        "properties": {
            "reach": reach(result),
            "pipeline": result.pipeline,
            "settings": [visible(s) for s in result.settings],
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def render(comparison: Comparison, presentation: Presentation) -> bytes:
    """All disagreements of one story as SARIF."""
    return render_check(whole(comparison))


FORMAT = Format("sarif", "report.sarif", "SARIF 2.1.0, for code scanning", render)

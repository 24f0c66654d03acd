"""Findings as GitLab Code Quality JSON, which merge requests show beside the lines of the article."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from divergence.model.comparison import Severity
from divergence.model.decision import Standing
from divergence.model.finding import CheckResult, Finding
from divergence.model.text import Notice
from divergence.report.ci.phrases import articles_by_id, confidence, headline, reasons
from divergence.report.ci.plain import clipped
from divergence.report.ci.position import first_line
from divergence.report.visible import visible

_LEVELS = {Severity.HIGH: "critical", Severity.MEDIUM: "major", Severity.LOW: "minor"}
_LONGEST = 1_000
"""Characters of a description; GitLab shows it in one line."""


def _entry(finding: Finding) -> dict[str, Any]:
    article = articles_by_id(finding.story)[finding.primary.span.article]
    text = f"{headline(finding)}. {reasons(finding)} {confidence(finding)}; id {finding.divergence.id}"
    return {
        "description": clipped(visible(text), _LONGEST),
        "check_name": f"divergence/{finding.divergence.kind}",
        "fingerprint": hashlib.sha256(finding.fingerprint.encode("utf-8", "backslashreplace")).hexdigest(),
        "severity": _LEVELS[finding.divergence.severity],
        "location": {"path": visible(article.path.removeprefix("./")), "lines": {"begin": first_line(finding) or 1}},
    }


def _unread(notice: Notice) -> dict[str, Any]:
    """A file that could not be read blocks: nothing can be said about it."""
    path = visible(notice.path or "")
    return {
        "description": clipped(visible(notice.message), _LONGEST),
        "check_name": f"divergence/{notice.code}",
        "fingerprint": hashlib.sha256(f"{notice.code} {path}".encode()).hexdigest(),
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def render_check(result: CheckResult) -> bytes:
    """A check as GitLab's list of issues."""
    new = [_entry(f) for f in result.findings if f.standing is Standing.NEW]
    return (json.dumps([_unread(n) for n in result.unread] + new, ensure_ascii=False, indent=1) + "\n").encode()

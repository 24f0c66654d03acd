"""GitLab Code Quality: the fields that merge requests need."""

from __future__ import annotations

import json

from check_results import ACCEPTED, UNREAD, check_result, finding, hostile

from divergence.report.ci.gitlab import render_check


def test_an_issue_has_what_gitlab_needs() -> None:
    (issue,) = json.loads(render_check(check_result(finding())))
    assert issue["location"] == {"path": "input/border-talks/post.txt", "lines": {"begin": 3}}
    assert issue["severity"] == "critical"
    assert issue["check_name"] == "divergence/number"
    assert len(issue["fingerprint"]) == 64
    assert issue["description"].startswith("Soldiers killed: 5 (The Herald) or 23 (Morning Post)")


def test_what_the_desk_decided_is_left_out_and_an_unread_file_blocks() -> None:
    (issue,) = json.loads(render_check(check_result(finding(**ACCEPTED), notices=(UNREAD,))))
    assert issue["severity"] == "blocker"


def test_hidden_characters_are_shown() -> None:
    (issue,) = json.loads(render_check(check_result(hostile("a\u202eb\x1b[0m"))))
    assert "\u202e" not in issue["description"]
    assert "U+202E" in issue["description"]

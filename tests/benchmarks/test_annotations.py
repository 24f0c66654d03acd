"""Annotations travel without their texts and find them again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.annotations import ANNOTATIONS, known_texts, letters, pack_story, rejoin_story
from benchmarks.seeded import STORIES

FOLDERS = sorted(
    path.parent
    for path in STORIES.glob("*/gold.json")
    if {article.suffix for article in (path.parent / "articles").iterdir()} <= {".txt", ".toml"}
)


@pytest.mark.parametrize("folder", FOLDERS[:6], ids=lambda folder: folder.name)
def test_a_story_is_the_same_after_both_ways(folder: Path, tmp_path: Path) -> None:
    packed = json.loads(json.dumps(pack_story(folder)))
    assert rejoin_story(packed, known_texts((folder / "articles").glob("*.txt")), tmp_path)
    before = json.loads((folder / "gold.json").read_text())["facts"]
    after = json.loads((tmp_path / packed["id"] / "gold.json").read_text())["facts"]
    assert [f["verdict"] for f in after] == [f["verdict"] for f in before]
    for old, new in zip(before, after, strict=True):
        assert len(old["readings"]) == len(new["readings"])
        for one, other in zip(old["readings"], new["readings"], strict=True):
            assert letters(other["span"]).digest == letters(one["span"]).digest
            assert other["span"] in other["sentence"]
        groups = {(one["value"], other["value"]) for one, other in zip(old["readings"], new["readings"], strict=True)}
        assert len(groups) == len({value for value, _ in groups}) == len({value for _, value in groups})


def test_other_spaces_and_marks_are_the_same_text_and_other_words_are_not() -> None:
    assert letters("“Five” boats\n\nsank.").digest == letters('"Five"  boats sank').digest
    assert letters("Five boats sank.").digest != letters("Nine boats sank.").digest


def test_a_story_with_a_text_that_is_not_there_is_not_written(tmp_path: Path) -> None:
    packed = pack_story(FOLDERS[0])
    assert not rejoin_story(packed, {}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_published_holds_no_word_of_an_article() -> None:
    stories = json.loads(ANNOTATIONS.read_text())["stories"]
    assert len(stories) > 100
    kinds: set[str] = set()
    for story in stories:
        assert set(story) == {"id", "articles", "facts"}
        assert all(len(digest) == 64 for digest in story["articles"])
        for fact in story["facts"]:
            kinds |= {fact["kind"], fact["verdict"], fact["explained_by"]}
            for reading in fact["readings"]:
                assert set(reading) == {"article", "sentence", "span", "value"}
                assert all(isinstance(n, int) for n in (*reading["sentence"], *reading["span"], reading["value"]))
    words = "number money percent duration date ordinal age place person organisation role quote attribution event "
    assert kinds <= set((words + "conflict compatible variant none scope time definition").split())

"""Stories that tell one happening in the same words are held out together, and never learnt from meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from divergence.ingest.story import load_story
from divergence.model.text import Story

folds = pytest.importorskip("training.gate.folds", reason="needs the training extra")
train = pytest.importorskip("training.gate.train", reason="needs the training extra")
annotations = pytest.importorskip("training.gate.annotations", reason="needs the training extra")

Make = Callable[..., Story]
COPY = tuple(
    f"The ferry to Arvenholm stayed in its harbour for {days} days because the ice had grown too thick, its owner said."
    for days in ("two", "three", "four", "five", "six", "seven")
)


@pytest.fixture
def story(tmp_path: Path) -> Make:
    def make(name: str, *sentences: str) -> Story:
        (tmp_path / name).mkdir()
        own = f"Nobody but the correspondent of {name} has ever written this long sentence about the ferry."
        (tmp_path / name / "a.txt").write_text("\n".join((own, *sentences)) + "\n", encoding="utf-8")
        return load_story([tmp_path / name])

    return make


def prepared(story: Story) -> Any:
    return train.Prepared(story, annotations.Annotated(Path("here"), ()), (), (), ())


def test_stories_with_nothing_in_common_take_the_folds_in_turn(story: Make) -> None:
    assert folds.folds_of([story(n) for n in "abcde"], 2) == (0, 1, 0, 1, 0)


def test_stories_with_more_than_two_sentences_in_common_are_one_fold(story: Make) -> None:
    told = [story("a", *COPY[:3]), story("b"), story("c"), story("d", *(s.upper() for s in COPY[:3]))]
    assert folds.folds_of(told, 2) == (0, 1, 0, 0)


def test_two_sentences_in_common_or_short_ones_are_no_matter(story: Make) -> None:
    short = ("It was cold.", "He left.", "No one was hurt.")
    told = [story("a", *COPY[:2], *short), story("b", *COPY[:2], *short)]
    assert folds.folds_of(told, 2) == (0, 1)


def test_what_stands_in_many_stories_is_of_the_outlet(story: Make) -> None:
    assert folds.folds_of([story(n, *COPY[:3]) for n in "abcd"], 9) == (0, 0, 0, 0)
    assert folds.folds_of([story(n, *COPY[:3]) for n in "efghi"], 9) == (0, 1, 2, 3, 4)


def test_a_twin_of_a_twin_is_held_out_with_the_first(story: Make) -> None:
    told = [story("a", *COPY[:3]), story("b"), story("c", *COPY[3:]), story("d", *COPY)]
    assert folds.firsts(told) == (0, 1, 0, 0)


def test_a_judged_twin_of_a_story_held_out_is_not_learnt_from(story: Make) -> None:
    annotated = [prepared(story("a", *COPY[:3])), prepared(story("b"))]
    judged = [prepared(story("c", *COPY[:3])), prepared(story("d"))]
    (first, held), (second, rest) = train.splits(annotated, judged, 2)
    assert held == [0]
    assert first == [annotated[1], judged[1]]
    assert rest == [1]
    assert second == [annotated[0], *judged]


def test_twins_are_held_out_in_one_fold(story: Make) -> None:
    told = [prepared(s) for s in (story("a", *COPY[:3]), story("b", *COPY[:3]), story("c"), story("d"))]
    (first, held), (second, rest) = train.splits(told, (), 2)
    assert (held, first) == ([0, 1, 2], [told[3]])
    assert (rest, second) == ([3], told[:3])

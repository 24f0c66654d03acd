"""Both sides of a quarrel in both articles, and parts beside their whole, are no disagreement between the articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.comparison import Verdict
from divergence.model.fact import Kind
from divergence.model.text import Story
from divergence.pipeline import compare


def numbers(story: Callable[..., Story], *texts: str) -> list[set[str]]:
    found = compare(story(*texts)).divergences
    return [{r.value for r in d.readings} for d in found if d.verdict is Verdict.CONFLICT and d.kind is Kind.NUMBER]


def test_two_claimants_in_both_articles(story: Callable[..., Story]) -> None:
    ours = "The army said 70 rebels were killed in the fighting on Friday. The rebels put the number at 12."
    theirs = "The rebels said 12 of them were killed in the fighting on Friday. The army claimed 70 were killed."
    assert numbers(story, ours, theirs) == []
    assert numbers(story, ours.split(". ")[0] + ".", theirs.split(". ")[0] + ".") == [{"70", "12"}]


@pytest.mark.parametrize(
    "whole",
    [
        "The collapse injured 26 workers on Friday, six of them badly, the port said.",
        "The collapse injured 26 workers on Friday, including six welders, the port said.",
    ],
)
def test_a_part_told_beside_its_whole(story: Callable[..., Story], whole: str) -> None:
    assert numbers(story, whole, "The collapse injured six workers badly on Friday, the port said.") == []


def test_a_count_that_is_no_part_of_the_other_is_flagged(story: Callable[..., Story]) -> None:
    whole = "The collapse injured 26 workers on Friday, the port said."
    part = "The collapse injured six workers on Friday, the port said."
    assert numbers(story, whole, part) == [{"26", "6"}]


@pytest.mark.parametrize(
    ("none", "some"),
    [
        (
            "No one was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "There were no casualties in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
        (
            "A single worker was killed in the collapse on Friday, the port said.",
            "Three workers were killed in the collapse on Friday, the port said.",
        ),
    ],
)
def test_none_and_a_single_one_are_counts(story: Callable[..., Story], none: str, some: str) -> None:
    assert len(numbers(story, none, some)) == 1


@pytest.mark.parametrize(
    ("none", "some"),
    [
        ("No one else was killed in the collapse on Friday.", "Three workers were killed in the collapse on Friday."),
        ("No arrests have been made after the collapse.", "Two foremen were arrested after the collapse."),
    ],
)
def test_none_besides_and_none_yet_are_no_disagreement(story: Callable[..., Story], none: str, some: str) -> None:
    assert numbers(story, none, some) == []


def test_dead_or_wounded_agrees_with_no_count_of_dead(story: Callable[..., Story]) -> None:
    ours = "The collapse on Friday left 19 workers dead or wounded, the port said."
    theirs = "The collapse on Friday left 19 workers dead, the port said."
    assert not [a for a in compare(story(ours, theirs)).agreements if a.kind is Kind.NUMBER]
    assert [a for a in compare(story(theirs, theirs)).agreements if a.kind is Kind.NUMBER]

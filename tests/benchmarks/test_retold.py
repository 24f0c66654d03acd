"""Contradictions in two newsrooms' words: the situations are what they say, and no fewer are found than before."""

from __future__ import annotations

from collections import Counter

from benchmarks.retold import outcome, situations

FLAGGED, WORTH_CHECKING, OTHERS = 18, 25, 1
"""What was found when this was written, of 120; more other flags than this come in no 180 situations."""


def test_each_contradiction_stands_in_its_own_article_alone() -> None:
    everything = list(situations())
    assert Counter((s.set, s.differ is None) for s in everything) == {
        ("tried", False): 60,
        ("tried", True): 30,
        ("fresh", False): 60,
        ("fresh", True): 30,
    }
    for situation in everything:
        if situation.differ is not None:
            left, right = situation.differ
            assert left in situation.left, situation.name
            assert right in situation.right, situation.name
            assert left not in situation.right, situation.name
            assert right not in situation.left, situation.name


def test_no_fewer_are_found_and_no_more_is_flagged_beside_them() -> None:
    found: Counter[str] = Counter()
    for situation in situations():
        result, others = outcome(situation)
        found[result] += 1
        found["other"] += others
    assert found["flagged"] >= FLAGGED
    assert found["flagged"] + found["lead"] >= FLAGGED + WORTH_CHECKING
    assert found["other"] <= OTHERS

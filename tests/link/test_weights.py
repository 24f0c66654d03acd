"""The readable file of trees and what a score of it means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.link.comparisons import COMPARISONS
from divergence.link.levels import codes_of
from divergence.link.pairs import Pair
from divergence.link.rivals import refit
from divergence.link.weights import (
    Tree,
    Weights,
    calibrated,
    probability,
    read_tree,
    read_weights,
    score,
    scores,
    shipped,
)

TREE = ["head", "same", ["outcome", "same", 1.5, 0.5], -1.0]


def test_a_tree_asks_its_questions_in_turn() -> None:
    forest = (read_tree(TREE),)
    assert score(forest, {"head": "same", "outcome": "same"}) == 1.5
    assert score(forest, {"head": "same", "outcome": "other"}) == 0.5
    assert score(forest, {"head": "other", "outcome": "same"}) == -1.0
    assert score(forest, {}) == -1.0


AT_LEAST_SHARED = ("qualifiers", "at least shared", 1.0, -1.0)


@pytest.mark.parametrize(
    ("level", "expected"), [("same", 1.0), ("shared", 1.0), ("half said", -1.0), ("unsaid", -1.0), ("other", -1.0)]
)
def test_a_level_is_reached_by_itself_and_by_better_ones(level: str, expected: float) -> None:
    levels = {"qualifiers": level}
    assert score((AT_LEAST_SHARED,), levels) == expected
    assert scores((AT_LEAST_SHARED,), codes_of([levels])).tolist() == [expected]


def test_what_is_not_asked_reaches_no_level_and_an_unknown_level_is_reached_by_none() -> None:
    unknown = ("qualifiers", "at least no such level", 1.0, -1.0)
    assert score((AT_LEAST_SHARED,), {}) == -1.0
    assert scores((AT_LEAST_SHARED,), codes_of([{}])).tolist() == [-1.0]
    assert score((unknown,), {"qualifiers": "same"}) == -1.0
    assert scores((unknown,), codes_of([{"qualifiers": "same"}])).tolist() == [-1.0]


def test_the_sum_over_trees() -> None:
    assert score((read_tree(TREE), 0.25), {"head": "same", "outcome": "same"}) == 1.75


def test_shipped_weights_ask_only_questions_that_are_asked() -> None:
    beside = "prose passage kind fit rank rivals witness support stated scope ratio times places when meaning".split()
    known = {c.name for c in COMPARISONS} | {*beside, "meaning lead"}

    def questions(tree: Tree) -> set[str]:
        return {tree[0]} | questions(tree[2]) | questions(tree[3]) if isinstance(tree, tuple) else set()

    weights = shipped()
    assert set().union(*map(questions, weights.fit)) <= known
    assert set().union(*map(questions, weights.decision)) <= known
    looks_at_values = {"ratio", "scope", "witness", "support"}
    assert not set().union(*map(questions, weights.fit)) & looks_at_values


def test_confidence_rises_with_the_score() -> None:
    points = [y for _, y in shipped().calibration]
    assert points == sorted(points)
    assert 0 <= points[0] <= points[-1] <= 1


@given(st.floats(-50, 50))
@settings(max_examples=50)
def test_confidence_is_a_share(log_odds: float) -> None:
    weights = Weights((), (), 0.5, 0.2, 0.0, ((-2.0, 0.1), (0.0, 0.5), (2.0, 0.9)))
    assert 0.1 <= calibrated(weights, log_odds) <= 0.9


def test_between_two_points_the_line_is_straight() -> None:
    weights = Weights((), (), 0.5, 0.2, 0.0, ((-2.0, 0.1), (0.0, 0.5)))
    assert calibrated(weights, -1.0) == pytest.approx(0.3)


def test_a_file_is_read_as_it_was_written() -> None:
    text = (
        '{"version": "1", "threshold": 0.3, "threshold_high": 0.1, "quotation": 0.5,'
        ' "calibration": [[0, 0.5]], "fit": [0.5], "decision": [["head", "same", 1, -1]]}'
    )
    assert read_weights(text).decision == (("head", "same", 1.0, -1.0),)


def test_pairs_are_weighed_by_the_levels_that_were_learnt_from(pairs_of: Callable[..., tuple[Pair, ...]]) -> None:
    """Learning weighs pairs a second time; a level that is only known then would never have been seen when judging."""
    pairs = pairs_of(
        "The blast killed 12 people and wounded 30 in Herat on Monday. “We heard two shots,” Karim Daoud, 34, said.",
        "The blast killed 17 people and wounded 41 in Balkh on Sunday. “We heard three shots,” Karim Daoud, 36, said.",
    )
    again = {(p.left.mention, p.right.mention): p for p in refit(pairs, shipped().fit)}
    assert len(again) == len(pairs) > 5
    for pair in pairs:
        other = again[pair.left.mention, pair.right.mention]
        assert (pair.fit, pair.levels) == (other.fit, other.levels)


@pytest.mark.parametrize(
    ("score", "share"), [(-9.0, 0.1), (-5.0, 0.1), (-2.0, 0.3), (1.0, 0.5), (1.5, 0.7), (9.0, 0.9)]
)
def test_a_share_lies_between_the_nearest_points(score: float, share: float) -> None:
    points = ((-5.0, 0.1), (1.0, 0.5), (2.0, 0.9))
    assert calibrated(Weights((), (), 0.5, 0.5, calibration=points), score) == pytest.approx(share)


@pytest.mark.parametrize(("log_odds", "share"), [(0.0, 0.5), (30.0, 1.0), (-30.0, 0.0), (1e6, 1.0), (-1e6, 0.0)])
def test_log_odds_without_bounds_are_a_share(log_odds: float, share: float) -> None:
    assert probability(log_odds) == pytest.approx(share, abs=1e-12)
    assert probability(-1e6) == probability(-30.0) > 0

"""Average link."""

from __future__ import annotations

from divergence.group.clusters import average_link


def test_a_chain_is_no_group() -> None:
    assert average_link(4, {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.9}, 0.5) == [[0, 1], [2, 3]]
    assert average_link(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.6}, 0.5) == [[0, 1, 2]]


def test_a_pair_at_the_cut_is_joined_and_one_below_is_not() -> None:
    assert average_link(2, {(0, 1): 0.5}, 0.5) == [[0, 1]]
    assert average_link(2, {(0, 1): 0.49}, 0.5) == [[0], [1]]


def test_groups_that_are_given_grow_and_are_never_joined() -> None:
    scores = {(0, 1): 0.1, (0, 2): 1.0, (1, 2): 1.0, (2, 3): 1.0, (3, 4): 0.9}
    assert average_link(5, scores, 0.5, [[0, 1], [2]]) == [[0, 1], [2, 3], [4]]
    assert average_link(5, scores, 0.5) == [[0, 1, 2], [3, 4]]


def test_no_pair_no_group() -> None:
    assert average_link(2, {}, 0.5) == [[0], [1]]

"""Disjoint sets that grow together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from divergence.model.sets import DisjointSets

NUMBERS = st.integers(0, 12)


def test_what_is_joined_through_others_is_one_set_known_by_its_first() -> None:
    sets = DisjointSets("cabd".index)
    assert sets.join("a", "b") == "a"
    assert sets.join("b", "c") == "c"
    assert sets.join("a", "c") == "c"
    assert {sets.find(m) for m in "abc"} == {"c"}
    assert sets.members("b") == ["a", "b", "c"]
    assert sets.members("d") == ["d"]
    assert sets.among("dbca") == (("d",), ("b", "c", "a"))


@given(st.lists(st.tuples(NUMBERS, NUMBERS)))
def test_two_are_in_one_set_where_a_chain_of_pairs_joins_them(pairs: list[tuple[int, int]]) -> None:
    sets = DisjointSets(lambda number: number)
    colours = list(range(13))
    for a, b in pairs:
        sets.join(a, b)
        colours = [colours[a] if c == colours[b] else c for c in colours]
    for a in range(13):
        assert set(sets.members(a)) == {b for b in range(13) if colours[a] == colours[b]}
        assert sets.find(a) == min(sets.members(a))

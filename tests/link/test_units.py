"""Pairs to units: one unit a fact, repeated readings joined, facts that an article tells apart kept apart."""

from __future__ import annotations

from collections.abc import Callable

from divergence.link.pairs import Pair
from divergence.link.units import build_units, readings_of

Pairs = Callable[..., tuple[Pair, ...]]


def conflicts(pairs: tuple[Pair, ...], *values: str) -> dict[int, float]:
    """Indices of the conflicting pairs whose texts start with these words, all with one score."""
    return {
        i: 1.0
        for i, p in enumerate(pairs)
        if p.conflicts and p.left.mention.text.startswith(values) and p.right.mention.text.startswith(values)
    }


def test_an_agreeing_article_joins_the_unit(pairs_of: Pairs) -> None:
    pairs = pairs_of(
        "The blast killed 12 people in the harbour.",
        "The blast killed 17 people in the harbour.",
        "The blast killed 17 people in the harbour on Monday.",
    )
    (unit,) = build_units(conflicts(pairs, "12", "17"), pairs, pairs)
    assert {m.span.article for m in unit.mentions} == {"A", "B", "C"}
    assert {value: len(found) for value, found in readings_of(unit.mentions).items()} == {"12": 1, "17": 2}


def test_two_groups_that_one_article_tells_apart_stay_two_units(pairs_of: Pairs) -> None:
    pairs = pairs_of(
        "The fighting killed 12 soldiers and 40 rebels.",
        "The fighting killed 17 soldiers and 55 rebels.",
    )
    units = build_units(conflicts(pairs, "12", "17", "40", "55"), pairs, ())
    values = [set(readings_of(u.mentions)) for u in units]
    assert {"12", "40"} not in [v & {"12", "40"} for v in values]


def test_nothing_flagged_gives_no_unit(pairs_of: Pairs) -> None:
    pairs = pairs_of("The blast killed 12 people.", "The blast killed 12 people.")
    assert build_units({}, pairs, pairs) == ()

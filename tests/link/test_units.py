"""Pairs to units: one unit a fact, repeated readings joined, facts that an article tells apart kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pairs import count, made, pair

from divergence.facts.names.organisation import Bodies
from divergence.link.pairs import Pair
from divergence.link.units import Unit, build_units, crosses, readings_of, with_frames
from divergence.model.fact import Hedge, Kind, Mention

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


def at(article: str, number: int, head: str = "sailor", start: int = 0) -> Mention:
    return count(number, head, article, start)


def told(units: tuple[Unit, ...]) -> list[str]:
    """Whose figures each unit has."""
    return [" ".join(f"{m.span.article}{m.text.split()[0]}" for m in u.mentions) for u in units]


def built(flagged: list[tuple[Mention, Mention]], joining: list[tuple[Mention, Mention]]) -> list[str]:
    """Units of flagged pairs, the likeliest first, and of pairs that state one value."""
    pairs = [pair(*two) for two in flagged]
    return told(build_units({i: -float(i) for i in range(len(pairs))}, pairs, [pair(*two) for two in joining]))


A12, B17, C17, D17 = at("A", 12), at("B", 17), at("C", 17), at("D", 17)
BOATS = at("A", 30, "boat", 90)


@pytest.mark.parametrize(
    ("flagged", "joining", "units"),
    [
        ([(A12, B17)], [], ["A12 B17"]),
        ([(A12, B17)], [(B17, C17)], ["A12 B17 C17"]),
        ([(A12, B17)], [(C17, B17), (C17, D17)], ["A12 B17 C17 D17"]),
        ([(A12, B17)], [(C17, D17)], ["A12 B17"]),
        ([(A12, B17)], [(B17, at("C", 18))], ["A12 B17"]),
        ([(A12, B17), (A12, C17)], [], ["A12 B17 C17"]),
        ([(A12, B17), (A12, C17), (B17, A12)], [], ["A12 B17 C17"]),
        ([(A12, B17), (BOATS, at("B", 17, "boat", 90))], [], ["A12 B17", "A30 B17"]),
        ([(A12, B17), (BOATS, B17)], [], ["A12 B17"]),
        ([(A12, B17)], [(B17, at("A", 17, "boat", 90))], ["A12 B17"]),
        ([(A12, B17)], [(B17, at("A", 17, "sailor", 90))], ["A12 B17 A17"]),
        ([(A12, B17), (BOATS, C17)], [(B17, C17)], ["A12 A30 B17 C17"]),
    ],
)
def test_a_unit_is_all_that_is_said_of_one_fact(
    flagged: list[tuple[Mention, Mention]], joining: list[tuple[Mention, Mention]], units: list[str]
) -> None:
    found = built(flagged, joining)
    assert [sorted(u.split()) for u in found] == [sorted(u.split()) for u in units]


def test_the_likeliest_pair_decides_a_unit() -> None:
    pairs = [pair(A12, B17), pair(A12, C17), pair(at("A", 30, start=90), at("D", 40, start=90))]
    units = build_units({0: 0.5, 1: 2.0, 2: 1.0}, pairs, ())
    assert [(u.deciding, u.score, u.pairs) for u in units] == [
        (pairs[1], 2.0, (pairs[1], pairs[0])),
        (pairs[2], 1.0, (pairs[2],)),
    ]


@pytest.mark.parametrize(
    ("left", "right", "crossing"),
    [
        (A12, BOATS, True),
        (A12, at("A", 30, "sailor", 90), False),
        (A12, at("B", 30, "boat", 90), False),
        (A12, at("A", 12, "boat", 90), False),
        (A12, count(30, "sailor", start=90, outcome="killed"), True),
    ],
)
def test_two_values_that_one_article_tells_of_two_things_stay_apart(
    left: Mention, right: Mention, crossing: bool
) -> None:
    assert crosses([left], [right]) is crossing


def unit(*mentions: Mention) -> Unit:
    one = pair(mentions[0], mentions[1])
    return Unit(mentions, one, 0.0, (one,))


def framed(first: Unit, units: list[Unit], joining: list[tuple[Mention, Mention]]) -> list[str]:
    return told(with_frames([first], units, [pair(*two) for two in joining]))


B12, A17 = at("B", 12, start=90), at("A", 17, start=90)


@pytest.mark.parametrize(
    ("units", "joining", "found"),
    [
        ([], [], ["A12 B17"]),
        ([], [(B17, C17)], ["A12 B17 C17"]),
        ([], [(C17, B17)], ["A12 B17 C17"]),
        ([], [(B17, at("C", 18))], ["A12 B17"]),
        ([], [(C17, D17)], ["A12 B17"]),
        ([unit(B17, at("C", 19))], [], ["A12 B17 C19"]),
        ([unit(C17, at("D", 19))], [], ["A12 B17", "C17 D19"]),
        ([], [(A12, B12)], ["A12 B17 B12"]),
        ([], [(B12, A12), (B17, A17)], ["A12 A17 B17 B12"]),
        ([], [(A12, at("B", 12, "boat", 90))], ["A12 B17"]),
        ([], [(A12, count(12, "sailor", "B", 90, outcome="killed"))], ["A12 B17"]),
    ],
)
def test_a_frame_takes_in_what_else_states_its_fact(
    units: list[Unit], joining: list[tuple[Mention, Mention]], found: list[str]
) -> None:
    assert framed(unit(A12, B17), units, joining) == found


def test_what_has_no_head_or_is_a_name_is_not_told_to_contradict_itself() -> None:
    bare = [at(a, n, "", s) for a, n, s in (("A", 12, 0), ("B", 17, 0), ("B", 12, 90))]
    assert framed(unit(*bare[:2]), [], [(bare[0], bare[2])]) == ["A12 B17"]
    names = [
        made(name, Bodies((name,)), Kind.ORGANISATION, a, s, head="port")
        for a, name, s in (("A", "Holm", 0), ("B", "Berg", 0), ("B", "Holm", 90))
    ]
    (found,) = with_frames([unit(*names[:2])], [], [pair(names[0], names[2])])
    assert found.mentions == tuple(names[:2])


def test_one_value_is_one_reading_however_it_is_printed() -> None:
    holm, norland, again = (
        made(text, Bodies((text,)), Kind.ORGANISATION, a)
        for text, a in (("Norland Bank", "A"), ("Norland Bank", "B"), ("Holm Bank", "C"))
    )
    assert [len(found) for found in readings_of([again, norland, holm]).values()] == [2, 1]
    longer = made("Norland Bank Group", Bodies(("Norland Bank Group",)), Kind.ORGANISATION, "D")
    assert {n: len(found) for n, found in readings_of([holm, longer, again]).items()} == {
        "Norland Bank": 2,
        "Holm Bank": 1,
    }


def test_a_bound_is_no_other_bound() -> None:
    said = [
        replace(count(20, article=a), hedge=hedge)
        for a, hedge in (("A", Hedge.AT_LEAST), ("B", Hedge.MORE_THAN), ("C", Hedge.AT_LEAST))
    ]
    assert {value: [m.span.article for m in of] for value, of in readings_of(said).items()} == {
        "at least 20": ["A", "C"],
        "more than 20": ["B"],
    }

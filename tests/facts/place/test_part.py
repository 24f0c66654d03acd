"""Which part of a territory the words around its name tell, on sentences tagged by hand; the name stands in braces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.place.part import holds_next, is_side, part_after, part_before, parts_differ, vector
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]


def place(tagged: Tagged, written: str) -> tuple[Parsed, int, int]:
    """A sentence, with the first token of the name in braces and one past its last."""
    before, rest = written.split("{")
    inside, after = rest.split("}")
    first = len([word for word in before.split() if word not in ("|", "¶")])
    return tagged(f"{before} {inside} {after}"), first, first + len(inside.split())


BEFORE = [
    # a side right before the name
    ("in/IN northern/JJ {Orvane/NNP} there/RB", "northern", "northern Orvane"),
    ("northern/JJ {Orvane/NNP} there/RB", "northern", "northern Orvane"),
    ("in/IN south/JJ ~-/HYPH ~eastern/JJ {Orvane/NNP}", "southeastern", "south-eastern Orvane"),
    ("in/IN south/JJ -/HYPH eastern/JJ {Orvane/NNP}", "eastern", "eastern Orvane"),
    ("in/IN central/JJ {Orvane/NNP}", "central", "central Orvane"),
    ("in/IN rural/JJ {Orvane/NNP}", "", "Orvane"),
    ("{Orvane/NNP} there/RB", "", "Orvane"),
    ("northern/JJ | {Orvane/NNP} there/RB", "", "Orvane"),
    ("northern/JJ and/CC southern/JJ {Orvane/NNP}", "", "Orvane"),
    ("northern/JJ or/CC southern/JJ {Orvane/NNP}", "", "Orvane"),
    ("rural/JJ and/CC southern/JJ {Orvane/NNP}", "southern", "southern Orvane"),
    ("and/CC southern/JJ {Orvane/NNP}", "southern", "southern Orvane"),
    ("northern/JJ but/CC southern/JJ {Orvane/NNP}", "southern", "southern Orvane"),
    # the course of a river, which only a preposition makes a side
    ("in/IN upper/JJ {Orvane/NNP}", "upper", "upper Orvane"),
    ("saw/VBD upper/JJ {Orvane/NNP}", "", "Orvane"),
    ("upper/JJ {Orvane/NNP}", "", "Orvane"),
    ("in/IN | upper/JJ {Orvane/NNP}", "", "Orvane"),
    # a side of the name
    ("in/IN the/DT south/NN of/IN {Orvane/NNP}", "southern", "the south of Orvane"),
    ("the/DT south/NN of/IN {Orvane/NNP}", "southern", "the south of Orvane"),
    ("south/NN of/IN {Orvane/NNP}", "", "Orvane"),
    ("just/RB south/NN of/IN {Orvane/NNP}", "", "Orvane"),
    ("the/DT | south/NN of/IN {Orvane/NNP}", "", "Orvane"),
    ("the/DT south/NN in/IN {Orvane/NNP}", "", "Orvane"),
    ("the/DT south/NN of/IN the/DT {Orvane/NNP}", "southern", "the south of the Orvane"),
    ("the/DT south/NN of/IN a/DT {Orvane/NNP}", "", "Orvane"),
    ("the/DT northern/JJ part/NN of/IN {Orvane/NNP}", "northern", "the northern part of Orvane"),
    ("the/DT northern/JJ mayor/NN of/IN {Orvane/NNP}", "", "Orvane"),
    ("the/DT north/NN ~-/HYPH ~west/NN of/IN {Orvane/NNP}", "northwestern", "the north-west of Orvane"),
    ("the/DT central/JJ part/NN of/IN {Orvane/NNP}", "central", "the central part of Orvane"),
    ("the/DT old/JJ part/NN of/IN {Orvane/NNP}", "", "Orvane"),
    # who holds it
    ("rebel/NN ~-/HYPH ~held/VBN {Orvane/NNP}", "rebel-held", "rebel-held Orvane"),
    ("in/IN rebel/NN ~-/HYPH ~held/VBN {Orvane/NNP}", "rebel-held", "rebel-held Orvane"),
    ("rebel/NN ~-/HYPH ~held/VBN {town/NN}", "", "town"),
    ("rebel/NN ~-/HYPH ~built/VBN {Orvane/NNP}", "", "Orvane"),
    ("rebel/NN long/RB held/VBN {Orvane/NNP}", "", "Orvane"),
    ("rebel/NN | -/HYPH held/VBN {Orvane/NNP}", "", "Orvane"),
    ("the/DT Vesk/JJ ~-/HYPH ~run/VBN part/NN of/IN {Orvane/NNP}", "Vesk-run", "Vesk-run part of Orvane"),
    (
        "the/DT Vesk/JJ ~-/HYPH ~run/VBN sector/NN of/IN the/DT {Orvane/NNP}",
        "Vesk-run",
        "Vesk-run sector of the Orvane",
    ),
    ("the/DT Vesk/JJ ~-/HYPH ~run/VBN mayor/NN of/IN {Orvane/NNP}", "", "Orvane"),
    ("the/DT Vesk/JJ ~-/HYPH ~run/VBN part/NN in/IN {Orvane/NNP}", "", "Orvane"),
    ("part/NN | of/IN {Orvane/NNP}", "", "Orvane"),
]


@pytest.mark.parametrize(("written", "part", "words"), BEFORE)
def test_a_part_before_the_name(tagged: Tagged, written: str, part: str, words: str) -> None:
    parsed, first, last = place(tagged, written)
    start, found = part_before(parsed, first)
    assert (found, parsed.text(start, last)) == (part, words)


AFTER = [
    ("part/NN of/IN {Orvane/NNP} administered/VBN by/IN Vesk/NNP there/RB", "Vesk-administered", 3),
    ("part/NN of/IN {Orvane/NNP} administered/VBN by/IN the/DT Vesk/NNP there/RB", "Vesk-administered", 4),
    ("part/NN of/IN {Orvane/NNP} administered/VBN by/IN rebels/NNS there/RB", "rebel-administered", 3),
    ("part/NN of/IN {Orvane/NNP} that/WDT is/VBZ now/RB held/VBN by/IN Vesk/NNP", "Vesk-held", 6),
    ("part/NN of/IN {Orvane/NNP} administered/VBN near/IN Vesk/NNP there/RB", "", 0),
    ("part/NN of/IN {Orvane/NNP} seen/VBN by/IN Vesk/NNP there/RB", "", 0),
    ("part/NN of/IN {Orvane/NNP} administered/VBN by/IN 40/CD there/RB", "", 0),
    ("part/NN of/IN {Orvane/NNP} under/IN Vesk/JJ control/NN there/RB", "Vesk-held", 3),
    ("part/NN of/IN {Orvane/NNP} ,/, under/IN Vesk/JJ rule/NN there/RB", "Vesk-held", 4),
    ("part/NN of/IN {Orvane/NNP} under/IN Vesk/JJ water/NN there/RB", "", 0),
    ("part/NN of/IN {Orvane/NNP} over/IN Vesk/JJ control/NN there/RB", "", 0),
    ("part/NN of/IN {Orvane/NNP}", "", 0),
    ("mayor/NN of/IN {Orvane/NNP} administered/VBN by/IN Vesk/NNP there/RB", "", 0),
    ("of/IN {Orvane/NNP} administered/VBN by/IN Vesk/NNP there/RB", "", 0),
    ("{Orvane/NNP} administered/VBN by/IN Vesk/NNP there/RB", "", 0),
]


@pytest.mark.parametrize(("written", "part", "more"), AFTER)
def test_a_part_behind_the_name(tagged: Tagged, written: str, part: str, more: int) -> None:
    parsed, first, last = place(tagged, written)
    assert part_after(parsed, first, last) == (last + more, part)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{Vesk/NNP} ~-/HYPH ~held/VBN Orvane/NNP", True),
        ("{Vesk/NNP} ~-/HYPH ~built/VBN Orvane/NNP", False),
        ("{Vesk/NNP} long/RB held/VBN Orvane/NNP", False),
        ("{Vesk/NNP} ~-/HYPH", False),
        ("{Vesk/NNP}", False),
    ],
)
def test_a_name_may_only_say_who_holds_the_next_place(tagged: Tagged, written: str, expected: bool) -> None:
    parsed, _, last = place(tagged, written)
    assert holds_next(parsed, last) is expected


@pytest.mark.parametrize(
    ("left", "right", "differ"),
    [
        ("northern", "southern", True),
        ("northern", "northern", False),
        ("northern", "north", False),
        ("northern", "northeastern", False),
        ("north-eastern", "northeastern", False),
        ("northern", "eastern", True),
        ("northeastern", "southeastern", True),
        ("northern", "central", True),
        ("central", "central", False),
        ("upper", "lower", True),
        ("upper", "upper", False),
        ("upper", "northern", False),
        ("northern", "lower", False),
        ("rebel-held", "army-held", True),
        ("rebel-held", "rebel-run", False),
        ("Indian-administered", "India-held", False),
        ("Indian-administered", "Pakistan-held", True),
        ("northern", "rebel-held", False),
        ("rebel-held", "northern", False),
    ],
)
def test_two_parts_of_one_territory(left: str, right: str, differ: bool) -> None:
    assert parts_differ(left, right) is differ


def test_sides_and_their_steps() -> None:
    assert [is_side(w) for w in ("North-East", "central", "lower", "rural")] == [True, True, True, False]
    assert [vector(w) for w in ("northeastern", "south", "west", "central")] == [(1, 1), (0, -1), (-1, 0), (0, 0)]

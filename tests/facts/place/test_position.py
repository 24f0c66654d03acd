"""How far and which way from a place, on sentences tagged by hand; the place stands in braces."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from divergence.facts.place.position import acts, position_before
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]


def place(tagged: Tagged, written: str) -> tuple[Parsed, int, int]:
    before, rest = written.split("{")
    inside, after = rest.split("}")
    first = len([word for word in before.split() if word not in ("|", "¶")])
    return tagged(f"{before} {inside} {after}"), first, first + len(inside.split())


POSITIONS = [
    # a side, told by one word
    ("so/RB {Vesk/NNP}", "Vesk", {}),
    ("{Vesk/NNP} fell/VBD", "Vesk", {}),
    ("the/DT {Vesk/NNP} fell/VBD", "Vesk", {}),
    ("in/IN {Vesk/NNP}", "Vesk", {}),
    ("near/IN {Vesk/NNP}", "near Vesk", {"relation": "near"}),
    ("near/IN the/DT old/JJ {Vesk/NNP}", "near the old Vesk", {"relation": "near"}),
    ("near/IN its/PRP$ port/NN {Vesk/NNP}", "near its port Vesk", {"relation": "near"}),
    ("near/IN boats/NNS {Vesk/NNP}", "Vesk", {}),
    ("near/IN | {Vesk/NNP}", "Vesk", {}),
    ("just/RB outside/IN {Vesk/NNP}", "outside Vesk", {"relation": "outside"}),
    ("close/RB to/TO {Vesk/NNP}", "close to Vesk", {"relation": "near"}),
    ("went/VBD to/TO {Vesk/NNP}", "Vesk", {}),
    ("five/CD miles/NNS off/IN {Vesk/NNP}", "five miles off Vesk", {"relation": "off", "distance": "8.046720"}),
    # a direction and a distance
    ("so/RB west/RB of/IN {Vesk/NNP}", "west of Vesk", {"relation": "from", "direction": "west"}),
    ("west/RB of/IN {Vesk/NNP}", "west of Vesk", {"relation": "from", "direction": "west"}),
    ("just/RB west/RB of/IN {Vesk/NNP}", "just west of Vesk", {"relation": "from", "direction": "west"}),
    ("the/DT west/NN of/IN {Vesk/NNP}", "west of Vesk", {"relation": "from", "direction": "west"}),
    ("just/RB | west/RB of/IN {Vesk/NNP}", "west of Vesk", {"relation": "from", "direction": "west"}),
    ("so/RB north-west/RB from/IN {Vesk/NNP}", "north-west from Vesk", {"relation": "from", "direction": "northwest"}),
    ("the/DT mayor/NN of/IN {Vesk/NNP}", "Vesk", {}),
    ("the/DT northerner/NN of/IN {Vesk/NNP}", "Vesk", {}),
    ("of/IN {Vesk/NNP}", "Vesk", {}),
    (
        "some/DT 25/CD km/NN from/IN {Vesk/NNP}",
        "25 km from Vesk",
        {"relation": "from", "direction": "", "distance": "25"},
    ),
    ("25km/CD from/IN {Vesk/NNP}", "25km from Vesk", {"relation": "from", "direction": "", "distance": "25"}),
    (
        "1,250/CD m/NN from/IN {Vesk/NNP}",
        "1,250 m from Vesk",
        {"relation": "from", "direction": "", "distance": "1.250"},
    ),
    (
        "2/CD miles/NNS west/RB of/IN {Vesk/NNP}",
        "2 miles west of Vesk",
        {"relation": "from", "direction": "west", "distance": "3.218688"},
    ),
    (
        "34/CD miles/NNS (/( ~55/CD km/NN ~)/) west/RB of/IN {Vesk/NNP}",
        "34 miles (55 km) west of Vesk",
        {"relation": "from", "direction": "west", "distance": "54.717696"},
    ),
    ("miles/NNS west/RB of/IN {Vesk/NNP}", "west of Vesk", {"relation": "from", "direction": "west"}),
    ("12/CD boats/NNS from/IN {Vesk/NNP}", "Vesk", {}),
    ("some/DT km/NN from/IN {Vesk/NNP}", "Vesk", {}),
    # its edge
    ("the/DT outskirts/NNS of/IN {Vesk/NNP}", "outskirts of Vesk", {"relation": "near"}),
    ("the/DT southern/JJ outskirts/NNS of/IN {Vesk/NNP}", "southern outskirts of Vesk", {"relation": "near"}),
    ("southern/JJ | outskirts/NNS of/IN {Vesk/NNP}", "outskirts of Vesk", {"relation": "near"}),
]


@pytest.mark.parametrize(("written", "words", "fields"), POSITIONS)
def test_a_position(tagged: Tagged, written: str, words: str, fields: dict[str, str]) -> None:
    parsed, first, last = place(tagged, written)
    start, found = position_before(parsed, first, built=False)
    told = {k: str(v) if isinstance(v, Decimal) else v for k, v in found.items() if v is not None}
    assert (parsed.text(start, last), told) == (words, fields)


def test_only_a_building_is_said_to_be_stood_in(tagged: Tagged) -> None:
    parsed, first, _ = place(tagged, "inside/IN the/DT {hospital/NN}")
    assert position_before(parsed, first, built=True) == (first, {"relation": "in"})
    assert position_before(parsed, first, built=False) == (first, {})


@pytest.mark.parametrize(
    ("written", "does"),
    [
        ("was/VBD fined/VBN by/IN a/DT {bank/NN}", True),
        ("fined/VBN by/IN a/DT {bank/NN}", True),
        ("was/VBD fined/VBN near/IN a/DT {bank/NN}", False),
        ("was/VBD fined/VBN by/IN a/DT {bridge/NN}", False),
        ("was/VBD parked/VBN by/IN a/DT {bank/NN}", False),
        ("he/PRP walked/VBD by/IN a/DT {bank/NN}", False),
        ("he/PRP has/VBZ fined/VBN by/IN a/DT {bank/NN}", False),
        ("he/PRP has/VBZ been/VBN fined/VBN by/IN a/DT {bank/NN}", True),
        ("has/VBZ a/DT b/NN c/NN fined/VBN by/IN a/DT {bank/NN}", True),
        ("fined/VBN | by/IN a/DT {bank/NN}", False),
        ("boats/NNS by/IN a/DT {bank/NN}", False),
    ],
)
def test_a_building_that_is_a_body_does_something(tagged: Tagged, written: str, does: bool) -> None:
    parsed, first, last = place(tagged, written)
    assert acts(parsed, first - 2, last) is does

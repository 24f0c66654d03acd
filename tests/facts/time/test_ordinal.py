"""How far a noun may stand from the ordinal that orders it, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.time.ordinal import ORDINAL
from divergence.language.parsed import Parsed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the/DT third/JJ round/NN", ["third round"]),
        ("the/DT third/JJ a/JJ b/JJ c/JJ d/JJ e/JJ round/NN", ["third a b c d e round"]),
        ("the/DT third/JJ a/JJ b/JJ c/JJ d/JJ e/JJ f/JJ round/NN", []),
        ("the/DT third/JJ wet/JJ mill/NN round/NN", ["third wet mill round"]),
        ("the/DT third/JJ of/IN round/NN", []),
        ("the/DT third/JJ ,/, round/NN", []),
        ("the/DT third/JJ ~-/HYPH ~wet/JJ round/NN", ["third-wet round"]),
        ("the/DT third/JJ | round/NN", []),
        ("the/DT third/JJ/amod/5 of/IN a/DT b/NN round/NN", ["third of a b round"]),
        ("the/DT third/JJ/amod/9 of/IN a/DT b/NN c/NN d/NN e/NN f/NN round/NN", []),
    ],
)
def test_the_noun_that_is_ordered(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    assert [m.text for m in ORDINAL.find(tagged(f"{written} ./."))] == expected


@pytest.mark.parametrize(
    ("word", "printed"),
    [
        ("first", "1st"),
        ("second", "2nd"),
        ("third", "3rd"),
        ("11th", "11th"),
        ("12th", "12th"),
        ("13th", "13th"),
        ("14th", "14th"),
        ("21st", "21st"),
        ("111th", "111th"),
        ("twelfth", "12th"),
        ("twentieth", "20th"),
        ("hundredth", "100th"),
    ],
)
def test_an_order_is_printed(tagged: Callable[..., Parsed], word: str, printed: str) -> None:
    (found,) = ORDINAL.find(tagged(f"the/DT {word}/JJ round/NN came/VBD ./."))
    assert ORDINAL.phrase(found) == printed

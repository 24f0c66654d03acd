"""Names that a pipeline left out or cut short, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from divergence.language.found_names import Labelled, bodies, overlooked, repeated, surnames_of, words_of
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]
Names = Sequence[Labelled]


def words(parsed: Parsed, found: Iterator[Labelled]) -> list[str]:
    return [f"{parsed.text(first, last)} {label}" for first, last, label in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the/DT Dolm/NNP Party/NNP won/VBD", ["Dolm Party"]),
        ("the/DT Party/NNP won/VBD", []),
        ("the/DT Dolm/NNP party/NN won/VBD", []),
        ("the/DT Dolm/NNP Party/NN won/VBD", []),
        ("the/DT Dolm/NNP | Party/NNP won/VBD", []),
        ("the/DT British/JJ Party/NNP won/VBD", ["British Party"]),
        ("the/DT Old/JJ Party/NNP won/VBD", []),
        ("the/DT Dolm/NNP Party/NNP British/JJ won/VBD", ["Dolm Party"]),
        ("the/DT May/NNP Party/NNP won/VBD", []),
        ("the/DT Dolm/NNP School/NNP won/VBD", []),
        ("the/DT Dolm/NNP Motors/NNPS won/VBD", ["Dolm Motors"]),
        ("the/DT Dolm/NNP DKR/NNP won/VBD", ["Dolm DKR"]),
        ("the/DT Dolm/NNP DK/NNP won/VBD", []),
        ("the/DT Dolm/NNP DKRTV/NNP won/VBD", ["Dolm DKRTV"]),
        ("the/DT Dolm/NNP DKRTVW/NNP won/VBD", []),
        ("the/DT DOLM/NNP DKR/NNP won/VBD", []),
        ("the/DT British/NNP DKR/NNP won/VBD", []),
        ("the/DT Dolm/NNP VAT/NNP won/VBD", []),
        ("the/DT Dolm/NNP ~,/, Inc/NNP ~./. won/VBD", ["Dolm, Inc."]),
        ("the/DT Dolm/NNP ~,/, Inc/NNP ./. won/VBD", ["Dolm, Inc"]),
        ("the/DT Dolm/NNP ~,/, Party/NNP won/VBD", []),
        ("the/DT Dolm/NNP &/CC Vesk/NNP Party/NNP won/VBD", ["Dolm & Vesk Party"]),
        ("the/DT Dolm/NNP ~-/HYPH ~Vesk/NNP Party/NNP won/VBD", ["Dolm-Vesk Party"]),
        ("the/DT Dolm/NNP -/HYPH Vesk/NNP Party/NNP won/VBD", ["Vesk Party"]),
        ("the/DT Dolm/NNP ~-/HYPH ~vesk/NN Party/NNP won/VBD", []),
        ("the/DT Bank/NNP of/IN Dolm/NNP won/VBD", ["Bank of Dolm"]),
        ("the/DT Bank/NNP for/IN Dolm/NNP won/VBD", ["Bank for Dolm"]),
        ("the/DT Bank/NNP in/IN Dolm/NNP won/VBD", []),
        ("the/DT Bank/NNP of/IN the/DT Vesk/NNP won/VBD", ["Bank of the Vesk"]),
        ("the/DT Bank/NNP of/IN dolm/NN won/VBD", []),
        ("the/DT Bank/NNP of/IN", []),
        ("the/DT Tailors/NNPS of/IN Dolm/NNP won/VBD", []),
        ("the/DT Council/NNP of/IN Economic/JJ Advisers/NNS won/VBD", ["Council of Economic Advisers"]),
        ("the/DT Council/NNP of/IN May/NNP won/VBD", []),
        ("the/DT Council/NNP of/IN Trade/NNP and/CC Labour/NNP won/VBD", ["Council of Trade and Labour"]),
        ("the/DT Council/NNP of/IN Trade/NNP and/CC labour/NN won/VBD", ["Council of Trade"]),
        ("the/DT Council/NNP of/IN Trade/NNP and/CC", ["Council of Trade"]),
        ("the/DT Council/NNP of/IN Trade/NNP or/CC Labour/NNP won/VBD", ["Council of Trade"]),
        ("the/DT Council/NNP of/IN Trade/NNP and/CC Norway/NNP won/VBD", ["Council of Trade"]),
        ("the/DT Council/NNP of/IN Norway/NNP and/CC Labour/NNP won/VBD", ["Council of Norway"]),
        ("the/DT Council/NNP of/IN the/DT Trade/NNP and/CC Labour/NNP won/VBD", ["Council of the Trade"]),
        ("the/DT Dolm/NNP Party/NNP and/CC the/DT Vesk/NNP Union/NNP won/VBD", ["Dolm Party", "Vesk Union"]),
    ],
)
def test_bodies_say_so(tagged: Tagged, written: str, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, bodies(parsed.tokens)) == [f"{name} ORG" for name in expected]


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("He/PRP met/VBD Emily/NNP Dolm/NNP there/RB", set(), ["Emily Dolm PERSON"]),
        ("He/PRP met/VBD Emily/NNP Dolm/NNP there/RB", {2}, []),
        ("He/PRP met/VBD Emily/NNP there/RB", set(), []),
        ("He/PRP met/VBD Emily/NNP A/NNP B/NNP Dolm/NNP there/RB", set(), []),
        ("He/PRP met/VBD Emily/NNP Vesk/NNP Dolm/NNP there/RB", set(), ["Emily Vesk Dolm PERSON"]),
        ("He/PRP met/VBD Emily/NNP Dolm4/NNP there/RB", set(), []),
        ("He/PRP met/VBD Emily/NNP Dolm-Vesk/NNP there/RB", set(), ["Emily Dolm-Vesk PERSON"]),
        ("He/PRP met/VBD Vesk/NNP Dolm/NNP there/RB", set(), []),
        ("He/PRP met/VBD Vesk/NNP Dolm/NNP/flat/2 there/RB", set(), ["Vesk Dolm PERSON"]),
        ("He/PRP met/VBD Vesk/NNP Dolm/NNP/flat/1 there/RB", set(), []),
        ("He/PRP met/VBD Vesk/NNP Norway/NNP/flat/2 there/RB", set(), []),
        ("He/PRP met/VBD President/NNP Dolm/NNP there/RB", set(), ["Dolm PERSON"]),
        ("He/PRP met/VBD President/NNP there/RB", set(), []),
        ("He/PRP met/VBD Norway/NNP there/RB", set(), ["Norway GPE"]),
        ("He/PRP met/VBD Norwegian/JJ men/NNS", set(), ["Norwegian NORP"]),
        ("He/PRP met/VBD Norwegian/JJ men/NNS", {2}, []),
        ("He/PRP met/VBD Norwegians/NNS there/RB", set(), ["Norwegians NORP"]),
        ("He/PRP met/VBD Norwegian/VB men/NNS", set(), []),
        ("He/PRP met/VBD Emily/NNP | Dolm/NNP left/VBD", set(), []),
        ("Norway/NNP left/VBD", set(), ["Norway GPE"]),
    ],
)
def test_overlooked_names(tagged: Tagged, written: str, taken: set[int], expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, overlooked(parsed.tokens, taken)) == expected


FULL = "with/IN Emily/NNP Dolm/NNP Jr./NNP there/RB | Then/RB Dolm/NNP and/CC Emily/NNP left/VBD"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([(1, 4, "PERSON")], ["Dolm PERSON"]),
        ([(1, 3, "PERSON")], ["Dolm PERSON"]),
        ([(1, 4, "ORG")], []),
        ([(2, 4, "PERSON")], []),
        ([(1, 2, "PERSON")], []),
        ([(1, 4, "PERSON"), (6, 7, "GPE")], []),
    ],
)
def test_a_surname_alone_is_its_bearer(tagged: Tagged, names: Names, expected: list[str]) -> None:
    parsed = tagged(FULL)
    assert words(parsed, repeated(parsed.tokens, names)) == expected
    assert surnames_of(parsed.tokens, names[:1]) == (
        {"dolm"} if names[0][2] == "PERSON" and names[0][:2] in ((1, 4), (1, 3)) else set()
    )


def test_words_are_joined_as_printed(tagged: Tagged) -> None:
    parsed = tagged("Dolm/NNP ~-/HYPH ~Vesk/NNP Party/NNP")
    assert words_of(parsed.tokens, 0, 4) == "Dolm-Vesk Party"
    assert words_of(parsed.tokens, 3, 4) == "Party"

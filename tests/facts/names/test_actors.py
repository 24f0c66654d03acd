"""Countries that act, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names.actors import joins, parties
from divergence.language.parsed import Parsed

ACTING = [
    ("so/RB Norway/NNP/nsubj/2 attacked/VBD Chad/NNP/obj/2", ["Norway Norway"]),
    ("so/RB Norway/NNP/nsubj/2 urged/VBD Chad/NNP/obj/2", ["Norway Norway", "Chad Chad"]),
    ("so/RB they/PRP left/VBD Norway/NNP/obj/2 there/RB", []),
    ("so/RB Norway/NNP signed/VBD it/PRP", ["Norway Norway"]),
    ("so/RB Norway/NNP signs/VBZ it/PRP", ["Norway Norway"]),
    ("so/RB Norway/NNP signed/VBN it/PRP", []),
    ("so/RB Norway/NNP/nsubj/3 's/POS army/NN", []),
    ("so/RB Kabul/NNP/nsubj/2 refused/VBD it/PRP", ["Kabul Afghanistan"]),
    ("so/RB Natchez/NNP/nsubj/2 refused/VBD it/PRP", []),
    ("so/RB Emily/NNP Vesk/NNP/nsubj/3 refused/VBD it/PRP", []),
    ("the/DT mediation/NN of/IN Norway/NNP failed/NN", ["Norway Norway"]),
    ("the/DT mediation/NN of/IN the/DT Norway/NNP failed/NN", ["Norway Norway"]),
    ("the/DT coast/NN of/IN Norway/NNP failed/NN", []),
    ("of/IN Norway/NNP failed/NN", []),
    ("the/DT mediation/NN of/IN Norway/NNP and/CC Chad/NNP failed/NN", ["Norway Norway", "Chad Chad"]),
    ("the/DT mediation/NN of/IN Norway/NNP ,/, Chad/NNP and/CC Kabul/NNP failed/NN", ["Norway Norway", "Chad Chad"]),
    ("the/DT mediation/NN of/IN Norway/NNP near/IN Chad/NNP failed/NN", ["Norway Norway"]),
    ("a/DT lawsuit/NN against/IN Norway/NNP failed/NN", ["Norway Norway"]),
    ("a/DT lawsuit/NN against/IN the/DT Norway/NNP failed/NN", ["Norway Norway"]),
    ("a/DT lawsuit/NN in/IN Norway/NNP/nsubj/4 failed/VBD", []),
    ("a/DT lawsuit/NN by/IN Norway/NNP failed/NN", ["Norway Norway"]),
    ("Norwegian/JJ mediators/NNS left/VBD", ["Norwegian Norway"]),
    ("Norwegian/JJ tailors/NNS left/VBD", []),
    ("Norwegian/JJ and/CC Chadian/JJ mediators/NNS left/VBD", ["Norwegian Norway", "Chadian Chad"]),
    ("Norwegian/JJ senior/JJ old/JJ tired/JJ kind/JJ big/JJ mediators/NNS left/VBD", ["Norwegian Norway"]),
    ("Norwegian/JJ senior/JJ old/JJ tired/JJ kind/JJ big/JJ sad/JJ mediators/NNS left/VBD", []),
    ("Norwegian/JJ left/VBD the/DT mediators/NNS", []),
    ("in/IN Chad/NNP and/CC Norway/NNP/nsubj/4 left/VBD", []),
    ("in/IN Chad/NNP ,/, Norway/NNP/nsubj/4 left/VBD", ["Norway Norway"]),
    ("in/IN Chad/NNP or/CC the/DT Norway/NNP/nsubj/5 left/VBD", []),
    ("Norway/NNP/nsubj/1 left/VBD", ["Norway Norway"]),
    ("so/RB left/VBD Norway/NNP/nsubj/1", ["Norway Norway"]),
]


@pytest.mark.parametrize(("written", "expected"), ACTING)
def test_which_names_stand_for_parties(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    parsed = tagged(f"{written} ./.")
    assert [f"{parsed.tokens[at].text} {country}" for at, country in parties(parsed).items()] == expected


@pytest.mark.parametrize(
    ("words", "list_ends"),
    [("and", True), (", and", True), (", or the", True), (",", False), ("", False), ("and in", False)],
)
def test_and_ends_a_list(words: str, list_ends: bool) -> None:
    assert joins(words.split()) is list_ends

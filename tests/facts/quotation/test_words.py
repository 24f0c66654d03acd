"""How the wordings of two quotations compare: word for word, cut, changed, and how alike they are."""

from __future__ import annotations

import pytest

from divergence.facts.quotation.words import comparable_words, compare_wording, differing, quote_similarity

Changes = tuple[tuple[str, str], ...]
COMPARED: list[tuple[str, str, bool, bool, Changes, float]] = [
    ("We need more pumps", "We need more boats", False, False, (("pumps", "boats"),), 0.56),
    ("We need pumps, Sen. Holm said so", "We need pumps, Senator Holm said so", True, False, (), 1.0),
    ("Bring pumps", "Bring pumps", True, False, (), 0.8),
    ("the dam broke", "the dam broke in the night", False, True, (), 0.8),
    ("We saw the dam … broke", "We saw the old dam suddenly broke", False, False, (("", "old"),), 0.8452),
    ("We saw [the ministry] fall", "We saw that house fall", False, False, (), 0.6197),
    (
        "We saw [the ministry] fall",
        "We saw that old red brick house fall",
        False,
        False,
        (("", "that old red brick house"),),
        0.4899,
    ),
    ("the colour of it faded", "the color of it faded", False, False, (), 0.4),
    ("the centre held", "the center held", False, False, (), 0.3429),
    ("our defence held", "our defense held", False, False, (), 0.3429),
    ("the adviser resigned today", "the advisor resigned today", False, False, (), 0.56),
    ("the stone fell", "the store fell", False, False, (("stone", "store"),), 0.3429),
    ("the realised gains", "the realized gains", False, False, (), 0.3429),
    ("he walked home", "he walks home", False, False, (), 0.3429),
    ("d**n this dam", "damn this dam", False, False, (), 0.6),
    ("Jan. 20th it is", "Jan. 20 it is", True, False, (), 0.8),
    # seven words that only one source quotes are more of it, six are other words
    ("one two three four five six seven the dam broke", "nine the dam broke", False, True, (), 0.56),
    ("six more the dam broke", "nine the dam broke", False, False, (("6 more", "9"),), 0.56),
    ("the dam broke one two three four five six seven", "the dam broke nine", False, True, (), 0.56),
    ("must go", "can go", False, False, (("must", "can"),), 0.3),
    ("co-operate now", "cooperate now", False, False, (), 0.3),
    ("It is so", "He was there", False, False, (), 0.0),
]


@pytest.mark.parametrize(("a", "b", "same", "cut", "changed", "alike"), COMPARED)
def test_two_wordings(a: str, b: str, same: bool, cut: bool, changed: Changes, alike: float) -> None:
    left, right = comparable_words(a), comparable_words(b)
    wording = compare_wording(left, right)
    assert (wording.same, wording.cut, wording.changed) == (same, cut, changed)
    assert round(quote_similarity(left, right), 4) == alike
    assert quote_similarity(right, left) == quote_similarity(left, right)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I’m sure it’s late", "i am sure it is late"),
        ("the dam’s wall", "the dam's wall"),
        ("We can't, won't, shan't", "we can not will not will not"),
        ("They're here and we've gone", "they are here and we have gone"),
        ("[T]he dam (the old one) fell", "the dam fell"),
        ("the [old] dam", "the [] dam"),
        ("the [not] old dam", "the old dam"),
        ("one-in-three of the U.K. and U.S.A. dams", "1 in 3 of the united kingdom and united states dams"),
        ("it fell ... down", "it fell … down"),
        ("p.m. and F.B.I. men", "pm and fbi men"),
        ("I'm gonna go, ok?", "i am going to go okay"),
    ],
)
def test_words_are_compared_in_one_form(text: str, words: str) -> None:
    assert " ".join(comparable_words(text)) == words


def test_long_quotations_are_cut() -> None:
    assert len(comparable_words("dam " * 400)) == 400
    assert len(comparable_words("dam " * 401)) == 400


def test_places_that_differ_leave_out_an_editors_words() -> None:
    left, right = comparable_words("We saw [the] pumps fail here"), comparable_words("We saw all [of] boats fail here")
    assert [(left[slice(*a)], right[slice(*b)]) for a, b in differing(left, right)] == [(("pumps",), ("boats",))]

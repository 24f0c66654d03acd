"""Where names begin and end, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names.runs import LONGEST, LONGEST_TEXT, runs
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]


def found(parsed: Parsed) -> list[str]:
    """The names, each after its title in brackets."""
    return [
        (f"({parsed.text(*title)}) " if title else "") + parsed.text(first, last) for first, last, title in runs(parsed)
    ]


BOUNDS = {
    # a street's number belongs to the street, and to nothing else
    "She/PRP left/VBD 117th/JJ Street/NNP ./.": ["117th Street"],
    "117th/JJ Street/NNP burned/VBD": ["117th Street"],
    "She/PRP left/VBD 1117th/JJ Street/NNP": ["Street"],
    "She/PRP left/VBD 117th/JJ Tower/NNP": ["Tower"],
    "It/PRP was/VBD 7th/JJ | Street/NNP musicians/NNS played/VBD": [],
    # capitals inside a sentence
    "He/PRP met/VBD Brank/NNP there/RB": ["Brank"],
    "He/PRP met/VBD brank/NNP there/RB": [],
    "He/PRP saw/VBD Brank/NN there/RB": ["Brank"],
    "He/PRP saw/VBD Some/DT there/RB": [],
    "He/PRP saw/VBD Each/DT there/RB": [],
    "He/PRP came/VBD on/IN Monday/NNP": [],
    # initials and acronyms that the world knows, whatever the tag
    "It/PRP was/VBD D./DT Brank/NNP": ["D. Brank"],
    "He/PRP asked/VBD NATO/IN then/RB": ["NATO"],
    "He/PRP asked/VBD WHO/WP then/RB": [],
    "He/PRP slid/VBD on/IN ICE/IN then/RB": [],
    "NATO/IN said/VBD so/RB": ["NATO"],
    # the country and the pronoun
    "He/PRP left/VBD US/NNP soil/NN": ["US"],
    "US/NNP soil/NN": ["US"],
    "He/PRP told/VBD us/PRP lies/NNS": [],
    "He/PRP told/VBD Us/PRP lies/NNS": [],
    "He/PRP told/VBD US/MD lies/NNS": [],
    # the month and the surname
    "She/PRP met/VBD Theresa/NNP May/NNP/flat/2": ["Theresa May"],
    "She/PRP met/VBD Theresa/NNP May/NNP/obl/1": ["Theresa"],
    "She/PRP met/VBD Theresa/NNP | May/NNP/flat/2 began/VBD": ["Theresa"],
    "She/PRP met/VBD Brank/NNP March/NNP/flat/2": ["Brank"],
    "Mrs/NNP May/NNP left/VBD": ["(Mrs) May"],
    "President/NNP May/NNP left/VBD": ["(President) May"],
    "May/NNP/nsubj/1 left/VBD": ["May"],
    "May/NNP/nsubj/1 could/MD leave/VB": [],
    "May/NNP/nsubj/2 25/CD passed/VBD": [],
    "in/IN May/NNP/nsubj/2 passed/VBD": [],
    "May/NNP/obl/1 left/VBD": [],
    # the first word of a sentence or a quotation needs more than its capital
    "Brank/NNP said/VBD so/RB": ["Brank"],
    "Brank/NN said/VBD so/RB": [],
    "Brank/NN said/VBD so/RB | He/PRP saw/VBD Brank/NNP": ["Brank", "Brank"],
    "He/PRP said/VBD :/: Brank/NN left/VBD": [],
    "He/PRP said/VBD “/`` Brank/NN left/VBD": [],
    "He/PRP said/VBD that/IN Brank/NN left/VBD": ["Brank"],
    "-/: ./. Brank/NN left/VBD": [],
    "Oh/UH ,/, Brank/NN left/VBD": ["Brank"],
    "Gunman/NNP left/VBD": [],
    "Gunman/NNP left/VBD | He/PRP saw/VBD Gunman/NNP": ["Gunman", "Gunman"],
    "Brank/NN Dolm/NNP/flat/0 left/VBD": ["Brank Dolm"],
    "Brank/NN Dolm/NNP/dep/0 left/VBD": ["Dolm"],
    "Brank/NN dolm/NN/flat/0 left/VBD": [],
    "Police/NN Dolm/NNP/flat/0 left/VBD": ["Dolm"],
    "Officials/NNS Dolm/NNP/flat/0 left/VBD": ["Dolm"],
    "Each/DT Dolm/NNP/flat/0 left/VBD": ["Dolm"],
    "Lawyer/NN Dolm/NNP/flat/0 left/VBD": ["(Lawyer) Dolm"],
    # hyphens
    "the/DT Tehreek/NNP ~-/HYPH ~e/NN ~-/HYPH ~Taliban/NNP left/VBD": ["Tehreek-e-Taliban"],
    "the/DT Brank/NNP ~-/HYPH ~Dolm/NNP road/NN": ["Brank-Dolm"],
    "the/DT Brank/NNP ~-/HYPH ~12/CD road/NN": ["Brank-12"],
    "the/DT Brank/NNP ~-/HYPH ~held/VBN road/NN": ["Brank"],
    "the/DT Brank/NNP ~-/HYPH ~based/VBN firm/NN": ["Brank"],
    "the/DT Brank/NNP -/HYPH ~Dolm/NNP road/NN": ["Brank", "Dolm"],
    "the/DT Brank/NNP ~-/HYPH Dolm/NNP road/NN": ["Brank", "Dolm"],
    "with/IN Kim/NNP Jong/NNP ~-/HYPH ~un/NN there/RB": ["Kim Jong-un"],
    "with/IN Kim/NNP Jong/NNP ~-/HYPH ~undra/NN there/RB": ["Kim Jong-undra"],
    "with/IN Kim/NNP Jong/NNP ~-/HYPH ~undras/NN there/RB": ["Kim Jong"],
    "with/IN Kim/NNP Jong/NNP ~-/HYPH ~era/NN songs/NNS": ["Kim Jong"],
    "with/IN Kim/NNP Jong/NNP ~-/HYPH ~un/VB there/RB": ["Kim Jong"],
    "with/IN Kim/NNP Jong/NN ~-/HYPH ~un/NN there/RB": ["Kim Jong"],
    "with/IN kim/NNP Jong/NNP ~-/HYPH ~un/NN there/RB": ["Jong"],
    "with/IN French/NNP Jong/NNP ~-/HYPH ~un/NN there/RB": ["French Jong"],
    "with/IN Kim/NNP ~-/HYPH ~un/NN there/RB": ["Kim"],
    "with/IN Brank/NNP ~-/HYPH": ["Brank"],
    # which bearer of a name
    "with/IN Henry/NNP Vance/NNP III/CD there/RB": ["Henry Vance III"],
    "with/IN Henry/NNP Vance/NNP iii/CD there/RB": ["Henry Vance"],
    "with/IN Henry/NNP Vance/NNP XI/CD there/RB": ["Henry Vance"],
    "with/IN Henry/NNP VANCE/NNP III/CD there/RB": ["Henry VANCE"],
    "with/IN Henry/NNP Vance/NNP ~,/, Jr./NNP there/RB": ["Henry Vance, Jr."],
    "with/IN Henry/NNP Vance/NNP ,/, Olga/NNP there/RB": ["Henry Vance", "Olga"],
    # what may join
    "the/DT Ministry/NNP of/IN Finance/NNP left/VBD": ["Ministry of Finance"],
    "the/DT Ministry/NNP of/IN the/DT Interior/NNP left/VBD": ["Ministry of the Interior"],
    "the/DT Ministry/NNP of/IN fish/NN left/VBD": ["Ministry"],
    "the/DT Ministry/NNP of/IN": ["Ministry"],
    "the/DT Ministry/NNP with/IN Finance/NNP left/VBD": ["Ministry", "Finance"],
    "the/DT Party/NNP of/IN Brank/NNP left/VBD": ["Party of Brank"],
    "the/DT Police/NNP of/IN Brank/NNP left/VBD": ["Police", "Brank"],
    "the/DT Tailors/NNP of/IN Brank/NNP left/VBD": ["Tailors", "Brank"],
    "the/DT Union/NNP of/IN Brank/NNP left/VBD": ["Union of Brank"],
    "the/DT Club/NNP for/IN Dolm/NNP left/VBD": ["Club for Dolm"],
    "the/DT University/NNP at/IN Dolm/NNP left/VBD": ["University at Dolm"],
    "the/DT Council/NNP on/IN Dolm/NNP left/VBD": ["Council on Dolm"],
    "the/DT Club/NNP on/IN Dolm/NNP left/VBD": ["Club", "Dolm"],
    "Vasco/NNP de/IN la/DT Brank/NNP left/VBD": ["Vasco de la Brank"],
    "Vasco/NNP de/IN": ["Vasco"],
    "Brank/NNP &/CC Dolm/NNP left/VBD": ["Brank & Dolm"],
    "Brank/NNP and/CC Dolm/NNP left/VBD": ["Brank", "Dolm"],
    "the/DT Brank/NNP and/CC Dolm/NNP Agency/NNP left/VBD": ["Brank and Dolm Agency"],
    "the/DT Brank/NNP and/CC Dolm/NNP Vol/NNP Ritt/NNP Agency/NNP left/VBD": ["Brank and Dolm Vol Ritt Agency"],
    "the/DT Brank/NNP and/CC Dolm/NNP Vol/NNP Ritt/NNP Sen/NNP Agency/NNP left/VBD": [
        "Brank",
        "Dolm Vol Ritt Sen Agency",
    ],
    "the/DT Brank/NNP and/CC Agency/NNP left/VBD": ["Brank", "Agency"],
    "the/DT Olga/NNP and/CC Dolm/NNP Agency/NNP left/VBD": ["Olga", "Dolm Agency"],
    "the/DT Brank/NNP Club/NNP and/CC Dolm/NNP Agency/NNP left/VBD": ["Brank Club", "Dolm Agency"],
    "the/DT Kabul/NNP and/CC Dolm/NNP Agency/NNP left/VBD": ["Kabul", "Dolm Agency"],
    "the/DT Brank/NNP and/CC French/NNP Agency/NNP left/VBD": ["Brank", "French Agency"],
    "the/DT Brank/NNP and/CC Dolm/NNP left/VBD the/DT Agency/NNP": ["Brank", "Dolm", "Agency"],
    "the/DT Club/NNP of/IN Dolm/NNP and/CC Ritt/NNP left/VBD": ["Club of Dolm and Ritt"],
    "the/DT Club/NNP of/IN Dolm/NNP and/CC Kabul/NNP left/VBD": ["Club of Dolm", "Kabul"],
    "Bosnia/NNP and/CC Herzegovina/NNP left/VBD": ["Bosnia and Herzegovina"],
    "the/DT Farmers/NNPS '/POS Union/NNP left/VBD": ["Farmers ' Union"],
    "the/DT Farmers/NNPS ~'s/POS Brank/NNP left/VBD": ["Farmers", "Brank"],
    "the/DT Kabul/NNP ~'s/POS Union/NNP left/VBD": ["Kabul", "Union"],
    # a country's genitive that lost its apostrophe
    "in/IN Syrias/NNP Brank/NNP there/RB": ["Syrias", "Brank"],
    "in/IN Syria/NNP Brank/NNP there/RB": ["Syria Brank"],
    "in/IN Syrias/NNP there/RB": ["Syrias"],
    "in/IN Kabuls/NNP Brank/NNP there/RB": ["Kabuls Brank"],
}


@pytest.mark.parametrize(("written", "expected"), BOUNDS.items())
def test_a_name_begins_and_ends(tagged: Tagged, written: str, expected: list[str]) -> None:
    assert found(tagged(f"{written} ./.")) == expected


TITLES = {
    "Turkish/JJ President/NNP Brank/NNP left/VBD": ["Turkish", "(President) Brank"],
    "Turkish/JJ President/NNP left/VBD": ["Turkish"],
    "the/DT Border/NNP Agency/NNP Chief/NNP Brank/NNP left/VBD": ["(Border Agency Chief) Brank"],
    "the/DT Superior/NNP Court/NNP Judge/NNP Brank/NNP left/VBD": ["Superior Court", "(Judge) Brank"],
    "the/DT NATO/NNP Secretary/NNP Brank/NNP left/VBD": ["NATO", "(Secretary) Brank"],
    "the/DT President/NNP left/VBD": [],
    "the/DT Dolm/NNP Prime/NNP Minister/NNP left/VBD": [],
    "the/DT Police/NNP Chief/NNP Brank/NNP left/VBD": ["Police", "(Chief) Brank"],
    "the/DT Chief/NNP of/IN Police/NNP Brank/NNP left/VBD": ["(Chief of Police) Brank"],
    "Chief/NNP of/IN Brank/NNP left/VBD": ["Brank"],
    "the/DT Director/NNP of/IN Finance/NNP Ann/NNP Brank/NNP left/VBD": ["(Director of Finance) Ann Brank"],
    "the/DT Ministry/NNP of/IN Defense/NNP Secretary/NNP left/VBD": ["Ministry of Defense Secretary"],
    "the/DT Director/NNP Party/NNP left/VBD": ["Director Party"],
    "the/DT King/NNP Hospital/NNP left/VBD": ["King Hospital"],
    "the/DT King/NNP Street/NNP left/VBD": ["King Street"],
    "the/DT Director/NNP Ab/NNP Ce/NNP Di/NNP Eb/NNP Fo/NNP left/VBD": ["(Director) Ab Ce Di Eb Fo"],
    "the/DT Director/NNP Ab/NNP Ce/NNP Di/NNP Eb/NNP Fo/NNP Gu/NNP left/VBD": ["Director Ab Ce Di Eb Fo Gu"],
    "the/DT Director/NNP ~-/HYPH ~General/NNP left/VBD": [],
    # a surname that is a title's word too
    "Stephen/NNP King/NNP left/VBD": ["Stephen King"],
    "the/DT Turkish/JJ King/NNP left/VBD": ["Turkish"],
    "with/IN Stephen/NNP King/NNP Jr./NNP there/RB": ["Stephen King Jr."],
    "with/IN Stephen/NNP King/NNP Brank/NNP there/RB": ["(Stephen King) Brank"],
    "with/IN President/NNP Stephen/NNP King/NNP there/RB": ["(President) Stephen King"],
    "with/IN Stephen/NNP Director/NNP there/RB": [],
    # in small letters before a name
    "the/DT campaign/NN chairman/NN Brank/NNP left/VBD": ["(campaign chairman) Brank"],
    "chairman/NN Brank/NNP left/VBD": ["(chairman) Brank"],
    "the/DT fat/JJ chairman/NN Brank/NNP left/VBD": ["(chairman) Brank"],
    "the/DT chairmans/NNS Brank/NNP left/VBD": ["Brank"],
    "the/DT tailor/NN Brank/NNP left/VBD": ["Brank"],
    "Mr./NNP Brank/NNP left/VBD": ["(Mr.) Brank"],
    "He/PRP met/VBD a/DT chairman/NN | Brank/NNP left/VBD": ["Brank"],
    "He/PRP met/VBD campaign/NN | chairman/NN Brank/NNP left/VBD": ["(chairman) Brank"],
}


@pytest.mark.parametrize(("written", "expected"), TITLES.items())
def test_a_title_is_split_off(tagged: Tagged, written: str, expected: list[str]) -> None:
    assert found(tagged(f"{written} ./.")) == expected


def test_a_surname_known_from_a_full_name_is_no_title(tagged: Tagged) -> None:
    full = "with/IN Ibo/NNP King/NNP there/RB | "
    person = [(1, 3, "PERSON")]
    assert found(tagged(full + "King/NNP left/VBD", person)) == ["Ibo King", "King"]
    assert found(tagged(full + "King/NNP left/VBD")) == ["Ibo"]
    assert found(tagged(full + "the/DT King/NNP left/VBD", person)) == ["Ibo King"]
    assert found(tagged(full + "a/DT King/NNP left/VBD", person)) == ["Ibo King"]
    assert found(tagged(full + "to/IN King/NNP Brank/NNP", person)) == ["Ibo King", "(King) Brank"]
    assert found(tagged(full + "King/NNP left/VBD", [(1, 3, "ORG")])) == ["Ibo"]
    assert found(tagged(full + "King/NNP left/VBD", [(2, 3, "PERSON")])) == ["Ibo"]


def test_the_longest_name_has_so_many_tokens(tagged: Tagged) -> None:
    words = " ".join(f"B{'ab' * n}/NNP" for n in range(1, 8))
    many = f"with/IN {words} {words} Last/NNP ./."
    assert [len(name.split()) for name in found(tagged(many))] == [LONGEST, 1]


def test_a_longer_name_is_noise(tagged: Tagged) -> None:
    name = "B" + "a" * (LONGEST_TEXT - 1)
    assert found(tagged(f"with/IN {name}/NNP there/RB")) == [name]
    assert found(tagged(f"with/IN {name}a/NNP there/RB")) == []


HEADLINE = "Quorvan/NNP Tesslet/NN Strikes/VBZ Harbour/NN Wall/NN ¶ "


def test_in_a_headline_capitals_are_names_where_the_text_or_the_world_knows_them(tagged: Tagged) -> None:
    assert found(tagged(HEADLINE + "He/PRP met/VBD Quorvan/NNP ./.")) == ["Quorvan", "Quorvan"]
    assert found(tagged(HEADLINE + "He/PRP left/VBD ./.")) == []
    assert found(tagged("Olga/NNP Strikes/VBZ Harbour/NN Wall/NN")) == ["Olga"]
    assert found(tagged("Pentagon/NNP Strikes/VBZ Harbour/NN Wall/NN")) == ["Pentagon"]


def test_a_word_that_begins_a_listed_town_is_part_of_it_whatever_the_tags(tagged: Tagged) -> None:
    assert found(tagged("Little/JJ Rock/NN police/NNS left/VBD")) == ["Little Rock"]
    assert found(tagged("Little/JJ rock/NN fell/VBD")) == []

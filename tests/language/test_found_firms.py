"""Organisations, courts and places that a pipeline left out, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from divergence.language.found_firms import (
    acronyms,
    circuits,
    firms,
    partnerships,
    short_forms,
    states,
    told_alone,
    towns,
)
from divergence.language.found_names import Labelled
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]
Names = Sequence[Labelled]


def words(parsed: Parsed, found: Iterator[Labelled]) -> list[str]:
    return [f"{parsed.text(first, last)} {label}" for first, last, label in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("He/PRP left/VBD Hicks/NNP &/CC Co/NNP ~./. then/RB", ["Hicks & Co. ORG"]),
        ("He/PRP left/VBD Hicks/NNP &/CC Co./NNP then/RB", ["Hicks & Co. ORG"]),
        ("He/PRP left/VBD Barnard/NNP &/CC Lowell/NNP Mills/NNP then/RB", ["Barnard & Lowell Mills ORG"]),
        ("He/PRP left/VBD Stephen/NNP &/CC Emily/NNP then/RB", []),
        ("He/PRP left/VBD Olga/NNP &/CC Lowell/NNP then/RB", ["Olga & Lowell ORG"]),
        ("He/PRP left/VBD B/NNP &/CC Lowell/NNP then/RB", []),
        ("He/PRP left/VBD Bo/NNP &/CC Lowell/NNP then/RB", ["Bo & Lowell ORG"]),
        ("He/PRP left/VBD barnard/NN &/CC Lowell/NNP then/RB", []),
        ("He/PRP left/VBD Barnard/NNP &/CC lowell/NN then/RB", []),
        ("He/PRP left/VBD Barnard/VBD &/CC Lowell/NNP then/RB", []),
        ("He/PRP left/VBD GLOBE/NNP PAPERS/NNPS ~,/, INC/NNP ~./. then/RB", ["GLOBE PAPERS, INC. ORG"]),
        ("He/PRP left/VBD GLOBE/NNP PAPERS/NNPS ~,/, INC/NNP ./. then/RB", ["GLOBE PAPERS, INC ORG"]),
        ("He/PRP left/VBD Globe/NNP ~,/, Inc./NNP then/RB", ["Globe, Inc. ORG"]),
        ("He/PRP left/VBD Globe/NNP ~,/, Papers/NNPS then/RB", []),
        ("He/PRP left/VBD Globe/NNP and/CC Papers/NNPS then/RB", []),
        ("He/PRP left/VBD Hicks/NNP ~,/, Lowell/NNP &/CC Sons/NNPS then/RB", ["Hicks, Lowell & Sons ORG"]),
        ("He/PRP left/VBD Hicks/NNP ~,/, Lowell/NNP &/CC Mills/NNPS then/RB", ["Lowell & Mills ORG"]),
        ("He/PRP left/VBD hicks/NN ~,/, Lowell/NNP &/CC Sons/NNPS then/RB", ["Lowell & Sons ORG"]),
        ("He/PRP left/VBD Lowell/NNP | Hicks/NNP &/CC Co./NNP then/RB", ["Hicks & Co. ORG"]),
        ("Hicks/NNP &/CC Co./NNP | Lowell/NNP left/VBD", ["Hicks & Co. ORG"]),
        ("In/IN May/NNP Hicks/NNP &/CC Co./NNP left/VBD", ["Hicks & Co. ORG"]),
        ("&/CC Co./NNP left/VBD", []),
        ("He/PRP left/VBD Hicks/NNP &/CC", []),
    ],
)
def test_a_mark_joins_partners(tagged: Tagged, written: str, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, partnerships(parsed.tokens)) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("the/DT 9th/JJ Circuit/NNP ruled/VBD", ["9th Circuit ORG"]),
        ("the/DT 9th/JJ U.S./NNP Circuit/NNP ruled/VBD", ["9th U.S. Circuit ORG"]),
        (
            "the/DT 7th/JJ U.S./NNP Circuit/NNP Court/NNP of/IN Appeals/NNPS ruled/VBD",
            ["7th U.S. Circuit Court of Appeals ORG"],
        ),
        (
            "the/DT 7th/JJ Circuit/NNP Court/NNP of/IN Appeals/NNPS ruled/VBD",
            ["7th Circuit Court of Appeals ORG"],
        ),
        ("the/DT 7th/JJ Circuit/NNP Court/NNP of/IN Dolm/NNP ruled/VBD", ["7th Circuit ORG"]),
        ("the/DT 7th/JJ round/NN ruled/VBD", []),
        ("the/DT 117th/JJ Circuit/NNP ruled/VBD", []),
        ("the/DT Circuit/NNP ruled/VBD", []),
        ("the/DT 9th/JJ", []),
    ],
)
def test_courts_have_numbers(tagged: Tagged, written: str, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, circuits(parsed.tokens)) == expected


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("then/RB DKRT/NNP fell/VBD", [], ["DKRT ORG"]),
        ("then/RB DKRT/NNP fell/VBD", [(1, 2, "ORG")], []),
        ("then/RB Dolm.com/NNP fell/VBD", [], ["Dolm.com ORG"]),
        ("then/RB dolm.com/NNP fell/VBD", [], []),
        ("then/RB VAT/NNP fell/VBD", [], []),
        ("then/RB XIV/NNP fell/VBD", [], []),
        ("then/RB DK/NNP ~-40/CD fell/VBD", [], []),
        ("then/RB DK/NNP 40/CD fell/VBD", [], []),
        ("then/RB D/NNP fell/VBD", [], []),
        ("then/RB DKRTV/NNP fell/VBD", [], ["DKRTV ORG"]),
        ("then/RB DKRTVW/NNP fell/VBD", [], []),
        ("then/RB D.K.R./NNP fell/VBD", [], ["D.K.R. ORG"]),
        ("then/RB D&K/NNP fell/VBD", [], ["D&K ORG"]),
        ("then/RB DKRT/RB fell/VBD", [], []),
        ("then/RB DKRT/NN fell/VBD", [], ["DKRT ORG"]),
        ("then/RB DKRT/JJ fell/VBD", [], ["DKRT ORG"]),
        ("THEN/RB DKRT/NNP fell/VBD", [], []),
        ("then/RB DKRT/NNP and/CC VRTM/NNP and/CC BLTM/NNP fell/VBD", [], []),
        ("then/RB US/NNP fell/VBD", [], []),
    ],
)
def test_capitals_are_bodies(tagged: Tagged, written: str, taken: Names, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, acronyms(parsed.tokens, taken)) == expected


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("then/RB Deutsche/NNP Bank/NNP fell/VBD", [], ["Deutsche Bank ORG"]),
        ("then/RB Deutsche/NNP Bank/NNP fell/VBD", [(1, 2, "NORP")], ["Deutsche Bank ORG"]),
        ("then/RB Microsoft/NNP fell/VBD", [], ["Microsoft ORG"]),
        ("then/RB Microsoft/NNP fell/VBD", [(1, 2, "PERSON")], []),
        ("then/RB microsoft/NN fell/VBD", [], []),
        ("then/RB Deutsche/NNP | Bank/NNP fell/VBD", [], []),
        ("The/DT Microsoft/NNP fell/VBD", [], ["Microsoft ORG"]),
        ("then/RB Microsoft/NNP Microsoft/NNP", [], ["Microsoft ORG", "Microsoft ORG"]),
    ],
)
def test_listed_names_are_bodies(tagged: Tagged, written: str, taken: Names, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, firms(parsed.tokens, taken)) == expected


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("in/IN Eureka/NNP ~,/, Calif./NNP there/RB", [], ["Calif. GPE"]),
        ("in/IN Natchez/NNP ~,/, Miss./NNP there/RB", [], []),
        ("in/IN Natchez/NNP ~,/, TX/NNP there/RB", [], ["TX GPE"]),
        ("in/IN Natchez/NNP ~,/, Tx/NNP there/RB", [], []),
        ("in/IN natchez/NN ~,/, TX/NNP there/RB", [], []),
        ("in/IN Natchez/NNP and/CC TX/NNP there/RB", [], []),
        ("in/IN Natchez/NNP ~,/, TX/NNP there/RB", [(3, 4, "GPE")], []),
        ("in/IN Natchez/NNP ~,/, QQ/NNP there/RB", [], []),
        ("in/IN Natchez/NNP ~,/, | TX/NNP there/RB", [], []),
        ("in/IN Natchez/NNP ~,/, Texas/NNP there/RB", [], []),
        ("in/IN Natchez/NNP ~,/, Mr./NNP Dolm/NNP", [], []),
    ],
)
def test_states_stand_behind_towns(tagged: Tagged, written: str, taken: Names, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, states(parsed.tokens, taken)) == expected


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("then/RB New/JJ Delhi/NN fell/VBD", [], ["New Delhi GPE"]),
        ("then/RB New/JJ Delhi/NN fell/VBD", [(2, 3, "GPE")], []),
        ("then/RB New/JJ | Delhi/NN fell/VBD", [], []),
        ("then/RB new/JJ Delhi/NN fell/VBD", [], []),
        ("then/RB NEW/JJ DELHI/NN fell/VBD", [], []),
        ("then/RB Oslo/NN fell/VBD", [], []),
        ("the/DT Oslo/NN ~-/HYPH ~based/VBN firm/NN", [], ["Oslo GPE"]),
        ("the/DT Oslo/NN -/HYPH ~based/VBN firm/NN", [], []),
        ("the/DT Dolm/NN ~-/HYPH ~based/VBN firm/NN", [], []),
        ("in/IN New/JJ York/NN City/NN now/RB", [], ["New York City GPE"]),
    ],
)
def test_well_known_places(tagged: Tagged, written: str, taken: Names, expected: list[str]) -> None:
    parsed = tagged(written)
    assert words(parsed, towns(parsed.tokens, taken)) == expected


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        ("then/RB shares/NNS of/IN Dolmar/NNP fell/VBD", [], ["Dolmar ORG"]),
        ("then/RB shares/NNS of/IN Dolmar/NNP fell/VBD", [(3, 4, "ORG")], []),
        ("then/RB shares/NNS of/IN Dolmar/NNP fell/VBD", [(4, 5, "ORG")], []),
        ("then/RB shares/NNS of/IN Dolmar/NNP Vesk/NNP fell/VBD", [], []),
        ("then/RB shares/NNS of/IN dolmar/NN fell/VBD", [], []),
        ("then/RB shares/NNS of/IN Do/NNP fell/VBD", [], []),
        ("then/RB shares/NNS of/IN Dol/NNP fell/VBD", [], ["Dol ORG"]),
        ("then/RB shares/NNS of/IN Dol4/NNP fell/VBD", [], []),
        ("then/RB shares/NNS of/IN Army/NNP fell/VBD", [], []),
        ("then/RB shares/NNS of/IN Vat/NNP fell/VBD", [], []),
        ("then/RB songs/NNS of/IN Dolmar/NNP fell/VBD", [], []),
    ],
)
def test_a_word_alone_is_what_the_words_around_it_tell(
    tagged: Tagged, written: str, taken: Names, expected: list[str]
) -> None:
    parsed = tagged(written)
    assert words(parsed, told_alone(parsed.tokens, taken)) == expected


FIRM = "with/IN Merrow/NNP Lynch/NNP Inc./NNP there/RB | Then/RB Merrow/NNP fell/VBD"


@pytest.mark.parametrize(
    ("written", "taken", "expected"),
    [
        (FIRM, [(1, 4, "ORG")], ["Merrow ORG"]),
        (FIRM, [(1, 4, "PERSON")], []),
        (FIRM, [(1, 2, "ORG")], []),
        (FIRM, [(1, 3, "ORG")], ["Merrow ORG"]),
        (FIRM, [(1, 4, "ORG"), (6, 7, "GPE")], []),
        (FIRM.replace("Merrow/NNP fell", "Merrow/NN fell"), [(1, 4, "ORG")], []),
        (FIRM.replace("Lynch", "Vesk"), [(1, 3, "ORG")], []),
        (FIRM.replace("Merrow", "Emily"), [(1, 4, "ORG")], []),
        (FIRM.replace("Merrow", "General"), [(1, 4, "ORG")], []),
        (FIRM.replace("Merrow", "Norway"), [(1, 4, "ORG")], []),
        (FIRM.replace("Merrow", "Me"), [(1, 4, "ORG")], []),
        (FIRM.replace("Merrow", "Mer"), [(1, 4, "ORG")], ["Mer ORG"]),
        (
            FIRM + " | to/TO Ann/NNP Merrow/NNP ./.",
            [(1, 4, "ORG"), (9, 11, "PERSON")],
            [],
        ),
    ],
)
def test_the_first_word_of_a_firm_stands_for_it(
    tagged: Tagged, written: str, taken: Names, expected: list[str]
) -> None:
    parsed = tagged(written)
    assert words(parsed, short_forms(parsed.tokens, taken)) == expected

"""Names after the pipeline: ends, classes, overlooked and repeated names."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from divergence.language.name_words import is_people, known_class, place_class
from divergence.language.names import refined
from divergence.language.parsed import Name, Parsed

Build = Callable[[str], Parsed]


def found(parsed: Parsed, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    """The refined names of a parse, as text and class."""
    return [(parsed.text(n.first, n.last), n.label) for n in refined(parsed.tokens, [Name(*name) for name in names])]


def test_titles_and_nationalities_are_no_part_of_a_person(tree: Build) -> None:
    parsed = tree(
        "President/PROPN/NNP/nmod:desc/2 Ivo/PROPN/NNP/nsubj/7 Petrov/PROPN/NNP/flat/2 met/VERB/VBD/root/0 "
        "Greek/ADJ/JJ/amod/6 Nikos/PROPN/NNP/obj/4 of/ADP/IN/case/8 Zorin/PROPN/NNP/nmod/6"
    )
    assert found(parsed, (0, 3, "PERSON"), (4, 8, "PERSON")) == [
        ("Ivo Petrov", "PERSON"),
        ("Greek", "NORP"),
        ("Nikos", "PERSON"),
    ]


def test_hyphens_and_first_names_are_part_of_the_name(tree: Build) -> None:
    parsed = tree(
        "singer/NOUN/NN/compound/2 Zorin/PROPN/NNP/nsubj/4 Maleko/PROPN/NNP/flat/2 sang/VERB/VBD/root/0 "
        "with/ADP/IN/case/6 Lena/PROPN/NNP/obl/4"
    )
    assert found(parsed, (2, 3, "GPE"))[0] == ("Zorin Maleko", "PERSON")


def test_countries_are_places_whatever_the_pipeline_says(tree: Build) -> None:
    parsed = tree("Norway/PROPN/NNP/nsubj/2 beat/VERB/VBD/root/0 Ghana/PROPN/NNP/obj/2")
    assert found(parsed, (0, 1, "ORG")) == [("Norway", "GPE"), ("Ghana", "GPE")]


def test_a_surname_follows_its_full_name(tree: Build) -> None:
    parsed = tree(
        "Ilinka/PROPN/NNP/nsubj/3 Durov/PROPN/NNP/flat/1 ran/VERB/VBD/root/0 ./PUNCT/./punct/3 Durov/PROPN/NNP/nsubj/6 "
        "won/VERB/VBD/parataxis/3 Durov/PROPN/NNP/obj/6"
    )
    assert found(parsed, (0, 2, "PERSON"), (4, 5, "GPE")) == [
        ("Ilinka Durov", "PERSON"),
        ("Durov", "PERSON"),
        ("Durov", "PERSON"),
    ]


def test_what_takes_an_article_is_no_person(tree: Build) -> None:
    parsed = tree(
        "The/DET/DT/det/2 Zorani/PROPN/NNPS/nsubj/3 refused/VERB/VBD/root/0 but/CCONJ/CC/cc/6 "
        "Zorani/PROPN/NNP/compound/6 envoys/NOUN/NNS/conj/3"
    )
    assert found(parsed, (1, 2, "PERSON"), (4, 5, "PERSON")) == [("Zorani", "ORG"), ("Zorani", "ORG")]


def test_a_body_says_so_itself(tree: Build) -> None:
    parsed = tree(
        "the/DET/DT/det/2 Bank/PROPN/NNP/nsubj/7 of/ADP/IN/case/4 Ghana/PROPN/NNP/nmod/2 and/CCONJ/CC/cc/6 "
        "Party/PROPN/NNP/conj/2 fell/VERB/VBD/root/0"
    )
    assert ("Bank of Ghana", "ORG") in found(parsed, (3, 4, "GPE"))


def test_names_are_in_order_and_disjoint(tree: Build) -> None:
    parsed = tree("Lagos/PROPN/NNP/nsubj/2 grew/VERB/VBD/root/0 like/ADP/IN/case/4 Accra/PROPN/NNP/obl/2")
    names = refined(parsed.tokens, [Name(3, 4, "GPE"), Name(0, 1, "GPE"), Name(0, 1, "ORG")])
    assert [(n.first, n.last) for n in names] == [(0, 1), (3, 4)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Norway", "GPE"),
        ("Black Sea", "LOC"),
        ("Norwegian", "NORP"),
        ("Muslims", "NORP"),
        ("U.S.", "GPE"),
        ("United Nations", "ORG"),
        ("Harbour Bridge", "FACILITY"),
        ("Labour Party", "ORG"),
        ("Zorin", ""),
    ],
)
def test_what_the_world_knows(text: str, label: str) -> None:
    assert known_class(text) == label


def test_places_and_peoples() -> None:
    assert [place_class(p) for p in ("Ghana", "the Alps", "Lake Zorin", "Zorin Street")] == [
        "GPE",
        "LOC",
        "LOC",
        "FACILITY",
    ]
    assert [is_people(w) for w in ("Ghanaian", "Kurdish", "US", "U.S.", "ghanaian", "table")] == [
        True,
        True,
        *[False] * 4,
    ]


def test_a_mark_joins_the_partners_of_a_firm(tree: Build) -> None:
    parsed = tree(
        "They/PRON/PRP/nsubj/2 paid/VERB/VBD/root/0 Palmer/NOUN/NN/obj/2 ,/PUNCT/,/punct/5 Hicks/NOUN/NNS/conj/3 "
        "&/CCONJ/CC/cc/7 Co./PROPN/NNP/conj/5 and/CCONJ/CC/cc/9 Barnard/PROPN/NNP/conj/3 &/CCONJ/CC/cc/11 "
        "Lowell/PROPN/NNP/conj/9"
    )
    assert found(parsed, (8, 9, "NORP"), (10, 11, "PERSON")) == [
        ("Palmer , Hicks & Co.", "ORG"),
        ("Barnard & Lowell", "ORG"),
    ]


def test_capitals_before_a_legal_form_are_the_firm_whatever_their_tags(tree: Build) -> None:
    parsed = tree(
        "OF/ADP/IN/case/3 GLOBE/PROPN/NNP/compound/3 PAPERS/NOUN/NNS/root/0 ,/PUNCT/,/punct/5 INC/PROPN/NNP/conj/3 "
        "and/CCONJ/CC/cc/7 others/NOUN/NNS/conj/3"
    )
    assert found(parsed, (4, 5, "ORG")) == [("GLOBE PAPERS , INC", "ORG")]


def test_first_names_and_letters_that_a_mark_joins_are_no_firm(tree: Build) -> None:
    parsed = tree(
        "John/PROPN/NNP/nsubj/4 &/CCONJ/CC/cc/3 Mary/PROPN/NNP/conj/1 held/VERB/VBD/root/0 a/DET/DT/det/8 "
        "Q/PROPN/NNP/compound/8 &/CCONJ/CC/cc/8 A/PROPN/NNP/obj/4"
    )
    assert not any(label == "ORG" for _, label in found(parsed, (0, 1, "PERSON"), (2, 3, "PERSON")))


def test_a_circuit_keeps_its_number_and_a_common_noun_is_no_name(tree: Build) -> None:
    parsed = tree(
        "The/DET/DT/det/5 7th/ADJ/JJ/amod/5 U.S./PROPN/NNP/compound/5 Circuit/PROPN/NNP/compound/5 "
        "Court/PROPN/NNP/nsubj/8 of/ADP/IN/case/7 Appeals/PROPN/NNPS/nmod/5 backed/VERB/VBD/root/0 "
        "the/DET/DT/det/10 Government/PROPN/NNP/obj/8 on/ADP/IN/case/13 the/DET/DT/det/13 7th/ADJ/JJ/obl/8"
    )
    assert found(parsed, (2, 7, "ORG"), (9, 10, "ORG")) == [("7th U.S. Circuit Court of Appeals", "ORG")]


REFINED = [
    ("so/RB {PERSON President/NNP Vesk/NNP Tull/NNP} left/VBD", ["Vesk Tull PERSON"]),
    ("so/RB {PERSON French/JJ Vesk/NNP} left/VBD", ["French NORP", "Vesk PERSON"]),
    ("so/RB {PERSON French/NNP} left/VBD", ["French NORP"]),
    ("so/RB {ORG President/NNP Emily/NNP Tull/NNP} left/VBD", ["Emily Tull PERSON"]),
    ("so/RB {ORG President/NNP Emily/NNP} left/VBD", ["President Emily ORG"]),
    ("so/RB {ORG President/NNP Vesk/NNP Tull/NNP} left/VBD", ["President Vesk Tull ORG"]),
    ("so/RB {PERSON Vesk/NNP Party/NNP} left/VBD", ["Vesk Party ORG"]),
    ("so/RB {PERSON the/DT Vesk/NNP} left/VBD", ["Vesk ORG"]),
    ("so/RB {PERSON Vesk/NNP of/IN Tull/NNP} left/VBD", ["Vesk PERSON"]),
    ("so/RB {ORG Vesk/NNP of/IN Tull/NNP} left/VBD", ["Vesk of Tull ORG"]),
    ("so/RB {ORG Vesk/NNP of/IN} left/VBD", ["Vesk ORG"]),
    ("so/RB {ORG Vesk/NNP ,/,} left/VBD", ["Vesk ORG"]),
    ("so/RB {ORG ,/, Vesk/NNP} left/VBD", ["Vesk ORG"]),
    ("so/RB {ORG the/DT} left/VBD", []),
    ("so/RB {ORG vesk/NN} left/VBD", []),
    ("so/RB {PERSON emily/NN} left/VBD", ["emily PERSON"]),
    ("so/RB {ORG 7/NNP} left/VBD", ["7 ORG"]),
    ("so/RB {ORG 7/CD} left/VBD", []),
    ("so/RB {ORG Vesk/VBD} left/VBD", []),
    ("so/RB {PERSON Ms./NNP} left/VBD", []),
    ("so/RB {ORG B.C./NNP} left/VBD", []),
    ("so/RB {ORG Government/NNP} left/VBD", []),
    ("so/RB {ORG Vesk/NNP Government/NNP} left/VBD", ["Vesk Government ORG"]),
    ("the/DT {PERSON R/NNP -/HYPH Texas/NNP Vesk/NNP} left/VBD", ["Texas Vesk PERSON"]),
    ("the/DT {GPE R/NNP -/HYPH Texas/NNP} left/VBD", ["Texas GPE"]),
    ("the/DT {ORG Emily/NNP Tull/NNP of/IN Vesk/NNP} left/VBD", ["Emily Tull PERSON"]),
    ("the/DT {ORG Emily/NNP Tull/NNP and/CC Vesk/NNP} left/VBD", ["Emily Tull PERSON"]),
    ("the/DT {ORG Emily/NNP Tull/NNP} left/VBD", ["Emily Tull PERSON"]),
    ("the/DT {ORG Emily/NNP Tull/NNP of/IN Party/NNP} left/VBD", ["Emily Tull of Party ORG"]),
    ("in/IN {GPE Nazi/NNP Germany/NNP} there/RB", ["Nazi NORP", "Germany GPE"]),
    ("in/IN {GPE Kabul/NNP and/CC Vesk/NNP} there/RB", ["Kabul GPE"]),
    ("in/IN {GPE Vesk/NNP and/CC Kabul/NNP} there/RB", ["Vesk and Kabul GPE"]),
    ("in/IN {GPE Germany/NNP French/NNP} there/RB", ["Germany GPE", "French NORP"]),
    ("in/IN {GPE Vesk/NNP French/NNP} there/RB", ["Vesk French PERSON"]),
    ("in/IN St./NNP {GPE Vesk/NNP} there/RB", ["St. Vesk GPE"]),
    ("in/IN Lake/NNP {LOC Vesk/NNP} there/RB", ["Lake Vesk LOC"]),
    ("in/IN St./NNP {ORG Vesk/NNP} there/RB", ["Vesk ORG"]),
    ("so/RB {PERSON Vesk/NNP Tull/NNP} King/NNP left/VBD", ["Vesk Tull King PERSON"]),
    ("so/RB {PERSON Vesk/NNP Tull/NNP} King/NNP Jr./NNP left/VBD", ["Vesk Tull King Jr. PERSON"]),
    ("so/RB {PERSON Vesk/NNP Tull/NNP} King/NNP Orm/NNP left/VBD", ["Vesk Tull PERSON", "Orm PERSON"]),
    ("so/RB {PERSON Vesk/NNP Tull/NNP} king/NN left/VBD", ["Vesk Tull PERSON"]),
    ("so/RB {PERSON Vesk/NNP Tull/NNP} Jr./NNP left/VBD", ["Vesk Tull Jr. PERSON"]),
    ("so/RB {ORG Vesk/NNP Tull/NNP} Jr./NNP left/VBD", ["Vesk Tull ORG"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH ~un/NN left/VBD", ["Kim Jong-un PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH ~undras/NN left/VBD", ["Kim Jong PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH ~era/NN left/VBD", ["Kim Jong PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} -/HYPH ~un/NN left/VBD", ["Kim Jong PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH un/NN left/VBD", ["Kim Jong PERSON"]),
    ("so/RB {PERSON Jong/NNP} ~-/HYPH ~un/NN left/VBD", ["Jong PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH ~Un/NNP left/VBD", ["Kim Jong-Un PERSON"]),
    ("so/RB {PERSON Kim/NNP Jong/NNP} ~-/HYPH", ["Kim Jong PERSON"]),
    ("so/RB {PERSON Vesk/NNP} Tull/NNP/flat/1 left/VBD", ["Vesk Tull PERSON"]),
    ("so/RB {PERSON Vesk/NNP} Tull/NNP/dep/1 left/VBD", ["Vesk PERSON"]),
    ("so/RB Vesk/NNP {PERSON Tull/NNP/flat/1} left/VBD", ["Vesk Tull PERSON"]),
    ("so/RB President/NNP {PERSON Tull/NNP/flat/1} left/VBD", ["Tull PERSON"]),
    ("so/RB Norway/NNP {PERSON Tull/NNP/flat/1} left/VBD", ["Norway GPE", "Tull PERSON"]),
    ("so/RB {PERSON Vesk/NNP} Norway/NNP/flat/1 left/VBD", ["Vesk PERSON", "Norway GPE"]),
    ("so/RB {PERSON Vesk/NNP} | Tull/NNP/flat/1 left/VBD", ["Vesk PERSON"]),
    ("so/RB {ORG Vesk/NNP} ~-/HYPH ~Tull/NNP left/VBD", ["Vesk-Tull ORG"]),
    ("so/RB {ORG Vesk/NNP} ~-/HYPH ~tull/NN left/VBD", ["Vesk ORG"]),
    ("so/RB Vesk/NNP ~-/HYPH {ORG ~Tull/NNP} left/VBD", ["Vesk-Tull ORG"]),
    ("so/RB vesk/NN ~-/HYPH {ORG ~Tull/NNP} left/VBD", ["Tull ORG"]),
    ("the/DT spokesman/NN {ORG Vesk/NNP Tull/NNP} left/VBD", ["Vesk Tull PERSON"]),
    ("the/DT spokesman/NN {ORG Norway/NNP} left/VBD", ["Norway GPE"]),
    ("the/DT spokesman/NN {ORG Av/NNP Bv/NNP Cv/NNP Dv/NNP Ev/NNP} left/VBD", ["Av Bv Cv Dv Ev ORG"]),
    ("the/DT spokesman/NN | {ORG Vesk/NNP Tull/NNP} left/VBD", ["Vesk Tull ORG"]),
    ("the/DT tailor/NN {ORG Vesk/NNP Tull/NNP} left/VBD", ["Vesk Tull ORG"]),
    ("so/RB {GPE Vesk/NNP Tull/NNP} left/VBD", ["Vesk Tull PERSON"]),
    ("in/IN/case/1 {GPE Vesk/NNP Tull/NNP} there/RB", ["Vesk Tull GPE"]),
    ("so/RB {GPE Vesk/NNP River/NNP} left/VBD", ["Vesk River LOC"]),
    ("so/RB {GPE Kabul/NNP Tull/NNP} left/VBD", ["Kabul Tull GPE"]),
    ("so/RB {GPE Emily/NNP Kabul/NNP} left/VBD", ["Emily Kabul PERSON"]),
    ("so/RB {GPE Vesk/NNP} left/VBD", ["Vesk GPE"]),
    ("so/RB {GPE Vesk/NNP Tull/NNP Orm/NNP Bax/NNP} left/VBD", ["Vesk Tull Orm Bax GPE"]),
    ("so/RB {GPE Vesk/NNP T4ll/NNP} left/VBD", ["Vesk T4ll GPE"]),
    ("so/RB {ORG Emily/NNP Vesk/NNP} left/VBD", ["Emily Vesk PERSON"]),
    ("so/RB {ORG Emily/NNP Party/NNP} left/VBD", ["Emily Party ORG"]),
    ("so/RB {ORG Emily/NNP Bridge/NNP} left/VBD", ["Emily Bridge FACILITY"]),
    ("so/RB {ORG Emily/NNP VESK/NNP} left/VBD", ["Emily VESK ORG"]),
    ("so/RB {ORG Emily/NNP Kabul/NNP} left/VBD", ["Emily Kabul ORG"]),
    ("so/RB {ORG Nasir/NNP Hameed/NNP} left/VBD", ["Nasir Hameed ORG"]),
    ("so/RB {ORG Nasir/NNP Vesk/NNP} left/VBD", ["Nasir Vesk ORG"]),
    ("so/RB {PERSON DKRT/NNP} left/VBD", ["DKRT ORG"]),
    ("so/RB {GPE DKRT/NNP} left/VBD", ["DKRT ORG"]),
    ("so/RB {PERSON VAT/NNP} left/VBD", []),
    ("the/DT {PERSON Vesk/NNP} left/VBD | so/RB {PERSON Vesk/NNP} left/VBD", ["Vesk ORG", "Vesk ORG"]),
    (
        "the/DT {PERSON Vesk/NNP/compound/2} men/NNS left/VBD | so/RB {PERSON Vesk/NNP} left/VBD",
        ["Vesk PERSON", "Vesk PERSON"],
    ),
    (
        "with/IN {PERSON Emily/NNP Vesk/NNP} there/RB | so/RB {GPE Vesk/NNP} left/VBD",
        ["Emily Vesk PERSON", "Vesk PERSON"],
    ),
    (
        "with/IN {PERSON Emily/NNP Vesk/NNP} there/RB | the/DT {PERSON Vesk/NNP} left/VBD",
        ["Emily Vesk PERSON", "Vesk PERSON"],
    ),
    (
        "with/IN {PERSON Emily/NNP Vesk/NNP} there/RB | the/DT {ORG Norway/NNP} left/VBD",
        ["Emily Vesk PERSON", "Norway GPE"],
    ),
    (
        "so/RB {PERSON Vesk/NNP} left/VBD | so/RB {ORG Vesk/NNP} left/VBD | so/RB {ORG Vesk/NNP} left/VBD",
        ["Vesk ORG", "Vesk ORG", "Vesk ORG"],
    ),
    (
        "so/RB {ORG Vesk/NNP} left/VBD | so/RB {PERSON Vesk/NNP} left/VBD | so/RB {PERSON Vesk/NNP} left/VBD",
        ["Vesk PERSON", "Vesk PERSON", "Vesk PERSON"],
    ),
    ("so/RB {ORG Black/NNP Sea/NNP} left/VBD", ["Black Sea LOC"]),
    ("so/RB {LOC Norway/NNP} left/VBD", ["Norway GPE"]),
    ("so/RB {PERSON Norway/NNP} left/VBD", ["Norway GPE"]),
    ("so/RB {PERSON Emily/NNP} left/VBD", ["Emily PERSON"]),
    ("shares/NNS of/IN {PERSON Vesk/NNP} fell/VBD | so/RB {GPE Vesk/NNP} left/VBD", ["Vesk ORG", "Vesk ORG"]),
    ("so/RB {PERSON Vesk/NNP} ,/, 38/CD ,/, left/VBD | so/RB {GPE Vesk/NNP} left/VBD", ["Vesk PERSON", "Vesk PERSON"]),
]


@pytest.mark.parametrize(("written", "expected"), REFINED)
def test_ends_and_classes(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    """What the pipeline took for a name stands in braces, behind its class."""
    words: list[str] = []
    names = []
    for piece in re.findall(r"\{(\w+) ([^}]*)\}|(\S+)", written):
        label, inside, word = piece
        first = len([w for w in words if w != "|"])
        words += inside.split() if label else [word]
        names += [(first, len([w for w in words if w != "|"]), label)] if label else []
    parsed = tagged(" ".join(words))
    got = refined(parsed.tokens, [Name(*name) for name in names])
    assert [f"{parsed.text(n.first, n.last)} {n.label}" for n in got] == expected

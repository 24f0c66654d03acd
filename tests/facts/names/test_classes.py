"""What a name is, by ordered evidence, on sentences tagged by hand; the name stands in braces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names.classes import classify
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]


def classed(tagged: Tagged, written: str, label: str = "", titled: bool = False) -> str:
    """The class of the words in braces, which the pipeline gave the label."""
    before, rest = written.split("{")
    inside, after = rest.split("}")
    first = len(before.replace("|", "").split())
    last = first + len(inside.split())
    names = [(first, last, label)] if label else []
    return classify(tagged(f"{before} {inside} {after}", names), first, last, titled)


KNOWN = [
    # things
    ("the/DT ferry/NN {Norway/NNP} sank/VBD", "thing"),
    ("with/IN {R-Texas/NNP} there/RB", "thing"),
    ("with/IN {X-Texas/NNP} there/RB", ""),
    ("the/DT {Police/NNP} left/VBD", "thing"),
    ("the/DT {Ministry/NNP} left/VBD", "thing"),
    ("the/DT {VAT/NNP} rose/VBD", "thing"),
    ("the/DT {V.A.T./NNP} rose/VBD", "thing"),
    ("the/DT {Vat/NNP} rose/VBD", ""),
    ("in/IN {UK/NNP} there/RB", "place"),
    ("for/IN $/$ {~US160/NNP} there/RB", "thing"),
    # bodies
    ("for/IN {Microsoft/NNP} there/RB", "organisation"),
    ("for/IN {NATO/NNP} there/RB", "organisation"),
    ("and/CC {Who/WP} left/VBD", ""),
    ("and/CC {WHO/WP} left/VBD", "organisation"),
    ("the/DT {French/JJ Vesk/NNP} left/VBD", "organisation"),
    ("a/DT {French/JJ Vesk/NNP} left/VBD", "organisation"),
    ("the/DT {French/JJ Vesk/NNP Tull/NNP} left/VBD", "organisation"),
    ("the/DT {French/JJ Hospital/NNP} left/VBD", "place"),
    ("the/DT {French/JJ Vesk/NNP} province/NN", "place"),
    ("the/DT {French/JJ VESK/NNP} left/VBD", "organisation"),
    # peoples and wide territories
    ("the/DT {Kurds/NNPS} left/VBD", "people"),
    ("the/DT {Sunni/JJ Kurds/NNPS} left/VBD", "people"),
    ("the/DT {Sunni/JJ Tull/NNP} left/VBD", "organisation"),
    ("the/DT {Republicans/NNPS} left/VBD", "organisation"),
    ("the/DT {French/JJ} left/VBD", "people"),
    ("the/DT {US/NNP} army/NN", "people"),
    ("the/DT {US/NNP} left/VBD", "place"),
    ("the/DT {US/NNP}", "place"),
    ("the/DT {U.S./NNP} left/VBD", "place"),
    ("the/DT {U.S./NNP} big/JJ army/NN", "people"),
    ("with/IN {Norway/NNP} there/RB", "place"),
    ("with/IN {Africa/NNP} there/RB", "place"),
    # after a settlement's noun
    ("the/DT town/NN of/IN {Vesk/NNP} fell/VBD", "place"),
    ("the/DT villages/NNS of/IN {Vesk/NNP} fell/VBD", "place"),
    ("the/DT villages/NNS {Vesk/NNP} fell/VBD", "place"),
    ("the/DT Village/NN {Vesk/NNP} fell/VBD", ""),
    ("the/DT city/NN {Vesk/NNP} fell/VBD", ""),
    ("the/DT son/NN of/IN {Vesk/NNP} fell/VBD", ""),
    ("the/DT town/NN in/IN {Vesk/NNP} fell/VBD", "place"),
    ("of/IN {Vesk/NNP} fell/VBD", ""),
    # by a designator
    ("in/IN {Vesk/NNP} province/NN", "place"),
    ("to/IN {Vesk/NNP} counties/NNS", "place"),
    ("to/IN {Vesk/NNP} street/NN", "place"),
    ("to/IN {Vesk/NNP} spokesman/NN", "organisation"),
    ("to/IN {Kabul/NNP} spokesman/NN", "place"),
    ("the/DT {Vesk/NNP Treaty/NNP} failed/VBD", "thing"),
    ("the/DT {Vesk/NNP Street/NNP} failed/VBD", "place"),
    ("the/DT {Vesk/NNP County/NNP} failed/VBD", "place"),
    ("the/DT {Lake/NNP Vesk/NNP} failed/VBD", "place"),
    ("the/DT {Vesk/NNP Party/NNP} failed/VBD", "organisation"),
    ("the/DT {Ministry/NNP of/IN Vesk/NNP} failed/VBD", "organisation"),
    ("the/DT {Vesk/NNP Hospital/NNP} failed/VBD", "place"),
    ("the/DT {Hospital/NNP of/IN Vesk/NNP} failed/VBD", "place"),
    # by a given name
    ("with/IN {Emily/NNP Vesk/NNP} there/RB", "person"),
    ("with/IN {Emily/NNP} there/RB", ""),
    ("with/IN {Vesk/NNP Q./NNP Tull/NNP} there/RB", "person"),
    ("with/IN {Vesk/NNP Q./NNP} there/RB", "organisation"),
    ("with/IN {Vesk/NNP q./NN Tull/NNP} there/RB", "organisation"),
    # listed places
    ("he/PRP left/VBD {Natchez/NNP} there/RB", ""),
    ("he/PRP left/VBD from/IN {Natchez/NNP} there/RB", "place"),
    ("he/PRP left/VBD {Natchez/NNP} ,/, Texas/NNP", "place"),
    ("he/PRP left/VBD {Natchez/NNP} ,/, Miss./NNP", "place"),
    ("he/PRP left/VBD {Natchez/NNP} and/CC Texas/NNP", ""),
    ("he/PRP left/VBD {Kabul/NNP} there/RB", "place"),
    ("so/RB {Kabul/NNP} said/VBD", ""),
    ("so/RB {Kabul/NNP} ,/, 38/CD ,/,", "person"),
    ("so/RB {Kabul/NNP} ,/, 380/CD ,/,", "place"),
    ("so/RB {Kabul/NNP} 38/CD ,/,", "place"),
    ("in/IN Natchez/NNP ,/, {Miss./NNP} there/RB", "place"),
    ("in/IN Natchez/NNP ,/, {OH/NNP} there/RB", "place"),
    ("in/IN natchez/NN ,/, {OH/NNP} there/RB", "organisation"),
    ("in/IN Natchez/NNP and/CC {Miss./NNP} there/RB", ""),
    # persons by what stands around
    ("so/RB {Vesk/NNP} ,/, 38/CD ,/,", "person"),
    ("the/DT 38-year-old/JJ {Vesk/NNP} left/VBD", "person"),
    ("a/DT 38/CD ~-/HYPH ~year/NN ~-/HYPH ~old/JJ {Vesk/NNP} left/VBD", "person"),
    ("the/DT old/JJ {Vesk/NNP} left/VBD", ""),
    ("{May/NNP} left/VBD", "person"),
    ("so/RB {Vesk/NNP Tull/NNP} said/VBD", "person"),
    ("so/RB said/VBD {Vesk/NNP Tull/NNP} there/RB", "person"),
    ("so/RB {Vesk/NNP Tull/NNP Orm/NNP} said/VBD", "person"),
    ("so/RB {Vesk/NNP Tull/NNP Orm/NNP Bax/NNP} said/VBD", "organisation"),
    ("so/RB {Vesk/NNP -/HYPH Tull/NNP} said/VBD", "person"),
    ("so/RB {VESK/NNP TULL/NNP} said/VBD", "organisation"),
    ("so/RB {Vesk/NNP Tull/NNP} left/VBD", "organisation"),
    ("her/PRP$ daughter/NN ,/, {Vesk/NNP} left/VBD", "person"),
    ("her/PRP$ daughter/NN and/CC {Vesk/NNP} left/VBD", ""),
    ("her/PRP$ daughters/NNS ,/, {Vesk/NNP} left/VBD", ""),
    ("her/PRP$ mill/NN ,/, {Vesk/NNP} left/VBD", ""),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, who/WP left/VBD", "person"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, which/WDT left/VBD", "organisation"),
    ("so/RB {Vesk/NNP Tull/NNP} and/CC who/WP left/VBD", "organisation"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, chairman/NN of/IN it/PRP", "person"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, the/DT old/JJ chairman/NN of/IN it/PRP", "person"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, left/VBD the/DT chairman/NN", "organisation"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/, who/WP", "organisation"),
    ("so/RB {Vesk/NNP Tull/NNP} ,/,", "organisation"),
    ("so/RB {Vesk/NNP} ,/, who/WP left/VBD", ""),
    # acronyms and makes
    ("the/DT {AK/NNP} 47/CD jammed/VBD", "thing"),
    ("the/DT {MQ/NNP} -9/CD jammed/VBD", "thing"),
    ("the/DT {DKRT/NNP} left/VBD", "organisation"),
    ("the/DT {D.K.R.T./NNP} left/VBD", "organisation"),
    ("the/DT {D/NNP} left/VBD", ""),
    ("the/DT {DKRTVW/NNP} left/VBD", "organisation"),
    ("the/DT {DKRTVWX/NNP} left/VBD", ""),
    ("the/DT {4DK/NNP} left/VBD", ""),
    ("the/DT {VeskTech/NNP} left/VBD", "organisation"),
    ("the/DT {McVesk/NNP} left/VBD", ""),
    ("the/DT {Vesk4Tech/NNP} left/VBD", ""),
    ("the/DT {Reuters/NNP Vesk/NNP} left/VBD", "organisation"),
    # first names of many languages
    ("so/RB {Nasir/NNP Vesk/NNP} left/VBD", "person"),
    ("the/DT {Nasir/NNP Vesk/NNP} left/VBD", "organisation"),
    ("so/RB {Nasir/NNP VESK/NNP} left/VBD", "organisation"),
    ("so/RB {Nasir/NNP Vesk/NN} left/VBD", "organisation"),
    ("so/RB {Nasir/NNP Vesk/NNP Kesk/NNP Orv/NNP} left/VBD", "organisation"),
    ("so/RB {Nasir/NNP Vesk/NNP Hameed/NNP Smith/NNP} left/VBD", "person"),
    ("so/RB {Nasir/VB Vesk/NNP} left/VBD", "person"),
    ("so/RB {Omer/NNP Vesk/NNP} left/VBD", "organisation"),
    ("so/RB {Omer/NNP Smith/NNP} left/VBD", "person"),
    ("so/RB {Omer/NNP Vešk/NNP} left/VBD", "person"),
    ("so/RB {Vesk/NNP Tulić/NNP} left/VBD", "person"),
    ("so/RB {Vesk/NNP Tulo/NNP} left/VBD", "organisation"),
    ("so/RB {Vešk/NNP Tulo/NNP} left/VBD", "organisation"),
    ("the/DT {St./NNP Paul/NNP} left/VBD", "place"),
    # a particle and the word before it
    ("so/RB {Nasir/NNP van/NNP Tull/NNP} left/VBD", "person"),
    ("so/RB {Vesk/NNP van/NNP Tull/NNP} left/VBD", ""),
    ("so/RB {Deir/NNP al/NNP -/HYPH Tull/NNP} left/VBD", "place"),
    ("so/RB {Jund/NNP al/NNP -/HYPH Tull/NNP} left/VBD", "organisation"),
    # by a preposition
    ("he/PRP lives/VBZ in/IN {Vesk/NNP} there/RB", "place"),
    ("he/PRP lives/VBZ near/IN {Vesk/NNP Tull/NNP} there/RB", "place"),
    ("he/PRP lives/VBZ on/IN {Vesk/NNP} there/RB", ""),
    # several words of which nothing is known
    ("he/PRP saw/VBD {Vesk/NNP Tull/NNP} there/RB", "organisation"),
    ("he/PRP saw/VBD {Vesk/NNP of/IN Tull/NNP} there/RB", ""),
    ("he/PRP saw/VBD {French/JJ of/IN Tull/NNP} there/RB", "organisation"),
    ("he/PRP saw/VBD {Vesk/NNP &/CC Tull/NNP} there/RB", "organisation"),
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", ""),
]


@pytest.mark.parametrize(("written", "expected"), KNOWN)
def test_a_name_is(tagged: Tagged, written: str, expected: str) -> None:
    assert classed(tagged, written) == expected


TITLED = [
    ("so/RB Mr/NNP {Vesk/NNP} left/VBD", "person"),
    ("so/RB President/NNP {DKRT/NNP} left/VBD", "organisation"),
    ("so/RB PRESIDENT/NNP {DKRT/NNP} left/VBD", "person"),
    ("so/RB President/NNP {DK/NNP} left/VBD", "person"),
    ("so/RB President/NNP {DKRTVW/NNP} left/VBD", "organisation"),
    ("so/RB President/NNP {DKRTVWX/NNP} left/VBD", "person"),
    ("so/RB President/NNP {DKRT/NNP VESK/NNP} left/VBD", "person"),
    ("so/RB President/NNP {SMITH/NNP} left/VBD", "person"),
    ("so/RB President/NNP {EMILY/NNP} left/VBD", "person"),
    ("so/RB President/NNP {Norway/NNP} left/VBD", "place"),
]


@pytest.mark.parametrize(("written", "expected"), TITLED)
def test_a_title_makes_a_person(tagged: Tagged, written: str, expected: str) -> None:
    assert classed(tagged, written, titled=True) == expected


LABELLED = [
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", "PERSON", "person"),
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", "ORG", "organisation"),
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", "LOC", "place"),
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", "NORP", "people"),
    ("he/PRP saw/VBD {Vesk/NNP} there/RB", "EVENT", ""),
    ("the/DT {Vesk/NNP} left/VBD", "PERSON", "organisation"),
    ("the/DT {Vesk/NNP} left/VBD", "GPE", "place"),
    ("the/DT {Vesk/NNP Tull/NNP} left/VBD", "PERSON", "person"),
    ("so/RB {Vesk/NNP} said/VBD", "GPE", "person"),
    ("so/RB said/VBD {Vesk/NNP} there/RB", "GPE", "person"),
    ("so/RB {Vesk/NNP Tull/NNP} left/VBD", "GPE", "place"),
    ("he/PRP saw/VBD {Ritter/NNP} there/RB", "GPE", "person"),
    ("he/PRP lives/VBZ in/IN {Ritter/NNP} there/RB", "GPE", "place"),
    ("he/PRP saw/VBD {Ritter/NNP} there/RB", "ORG", "organisation"),
]


@pytest.mark.parametrize(("written", "label", "expected"), LABELLED)
def test_the_pipelines_label_where_nothing_else_speaks(tagged: Tagged, written: str, label: str, expected: str) -> None:
    assert classed(tagged, written, label) == expected

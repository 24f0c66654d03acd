"""What the words around a name tell of it, on parses written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language.found_firms import acronyms, firms, short_forms, states, told_alone, towns
from divergence.language.names import refined
from divergence.language.parsed import Name, Parsed
from divergence.language.told_names import is_acronym_of_body, told_class

Build = Callable[[str], Parsed]

TOLD = [
    ("Shares/NOUN/NNS/nsubj/4 of/ADP/IN/case/3 Valtor/PROPN/NNP/nmod/1 fell/VERB/VBD/root/0", 2, "ORG"),
    ("Walls/NOUN/NNS/nsubj/4 of/ADP/IN/case/3 Valtor/PROPN/NNP/nmod/1 fell/VERB/VBD/root/0", 2, ""),
    ("The/DET/DT/det/2 bank/NOUN/NN/nsubj/4 Valtor/PROPN/NNP/appos/2 closed/VERB/VBD/root/0", 2, "ORG"),
    ("Valtor/PROPN/NNP/nmod:poss/3 's/PART/POS/case/1 profits/NOUN/NNS/nsubj/4 rose/VERB/VBD/root/0", 0, "ORG"),
    ("Valtor/PROPN/NNP/nmod:poss/3 's/PART/POS/case/1 hat/NOUN/NN/nsubj/4 fell/VERB/VBD/root/0", 0, ""),
    ("Valtor/PROPN/NNP/compound/2 shares/NOUN/NNS/nsubj/3 fell/VERB/VBD/root/0", 0, "ORG"),
    ("Valtor/PROPN/NNP/compound/2 sales/NOUN/NNS/nsubj/3 fell/VERB/VBD/root/0", 0, ""),
    ("Valtor/PROPN/NNP/nsubj/2 recalled/VERB/VBD/root/0 pumps/NOUN/NNS/obj/2", 0, "ORG"),
    ("Valtor/PROPN/NNP/nsubj/2 wept/VERB/VBD/root/0", 0, "PERSON"),
    ("Valtor/PROPN/NNP/nsubj:pass/3 was/AUX/VBD/aux:pass/3 shot/VERB/VBN/root/0", 0, "PERSON"),
    ("Valtor/PROPN/NNP/nsubj/2 shot/VERB/VBD/root/0 twice/ADV/RB/advmod/2", 0, ""),
    ("Police/NOUN/NNS/nsubj/2 arrested/VERB/VBD/root/0 Valtor/PROPN/NNP/obj/2", 2, "PERSON"),
    ("Tanks/NOUN/NNS/nsubj/2 shelled/VERB/VBD/root/0 Valtor/PROPN/NNP/obj/2", 2, "GPE"),
    ("Ritter/PROPN/NNP/nsubj/2 said/VERB/VBD/root/0 so/ADV/RB/advmod/2", 0, "PERSON"),
    ("Valtor/PROPN/NNP/nsubj/2 said/VERB/VBD/root/0 so/ADV/RB/advmod/2", 0, ""),
    ("They/PRON/PRP/nsubj/2 met/VERB/VBD/root/0 in/ADP/IN/case/4 Valtor/PROPN/NNP/obl/2", 3, "GPE"),
    (
        "Valtor/PROPN/NNP/nsubj/8 ,/PUNCT/,/punct/1 a/DET/DT/det/5 small/ADJ/JJ/amod/5 maker/NOUN/NN/appos/1 "
        "of/ADP/IN/case/7 pumps/NOUN/NNS/nmod/5 closed/VERB/VBD/root/0",
        0,
        "ORG",
    ),
    (
        "Valtor/PROPN/NNP/nsubj/6 ,/PUNCT/,/punct/1 an/DET/DT/det/4 economist/NOUN/NN/appos/1 ,/PUNCT/,/punct/1 "
        "left/VERB/VBD/root/0",
        0,
        "PERSON",
    ),
    (
        "Congress/PROPN/NNP/nsubj/6 ,/PUNCT/,/punct/1 the/DET/DT/det/4 president/NOUN/NN/conj/1 and/CCONJ/CC/cc/6 "
        "others/NOUN/NNS/root/0",
        0,
        "",
    ),
]


@pytest.mark.parametrize(
    ("written", "at", "label"), TOLD, ids=[w.split("/")[0] + str(n) for n, (w, _, _) in enumerate(TOLD)]
)
def test_words_around_a_name(tree: Build, written: str, at: int, label: str) -> None:
    assert told_class(tree(written).tokens, at, at + 1) == label


@pytest.mark.parametrize(
    ("written", "at", "body"),
    [
        ("The/DET/DT/det/2 GGT/PROPN/NNP/nsubj/3 left/VERB/VBD/root/0", 1, True),
        ("The/DET/DT/det/2 TV/NOUN/NN/nsubj/3 broke/VERB/VBD/root/0", 1, False),
        ("Louis/PROPN/NNP/nsubj/3 XIV/PROPN/NNP/flat/1 died/VERB/VBD/root/0", 1, False),
        ("PRODUCTION/NOUN/NN/compound/2 NOTES/NOUN/NNS/root/0", 1, False),
        ("A/DET/DT/det/2 MQ/PROPN/NNP/nsubj/4 -9/NUM/CD/nummod/2 crashed/VERB/VBD/root/0", 1, False),
    ],
)
def test_acronyms_of_bodies(tree: Build, written: str, at: int, body: bool) -> None:
    tokens = tree(written).tokens
    assert is_acronym_of_body(tokens, at) is body
    assert ((at, at + 1, "ORG") in list(acronyms(tokens, []))) is body


def test_listed_names_short_forms_and_states(tree: Build) -> None:
    parsed = tree(
        "Goldman/PROPN/NNP/nsubj/3 Sachs/PROPN/NNP/flat/1 left/VERB/VBD/root/0 Fresno/PROPN/NNP/obj/3 "
        ",/PUNCT/,/punct/4 Calif./PROPN/NNP/nmod/4"
    )
    assert list(firms(parsed.tokens, [])) == [(0, 2, "ORG")]
    assert list(states(parsed.tokens, [])) == [(5, 6, "GPE")]
    parsed = tree(
        "Valtor/PROPN/NNP/compound/2 Holdings/PROPN/NNP/nsubj/3 sued/VERB/VBD/root/0 ;/PUNCT/:/punct/3 "
        "Valtor/PROPN/NNP/nsubj/6 won/VERB/VBD/parataxis/3"
    )
    assert list(short_forms(parsed.tokens, [(0, 2, "ORG")])) == [(4, 5, "ORG")]
    assert list(short_forms(parsed.tokens, [(0, 2, "PERSON")])) == []


def test_towns_whatever_their_tags(tree: Build) -> None:
    parsed = tree("The/DET/DT/det/4 Oslo/ADJ/JJ/amod/4 -based/ADJ/JJ/amod/4 firm/NOUN/NN/root/0")
    assert list(towns(parsed.tokens, [])) == []
    parsed = tree("Buenos/ADJ/JJ/amod/2 Aires/NOUN/NN/nsubj/3 grew/VERB/VBD/root/0")
    assert list(towns(parsed.tokens, [])) == [(0, 2, "GPE")]


def test_single_words_that_no_name_holds(tree: Build) -> None:
    parsed = tree("Valtor/PROPN/NNP/nsubj/2 recalled/VERB/VBD/root/0 pumps/NOUN/NNS/obj/2")
    assert list(told_alone(parsed.tokens, [])) == [(0, 1, "ORG")]
    assert list(told_alone(parsed.tokens, [(0, 1, "GPE")])) == []
    parsed = tree("Woman/PROPN/NNP/nsubj:pass/3 was/AUX/VBD/aux:pass/3 shot/VERB/VBN/root/0")
    assert list(told_alone(parsed.tokens, [])) == [], "a noun for people is nobody's name"


def named(parsed: Parsed, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    found = refined(parsed.tokens, [Name(*n) for n in names])
    return [(parsed.text(n.first, n.last), n.label) for n in found]


def test_one_name_one_kind(tree: Build) -> None:
    parsed = tree(
        "Shares/NOUN/NNS/nsubj/4 of/ADP/IN/case/3 Valtor/PROPN/NNP/nmod/1 fell/VERB/VBD/root/0 ;/PUNCT/:/punct/4 "
        "Valtor/PROPN/NNP/nsubj/7 closed/VERB/VBD/parataxis/4"
    )
    assert named(parsed, (2, 3, "GPE"), (5, 6, "PERSON")) == [("Valtor", "ORG"), ("Valtor", "ORG")]


def test_a_person_called_a_body_is_a_person(tree: Build) -> None:
    parsed = tree("Laura/PROPN/NNP/nsubj/3 Simmons/PROPN/NNP/flat/1 left/VERB/VBD/root/0")
    assert named(parsed, (0, 2, "ORG")) == [("Laura Simmons", "PERSON")]
    parsed = tree(
        "Laura/PROPN/NNP/nsubj/5 Simmons/PROPN/NNP/flat/1 of/ADP/IN/case/4 Norway/PROPN/NNP/nmod/1 won/VERB/VBD/root/0"
    )
    assert named(parsed, (0, 4, "ORG")) == [("Laura Simmons", "PERSON"), ("Norway", "GPE")]


def test_where_names_end(tree: Build) -> None:
    parsed = tree(
        "Walter/PROPN/NNP/nsubj/4 King/PROPN/NNP/flat/1 Jr./PROPN/NNP/flat/1 left/VERB/VBD/root/0 "
        "St./PROPN/NNP/compound/6 Petersburg/PROPN/NNP/obj/4"
    )
    assert named(parsed, (0, 1, "PERSON"), (5, 6, "GPE")) == [
        ("Walter King Jr.", "PERSON"),
        ("St. Petersburg", "GPE"),
    ]
    parsed = tree(
        "Council/PROPN/NNP/nsubj/6 of/ADP/IN/case/3 Roads/PROPN/NNP/nmod/1 and/CCONJ/CC/cc/5 "
        "Bridges/PROPN/NNP/conj/3 met/VERB/VBD/root/0"
    )
    assert named(parsed, (0, 1, "ORG")) == [("Council of Roads and Bridges", "ORG")]
    parsed = tree("Ms./PROPN/NNP/compound/2 Simmons/PROPN/NNP/nsubj/4 billed/VERB/VBD/root/0 kroner/NOUN/NNS/obj/3")
    assert named(parsed, (0, 1, "GPE"), (3, 4, "PERSON")) == [("Simmons", "PERSON")]


def test_of_two_readings_as_long_the_body_wins(tree: Build) -> None:
    parsed = tree("Valtor/PROPN/NNP/nsubj/3 BDX/PROPN/NNP/flat/1 left/VERB/VBD/root/0")
    assert named(parsed, (0, 2, "GPE")) == [("Valtor BDX", "ORG")]


def test_listed_places_out_of_longer_guesses(tree: Build) -> None:
    parsed = tree("Nazi/ADJ/JJ/amod/2 Germany/PROPN/NNP/nsubj/3 fell/VERB/VBD/root/0")
    assert ("Germany", "GPE") in named(parsed, (0, 2, "GPE"))
    parsed = tree("Norway/PROPN/NNP/nsubj/4 and/CCONJ/CC/cc/3 Ghana/PROPN/NNP/conj/1 met/VERB/VBD/root/0")
    assert named(parsed, (0, 3, "GPE")) == [("Norway", "GPE"), ("Ghana", "GPE")]


def test_an_age_and_a_verdict_make_a_person(tree: Build) -> None:
    tokens = tree(
        "Valtor/PROPN/NNP/nsubj/5 ,/PUNCT/,/punct/1 38/NUM/CD/nummod/1 ,/PUNCT/,/punct/1 left/VERB/VBD/root/0"
    ).tokens
    assert told_class(tokens, 0, 1) == "PERSON"
    tokens = tree("They/PRON/PRP/nsubj/2 found/VERB/VBD/root/0 Valtor/PROPN/NNP/amod/4 guilty/NOUN/NN/obj/2").tokens
    assert told_class(tokens, 2, 3) == "PERSON"


def test_names_in_small_letters_are_first_names_alone(tree: Build) -> None:
    parsed = tree("laura/PROPN/NNP/nsubj/2 paid/VERB/VBD/root/0 kroner/NOUN/NNS/obj/2")
    assert named(parsed, (0, 1, "PERSON"), (2, 3, "PERSON")) == [("laura", "PERSON")]


AROUND = [
    ("bank/NN {Vesk/NNP} fell/VBD", "ORG"),
    ("bank/NNP {Vesk/NNP} fell/VBD", ""),
    ("bank/NN | {Vesk/NNP} fell/VBD", ""),
    ("unit/NN of/IN {Vesk/NNP} fell/VBD", "ORG"),
    ("unit/NN at/IN {Vesk/NNP} fell/VBD", "ORG"),
    ("unit/NN in/IN {Vesk/NNP} fell/VBD", "ORG"),
    ("unit/NN for/IN {Vesk/NNP} fell/VBD", ""),
    ("wall/NN of/IN {Vesk/NNP} fell/VBD", ""),
    ("Unit/NNP of/IN {Vesk/NNP} fell/VBD", ""),
    ("of/IN {Vesk/NNP} fell/VBD", ""),
    ("x/NN {Vesk/NNP} ~'s/POS net/JJ profit/NN", "ORG"),
    ("x/NN {Vesk/NNP} ~'s/POS net/JJ big/JJ profit/NN", ""),
    ("x/NN {Vesk/NNP} ~'s/POS wall/NN profit/NN", ""),
    ("x/NN {Vesk/NNP} shares/NNS fell/VBD", "ORG"),
    ("x/NN {Vesk/NNP} walls/NNS fell/VBD", ""),
    ("x/NN {Vesk/NNP} profit/NN fell/VBD", ""),
    ("x/NN {Vesk/NNP}", ""),
    ("x/NN {Vesk/NNP} guilty/JJ of/IN", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, 38/CD ,/, fell/VBD", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, 38/CD ./.", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, 38/CD fell/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, 8/CD ,/, fell/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, 380/CD ,/, fell/VBD", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, 3800/CD ,/, fell/VBD", ""),
    ("x/NN {Vesk/NNP} (/-LRB- 38/CD ,/, fell/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, 38/CD", ""),
    ("left/VBD in/IN {Vesk/NNP/obl/0} there/RB", "GPE"),
    ("left/VBD in/IN {Vesk/NNP/nmod/0} there/RB", ""),
    ("left/VBD in/RB {Vesk/NNP/obl/0} there/RB", ""),
    ("left/VBD at/IN {Vesk/NNP/obl/0} there/RB", ""),
    ("left/VBD in/IN {Vesk/NNP/obl/0} ~'s/POS hut/NN", ""),
    ("left/VBD in/IN {Vesk/NNP/obl/0 Tull/NNP/flat/2} there/RB", ""),
    ("so/RB {Ritter/NNP} said/VBD that/IN", "PERSON"),
    ("said/VBD {Ritter/NNP} there/RB", "PERSON"),
    ("so/RB {Ritter/NNP} said/NN that/IN", ""),
    ("so/RB {Ritter/NNP Vesk/NNP} said/VBD that/IN", ""),
    ("so/RB {Vesk/NNP} said/VBD that/IN", ""),
    ("so/RB {Ritter/NNP} fell/VBD that/IN", ""),
    ("x/NN {Vesk/NNP} ,/, a/DT small/JJ maker/NN of/IN pumps/NNS", "ORG"),
    ("x/NN {Vesk/NNP} ,/, the/DT group/NN ~'s/POS treasurer/NN ,/, left/VBD", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, one/CD economist/NN ,/, left/VBD", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, some/DT economist/NN ,/, left/VBD", ""),
    ("x/NN {Vesk/NNP} and/CC an/DT economist/NN ,/, left/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, an/DT economist/NN and/CC singer/NN", ""),
    ("x/NN {Vesk/NNP} ,/, an/DT economist/NN ~'s/POS wall/NN", ""),
    ("x/NN {Vesk/NNP} ,/, an/DT economist/NN wall/NN", ""),
    ("x/NN {Vesk/NNP} ,/, a/DT star/NN ,/, left/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, a/DT a/JJ b/JJ c/JJ d/JJ e/JJ f/JJ g/JJ h/JJ economist/NN ,/,", "PERSON"),
    ("x/NN {Vesk/NNP} ,/, a/DT a/JJ b/JJ c/JJ d/JJ e/JJ f/JJ g/JJ h/JJ i/JJ economist/NN ,/,", ""),
    ("x/NN {Vesk/NNP} ,/, a/DT | economist/NN ,/, left/VBD", ""),
    ("x/NN {Vesk/NNP} ,/, an/DT", ""),
    ("so/RB {Vesk/NNP/nsubj/2} wept/VBD there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj/2} recalled/VBD pumps/NNS", "ORG"),
    ("so/RB {Vesk/NNP/nsubj/2} shot/VBD there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj/2} shot/VBN there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj:pass/2} shelled/VBN there/RB", "GPE"),
    ("so/RB {Vesk/NNP/obj/2} shelled/VBD there/RB", "GPE"),
    ("so/RB {Vesk/NNP/obj/2} arrested/VBD there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/obl/2} arrested/VBD there/RB", ""),
    ("so/RB {Vesk/NNP/obj/2} arrest/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj/2} wept/IN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj/2} | wept/VBD there/RB", ""),
    ("so/RB {Vesk/NNP Party/NNP/nsubj/3} wept/VBD there/RB", ""),
    ("so/RB {Vesk/NNP Town/NNP/nsubj/3} wept/VBD there/RB", ""),
    ("rebels/NNS/nsubj/1 seized/VBD {Vesk/NNP/obj/1} there/RB", "GPE"),
    ("tailors/NNS/nsubj/1 seized/VBD {Vesk/NNP/obj/1} there/RB", ""),
    ("rebels/NNS/obl/1 seized/VBD {Vesk/NNP/obj/1} there/RB", ""),
    ("rebels/NNS/nsubj/1 praised/VBD {Vesk/NNP/obj/1} there/RB", ""),
    ("rebels/NNS/nsubj/1 seized/VBD {Vesk/NNP/obj/1 a/NNP b/NNP} there/RB", "GPE"),
    ("rebels/NNS/nsubj/1 seized/VBD {Vesk/NNP/obj/1 a/NNP b/NNP c/NNP} there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN head/NN coach/NN there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN as/IN the/DT coach/NN there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN coach/NN house/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN city/NN of/IN coach/NN there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN wall/NN coach/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN Wall/NNP coach/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN ,/, coach/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN | coach/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN a/JJ b/JJ c/JJ d/JJ e/JJ coach/NN there/RB", "PERSON"),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN a/JJ b/JJ c/JJ d/JJ e/JJ f/JJ coach/NN there/RB", ""),
    ("so/RB {Vesk/NNP/nsubj:pass/2} named/VBN coach/NN there/RB", "PERSON"),
]


@pytest.mark.parametrize(("written", "label"), AROUND)
def test_what_stands_around_tells(tagged: Callable[..., Parsed], written: str, label: str) -> None:
    """The name stands in braces."""
    before, rest = written.split("{")
    inside, after = rest.split("}")
    first = len([word for word in before.split() if word != "|"])
    tokens = tagged(f"{before} {inside} {after}").tokens
    assert told_class(tokens, first, first + len(inside.split())) == label

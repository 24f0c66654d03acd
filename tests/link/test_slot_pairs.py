"""Two names or times in one slot of one happening, in sentences that are not alike, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.link.gate import ONE_SLOT, story_contexts
from divergence.link.slot_pairs import SlotPair, capitalised, find_slot_pairs
from divergence.model.fact import Kind
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

Found = Callable[[str, str], tuple[SlotPair, ...]]


@pytest.fixture
def found(story: Callable[..., Story]) -> Found:
    def build(left: str, right: str) -> tuple[SlotPair, ...]:
        read = [read_article(a, Options()) for a in story(left, right, published="2024-05-06").articles]
        parsed, mentions = [p for p, _ in read], [m for _, own in read for m in own]
        return find_slot_pairs(parsed, {c.mention: c for c in story_contexts(parsed, mentions)})

    return build


DROWNED = "A fisherman drowned off Port Ellis on Sunday when his boat capsized in high seas."
RECOVERED = "Rescuers recovered the body of a fisherman whose boat capsized off Port Ellis on Sunday."
BLAST = "A car bomb exploded outside a police station in Karim on Saturday, killing three officers."
BOMB = "Three officers died on Saturday when a car bomb went off outside a police station in Karim."
WHITLOW = "The novelist Clara Whitlow has died at the age of 81."
OBITUARY = "Clara Whitlow, the novelist, has died at 81."

LORRY = "A lorry plunged off a bridge in {} Mali on Sunday. Eleven passengers drowned, the Red Cross said."
LORRY_TOO = (
    "Police are questioning the driver of a lorry that plunged off a bridge in {} Mali on Sunday. According to the \
Red Cross, 11 passengers drowned."
)
CAR = "A cable car fell in the {} on Sunday. Four skiers were killed, rescuers said. A gust had snapped a cable."
CAR_TOO = "Rescuers said four skiers died on Sunday when a cable car fell in the {}. A gust had snapped the cable."

DIFFER = [
    (
        "sides of one territory",
        LORRY.format("northern"),
        LORRY_TOO.format("southern"),
        ("northern Mali", "southern Mali"),
    ),
    (
        "countries alike in their letters",
        CAR.format("mountains of Austria"),
        CAR_TOO.format("mountains of Australia"),
        ("Austria", "Australia"),
    ),
    (
        "towns by the word for them",
        CAR.format("town of Orvane"),
        CAR_TOO.format("town of Besko"),
        ("town of Orvane", "town of Besko"),
    ),
    (
        "named",
        f"{DROWNED} The victim was named as John Halifax.",
        f"{RECOVERED} Police identified the dead man as Peter Reagan.",
        ("John Halifax", "Peter Reagan"),
    ),
    (
        "arrested",
        "Detectives arrested Paul Venn on Thursday over the theft of a painting from the Delmar museum.",
        "The Delmar museum misses a painting. On Thursday, officers took Rhys Colman into custody over the theft.",
        ("Paul Venn", "Rhys Colman"),
    ),
    (
        "led",
        "A delegation led by Foreign Minister Ana Petrov arrived in Geneva on Monday for talks on the border dispute.",
        "The delegation that arrived on Monday for the talks on the border is headed by Defence Minister Ivan Kolar.",
        ("Ana Petrov", "Ivan Kolar"),
    ),
    (
        "claimed",
        f"{BLAST} The Northern Front claimed responsibility for the attack.",
        f"{BOMB} Responsibility for the bombing was claimed by the People's Brigade.",
        ("Northern Front", "People's Brigade"),
    ),
    (
        "bought",
        "The bakeries of Kornhaus will be bought by Delfin Foods for $90 million, the companies said on Monday.",
        "Brightwell Group is to buy the bakeries of Kornhaus for $90 million, it was announced on Monday.",
        ("Delfin Foods", "Brightwell Group"),
    ),
    (
        "sentenced",
        "Judge Ruth Calder sentenced the smuggler to nine years in prison on Thursday.",
        "The smuggler, who had pleaded guilty, was jailed for nine years on Thursday by Judge Simon Ware.",
        ("Ruth Calder", "Simon Ware"),
    ),
    (
        "born where",
        f"{WHITLOW} She was born in Aberdeen and moved to London as a student.",
        f"{OBITUARY} A native of Dundee, she moved to London as a student.",
        ("Aberdeen", "Dundee"),
    ),
    (
        "born when",
        f"{WHITLOW} She was born in Aberdeen in 1943.",
        f"{OBITUARY} Born in 1940, she grew up in Aberdeen.",
        ("1943", "1940"),
    ),
    (
        "held where",
        "The summit of the five river states will be held in Lindau next month. Water rights top the agenda.",
        "Five river states plan a summit on water next month. The meeting takes place in Innsbruck.",
        ("Lindau", "Innsbruck"),
    ),
    (
        "two cities far apart",
        "The president landed in Akureyri on Monday evening for a short visit to the island's farmers.",
        "For a short visit to the farmers of the island the president arrived in Reykjavik on Monday evening.",
        ("Akureyri", "Reykjavik"),
    ),
    (
        "places that no gazetteer lists",
        "Jets struck the town of Belmarin overnight, killing five civilians, residents said.",
        "Five civilians were killed overnight in an air raid on Castorel, residents said.",
        ("town of Belmarin", "Castorel"),
    ),
    (
        "lists with one in common",
        "Air strikes hit Kabran and Paktol on Sunday, killing nine people, officials said.",
        "Officials said nine people were killed on Sunday in air strikes on Kabran and Kundar.",
        ("Kabran and Paktol", "Kabran and Kundar"),
    ),
    (
        "at what hour",
        "The blast at the Delmar mill happened at 6:15 a.m., fire officials said.",
        "Nobody was hurt in the explosion at the Delmar mill. Fire officials said it occurred shortly after 8 a.m.",
        ("6:15 a.m.", "shortly after 8 a.m."),
    ),
    (
        "home",
        "The winner is Lena Frost, of Bremen, a nurse, who bought her ticket in a kiosk on Saturday.",
        "On Saturday a nurse bought the winning ticket in a kiosk. It belongs to Lena Frost, of Hamburg.",
        ("Bremen", "Hamburg"),
    ),
    (
        "who said it",
        'Engineers inspected the dam. "There is no risk to anyone downstream," said Helen Stroud.',
        'The dam was inspected. "There is no risk to anyone downstream," said Martin Keel, who leads the water board.',
        ("Helen Stroud", "Martin Keel"),
    ),
]


@pytest.mark.parametrize(("left", "right", "names"), [c[1:] for c in DIFFER], ids=[c[0] for c in DIFFER])
def test_one_slot_filled_in_two_ways(found: Found, left: str, right: str, names: tuple[str, str]) -> None:
    assert names in {(p.left.text, p.right.text) for p in found(left, right)}
    assert names[::-1] in {(p.left.text, p.right.text) for p in found(right, left)}


NONE = [
    ("the same side", LORRY.format("northern"), LORRY_TOO.format("northern")),
    (
        "a side that the other article names too",
        LORRY.format("northern") + " It had come from southern Mali.",
        LORRY_TOO.format("southern"),
    ),
    (
        "a side that the first article names too",
        LORRY.format("northern"),
        LORRY_TOO.format("southern") + " It had come from northern Mali.",
    ),
    ("a territory and its side", LORRY.format("northern"), LORRY_TOO.format("").replace("  ", " ")),
    (
        "what only belongs to a place",
        CAR.format("park of the duke of Orvane"),
        CAR_TOO.format("park of the duke of Besko"),
    ),
    (
        "two victims, each named in both",
        "Two climbers died on Mount Harrow. One of the dead was named as Jack Ferris. The other was Luke Marsh.",
        "Two died on Mount Harrow. Police named one victim as Luke Marsh. The other is Jack Ferris.",
    ),
    (
        "a suspect and a victim",
        f"{BLAST} Police named the suspect as Anton Breck.",
        f"{BOMB} The victim was named as Maria Soll.",
    ),
    (
        "what many do",
        f"{BLAST} Anton Breck condemned the attack on the police station.",
        f"{BOMB} Maria Soll condemned the attack on the police station.",
    ),
    (
        "whom many meet",
        "The envoy met Anton Breck on Monday for talks on the border dispute in Geneva.",
        "In Geneva the envoy met Maria Soll on Monday for talks on the border dispute.",
    ),
    (
        "the other's name stands elsewhere",
        f"{BLAST} The Northern Front claimed responsibility for the attack.",
        f"{BOMB} Responsibility was claimed by the People's Brigade. The Northern Front denied any part in it.",
    ),
    (
        "its own article fills the slot twice",
        f"{BLAST} The Northern Front claimed responsibility. Responsibility was also claimed by the Eastern League.",
        f"{BOMB} Responsibility for the bombing was claimed by the People's Brigade.",
    ),
    (
        "a second one",
        "A second man was arrested on Thursday over the theft of a bronze horse from Tallow park.",
        "A man was arrested on Monday over the theft of a bronze horse from Tallow park.",
    ),
    (
        "two deaths",
        "The death of Adam Reeve in Georgia led to new protests over police shootings on Friday.",
        "New protests over police shootings followed the death of Paul Lund in Minnesota on Friday.",
    ),
    (
        "nothing else in common",
        "The club is led by Ana Petrov.",
        "Ivan Kolar leads a small choir that sings at weddings.",
    ),
    (
        "other days",
        "The army raid on the camp was led by Ana Petrov, who lost two soldiers there on 3 May.",
        "Ivan Kolar led the army raid on the camp in which two soldiers were lost. On 9 May, he raided the camp.",
    ),
    (
        "a first name only",
        f"{DROWNED} The victim was named as John Halifax.",
        f"{RECOVERED} Police identified the dead man as Johnny Halifax.",
    ),
    (
        "a text in capitals",
        "THE DELEGATION TO THE BORDER TALKS IN GENEVA WAS LED BY ANA PETROV.",
        "THE DELEGATION TO THE BORDER TALKS IN GENEVA IS HEADED BY IVAN KOLAR.",
    ),
    (
        "an airport's town and its city",
        "The president landed in Keflavik on Monday evening for a short visit to the island's farmers.",
        "For a short visit to the farmers of the island the president arrived in Reykjavik on Monday evening.",
    ),
    (
        "one place in the other",
        "The summit of the five river states will be held in Bavaria next month. Water rights top the agenda.",
        "Five river states plan a summit on water next month. The meeting takes place in Lindau.",
    ),
    (
        "a listed place and one that is not",
        "The summit of the five river states will be held in Bavaria next month. Water rights top the agenda.",
        "Five river states plan a summit on water next month. The meeting takes place in Quellenau.",
    ),
    (
        "a day of the week and a date, with little else in common",
        "The trial of the banker will begin on March 3 in Torvik.",
        "In Torvik the banker's trial starts on Monday.",
    ),
    (
        "a time that the other article gives too",
        f"{WHITLOW} She was born in Aberdeen in 1943.",
        f"{OBITUARY} Born in 1940, she grew up in Aberdeen. Her brother was born in 1943.",
    ),
    (
        "homes of two persons",
        "The winner is Lena Frost, of Bremen, a nurse, who bought her ticket in a kiosk on Saturday.",
        "On Saturday a nurse bought the winning ticket in a kiosk. It belongs to Olga Rehn, of Hamburg.",
    ),
    (
        "a quotation of few words",
        'Engineers inspected the dam. "No risk at all," said Helen Stroud.',
        'The dam was inspected. "No risk at all," said Martin Keel, who leads the water board.',
    ),
    (
        "other words",
        'Engineers inspected the dam. "There is no risk to anyone downstream," said Helen Stroud.',
        'The dam was inspected. "We have found three cracks in the northern wall," said Martin Keel.',
    ),
]


@pytest.mark.parametrize(("left", "right"), [c[1:] for c in NONE], ids=[c[0] for c in NONE])
def test_what_is_not_one_slot_of_one_happening(found: Found, left: str, right: str) -> None:
    assert not found(left, right)


def test_lists_with_a_place_in_common_are_as_sure_as_plain_rules_make_them(story: Callable[..., Story]) -> None:
    found = next(c[1:3] for c in DIFFER if c[3] == ("Kabran and Paktol", "Kabran and Kundar"))
    (lists,) = compare(story(*found, published="2024-05-06")).divergences
    towns = compare(story(CAR.format("mountains of Austria"), CAR_TOO.format("mountains of Australia")))
    assert lists.confidence > max(d.confidence for d in towns.divergences) == ONE_SLOT


def test_a_name_is_of_the_kind_that_its_slot_says(found: Found) -> None:
    (pair,) = found(
        "An earthquake of magnitude 5.8 shook the island. Its epicentre was near Valdremor, the institute said.",
        "The island was shaken by an earthquake of magnitude 5.8. The epicentre was near Pantosil, said the institute.",
    )
    assert pair.left.kind is pair.right.kind is Kind.PLACE


def test_the_reason_quotes_both_words_and_claims_no_more_than_is_so(found: Found) -> None:
    (pair,) = found(*next(c[1:3] for c in DIFFER if c[0] == "led"))
    assert pair.why == (
        "both seem to tell of one happening (“led” and “headed”), and neither article gives the other's name"
    )
    (lists,) = found(*next(c[1:3] for c in DIFFER if c[3] == ("Kabran and Paktol", "Kabran and Kundar")))
    assert lists.why.endswith("and one place stands in both lists")
    (home,) = found(*next(c[1:3] for c in DIFFER if c[0] == "home"))
    assert home.why == "both tell where “Lena Frost” lives, and neither article gives the other's place"


def test_capitalised_words_are_folded_and_lose_their_possessive() -> None:
    assert capitalised("The people’s Brigade met Zoë’s aunt in Orvane.") == {"the", "brigade", "zoe", "orvane"}

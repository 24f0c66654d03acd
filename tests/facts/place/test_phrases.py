"""Places in sentences tagged by hand: where the expression begins and ends, its name, and what else it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import pytest

from divergence.facts.place.phrases import Located, located
from divergence.facts.place.value import Spot
from divergence.language.parsed import Parsed


def told(parsed: Parsed, found: Located) -> str:
    """The expression, the place's name, and all else that is said of it."""
    usual = asdict(Spot(""))
    said = {name: value for name, value in asdict(found.spot).items() if name != "name" and value != usual[name]}
    more = [f"{name} {', '.join(value) if isinstance(value, tuple) else value}" for name, value in said.items()]
    return "; ".join([parsed.text(found.first, found.last), found.spot.name, *more])


PLACES = [
    ("hit/VBD Maple/NNP Street/NNP ./.", ["Maple Street; Maple Street; kind street"]),
    (
        "hit/VBD the/DT 1200/CD block/NN of/IN Maple/NNP Street/NNP",
        ["1200 block of Maple Street; Maple Street; kind street; number 1200"],
    ),
    ("hit/VBD the/DT old/JJ block/NN of/IN Maple/NNP Street/NNP", ["Maple Street; Maple Street; kind street"]),
    ("hit/VBD 12/CD Maple/NNP Street/NNP", ["12 Maple Street; Maple Street; kind street; number 12"]),
    ("hit/VBD 12/CD Maple/NNP Hospital/NNP", ["Maple Hospital; Maple Hospital; kind hospital"]),
    ("hit/VBD ,/, Maple/NNP Street/NNP", ["Maple Street; Maple Street; kind street"]),
    ("Maple/NNP Street/NNP burned/VBD", ["Maple Street; Maple Street; kind street"]),
    ("at/IN 19th/JJ and/CC Vesk/NNP there/RB", ["19th and Vesk; 19th and Vesk; kind street"]),
    ("at/IN 19th/JJ or/CC Vesk/NNP there/RB", []),
    ("19th/JJ and/CC Vesk/NNP burned/VBD", ["19th and Vesk; 19th and Vesk; kind street"]),
    ("at/IN Vesk/NNP and/CC 4th/JJ Streets/NNPS there/RB", ["Vesk and 4th Streets; 4th and Vesk; kind street"]),
    ("at/IN Vesk/NNP and/CC 4th/JJ there/RB", ["Vesk and 4th; 4th and Vesk; kind street"]),
    ("at/IN Vesk/NNP and/CC 4th/JJ", ["Vesk and 4th; 4th and Vesk; kind street"]),
    (
        "at/IN Vesk/NNP Street/NNP and/CC 4th/JJ Avenue/NNP there/RB",
        ["Vesk Street and 4th Avenue; 4th and Vesk; kind street"],
    ),
    (
        "at/IN the/DT Dallas/NNP County/NNP jail/NN there/RB",
        ["Dallas County jail; Dallas County jail; kind jail; within Dallas County"],
    ),
    (
        "at/IN the/DT Dallas/NNP County/NNP old/JJ city/NN jail/NN there/RB",
        ["Dallas County old city jail; Dallas County old city jail; kind jail; within Dallas County"],
    ),
    (
        "at/IN the/DT Dallas/NNP County/NNP old/JJ big/JJ city/NN jail/NN there/RB",
        ["Dallas County; Dallas County; kind county"],
    ),
    ("at/IN the/DT Dallas/NNP County/NNP closed/JJ jail/NN there/RB", ["Dallas County; Dallas County; kind county"]),
    ("at/IN the/DT Vesk/NNP jail/NN there/RB", ["Vesk jail; Vesk jail; kind jail"]),
    ("at/IN the/DT Kabul/NNP jail/NN there/RB", ["Kabul jail; Kabul jail; kind jail; within Kabul"]),
    ("at/IN Vesk/NNP Hospital/NNP there/RB", ["Vesk Hospital; Vesk Hospital; kind hospital"]),
    ("at/IN Hospital/NNP there/RB", []),
    ("at/IN the/DT Vesk/NNP University/NNP there/RB", []),
    ("at/IN the/DT Vesk/NNP House/NNP there/RB", ["Vesk House; Vesk House; kind house"]),
    ("at/IN Emily/NNP Hall/NNP there/RB", ["Emily Hall; Emily Hall; kind hall"]),
    ("at/IN Vesk/NNP Theatre/NNP there/RB", ["Vesk Theatre; Vesk Theatre; kind theater"]),
    ("in/IN Vesk/NNP County/NNP there/RB", ["Vesk County; Vesk; kind county"]),
    ("in/IN Vesk/NNP county/NN there/RB", ["Vesk county; Vesk; kind county"]),
    ("in/IN Kabul/NNP province/NN there/RB", ["Kabul province; Kabul; kind province"]),
    ("in/IN Southern/NNP Norway/NNP there/RB", ["Southern Norway; Norway; part southern"]),
    ("in/IN Southern/NNP Vesk/NNP there/RB", ["Southern Vesk; Southern Vesk"]),
    ("in/IN the/DT northeastern/JJ town/NN of/IN Vesk/NNP there/RB", ["northeastern town of Vesk; Vesk; kind town"]),
    ("in/IN the/DT towns/NNS of/IN the/DT Vesk/NNP there/RB", []),
    ("in/IN the/DT son/NN of/IN Norway/NNP there/RB", ["Norway; Norway"]),
    (
        "in/IN the/DT car/NN park/NN of/IN the/DT Vesk/NNP Hospital/NNP there/RB",
        ["car park of the Vesk Hospital; park; kind park; within Vesk Hospital"],
    ),
    (
        "in/IN the/DT town/NN of/IN the/DT Vesk/NNP Hospital/NNP there/RB",
        ["Vesk Hospital; Vesk Hospital; kind hospital"],
    ),
    ("in/IN Herat/NNP ,/, Afghanistan/NNP there/RB", ["Herat , Afghanistan; Herat; within Afghanistan"]),
    ("in/IN Herat/NNP ,/, in/IN Afghanistan/NNP there/RB", ["Herat , in Afghanistan; Herat; within Afghanistan"]),
    (
        "in/IN Herat/NNP in/IN western/JJ Afghanistan/NNP there/RB",
        ["Herat in western Afghanistan; Herat; within Afghanistan"],
    ),
    ("in/IN Herat/NNP of/IN Afghanistan/NNP there/RB", ["Herat of Afghanistan; Herat; within Afghanistan"]),
    ("in/IN Herat/NNP (/-LRB- Afghanistan/NNP )/-RRB- there/RB", ["Herat ( Afghanistan; Herat; within Afghanistan"]),
    ("in/IN Herat/NNP and/CC Afghanistan/NNP there/RB", ["Herat; Herat", "Afghanistan; Afghanistan"]),
    ("in/IN Herat/NNP ,/, Norway/NNP there/RB", ["Herat; Herat", "Norway; Norway"]),
    ("in/IN Herat/NNP ,/, Kabul/NNP there/RB", ["Herat; Herat", "Kabul; Kabul"]),
    (
        "in/IN Herat/NNP in/IN the/DT province/NN of/IN Herat/NNP there/RB",
        ["Herat in the province of Herat; Herat; within Herat"],
    ),
    (
        "in/IN Vesk/NNP in/IN the/DT province/NN of/IN Herat/NNP there/RB",
        ["Vesk in the province of Herat; Vesk; within Herat"],
    ),
    (
        "in/IN Vesk/NNP in/IN the/DT big/JJ old/JJ wide/JJ province/NN of/IN Herat/NNP there/RB",
        ["Vesk; Vesk", "big old wide province of Herat; Herat; kind province"],
    ),
    (
        "in/IN Vesk/NNP ,/, the/DT capital/NN of/IN Norway/NNP there/RB",
        ["Vesk , the capital of Norway; Vesk; within Norway"],
    ),
    ("in/IN Dayton/NNP ,/, Ohio/NNP there/RB", ["Dayton , Ohio; Dayton; within Ohio"]),
    ("in/IN Eureka/NNP ,/, Calif./NNP there/RB", ["Eureka , Calif.; Eureka; within California"]),
    ("in/IN Dayton/NNP ,/, OH/NNP there/RB", ["Dayton , OH; Dayton; within Ohio"]),
    (
        "in/IN the/DT Vesk/NNP Hospital/NNP in/IN Herat/NNP there/RB",
        ["Vesk Hospital in Herat; Vesk Hospital; kind hospital; within Herat"],
    ),
    (
        "in/IN the/DT Vesk/NNP Hospital/NNP ,/, Norway/NNP there/RB",
        ["Vesk Hospital; Vesk Hospital; kind hospital", "Norway; Norway"],
    ),
    ("in/IN Norway/NNP 's/POS Vesk/NNP province/NN there/RB", ["Vesk province; Vesk; kind province; within Norway"]),
    ("in/IN Norway/NNP and/CC Vesk/NNP province/NN there/RB", ["Norway; Norway", "Vesk province; Vesk; kind province"]),
    (
        "in/IN the/DT Syrian/JJ city/NN of/IN Aleppo/NNP there/RB",
        ["Syrian city of Aleppo; Aleppo; kind city; within Syria"],
    ),
    ("in/IN Kabul/NNP 's/POS mills/NNS there/RB", []),
    ("in/IN Kabul/NNP police/NN there/RB", []),
    (
        "in/IN Indian/JJ ~-/HYPH ~administered/VBN Kashmir/NNP there/RB",
        ["Indian-administered Kashmir; Kashmir; part Indian-administered"],
    ),
    ("in/IN northern/JJ Gaza/NNP there/RB", ["northern Gaza; Gaza; part northern"]),
    ("in/IN north/JJ ~-/HYPH ~eastern/JJ Gaza/NNP there/RB", ["north-eastern Gaza; Gaza; part northeastern"]),
    ("in/IN central/JJ Gaza/NNP there/RB", ["central Gaza; Gaza; part central"]),
    ("in/IN upper/JJ Egypt/NNP there/RB", ["upper Egypt; Egypt; part upper"]),
    ("to/IN upper/JJ Egypt/NNP there/RB", ["Egypt; Egypt"]),
    ("in/IN north/JJ and/CC south/JJ Sudan/NNP there/RB", ["Sudan; Sudan"]),
    ("in/IN old/JJ and/CC south/JJ Sudan/NNP there/RB", ["south Sudan; Sudan; part south"]),
    ("in/IN the/DT south/NN of/IN Sudan/NNP there/RB", ["the south of Sudan; Sudan; part southern"]),
    ("in/IN the/DT south/NN of/IN the/DT Sudan/NNP there/RB", ["the south of the Sudan; Sudan; part southern"]),
    ("in/IN the/DT northern/JJ part/NN of/IN Sudan/NNP there/RB", ["the northern part of Sudan; Sudan; part northern"]),
    ("in/IN the/DT northern/JJ mill/NN of/IN Sudan/NNP there/RB", ["Sudan; Sudan"]),
    ("in/IN northern/JJ part/NN of/IN Sudan/NNP there/RB", ["Sudan; Sudan"]),
    ("in/IN the/DT centre/NN of/IN Sudan/NNP there/RB", ["Sudan; Sudan"]),
    ("in/IN the/DT central/JJ part/NN of/IN Sudan/NNP there/RB", ["the central part of Sudan; Sudan; part central"]),
    ("in/IN rebel/NN ~-/HYPH ~held/VBN Aleppo/NNP there/RB", ["rebel-held Aleppo; Aleppo; part rebel-held"]),
    ("in/IN rebel/NN ~-/HYPH ~loved/VBN Aleppo/NNP there/RB", ["Aleppo; Aleppo"]),
    ("held/VBN Aleppo/NNP there/RB", ["Aleppo; Aleppo"]),
    (
        "34/CD miles/NNS west/RB of/IN Kabul/NNP",
        ["34 miles west of Kabul; Kabul; relation from; direction west; distance 54.717696"],
    ),
    ("34/CD miles/NNS from/IN Kabul/NNP", ["34 miles from Kabul; Kabul; relation from; distance 54.717696"]),
    ("1,200/CD feet/NNS from/IN Kabul/NNP", ["1,200 feet from Kabul; Kabul; relation from; distance 0.3657600"]),
    ("130km/NN off/IN Tripoli/NNP", ["130km off Tripoli; Tripoli; relation off; distance 130"]),
    (
        "twelve/CD miles/NNS (/-LRB- 19/CD km/NN )/-RRB- south/RB of/IN Kabul/NNP",
        ["twelve miles ( 19 km ) south of Kabul; Kabul; relation from; direction south; distance 19.312128"],
    ),
    ("miles/NNS north/RB of/IN Kabul/NNP", ["north of Kabul; Kabul; relation from; direction north"]),
    (
        "just/RB a/DT few/JJ miles/NNS north/RB of/IN Kabul/NNP",
        ["north of Kabul; Kabul; relation from; direction north"],
    ),
    ("just/RB east/RB of/IN Kabul/NNP", ["just east of Kabul; Kabul; relation from; direction east"]),
    (
        "the/DT east/NN of/IN Vesk/NNP Hospital/NNP",
        ["east of Vesk Hospital; Vesk Hospital; kind hospital; relation from; direction east"],
    ),
    ("west/RB of/IN Kabul/NNP", ["west of Kabul; Kabul; relation from; direction west"]),
    ("wall/NN of/IN Kabul/NNP", ["Kabul; Kabul"]),
    ("outskirts/NNS of/IN Kabul/NNP", ["outskirts of Kabul; Kabul; relation near"]),
    (
        "he/PRP left/VBD northern/JJ outskirts/NNS of/IN Kabul/NNP",
        ["northern outskirts of Kabul; Kabul; relation near"],
    ),
    ("near/IN Kabul/NNP", ["near Kabul; Kabul; relation near"]),
    ("close/RB to/IN Kabul/NNP", ["close to Kabul; Kabul; relation near"]),
    ("he/PRP went/VBD to/IN Kabul/NNP", ["Kabul; Kabul"]),
    ("outside/IN the/DT old/JJ Kabul/NNP", ["outside the old Kabul; Kabul; relation outside"]),
    ("5/CD km/NN outside/IN Kabul/NNP", ["5 km outside Kabul; Kabul; relation outside; distance 5"]),
    ("between/IN Kabul/NNP", ["between Kabul; Kabul; relation between"]),
    ("in/IN the/DT Vesk/NNP Hospital/NNP", ["Vesk Hospital; Vesk Hospital; kind hospital"]),
    (
        "behind/IN their/PRP$ Vesk/NNP Hospital/NNP",
        ["behind their Vesk Hospital; Vesk Hospital; kind hospital; relation behind"],
    ),
    ("on/IN Vesk/NNP Street/NNP", ["Vesk Street; Vesk Street; kind street"]),
    ("with/IN Vesk/NNP Street/NNP", ["Vesk Street; Vesk Street; kind street"]),
    ("off/IN the/DT port/NN Kabul/NNP", ["off the port Kabul; Kabul; relation off"]),
    (
        "in/IN the/DT town/NN of/IN Herat/NNP in/IN Norway/NNP there/RB",
        ["town of Herat in Norway; Herat; kind town; within Norway"],
    ),
    (
        "in/IN the/DT town/NN of/IN Herat/NNP ,/, Norway/NNP there/RB",
        ["town of Herat; Herat; kind town", "Norway; Norway"],
    ),
    (
        "in/IN the/DT district/NN of/IN Herat/NNP in/IN Norway/NNP there/RB",
        ["district of Herat in Norway; Herat; kind district; within Norway"],
    ),
    (
        "in/IN the/DT province/NN of/IN Herat/NNP in/IN Norway/NNP there/RB",
        ["province of Herat; Herat; kind province", "Norway; Norway"],
    ),
    ("in/IN Vesk/NNP ,/, Norway/NNP there/RB", ["Vesk , Norway; Vesk; within Norway"]),
    ("in/IN Vesk/NNP ,/, Bergen/NNP there/RB", ["Vesk; Vesk", "Bergen; Bergen"]),
    ("in/IN Vesk/NNP in/IN Bergen/NNP there/RB", ["Vesk in Bergen; Vesk; within Bergen"]),
    ("in/IN Vesk/NNP in/IN Tull/NNP there/RB", ["Vesk; Vesk", "Tull; Tull"]),
    (
        "in/IN the/DT Vesk/NNP Hospital/NNP in/IN Tull/NNP there/RB",
        ["Vesk Hospital in Tull; Vesk Hospital; kind hospital; within Tull"],
    ),
    (
        "in/IN the/DT Vesk/NNP Hospital/NNP ,/, Calif./NNP there/RB",
        ["Vesk Hospital , Calif.; Vesk Hospital; kind hospital; within California"],
    ),
    ("in/IN Vesk/NNP ,/, Calif/NNP there/RB", ["Vesk; Vesk"]),
    ("in/IN Vesk/NNP in/IN Microsoft/NNP there/RB", ["Vesk; Vesk"]),
    ("in/IN Vesk/NNP ,/, Herat/NNP province/NN there/RB", ["Vesk , Herat province; Vesk; within Herat province"]),
    (
        "in/IN Vesk/NNP ,/, in/IN the/DT northern/JJ province/NN of/IN Herat/NNP ,/, Afghanistan/NNP there/RB",
        ["Vesk , in the northern province of Herat , Afghanistan; Vesk; within Herat, Afghanistan"],
    ),
    (
        "in/IN Vesk/NNP in/IN Herat/NNP province/NN in/IN Afghanistan/NNP there/RB",
        ["Vesk in Herat province in Afghanistan; Vesk; within Herat province, Afghanistan"],
    ),
    (
        "in/IN Vesk/NNP in/IN Bergen/NNP in/IN Norway/NNP in/IN Europe/NNP in/IN Asia/NNP there/RB",
        ["Vesk in Bergen in Norway in Europe; Vesk; within Bergen, Norway, Europe", "Asia; Asia"],
    ),
]


@pytest.mark.parametrize(("written", "expected"), PLACES)
def test_places(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    parsed = tagged(f"He/PRP saw/VBD it/PRP | {written} ./.")
    assert [told(parsed, found) for found in located(parsed)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("to/TO the/DT east/NN of/IN Kabul/NNP", ["the east of Kabul; Kabul; part eastern"]),
        ("Kabul/NNP burned/VBD", []),
        ("near/IN Kabul/NNP", ["near Kabul; Kabul; relation near"]),
        ("southern/JJ Sudan/NNP", ["southern Sudan; Sudan; part southern"]),
        ("and/CC Vesk/NNP Street/NNP", ["Vesk Street; Vesk Street; kind street"]),
        ("12/CD Vesk/NNP Street/NNP", ["12 Vesk Street; Vesk Street; kind street; number 12"]),
        ("19th/JJ and/CC Vesk/NNP", ["19th and Vesk; 19th and Vesk; kind street"]),
    ],
)
def test_places_that_open_or_end_an_article(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    parsed = tagged(written)
    assert [told(parsed, found) for found in located(parsed)] == expected

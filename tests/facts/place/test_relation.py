"""How two places stand, made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from divergence.facts.place.relation import relate_places, relate_spots
from divergence.facts.place.value import Places, Spot
from divergence.model.comparison import Relation

SAME, VARIANT, REFINES = Relation.SAME, Relation.VARIANT, Relation.REFINES
CONTAINS, CONFLICTS, CANNOT_TELL = Relation.CONTAINS, Relation.CONFLICTS, Relation.CANNOT_TELL


def off(direction: str = "", distance: str = "", relation: str = "from", name: str = "Bergen") -> Spot:
    """A place told by where it lies from another."""
    return Spot(name, relation=relation, direction=direction, distance=Decimal(distance) if distance else None)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (Spot("Bergen"), Spot("Bergen"), SAME),
        (Spot("Bergen"), Spot("Stavanger"), CONFLICTS),
        (Spot("Norway"), Spot("Stavanger"), CONTAINS),
        (Spot("Orvane", "village"), Spot("Selby Mill", "village"), CONFLICTS),
        (Spot("Orvane"), Spot("Selby Mill"), CANNOT_TELL),
        (Spot("Orvane", within=("Selby Mill",)), Spot("Selby Mill"), CONTAINS),
        (Spot("Orvane", within=("Norway",)), Spot("Norway"), CONTAINS),
        # directions within 45 degrees agree
        (off("north"), off("northwest"), REFINES),
        (off("north"), off("west"), CONFLICTS),
        (off("north"), off("south"), CONFLICTS),
        (off("north"), off(""), REFINES),
        # distances by a fifth, and two kilometres at least
        (off("", "5"), off("", "7"), REFINES),
        (off("", "5"), off("", "7.5"), CONFLICTS),
        (off("", "40"), off("", "50"), REFINES),
        (off("", "39"), off("", "50"), CONFLICTS),
        (off("", "5"), off("", ""), REFINES),
        # at a town and away from it are two places, in a country and away from something in it may be one
        (Spot("Bergen"), Spot("Bergen", relation="outside"), CONFLICTS),
        (Spot("Bergen", "city"), off("", "5"), CONFLICTS),
        (Spot("Bergen"), Spot("Bergen", relation="near"), REFINES),
        (Spot("Norway"), Spot("Norway", relation="from"), CANNOT_TELL),
        # what lies near one town may lie in another
        (Spot("Bergen", relation="near"), Spot("Stavanger"), CANNOT_TELL),
        (Spot("Bergen", relation="off"), Spot("Stavanger"), CANNOT_TELL),
        (Spot("Bergen", relation="near"), Spot("Stavanger", relation="near"), CONFLICTS),
        (Spot("Bergen", relation="from"), Spot("Stavanger"), CONFLICTS),
        # parts
        (Spot("Norway", part="northern"), Spot("Norway", part="southern"), CONFLICTS),
        (Spot("Norway", part="northern"), Spot("Norway"), CONTAINS),
        (Spot("Norway", part="northern"), Spot("Norway", part="northern"), SAME),
        (Spot("Norway", part="northern"), Spot("Stavanger"), CANNOT_TELL),
        (Spot("Norway"), Spot("Stavanger", part="northern"), CONTAINS),
        # a side in a name is a part, where one name is not listed or the sides face each other
        (Spot("North Orvane"), Spot("South Orvane"), CONFLICTS),
        (Spot("Northern Orvane"), Spot("North Orvane"), SAME),
        (Spot("North Orvane"), Spot("Orvane"), CONTAINS),
        (Spot("North Orvane"), Spot("Orvane", part="southern"), CONFLICTS),
        (Spot("North Orvane"), Spot("Orvane", part="northwestern"), REFINES),
        (Spot("North Orvane"), Spot("South Selby"), CANNOT_TELL),
        (Spot("North Korea"), Spot("South Korea"), CONFLICTS),
        (Spot("West Virginia"), Spot("Virginia"), CONFLICTS),
        # unlisted names that are spelled alike
        (Spot("Orvanne"), Spot("Orvane"), VARIANT),
        # namesakes in two countries
        (Spot("Orvane", within=("Italy",)), Spot("Orvane", within=("Kenya",)), CONFLICTS),
        (Spot("Orvane", within=("Italy",)), Spot("Orvane", within=("Italy", "Europe")), SAME),
        (Spot("Orvane", within=("Italy",)), Spot("Orvane"), SAME),
        (Spot("Orvane", "province"), Spot("Orvane", "district"), VARIANT),
    ],
)
def test_two_places_stand_in_one_way_from_either_side(left: Spot, right: Spot, relation: Relation) -> None:
    assert relate_spots(left, right) is relation
    assert relate_spots(right, left) is relation


BUILT = [
    (Spot("Maple Street", "street", number="12"), Spot("Maple Street", "street", number="12"), SAME),
    (Spot("Maple Street", "street", number="12"), Spot("Maple Street", "street"), REFINES),
    (Spot("Maple Street", "street", number="12"), Spot("Maple Road", "road", number="12"), VARIANT),
    (Spot("Maple Street", "street", number="1200"), Spot("Maple Street", "street", number="1234"), CONTAINS),
    (Spot("Maple Street", "street", number="1212"), Spot("Maple Street", "street", number="1234"), CONFLICTS),
    (Spot("Maple Street", "street", number="1300"), Spot("Maple Street", "street", number="1234"), CONFLICTS),
    (Spot("Maple Street", "street"), Spot("Cedar Street", "street"), CONFLICTS),
    (Spot("Maple Street", "street"), Spot("Cedar and Maple", "street"), REFINES),
    (Spot("N Maple Street", "street"), Spot("Maple Street", "street"), VARIANT),
    (Spot("Maple Street", "street"), Spot("Bergen"), CANNOT_TELL),
    (Spot("Maple Court", "court"), Spot("Cedar Court", "court"), CONFLICTS),
    (Spot("Maple Court", "court", number="12"), Spot("Cedar Court", "court", number="12"), CONFLICTS),
    (Spot("Maple Court", "court", number="12"), Spot("Cedar Court", "court"), CANNOT_TELL),
    (Spot("street", "street"), Spot("Cedar Street", "street"), CANNOT_TELL),
    (Spot("hospital", "hospital"), Spot("hospital", "hospital"), SAME),
    (Spot("hospital", "hospital"), Spot("hospital", "hospital", relation="outside"), CONFLICTS),
    (Spot("hospital", "hospital"), Spot("hospital", "hospital", relation="near"), REFINES),
    (Spot("hospital", "hospital"), Spot("jail", "jail"), CANNOT_TELL),
    (Spot("police post", "post"), Spot("post", "post"), REFINES),
    (Spot("police post", "post"), Spot("army post", "post"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital"), Spot("Tull Hospital", "hospital"), CONFLICTS),
    (Spot("Vesk Hospital", "hospital"), Spot("tull hospital", "hospital"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital"), Spot("Vesk Hospital", "hospital", relation="outside"), CONFLICTS),
    (Spot("Vesk Hospital", "hospital"), Spot("Vesk Hospital", "hospital", ("Bergen",)), REFINES),
    (Spot("Vesk Hospital", "hospital"), Spot("Vesk General Hospital", "hospital"), REFINES),
    (Spot("Vesk General Hospital", "hospital"), Spot("General Vesk Hospital", "hospital"), VARIANT),
    (Spot("Bergen Hospital", "hospital"), Spot("hospital", "hospital", ("Bergen",)), SAME),
    (Spot("Bergen Hospital", "hospital"), Spot("city hospital", "hospital", ("Bergen",)), REFINES),
    (Spot("car park", "parking", ("Vesk hospital",)), Spot("Vesk Hospital", "hospital"), CONFLICTS),
    (Spot("car park", "parking", ("Vesk hospital",)), Spot("Vesk Hospital", "hospital", relation="outside"), REFINES),
    (Spot("car park", "parking", ("Vesk hospital",)), Spot("Vesk Hospital", "hospital", relation="near"), REFINES),
    (
        Spot("car park", "parking", ("Vesk hospital",)),
        Spot("Vesk Hospital", "hospital", relation="behind"),
        CANNOT_TELL,
    ),
    (Spot("lobby", "lobby", ("Vesk hospital",)), Spot("Vesk Hospital", "hospital"), REFINES),
    (Spot("lobby", "lobby"), Spot("Vesk Hospital", "hospital"), CANNOT_TELL),
    (Spot("lobby", "lobby", ("Vesk jail",)), Spot("Vesk Hospital", "hospital"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital", ("Bergen",)), Spot("Bergen"), CONTAINS),
    (Spot("Vesk Hospital", "hospital", ("Bergen",)), Spot("Bergen", relation="outside"), CONFLICTS),
    (Spot("Vesk Hospital", "hospital", ("Bergen",)), Spot("Bergen", relation="from"), CONFLICTS),
    (Spot("Vesk Hospital", "hospital", ("Bergen",)), Spot("Bergen", relation="near"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital", ("Norway",)), Spot("Norway", relation="outside"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital"), Spot("Bergen"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital", ("Stavanger",)), Spot("Bergen"), CANNOT_TELL),
    (Spot("Vesk Hospital", "hospital"), Spot("Vesk Hospitl"), VARIANT),
    (Spot("Vesk Hospital", "hospital"), Spot("Orvane"), CANNOT_TELL),
    (Spot("Norway", part="northern"), Spot("Norway", part="northwestern"), REFINES),
    (Spot("Norway", part="rebel-held"), Spot("Norway", part="army-held"), CONFLICTS),
    (Spot("Norway", part="rebel-held"), Spot("Norway", part="northern"), REFINES),
    (Spot("Norway", part="northern"), Spot("Sweden"), CONFLICTS),
    (Spot("Norway", part="upper"), Spot("Norway", part="northern"), REFINES),
    (Spot("Norway", part="upper"), Spot("Norway", part="lower"), CONFLICTS),
    (Spot("Stavanger", part="northern"), Spot("Norway", part="northern"), CONTAINS),
    (Spot("Stavanger", part="northern"), Spot("Norway"), CONTAINS),
    (Spot("Orvane"), Spot("Orvan"), CANNOT_TELL),
    (Spot("Bergen"), Spot("Bergeen"), VARIANT),
    (Spot("Stavanger"), Spot("Stavangar"), VARIANT),
    (Spot("Orvane", "town"), Spot("Bergen"), CONFLICTS),
    (Spot("Orvane", "province"), Spot("Bergen"), CANNOT_TELL),
    (Spot("Orvane"), Spot("Bergen", "city"), CANNOT_TELL),
    (Spot("Orv"), Spot("Orw"), CANNOT_TELL),
    (Spot("Bergen", within=("Norway",)), Spot("Bergen", within=("Netherlands",)), CONFLICTS),
    (Spot("Springfield", within=("Illinois",)), Spot("Springfield", within=("Ohio",)), CONFLICTS),
    (Spot("Springfield", within=("Illinois",)), Spot("Springfield", within=("United States",)), SAME),
    (Spot("Bergen"), Spot("Norway", "country"), CONTAINS),
    (Spot("Bergen", relation="off"), Spot("Bergen"), REFINES),
    (Spot("Bergen", relation="between"), Spot("Stavanger"), CONFLICTS),
    (Spot("Bergen", relation="from", direction="north"), Spot("Bergen", relation="from", direction="north"), SAME),
    (Spot("Bergen", "city"), Spot("Bergen"), SAME),
]


@pytest.mark.parametrize(("left", "right", "relation"), BUILT)
def test_addresses_buildings_parts_and_names(left: Spot, right: Spot, relation: Relation) -> None:
    assert relate_spots(left, right) is relation
    assert relate_spots(right, left) is relation


OSLO, STAVANGER, BERGEN = Spot("Oslo"), Spot("Stavanger"), Spot("Bergen")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ((STAVANGER, OSLO), (STAVANGER, OSLO), SAME),
        ((STAVANGER, OSLO), (STAVANGER,), Relation.PART_OF),
        ((STAVANGER,), (STAVANGER, OSLO), Relation.PART_OF),
        ((STAVANGER, OSLO), (STAVANGER, BERGEN), CONFLICTS),
        ((Spot("Norway"),), (STAVANGER, OSLO), CONTAINS),
    ],
)
def test_a_set_and_a_part_of_it_agree_as_far_as_they_go(
    left: tuple[Spot, ...], right: tuple[Spot, ...], relation: Relation
) -> None:
    assert relate_places(Places(left), Places(right)).relation is relation


def test_the_part_is_told_to_be_among_the_whole() -> None:
    assert relate_places(Places((STAVANGER,)), Places((STAVANGER, OSLO))).why == "Stavanger are among Stavanger; Oslo"
    assert relate_places(Places((STAVANGER, OSLO)), Places((STAVANGER,))).why == "Stavanger are among Stavanger; Oslo"

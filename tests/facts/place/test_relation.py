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

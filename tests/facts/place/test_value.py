"""Places as reports print them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from divergence.facts.place.value import Places, Spot, outer_spot, printed


def away(distance: str, relation: str = "from", direction: str = "") -> Spot:
    return Spot("Kabul", relation=relation, direction=direction, distance=Decimal(distance))


@pytest.mark.parametrize(
    ("spot", "words"),
    [
        (Spot("Kabul"), "Kabul"),
        (Spot("KABUL"), "Kabul"),
        (Spot("IRAN"), "Iran"),
        (Spot("USA"), "USA"),
        (Spot("Kabul", "province"), "Kabul province"),
        (Spot("Kabul", "city"), "Kabul"),
        (Spot("Kabul province", "province"), "Kabul province"),
        (Spot("Kabul", relation="near"), "near Kabul"),
        (Spot("Kabul", relation="from", direction="west"), "west of Kabul"),
        (Spot("Gaza", part="northern"), "northern Gaza"),
        (Spot("Maple Street", "street", number="12"), "12 Maple Street"),
        (Spot("hospital", "hospital", relation="outside"), "outside hospital"),
        # no finer than an article tells
        (away("54.7", direction="west"), "55 km west of Kabul"),
        (away("10.4"), "10 km from Kabul"),
        (away("9.94"), "9.9 km from Kabul"),
        (away("1.04"), "1 km from Kabul"),
        (away("1.26"), "1.3 km from Kabul"),
        (away("0.9994"), "0.999 km from Kabul"),
        (away("0.36576"), "0.366 km from Kabul"),
        (away("5", "off"), "5 km from Kabul"),
        # told apart from namesakes elsewhere
        (Spot("Springfield", within=("Illinois",)), "Springfield, Illinois"),
        (Spot("Springfield", "city", ("Illinois",)), "Springfield, Illinois"),
        (Spot("Oslo", within=("Norway",)), "Oslo"),
        (Spot("Orvane", within=("Mill", "Norway")), "Orvane, Norway"),
        (Spot("Orvane", "village", ("Norway",)), "Orvane"),
        (Spot("hospital", "hospital", ("Norway",)), "hospital"),
    ],
)
def test_printed(spot: Spot, words: str) -> None:
    assert printed(Places((spot,))) == words


def test_a_set_is_listed() -> None:
    assert printed(Places((Spot("Herat"), Spot("Kabul")))) == "Herat; Kabul"


@pytest.mark.parametrize(
    ("within", "spot"),
    [
        ("Hasakah province", Spot("Hasakah", "province")),
        ("Hasakah", Spot("Hasakah")),
        ("province", Spot("province")),
        ("Black Sea", Spot("Black Sea")),
        ("New York City", Spot("New York City")),
    ],
)
def test_a_surrounding_is_a_place_of_its_own(within: str, spot: Spot) -> None:
    assert outer_spot(within) == spot


def test_what_is_built_and_what_is_named() -> None:
    assert [Spot("x", kind).is_building for kind in ("hospital", "city", "")] == [True, False, False]
    assert [Spot(name).is_named for name in ("Vesk hospital", "hospital", "19th street")] == [True, False, True]

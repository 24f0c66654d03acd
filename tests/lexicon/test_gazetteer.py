"""The gazetteer: what names mean, what lies in what, and which places are never one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.lexicon import gazetteer
from divergence.lexicon.gazetteer import (
    abbreviated,
    contains,
    country_of,
    government_seat,
    places_named,
    resolve,
    same_place,
    surroundings,
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Turkey", "Türkiye"),
        ("Burma", "Myanmar"),
        ("Kiev", "Kyiv"),
        ("US", "United States"),
        ("U.S.", "America"),
        ("Britain", "UK"),
        ("Ivory Coast", "Côte d’Ivoire"),
        ("Bombay", "Mumbai"),
        ("Qandahar", "Kandahar"),
        ("Paktiya", "Paktia"),
        ("Ft. Worth", "Fort Worth"),
        ("Khan Sheikhoun", "Khan Shaykhun"),
        ("Deir Ezzor", "Deir ez-Zor"),
    ],
)
def test_spellings_of_one_place_are_one(left: str, right: str) -> None:
    assert same_place(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Paktia", "Paktika"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
        ("Mali", "Malawi"),
        ("Slovakia", "Slovenia"),
        ("Austria", "Australia"),
        ("Gambia", "Zambia"),
        ("Zabul", "Zabol"),
        ("Kobe", "Cuba"),
        ("North Korea", "South Korea"),
    ],
)
def test_two_listed_places_are_never_one(left: str, right: str) -> None:
    assert not same_place(left, right)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [
        ("Herat", "Afghanistan"),
        ("Afghanistan", "Asia"),
        ("Afghanistan", "South Asia"),
        ("Syria", "Middle East"),
        ("Gilbert", "Arizona"),
        ("Boston", "New England"),
        ("Medan", "North Sumatra"),
    ],
)
def test_what_lies_in_what(inner: str, outer: str) -> None:
    assert any(contains(o, i) for i in places_named(inner) for o in places_named(outer))
    assert not any(contains(i, o) for i in places_named(inner)[:1] for o in places_named(outer)[:1])


def test_a_city_does_not_contain_its_province() -> None:
    city = resolve("Herat", "city")[0]
    province = resolve("Herat", "province")[0]
    assert contains(province, city)
    assert not contains(city, province)


def test_surroundings_choose_among_namesakes() -> None:
    states = {within: gazetteer.chain(resolve("Springfield", "", (within,))[0]) for within in ("Illinois", "Missouri")}
    assert all(any(p.name == within for p in chain) for within, chain in states.items())


def test_words_that_contradict_the_data_leave_a_name_unknown() -> None:
    assert resolve("Herat", "", ("Brazil",)) == ()


@pytest.mark.parametrize(("short", "state"), [("Calif.", "California"), ("N.J.", "New Jersey"), ("TX", "Texas")])
def test_states_after_a_town(short: str, state: str) -> None:
    found = abbreviated(short)
    assert found is not None
    assert found.name == state


def test_capitals_stand_for_governments() -> None:
    seat = government_seat("Oslo")
    assert seat is not None
    assert seat.name == "Norway"
    assert government_seat("Bergen") is None


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_any_text_may_be_looked_up(text: str) -> None:
    found = places_named(text)
    assert all(p == gazetteer.place(p.number) for p in found)


def test_the_chain_ends_for_every_place() -> None:
    sample = [gazetteer.place(n) for n in range(0, 90_000, 97)]
    assert all(len(gazetteer.chain(p)) < 7 for p in sample)


def kinds(name: str, designator: str = "", *within: str) -> list[str]:
    """Kind and country of what a name can mean."""
    found = resolve(name, designator, within)
    return [f"{p.kind} {home.name if (home := country_of(p)) else '-'}" for p in found[:2]]


@pytest.mark.parametrize(
    ("name", "designator", "within", "expected"),
    [
        ("Paris", "", (), ["capital France", "city United States"]),
        ("Paris", "", ("Texas",), ["city United States"]),
        ("Herat", "", (), ["province Afghanistan", "city Afghanistan"]),
        ("Herat", "province", (), ["province Afghanistan"]),
        ("Herat", "village", (), ["city Afghanistan", "city Iran"]),
        ("Heraat", "province", (), ["province Afghanistan"]),
        ("Herat", "", ("Norway",), []),
        ("Bergen", "", ("North Sea",), ["city Norway", "city Netherlands"]),
        ("Bergen", "", ("Orvane",), ["city Norway", "city Netherlands"]),
        ("Orvane", "province", ("Norway",), []),
    ],
)
def test_what_a_name_can_mean(name: str, designator: str, within: tuple[str, ...], expected: list[str]) -> None:
    assert kinds(name, designator, *within) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hasakah province", ["province"]),
        ("Herat province", ["province"]),
        ("Herat city", ["city", "city"]),
        ("Norway", ["country"]),
        ("Paris", ["capital", "city", "city", "city"]),
        ("Orvane province", []),
    ],
)
def test_what_a_surrounding_can_mean(name: str, expected: list[str]) -> None:
    assert [p.kind for p in surroundings(name)] == expected

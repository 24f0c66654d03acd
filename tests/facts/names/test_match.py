"""Whether two names are one, judged by the names alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.facts.names.match import Match, is_acronym, match_organisations, match_persons


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Laura Simmons", "Laura Simmons", Match.SAME),
        ("Laura Simmons", "Laura K. Simmons", Match.VARIANT),
        ("Bibi Ashkar", "Benjamin Ashkar", Match.VARIANT),
        ("Sasha Petrovic", "Alexander Petrovic", Match.VARIANT),
        ("Laura Simmons", "Simmons", Match.SHORTER),
        ("Rick Pratt", "Richard Pratt", Match.VARIANT),
        ("Sohail Rahimi", "Suhail Raheemi", Match.VARIANT),
        ("Kim Do-yun", "Kim Do Yun", Match.SAME),
        ("Ester Salman", "Esther Salman", Match.VARIANT),
        ("Susan Pratt", "Joyce Pratt", Match.DIFFERENT),
        ("Daniel Pratt", "Danielle Pratt", Match.DIFFERENT),
        ("Laura Simmons", "Laura Pratt", Match.DIFFERENT),
        ("Laura J. Simmons", "Laura K. Simmons", Match.DIFFERENT),
        ("Laura Ann Marwick", "Laura Jo Markwick", Match.VARIANT),
        ("Karim Qasimi", "Karim Kasemi", Match.VARIANT),
        ("Laura Qasimi", "Laura Kasemi", Match.DIFFERENT),
        ("Laura Chernov", "Laura Tchernoff", Match.DIFFERENT),
    ],
)
def test_persons(left: str, right: str, expected: Match) -> None:
    assert match_persons(left, right) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Denton Police Department", "Denton police", Match.VARIANT),
        ("Norsk Oil Inc.", "Norsk Oil", Match.VARIANT),
        ("Hill Valley Medical Centre", "Hill Valley Medical Center", Match.VARIANT),
        ("HMS Beagle", "His Majestys Ship Beagle", Match.VARIANT),
        ("Tehreek-e-Amn", "Tehrik-i-Amn", Match.VARIANT),
        ("Brightwater Recovery", "Brightwater", Match.SHORTER),
        ("QRT", "QRT Steel Works", Match.SHORTER),
        ("Qrt", "QRT Steel Works", Match.DIFFERENT),
        ("QRT", "QRT police", Match.DIFFERENT),
        ("WHO", "WHO Records", Match.DIFFERENT),
        ("QRT LCH", "QRT Light Crane Hire Ltd.", Match.VARIANT),
        ("QRT LCH", "QRT Light Crane Rental Ltd.", Match.DIFFERENT),
        ("QRT LCH", "NSA Light Crane Hire Ltd.", Match.DIFFERENT),
        ("Rapid Silent Drilling", "QRT Silent Rapid Drilling", Match.SHORTER),
        ("Rapid Silent Drilling", "Rapid QRT Silent Drilling", Match.DIFFERENT),
        ("Northern Front", "Northern Front delegation", Match.DIFFERENT),
        ("Norsk Oil", "Norsk Gas", Match.DIFFERENT),
        ("Ministry of Defence", "Ministry of Finance", Match.DIFFERENT),
        ("Paris", "Paris Institute of Art", Match.DIFFERENT),
    ],
)
def test_organisations(left: str, right: str, expected: Match) -> None:
    assert match_organisations(left, right) is expected


def test_acronyms() -> None:
    assert is_acronym("HWU", "Harbour Workers Union")
    assert is_acronym("DOT", "Department of Transport")
    assert is_acronym("DT", "Department of Transport")
    assert is_acronym("HUWD", "Harbour Workers Union of Dover")
    assert not is_acronym("WHUD", "Harbour Workers Union of Dover")
    assert not is_acronym("HWDE", "Harbour Workers Union of Dover")
    assert not is_acronym("HWA", "Harbour Workers Union")
    assert not is_acronym("the", "Tom Henry Edwards")
    assert is_acronym("HB", "Harbour Bank")
    assert not is_acronym("H", "Harbour")


@pytest.mark.parametrize(
    ("letters", "is_one"), [("HWUO", True), ("HUWO", True), ("WHUO", False), ("HWUX", False), ("HUOW", False)]
)
def test_two_letters_of_an_acronym_may_be_swapped_but_not_its_first(letters: str, is_one: bool) -> None:
    assert is_acronym(letters, "Harbour Workers Union Office") is is_one


def test_an_acronym_of_three_letters_has_them_in_order() -> None:
    assert not is_acronym("HUW", "Harbour Workers Union")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.text(max_size=30))
def test_matching_is_symmetric_and_never_raises(left: str, right: str) -> None:
    assert match_persons(left, right) is match_persons(right, left)
    assert match_organisations(left, right) is match_organisations(right, left)

"""Whether two names are one, judged by the names alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.facts.names import match
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
        ("Zayd Mahrab", "Zayd Mihreb", Match.VARIANT),
        ("Laura Mahrab", "Laura Mihreb", Match.DIFFERENT),
        ("Zayd Hamdan", "Zayd Hamdoun", Match.DIFFERENT),
        ("Abd al-Karim Najjar", "Abdelkarim Najar", Match.VARIANT),
        ("Abdul-Karim Najjar", "Abdulkarim Najjar", Match.VARIANT),
        ("Abdul Karim", "Abdul Rahim", Match.DIFFERENT),
        ("Abdel-Karim Najjar", "Abdel-Rahim Najjar", Match.DIFFERENT),
        ("Tekle Haymanot Abebe", "Teklehaimanot Abebe", Match.VARIANT),
        ("Tekle Haymanot Abebe", "Tekle Abebe", Match.VARIANT),
        ("Laura Hansen", "Laura Hanson", Match.DIFFERENT),
        ("Laura Barton", "Laura Burton", Match.DIFFERENT),
        ("Laura Philips", "Laura Phillips", Match.VARIANT),
        ("Zayd Salem", "Zayd Salim", Match.VARIANT),
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


@pytest.mark.parametrize(
    ("name", "number"),
    [("Otto Holm", 0), ("Otto Holm Jr.", 2), ("Otto Holm Sr.", 1), ("Otto Holm III", 3), ("Jr", 0)],
)
def test_what_stands_behind_a_name_says_which_bearer_is_meant(name: str, number: int) -> None:
    assert match.generation(name) == number


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("holm", "holm", True),
        ("holm", "berg", False),
        ("meier", "meyer", True),
        ("abcdef", "abcdeg", True),
        ("abcd", "abce", False),
        ("abcdefghijkl", "zbcdefghijkl", True),
        ("abcdef", "zbcdef", False),
    ],
)
def test_two_words_are_alike_by_sound_or_nearly_all_letters(left: str, right: str, one: bool) -> None:
    assert match.alike(left, right) is one
    assert match.alike(right, left) is one


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [("abcde", "abcdf", True), ("abcd", "abcd", False), ("abcde", "abcfg", False), ("abcdef", "abcd", False)],
)
def test_a_slip_is_of_one_letter_in_five(left: str, right: str, slip: bool) -> None:
    assert match._slip(left, right) is slip


@pytest.mark.parametrize(
    ("surname", "bare"),
    [("alorvan", "orvan"), ("elorvan", "orvan"), ("alorv", "alorv"), ("alorva", "orva"), ("orvane", "orvane")],
)
def test_an_article_is_written_together_with_a_longer_surname(surname: str, bare: str) -> None:
    assert match._without_article(surname) == bare


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("hcu orvane", "harbour crews union orvane", True),
        ("orvane hcu", "orvane harbour crews union", True),
        ("hc orvane", "harbour crews orvane", True),
        ("h orvane", "harbour orvane", False),
        ("hcu orvane", "harbour crews orvane", False),
        ("hcu orvane", "harbour crews union selby", False),
        ("hcu orvane", "harbour crews line orvane", False),
        ("hcu", "harbour crews union", False),
        ("hcunio orvane", "harbour crews union net in orvane orvane", False),
        ("hcu orvane", "harbour crews union orvane company", True),
        ("hcu orvane", "harbour crews union orvane sailors", False),
    ],
)
def test_a_word_of_a_name_stands_for_as_many_as_it_has_letters(short: str, full: str, told: bool) -> None:
    assert match._abbreviates(split(short), split(full)) is told


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("crews orvane harbour", "grand harbour crews orvane", True),
        ("orvane crews", "grand crews orvane", False),
        ("crews orvane harbour", "harbour crews orvane", False),
        ("crews orvane selby", "grand harbour crews orvane", False),
    ],
)
def test_three_words_may_be_the_end_of_a_name_in_another_order(short: str, full: str, told: bool) -> None:
    assert match._is_reordered_end(split(short), split(full)) is told


@pytest.mark.parametrize(
    ("printed", "full", "told"),
    [
        ("QXV", "qxv steel works", True),
        ("QX", "qx steel works", False),
        ("QXVWZK", "qxvwzk steel works", True),
        ("QXVWZKL", "qxvwzkl steel works", False),
        ("Qxv", "qxv steel works", False),
        ("QX4", "qx4 steel works", False),
        ("QXV", "qxv", False),
        ("QXV", "steel qxv works", False),
        ("QXV", "qxv troops", False),
    ],
)
def test_capitals_may_be_the_first_word_of_a_longer_name(printed: str, full: str, told: bool) -> None:
    assert match._is_first_word(printed, split(full)) is told


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("orvane", "orvanian", True),
        ("selva", "selvan", True),
        ("orva", "orvan", False),
        ("orvane", "orvaneites", False),
        ("orvane", "orvanesen", True),
        ("orvane", "selbyite", False),
    ],
)
def test_two_words_are_one_but_for_an_ending(left: str, right: str, one: bool) -> None:
    assert match._inflected(left, right) is one
    assert match._inflected(right, left) is one


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("brightwater", "brightwater recovery", True),
        ("brightwater recovery", "brightwater", False),
        ("brightwater", "brightwater", False),
        ("bright", "brightwater recovery", False),
        ("brig", "brig recovery", False),
        ("brightwater", "brightwater troops", False),
        ("norway", "norway recovery", False),
        ("company", "company recovery", False),
        ("laura", "laura recovery", False),
        ("selby water works", "grand selby water works", True),
        ("selby water", "grand selby water", False),
        ("selby union", "grand selby union", True),
        ("selby water", "selby water recovery", True),
    ],
)
def test_a_short_form_is_a_beginning_that_says_enough(short: str, full: str, told: bool) -> None:
    assert match._is_short_form(split(short), split(full)) is told


@pytest.mark.parametrize(
    ("short", "full", "told"),
    [
        ("HCU", "Harbour Crews Union", True),
        ("H.C.U.", "Harbour Crews Union", True),
        ("HCoU", "Harbour Crews of Unionists", True),
        ("HCU", "Harbour Crews of Unionists", True),
        ("HCU", "Harbour Crews", False),
        ("H", "Harbour Crews", False),
        ("hcu", "Harbour Crews Union", False),
        ("Hcu", "Harbour Crews Union", False),
        ("HC", "Harbour", False),
        ("HCU", "Harbour Crews Union Inc", True),
        ("HC", "Harbour Crews Ltd", True),
        ("H4", "Harbour Four", False),
        ("ABCDEFGH", "Ale Bar Cafe Dive Eatery For Great Hikers", True),
        ("ABCDEFGHI", "Ale Bar Cafe Dive Eatery For Great Hikers In", False),
    ],
)
def test_an_acronym_is_made_of_the_initials(short: str, full: str, told: bool) -> None:
    assert match.is_acronym(short, full) is told


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Han", "Han Do Yun", Match.SHORTER),
        ("Han", "Han Yun", Match.DIFFERENT),
        ("Orm", "Orm Do Yun", Match.DIFFERENT),
        ("Do", "Han Do Yun", Match.DIFFERENT),
        ("Laura", "Laura Simmons", Match.SHORTER),
        ("Vesko", "Vesko Tull", Match.SHORTER),
        ("Vesk", "Vesko Tull", Match.SHORTER),
        ("Ves", "Vesko Tull", Match.DIFFERENT),
        ("Tull", "Vesko Tull", Match.SHORTER),
        ("Doyun", "Do Yun", Match.VARIANT),
        ("Laura", "Lara", Match.DIFFERENT),
        ("Veskova", "Veskowa", Match.VARIANT),
        ("Veskova", "Tullova", Match.DIFFERENT),
    ],
)
def test_one_word_against_a_name(left: str, right: str, expected: Match) -> None:
    assert match_persons(left, right) is expected
    assert match_persons(right, left) is expected


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Mr", "mr"),
        ("Mr Holm", "holm"),
        ("Dr. Mr. Ann Holm", "ann holm"),
        ("Ann Holm Jr.", "ann holm"),
        ("Jr", "jr"),
        ("Holm Jr.", "holm"),
        ("Mr Jr", "jr"),
        ("Ann Holm’s", "ann holm"),
        ("", ""),
    ],
)
def test_a_person_s_words_are_without_honorifics_and_generations(name: str, words: str) -> None:
    assert match.person_words(name) == split(words)


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("ann", "ann", True),
        ("b", "bob", True),
        ("b", "ann", False),
        ("vo", "vendel", False),
        ("tarvo", "tarlo", True),
        ("tarvo", "talko", False),
        ("tarvk", "tarv", False),
        ("tarvo", "karvo", False),
        ("jamal", "jamil", False),
        ("laura", "lauren", False),
        ("sohail", "suhail", True),
    ],
)
def test_two_given_names_can_be_one_person_s(left: str, right: str, one: bool) -> None:
    assert match.same_given(left, right) is one
    assert match.same_given(right, left) is one


@pytest.mark.parametrize(("left", "right", "one"), [("tarvo", "tarvok", True), ("tarv", "tarvk", False)])
def test_words_of_five_letters_are_alike_but_for_one(left: str, right: str, one: bool) -> None:
    assert match.alike(left, right) is one


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Otto Holm Jr.", "Otto Holm", Match.VARIANT),
        ("Otto Holm Sr.", "Otto Holm", Match.VARIANT),
        ("Otto Holm Sr.", "Otto Holm Jr.", Match.DIFFERENT),
        ("Ann Berg Holm", "Ann Holm Berg", Match.VARIANT),
        ("Ann Holm", "Ann Berg Holm", Match.VARIANT),
        ("Ann Lund Holm", "Ann Berg Holm", Match.DIFFERENT),
        ("Laura Tarvo", "Laura Tarlo", Match.VARIANT),
        ("Leo Tarvo", "Leo Tarlo", Match.VARIANT),
        ("Bo Tarvo", "Bo Tarlo", Match.DIFFERENT),
        ("Laura Tarvo", "Lydia Tarlo", Match.DIFFERENT),
        ("Laura Tarv", "Laura Tarl", Match.DIFFERENT),
        ("Ann Meier", "Liv Ann Meyer", Match.VARIANT),
        ("Ann Meier", "Liv Else Meyer", Match.DIFFERENT),
        ("Ann Meier", "Ann Meyer", Match.VARIANT),
        ("Ann Meier", "Liv Meyer", Match.DIFFERENT),
        ("Omar Alsisi", "Omar Sisi", Match.VARIANT),
        ("Mohamed Qasimi", "Muhammad Kasemi", Match.VARIANT),
        ("Hassan al-Bashir", "Hassan Bashir", Match.VARIANT),
        ("Hassan Omar Bashir", "Hassan Amin Bashir", Match.DIFFERENT),
        ("Kim", "Han Kim Yun", Match.DIFFERENT),
        ("Holm", "Mr", Match.DIFFERENT),
        ("", "Holm", Match.DIFFERENT),
    ],
)
def test_full_names_at_their_edges(left: str, right: str, expected: Match) -> None:
    assert match_persons(left, right) is expected
    assert match_persons(right, left) is expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("The", "Norsk Oil", Match.DIFFERENT),
        ("Norway", "Norway government", Match.SHORTER),
        ("Norway", "Norway party", Match.DIFFERENT),
        ("Sweden", "Norway army", Match.DIFFERENT),
        ("Orvane", "Orvane army", Match.DIFFERENT),
        ("Norsk Oil", "norsk oil", Match.SAME),
        ("Oil Norsk", "Norsk Oil", Match.VARIANT),
        ("Abcdefghijkl Union", "Zbcdefghijkl Union", Match.DIFFERENT),
        ("Selbyard Union", "Silbyard Union", Match.VARIANT),
        ("Selbyard Union", "Selbyard Orvane", Match.DIFFERENT),
        ("Austria Bank", "Australia Bank", Match.DIFFERENT),
        ("Austria Bank", "Norway Bank", Match.DIFFERENT),
        ("Tarvel Union", "Tarvel Unions", Match.VARIANT),
    ],
)
def test_names_of_organisations_at_their_edges(left: str, right: str, expected: Match) -> None:
    assert match_organisations(left, right) is expected
    assert match_organisations(right, left) is expected


@pytest.mark.parametrize(
    ("letters", "full", "told"),
    [
        ("HU", "Harbour of X Union", True),
        ("HU", "Harbour of Ox Union", False),
        ("HOU", "Harbour of Ox Union", True),
        ("USHC", "US Harbour Crews", True),
        ("UHC", "US Harbour Crews", True),
        ("HCCU", "Harbour Crews Care Union", True),
        ("HCUC", "Harbour Crews Care Union", True),
        ("HCUX", "Harbour Crews Care Union", False),
        ("HUCC", "Harbour Crews Care Union", False),
    ],
)
def test_initials_of_small_words_and_of_the_states(letters: str, full: str, told: bool) -> None:
    assert match.is_acronym(letters, full) is told


@pytest.mark.parametrize(
    ("left", "right", "two"),
    [
        ("carla", "clara", True),
        ("marion", "martin", True),
        ("sara", "sarah", False),
        ("elizabeth", "elisabeth", False),
        ("hasan", "hassan", False),
        ("carla", "carlla", False),
    ],
)
def test_two_first_names_are_two_people(left: str, right: str, two: bool) -> None:
    assert match.are_two_first_names(left, right) is two
    assert match.same_given(left, right) is not two

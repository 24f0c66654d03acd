"""What a name's own words tell of its class."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language.name_words import is_money, is_people, is_title, known_class, place_class
from divergence.language.parsed import Parsed


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Norwegian", True),
        ("Norwegians", True),
        ("Muslims", True),
        ("muslims", False),
        ("Dolm", False),
        ("South Korean", True),
        ("The South Korean", False),
        ("U.S.", False),
        ("AN", False),
        ("KURD", True),
    ],
)
def test_peoples(word: str, expected: bool) -> None:
    assert is_people(word) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Deutsche Bank", "ORG"),
        ("Norwegian", "NORP"),
        ("Norway", "GPE"),
        ("norway", ""),
        ("Kabul", "GPE"),
        ("Natchez", ""),
        ("US", "GPE"),
        ("UK", "GPE"),
        ("EU", "ORG"),
        ("UN", "ORG"),
        ("FBI", "ORG"),
        ("AFP", "ORG"),
        ("Tmz", ""),
        ("TMZ", "ORG"),
        ("Dolm Party", "ORG"),
        ("Party", ""),
        ("Dolm Bridge", "FACILITY"),
        ("Dolm School", ""),
        ("Lake Dolm", "LOC"),
        ("Mt. Dolm", "LOC"),
        ("Dolm River", "LOC"),
        ("Dolm Vesk", ""),
    ],
)
def test_known_classes(name: str, expected: str) -> None:
    assert known_class(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norway", "GPE"),
        ("the Norway", "GPE"),
        ("Black Sea", "LOC"),
        ("Dolm Bridge", "FACILITY"),
        ("Bridge", "GPE"),
        ("Dolm Church", "FACILITY"),
        ("Dolm River", "LOC"),
        ("Lake Dolm", "LOC"),
        ("Dolm", "GPE"),
        ("the", "GPE"),
    ],
)
def test_classes_of_places(name: str, expected: str) -> None:
    assert place_class(name) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("President", True), ("Mr.", True), ("Defence", True), ("Gen.", True), ("Dolm", False)],
)
def test_titles(word: str, expected: bool) -> None:
    assert is_title(word) is expected


@pytest.mark.parametrize(
    ("written", "first", "last", "expected"),
    [
        ("for/IN $/$ ~US160/NNP there/RB", 2, 3, True),
        ("for/IN PKR40/NNP there/RB", 1, 2, True),
        ("for/IN DKRT/NNP there/RB", 1, 2, False),
        ("US160/NNP there/RB", 0, 1, False),
    ],
)
def test_sums_are_no_names(tagged: Callable[..., Parsed], written: str, first: int, last: int, expected: bool) -> None:
    assert is_money(tagged(written).tokens, first, last) is expected

"""Peoples and their countries."""

from __future__ import annotations

import pytest

from divergence.lexicon.demonyms import country_of_people


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Afghan", "Afghanistan"),
        ("Afghans", "Afghanistan"),
        ("Turkish", "Turkey"),
        ("Qatari", "Qatar"),
        ("American", "United States"),
        ("U.S.", "United States"),
        ("Scottish", "Scotland"),
        ("African", "Africa"),
        ("Gazans", "Gaza Strip"),
    ],
)
def test_a_people_has_a_country(word: str, country: str) -> None:
    found = country_of_people(word)
    assert found is not None
    assert found.name == country


@pytest.mark.parametrize("word", ["us", "Us", "polish", "Table", "", "Swissair"])
def test_other_words_have_none(word: str) -> None:
    assert country_of_people(word) is None

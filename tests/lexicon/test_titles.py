"""Titles in their normal form, and short names that the world knows."""

from __future__ import annotations

import pytest

from divergence.lexicon import titles
from divergence.lexicon.aliases import organisation_of, same_given_name


@pytest.mark.parametrize(
    ("word", "normal"),
    [
        ("Defence", "defense"),
        ("chairwoman", "chair"),
        ("Gen.", "general"),
        ("ex", "former"),
        ("spokesman", "spokesperson"),
    ],
)
def test_normal_words(word: str, normal: str) -> None:
    assert titles.base(word) == normal


@pytest.mark.parametrize(
    ("head", "family"), [("boyfriend", "kin"), ("suspect", "standing"), ("chair", "post"), ("table", "")]
)
def test_families(head: str, family: str) -> None:
    assert titles.family(head) == family


def test_given_names() -> None:
    assert same_given_name("Rick", "Richard")
    assert same_given_name("Khalid", "Khaled")
    assert not same_given_name("Daniel", "Danielle")


def test_known_organisations() -> None:
    assert organisation_of("F.B.I.") == organisation_of("Federal Bureau of Investigation")
    assert organisation_of("Daesh") == organisation_of("ISIS")
    assert organisation_of("Harbour Workers Union") is None

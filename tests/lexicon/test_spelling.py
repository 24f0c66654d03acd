"""Folding and sound keys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.lexicon.spelling import fold, sound


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Türkiye", "turkiye"),
        ("The U.S.", "us"),
        ("Côte d’Ivoire", "cote divoire"),
        ("Łódź", "lodz"),
        ("Khan-Abad", "khan abad"),
    ],
)
def test_folding(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    "names",
    [
        ("Hasakeh", "Al-Hassakah", "Hasaka"),
        ("Shaheen", "Shahin"),
        ("Qandahar", "Kandahar"),
        ("Tehreek-e-Amn", "Tehrik-i-Amn"),
    ],
)
def test_transliterations_share_a_key(names: tuple[str, ...]) -> None:
    assert len({sound(n) for n in names}) == 1


@pytest.mark.parametrize(
    ("left", "right"), [("Paktia", "Paktika"), ("Iran", "Iraq"), ("Hama", "Homs"), ("Daraa", "Daraya")]
)
def test_other_names_do_not(left: str, right: str) -> None:
    assert sound(left) != sound(right)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_folding_is_settled_after_one_pass(text: str) -> None:
    assert fold(fold(text)) == fold(text) or "the" in fold(text).split()
    assert isinstance(sound(text), str)

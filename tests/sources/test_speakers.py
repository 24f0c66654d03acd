"""Names, descriptions, pronouns and documents as speakers."""

from __future__ import annotations

import pytest

from divergence.sources.speakers import speakers_differ


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("Ann Miller", "Mayor Miller", False),
        ("Ann Miller", "Joan Baker", True),
        ("Ann Miller", "the mayor", None),
        ("she", "Joan Baker", None),
        (None, "Joan Baker", None),
        ("the letter", "Father Baker", True),
        ("Police", "police in Springfield", False),
        ("Police sources", "a hospital source", True),
        ("the army", "rebel commanders", True),
        ("Police sources", "security officials", None),
        ("local officials", "officials", False),
        ("an army doctor", "the police", None),
        ("the army", "Ann Miller", None),
        ("", "Ann Miller", None),
        ("Ann Miller", "it", None),
        ("the letter", "the report", None),
        ("the letter", "the mayor", None),
        ("the letter", "Ann", True),
        ("Miller", "Baker", True),
        ("miller", "Baker", None),
        ("Miller’s aide", "Ann Miller", False),
        ("an aide of his", "a man for his", None),
        ("Al Orm", "Al Ibo", True),
        ("the army police", "the rebels", None),
        ("soldiers", "the army", None),
    ],
)
def test_two_speakers(a: str | None, b: str | None, differ: bool | None) -> None:
    assert speakers_differ(a, b) is differ
    assert speakers_differ(b, a) is differ

"""The plurals of nouns and units."""

from __future__ import annotations

import pytest

from divergence.lexicon.plurals import plural, plural_of_unit


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("soldier", "soldiers"),
        ("fisherman", "fishermen"),
        ("woman", "women"),
        ("German", "Germans"),
        ("baby", "babies"),
        ("boy", "boys"),
        ("church", "churches"),
        ("sheep", "sheep"),
        ("aircraft", "aircraft"),
        ("Japanese", "Japanese"),
        ("thief", "thieves"),
        ("chief", "chiefs"),
        ("wife", "wives"),
        ("passer-by", "passers-by"),
        ("child", "children"),
        ("person", "people"),
    ],
)
def test_the_plural_of_what_is_counted(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("mile", "miles"),
        ("square foot", "square feet"),
        ("kilometer per hour", "kilometers per hour"),
        ("degree Celsius", "degrees Celsius"),
        ("yen", "yen"),
        ("hertz", "hertz"),
    ],
)
def test_the_plural_of_a_unit(one: str, many: str) -> None:
    assert plural_of_unit(one) == many

"""What a value is about, in words."""

from __future__ import annotations

import pytest

from divergence.facts.about.subject import plural


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

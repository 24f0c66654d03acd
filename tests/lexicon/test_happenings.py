"""Words for one happening."""

from __future__ import annotations

import pytest

from divergence.lexicon.happenings import are_one


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("found", "found", True),
        ("found", "create", True),
        ("marry", "wed", True),
        ("meeting", "meet", True),
        ("design", "build", True),
        ("land", "create", False),
        ("marry", "design", False),
        ("orm", "orv", False),
    ],
)
def test_two_words_may_stand_for_one_happening(one: str, other: str, same: bool) -> None:
    assert are_one(one, other) is same
    assert are_one(other, one) is same

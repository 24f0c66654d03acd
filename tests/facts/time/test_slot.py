"""What a date or duration is said of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.time.date import DATE
from divergence.language import parse
from divergence.model.text import Article

Build = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "predicate", "head"),
    [
        ("The guards stood outside at 10:30 p.m. when someone fired a shot.", "fire", "shot"),
        ("He was at home on Oct. 3 when the old dam broke.", "break", "dam"),
        ("The navy said Sunday it had found the boat.", "say", "navy"),
        ("The council approved the plan on Tuesday.", "approve", "plan"),
    ],
)
def test_what_happened_then(article: Build, text: str, predicate: str, head: str) -> None:
    (found,) = DATE.find(parse(article(text, published="2025-10-27")))
    assert (found.slot.predicate, found.slot.head) == (predicate, head)


def test_the_day_never_names_its_own_slot(article: Build) -> None:
    found = DATE.find(parse(article("Officials said Monday. May 9 is the deadline.", published="2025-10-27")))
    assert all(m.slot.head not in {"monday", "may"} for m in found)

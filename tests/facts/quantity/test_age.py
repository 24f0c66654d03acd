"""Whose age it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.quantity.age import AGE, heading
from divergence.language import parse
from divergence.model.fact import Slot
from divergence.model.text import Article


@pytest.mark.parametrize(
    ("text", "age", "holder"),
    [
        ("John Smith, 34, was arrested on Friday.", "34", "john smith"),
        ("Police arrested Mary Jones, 52, and her son.", "52", "mary jones"),
        ("A 17-year-old girl was hurt.", "17", "girl"),
        ("A man in his 20s was shot.", "20s", "man"),
    ],
)
def test_an_age_has_its_holder(article: Callable[..., Article], text: str, age: str, holder: str) -> None:
    found = [m for m in AGE.find(parse(article(text))) if AGE.phrase(m) == age]
    assert [m.slot.holder for m in found] == [holder]


def test_what_happened_to_the_holder_is_kept(article: Callable[..., Article]) -> None:
    (found,) = AGE.find(parse(article("A 17-year-old girl was killed in the crash.")))
    assert found.slot.outcome == "killed"
    assert found.slot.head == "girl"


@pytest.mark.parametrize(
    ("slot", "asked"),
    [
        (Slot(holder="ann holm"), "How old is ann holm?"),
        (Slot(holder="man"), "How old is the man?"),
        (Slot(head="man"), "How old is the man?"),
        (Slot(holder="wall", head="girl"), "How old is the girl?"),
        (Slot(holder="holm"), "Age given"),
        (Slot(), "Age given"),
    ],
)
def test_whose_age_is_asked(slot: Slot, asked: str) -> None:
    assert str(heading(slot, ())) == asked

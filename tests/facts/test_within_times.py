"""What stands inside an expression of time is no fact of another kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts import find_mentions
from divergence.language import parse
from divergence.model.fact import Kind
from divergence.model.text import Article


@pytest.mark.parametrize(
    "text",
    [
        "The wall gave way at half past nine on Sunday.",
        "Sales fell in the first quarter of 2024.",
        "The film runs 2h 15m, the studio said.",
        "They still mourn the 26/11 attacks.",
        "Sales fell in Q3 FY2023, the firm said.",
    ],
)
def test_a_time_holds_no_number_and_no_name(article: Callable[..., Article], text: str) -> None:
    kinds = {m.kind for m in find_mentions(parse(article(text, published="2025-10-27")))}
    assert kinds <= {Kind.DATE, Kind.DURATION}
    assert kinds


def test_a_number_beside_a_time_stays(article: Callable[..., Article]) -> None:
    found = find_mentions(parse(article("In 2019 the storm killed 14 people within two days.")))
    assert [m.text for m in found if m.kind is Kind.NUMBER] == ["14 people"]

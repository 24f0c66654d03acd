"""Numbers with their units, ranges, shares, hedges and refusals, on bare text.

``expressions.txt`` holds the texts; below each stand the numbers found in it: the words and the value, then the kind,
the unit and what else the value says, the place of its last digit, the rule, a hedge, and the bare number where more
belongs to the expression. A text with nothing below it counts nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from divergence.facts.quantity.expressions import Expression, expressions
from divergence.model.fact import Hedge

BLOCKS = (Path(__file__).parent / "expressions.txt").read_text(encoding="utf-8").strip().split("\n\n")
TOLD = [(block.splitlines()[0], [line.strip() for line in block.splitlines()[1:]]) for block in BLOCKS]


def told(text: str, found: Expression) -> str:
    """An expression as the table writes it."""
    value = found.value
    low = str(value.low) if value.low == value.high else f"{value.low} to {value.high}"
    names = ("unit", "dimension", "per", "whole", "words")
    more = [f"{name} {getattr(value, name)}" for name in names if getattr(value, name) not in ("", None)]
    more += [f"step {value.step}", found.rule]
    more += [found.hedge] if found.hedge is not Hedge.EXACTLY else []
    inner = (found.inner_start, found.inner_end)
    more += [f"inner {text[slice(*inner)]}"] if inner != (found.start, found.end) else []
    return "; ".join([f"{text[found.start : found.end]} = {low}", found.kind, *more])


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_tells(text: str, expected: list[str]) -> None:
    assert [told(text, found) for found in expressions(text)] == expected


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_tells_the_same_inside_a_sentence(text: str, expected: list[str]) -> None:
    """Behind a dozen words and before others nothing changes, since none of them belongs to a number."""
    inside = f"Here is what the old report of our friends says: {text}. Nothing else is said there."
    assert [told(inside, found) for found in expressions(inside)] == expected

"""Sums of money, with their currency and what they are paid by."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.facts.about.subject import measured
from divergence.facts.quantity.counted import amount_mention, sentence_expressions
from divergence.facts.quantity.relating import decides, fields, figure, phrase, relate
from divergence.facts.types import FactType, Nature
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every sum of money of an article."""
    for found in sentence_expressions(parsed):
        if found.kind == Kind.MONEY:
            yield amount_mention(parsed, found)


MONEY = FactType(
    kind=Kind.MONEY,
    find=find,
    relate=relate,
    decides=decides,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.MEASURE,
    noun="sum",
    given="Sum of money given",
    asks="How much",
    about="sums of money",
    subject=measured("sum"),
    weighty=True,
)

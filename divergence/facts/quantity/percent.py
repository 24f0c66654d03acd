"""Percentages and percentage points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from divergence.facts.about.question import things
from divergence.facts.about.subject import measured
from divergence.facts.quantity.counted import amount_mention, sentence_expressions
from divergence.facts.quantity.relating import decides, fields, figure, phrase, relate
from divergence.facts.types import FactType, Nature
from divergence.language.parsed import Parsed
from divergence.lexicon.groups import PEOPLE
from divergence.model.fact import Kind, Mention, Slot


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every percentage of an article."""
    for found in sentence_expressions(parsed):
        if found.kind == Kind.PERCENT:
            yield amount_mention(parsed, found)


def heading(slot: Slot, mentions: Sequence[Mention]) -> str:
    """What share, where people are shared out."""
    return f"What share of {things(slot)}?" if slot.head in PEOPLE else ""


PERCENT = FactType(
    kind=Kind.PERCENT,
    find=find,
    relate=relate,
    decides=decides,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.MEASURE,
    noun="percentage",
    given="Percentage given",
    asks="What share",
    about="percentages",
    subject=measured("share"),
    heading=heading,
    weighty=True,
)

"""Percentages and percentage points."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.facts.quantity.counted import amount_mention, sentence_expressions
from divergence.facts.quantity.relating import fields, phrase, relate
from divergence.facts.types import FactType
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every percentage of an article."""
    for found in sentence_expressions(parsed):
        if found.kind == Kind.PERCENT:
            yield amount_mention(parsed, found)


PERCENT = FactType(name="percent", kinds=(Kind.PERCENT,), find=find, relate=relate, phrase=phrase, fields=fields)

"""One file per kind of fact. To add a kind: write its file and name its record in ``FACT_TYPES``."""

from __future__ import annotations

from divergence.facts.age import AGE
from divergence.facts.date import DATE
from divergence.facts.duration import DURATION
from divergence.facts.money import MONEY
from divergence.facts.number import NUMBER
from divergence.facts.ordinal import ORDINAL
from divergence.facts.organisation import ORGANISATION
from divergence.facts.percent import PERCENT
from divergence.facts.person import PERSON
from divergence.facts.place import PLACE
from divergence.facts.quote import QUOTE
from divergence.facts.role import ROLE
from divergence.facts.types import FactType, Related
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention

FACT_TYPES: tuple[FactType, ...] = (
    NUMBER,
    MONEY,
    PERCENT,
    AGE,
    DATE,
    DURATION,
    ORDINAL,
    QUOTE,
    PLACE,
    PERSON,
    ORGANISATION,
    ROLE,
)


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """All facts that one article states, by position."""
    found = (mention for fact_type in FACT_TYPES for mention in fact_type.find(parsed))
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))


def fact_type(kind: Kind) -> FactType:
    """The record that knows this kind."""
    return next(t for t in FACT_TYPES if kind in t.kinds)


__all__ = ["FACT_TYPES", "FactType", "Related", "fact_type", "find_mentions"]

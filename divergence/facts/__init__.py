"""One file per kind of fact. To add a kind: write its file and name its record in ``FACT_TYPES``."""

from __future__ import annotations

from divergence.facts.names.organisation import ORGANISATION
from divergence.facts.names.person import PERSON
from divergence.facts.names.role import ROLE
from divergence.facts.place.place import PLACE
from divergence.facts.quantity.age import AGE
from divergence.facts.quantity.money import MONEY
from divergence.facts.quantity.number import NUMBER
from divergence.facts.quantity.percent import PERCENT
from divergence.facts.quotation.quote import QUOTE
from divergence.facts.time.date import DATE
from divergence.facts.time.duration import DURATION
from divergence.facts.time.ordinal import ORDINAL
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

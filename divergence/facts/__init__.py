"""One file per kind of fact. To add a kind: write its file and name its record in ``FACT_TYPES``."""

from __future__ import annotations

from bisect import bisect_right

from divergence.facts.about.told import ATTRIBUTION, EVENT
from divergence.facts.names.organisation import ORGANISATION
from divergence.facts.names.person import PERSON
from divergence.facts.names.role import ROLE
from divergence.facts.place.place import PLACE
from divergence.facts.quantity.age import AGE
from divergence.facts.quantity.money import MONEY
from divergence.facts.quantity.number import NUMBER
from divergence.facts.quantity.percent import PERCENT
from divergence.facts.quantity.temperature import TEMPERATURE
from divergence.facts.quotation.quote import QUOTE
from divergence.facts.time.date import DATE
from divergence.facts.time.duration import DURATION
from divergence.facts.time.ordinal import ORDINAL
from divergence.facts.types import FIGURES, FactType, Figure, Nature, Related
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention
from divergence.model.text import Span

FACT_TYPES: tuple[FactType, ...] = (
    NUMBER,
    MONEY,
    PERCENT,
    DURATION,
    DATE,
    ORDINAL,
    AGE,
    PLACE,
    PERSON,
    ORGANISATION,
    ROLE,
    QUOTE,
    ATTRIBUTION,
    EVENT,
    TEMPERATURE,
)
KINDS = tuple(t.kind for t in FACT_TYPES)
"""The kinds of fact that the report tells apart."""
_BY_KIND = {t.kind: t for t in FACT_TYPES}
_RULED_OUT_BY = {kind: frozenset(t.kind for t in FACT_TYPES if kind in t.rules_out) for kind in KINDS}


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """All facts that one article states, by position.

    Some kinds rule out others inside their mentions: *half past nine* counts nothing, *Q3 FY2023* is no place.
    """
    found = [mention for fact_type in FACT_TYPES for mention in fact_type.find(parsed)]
    spans = {kinds: _spans(found, kinds) for kinds in _RULED_OUT_BY.values() if kinds}
    kept = (m for m in found if not (kinds := _RULED_OUT_BY[m.kind]) or not _within(m, spans[kinds]))
    return tuple(sorted(kept, key=lambda m: (m.span, m.kind)))


def _spans(found: list[Mention], kinds: frozenset[Kind]) -> list[Span]:
    return sorted((m.span for m in found if m.kind in kinds), key=lambda s: s.start)


def _within(found: Mention, others: list[Span]) -> bool:
    """Whether a name lies in an expression of time, or a number starts in one (*the 26/11 attacks*)."""
    at = bisect_right(others, found.span.start, key=lambda s: s.start)
    around = [s for s in others[max(0, at - 1) : at] if found.span.start < s.end]
    return any(found.kind is Kind.NUMBER or found.span.end <= s.end for s in around)


def fact_type(kind: Kind) -> FactType:
    """The record that knows this kind."""
    return _BY_KIND[kind]


def figure_of(mention: Mention) -> Figure | None:
    """A mention's value in numbers, where its kind has any."""
    figure = fact_type(mention.kind).figure
    return figure(mention) if figure else None


__all__ = [
    "FACT_TYPES", "FIGURES", "KINDS", "FactType", "Figure", "Nature", "Related", "fact_type", "figure_of",
    "find_mentions",
]  # fmt: skip

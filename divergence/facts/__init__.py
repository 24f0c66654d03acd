"""One file per kind of fact. To add a kind: write its file and name its record in ``FACT_TYPES``."""

from __future__ import annotations

from bisect import bisect_right

from divergence.facts.about.told import TOLD
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
from divergence.model.text import Span

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
    TOLD,
)


def find_mentions(parsed: Parsed) -> tuple[Mention, ...]:
    """All facts that one article states, by position."""
    found = [mention for fact_type in FACT_TYPES for mention in fact_type.find(parsed)]
    times = sorted((m.span for m in found if m.kind in _TIMES), key=lambda s: s.start)
    kept = (m for m in found if m.kind not in _IN_TIMES or not _within(m, times))
    return tuple(sorted(kept, key=lambda m: (m.span, m.kind)))


_TIMES = frozenset({Kind.DATE, Kind.DURATION})
_IN_TIMES = frozenset({Kind.NUMBER, Kind.PLACE, Kind.ORGANISATION, Kind.PERSON})
"""Kinds that an expression of time rules out inside it: *half past nine* counts nothing, *Q3 FY2023* is no place."""


def _within(found: Mention, times: list[Span]) -> bool:
    """Whether a name lies in an expression of time, or a number starts in one (*the 26/11 attacks*)."""
    at = bisect_right(times, found.span.start, key=lambda s: s.start)
    around = [t for t in times[max(0, at - 1) : at] if found.span.start < t.end]
    return any(found.kind is Kind.NUMBER or found.span.end <= t.end for t in around)


def fact_type(kind: Kind) -> FactType:
    """The record that knows this kind."""
    return next(t for t in FACT_TYPES if kind in t.kinds)


__all__ = ["FACT_TYPES", "FactType", "Related", "fact_type", "find_mentions"]

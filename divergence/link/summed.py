"""Counts that make up another: *three nurses and two cooks* are *five people*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from divergence.facts.quantity.quantity import Quantity
from divergence.lexicon.groups import GENERAL
from divergence.model.fact import Kind, Mention

_JOINING = re.compile(r",?\s?(?:(?:and|plus|as well as)\s)?")
"""Between two counts of one row."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """Counts of different things that commas and *and* join."""

    heads: frozenset[str]
    """What they count."""
    total: int | None
    """What they add up to, where each is a plain number."""


def row_of(mention: Mention, beside: Iterable[Mention], text: str) -> CountRow | None:
    """The row in which a count stands, among the mentions beside it in a text; none where it stands alone."""
    if not _names(mention):
        return None
    found: list[Mention] = []
    for count in sorted({m for m in beside if _names(m)} | {mention}, key=lambda m: m.span):
        joined = found and _JOINING.fullmatch(text, found[-1].span.end, count.span.start)
        if not joined and mention in found:
            break
        found = [*found, count] if joined else [count]
    heads = frozenset(m.slot.head for m in found)
    figures = [f for f in map(plain, found) if f is not None]
    total = sum(figures) if len(figures) == len(found) else None
    return CountRow(heads, total) if len(heads) > 1 else None


def _names(mention: Mention) -> bool:
    """Whether a count names what it counts; *15 of them* are a part of those before."""
    return mention.kind is Kind.NUMBER and mention.slot.head not in _POINTING


_POINTING = frozenset({"", "they", "them", "these", "those", "which", "whom"})
"""Heads that name nothing of their own."""


def is_in_sum(row: CountRow | None, other: Mention) -> bool:
    """Whether another count is of all that a row counts: their sum, or people of whom it is not said who they are."""
    whole = plain(other)
    if row is None or whole is None or other.slot.head in row.heads:
        return False
    return whole == row.total or other.slot.head in GENERAL | {""}


def plain(mention: Mention) -> int | None:
    """A plain count as a whole number."""
    value = mention.value
    if not isinstance(value, Quantity) or value.dimension != "count" or value.unit:
        return None
    return int(value.low) if value.low == value.high and value.low % 1 == 0 else None

"""Mentions, contexts and pairs made by hand, to test the rules of the gate apart from any article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from divergence.facts import fact_type
from divergence.facts.quantity.quantity import Quantity
from divergence.link.comparisons import COMPARISONS, VALUE_COMPARISONS
from divergence.link.context import Context
from divergence.link.pairs import Pair
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span

SLOT = frozenset(Slot.__dataclass_fields__)
UNSAID = {
    "kind": "number",
    "times": "unsaid",
    "places": "unsaid",
    "when": "unsaid",
    "prose": "less",
    "passage": "less",
    "meaning": "unknown",
    "meaning lead": "unknown",
    "fit": "less",
    "rank": "agrees",
    "rivals": ">=0",
    "witness": "none",
    "support": "none",
}
"""Answers to what is asked of a pair among others, where nothing tells."""


def figure(low: int | str, high: int | str | None = None, **fields: Any) -> Quantity:
    """A quantity of both ends, or of one."""
    return Quantity(Decimal(low), Decimal(low if high is None else high), **fields)


def made(text: str, value: Any, kind: Kind = Kind.NUMBER, article: str = "A", start: int = 0, **said: Any) -> Mention:
    """A mention of its own sentence; what else is said of it goes into its slot or the mention itself."""
    slot = Slot(**{name: said.pop(name) for name in list(said) if name in SLOT})
    span = Span(article, start, start + len(text))
    found = Mention(kind, span, text, value, Hedge.EXACTLY, slot, span, 0, "made")
    return replace(found, **said)


def count(number: int, head: str = "sailor", article: str = "A", start: int = 0, **said: Any) -> Mention:
    """A count of something: *12 sailor*."""
    return made(said.pop("text", f"{number} {head}"), figure(number), article=article, start=start, head=head, **said)


def context(mention: Mention, **fields: Any) -> Context:
    """What surrounds a mention: nothing that tells anything, but for what is given."""
    empty = Context(
        mention=mention,
        clause={},
        sentence={},
        neighbours={},
        names=frozenset(),
        number=0,
        position="body",
        part=False,
        first=False,
        sole=False,
        repeated=False,
        variety=1,
        times=(),
        places=(),
        when=(),
        agent=frozenset(),
        patient=frozenset(),
        meaning=(),
        published="",
    )
    return replace(empty, **fields)


def pair(
    left: Mention | Context, right: Mention | Context, levels: Mapping[str, str] | None = None, **fields: Any
) -> Pair:
    """Two mentions with the answers that their contexts give, but for the levels that are given."""
    a, b = (c if isinstance(c, Context) else context(c) for c in (left, right))
    asked = {q.name: q.answer(a, b) for q in (*COMPARISONS, *VALUE_COMPARISONS)}
    related = fact_type(a.mention.kind).relate(a.mention, b.mention)
    return replace(Pair(a, b, UNSAID | asked | dict(levels or {}), 0.0, related), **fields)

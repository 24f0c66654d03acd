"""What the sources share, what only one of them reports, and what was compared and not flagged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from divergence.model.comparison import Agreement, Comparison
from divergence.model.fact import Mention
from divergence.report.findings import Quotation, ReadingView, quotation, show_reading
from divergence.report.sources import Desk, Source
from divergence.report.visible import visible

MOST_PAIRS = 60
"""Pairs looked at and not flagged that a page shows, the nearest misses first."""
MOST_ALONE = 40
"""Facts of one source alone that a page shows for each."""


@dataclass(frozen=True, slots=True)
class SharedFact:
    """A fact that several sources state alike."""

    kind: str
    subject: str
    reading: ReadingView
    silent: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LoneFacts:
    """What one source alone reports."""

    source: Source
    facts: tuple[tuple[str, Quotation], ...]
    """Pairs of kind and quotation, by position."""
    more: int
    """How many more there are than are shown."""


@dataclass(frozen=True, slots=True)
class PassedPair:
    """Two values that were looked at and not flagged."""

    kind: str
    left: Quotation
    right: Quotation
    reason: str


def share(agreements: tuple[Agreement, ...], desk: Desk) -> tuple[SharedFact, ...]:
    """The agreements, those of most sources first."""
    facts = [
        SharedFact(a.kind, visible(a.subject), show_reading(a.reading, "a", desk, marked=False), desk.named(a.silent))
        for a in agreements
    ]
    return tuple(sorted(facts, key=lambda f: (-len(f.reading.sources), f.kind, f.subject, f.reading.value)))


def stand_alone(comparison: Comparison, desk: Desk) -> tuple[LoneFacts, ...]:
    """For each source, the facts that stand in no finding or agreement and whose value no other article has."""
    linked = {m for d in comparison.divergences for r in d.readings for m in r.mentions}
    linked |= {m for a in comparison.agreements for m in a.reading.mentions}
    who: dict[tuple[str, object], set[str]] = defaultdict(set)
    for mention in comparison.mentions:
        who[mention.kind, mention.value].add(mention.span.article)
    lone: dict[str, dict[tuple[str, object], Mention]] = defaultdict(dict)
    for mention in comparison.mentions:
        key = (str(mention.kind), mention.value)
        if mention not in linked and len(who[mention.kind, mention.value]) == 1:
            lone[mention.span.article].setdefault(key, mention)
    return tuple(_lone_facts(source, tuple(lone[id].values()), desk) for id, source in desk.sources.items() if lone[id])


def _lone_facts(source: Source, mentions: tuple[Mention, ...], desk: Desk) -> LoneFacts:
    shown = mentions[:MOST_ALONE]
    return LoneFacts(source, tuple((m.kind, quotation(m, desk)) for m in shown), len(mentions) - len(shown))


def passed_pairs(comparison: Comparison, desk: Desk) -> tuple[PassedPair, ...]:
    """The nearest misses of the gate: pairs that it did not take for one fact, or not for a difference."""
    pairs = sorted(comparison.not_flagged, key=lambda p: (-p.score, p.left.span, p.right.span, p.reason))
    return tuple(
        PassedPair(p.kind, quotation(p.left, desk), quotation(p.right, desk), visible(p.reason))
        for p in pairs[:MOST_PAIRS]
    )

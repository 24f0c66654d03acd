"""Pairs to units: one unit for each fact, with all its readings, never pairs.

Flagged pairs that share a mention, or whose mentions state one value of one fact, belong to one unit; so do further
mentions that repeat a reading.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from divergence.facts import Nature, fact_type
from divergence.link.pairs import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Mention
from divergence.model.sets import DisjointSets

MERGING = frozenset({Relation.SAME, Relation.VARIANT})
"""Readings merge only on what is the same: *rounded* is not transitive (38, about 40, 43)."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Mentions of several articles judged to state one fact, and the pair that decides its verdict."""

    mentions: tuple[Mention, ...]
    deciding: Pair
    score: float
    """The deciding pair's score in log-odds."""
    pairs: tuple[Pair, ...]
    """All flagged pairs of the unit, best first."""
    confidence: float | None = None
    """How often such units are right, where a frame decides; else the score says it."""
    is_lead: bool = False
    """Whether it is worth checking only: the words may differ and say one thing."""
    told_by_both: bool = False
    """Whether each of the articles reports all of its values: then claimants differ, not articles."""


def position(mention: Mention) -> tuple[str, int, int, str]:
    """Where a mention stands: the order of everything that is listed."""
    return mention.span.article, mention.span.start, mention.span.end, mention.kind.value


def build_units(flagged: Mapping[int, float], pairs: Sequence[Pair], joining: Iterable[Pair]) -> tuple[Unit, ...]:
    """Units from flagged pairs (index into ``pairs`` -> score) and from pairs that state one value of one fact.

    The best pairs come first; a later pair that would put two different values of one article into a unit, although
    that article tells them of two things, is left out: it most likely crosses two facts.
    """
    groups = DisjointSets(position)
    decided: dict[Mention, list[int]] = {}
    for index in sorted(flagged, key=lambda i: (-flagged[i], i)):
        a, b = pairs[index].left.mention, pairs[index].right.mention
        if groups.find(a) == groups.find(b) or not crosses(groups.members(a), groups.members(b)):
            merged = decided.pop(groups.find(a), []) + decided.pop(groups.find(b), [])
            decided[groups.join(a, b)] = sorted({*merged, index}, key=lambda i: (-flagged[i], i))
    for pair in joining:
        left, right = groups.find(pair.left.mention), groups.find(pair.right.mention)
        known = [m for m in (left, right) if m in decided]
        if pair.related.relation not in MERGING or left == right or not known:
            continue
        if len(known) == 2 or not crosses(groups.members(left), groups.members(right)):
            merged = decided.pop(left, []) + decided.pop(right, [])
            decided[groups.join(left, right)] = sorted(merged, key=lambda i: (-flagged[i], i))
    return tuple(
        Unit(
            tuple(sorted(groups.members(key), key=position)),
            pairs[best[0]],
            flagged[best[0]],
            tuple(pairs[i] for i in best),
        )
        for key, best in sorted(decided.items(), key=lambda item: position(item[0]))
    )


def with_frames(framed: Sequence[Unit], units: Sequence[Unit], joining: Iterable[Pair]) -> tuple[Unit, ...]:
    """Units that frames decide, each with what else states its fact: units that share a mention, agreeing mentions."""
    agreeing = [(p.left.mention, p.right.mention) for p in joining if p.related.relation in MERGING]
    after, before = _partners(agreeing), _partners((b, a) for a, b in agreeing)
    rest, whole = list(units), []
    for unit in framed:
        own = set(unit.mentions)
        shared = [u for u in rest if not own.isdisjoint(u.mentions)]
        rest = [u for u in rest if own.isdisjoint(u.mentions)]
        mentions = {m for u in (unit, *shared) for m in u.mentions}
        articles = {m.span.article for m in mentions}
        for partners in (after, before):
            mentions |= {b for a in mentions for b in partners.get(a, ()) if b.span.article not in articles}
        mentions |= _contradicting(unit, after) | _contradicting(unit, before)
        pairs = (*unit.pairs, *(p for u in shared for p in u.pairs))
        whole.append(replace(unit, mentions=tuple(sorted(mentions, key=position)), pairs=pairs))
    return (*whole, *rest)


def _partners(pairs: Iterable[tuple[Mention, Mention]]) -> dict[Mention, list[Mention]]:
    """For each first mention of some pairs its second ones."""
    found: dict[Mention, list[Mention]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return found


def _contradicting(unit: Unit, agreeing: Mapping[Mention, Sequence[Mention]]) -> set[Mention]:
    """Mentions by which an article that gives one of two figures gives the other as well, of the same thing."""
    sides = {unit.deciding.left.mention, unit.deciding.right.mention}
    if fact_type(unit.deciding.left.mention.kind).nature in {Nature.NAME, Nature.WORDS}:
        return set()
    return {b for a in sides for b in agreeing.get(a, ()) if b.span.article != a.span.article and _is_of_one(a, b)}


def _is_of_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions are said of one thing, in so many words."""
    return bool(one.slot.head) and (one.slot.head, one.slot.outcome) == (other.slot.head, other.slot.outcome)


def crosses(left: Iterable[Mention], right: Iterable[Mention]) -> bool:
    """Whether joining two groups would mix two things that one article tells apart."""
    return any(
        a.span.article == b.span.article
        and (a.slot.head, a.slot.outcome) != (b.slot.head, b.slot.outcome)
        and fact_type(a.kind).relate(a, b).relation is Relation.CONFLICTS
        for a in left
        for b in right
    )


def readings_of(mentions: Iterable[Mention]) -> dict[str, tuple[Mention, ...]]:
    """Mentions grouped by value, in the order of first appearance; what is the same, or a variant, is one reading.

    With one hedge only: no source that prints *at least 20* is told to say *more than 20*.
    """
    grouped: dict[str, list[Mention]] = {}
    for mention in sorted(mentions, key=position):
        known = fact_type(mention.kind)
        value = known.phrase(mention)
        if value not in grouped:
            hedged = ((v, found[0]) for v, found in grouped.items() if found[0].hedge is mention.hedge)
            alike = (v for v, first in hedged if known.relate(first, mention).relation in MERGING)
            value = next(alike, value)
        grouped.setdefault(value, []).append(mention)
    return {value: tuple(found) for value, found in grouped.items()}

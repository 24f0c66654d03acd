"""Candidate pairs: mentions of two articles that might state one fact, each with its rivals.

How much better a pair fits than its mentions' best other partners says more than how well it fits, and a value that
the other article states as well, about the same thing, is a witness that the two values belong to two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from divergence.facts import Related, fact_type
from divergence.lexicon.groups import PEOPLE
from divergence.link.comparisons import bin_of, compare_contexts
from divergence.link.context import Context
from divergence.link.weights import Table, score
from divergence.model.comparison import Relation
from divergence.model.fact import Kind

LEAD = (3.0, 1.5, 0.7, 0.2, 0.0, -0.7, -1.5, -3.0)
"""Lower bounds of the levels of a lead over rivals, in log-odds."""
AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of different articles that might state one fact."""

    left: Context
    right: Context
    levels: Mapping[str, str]
    """The level of every comparison, by its name."""
    fit: float
    """How well their contexts fit, values masked, in log-odds."""
    related: Related
    """How the two values stand to each other."""

    @property
    def conflicts(self) -> bool:
        """Whether the values cannot both be right of one fact."""
        return self.related.relation is Relation.CONFLICTS


NAMED = frozenset({Kind.PLACE, Kind.PERSON, Kind.ORGANISATION, Kind.ROLE, Kind.EVENT, Kind.ATTRIBUTION})
"""Kinds whose values are names: any two names differ, so only those in one slot are worth comparing."""
RARE_TERMS = 3
"""How many of a clause's rarest terms are blocking keys."""


def dimension(context: Context) -> tuple[str, str]:
    """Only values of one kind and one dimension are compared at all."""
    mention = context.mention
    return mention.kind.value, fact_type(mention.kind).fields(mention).get("dimension") or ""


def blocking_keys(context: Context) -> frozenset[tuple[str, str]]:
    """Two mentions are compared where they share a key: what is counted, what happened, whose value, or a rare term."""
    slot = context.mention.slot
    keys = {("head", slot.head), ("predicate", slot.predicate), ("outcome", slot.outcome)}
    keys |= {("holder", word) for word in slot.holder.split()}
    if slot.head in PEOPLE:
        keys.add(("people", ""))
    if context.mention.kind is Kind.QUOTE:
        keys = {("word", t) for t in sorted(context.clause)}
    elif context.mention.kind not in NAMED:
        rarest = sorted(context.clause, key=lambda t: (-context.clause[t], t))[:RARE_TERMS]
        keys |= {("term", t) for t in rarest}
    return frozenset(k for k in keys if k[1] or k[0] == "people")


def candidate_pairs(contexts: Iterable[Context], fit_weights: Table) -> tuple[Pair, ...]:
    """All pairs of mentions from two articles that share a dimension and a blocking key, by position."""
    kinds: dict[tuple[str, str], list[Context]] = defaultdict(list)
    for context in sorted(contexts, key=lambda c: (c.mention.span, c.mention.kind)):
        kinds[dimension(context)].append(context)
    return tuple(pair for kind in sorted(kinds) for pair in _pairs(kinds[kind], fit_weights))


def _pairs(contexts: Sequence[Context], fit_weights: Table) -> tuple[Pair, ...]:
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, context in enumerate(contexts):
        for key in blocking_keys(context):
            blocks[key].append(number)
    together = {(i, j) for block in blocks.values() for i, j in combinations(block, 2)}
    apart = [
        (contexts[i], contexts[j])
        for i, j in sorted(together)
        if contexts[i].mention.span.article != contexts[j].mention.span.article
    ]
    return tuple(_with_rivals([_pair(a, b, fit_weights) for a, b in apart]))


def _pair(a: Context, b: Context, fit_weights: Table) -> Pair:
    levels = compare_contexts(a, b)
    related = fact_type(a.mention.kind).relate(a.mention, b.mention)
    return Pair(a, b, levels, score(fit_weights, levels), related)


def _with_rivals(pairs: Sequence[Pair]) -> Iterable[Pair]:
    """Add to every pair how it stands among the pairs that share one of its mentions."""
    by_side: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_side[id(pair.left), pair.right.mention.span.article].append(pair)
        by_side[id(pair.right), pair.left.mention.span.article].append(pair)
    for pair in pairs:
        left = by_side[id(pair.left), pair.right.mention.span.article]
        right = by_side[id(pair.right), pair.left.mention.span.article]
        lead = min(_lead(pair, left, pair.right), _lead(pair, right, pair.left))
        witness = max(_witness(pair, left), _witness(pair, right))
        extra = {
            "rivals": bin_of(lead, LEAD),
            "witness": "none" if witness == float("-inf") else bin_of(witness, LEAD),
            "fit": bin_of(pair.fit, LEAD),
            "kind": pair.left.mention.kind.value,
        }
        yield Pair(pair.left, pair.right, {**pair.levels, **extra}, pair.fit, pair.related)


def _lead(pair: Pair, rivals: Sequence[Pair], partner: Context) -> float:
    """The pair's fit less that of the best rival that states another value than the partner."""
    others = [
        r.fit
        for r in rivals
        if r is not pair and partner.mention.value not in (r.left.mention.value, r.right.mention.value)
    ]
    return pair.fit - max(others, default=pair.fit - LEAD[0])


def _witness(pair: Pair, rivals: Sequence[Pair]) -> float:
    """How much better than the pair the best agreeing partner fits; minus infinity where none agrees."""
    agreeing = [r.fit - pair.fit for r in rivals if r is not pair and r.related.relation in AGREEING]
    return max(agreeing, default=float("-inf"))

"""How a pair stands among its rivals, the pairs that share one of its mentions.

How much better a pair fits than its mentions' best other partners says more than how well it fits, and a value that
the other article states as well, about the same thing, is a witness that the two values belong to two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from divergence.facts import fact_type
from divergence.lexicon.groups import GENERAL
from divergence.link.comparisons import COUNTS, bin_of
from divergence.link.pairs import Pair, dimension
from divergence.link.weights import Forest, score
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

LEAD = (3.0, 1.5, 0.7, 0.2, 0.0, -0.7, -1.5, -3.0)
"""Lower bounds of the levels of a lead over rivals, in log-odds."""
FIT = (3.0, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0, -2.5, -3.0, -4.0, -5.0)
"""Lower bounds of the levels of a fit, in log-odds."""
MEANING_LEAD = (0.3, 0.15, 0.05, 0.0, -0.05, -0.15, -0.3)
"""Lower bounds of the levels of a lead in meaning."""
RATIO = (100.0, 20.0, 6.0, 3.0, 2.0, 1.5, 1.2, 1.0)
"""Lower bounds of the levels of a ratio."""
RANK = (40.0, 20.0, 10.0, 5.0, 3.0, 2.0, 1.0)
"""Lower bounds of the levels of a rank, counted from 0."""
SUPPORT = 0.0
"""Fit from which an agreeing mention of another article supports a value."""
IMPLIED = "implied"
"""The rule that reads *a man was killed* as one."""
AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})


def fitted(pairs: Sequence[Pair], fit: Forest) -> list[Pair]:
    """The pairs with their lead in meaning over rivals, and the fit that follows from all levels."""
    by_side = _sides(pairs)
    found = []
    for pair in pairs:
        a, b = pair.left.mention, pair.right.mention
        ours, theirs = by_side[id(pair.left), b.span.article], by_side[id(pair.right), a.span.article]
        lead = "unknown"
        if pair.nearness is not None:
            lead = bin_of(min(_ahead(pair, ours, b), _ahead(pair, theirs, a)), MEANING_LEAD)
        levels = {**pair.levels, "meaning lead": lead}
        found.append(replace(pair, levels=levels, fit=score(fit, levels)))
    return found


def _ahead(pair: Pair, rivals: Sequence[Pair], partner: Mention) -> float:
    """How much nearer in meaning the pair is than its best rival that states another value than the partner."""
    own = pair.nearness or 0.0
    others = [r.nearness for r in rivals if r is not pair and r.nearness is not None and _states_other(r, partner)]
    return own - max(others, default=own - 1)


def _states_other(rival: Pair, partner: Mention) -> bool:
    return partner.value not in (rival.left.mention.value, rival.right.mention.value)


def _sides(pairs: Sequence[Pair]) -> dict[tuple[int, str], list[Pair]]:
    """Pairs by one of their mentions and the other's article; hashing a mention costs more than comparing it."""
    by_side: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_side[id(pair.left), pair.right.mention.span.article].append(pair)
        by_side[id(pair.right), pair.left.mention.span.article].append(pair)
    return by_side


def with_rivals(pairs: Sequence[Pair]) -> Iterable[Pair]:
    """Add to every pair how it stands among the pairs that share one of its mentions, and how the values compare."""
    by_side = _sides(pairs)
    by_mention: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_mention[id(pair.left)].append(pair)
        by_mention[id(pair.right)].append(pair)
    supported = {
        m: any(p.fit >= SUPPORT and p.related.relation in AGREEING for p in found) for m, found in by_mention.items()
    }
    ranks = _ranks(pairs)
    for pair in pairs:
        a, b = pair.left.mention, pair.right.mention
        ours, theirs = by_side[id(pair.left), b.span.article], by_side[id(pair.right), a.span.article]
        extra = {
            "fit": bin_of(pair.fit, FIT),
            "rank": ranks.get(id(pair), "agrees"),
            "rivals": bin_of(min(_lead(pair, ours, b), _lead(pair, theirs, a)), LEAD),
            "witness": _witness_level(max(_witness(pair, ours), _witness(pair, theirs))),
            "support": COUNTS[supported[id(pair.left)] + supported[id(pair.right)]],
            "stated": COUNTS[(a.rule != IMPLIED) + (b.rule != IMPLIED)],
            "scope": _scope(a, b),
            "ratio": _ratio(a, b),
        }
        yield replace(pair, levels={**pair.levels, **extra})


def _ranks(pairs: Sequence[Pair]) -> dict[int, str]:
    """How many other differences of this dimension fit better in the story; two values differ once, wherever told."""
    better: dict[frozenset[Hashable], int] = {}
    ranks = {}
    for pair in sorted((p for p in pairs if p.conflicts), key=lambda p: -p.fit):
        values = frozenset({pair.left.mention.value, pair.right.mention.value})
        ranks[id(pair)] = bin_of(better.setdefault(values, len(better)), RANK)
    return ranks


def _lead(pair: Pair, rivals: Sequence[Pair], partner: Mention) -> float:
    """The pair's fit less that of the best rival that states another value than the partner."""
    others = [r.fit for r in rivals if r is not pair and _states_other(r, partner)]
    return pair.fit - max(others, default=pair.fit - LEAD[0])


def _witness(pair: Pair, rivals: Sequence[Pair]) -> float:
    """How much better than the pair the best agreeing partner fits; minus infinity where none agrees."""
    agreeing = [r.fit - pair.fit for r in rivals if r is not pair and r.related.relation in AGREEING]
    return max(agreeing, default=float("-inf"))


def _witness_level(witness: float) -> str:
    return "none" if witness == float("-inf") else bin_of(witness, LEAD)


def _ends(mention: Mention) -> tuple[float, float] | None:
    fields = fact_type(mention.kind).fields(mention)
    low, high = fields.get("low"), fields.get("high")
    return (float(low), float(high)) if low and high else None


def _scope(a: Mention, b: Mention) -> str:
    """Whether one count may be a part of the other: the general word (people) has the larger figure."""
    left, right = _ends(a), _ends(b)
    if left is None or right is None or a.kind is not Kind.NUMBER:
        return "no count"
    if (a.slot.head in GENERAL) == (b.slot.head in GENERAL):
        return "alike"
    general, particular = (left, right) if a.slot.head in GENERAL else (right, left)
    return "general larger" if general[0] >= particular[1] else "particular larger"


def _ratio(a: Mention, b: Mention) -> str:
    """How many times larger the larger value is."""
    left, right = _ends(a), _ends(b)
    if left is None or right is None:
        return "no figures"
    small, large = sorted((abs(left[0]), abs(right[0])))
    return "zero" if small == 0 else bin_of(large / small, RATIO)


def refit(pairs: Sequence[Pair], fit: Forest) -> tuple[Pair, ...]:
    """The same pairs under another learnt fit; their standing among rivals follows from it."""
    kinds: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        kinds[dimension(pair.left)].append(replace(pair, fit=score(fit, pair.levels)))
    return tuple(pair for kind in sorted(kinds) for pair in with_rivals(kinds[kind]))

"""What needs no further likeness: differences that plain rules judge instead of learnt trees."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from divergence.facts import Nature, fact_type
from divergence.facts.place.place import places_of
from divergence.lexicon.spelling import fold
from divergence.link.context import Context
from divergence.link.paired import Paired, Rule
from divergence.link.pairs import Pair
from divergence.link.vetoes import NOUGHT, is_none_against_some, is_vague
from divergence.link.weights import Weights, scores
from divergence.model.fact import Kind, Means, Mention

if TYPE_CHECKING:
    from divergence.link.levels import Floats
    from divergence.link.paired import Numbers

WHOLLY_IN_A_CLAUSE = frozenset({Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.PERCENT})
"""Kinds whose values are told of what their clause tells."""
ONE_CLAUSE = frozenset({">=0.85", ">=0.7"})
"""Levels of *clause* at which two clauses are one: 6 of 6 such pairs were conflicts, on 330 stories."""
CLAUSE_WORDS = 3
"""Fewest words that mean something around a value, for its clause to be told from another."""


def pair_scores(pairs: Paired, rows: Numbers, weights: Weights) -> Floats:
    """How surely each pair of differing values is a disagreement worth telling, in log-odds.

    Two wordings of one utterance are judged by their words. The only length, sum or share in one unit that each of two
    articles gives, of one thing or of kindred things, needs no further likeness: *nine hours of discussions* and
    *sessions spanning 30 hours* share no word. Nor do two lists of the places where one thing happened, which have a
    place in common and differ in another.
    """
    import numpy as np

    found = scores(weights.decision, pairs.columns.codes[rows])
    plain = np.zeros(len(rows), np.bool_)
    for rule in PLAIN:
        plain |= pairs.where(rule, rows)
    found[plain] = np.maximum(found[plain], weights.quotation)
    found[pairs.where(_QUOTED, rows)] = weights.quotation
    return found


def _is_plain(pair: Pair) -> bool:
    return any(rule.holds(pair) for rule in PLAIN)


def is_judged_by_rules(pair: Pair) -> bool:
    """Whether what a pair says in words decides, however well one of its values fits elsewhere."""
    return pair.left.mention.kind is Kind.QUOTE or _is_plain(pair) or is_none_against_some(pair)


def is_one_clause(pair: Pair) -> bool:
    """Whether one clause stands around two dates, lengths of time, sums or shares: one verb, nearly the same words.

    Counts and names take no part: *scored twelve points* is said of two players.
    """
    words = [c.mention.text.lower() for c in (pair.left, pair.right)]
    return (
        pair.left.mention.kind in WHOLLY_IN_A_CLAUSE
        and pair.levels["clause"] in ONE_CLAUSE
        and pair.levels["predicate"] == "same"
        and pair.levels["mood"] == "same"
        and pair.levels["witness"] == "none"  # *between 1990 and 1994* in both: neither year is the other's
        and words[0] != words[1]  # *earlier this week* in articles of two weeks: a copy, printed again
        and all(len(c.clause) >= CLAUSE_WORDS for c in (pair.left, pair.right))
    )


def _is_told_as_a_whole(pair: Pair) -> bool:
    """Whether nought stands against a count, each its article's only one of what befell people there."""
    once = all(c.variety == 1 for c in (pair.left, pair.right))
    return once and is_none_against_some(pair) and all(c.position != "body" for c in (pair.left, pair.right))


def is_sole_measure(pair: Pair) -> bool:
    """Whether both values are their articles' only one in that unit, said of one thing or of kindred things."""
    return (
        fact_type(pair.left.mention.kind).nature is Nature.MEASURE
        and pair.levels["sole"] == "both"
        and pair.levels["head"] in {"same", "kindred"}
        and pair.levels["mood"] == "same"
        and not any(is_vague(c.mention) for c in (pair.left, pair.right))
        and all(c.mention.means is not Means.PLURAL for c in (pair.left, pair.right))
    )


def is_other_list(pair: Pair) -> bool:
    """Whether both values list the places of one happening (*airstrikes on*), with a place in common."""
    if pair.left.mention.kind is not Kind.PLACE or pair.levels["outcome"] != "same" or pair.levels["head"] != "same":
        return False
    return are_other_lists(pair.left.mention, pair.right.mention)


def are_other_lists(left: Mention, right: Mention) -> bool:
    """Whether two values list places, of which they have one in common."""
    if left.kind is not Kind.PLACE or right.kind is not Kind.PLACE:
        return False
    ours, theirs = _place_names(left), _place_names(right)
    return min(len(ours), len(theirs)) > 1 and bool(ours & theirs)


def _place_names(mention: Mention) -> frozenset[str]:
    """The names in a place expression, whatever their designators."""
    return frozenset(fold(spot.name) for spot in places_of(mention).spots)


def _measure_of(context: Context) -> Hashable:
    mention = context.mention
    return fact_type(mention.kind).nature is Nature.MEASURE, is_vague(mention), mention.means is Means.PLURAL


def _list_of(context: Context) -> Hashable:
    return _place_names(context.mention) if context.mention.kind is Kind.PLACE else None


def _clause_of(context: Context) -> Hashable:
    mention = context.mention
    return mention.kind in WHOLLY_IN_A_CLAUSE, mention.text.lower(), len(context.clause) >= CLAUSE_WORDS


PLAIN = (
    Rule(
        is_sole_measure,
        _measure_of,
        ("sole", "head", "mood"),
        {"sole": frozenset({"both"}), "mood": frozenset({"same"})},
    ),
    Rule(
        is_other_list,
        _list_of,
        ("outcome", "head"),
        {"outcome": frozenset({"same"}), "head": frozenset({"same"})},
    ),
    Rule(
        _is_told_as_a_whole,
        lambda c: (c.variety == 1, c.position != "body", NOUGHT.sees(c)),
        NOUGHT.reads,
    ),
    Rule(
        is_one_clause,
        _clause_of,
        ("clause", "predicate", "mood", "witness"),
        {"clause": ONE_CLAUSE, "witness": frozenset({"none"})},
    ),
)
"""What needs no further likeness."""
_QUOTED = Rule(lambda pair: pair.left.mention.kind is Kind.QUOTE, lambda context: context.mention.kind)

"""What needs no further likeness: differences that plain rules judge instead of learnt trees."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.facts import Nature, fact_type
from divergence.facts.place.place import places_of
from divergence.lexicon.spelling import fold
from divergence.link.levels import codes_of
from divergence.link.pairs import Pair
from divergence.link.vetoes import is_none_against_some, is_vague
from divergence.link.weights import Weights, scores
from divergence.model.fact import Kind, Means, Mention

WHOLLY_IN_A_CLAUSE = frozenset({Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.PERCENT})
"""Kinds whose values are told of what their clause tells."""
ONE_CLAUSE = frozenset({">=0.85", ">=0.7"})
"""Levels of *clause* at which two clauses are one: 6 of 6 such pairs were conflicts, on 330 stories."""
CLAUSE_WORDS = 3
"""Fewest words that mean something around a value, for its clause to be told from another."""


def pair_scores(pairs: Sequence[Pair], weights: Weights) -> list[float]:
    """How surely each pair of differing values is a disagreement worth telling, in log-odds.

    Two wordings of one utterance are judged by their words. The only length, sum or share in one unit that each of two
    articles gives, of one thing or of kindred things, needs no further likeness: *nine hours of discussions* and
    *sessions spanning 30 hours* share no word. Nor do two lists of the places where one thing happened, which have a
    place in common and differ in another.
    """
    learnt = scores(weights.decision, codes_of([pair.levels for pair in pairs])).tolist()
    return [_with_plain_rules(pair, score, weights.quotation) for pair, score in zip(pairs, learnt, strict=True)]


def _with_plain_rules(pair: Pair, learnt: float, plainly: float) -> float:
    """The learnt score of a pair, unless plain rules judge it."""
    if pair.left.mention.kind is Kind.QUOTE:
        return plainly
    return max(learnt, plainly) if _is_plain(pair) else learnt


def _is_plain(pair: Pair) -> bool:
    return is_sole_measure(pair) or is_other_list(pair) or _is_told_as_a_whole(pair) or is_one_clause(pair)


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
    left, right = (_place_names(c.mention) for c in (pair.left, pair.right))
    return min(len(left), len(right)) > 1 and bool(left & right)


def _place_names(mention: Mention) -> frozenset[str]:
    """The names in a place expression, whatever their designators."""
    return frozenset(fold(spot.name) for spot in places_of(mention).spots)

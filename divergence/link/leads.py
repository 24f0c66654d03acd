"""Leads: differences that are worth checking, though too unsure to flag."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set

from divergence.link.paired import Paired, Scored
from divergence.link.pairs import Pair
from divergence.link.plain import is_judged_by_rules
from divergence.link.units import Unit, position, readings_of
from divergence.link.weights import Weights, calibrated
from divergence.model.fact import Kind, Mention

NEARER = frozenset({">=3", ">=1.5", ">=0.7"})
"""Levels of *witness* at which a value is another fact's: held out, of 32 findings 8 were right."""
DOUBTFUL = 0.25
"""Confidence in such a finding at most."""
WORTH_CHECKING = 0.03
"""Confidence from which a difference that is not flagged is a lead though five are likelier. Held out, on 114 annotated
stories, 49 of 351 were conflicts; with the five likeliest of each story 57 of 416, with all of the ten 62 of 945.
"""
FEWEST_LEADS = 5
"""How many of a story's likeliest differences are leads though little speaks for them; at high sensitivity all."""
HARDLY = -4.0
"""Score, in log-odds, below which they are not: held out, of 156 such leads 2 were conflicts."""
MOST_LEADS = 10
"""How many leads a story has at most."""


def worth_checking(
    near: Scored,
    pairs: Paired,
    taken: Set[Mention],
    weights: Weights,
    most: int = MOST_LEADS,
    settles: Callable[[Pair], bool] = lambda pair: False,
) -> tuple[Unit, ...]:
    """Leads, the likeliest first: two values once, however many pairs tell them, and none of a mention told already."""
    import numpy as np

    ranked = near.ranked()
    values = pairs.columns.values()[ranked.rows]
    seen, found = set(taken), dict[int, list[int]]()
    for at, (row, two) in enumerate(zip(ranked.rows, values, strict=True)):
        if len(found) == most:  # what is left can only tell the same values again
            for place in np.flatnonzero(np.isin(values[at:], list(found))) + at:
                found[int(values[place])].append(int(place))
            break
        left, right = pairs.mentions(row)
        if two not in found and ({left, right} & seen or settles(pairs[row])):
            continue
        found.setdefault(int(two), []).append(at)
        seen |= {left, right}
    rows, scores = ranked.rows.tolist(), ranked.scores
    free = [[rows[n] for n in of if not {*pairs.mentions(rows[n])} & taken] for of in found.values()]
    best = (float(scores[of[0]]) for of in found.values())
    leads = (_lead([pairs[row] for row in own], score, weights) for own, score in zip(free, best, strict=True))
    return tuple(lead for lead in leads if _is_told_apart(lead))


def likeliest(leads: Sequence[Unit]) -> tuple[Unit, ...]:
    """The leads, the likeliest first, without those that follow enough others and are unlikely themselves."""
    of_one = [lead for lead in leads if not _counts_other_things(lead.deciding)]
    return tuple(
        lead
        for n, lead in enumerate(of_one)
        if (n < FEWEST_LEADS and lead.score >= HARDLY) or (lead.confidence or 0.0) >= WORTH_CHECKING
    )


def _counts_other_things(pair: Pair) -> bool:
    """Whether two counts are of two things in two happenings: held out, of 27 such leads none was a conflict."""
    levels = pair.levels
    return pair.left.mention.kind is Kind.NUMBER and levels["head"] == levels["predicate"] == "other"


def _lead(pairs: Sequence[Pair], score: float, weights: Weights) -> Unit:
    """The pairs of two values as one lead; a doubtful pair takes no confidence from how alike its contexts are."""
    mentions = {m for p in pairs for m in (p.left.mention, p.right.mention)}
    likely = calibrated(weights, score)
    confidence = min(likely, DOUBTFUL) if is_doubtful(pairs[0]) else likely
    return Unit(tuple(sorted(mentions, key=position)), pairs[0], score, tuple(pairs), confidence, is_lead=True)


def _is_told_apart(lead: Unit) -> bool:
    """Whether some article gives only one of the values: where each gives both, no two articles differ."""
    readings = readings_of(lead.mentions).values()
    return len({frozenset(m.span.article for m in told) for told in readings}) > 1


def is_doubtful(pair: Pair) -> bool:
    """Whether a pair is a lead at most, however alike its contexts: one value stands in the other article as well, of
    something that fits it plainly better.
    """
    return pair.levels["witness"] in NEARER and not is_judged_by_rules(pair)

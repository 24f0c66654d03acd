"""The same-fact gate: from the mentions of all articles to units that differ, facts agreed on, and pairs set aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from divergence.facts import fact_type
from divergence.language.parsed import Parsed
from divergence.link.candidates import Pair, candidate_pairs
from divergence.link.context import Context, Rarity, contexts
from divergence.link.reasons import refusal
from divergence.link.units import Unit, build_units, position
from divergence.link.weights import Weights, calibrated, probability, score
from divergence.model.comparison import Agreement, NotFlagged, Reading
from divergence.model.fact import Mention

SAME_FACT = 0.0
"""Fit, in log-odds, from which two mentions with one value are taken to state one fact."""
CLOSE = -2.0
"""Score, in log-odds below the threshold's, down to which a pair that was not flagged is worth listing."""
LISTED = 200
"""How many pairs that were not flagged a comparison keeps, the nearest first."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate decided about one story."""

    units: tuple[Unit, ...]
    agreements: tuple[Agreement, ...]
    not_flagged: tuple[NotFlagged, ...]


def judge(articles: Sequence[Parsed], mentions: Iterable[Mention], weights: Weights, *, high: bool = False) -> Judged:
    """Decide which mentions of several articles state one fact with values that differ."""
    pairs = candidate_pairs(story_contexts(articles, mentions), weights.fit)
    return decide(pairs, weights, high=high)


def story_contexts(articles: Sequence[Parsed], mentions: Iterable[Mention]) -> list[Context]:
    """The context of every mention of a story."""
    rarity = Rarity(articles)
    by_article: dict[str, list[Mention]] = {parsed.article.id: [] for parsed in articles}
    for mention in mentions:
        by_article[mention.span.article].append(mention)
    return [c for parsed in articles for c in contexts(parsed, by_article[parsed.article.id], rarity)]


def decide(pairs: Sequence[Pair], weights: Weights, *, high: bool = False) -> Judged:
    """Units, agreements and pairs set aside, from candidate pairs."""
    threshold = weights.threshold_high if high else weights.threshold
    scores = {i: score(weights.decision, p.levels) for i, p in enumerate(pairs) if p.conflicts}
    flagged = {i: s for i, s in scores.items() if calibrated(weights, s) >= threshold}
    units = build_units(flagged, pairs, [p for p in pairs if p.fit >= SAME_FACT])
    return Judged(units, _agreements(pairs), _set_aside(pairs, scores, flagged))


def _agreements(pairs: Sequence[Pair]) -> tuple[Agreement, ...]:
    return ()


def _set_aside(pairs: Sequence[Pair], scores: dict[int, float], flagged: dict[int, float]) -> tuple[NotFlagged, ...]:
    """The pairs of differing values that came nearest to being flagged, each with the reason why not."""
    nearest = sorted((i for i in scores if i not in flagged), key=lambda i: (-scores[i], i))[:LISTED]
    return tuple(
        NotFlagged(
            pairs[i].left.mention.kind,
            pairs[i].left.mention,
            pairs[i].right.mention,
            refusal(pairs[i]),
            round(probability(scores[i]), 3),
        )
        for i in nearest
    )


__all__ = ["Judged", "Reading", "decide", "fact_type", "judge", "position", "story_contexts"]

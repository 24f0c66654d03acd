"""Whose figures differ: article against article, claimant against claimant, article against claimant, or one
claimant's figure told in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.assess.quoted import speaker_of
from divergence.facts import fact_type
from divergence.facts.types import FIGURES
from divergence.model.comparison import Claimed, Reading, Situation
from divergence.model.fact import Mention
from divergence.sources.speakers import speakers_differ


def whose(
    readings: Sequence[Reading], left: Mention, right: Mention, *, told_by_both: bool = False
) -> tuple[Situation | None, tuple[Claimed, ...]]:
    """The situation of the two values that differ most plainly, and who is told to claim each of the readings.

    There is none where the values are no figures, or where it cannot be told whether two names are one claimant.
    ``told_by_both`` is whether each article reports all values, as those of claimants whom it tells apart.
    """
    if fact_type(left.kind).nature not in FIGURES:
        return None, ()
    claims = tuple(Claimed(speaker_of(r.mentions), r.value, r.articles) for r in readings)
    if told_by_both:
        return Situation.CLAIMANTS, claims
    ours, theirs = (
        next((c.claimant for c, r in zip(claims, readings, strict=True) if m in r.mentions), "") for m in (left, right)
    )
    return _situation(ours, theirs), tuple(c for c in claims if c.claimant)


def _situation(ours: str, theirs: str) -> Situation | None:
    if not ours and not theirs:
        return Situation.ARTICLES
    if not ours or not theirs:
        return Situation.ARTICLE_AND_CLAIMANT
    return {True: Situation.CLAIMANTS, False: Situation.ONE_CLAIMANT, None: None}[speakers_differ(ours, theirs)]

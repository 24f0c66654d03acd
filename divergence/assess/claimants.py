"""Whose figures differ: article against article, claimant against claimant, article against claimant, or one
claimant's figure told in two ways."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.assess.quoted import fullest, speakers, surely_one
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
    claimants = [claimant_of(r.mentions) for r in readings]
    claims = tuple(Claimed(c or "", r.value, r.articles) for c, r in zip(claimants, readings, strict=True))
    if told_by_both:
        return Situation.CLAIMANTS, claims
    ours, theirs = (
        next((c for c, r in zip(claimants, readings, strict=True) if m in r.mentions), "") for m in (left, right)
    )
    return _situation(ours, theirs), tuple(c for c in claims if c.claimant)


def claimant_of(mentions: Sequence[Mention]) -> str | None:
    """Who is told to give a value, by the fullest name; None where several are, empty where nobody is."""
    told = speakers(mentions)
    return fullest(told) if told else "" if not any(m.speaker for m in mentions) else None


def _situation(ours: str | None, theirs: str | None) -> Situation | None:
    if ours is None or theirs is None:
        return None
    if not ours and not theirs:
        return Situation.ARTICLES
    if not ours or not theirs:
        return Situation.ARTICLE_AND_CLAIMANT
    if surely_one(ours, theirs):
        return Situation.ONE_CLAIMANT
    return Situation.CLAIMANTS if speakers_differ(ours, theirs) else None

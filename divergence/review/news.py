"""Which disagreements of a story are news: brought by a new or changed article, and neither known nor decided on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from divergence.model.comparison import Comparison, Divergence, Relation, Severity, Verdict
from divergence.model.decision import Decision, Standing
from divergence.model.fact import Kind, Mention
from divergence.model.finding import Finding
from divergence.model.text import Article, Story
from divergence.review.settings import Settings

_FAILS_UP_TO = {"never": -1, **{severity.value: severity.rank for severity in Severity}}
"""The last rank of severity that fails a check, by the setting *fail_on*."""


@dataclass(frozen=True, slots=True)
class Stood:
    """What is remembered of a disagreement that stood before."""

    id: str
    kind: Kind
    values: frozenset[str]
    stated: frozenset[tuple[str, str]]
    """Which file has which value."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known about a story before this check."""

    changed: frozenset[str] | None = None
    """Ids of the new or changed articles; None where every article counts as new."""
    stood: tuple[Stood, ...] = ()
    """What the story without the new and changed articles disagreed on already."""
    known: frozenset[str] = frozenset()
    """Ids of findings in the baseline."""
    decisions: tuple[Decision, ...] = ()
    doubted: frozenset[str] = frozenset()
    """Ids of the articles whose date cannot be taken at its word, so that no disagreement weighs less by it."""


def changed_articles(story: Story, before: Story | None) -> frozenset[str]:
    """Ids of the articles that the earlier story does not have just so; a moved file is no new article."""
    seen = {_content(article) for article in before.articles} if before else set()
    return frozenset(article.id for article in story.articles if _content(article) not in seen)


def _content(article: Article) -> Article:
    """All of an article but its place in the story."""
    return replace(article, id="", path="", part=0)


def remember(story: Story, divergence: Divergence) -> Stood:
    """What must be known of a disagreement to recognise it later."""
    paths = {article.id: article.place for article in story.articles}
    stated = ((paths[a], reading.value) for reading in divergence.readings for a in reading.articles)
    values = frozenset(reading.value for reading in divergence.readings)
    return Stood(divergence.id, divergence.kind, values, frozenset(stated))


def is_known(story: Story, divergence: Divergence, before: Before) -> bool:
    """Whether the same disagreement stood before: under the same id, or between the same values of the same files.

    The second holds where a further article with a known value changes the fact's description a little, and so its id.
    """
    if divergence.id in before.known:
        return True
    now = remember(story, divergence)
    return any(now.id == earlier.id or _same_dispute(now, earlier) for earlier in before.stood)


def _same_dispute(now: Stood, earlier: Stood) -> bool:
    """Whether no value is new and at least two values stand in the same files as before."""
    still = {value for _, value in now.stated & earlier.stated}
    return now.kind is earlier.kind and now.values <= earlier.values and len(still) >= 2


def _primary(divergence: Divergence, changed: frozenset[str] | None) -> Mention | None:
    """The first mention in a new or changed article; None where it has none."""
    mentions = [m for reading in divergence.readings for m in reading.mentions]
    inside = [m for m in mentions if changed is None or m.span.article in changed]
    return min(inside, key=lambda m: (len(m.span.article), m.span), default=None)


def _standing(story: Story, divergence: Divergence, decisions: Iterable[Decision], today: date) -> tuple[Standing, str]:
    for decision in decisions:
        if (decision.story, decision.id) == (story.id, divergence.id) and decision.holds(today):
            return decision.standing, decision.reason
    return Standing.NEW, ""


def is_update_by(divergence: Divergence, articles: frozenset[str]) -> bool:
    """Whether a disagreement counts as an update, and weighs less, by the date of one of these articles."""
    return divergence.relation is Relation.UPDATES and any(
        a in articles for r in divergence.readings for a in r.articles
    )


def _fails(divergence: Divergence, settings: Settings, doubted: frozenset[str]) -> bool:
    weight = divergence.severity.rank - is_update_by(divergence, doubted)
    return weight <= _FAILS_UP_TO[settings.fail_on] and divergence.confidence >= settings.min_confidence


def find_news(comparison: Comparison, before: Before, settings: Settings, today: date) -> tuple[Finding, ...]:
    """The findings of one story that a check reports, decided ones last."""
    findings = []
    for divergence in comparison.divergences:
        primary = _primary(divergence, before.changed)
        if divergence.verdict is not Verdict.CONFLICT or primary is None:
            continue
        if is_known(comparison.story, divergence, before):
            continue
        standing, note = _standing(comparison.story, divergence, before.decisions, today)
        fails = standing is Standing.NEW and _fails(divergence, settings, before.doubted)
        findings.append(Finding(comparison.story, divergence, primary, standing, fails, note))
    return ranked(findings)


def ranked(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Failing findings first, then new ones, by severity, confidence and identity."""
    order: Mapping[Standing, int] = {Standing.NEW: 0, Standing.ACCEPTED: 1, Standing.REJECTED: 2}
    return tuple(
        sorted(
            findings,
            key=lambda f: (
                not f.fails,
                order[f.standing],
                f.divergence.severity.rank,
                -f.divergence.confidence,
                f.fingerprint,
            ),
        )
    )

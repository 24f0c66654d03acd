"""A whole comparison as the formats for CI take it: every disagreement is new, and none fails."""

from __future__ import annotations

from divergence.model.comparison import Comparison, Divergence, Verdict
from divergence.model.fact import Mention
from divergence.model.finding import CheckResult, Finding
from divergence.version import __version__


def conflicts(comparison: Comparison) -> tuple[Divergence, ...]:
    """What is flagged as a disagreement, the weightiest first."""
    flagged = (d for d in comparison.divergences if d.verdict is Verdict.CONFLICT)
    return tuple(sorted(flagged, key=lambda d: (d.severity.rank, -d.confidence, d.id)))


def primary(divergence: Divergence, articles: frozenset[str]) -> Mention:
    """The first mention in one of these articles, else the last article's first: the likely newcomer."""
    mentions = [m for reading in divergence.readings for m in reading.mentions]
    inside = [m for m in mentions if m.span.article in articles]
    if inside:
        return min(inside, key=lambda m: (len(m.span.article), m.span))
    last = max(mentions, key=lambda m: (len(m.span.article), m.span.article)).span.article
    return min((m for m in mentions if m.span.article == last), key=lambda m: m.span)


def whole(comparison: Comparison) -> CheckResult:
    """Everything that a comparison flags."""
    findings = tuple(Finding(comparison.story, d, primary(d, frozenset())) for d in conflicts(comparison))
    return CheckResult(
        findings,
        (comparison.story,),
        comparison.notices,
        tool=__version__,
        pipeline=comparison.pipeline,
        as_measured=(comparison.as_measured,),
    )

"""How each finding came about where a model was asked: what it said, and what code and the blind check made of it.

The model's own words stand here and in no report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from divergence.model.comparison import Divergence, Verdict
from divergence.model.text import Article
from divergence.second.answers import Given
from divergence.second.locate import find
from divergence.second.matching import same_finding, spans_of
from divergence.second.reading import Reported, Transcript
from divergence.second.typed import Checked

SHOWN = 12
"""Characters of a digest."""
Articles = Mapping[str, Article]


def steps_of(divergence: Divergence, transcript: Transcript, articles: Articles) -> Iterator[str]:
    """Each step of a finding, as lines."""
    reported = [r for r in transcript.reported if r.checked and same_finding(divergence, r.checked.claim)]
    if "rules" in divergence.found_by:
        flagged = divergence.verdict in (Verdict.CONFLICT, Verdict.LEAD)
        yield f"the rules {'flagged it' if flagged else f'call it {divergence.verdict}'}"
    if not reported:
        yield "the model did not report it"
    for one in reported:
        yield from _reported(one, transcript, articles)
    yield from _judged(divergence, transcript)


def dropped(transcript: Transcript, articles: Articles) -> Iterator[list[str]]:
    """What the model reported and no finding came of: quotations not found, or overruled by code."""
    for one in transcript.reported:
        if one.checked is None or one.checked.overruled:
            yield [*_reported(one, transcript, articles)]


def _reported(one: Reported, transcript: Transcript, articles: Articles) -> Iterator[str]:
    answers = {exchange.request: exchange.answer for exchange in transcript.exchanges}
    given = one.given
    yield (
        f"request {one.request[:SHOWN]}, answer {answers.get(one.request, '')[:SHOWN]}:"
        f" {given.kind}, confidence {given.confidence:.2f}, “{given.about}”"
    )
    yield from (f"  {line}" for line in _quotations(given, articles))
    yield f"  {_code(one.checked)}"


def _quotations(given: Given, articles: Articles) -> Iterator[str]:
    for reading in given.readings:
        article = articles.get(reading.article)
        span = find(reading.quote, article) if article else None
        where = f"found at character {span.start}" if span else "not found word for word, so dropped"
        yield f"{reading.article} “{reading.quote}” ({reading.value}): {where}"


def _code(checked: Checked | None) -> str:
    if checked is None:
        return "code: fewer than two articles with two values are left, so it is dropped"
    if checked.overruled and checked.fitting:
        return f"code overrules it: {checked.fitting.relation}, {checked.fitting.why}"
    if checked.related:
        return f"code agrees: {checked.related.why}"
    return "code: no single typed value on both sides that it could compare"


def _judged(divergence: Divergence, transcript: Transcript) -> Iterator[str]:
    places = spans_of(divergence)
    told = [
        judged
        for pair, judged in transcript.judged.items()
        if any(v != w and pair.left.overlaps(s) and pair.right.overlaps(t) for v, s in places for w, t in places)
    ]
    for request, judgement in told:
        yield (
            f"blind check, request {request[:SHOWN]}: {judgement.verdict}"
            f" ({judgement.probability:.2f}), “{judgement.reason}”"
        )
    if not told:
        yield "blind check: none"

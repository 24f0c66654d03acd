"""The findings as tidy data for data frames: one record for each statement of a value, and one for each silence."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from divergence.facts import fact_type
from divergence.model.comparison import Comparison, Divergence, Reading
from divergence.model.decision import Decision
from divergence.model.fact import Mention
from divergence.model.text import Article, Story

Cell = str | int | float | None
Record = dict[str, Cell]

COLUMNS = (
    "story", "finding", "kind", "subject", "verdict", "relation", "severity", "confidence", "status",
    "article", "source", "date", "value", "low", "high", "unit", "timex", "hedge", "stated", "quotation", "start",
    "end", "speaker", "standing", "found_by", "decision", "explained_by", "reason", "decided_by", "decided_on", "path",
    "url",
)  # fmt: skip
"""Names of the columns. ``confidence`` runs from 0 to 1; ``low`` and ``high`` are numbers in ``unit``, or the first and
last moment of a date; ``start`` and ``end`` count characters of the article's text; ``status`` is stated or silent."""


def to_records(comparison: Comparison) -> list[Record]:
    """One record for each statement of each finding and for each silence, in the order of the report."""
    decisions = {d.id: d for d in comparison.decisions if d.story == comparison.story.id}
    return [
        dict.fromkeys(COLUMNS) | record
        for divergence in comparison.divergences
        for record in _finding(divergence, comparison.story, decisions.get(divergence.id))
    ]


def _finding(divergence: Divergence, story: Story, decision: Decision | None) -> Iterator[Record]:
    about = _about(divergence, story) | (_decided(decision) if decision else {})
    articles = {article.id: article for article in story.articles}
    for reading in divergence.readings:
        for mention in sorted(reading.mentions, key=lambda m: (len(m.span.article), m.span)):
            article = articles[mention.span.article]
            yield about | _named(article) | _stated(mention, reading, article)
    for silent in divergence.silent:
        yield about | _named(articles[silent]) | {"status": "silent"}


def _about(divergence: Divergence, story: Story) -> Record:
    return {
        "story": story.id,
        "finding": divergence.id,
        "kind": str(divergence.kind),
        "subject": divergence.subject,
        "verdict": str(divergence.verdict),
        "relation": str(divergence.relation),
        "severity": str(divergence.severity),
        "confidence": round(divergence.confidence, 4),
        "found_by": " and ".join(divergence.found_by),
    }


def _decided(decision: Decision) -> Record:
    return {
        "decision": str(decision.state),
        "explained_by": str(decision.ground),
        "reason": decision.reason,
        "decided_by": decision.who,
        "decided_on": decision.when.isoformat() if decision.when else None,
    }


def _named(article: Article) -> Record:
    return {
        "article": article.id,
        "source": article.label,
        "date": article.published,
        "path": article.place,
        "url": article.url,
    }


def _stated(mention: Mention, reading: Reading, article: Article) -> Record:
    typed = typed_value(mention)
    return {
        "status": "stated",
        "value": reading.value,
        "low": _number(typed.get("low") or typed.get("earliest")),
        "high": _number(typed.get("high") or typed.get("latest")),
        "unit": typed.get("unit"),
        "timex": typed.get("timex"),
        "hedge": str(mention.hedge),
        "stated": mention.text,
        "quotation": article.text[mention.sentence.start : mention.sentence.end],
        "start": mention.span.start,
        "end": mention.span.end,
        "speaker": mention.speaker,
        "standing": str(mention.standing),
    }


def typed_value(mention: Mention) -> dict[str, str | None]:
    """The parts of a value for programs: numbers as decimal strings, ``unit``, ``timex``, ``places``, ``names`` …

    A value that is mere text, as in comparisons that a program made by hand, has none.
    """
    if isinstance(mention.value, str):
        return {}
    return fact_type(mention.kind).fields(mention)


def _number(text: str | None) -> Cell:
    """A decimal string as a number; what is none, such as the first moment of a date, stays as it is."""
    try:
        number = Decimal(text or "")
    except InvalidOperation:
        return text
    return int(number) if number == number.to_integral_value() else float(number)

"""The comparison as JSON: the stable interface for other programs. Offsets count code points of ``articles[].text``."""

from __future__ import annotations

import json
from typing import Any

from divergence.model.comparison import Agreement, Comparison, Divergence, ModelReading, Reading
from divergence.model.decision import Decision
from divergence.model.fact import Mention
from divergence.model.text import Article, Notice
from divergence.report.format import Format, Presentation
from divergence.report.records import typed_value
from divergence.report.wording import reach, read_words
from divergence.sources.lineage import lineage
from divergence.version import __version__

FORMAT_NAME = "divergence-report"
FORMAT_VERSION = 2
TYPED = ("low", "high", "unit", "timex", "earliest", "latest", "places", "names")
"""The parts of a value that stand beside its words, where its kind has them; numbers are decimal strings."""


def report_record(comparison: Comparison) -> dict[str, Any]:
    """The whole report as plain data, in the order in which it is written."""
    story = comparison.story
    second = comparison.reading
    return {
        "format": FORMAT_NAME,
        "version": FORMAT_VERSION,
        "tool": {"name": "divergence", "version": __version__, "pipeline": comparison.pipeline or None},
        "story": {"id": story.id, "title": story.title},
        "reach": reach(read_words(), [comparison.as_measured]),
        "articles": [_article(article) for article in story.articles],
        "divergences": [
            _divergence(divergence) | (_second_voice(divergence) if second else {})
            for divergence in comparison.divergences
        ],
        "witnesses": [list(group) for group in lineage(story).witnesses],
        "agreements": [_agreement(agreement) for agreement in comparison.agreements],
        "agreements_not_told": [{"reason": w.reason, "count": w.count} for w in comparison.withheld],
        "alignment": [
            {
                "row": row.number,
                "paragraphs": [{"article": p.article, "start": p.start, "end": p.end} for p in row.paragraphs],
            }
            for row in comparison.alignment
        ],
        "decisions": [_decision(decision) for decision in comparison.decisions],
        "notices": [_notice(notice) for notice in dict.fromkeys((*comparison.notices, *story.notices))],
    } | ({"reading": _reading(second)} if second else {})


def _second_voice(divergence: Divergence) -> dict[str, Any]:
    """What stands on a divergence where a model was asked too."""
    return {"found_by": list(divergence.found_by)}


def _reading(reading: ModelReading) -> dict[str, Any]:
    return {
        "model": reading.model,
        "wording": reading.wording,
        "calibration": reading.calibration,
        "requests": [
            {"stage": e.stage, "request": e.request, "answer": e.answer or None, "failed": e.told or None}
            for e in reading.exchanges
        ],
        "quotations": {"given": reading.quotations_given, "found": reading.quotations_found},
    }


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.path,
        "source": article.source,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "sha256": article.sha256,
        "text": article.text,
        **({"part": article.part} if article.part else {}),
        **({"pages": list(article.pages)} if article.pages else {}),
    }


def _divergence(divergence: Divergence) -> dict[str, Any]:
    return {
        "id": divergence.id,
        "kind": str(divergence.kind),
        "subject": divergence.subject,
        "verdict": str(divergence.verdict),
        "relation": str(divergence.relation),
        "severity": str(divergence.severity),
        "confidence": round(divergence.confidence, 4),
        "why": list(divergence.why),
        "explained_by": divergence.explained_by,
        "explanation": divergence.explanation,
        "situation": str(divergence.situation) if divergence.situation else None,
        "claimants": [
            {"claimant": c.claimant, "value": c.value, "articles": list(c.articles)} for c in divergence.claims
        ],
        "readings": [_mention(mention, reading) for reading in divergence.readings for mention in reading.mentions],
        "silent": list(divergence.silent),
    }


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "kind": str(agreement.kind),
        "subject": agreement.subject,
        "value": agreement.reading.value,
        "readings": [_mention(mention, agreement.reading) for mention in agreement.reading.mentions],
        "silent": list(agreement.silent),
    }


def _mention(mention: Mention, reading: Reading) -> dict[str, Any]:
    """One mention as a reading of its own: a source that states a value twice has two."""
    return {
        "article": mention.span.article,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "value": reading.value,
        "hedge": str(mention.hedge),
        "sentence": {"start": mention.sentence.start, "end": mention.sentence.end},
        "speaker": mention.speaker,
        "standing": str(mention.standing),
    } | {name: part for name, part in typed_value(mention).items() if name in TYPED}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "state": str(decision.state),
        "explained_by": str(decision.ground),
        "reason": decision.reason,
        "who": decision.who,
        "when": decision.when.isoformat() if decision.when else None,
        "until": decision.until.isoformat() if decision.until else None,
    }


def _notice(notice: Notice) -> dict[str, Any]:
    record = {"code": notice.code, "article": notice.article, "message": notice.message}
    return record | ({"path": notice.path} if notice.path is not None else {})


def render_json(comparison: Comparison, presentation: Presentation) -> bytes:
    """The report as UTF-8 JSON; a lone surrogate, which UTF-8 cannot hold, becomes a JSON escape."""
    text = json.dumps(report_record(comparison), ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8", "backslashreplace")


FORMAT = Format("json", "report.json", "JSON data, for other programs", render_json)

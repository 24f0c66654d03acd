"""What articles state, compared with nothing, as JSON of the format ``divergence-facts``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from divergence.facts import fact_type
from divergence.model.fact import Mention
from divergence.model.text import Article

FORMAT = "divergence-facts"
VERSION = 1


def _mention(mention: Mention) -> dict[str, Any]:
    place: dict[str, Any] = {
        "kind": mention.kind,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
    }
    said = {"hedge": mention.hedge, "speaker": mention.speaker, "rule": mention.rule}
    return place | fact_type(mention.kind).fields(mention) | said


def render_facts(found: Iterable[tuple[Article, Sequence[Mention]]]) -> bytes:
    """All mentions of each article, by position."""
    articles = [
        {
            "id": article.id,
            "path": article.path,
            "sha256": article.sha256,
            "text": article.text,
            "mentions": [_mention(m) for m in mentions],
            **({"part": article.part} if article.part else {}),
        }
        for article, mentions in found
    ]
    data = {"format": FORMAT, "version": VERSION, "articles": articles}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")

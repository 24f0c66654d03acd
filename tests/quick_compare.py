"""A comparison in a few lines, so that tests of the command line need not wait for the language pipeline.

It knows one kind of fact: ``23 soldiers``.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from divergence.align.obstacles import obstacles
from divergence.language.parsed import Parsed
from divergence.model.comparison import Comparison, Divergence, Reading, Relation, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span, Story
from divergence.options import Options


def _mentions(article: Article) -> list[Mention]:
    found = []
    for number, (start, end) in enumerate(article.paragraphs):
        for match in re.finditer(r"(\d{1,9}) soldiers", article.text[start:end]):
            span = Span(article.id, start + match.start(), start + match.end())
            sentence = Span(article.id, start, end)
            value = match[1]
            found.append(Mention(Kind.NUMBER, span, match[0], value, Hedge.EXACTLY, Slot(), sentence, number, "quick"))
    return found


def read_article(article: Article, options: Options) -> tuple[Parsed, tuple[Mention, ...]]:
    """The same mentions, and nothing parsed."""
    return Parsed(article, (), (), (), (), options.pipeline), tuple(_mentions(article))


def compare(story: Story, options: Options | None = None, *, reader: Any = None, weights: Any = None) -> Comparison:
    """One disagreement where articles give several numbers of soldiers."""
    by_value: dict[str, list[Mention]] = {}
    for article in story.articles:
        for mention in _mentions(article):
            by_value.setdefault(str(mention.value), []).append(mention)
    readings = tuple(Reading(value, tuple(mentions)) for value, mentions in sorted(by_value.items()))
    told = {a for reading in readings for a in reading.articles}
    silent = tuple(a.id for a in story.articles if a.id not in told)
    digest = hashlib.sha256(" ".join(by_value).encode()).hexdigest()[:8]
    divergence = Divergence(
        f"d-{digest}",
        Kind.NUMBER,
        "soldiers killed",
        Verdict.CONFLICT,
        Relation.CONFLICTS,
        Severity.HIGH,
        0.9,
        ("one count cannot have two values",),
        readings,
        silent,
    )
    found = (divergence,) if len(readings) > 1 else ()
    return Comparison(story, found, (), (), (), (*obstacles(story), *story.notices), (), "quick 1")

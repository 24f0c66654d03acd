"""The first question: all articles of a story, marked as data, with what the rules noted as a check list.

A story that is longer than the model's window is asked in parts made of aligned rows: articles are never cut inside a
paragraph, and what tells of one thing stays together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from divergence.model.comparison import Divergence, NotFlagged, Row, Verdict
from divergence.model.fact import Mention
from divergence.model.text import Article, Span
from divergence.second.asking import CHARACTERS_A_TOKEN, Request, Stage
from divergence.second.passages import one_line
from divergence.second.wording import CHECK_LIST, READING, READING_SCHEMA

NEAREST = 40
"""Pairs that were not flagged in the check list."""
Kept = Mapping[str, Sequence[tuple[int, int]]]
"""The paragraphs of each article that a request shows."""


def read_requests(
    articles: Sequence[Article],
    rows: Sequence[Row],
    noted: Sequence[tuple[Mention, Mention]],
    *,
    story: str,
    window: int,
) -> tuple[Request, ...]:
    """One request for a story that fits the window (in tokens), else one for each part of it."""
    whole = _request(articles, {a.id: a.paragraphs for a in articles}, noted, story)
    if whole.tokens <= window:
        return (whole,)
    room = window - len(READING + CHECK_LIST) // CHARACTERS_A_TOKEN - NEAREST * 40
    parts = _parts(rows, {a.id: a for a in articles}, max(room, 1) * CHARACTERS_A_TOKEN)
    asked = [_request(articles, part, noted, story) for part in parts if sum(map(bool, part.values())) > 1]
    return tuple(r for r in asked if r.tokens <= window)


def noted_pairs(divergences: Sequence[Divergence], not_flagged: Sequence[NotFlagged]) -> list[tuple[Mention, Mention]]:
    """The check list: a pair of each finding, then the nearest pairs that were not flagged."""
    flagged = [pair for d in divergences if d.verdict is Verdict.CONFLICT and (pair := deciding_pair(d))]
    return flagged + [(p.left, p.right) for p in not_flagged[:NEAREST]]


def deciding_pair(divergence: Divergence) -> tuple[Mention, Mention] | None:
    """Two mentions of two articles that give different values of one finding."""
    return next(
        (
            (a, b)
            for i, left in enumerate(divergence.readings)
            for right in divergence.readings[i + 1 :]
            for a in left.mentions
            for b in right.mentions
            if a.span.article != b.span.article
        ),
        None,
    )


def _parts(rows: Sequence[Row], articles: Mapping[str, Article], room: int) -> Iterator[Kept]:
    """Runs of rows that fit the room (in characters), the last row of a part standing again in the next."""
    part: list[Row] = []
    for row in rows:
        if part and _size([*part, row]) > room:
            yield _kept(part, articles)
            part = part[-1:] if _size([part[-1], row]) <= room else []
        part.append(row)
    if part:
        yield _kept(part, articles)


def _size(rows: Sequence[Row]) -> int:
    return sum(p.end - p.start for row in rows for p in row.paragraphs)


def _kept(rows: Sequence[Row], articles: Mapping[str, Article]) -> Kept:
    shown = {(p.article, p.start, p.end) for row in rows for p in row.paragraphs}
    return {id: [p for p in a.paragraphs if (id, *p) in shown] for id, a in articles.items()}


def _request(articles: Sequence[Article], kept: Kept, noted: Sequence[tuple[Mention, Mention]], story: str) -> Request:
    shown = [(a, "\n\n".join(_sent(a, *p) for p in kept[a.id])) for a in articles]
    code = hashlib.sha256("".join(text for _, text in shown).encode("utf-8", "replace")).hexdigest()[:12]
    parts = [_fenced(article, text, code) for article, text in shown if text]
    listed = [f"- [{a.kind}] {_quoted(a)} | {_quoted(b)}" for a, b in noted if _shown(a, kept) and _shown(b, kept)]
    if listed:
        parts.append("\n".join([CHECK_LIST, *listed]))
    return Request(Stage.READ, story, READING, "\n\n".join(parts), READING_SCHEMA)


def _fenced(article: Article, text: str, code: str) -> str:
    """An article between marks with a code that depends on the text itself, so that no text can hold its own mark."""
    about = [one_line(article.source, 80)] if article.source else []
    about += [f"published {one_line(article.published, 10)}"] if article.published else []
    return f"=== ARTICLE {' · '.join([article.id, *about])} [{code}]\n{text}\n=== END OF ARTICLE {article.id} [{code}]"


def _sent(article: Article, start: int, end: int) -> str:
    """A paragraph as readers see it, without what is no part of the story."""
    parts, at = [], start
    for low, high in article.masked:
        if start <= low < end:
            parts.append(article.text[at:low])
            at = max(at, min(high, end))
    return "".join([*parts, article.text[at:end]]).encode("utf-8", "replace").decode("utf-8")


def _quoted(mention: Mention) -> str:
    return f"{mention.span.article}: “{one_line(mention.text, 160)}”"


def _shown(mention: Mention, kept: Kept) -> bool:
    span: Span = mention.span
    return any(start <= span.start < end for start, end in kept.get(span.article, ()))

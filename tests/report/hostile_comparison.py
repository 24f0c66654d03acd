"""Comparisons whose every field holds hostile text, with twins of the same structure whose every field is harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from made_comparison import make_article

from divergence.model.comparison import (
    Agreement,
    Comparison,
    Divergence,
    NotFlagged,
    Reading,
    Relation,
    Severity,
    Verdict,
)
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Notice, Span, Story
from divergence.report.visible import HIDDEN

OWN = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)", "javascript:alert(1)", "</style><script>alert(1)</script>", "<!--", "-->", "]]>",
    "{{ 7 * 7 }}", "{% raw %}", "{# x #}", "&lt;b&gt;", "&#60;script&#62;", "</textarea><svg/onload=alert(1)>",
    "<a href=javascript:alert(1)>x</a>", "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
    "`${alert(1)}`", "\\\";alert(1)//", "<plaintext>", "<base href=//evil.example>", "<link rel=attachment href=file:///x>",
    "</title><b>x", "</bdi></p></article><h1>x", "{title} {n} {0.__class__}", "%s %(x)s", "=1+1", "--></svg><b>",
)  # fmt: skip
"""Payloads that the tests always use."""

_PER_FIELD = 20


def shared_payloads(shared: Path) -> tuple[str, ...]:
    """The lists of cross-site scripting and of naughty strings, each string once."""
    found = list(json.loads((shared / "corpora/hostile/blns.json").read_text(encoding="utf-8")))
    for path in sorted((shared / "corpora/hostile/xss").rglob("*.txt")):
        found += path.read_text(encoding="utf-8", errors="replace").splitlines()
    return tuple(dict.fromkeys(found))


def bundles(payloads: tuple[str, ...]) -> Iterator[str]:
    """Some payloads at a time as one text on one line, without characters that a report shows as marks."""
    clean = [HIDDEN.sub("", " ".join(p.split())) for p in payloads]
    clean = [p for p in clean if p]
    for at in range(0, len(clean), _PER_FIELD):
        yield " | ".join(clean[at : at + _PER_FIELD])


def hostile(texts: tuple[str, ...]) -> Comparison:
    """Two articles of these texts: each fills all fields of a disagreement and of a notice, some those of the rest.

    Each text gets a number before it, so that no two are the same and their order is known.
    """
    texts = tuple(f"x{n:04} {text}" for n, text in enumerate(texts))
    body = "\n".join(texts)
    first = texts[0]
    articles = tuple(
        replace(
            make_article(id, first, body, source=source, title=first, published=None, url=first),
            reader=first,
            inferred=(first,),
            sha256=first,
            masked=(),
        )
        for id, source in (("A", first), ("B", texts[-1]))
    )
    pairs = [
        tuple(_mention(articles[i].id, n, articles[i].paragraphs[n], text) for i in (0, 1))
        for n, text in enumerate(texts)
    ]
    divergences = [
        Divergence(
            f"d-{n:04}-{verdict}", Kind.EVENT, text, verdict, Relation.CONFLICTS, Severity.LOW, 0.5, (text, text),
            (Reading(text, (left,)), Reading(text + " ", (right,))), ("A",),
        )
        for verdict, step in ((Verdict.CONFLICT, 1), (Verdict.VARIANT, 9))
        for n, (text, (left, right)) in list(enumerate(zip(texts, pairs, strict=True)))[::step]
    ]  # fmt: skip
    some = list(zip(texts, pairs, strict=True))[::9]
    return Comparison(
        Story(first, first, articles),
        tuple(divergences),
        tuple(Agreement(Kind.PLACE, t, Reading(t, pair), ("B",)) for t, pair in some),
        (),
        tuple(NotFlagged(Kind.ROLE, *pair, reason=t) for t, pair in some),
        tuple(Notice(t, t, path=t) for t in texts),
        tuple(replace(m, kind=Kind.EVENT, value=m.span) for _, pair in some for m in pair),
        pipeline=first,
    )


def harmless(texts: tuple[str, ...]) -> Comparison:
    """The twin of a hostile comparison: texts as long, but of plain words."""
    return hostile(tuple(re.sub(r"[^ ]", "w", text) for text in texts))


def _mention(article: str, number: int, paragraph: tuple[int, int], text: str) -> Mention:
    start, end = paragraph
    inner = Span(article, start + 2, max(start + 3, min(end, start + 60)))
    return Mention(
        Kind.NUMBER, inner, text, text, Hedge.EXACTLY, Slot(), Span(article, start, end), number, "made", text
    )

"""What stands in an article's file and is no part of its story, as offsets: nothing is ever cut out."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from divergence.ingest.noise_rules import DATELINES, INLINE, SIGNED, WHOLE
from divergence.ingest.stamps import is_stamp, leading_stamp

LONGEST = 320
"""Characters of the longest paragraph that can be noise as a whole."""
TOP = 6
"""Paragraphs from the top in which an article's own dates, bylines and datelines stand."""

Spans = tuple[tuple[int, int], ...]


def mask(text: str, paragraphs: Sequence[tuple[int, int]]) -> Spans:
    """Offsets of all that is no part of the story, in order and disjoint."""
    found: list[tuple[int, int]] = []
    for index, (start, end) in enumerate(paragraphs):
        paragraph = text[start:end]
        foot = index >= len(paragraphs) - TOP
        spans = _noise(paragraph, top=index < TOP, foot=foot)
        found += [(start + a, start + b) for a, b in spans]
    return _united(found)


def _noise(paragraph: str, top: bool, foot: bool) -> Iterator[tuple[int, int]]:
    """Offsets of the noise in one paragraph."""
    if len(paragraph) <= LONGEST and (is_stamp(paragraph) or any(r.pattern.fullmatch(paragraph) for r in WHOLE)):
        yield 0, len(paragraph)
        return
    for rule in INLINE:
        yield from (match.span() for match in rule.pattern.finditer(paragraph))
    if top:
        yield 0, _opening(paragraph)
    if foot and (signed := SIGNED.search(paragraph)):
        yield signed.span()


def _opening(paragraph: str) -> int:
    """Where the story begins in a paragraph near the top: after its stamp and its dateline."""
    stamp = leading_stamp(paragraph)
    at = stamp[1] if stamp else 0
    for rule in DATELINES:
        match = rule.pattern.match(paragraph, at)
        if match:
            return match.end()
    return at


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order, empty ones left out, overlapping and touching ones joined."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


HIDDEN = {
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "writing direction"),
    **dict.fromkeys("\u200b\u200c\u2060\ufeff\u00ad\u180e\u2061\u2062\u2063\u2064", "no width"),
}
MIXED = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
"""A Latin letter beside a Greek or Cyrillic one: look-alikes inside a word."""


def hidden_characters(text: str) -> str:
    """What a reader cannot see in a text but a comparison meets, in words; empty where there is nothing."""
    counts: Counter[str] = Counter(HIDDEN[c] for c in text if c in HIDDEN)
    counts["look-alike letters"] = sum(1 for _ in MIXED.finditer(text))
    counts["digits of other scripts"] = sum(1 for c in text if ord(c) > 127 and unicodedata.category(c) == "Nd")
    found = [f"{name} ({count})" for name, count in sorted(counts.items()) if count]
    return (
        f"has characters that a reader cannot tell: {', '.join(found)}. Compare its values with care." if found else ""
    )


def is_masked(span: tuple[int, int], masked: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch is noise as a whole."""
    return any(start <= span[0] and span[1] <= end for start, end in masked)

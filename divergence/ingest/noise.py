"""What stands in an article's file and is no part of its story, as offsets: nothing is ever cut out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from divergence.ingest.noise_rules import AUTHORS, FOOT, INLINE, LINKS, PROMOTED, SIGNED, SITE_SUFFIX, WHOLE
from divergence.ingest.opening import opening
from divergence.ingest.outlet_line import outlet_line, outlet_name
from divergence.ingest.share import ENDED, words
from divergence.ingest.stamps import is_stamp
from divergence.lexicon.spelling import PLAIN

LONGEST = 500
"""Characters of the longest paragraph that can be noise as a whole."""
TOP = 6
"""Paragraphs from the top in which an article's own dates and datelines stand, and from the foot for its authors."""
FEWEST_WORDS = 4
"""Words of a line in capitals that is a link to another article; shorter ones are headings."""
TELLING = 15
"""Words of a paragraph that may tell a fact, whatever its end; one that ends a sentence needs ``FEWEST_TOLD``."""
FEWEST_TOLD = 6
"""The same for a paragraph that ends a sentence."""

ICON = re.compile("^[\u2190-\u2bff\U0001f300-\U0001faff\ufe0f]{1,3} ?(?=\\w)")
"""A clock or a loudspeaker before the words of a line."""
AUTHOR = re.compile(r"[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){1,3}")
PARTS = re.compile(r" ?[|·•] ?| [–—-] |[ \t]{3,9}|\t")
"""What parts the pieces of one line: ``4 min read · 12 comments``."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Where:
    """Where a paragraph stands, which decides the rules that apply."""

    first: bool
    """Whether it is the first paragraph: there ``WATCH: Lions storm the pitch`` is no link to another article."""
    headline: str
    """The article's first paragraph, for those below it."""
    top: bool
    foot: bool
    after_links: bool
    """Whether a line in capitals here points to another article: inside a text that is not all in capitals."""


def mask(text: str, paragraphs: Sequence[tuple[int, int]]) -> Spans:
    """Offsets of all that is no part of the story, in order and disjoint."""
    found: list[tuple[int, int]] = []
    loud = sum(text[start:end].isupper() for start, end in paragraphs)
    text = text.translate(PLAIN)
    headline = text[slice(*paragraphs[0])] if paragraphs else ""
    for index, (start, end) in enumerate(paragraphs):
        links = index > 1 and loud * 4 < len(paragraphs)
        where = _Where(index == 0, headline if index else "", index < TOP, index >= len(paragraphs) - TOP, links)
        found += [(start + a, start + b) for a, b in _noise(text[start:end], where)]
    return _united(found)


def masked_share(text: str, paragraphs: Sequence[tuple[int, int]], masked: Sequence[tuple[int, int]]) -> float:
    """The share of a text's words in whole paragraphs that are masked and yet read like sentences.

    Three in a hundred articles of newspapers have more than a twentieth; none of 3,536 has a third.
    """
    counts = [(span, len(words(text[slice(*span)]))) for span in paragraphs]
    lost = sum(n for span, n in counts if is_masked(span, masked) and _says(text[slice(*span)], n))
    return lost / max(1, sum(n for _, n in counts))


def _says(paragraph: str, length: int) -> bool:
    """Whether a paragraph of so many words may say something."""
    return length >= TELLING or (length >= FEWEST_TOLD and ENDED.search(paragraph) is not None)


def _noise(paragraph: str, where: _Where) -> Iterator[tuple[int, int]]:
    """Offsets of the noise in one paragraph."""
    if len(paragraph) <= LONGEST and _is_noise(paragraph, where):
        yield 0, len(paragraph)
        return
    for rule in INLINE:
        yield from (match.span() for match in rule.pattern.finditer(paragraph))
    yield from (match.span("links") for match in PROMOTED.finditer(paragraph))
    if where.first and (suffix := SITE_SUFFIX.search(paragraph)):
        yield suffix.span()
    if where.top:
        yield 0, opening(paragraph, where.headline).end
    if where.foot and (signed := SIGNED.search(paragraph)):
        yield signed.span()


def _is_noise(paragraph: str, where: _Where) -> bool:
    """Whether a whole paragraph is no story: by itself, or in each part of a line that the page has put together."""
    told = ICON.sub("", paragraph)
    parts = PARTS.split(told)
    by = 1 if not where.first and AUTHOR.fullmatch(parts[0]) else 0
    if _is_furniture(paragraph, where) or _is_furniture(told, where):
        return True
    return len(parts) > 1 and all(_is_furniture(part, where) for part in parts[by:])


def _is_furniture(paragraph: str, where: _Where) -> bool:
    if where.after_links and _is_link(paragraph):
        return True
    if (where.top or where.foot) and outlet_line(paragraph):
        return True
    if where.top and not where.first and (outlet_name(paragraph) or AUTHORS.fullmatch(paragraph)):
        return True
    rules = (*WHOLE, *(FOOT if where.foot else ()), *(() if where.first else LINKS))
    return is_stamp(paragraph) or any(rule.pattern.fullmatch(paragraph) for rule in rules)


def _is_link(paragraph: str) -> bool:
    """A headline in capitals amid the text: ``JUDGE BLOCKS PLAN TO CLOSE THE PORT`` points to another article."""
    return paragraph.isupper() and len(paragraph.split()) >= FEWEST_WORDS and paragraph[-1] not in ".!?"


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    """The spans in order, empty ones left out, overlapping and touching ones joined."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


def is_masked(span: tuple[int, int], masked: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch is noise as a whole."""
    return any(start <= span[0] and span[1] <= end for start, end in masked)

"""What an article's own text says about its source, title and date, where nothing states them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from divergence.ingest.dates import find_date
from divergence.ingest.document import Metadata
from divergence.ingest.noise import TOP, is_masked, mask
from divergence.ingest.noise_rules import SITE_SUFFIX
from divergence.ingest.opening import Preamble, opening
from divergence.ingest.outlet_line import outlet_line
from divergence.ingest.stamps import TOKEN, StampKind, day_of, is_stamp

LONGEST_TITLE = 160
"""Characters."""

PUBLISHED_IN = re.compile(
    r"Published (?:in|by|on) (?:the )?(?P<source>[^\n.,]{1,60}), (?P<date>[^\n]{4,40})", re.IGNORECASE
)
SITE = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,24}){1,3}")
IN_BRACKETS = re.compile(
    r"\((Reuters|REUTERS|AP|AFP|dpa|UPI|PTI|ANI|IANS|Xinhua|TASS|EFE)\)| \d{2,4} \(([A-Z][^()\n]{2,60})\) --"
)
AGENCIES = {"AP": "Associated Press", "AFP": "AFP", "dpa": "dpa"}
BULLET = re.compile(r"[•●▪■◦*·‣–-]\s")
FINAL = re.compile(r"[.…:;,][\"'”’)\]]*$")


FIELD = re.compile(
    r"(?:(?P<source>source|publication|publisher|outlet|newspaper)|(?:url|link|source url))\s?:\s?"
    r"(?:(?P<url>https?://\S{1,400})|(?P<name>[^\n:]{2,60}))",
    re.IGNORECASE,
)
"""A line that names its source or its address: ``Source: Harbour News``, ``URL: https://news.example/1``."""


def metadata_in(text: str, paragraphs: Sequence[tuple[int, int]]) -> Metadata:
    """What the text itself says, read from its head and its foot."""
    lines = [text[start:end] for start, end in paragraphs]
    source, published = _imprint(lines)
    named, url = _fields(lines)
    headline = _headline(text, paragraphs, lines) or ""
    suffix = SITE_SUFFIX.search(headline)
    openings = [opening(line, lines[0] if index else "") for index, line in enumerate(lines[:TOP])]
    stamped, told = day_of([*lines[:TOP], *lines[max(TOP, len(lines) - 3) :]]) or (None, StampKind.CHANGED)
    written = next((o.published for o in openings if o.published), None)
    return Metadata(
        source=source or named or (suffix["site"] if suffix else _agency(openings)),
        title=headline[: suffix.start() if suffix else None] or None,
        published=published or (stamped if told < StampKind.CHANGED else written or stamped) or written,
        url=url,
    )


def _fields(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Source and address as lines of their own give them, at the head or the foot.

    At the foot a source alone may be that of a picture or a figure: it counts beside an address or a date.
    """
    source = url = None
    for head, part in ((True, lines[:TOP]), (False, lines[max(TOP, len(lines) - 3) :])):
        found = [match for line in part if (match := FIELD.fullmatch(line))]
        url = url or next((match["url"] for match in found if match["url"]), None)
        names = [match["name"].strip() for match in found if match["source"] and _is_name(match["name"] or "")]
        if names and (head or url or any(map(is_stamp, part))):
            source = source or names[0]
    return source, url


def _is_name(words: str) -> bool:
    """Whether it reads like the name of a paper rather than a remark."""
    return words[:1].isupper() and len(words.split()) <= 6 and FINAL.search(words.strip()) is None


def _imprint(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Source and date as an article's last lines give them."""
    for line in lines[-TOP:]:
        match = PUBLISHED_IN.fullmatch(line)
        found = find_date(match["date"]) if match else None
        if match and found and not TOKEN.match(match["source"]):
            return match["source"].strip(), found[0]
    for line in (*lines[:TOP], *lines[-TOP:]):
        told = outlet_line(line)
        if told:
            return told
    if len(lines) > 2 and SITE.fullmatch(lines[-2]) and is_stamp(lines[-1]):
        found = find_date(lines[-1])
        return lines[-2], found[0] if found else None
    return None, None


def _agency(openings: Sequence[Preamble]) -> str | None:
    """The agency that the dateline names: whoever printed it, the words are theirs."""
    for found in openings:
        named = IN_BRACKETS.search(found.dateline)
        if named:
            name = named[1] or named[2]
            return AGENCIES.get(name, name)
    return None


def _headline(text: str, paragraphs: Sequence[tuple[int, int]], lines: Sequence[str]) -> str | None:
    """The first paragraph that is story, where it is short and does not end like a sentence."""
    masked = mask(text, paragraphs[:TOP])
    told = [line for span, line in zip(paragraphs[:TOP], lines, strict=False) if not is_masked(span, masked)]
    first = told[0] if len(told) > 1 else ""
    if not first or len(first) > LONGEST_TITLE or FINAL.search(first) or BULLET.match(first):
        return None
    return first

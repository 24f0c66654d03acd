"""Where the story begins in a paragraph near the top: after a date, a repeated headline and a dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from divergence.ingest.dates import dateline_date, find_date
from divergence.ingest.noise_rules import COLON_DATELINE, DATELINES, MONITORED
from divergence.ingest.stamps import AGENCY, PUBLISHED, leading_stamp
from divergence.lexicon.gazetteer import places_named

SHORTEST_HEADLINE = 25
"""Characters: a shorter headline may open the story in its own right."""
LONGEST_DATELINE = 60
"""Characters: where a longer paragraph is all in capitals, they do not tell a dateline from the story."""
REACH = 80
"""Characters of dates and names that may stand before a repeated headline."""

AGENCY_THEN = re.compile(rf"{AGENCY} {{1,3}}(?=[A-Z0-9“‘\"])")
WORD = re.compile(r"\w")
REST = re.compile(r"[\s.:|–-]{1,5}(?=\S)")


@dataclass(frozen=True, slots=True)
class Preamble:
    """What stands before the story in one paragraph."""

    end: int = 0
    """Offset at which the story begins."""
    published: str | None = None
    """The publication date given there."""
    dateline: str = ""
    """The dateline as printed."""


def opening(paragraph: str, headline: str = "") -> Preamble:
    """What stands before the story in a paragraph near the top, under this headline."""
    at, published = _after_headline(paragraph, headline)
    stamp = leading_stamp(paragraph[at:])
    if stamp:
        published, at = published or stamp[0], at + stamp[1]
    agency = AGENCY_THEN.match(paragraph, at) if at else None
    at = agency.end() if agency else at
    end = _dateline_end(paragraph, at)
    line = paragraph[at:end] if end else ""
    begins = end or at
    nothing_left = begins > 0 and not WORD.search(paragraph, begins)
    return Preamble(len(paragraph) if nothing_left else begins, published or dateline_date(line), line)


def _after_headline(paragraph: str, headline: str) -> tuple[int, str | None]:
    """Where a paragraph goes on that repeats the headline, and the date before it; 0 where it does not repeat it."""
    found = paragraph.find(headline, 0, REACH + len(headline)) if len(headline) >= SHORTEST_HEADLINE else -1
    rest = REST.match(paragraph, found + len(headline)) if found >= 0 else None
    if rest is None:
        return 0, None
    before = paragraph[:found]
    dated = find_date(before)
    says = PUBLISHED.match(before)
    if dated and dated[1] == (says.end() if says else 0):
        return rest.end(), dated[0]
    return (rest.end(), None) if before.strip().upper() in ("", "UPDATED", "UPDATE") else (0, None)


def _dateline_end(paragraph: str, at: int) -> int:
    """Where a dateline that begins at this offset ends; 0 where there is none."""
    in_capitals = len(paragraph) > LONGEST_DATELINE and paragraph.isupper()
    rules = (MONITORED,) if in_capitals else (MONITORED, *DATELINES)
    match = next((m for rule in rules if (m := rule.pattern.match(paragraph, at))), None)
    if match is None:
        match = COLON_DATELINE.match(paragraph, at)
        match = match if match and places_named(match[1].title()) else None
    return match.end() if match else 0

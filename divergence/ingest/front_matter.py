"""Flat ``key: value`` lines between two lines of dashes at the top of a file.

Not YAML, on purpose: aliases, tags and nesting are how a few bytes of YAML cost seconds or run code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from divergence.ingest.dates import iso_date
from divergence.ingest.document import Metadata
from divergence.ingest.share import ENDED, words

LONGEST = 8_192
"""Characters."""
MOST_KEYS = 40
FEWEST_WORDS = 6
"""Words of the shortest line that may tell the story and not what is known about it."""
MOST_PROSE = 0.5
"""Share of the lines from which on two rules hold a part of the story and no front matter."""

FENCE = re.compile(r"\A\ufeff?---[ \t]{0,20}(?:\r\n|\n|\r)")
CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]{0,20}$", re.MULTILINE)
PAIR = re.compile(r"([A-Za-z][A-Za-z0-9_-]{0,39})[ \t]{0,20}:[ \t]{0,20}(.*)")

KEYS = {
    "title": ("title", "headline"),
    "source": ("source", "site", "sitename", "site_name", "publisher", "publication", "outlet"),
    "published": ("published", "date", "publication_date", "published_at", "pubdate"),
    "url": ("url", "link", "canonical", "permalink"),
}
_USED = frozenset(name for names in KEYS.values() for name in names)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of a file states, and where its body begins."""

    stated: Metadata
    body: int
    """Offset of the first character after the front matter; 0 where there is none."""
    unreadable: bool = False
    """Whether lines were left out because they are not flat ``key: value`` pairs."""
    prose: tuple[str, ...] = ()
    """What reads like sentences of the article among the lines that were not used."""


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text, if it has one."""
    opening = FENCE.match(text)
    closing = CLOSING.search(text, opening.end(), opening.end() + LONGEST) if opening else None
    if opening is None or closing is None:
        return FrontMatter(Metadata(), 0)
    lines = [line for line in text[opening.end() : closing.start()].splitlines() if line.strip()]
    pairs = [PAIR.fullmatch(line) for line in lines[:MOST_KEYS] if not line.startswith("#")]
    prose = tuple(filter(None, map(_prose, lines)))
    if len(prose) > MOST_PROSE * len(lines):
        return FrontMatter(Metadata(), 0)
    values = {pair[1].lower().replace("-", "_"): _scalar(pair[2]) for pair in pairs if pair}
    return FrontMatter(_metadata(values), closing.end(), None in pairs or len(lines) > MOST_KEYS, prose)


def _prose(line: str) -> str:
    """What a line says of the story; empty for a line of metadata."""
    pair = PAIR.fullmatch(line)
    if pair is None:
        return line.strip() if len(words(line)) >= FEWEST_WORDS else ""
    key, value = pair[1].lower().replace("-", "_"), _scalar(pair[2])
    told = key not in _USED and len(words(value)) >= FEWEST_WORDS and ENDED.search(value)
    return value if told else ""


def _scalar(value: str) -> str:
    """A value without its quotes and surrounding white space."""
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _metadata(values: dict[str, str]) -> Metadata:
    found = {field: next((values[k] for k in keys if values.get(k)), None) for field, keys in KEYS.items()}
    published = found.pop("published")
    return Metadata(**found, published=iso_date(published) if published else None)

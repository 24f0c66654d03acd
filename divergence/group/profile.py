"""What of an article tells which story it is of: its words, names, numbers, headline and dates."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from divergence.lexicon.calendar import MONTH_NAMES, WEEKDAY_NAMES
from divergence.lexicon.common import FUNCTION_WORDS
from divergence.model.text import Article

READ = 400
"""Words from the beginning that are looked at: what follows is background, which alike stories share."""
LEAD = 80
TOP = 150
"""Words among which a weekday is that of the event."""
HEADLINE = 150
"""Characters of the first paragraph that stand for a headline where none is known."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d[\d,.]*\d|\d")
FULL_NAME = re.compile(r"\b([A-Z][a-z’'-]+) ([A-Z][a-z’'-]+)\b")
YEAR = re.compile(r"(?:19|20)\d\d")
MONTHS = frozenset(map(str.lower, MONTH_NAMES)) - {"may"}
"""All but the one whose name mostly says something else."""
WEEKDAYS = frozenset(map(str.lower, WEEKDAY_NAMES))
ENDS = '.!?"“”:'
"""After these a capital says nothing."""

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Profile:
    """One article as grouping sees it."""

    key: str
    """Digest of its text, whatever file it stands in."""
    terms: Counts
    """Its words and pairs of words, without those that every text has."""
    names: Counts
    """Words that have a capital inside a sentence."""
    full_names: Counts
    title: Counts
    lead: Counts
    numbers: Counts
    years: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    day: int | None
    """The day of publication as an ordinal."""

    @property
    def order(self) -> tuple[int, str]:
        """Where it stands among all, whatever the order of the files."""
        return (self.day or 0, self.key)


def profile(article: Article) -> Profile:
    """The profile of an article."""
    body = story_text(article)
    found = list(WORD.finditer(body))[:READ]
    words = [stem(match[0]) for match in found]
    headline = article.title or body.partition("\n")[0][:HEADLINE]
    shown = {match[0].lower() for match in found}
    return Profile(
        key=text_key(article),
        terms=dict(Counter(_terms(words))),
        names=dict(Counter(_names(found, body))),
        full_names=dict(Counter(f"{stem(m[1])} {stem(m[2])}" for m in FULL_NAME.finditer(body[:3000]))),
        title=dict(Counter(_telling(stem(match[0]) for match in WORD.finditer(headline)))),
        lead=dict(Counter(_telling(iter(words[:LEAD])))),
        numbers=dict(Counter(m[0] for m in found if m[0][0].isdigit() and len(m[0]) < 9)),
        years=frozenset(word for word in shown if YEAR.fullmatch(word)),
        months=frozenset(shown & MONTHS),
        weekdays=frozenset({match[0].lower() for match in found[:TOP]} & WEEKDAYS),
        day=_day(article.published),
    )


def text_key(article: Article) -> str:
    """A digest of what an article says, the same in whatever format it is kept."""
    said = "\n".join(" ".join(article.text[start:end].split()) for start, end in article.paragraphs)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def story_text(article: Article) -> str:
    """The paragraphs that are story."""
    whole = [(s, e) for s, e in article.paragraphs if not any(a <= s and e <= b for a, b in article.masked)]
    return "\n".join(article.text[start:end] for start, end in whole)


def stem(word: str) -> str:
    """A word without the endings of a plural and a genitive, in lower case."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _telling(words: Iterator[str]) -> Iterator[str]:
    return (word for word in words if word not in FUNCTION_WORDS)


def _terms(words: list[str]) -> Iterator[str]:
    yield from _telling(iter(words))
    for first, second in pairwise(words):
        if first not in FUNCTION_WORDS or second not in FUNCTION_WORDS:
            yield f"{first} {second}"


def _names(found: list[re.Match[str]], body: str) -> Iterator[str]:
    for match in found:
        before = body[max(0, match.start() - 3) : match.start()]
        opens = match.start() == 0 or "\n" in before or before.rstrip()[-1:] in ENDS
        if match[0][0].isupper() and not opens and stem(match[0]) not in FUNCTION_WORDS:
            yield stem(match[0])


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None

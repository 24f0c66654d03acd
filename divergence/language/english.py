"""Whether a text is English: its little words tell, before anything is parsed."""

from __future__ import annotations

import re

from divergence.lexicon.common import FUNCTION_WORDS, NEWS_WORDS
from divergence.model.text import Article

ELSEWHERE_TOO = frozenset(
    """
    a all am an any are as at be can do down for have he her i if in is its me mine more my no of off on or our out over
    own per same so some such to under up us was we what will
    """.split()
)
"""Function words that are spelt like words of German, Dutch, French, Spanish, Italian or the Scandinavian languages."""
TELLING = FUNCTION_WORDS - ELSEWHERE_TOO
LEAST = 0.04
"""Share of telling words that a paragraph of English has, or else ``LEAST_KNOWN`` of these and of words of the news."""
LEAST_KNOWN = 0.12
SHORTEST = 20
"""Words of the shortest paragraph that tells its language."""
MOST_FOREIGN = 1 / 3
"""Share of an article's words in other languages from which on it is not one in English."""

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+|[^\W\d_A-Za-z\u00c0-\u024f]{1,3}")
"""A word in Latin letters, or three letters of another script, some of which part no words."""


def is_foreign(article: Article) -> bool:
    """Whether a third of an article or more is not in English; short ones cannot be told."""
    foreign = total = 0
    for start, end in article.paragraphs:
        words = _WORD.findall(article.text[start:end].lower())
        total += len(words)
        foreign += len(words) if _is_foreign(words) else 0
    return foreign > MOST_FOREIGN * total


def _is_foreign(words: list[str]) -> bool:
    if sum(word[0] > "\u024f" for word in words) > len(words) / 2:
        return True
    return len(words) >= SHORTEST and not _is_english(words)


def _is_english(words: list[str]) -> bool:
    telling = sum(word in TELLING for word in words)
    known = telling + sum(word in NEWS_WORDS or word.removesuffix("s") in NEWS_WORDS for word in words)
    return telling >= LEAST * len(words) or known >= LEAST_KNOWN * len(words)

"""Whether articles are about one story: whether they share the words that only some stories have."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from divergence.lexicon.common import FUNCTION_WORDS, NEWS_WORDS
from divergence.model.text import Article

LEAST = 0.06
"""Cosine of two articles on one story. In 1,242 collected stories two fell apart at it, and 54 of 100 articles of
different stories, mostly of one country's politics, were told apart."""
FEWEST = 8
"""Words of its own that an article must have to be told from others."""

_WORD = re.compile(r"[^\W\d_]{3,}")

Weights = Mapping[str, float]


def groups(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Ids of the articles, those together that are about one story; the largest group first, then in their order."""
    weights = [_weights(article) for article in articles]
    group = list(range(len(articles)))
    for later in range(len(articles)):
        for earlier in range(later):
            if group[earlier] != group[later] and _alike(weights[earlier], weights[later]):
                group = [group[earlier] if one == group[later] else one for one in group]
    found = [tuple(a.id for a, one in zip(articles, group, strict=True) if one == own) for own in dict.fromkeys(group)]
    return tuple(sorted(found, key=len, reverse=True))


def _weights(article: Article) -> Weights:
    """How much each word that is no common one weighs in an article."""
    counts: Counter[str] = Counter()
    for word in _WORD.findall(article.text.lower()):
        stem = word.removesuffix("s")
        if word not in FUNCTION_WORDS and word not in NEWS_WORDS and stem not in NEWS_WORDS:
            counts[stem] += 1
    return {word: 1 + math.log(count) for word, count in counts.items()}


def _alike(left: Weights, right: Weights) -> bool:
    if min(len(left), len(right)) < FEWEST:
        return True
    together = math.fsum(left[word] * right[word] for word in sorted(left.keys() & right.keys()))
    lengths = math.hypot(*left.values()) * math.hypot(*right.values())
    return together >= LEAST * lengths

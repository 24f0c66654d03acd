"""What surrounds a mention: the terms, names, time and position that tell which fact its value belongs to.

Values are masked before anything is compared, so that two sentences that differ only in a number are the same context.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from divergence.language.parsed import Parsed, Sentence, Token
from divergence.model.fact import Mention

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
LIGHT = frozenset("be have do say tell get go make take come also more other one such so then there here".split())

Terms: TypeAlias = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Context:
    """One mention and what surrounds it."""

    mention: Mention
    clause: Terms
    """Terms near the value: its clause, weighted by rarity in the story, of unit length."""
    sentence: Terms
    neighbours: Terms
    """Terms of the sentences before and after."""
    names: frozenset[str]
    """Capitalised words of the sentence, lower case."""
    position: str
    """``headline``, ``lead`` or ``body``."""


def is_term(token: Token) -> bool:
    """Whether a token says something about the context rather than being grammar or a value."""
    return token.pos in CONTENT and token.lemma not in LIGHT and any(c.isalpha() for c in token.text)


def term(token: Token) -> str:
    """The form under which a token is compared: its lemma without a possessive mark or final dot."""
    return token.lemma.lower().removesuffix("'s").removesuffix("’s").rstrip(".")


class Rarity:
    """How rare each term is among the sentences of a story (inverse document frequency)."""

    def __init__(self, articles: Iterable[Parsed]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for parsed in articles:
            for sentence in parsed.sentences:
                total += 1
                counts.update({term(t) for t in parsed.words(sentence) if is_term(t)})
        self._weights = {t: math.log((total + 1) / (n + 0.5)) for t, n in counts.items()}
        self._unseen = math.log((total + 1) / 0.5)

    def weigh(self, tokens: Iterable[Token]) -> Terms:
        """The distinct terms of some tokens as a vector of unit length."""
        weights = {t: self._weights.get(t, self._unseen) for t in sorted({term(x) for x in tokens if is_term(x)})}
        length = math.sqrt(sum(w * w for w in weights.values()))
        return {t: w / length for t, w in weights.items()} if length else {}


def cosine(a: Terms, b: Terms) -> float:
    """Similarity of two unit vectors, 0 to 1."""
    if len(b) < len(a):
        a, b = b, a
    return sum(w * b[t] for t, w in a.items() if t in b)


def contexts(parsed: Parsed, mentions: Sequence[Mention], rarity: Rarity) -> tuple[Context, ...]:
    """The context of every mention of one article, in the same order."""
    vectors = [rarity.weigh(parsed.words(s)) for s in parsed.sentences]
    starts = [parsed.tokens[s.first].start for s in parsed.sentences]
    return tuple(_context(parsed, m, rarity, vectors, starts) for m in mentions)


def _context(
    parsed: Parsed, mention: Mention, rarity: Rarity, vectors: Sequence[Terms], starts: Sequence[int]
) -> Context:
    number = max((i for i, start in enumerate(starts) if start <= mention.span.start), default=0)
    if not parsed.sentences:
        return Context(mention, {}, {}, {}, frozenset(), "body")
    sentence = parsed.sentences[number]
    words = parsed.words(sentence)
    near = [parsed.sentences[i] for i in (number - 1, number + 1) if 0 <= i < len(parsed.sentences)]
    return Context(
        mention,
        rarity.weigh(_clause(parsed, sentence, mention)),
        vectors[number],
        rarity.weigh(t for s in near for t in parsed.words(s)),
        frozenset(term(t) for t in words if t.pos == "PROPN" and len(t.text) > 1),
        _position(parsed, mention, sentence),
    )


def _position(parsed: Parsed, mention: Mention, sentence: Sentence) -> str:
    first = parsed.words(sentence)[-1].text
    if mention.paragraph == 0 and sentence.first == 0 and first not in {".", "!", "?", "”", '"'}:
        return "headline"
    return "lead" if mention.paragraph <= 2 else "body"


def _clause(parsed: Parsed, sentence: Sentence, mention: Mention) -> list[Token]:
    """The tokens between the commas, conjunctions of clauses and other breaks around a mention."""
    words = parsed.words(sentence)
    breaks = [sentence.first, *(t.index for t in words if _breaks(parsed, t)), sentence.last]
    for first, last in pairwise(breaks):
        if parsed.tokens[first].start <= mention.span.start < parsed.tokens[last - 1].end:
            return list(parsed.tokens[first:last])
    return list(words)


def _breaks(parsed: Parsed, token: Token) -> bool:
    return token.text in {",", ";", ":", "—", "–", "-", "(", ")"} and not (
        token.text == "," and token.index and parsed.tokens[token.index - 1].pos in {"NUM", "ADJ"}
    )

"""How near two phrases are in meaning, by the static word vectors that a pipeline carries."""

from __future__ import annotations

import math
from functools import lru_cache

from divergence.language.pipeline import SHIPPED, load

Meaning = tuple[float, ...]
"""A vector of unit length; empty where no word of a phrase has a vector."""


@lru_cache(maxsize=20_000)
def phrase_meaning(words: tuple[str, ...], pipeline: str = SHIPPED) -> Meaning:
    """The mean direction of the words' vectors; empty where the pipeline knows none of them."""
    vocabulary = load(pipeline).vocab
    vectors = [[float(x) for x in vocabulary.get_vector(w)] for w in words if w and vocabulary.has_vector(w)]
    units = [unit for unit in map(_unit, vectors) if unit]
    return _unit([sum(column) / len(units) for column in zip(*units, strict=True)]) if units else ()


def _unit(vector: list[float]) -> Meaning:
    length = math.sqrt(sum(x * x for x in vector))
    return tuple(x / length for x in vector) if length else ()


def nearness(a: Meaning, b: Meaning) -> float | None:
    """Cosine of two meanings, -1 to 1; nothing where one of them is unknown."""
    return sum(x * y for x, y in zip(a, b, strict=True)) if a and b else None

"""A memory for what is derived from a whole article, kept by the article's identity."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from divergence.language.parsed import Parsed

T = TypeVar("T")
KEPT = 16
"""How many articles are remembered; more than one story's reading needs at a time."""


def remembered(function: Callable[[Parsed], T]) -> Callable[[Parsed], T]:
    """The function with its last results kept.

    ``lru_cache`` would hash every token of the article at each call, which costs more than the reading itself.
    The article is kept beside its result, so that its identity cannot pass to another.
    """
    kept: dict[int, tuple[Parsed, T]] = {}

    @wraps(function)
    def recall(parsed: Parsed) -> T:
        found = kept.get(id(parsed))
        if found is not None and found[0] is parsed:
            return found[1]
        result = function(parsed)
        while len(kept) >= KEPT:
            kept.pop(next(iter(kept)), None)
        kept[id(parsed)] = (parsed, result)
        return result

    return recall

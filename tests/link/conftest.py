"""Small stories read by the shipped pipeline, for the tests of the gate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.align.similarity import measure
from divergence.link.candidates import candidate_pairs
from divergence.link.gate import story_contexts
from divergence.link.pairs import Pair
from divergence.link.weights import shipped
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article


@pytest.fixture(scope="session")
def pairs_of(story: Callable[..., Story]) -> Callable[..., tuple[Pair, ...]]:
    """All candidate pairs of a story given by its texts."""

    def build(*texts: str, published: str | None = "2024-05-06") -> tuple[Pair, ...]:
        read = [read_article(a, Options()) for a in story(*texts, published=published).articles]
        parsed, mentions = [p for p, _ in read], [m for _, found in read for m in found]
        return candidate_pairs(story_contexts(parsed, mentions), measure(parsed), shipped().fit)

    return build

"""The whole method on one screen: a story in, a comparison out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from divergence.assess import assess
from divergence.facts import find_mentions
from divergence.language import Parsed, parse, version
from divergence.link.gate import Judged, judge
from divergence.link.weights import Weights, shipped
from divergence.model.comparison import Comparison
from divergence.model.fact import Mention
from divergence.model.text import Article, Story
from divergence.options import Options, Sensitivity

Reader = Callable[[Article], tuple[Parsed, tuple[Mention, ...]]]
"""Parses one article and finds its mentions; a cache may stand here."""


def read_article(article: Article, options: Options) -> tuple[Parsed, tuple[Mention, ...]]:
    """One article parsed, with every fact that it states and who says so."""
    from divergence.sources.attribution import attribute

    parsed = parse(article, options.pipeline)
    return parsed, attribute(parsed, find_mentions(parsed))


def compare(
    story: Story, options: Options | None = None, *, reader: Reader | None = None, weights: Weights | None = None
) -> Comparison:
    """Compare the articles of a story and find the facts on which they differ.

    ``reader`` may replace parsing and fact finding by a cached form; ``weights`` the shipped weights of the gate.
    Raises PipelineError where the language pipeline cannot be loaded.
    """
    from divergence.align import align

    options = options or Options()
    weights = weights or shipped()
    read = [reader(a) if reader else read_article(a, options) for a in story.articles]
    parsed = [p for p, _ in read]
    mentions = tuple(m for _, found in read for m in found)
    judged = judge(parsed, mentions, weights, high=options.sensitivity is Sensitivity.HIGH)
    return Comparison(
        story=story,
        divergences=assess(judged.units, story, weights),
        agreements=judged.agreements,
        alignment=align(parsed),
        not_flagged=judged.not_flagged,
        notices=(*story.notices, *_notices(judged, parsed)),
        mentions=mentions,
        pipeline=version(options.pipeline),
    )


def _notices(judged: Judged, parsed: Sequence[Parsed]) -> tuple[()]:
    return ()

"""The whole method on one screen: a story in, a comparison out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from divergence.align.obstacles import obstacles
from divergence.align.rows import align
from divergence.align.similarity import measure
from divergence.assess.agreement import agreements
from divergence.assess.assessment import StoryRead, assess
from divergence.facts import find_mentions
from divergence.facts.time.date import unresolved
from divergence.facts.voted import one_kind
from divergence.language import Parsed, parse, version
from divergence.language.capitals import learn_spelling
from divergence.link.compatible import only_sure
from divergence.link.gate import judge
from divergence.link.weights import Weights, shipped
from divergence.model.comparison import Comparison
from divergence.model.fact import Mention
from divergence.model.text import Article, Notice, Story
from divergence.options import Options, Sensitivity
from divergence.sources.attribution import attribute
from divergence.sources.factuality import tell_factuality
from divergence.sources.lineage import lineage

if TYPE_CHECKING:
    from divergence.second.reading import SecondReading

Reader = Callable[[Article], tuple[Parsed, tuple[Mention, ...]]]
"""Parses one article and finds its mentions; a cache may stand here."""


def read_article(article: Article, options: Options) -> tuple[Parsed, tuple[Mention, ...]]:
    """One article parsed, with every fact that it states and who says so."""
    parsed = parse(article, options.pipeline)
    return parsed, tell_factuality(parsed, attribute(parsed, find_mentions(parsed)))


def compare(
    story: Story,
    options: Options | None = None,
    *,
    reader: Reader | None = None,
    weights: Weights | None = None,
    second: SecondReading | None = None,
    progress: Callable[[str], object] | None = None,
) -> Comparison:
    """Compare the articles of a story and find the facts on which they differ.

    ``reader`` may replace parsing and fact finding by a cached form; ``weights`` the shipped weights of the gate;
    ``second`` adds a language model that reads the articles too (``divergence.second.reading``); ``progress`` is called
    before each step with a few words on it.
    Raises PipelineError if the language pipeline cannot be loaded.
    """
    options = options or Options()
    weights = weights or shipped()
    tell = progress or (lambda step: None)
    read = []
    for article in story.articles:
        tell(f"reading {article.id} ({article.label}), {len(story.articles)} articles in all")
        read.append(reader(article) if reader else read_article(article, options))
    parsed = [p for p, _ in read]
    mentions = tuple(m for found in one_kind(read) for m in found)
    tell("comparing")
    similarity = measure(parsed)
    as_read = StoryRead(
        story, {p.article.id: p for p in parsed}, learn_spelling(a.text for a in story.articles), mentions
    )
    judged = only_sure(judge(parsed, mentions, similarity, weights, high=options.sensitivity is Sensitivity.HIGH))
    told = agreements(judged.agreed, as_read)
    found = Comparison(
        story=story,
        divergences=assess((*judged.units, *judged.compatible), as_read, weights),
        agreements=told.agreements,
        alignment=align(parsed, similarity),
        not_flagged=judged.not_flagged,
        notices=(*obstacles(story), *story.notices, *_undated(story, mentions), *_near_copies(story)),
        mentions=tuple(sorted((*mentions, *judged.made), key=lambda m: (m.span, m.kind))) if judged.made else mentions,
        pipeline=version(options.pipeline),
        withheld=told.withheld,
    )
    if second is None:
        return found
    from divergence.second.reading import read_second

    tell("asking the language model")
    return read_second(found, second)


def _undated(story: Story, mentions: Sequence[Mention]) -> tuple[Notice, ...]:
    """One notice for every article without a date whose relative dates could not be resolved."""
    return tuple(
        Notice(
            "date-unresolved",
            "the article has no date, so its weekdays and relative dates could not be resolved;"
            " state `published` in story.toml",
            article.id,
            article.path,
        )
        for article in story.articles
        if not article.published and unresolved(m for m in mentions if m.span.article == article.id)
    )


def _near_copies(story: Story) -> tuple[Notice, ...]:
    """One notice for every group of articles that come from one text: together they are one witness."""
    labels = {a.id: a.label for a in story.articles}
    return tuple(
        Notice(
            "near-copies",
            f"{' and '.join(f'{labels[a]} ({a})' for a in group)} print nearly the same text:"
            " count them as one witness",
        )
        for group in lineage(story).witnesses
        if len(group) > 1
    )

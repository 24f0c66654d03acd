"""Whether another article says a value too, in whatever form: then no source is the only one to report it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable
from functools import cached_property
from typing import TypeVar

from divergence.facts.names.role_value import Role
from divergence.facts.quantity.quantity import Quantity
from divergence.facts.time.moment import Bounds, Moment, bounds
from divergence.lexicon.spelling import fold
from divergence.link.entities import Entities, resolve_entities
from divergence.model.comparison import Comparison
from divergence.model.fact import Kind, Mention

Key = TypeVar("Key")
YEAR = 4
"""Figures of a year: a shorter number is printed of many things."""
SHORTEST = 3
"""Letters of a word that is no chance match."""
FEWEST_QUOTED = 6
"""Words of a quotation that is looked for without its marks."""
NEARLY_ALL = 0.85
"""Share of them in one paragraph from which it is told there, word for word but for a slip: *630 a.m.*, *6:30 a.m.*"""


class OtherArticles:
    """What the articles of a comparison say, to be asked who else says something."""

    def __init__(self, comparison: Comparison) -> None:
        self._mentions = comparison.mentions
        self._texts = {a.id: f" {_words(a.text)} " for a in comparison.story.articles}
        self._articles = comparison.story.articles

    def tells(self, mention: Mention) -> bool:
        """Whether another article has the value, its printed words, or another name of the same entity."""
        asked = (self._states, self._prints, self._names, self._reports, self._dates, self._gives_post)
        return any(ask(mention) for ask in asked)

    def _states(self, mention: Mention) -> bool:
        return len(self._stating[mention.kind, _value(mention)]) > 1

    def _prints(self, mention: Mention) -> bool:
        """Whether another article prints the same words, or calls a person by the surname."""
        words = _words(mention.text)
        if mention.kind is Kind.PERSON and words:
            words = words.split()[-1]
        if len(words) < (YEAR if words.isdigit() else SHORTEST):
            return False
        return any(f" {words} " in text for id, text in self._texts.items() if id != mention.span.article)

    def _names(self, mention: Mention) -> bool:
        return any(len(self._naming[entity.id]) > 1 for entity in self._entities.of(mention))

    def _reports(self, mention: Mention) -> bool:
        """Whether another article has the words of a longer quotation in one paragraph, be it without its marks."""
        words = frozenset(_words(mention.text).split())
        if mention.kind is not Kind.QUOTE or len(words) < FEWEST_QUOTED:
            return False
        others = (found for id, found in self._paragraphs if id != mention.span.article)
        return any(len(words & found) >= NEARLY_ALL * len(words) for found in others)

    def _dates(self, mention: Mention) -> bool:
        """Whether another article gives a time within this one: *in April 2015*, *on the morning of 4 April 2015*."""
        stretch = _stretch(mention)
        if stretch is None:
            return False
        others = (found for id, found in self._times if id != mention.span.article)
        return any(stretch[0] <= start and end <= stretch[1] for start, end in others)

    def _gives_post(self, mention: Mention) -> bool:
        """Whether another article has a post or tie with this noun of the same person, or of nobody named."""
        if not isinstance(mention.value, Role):
            return False
        ours = set(mention.slot.holder.split())
        others = (holder for id, holder in self._holders[mention.value.head] if id != mention.span.article)
        return any(not ours or not theirs or ours & theirs for theirs in others)

    @cached_property
    def _times(self) -> list[tuple[str, Bounds]]:
        found = ((m.span.article, _stretch(m)) for m in self._mentions)
        return list(dict.fromkeys((id, stretch) for id, stretch in found if stretch is not None))

    @cached_property
    def _holders(self) -> dict[str, list[tuple[str, set[str]]]]:
        holders: dict[str, list[tuple[str, set[str]]]] = defaultdict(list)
        for m in self._mentions:
            if isinstance(m.value, Role):
                holders[m.value.head].append((m.span.article, set(m.slot.holder.split())))
        return holders

    @cached_property
    def _paragraphs(self) -> list[tuple[str, frozenset[str]]]:
        return [(a.id, frozenset(_words(a.text[s:e]).split())) for a in self._articles for s, e in a.paragraphs]

    @cached_property
    def _stating(self) -> dict[tuple[Kind, Hashable], set[str]]:
        return _grouped(((m.kind, _value(m)), m.span.article) for m in self._mentions)

    @cached_property
    def _entities(self) -> Entities:
        return resolve_entities(self._mentions)

    @cached_property
    def _naming(self) -> dict[str, set[str]]:
        return _grouped((entity.id, m.span.article) for m in self._mentions for entity in self._entities.of(m))


def _grouped(found: Iterable[tuple[Key, str]]) -> dict[Key, set[str]]:
    articles: dict[Key, set[str]] = defaultdict(set)
    for key, article in found:
        articles[key].add(article)
    return articles


def _stretch(mention: Mention) -> Bounds | None:
    """From when until when a date is, where the calendar is known."""
    return bounds(mention.value) if isinstance(mention.value, Moment) else None


def _value(mention: Mention) -> Hashable:
    """A value; a quantity without its hedge."""
    value = mention.value
    return (value.low, value.high, value.unit) if isinstance(value, Quantity) else value


def _words(text: str) -> str:
    """A text as folded words with single spaces, so that a phrase is found whatever stands between its words."""
    return " ".join(re.findall(r"\w+", fold(text)))

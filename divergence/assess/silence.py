"""Which articles are silent on a fact: those that give no value of it and have no words for it either.

*Silent* is said of a source, so it must be true: an article that tells of deaths in other words, in part or in passing
(*her mother was found dead*) is no more silent on how many died than it states a figure. It is named in neither list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from divergence.assess.main_event import HARM
from divergence.facts import Nature, fact_type, figure_of
from divergence.facts.quotation.words import FUNCTION_WORDS, comparable_words
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.lexicon.outcomes import base_of, outcome_of
from divergence.link.comparisons import said
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Span

HALF_QUOTED = 0.5
"""Share of a quotation's telling words in one sentence from which an article tells what was said."""
FEWEST_QUOTED = 2
"""Such words at least."""
FEWEST_OF_A_NAME = 2
"""Words of a name in one sentence by which an article names whom or what it is of; all of a shorter one."""
APART = frozenset({Relation.CONFLICTS, Relation.CANNOT_TELL})
EMPTY = frozenset("be have do say tell make take get give go come".split())
"""Predicates that stand for no happening."""
Place = tuple[str, int]
"""A sentence: its article's id and its index there."""


class Telling:
    """What the articles of a story have words for, to be asked who is silent on a fact."""

    def __init__(self, parses: Mapping[str, Parsed], mentions: Iterable[Mention]) -> None:
        self._articles = tuple(parses)
        self._texts = {id: parsed.article.text for id, parsed in parses.items()}
        self._valued: dict[Hashable, set[str]] = defaultdict(set)
        self._befallen: dict[str, set[str]] = defaultdict(set)
        self._lemmas: dict[str, set[Place]] = defaultdict(set)
        self._printed: dict[str, set[Place]] = defaultdict(set)
        self._points: dict[Hashable, list[Mention]] = defaultdict(list)
        self._timed: dict[Hashable, set[str]] = {}
        for mention in mentions:
            for what in _of_what(mention):
                self._valued[what].add(mention.span.article)
            if fact_type(mention.kind).nature is Nature.POINT:
                self._points[said(mention)].append(mention)
        for id, parsed in parses.items():
            for sentence in parsed.sentences:
                self._read(id, parsed, sentence)

    def _read(self, id: str, parsed: Parsed, sentence: Sentence) -> None:
        for token in parsed.words(sentence):
            self._befallen[_outcome(token)].add(id)
            self._lemmas[token.lemma.lower()].add((id, sentence.index))
        text = parsed.article.text[parsed.tokens[sentence.first].start : parsed.tokens[sentence.last - 1].end]
        for word in _telling(text):
            self._printed[word].add((id, sentence.index))

    def silent(self, about: Sequence[Mention]) -> tuple[str, ...]:
        """The articles that state nothing of the fact of some mentions, in whatever words, by id in their order."""
        telling = {m.span.article for m in about}
        for mention in about:
            nature = fact_type(mention.kind).nature
            telling |= self._reporting(mention) if nature is Nature.WORDS else self._telling(mention)
            if nature is Nature.NAME:
                telling |= self._naming(mention)
            if nature is Nature.POINT:
                telling |= self._at(mention)
        return tuple(id for id in self._articles if id not in telling)

    def _telling(self, mention: Mention) -> set[str]:
        """The articles that give a value which may be of the same, have a word for what befell those who are counted,
        or say of the same thing, in one sentence, what the mention's says of it.
        """
        slot = mention.slot
        found = {id for what in _of_what(mention) for id in self._valued.get(what, ())}
        if slot.outcome in HARM:
            found |= self._befallen.get(slot.outcome, set())
        words = {slot.head, slot.predicate, *slot.holder.split()[-1:]} - EMPTY - {""}
        if len(words) > 1:
            found |= {id for id, _ in set.intersection(*(self._lemmas.get(w, set()) for w in words))}
        return found

    def _reporting(self, mention: Mention) -> set[str]:
        """The articles of which a sentence has half of the telling words of a quotation, or of the sentence
        around words that no value holds.
        """
        text = self._texts[mention.span.article][mention.sentence.start : mention.sentence.end]
        wanted = _telling(mention.text if mention.kind is Kind.QUOTE else text)
        return self._printing(wanted, max(FEWEST_QUOTED, HALF_QUOTED * len(wanted)))

    def _at(self, mention: Mention) -> set[str]:
        """The articles with a time that may be the same, given more or less exactly: *on Friday*, *at 10.45 p.m.*

        Asked once for times that are said alike.
        """
        look, relate = said(mention), fact_type(mention.kind).relate
        if look not in self._timed:
            points = (told for told in self._points.values() if told[0].kind is mention.kind)
            alike = (told for told in points if relate(told[0], mention).relation not in APART)
            self._timed[look] = {m.span.article for told in alike for m in told}
        return self._timed[look]

    def _naming(self, mention: Mention) -> set[str]:
        """The articles that have a name, with a title, a short form or a slip of the pen or without."""
        wanted = _telling(mention.text)
        return self._printing(wanted, min(FEWEST_OF_A_NAME, len(wanted)))

    def _printing(self, wanted: Iterable[str], needed: float) -> set[str]:
        """The articles of which a sentence has so many of some words."""
        counts = Counter(place for word in wanted for place in self._printed.get(word, ()))
        return {id for (id, _), n in counts.items() if n >= needed}


def unspoken(articles: Iterable[Article], passages: Iterable[Span]) -> tuple[str, ...]:
    """The articles of which no paragraph shares two telling words with one of some passages, by id in their order.

    For passages of which nothing was read but their words: who may tell the same in other words is not silent.
    """
    texts = {a.id: a for a in articles}
    wanted = [_telling(texts[p.article].text[p.start : p.end]) for p in passages]
    return tuple(id for id, article in texts.items() if not any(_shares(article, words) for words in wanted))


def _shares(article: Article, words: frozenset[str]) -> bool:
    return any(len(words & _telling(article.text[s:e])) >= FEWEST_QUOTED for s, e in article.paragraphs)


def _of_what(mention: Mention) -> Iterator[Hashable]:
    """What a value is of, as far as its article says it; an age may be given of somebody who is not named, a measure
    of what another measure in its unit is given of: *moving at 16 mph*, *it trudges on at 12 mph*. A sum may be
    the same in another currency.
    """
    figure = figure_of(mention)
    if fact_type(mention.kind).nature in {Nature.FIGURE, Nature.POINT}:
        yield mention.kind, mention.value
    if mention.kind is Kind.NUMBER and figure is not None and figure.unit:
        yield mention.kind, figure.unit
    if mention.kind is Kind.MONEY:
        yield mention.kind
    if mention.kind is not Kind.AGE and (what := mention.slot.outcome or mention.slot.head):
        yield mention.kind, what


def _outcome(token: Token) -> str:
    lemma = base_of(token.lower) if token.lemma == token.lower else token.lemma.lower()
    return outcome_of(token.lower, lemma)


def _telling(words: str) -> frozenset[str]:
    return frozenset(w for w in comparable_words(words) if w not in FUNCTION_WORDS)

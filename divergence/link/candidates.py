"""Candidate pairs: mentions of two articles that might state one fact, found by blocking, compared level by level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Protocol

from divergence.facts import Related, fact_type
from divergence.language.meaning import nearness
from divergence.lexicon.groups import PEOPLE
from divergence.link.comparisons import anchor_level, bin_of, compare_contexts
from divergence.link.context import Context, Terms, cosine
from divergence.link.entities import Entities, resolve_entities
from divergence.link.pairs import Pair, dimension
from divergence.link.rivals import fitted, with_rivals
from divergence.link.weights import Forest
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

PROSE = (0.7, 0.5, 0.4, 0.32, 0.26, 0.2, 0.15, 0.1, 0.05)
"""Lower bounds of the levels of a similarity of sentences or paragraphs."""
MEANING = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)
"""Lower bounds of the levels of a nearness in meaning."""


class Likeness(Protocol):
    """How alike the sentences and paragraphs of a story are, values masked, from 0 to 1; see ``divergence.align``."""

    def of_sentences(self, article: str, sentence: int, other: str, other_sentence: int) -> float:
        """How alike two sentences are, given by article id and index."""
        ...

    def of_paragraphs(self, article: str, paragraph: int, other: str, other_paragraph: int) -> float:
        """How alike two paragraphs are, given by article id and index."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a story as a whole when two mentions are compared."""

    similarity: Likeness
    entities: Entities
    anchors: dict[tuple[int, int], str] = field(default_factory=dict)
    """How the times or places of two sentences stand to each other, told once for all pairs of their mentions."""

    def anchored(self, left: tuple[Mention, ...], right: tuple[Mention, ...]) -> str:
        """Whether two sentences name a common time or place."""
        key = id(left), id(right)
        if key not in self.anchors:
            self.anchors[key] = anchor_level(left, right)
        return self.anchors[key]


NAMED = frozenset({Kind.PLACE, Kind.PERSON, Kind.ORGANISATION, Kind.ROLE, Kind.EVENT, Kind.ATTRIBUTION})
"""Kinds whose values are names: any two names differ, so only those in one slot are worth comparing."""
ALIASED = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds whose names are clustered into the entities of the story."""
FEW = 40
"""Up to how many mentions of one dimension in a story all pairs are compared."""
RARE_TERMS = 4
"""How many of a clause's or sentence's rarest terms are blocking keys."""
SIMILAR = 0.3
"""Likeness of two sentences from which all their mentions of one kind are compared."""


def blocking_keys(context: Context) -> frozenset[tuple[str, str]]:
    """Two mentions are compared where they share a key: what is counted, what happened, whose value, or a rare term."""
    slot = context.mention.slot
    if context.mention.kind is Kind.QUOTE:
        return frozenset(("word", t) for t in context.clause)
    keys = {("head", slot.head), ("predicate", slot.predicate), ("outcome", slot.outcome)}
    keys |= {("holder", word) for word in slot.holder.split()}
    if slot.head in PEOPLE:
        keys.add(("people", "any"))
    if context.mention.kind not in NAMED:
        keys |= {("term", t) for t in rarest(context.clause)}
    return frozenset(k for k in keys if k[1])


def rarest(terms: Terms) -> tuple[str, ...]:
    """The rarest terms of a vector."""
    return tuple(sorted(terms, key=lambda t: (-terms[t], t))[:RARE_TERMS])


def candidate_pairs(contexts: Iterable[Context], similarity: Likeness, fit: Forest) -> tuple[Pair, ...]:
    """All pairs of mentions from two articles that share a dimension and a blocking key, by position."""
    contexts = tuple(contexts)
    story = Surroundings(similarity, resolve_entities([c.mention for c in contexts]))
    kinds: dict[tuple[str, str], list[Context]] = defaultdict(list)
    for context in sorted(contexts, key=lambda c: (c.mention.span, c.mention.kind)):
        kinds[dimension(context)].append(context)
    return tuple(pair for kind in sorted(kinds) for pair in _pairs(kinds[kind], story, fit))


def _pairs(contexts: Sequence[Context], story: Surroundings, fit: Forest) -> tuple[Pair, ...]:
    if len(contexts) <= FEW and contexts[0].mention.kind not in NAMED:
        together = set(combinations(range(len(contexts)), 2))
    else:
        together = _sharing([blocking_keys(c) for c in contexts]) | _in_similar_sentences(contexts)
    apart = [
        (contexts[i], contexts[j])
        for i, j in sorted(together)
        if contexts[i].mention.span.article != contexts[j].mention.span.article
    ]
    return tuple(with_rivals(fitted([_pair(a, b, story) for a, b in apart], fit)))


def _sharing(keys: Sequence[Iterable[tuple[str, str]]]) -> set[tuple[int, int]]:
    """Pairs of positions that share a key."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            blocks[key].append(number)
    return {pair for block in blocks.values() for pair in combinations(block, 2)}


def _in_similar_sentences(contexts: Sequence[Context]) -> set[tuple[int, int]]:
    """Pairs of mentions whose sentences are similar: near-copies in which a word was changed."""
    keys = [frozenset(("term", t) for t in rarest(c.sentence)) for c in contexts]
    return {(i, j) for i, j in _sharing(keys) if cosine(contexts[i].sentence, contexts[j].sentence) >= SIMILAR}


def _pair(a: Context, b: Context, story: Surroundings) -> Pair:
    ours, theirs = a.mention, b.mention
    articles = ours.span.article, theirs.span.article
    prose = story.similarity.of_sentences(articles[0], a.number, articles[1], b.number)
    passage = story.similarity.of_paragraphs(articles[0], ours.paragraph, articles[1], theirs.paragraph)
    levels = {
        **compare_contexts(a, b),
        "kind": ours.kind.value,
        "times": story.anchored(a.times, b.times),
        "places": story.anchored(a.places, b.places),
        "when": story.anchored(a.when, b.when),
        "prose": bin_of(prose, PROSE),
        "passage": bin_of(passage, PROSE),
    }
    near = nearness(a.meaning, b.meaning)
    levels["meaning"] = "unknown" if near is None else bin_of(near, MEANING)
    return Pair(a, b, levels, 0.0, _related(ours, theirs, story.entities), near)


def _related(a: Mention, b: Mention, entities: Entities) -> Related:
    """How two values stand to each other; two names of one person or organisation of the story are variants."""
    related = fact_type(a.kind).relate(a, b)
    if related.relation is Relation.CONFLICTS and a.kind in ALIASED and entities.same(a, b):
        return Related(Relation.VARIANT, f"“{a.text}” and “{b.text}” name one {a.kind.value} in this story")
    return related

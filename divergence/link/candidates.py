"""Candidate pairs: mentions of two articles that might state one fact, each with its rivals.

How much better a pair fits than its mentions' best other partners says more than how well it fits, and a value that
the other article states as well, about the same thing, is a witness that the two values belong to two facts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Protocol

from divergence.facts import Related, fact_type
from divergence.lexicon.groups import GENERAL, PEOPLE
from divergence.link.comparisons import COUNTS, anchor_level, bin_of, compare_contexts
from divergence.link.context import Context, Terms, cosine
from divergence.link.entities import Entities, resolve_entities
from divergence.link.weights import Forest, score
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

LEAD = (3.0, 1.5, 0.7, 0.2, 0.0, -0.7, -1.5, -3.0)
"""Lower bounds of the levels of a lead over rivals, in log-odds."""
FIT = (3.0, 2.0, 1.5, 1.0, 0.5, 0.0, -0.5, -1.0, -1.5, -2.0, -2.5, -3.0, -4.0, -5.0)
"""Lower bounds of the levels of a fit, in log-odds."""
PROSE = (0.7, 0.5, 0.4, 0.32, 0.26, 0.2, 0.15, 0.1, 0.05)
"""Lower bounds of the levels of a similarity of sentences or paragraphs."""
RATIO = (100.0, 20.0, 6.0, 3.0, 2.0, 1.5, 1.2, 1.0)
"""Lower bounds of the levels of a ratio."""
SUPPORT = 0.0
"""Fit from which an agreeing mention of another article supports a value."""
IMPLIED = "implied"
"""The rule that reads *a man was killed* as one."""
AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})


class Similarity(Protocol):
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

    similarity: Similarity
    entities: Entities
    anchors: dict[tuple[int, int], str] = field(default_factory=dict)
    """How the times or places of two sentences stand to each other, told once for all pairs of their mentions."""

    def anchored(self, left: tuple[Mention, ...], right: tuple[Mention, ...]) -> str:
        """Whether two sentences name a common time or place."""
        key = id(left), id(right)
        if key not in self.anchors:
            self.anchors[key] = anchor_level(left, right)
        return self.anchors[key]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of different articles that might state one fact."""

    left: Context
    right: Context
    levels: Mapping[str, str]
    """The level of every comparison, by its name."""
    fit: float
    """How well their contexts fit, values masked, in log-odds."""
    related: Related
    """How the two values stand to each other."""

    @property
    def conflicts(self) -> bool:
        """Whether the values cannot both be right of one fact."""
        return self.related.relation is Relation.CONFLICTS


NAMED = frozenset({Kind.PLACE, Kind.PERSON, Kind.ORGANISATION, Kind.ROLE, Kind.EVENT, Kind.ATTRIBUTION})
"""Kinds whose values are names: any two names differ, so only those in one slot are worth comparing."""
ALIASED = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds whose names are clustered into the entities of the story."""
FEW = 40
"""Up to how many mentions of one dimension in a story all pairs are compared."""
RARE_TERMS = 4
"""How many of a clause's or sentence's rarest terms are blocking keys."""
SIMILAR = 0.3
"""Similarity of two sentences from which all their mentions of one kind are compared."""


def dimension(context: Context) -> tuple[str, str]:
    """Only values of one kind and one dimension are compared at all."""
    mention = context.mention
    return mention.kind.value, fact_type(mention.kind).fields(mention).get("dimension") or ""


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


def candidate_pairs(contexts: Iterable[Context], similarity: Similarity, fit: Forest) -> tuple[Pair, ...]:
    """All pairs of mentions from two articles that share a dimension and a blocking key, by position."""
    contexts = tuple(contexts)
    story = Surroundings(similarity, resolve_entities([c.mention for c in contexts]))
    kinds: dict[tuple[str, str], list[Context]] = defaultdict(list)
    for context in sorted(contexts, key=lambda c: (c.mention.span, c.mention.kind)):
        kinds[dimension(context)].append(context)
    return tuple(pair for kind in sorted(kinds) for pair in _pairs(kinds[kind], story, fit))


def refit(pairs: Sequence[Pair], fit: Forest) -> tuple[Pair, ...]:
    """The same pairs under another learnt fit; their standing among rivals follows from it."""
    kinds: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        kinds[dimension(pair.left)].append(replace(pair, fit=score(fit, pair.levels)))
    return tuple(pair for kind in sorted(kinds) for pair in _with_rivals(kinds[kind]))


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
    return tuple(_with_rivals([_pair(a, b, story, fit) for a, b in apart]))


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


def _pair(a: Context, b: Context, story: Surroundings, fit: Forest) -> Pair:
    ours, theirs = a.mention, b.mention
    articles = ours.span.article, theirs.span.article
    prose = story.similarity.of_sentences(articles[0], a.number, articles[1], b.number)
    passage = story.similarity.of_paragraphs(articles[0], ours.paragraph, articles[1], theirs.paragraph)
    levels = {
        **compare_contexts(a, b),
        "times": story.anchored(a.times, b.times),
        "places": story.anchored(a.places, b.places),
        "when": story.anchored(a.when, b.when),
        "prose": bin_of(prose, PROSE),
        "passage": bin_of(passage, PROSE),
    }
    return Pair(a, b, levels, score(fit, levels), _related(ours, theirs, story.entities))


def _related(a: Mention, b: Mention, entities: Entities) -> Related:
    """How two values stand to each other; two names of one person or organisation of the story are variants."""
    related = fact_type(a.kind).relate(a, b)
    if related.relation is Relation.CONFLICTS and a.kind in ALIASED and entities.same(a, b):
        return Related(Relation.VARIANT, f"“{a.text}” and “{b.text}” name one {a.kind.value} in this story")
    return related


def _with_rivals(pairs: Sequence[Pair]) -> Iterable[Pair]:
    """Add to every pair how it stands among the pairs that share one of its mentions, and how the values compare."""
    by_side: dict[tuple[int, str], list[Pair]] = defaultdict(list)
    by_mention: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        left, right = id(pair.left), id(pair.right)  # hashing a mention costs more than comparing it
        by_side[left, pair.right.mention.span.article].append(pair)
        by_side[right, pair.left.mention.span.article].append(pair)
        by_mention[left].append(pair)
        by_mention[right].append(pair)
    supported = {
        m: any(p.fit >= SUPPORT and p.related.relation in AGREEING for p in found) for m, found in by_mention.items()
    }
    for pair in pairs:
        a, b = pair.left.mention, pair.right.mention
        ours, theirs = by_side[id(pair.left), b.span.article], by_side[id(pair.right), a.span.article]
        extra = {
            "kind": a.kind.value,
            "fit": bin_of(pair.fit, FIT),
            "rivals": bin_of(min(_lead(pair, ours, b), _lead(pair, theirs, a)), LEAD),
            "witness": _witness_level(max(_witness(pair, ours), _witness(pair, theirs))),
            "support": COUNTS[supported[id(pair.left)] + supported[id(pair.right)]],
            "stated": COUNTS[(a.rule != IMPLIED) + (b.rule != IMPLIED)],
            "scope": _scope(a, b),
            "ratio": _ratio(a, b),
        }
        yield replace(pair, levels={**pair.levels, **extra})


def _lead(pair: Pair, rivals: Sequence[Pair], partner: Mention) -> float:
    """The pair's fit less that of the best rival that states another value than the partner."""
    others = [
        r.fit for r in rivals if r is not pair and partner.value not in (r.left.mention.value, r.right.mention.value)
    ]
    return pair.fit - max(others, default=pair.fit - LEAD[0])


def _witness(pair: Pair, rivals: Sequence[Pair]) -> float:
    """How much better than the pair the best agreeing partner fits; minus infinity where none agrees."""
    agreeing = [r.fit - pair.fit for r in rivals if r is not pair and r.related.relation in AGREEING]
    return max(agreeing, default=float("-inf"))


def _witness_level(witness: float) -> str:
    return "none" if witness == float("-inf") else bin_of(witness, LEAD)


def _ends(mention: Mention) -> tuple[float, float] | None:
    fields = fact_type(mention.kind).fields(mention)
    low, high = fields.get("low"), fields.get("high")
    return (float(low), float(high)) if low and high else None


def _scope(a: Mention, b: Mention) -> str:
    """Whether one count may be a part of the other: the general word (people) has the larger figure."""
    left, right = _ends(a), _ends(b)
    if left is None or right is None or a.kind is not Kind.NUMBER:
        return "no count"
    if (a.slot.head in GENERAL) == (b.slot.head in GENERAL):
        return "alike"
    general, particular = (left, right) if a.slot.head in GENERAL else (right, left)
    return "general larger" if general[0] >= particular[1] else "particular larger"


def _ratio(a: Mention, b: Mention) -> str:
    """How many times larger the larger value is."""
    left, right = _ends(a), _ends(b)
    if left is None or right is None:
        return "no figures"
    small, large = sorted((left[0], right[0]))
    return "zero" if small <= 0 else bin_of(large / small, RATIO)

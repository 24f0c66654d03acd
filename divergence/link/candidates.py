"""Candidate pairs: mentions of two articles that might state one fact, found by blocking, compared level by level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Protocol

from divergence.facts import Nature, Related, fact_type
from divergence.language.meaning import nearness
from divergence.lexicon.groups import PEOPLE
from divergence.link.comparisons import COMPARISONS, Question, anchor_level, relation_of, said
from divergence.link.context import Context, Terms, cosine
from divergence.link.entities import Entities, resolve_entities
from divergence.link.levels import LEVELS, MEANING, PROSE, UNASKED, bin_codes, code_of
from divergence.link.pairs import Pair
from divergence.link.rivals import Compared, as_codes, as_figures, each_once, judged_pairs, numbered
from divergence.link.weights import Forest
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

if TYPE_CHECKING:
    from divergence.link.rivals import Numbers


class Likeness(Protocol):
    """How alike the sentences and paragraphs of a story are, values masked, from 0 to 1; see ``divergence.align``."""

    def of_sentences(self, article: str, sentence: int, other: str, other_sentence: int) -> float:
        """How alike two sentences are, given by article id and index."""
        ...

    def of_paragraphs(self, article: str, paragraph: int, other: str, other_paragraph: int) -> float:
        """How alike two paragraphs are, given by article id and index."""
        ...


ALIASED = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds whose names are clustered into the entities of the story."""
FEW = 40
"""Up to how many mentions of one kind in a story all pairs are compared."""
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
    if not _is_named(context.mention.kind):
        keys |= {("term", t) for t in rarest(context.clause)}
    return frozenset(k for k in keys if k[1])


def _is_named(kind: Kind) -> bool:
    """Whether values of a kind are names: any two differ, so only those in one slot are worth comparing."""
    return fact_type(kind).nature is Nature.NAME


def rarest(terms: Terms) -> tuple[str, ...]:
    """The rarest terms of a vector."""
    return tuple(sorted(terms, key=lambda t: (-terms[t], t))[:RARE_TERMS])


def candidate_pairs(contexts: Iterable[Context], similarity: Likeness, fit: Forest) -> tuple[Pair, ...]:
    """All pairs of mentions from two articles that share a kind and a blocking key, by position."""
    ordered = sorted(contexts, key=lambda c: (c.mention.span, c.mention.kind))
    kinds: dict[Kind, list[int]] = defaultdict(list)
    for number, context in enumerate(ordered):
        kinds[context.mention.kind].append(number)
    together = [pair for kind in sorted(kinds) for pair in _together(ordered, kinds[kind])]
    return judged_pairs(_compared(ordered, together, similarity), fit) if together else ()


def _together(contexts: Sequence[Context], places: Sequence[int]) -> list[tuple[int, int]]:
    """The positions of mentions of one kind that are worth comparing."""
    own = [contexts[place] for place in places]
    if len(own) <= FEW and not _is_named(own[0].mention.kind):
        found = set(combinations(range(len(own)), 2))
    else:
        found = _sharing([blocking_keys(c) for c in own]) | _in_similar_sentences(own)
    articles = [c.mention.span.article for c in own]
    return [(places[i], places[j]) for i, j in sorted(found) if articles[i] != articles[j]]


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


def _compared(contexts: Sequence[Context], together: Sequence[tuple[int, int]], similarity: Likeness) -> Compared:
    """The pairs compared level by level; what looks alike is compared once, as in articles that copy one another."""
    import numpy as np

    sides = np.array(together, np.int64)
    left, right = sides[:, 0].copy(), sides[:, 1].copy()
    near, of_near = each_once(
        numbered(c.meaning for c in contexts),
        left,
        right,
        lambda i, j: nearness(contexts[i].meaning, contexts[j].meaning),
    )
    codes = np.full((len(together), len(LEVELS)), UNASKED, np.uint8)
    compared = Compared(contexts, left, right, codes, as_figures(near)[of_near], _relations(contexts, left, right))
    for question in COMPARISONS:
        compared.ask(question)
    kinds = as_codes([code_of("kind", fact_type(c.mention.kind).weighed_as) for c in contexts])
    compared.fill("kind", kinds[left])
    _anchor(compared)
    _liken(compared, similarity)
    meaning = np.where(
        np.isnan(compared.nearness), code_of("meaning", "unknown"), bin_codes(compared.nearness, MEANING)
    )
    compared.fill("meaning", meaning)
    return compared


def _anchor(compared: Compared) -> None:
    """Whether the sentences of each pair name a common time or place."""
    relation = _remembered(m for c in compared.contexts for m in (*c.times, *c.places, *c.when))

    def ask(name: str, of: Callable[[Context], tuple[Mention, ...]]) -> None:
        def answer(a: Context, b: Context) -> str:
            return anchor_level(of(a), of(b), relation)

        compared.ask(Question(name, LEVELS[name], answer, lambda c: tuple(map(said, of(c)))))

    ask("times", lambda c: c.times)
    ask("places", lambda c: c.places)
    ask("when", lambda c: c.when)


def _remembered(mentions: Iterable[Mention]) -> Callable[[Mention, Mention], Relation]:
    """How two of some times or places stand to each other, judged once for those of one value and hedge."""
    looks: dict[Hashable, int] = {}
    look = {id(m): looks.setdefault((m.kind, m.value, m.hedge), len(looks)) for m in mentions}
    known: dict[tuple[int, int], Relation] = {}

    def relation(a: Mention, b: Mention) -> Relation:
        key = look[id(a)], look[id(b)]
        if key not in known:
            known[key] = relation_of(a, b)
        return known[key]

    return relation


def _liken(compared: Compared, similarity: Likeness) -> None:
    """How alike the sentences and the paragraphs of each pair are."""
    contexts, mentions = compared.contexts, [c.mention for c in compared.contexts]
    articles = [m.span.article for m in mentions]
    prose, of_prose = each_once(
        numbered(zip(articles, (c.number for c in contexts), strict=True)),
        compared.left,
        compared.right,
        lambda i, j: similarity.of_sentences(articles[i], contexts[i].number, articles[j], contexts[j].number),
    )
    passage, of_passage = each_once(
        numbered(zip(articles, (m.paragraph for m in mentions), strict=True)),
        compared.left,
        compared.right,
        lambda i, j: similarity.of_paragraphs(articles[i], mentions[i].paragraph, articles[j], mentions[j].paragraph),
    )
    compared.fill("prose", bin_codes(as_figures(prose), PROSE)[of_prose])
    compared.fill("passage", bin_codes(as_figures(passage), PROSE)[of_passage])


def _relations(contexts: Sequence[Context], left: Numbers, right: Numbers) -> list[Related]:
    """How the values of each pair stand to each other."""
    mentions = [c.mention for c in contexts]
    entities = resolve_entities(mentions)
    alike = numbered((said(m), tuple(e.id for e in entities.of(m))) for m in mentions)
    related, which = each_once(alike, left, right, lambda i, j: _related(mentions[i], mentions[j], entities))
    return [related[n] for n in which.tolist()]


def _related(a: Mention, b: Mention, entities: Entities) -> Related:
    """How two values stand to each other; two names of one person or organisation of the story are variants."""
    related = fact_type(a.kind).relate(a, b)
    if related.relation is Relation.CONFLICTS and a.kind in ALIASED and entities.same(a, b):
        return Related(Relation.VARIANT, f"“{a.text}” and “{b.text}” name the same {a.kind.value} in this story")
    return related

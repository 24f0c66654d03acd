"""Candidate pairs: mentions of two articles that might state one fact, found by blocking, compared level by level."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from divergence.facts import Nature, Related, fact_type
from divergence.language.meaning import Meaning
from divergence.lexicon.groups import PEOPLE
from divergence.link.comparisons import COMPARISONS, Question, anchor_level, relation_of, said
from divergence.link.context import Context, Terms
from divergence.link.cosines import cosines
from divergence.link.entities import Entities, resolve_entities
from divergence.link.levels import LEVELS, MEANING, PROSE, UNASKED, bin_codes, code_of
from divergence.link.paired import RELATIONS, Compared, Paired, as_codes, as_paired, each_once, numbered, once
from divergence.link.rivals import judged_pairs
from divergence.link.weights import Forest
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

if TYPE_CHECKING:
    from divergence.link.levels import Floats
    from divergence.link.paired import Numbers, Truths

Place = tuple[str, int]
"""A sentence or paragraph by article id and index."""


class Likeness(Protocol):
    """How alike the sentences and paragraphs of a story are, values masked, from 0 to 1; see ``divergence.align``."""

    def of_sentences(self, places: Sequence[Place], left: Numbers, right: Numbers) -> Floats:
        """How alike the sentences at two positions of a list are, for many two positions."""
        ...

    def of_paragraphs(self, places: Sequence[Place], left: Numbers, right: Numbers) -> Floats:
        """The same of paragraphs."""
        ...


ALIASED = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds whose names are clustered into the entities of the story."""
FEW = 40
"""Up to how many mentions of one kind in a story all pairs are compared."""
RARE_TERMS = 4
"""How many of a clause's or sentence's rarest terms are blocking keys."""
SIMILAR = 0.3
"""Likeness of two sentences from which all their mentions of one kind are compared."""
CELLS = 1 << 25
"""Cells of the table in which pairs are ticked."""


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


def candidate_pairs(contexts: Iterable[Context], similarity: Likeness, fit: Forest) -> Paired:
    """All pairs of mentions from two articles that share a kind and a blocking key, by position."""
    import numpy as np

    ordered = sorted(contexts, key=lambda c: (c.mention.span, c.mention.kind))
    kinds: dict[Kind, list[int]] = defaultdict(list)
    for number, context in enumerate(ordered):
        kinds[context.mention.kind].append(number)
    together = [_together(ordered, np.array(kinds[kind], np.int64)) for kind in sorted(kinds)]
    left, right = (np.concatenate([np.empty(0, np.int64), *(own[side] for own in together)]) for side in (0, 1))
    return judged_pairs(_compared(ordered, left, right, similarity), fit) if len(left) else as_paired(())


def _together(contexts: Sequence[Context], places: Numbers) -> tuple[Numbers, Numbers]:
    """The positions of mentions of one kind and of two articles that are worth comparing."""
    import numpy as np

    own = [contexts[place] for place in places.tolist()]
    articles = numbered(c.mention.span.article for c in own)
    if len(own) <= FEW and not _is_named(own[0].mention.kind):
        found = _sharing([(("kind", "any"),)] * len(own), articles)
    else:
        sharing = _sharing([blocking_keys(c) for c in own], articles)
        found = np.union1d(sharing, _in_similar_sentences(own, articles))
    left, right = np.divmod(found, len(own))
    return places[left], places[right]


def _sharing(keys: Sequence[Iterable[tuple[str, str]]], articles: Numbers) -> Numbers:
    """Pairs of positions of two articles that share a key, as one number each, ascending.

    They are ticked in a table of some rows at a time: most pairs share several keys.
    """
    import numpy as np

    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            held[key].append(number)
    blocks = [np.array(block, np.int64) for block in held.values() if len(block) > 1]
    count = len(articles)
    rows = max(1, CELLS // max(count, 1))
    found = [np.empty(0, np.int64)]
    for first in range(0, count, rows):
        table = np.zeros((min(rows, count - first), count), np.bool_)
        for block in blocks:
            mine = block[slice(*np.searchsorted(block, (first, first + rows)))]
            table[(mine - first)[:, None], block] = True
        table &= articles[first : first + rows, None] != articles
        found.append(_beyond_diagonal(table, first))
    return np.concatenate(found)


def _beyond_diagonal(table: Truths, first: int) -> Numbers:
    """What is ticked in a table of some rows, in columns after each row's own, as one number each."""
    import numpy as np

    rows, columns = np.nonzero(table)
    rows += first
    later = columns > rows
    return np.asarray(rows[later] * table.shape[1] + columns[later], np.int64)


def _in_similar_sentences(contexts: Sequence[Context], articles: Numbers) -> Numbers:
    """Pairs of mentions whose sentences are similar: near-copies in which a word was changed."""
    import numpy as np

    keys = [frozenset(("term", t) for t in rarest(c.sentence)) for c in contexts]
    pairs = _sharing(keys, articles)
    sentences: dict[tuple[tuple[str, float], ...], Terms] = {tuple(c.sentence.items()): c.sentence for c in contexts}
    place = {sentence: number for number, sentence in enumerate(sentences)}
    of = np.array([place[tuple(c.sentence.items())] for c in contexts], np.int64)
    left, right = np.divmod(pairs, len(contexts))
    first, which = once(of[left] * len(sentences) + of[right])
    alike = cosines(list(sentences.values()), of[left[first]], of[right[first]]) >= SIMILAR
    return pairs[alike[which]]


def _compared(contexts: Sequence[Context], left: Numbers, right: Numbers, similarity: Likeness) -> Compared:
    """The pairs compared level by level; what looks alike is compared once, as in articles that copy one another."""
    import numpy as np

    mentions = [c.mention for c in contexts]
    entities = resolve_entities(mentions)

    def relate(i: int, j: int) -> Related:
        return _related(mentions[i], mentions[j], entities)

    alike = numbered((said(m), tuple(e.id for e in entities.of(m))) for m in mentions)
    relations, which = each_once(alike, left, right, lambda i, j: RELATIONS.index(relate(i, j).relation))
    codes = np.full((len(left), len(LEVELS)), UNASKED, np.uint8)
    near = _nearness([c.meaning for c in contexts], left, right)
    compared = Compared(contexts, left, right, codes, near, as_codes(relations)[which], relate)
    for question in COMPARISONS:
        compared.ask(question)
    kinds = as_codes([code_of("kind", fact_type(m.kind).weighed_as) for m in mentions])
    compared.fill("kind", kinds[left])
    _anchor(compared)
    _liken(compared, similarity)
    meaning = np.where(np.isnan(near), code_of("meaning", "unknown"), bin_codes(near, MEANING))
    compared.fill("meaning", meaning)
    return compared


def _nearness(meanings: Sequence[Meaning], left: Numbers, right: Numbers) -> Floats:
    """Cosines of the meanings at two positions, -1 to 1; not a number where one of them is unknown."""
    import numpy as np

    looks = numbered(meanings)
    distinct = list(dict.fromkeys(meanings))
    width = max(map(len, distinct))
    columns = np.array([m or (np.nan,) * width for m in distinct]).T
    first, which = once(looks[left] * len(distinct) + looks[right])
    ours, theirs = looks[left[first]], looks[right[first]]
    near = np.zeros(len(first)) if width else np.full(len(first), np.nan)
    for column in columns:  # one after the other: a sum of floats depends on it
        near += column[ours] * column[theirs]
    return near[which]


def _anchor(compared: Compared) -> None:
    """Whether the sentences of each pair name a common time or place."""
    relation, look = _remembered(m for c in compared.contexts for m in (*c.times, *c.places, *c.when))

    def ask(name: str, of: Callable[[Context], tuple[Mention, ...]]) -> None:
        def answer(a: Context, b: Context) -> str:
            return anchor_level(of(a), of(b), relation)

        compared.ask(Question(name, LEVELS[name], answer, lambda c: frozenset(map(look, of(c)))))

    ask("times", lambda c: c.times)
    ask("places", lambda c: c.places)
    ask("when", lambda c: c.when)


def _remembered(
    mentions: Iterable[Mention],
) -> tuple[Callable[[Mention, Mention], Relation], Callable[[Mention], int]]:
    """How two of some times or places stand to each other, judged once for those of one value and hedge, and a number
    for all of these."""
    looks: dict[Hashable, int] = {}
    look = {id(m): looks.setdefault((m.kind, m.value, m.hedge), len(looks)) for m in mentions}
    known: dict[tuple[int, int], Relation] = {}

    def relation(a: Mention, b: Mention) -> Relation:
        key = look[id(a)], look[id(b)]
        if key not in known:
            known[key] = relation_of(a, b)
        return known[key]

    return relation, lambda mention: look[id(mention)]


def _liken(compared: Compared, similarity: Likeness) -> None:
    """How alike the sentences and the paragraphs of each pair are."""
    contexts, sides = compared.contexts, (compared.left, compared.right)
    sentences = [(c.mention.span.article, c.number) for c in contexts]
    paragraphs = [(c.mention.span.article, c.mention.paragraph) for c in contexts]
    compared.fill("prose", bin_codes(similarity.of_sentences(sentences, *sides), PROSE))
    compared.fill("passage", bin_codes(similarity.of_paragraphs(paragraphs, *sides), PROSE))


def _related(a: Mention, b: Mention, entities: Entities) -> Related:
    """How two values stand to each other; two names of one person or organisation of the story are variants."""
    related = fact_type(a.kind).relate(a, b)
    if related.relation is Relation.CONFLICTS and a.kind in ALIASED and entities.same(a, b):
        return Related(Relation.VARIANT, f"“{a.text}” and “{b.text}” name the same {a.kind.value} in this story")
    return related

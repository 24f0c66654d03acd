"""All pairs of a story as columns: some bytes for each, and a record only for those that are looked at.

A hundred long articles have two million pairs. Hardly one of them is ever shown, so that no pair is an object of its
own, and what depends on a part of two contexts only is asked once for all pairs that are alike in that part.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar, overload

from divergence.facts import Related
from divergence.link.comparisons import Question
from divergence.link.context import Context
from divergence.link.cosines import cosines
from divergence.link.levels import (
    COLUMN,
    LEVELS,
    NO_LEVEL,
    UNASKED,
    Levels,
    bin_codes,
    code_of,
    codes_by_level,
    codes_of,
)
from divergence.link.pairs import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Mention

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from divergence.link.levels import Codes, Floats

    Numbers = NDArray[numpy.int64]
    Truths = NDArray[numpy.bool_]

RELATIONS = tuple(Relation)
"""How two values may stand to each other, by the number that a column has for it."""
SPARSE = 4
"""Possible keys to one pair, up to which a table of all of them is quicker than sorting."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that holds of some pairs, and all that it depends on: pairs alike in that are asked once."""

    holds: Callable[[Pair], bool]
    sees: Callable[[Context], Hashable]
    """All of a context that the answer depends on."""
    reads: tuple[str, ...] = ()
    """The comparisons whose levels it depends on."""
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Levels without which it holds of no pair, by comparison."""
    apart: Callable[[Context], Hashable] | None = None
    """What is not the same of both contexts where it holds."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs of a story, column by column: one entry for each pair, in one order."""

    contexts: Sequence[Context]
    left: Numbers
    """Position of the pair's first context."""
    right: Numbers
    codes: Codes
    """A line of levels for each pair, filled in question by question."""
    nearness: Floats
    """How near the slots' words are in meaning; not a number where nothing tells."""
    relations: Codes
    """How each pair's values stand to each other, as numbers of ``RELATIONS``."""
    relate: Callable[[int, int], Related]
    """The same in words, of the contexts at two positions."""

    def fill(self, question: str, codes: Codes | int) -> None:
        """Enter the levels of all pairs for one question."""
        self.codes[:, COLUMN[question]] = codes

    def ask(self, question: Question) -> None:
        """Answer one question for all pairs."""
        contexts, answer, code = self.contexts, question.answer, codes_by_level(question.name)
        looks = numbered(map(question.sees, contexts))
        if question.likens is not None:
            self.fill(question.name, bin_codes(self._likened(looks, question.likens), question.bounds))
            return
        answers, which = each_once(
            looks, self.left, self.right, lambda i, j: code.get(answer(contexts[i], contexts[j]), NO_LEVEL)
        )
        self.fill(question.name, as_codes(answers)[which])

    def _likened(self, looks: Numbers, terms: Callable[[Context], Mapping[str, float]]) -> Floats:
        """The cosines of two vectors of each pair, of which equal ones have one number."""
        import numpy as np

        _, first = np.unique(looks, return_index=True)
        several = len(first)
        keys = looks[self.left] * several + looks[self.right]
        asked, which = once(keys)
        return cosines([terms(self.contexts[i]) for i in first.tolist()], *np.divmod(keys[asked], several))[which]

    def among(self, relations: Iterable[Relation]) -> Truths:
        """Which pairs' values stand to each other in one of some ways."""
        import numpy as np

        return np.isin(self.relations, [RELATIONS.index(r) for r in relations])

    def at(self, question: str, levels: Iterable[str]) -> Truths:
        """Which pairs have one of some levels as the answer to a question."""
        import numpy as np

        return np.isin(self.codes[:, COLUMN[question]], [code_of(question, level) for level in levels])

    def values(self) -> Numbers:
        """A number for each pair, the same for pairs of the same two values, whichever stands first."""
        import numpy as np

        own = numbered((c.mention.kind, c.mention.value) for c in self.contexts)
        ours, theirs = own[self.left], own[self.right]
        return np.asarray(np.minimum(ours, theirs) * (int(own.max(initial=0)) + 1) + np.maximum(ours, theirs))


@dataclass(frozen=True, slots=True)
class Scored:
    """The numbers of some pairs, and how each of them scores."""

    rows: Numbers
    scores: Floats

    def ranked(self) -> Scored:
        """The same, best first."""
        import numpy as np

        order = np.lexsort((self.rows, -self.scores))
        return Scored(self.rows[order], self.scores[order])

    def without(self, rows: Iterable[int]) -> Scored:
        """The same but for some pairs."""
        import numpy as np

        kept = ~np.isin(self.rows, list(rows))
        return Scored(self.rows[kept], self.scores[kept])

    def together(self, other: Scored) -> Scored:
        """These and some more."""
        import numpy as np

        return Scored(np.concatenate([self.rows, other.rows]), np.concatenate([self.scores, other.scores]))


class Paired(Sequence[Pair]):
    """The pairs of a story as a sequence, each made when it is first asked for."""

    def __init__(self, columns: Compared, fits: Floats, made: Mapping[int, Pair] | None = None) -> None:
        self.columns, self.fits = columns, fits
        self._made = dict(made or {})

    def __len__(self) -> int:
        return len(self.fits)

    @overload
    def __getitem__(self, index: int) -> Pair: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Pair]: ...

    def __getitem__(self, index: int | slice) -> Pair | Sequence[Pair]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        if number not in self._made:
            self._made[number] = self._make(number, self.columns.codes[number].tobytes())
        return self._made[number]

    def mentions(self, number: int) -> tuple[Mention, Mention]:
        """The two mentions of a pair, which need no record of the pair."""
        columns = self.columns
        sides = columns.contexts[columns.left[number]], columns.contexts[columns.right[number]]
        return sides[0].mention, sides[1].mention

    def _make(self, number: int, codes: bytes) -> Pair:
        columns = self.columns
        left, right = int(columns.left[number]), int(columns.right[number])
        near = float(columns.nearness[number])
        # How the two stand is known; why, only what is shown is asked.
        related = Related(RELATIONS[columns.relations[number]], lambda: columns.relate(left, right).why)
        return Pair(
            columns.contexts[left],
            columns.contexts[right],
            Levels(codes),
            float(self.fits[number]),
            related,
            None if math.isnan(near) else near,
        )

    def where(self, rule: Rule, rows: Numbers) -> Truths:
        """Of which of the pairs with some numbers a rule holds."""
        import numpy as np

        found = np.zeros(len(rows), np.bool_)
        may = self._may_hold(rule, rows)
        asked = rows[may]
        first, which = once(self._keys(rule, asked))
        answers = (rule.holds(self._as_seen(number, rule)) for number in asked[first].tolist())
        found[may] = np.fromiter(answers, np.bool_, len(first))[which]
        return found

    def _may_hold(self, rule: Rule, rows: Numbers) -> Truths:
        import numpy as np

        may = np.ones(len(rows), np.bool_)
        for question, levels in rule.needs.items():
            may &= self.columns.at(question, levels)[rows]
        if rule.apart is not None:
            sides = numbered(map(rule.apart, self.columns.contexts))
            may &= sides[self.columns.left[rows]] != sides[self.columns.right[rows]]
        return may

    def _keys(self, rule: Rule, rows: Numbers) -> Numbers:
        """A number for each pair, the same for those that the rule cannot tell apart."""
        columns, looks = self.columns, numbered(map(rule.sees, self.columns.contexts))
        keys = looks[columns.left[rows]] * (int(looks.max(initial=0)) + 1) + looks[columns.right[rows]]
        for question in rule.reads:
            keys = keys * (UNASKED + 1) + columns.codes[rows, COLUMN[question]]
        return keys

    def _as_seen(self, number: int, rule: Rule) -> Pair:
        """A pair with no levels but those that a rule says it reads, so that none is read without its saying so."""
        if number in self._made:
            return self._made[number]
        codes = bytearray([UNASKED]) * len(LEVELS)
        for question in rule.reads:
            codes[COLUMN[question]] = self.columns.codes[number, COLUMN[question]]
        return self._make(number, bytes(codes))


def as_paired(pairs: Sequence[Pair]) -> Paired:
    """Pairs as columns, whatever they come as."""
    import numpy as np

    if isinstance(pairs, Paired):
        return pairs
    contexts = list({id(c): c for p in pairs for c in (p.left, p.right)}.values())
    place = {id(c): n for n, c in enumerate(contexts)}
    related = {(place[id(p.left)], place[id(p.right)]): p.related for p in pairs}
    columns = Compared(
        contexts,
        np.array([place[id(p.left)] for p in pairs], np.int64),
        np.array([place[id(p.right)] for p in pairs], np.int64),
        codes_of([p.levels for p in pairs]).copy(),
        as_figures([p.nearness for p in pairs]),
        as_codes([RELATIONS.index(p.related.relation) for p in pairs]),
        lambda left, right: related[left, right],
    )
    return Paired(columns, as_figures([p.fit for p in pairs]), dict(enumerate(pairs)))


def numbered(keys: Iterable[Hashable]) -> Numbers:
    """A number for each key, the same for equal ones."""
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys], np.int64)


def once(keys: Numbers) -> tuple[Numbers, Numbers]:
    """The place where each different key first stands, by key, and which of them stands at each place."""
    import numpy as np

    most = int(keys.max(initial=0)) + 1
    if most > SPARSE * len(keys):
        _, first, which = np.unique(keys, return_index=True, return_inverse=True)
        return first, which
    place = np.full(most, -1, np.int64)
    place[keys[::-1]] = np.arange(len(keys) - 1, -1, -1)  # the last one entered, which is the first, stays
    known = np.flatnonzero(place >= 0)
    first = place[known]
    place[known] = np.arange(len(known))
    return first, place[keys]


def each_once(
    looks: Numbers, left: Numbers, right: Numbers, answer: Callable[[int, int], T]
) -> tuple[list[T], Numbers]:
    """The answers for pairs of positions, asked once for those that look alike, and which answer each pair has."""
    first, which = once(looks[left] * (int(looks.max(initial=0)) + 1) + looks[right])
    return [answer(i, j) for i, j in zip(left[first].tolist(), right[first].tolist(), strict=True)], which


def as_codes(codes: Sequence[int]) -> Codes:
    """Levels by their numbers as an array."""
    import numpy as np

    return np.array(codes, np.uint8)


def as_figures(figures: Sequence[float | None]) -> Floats:
    """Figures as an array; not a number for those that are unknown."""
    import numpy as np

    return np.array([math.nan if figure is None else figure for figure in figures], np.float64)

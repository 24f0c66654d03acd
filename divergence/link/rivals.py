"""How a pair stands among its rivals, the pairs that share one of its mentions.

How much better a pair fits than its mentions' best other partners says more than how well it fits, and a value that
the other article states as well, about the same thing, is a witness that the two values belong to two facts.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from divergence.facts import Related
from divergence.link.comparisons import VALUE_COMPARISONS, Question
from divergence.link.context import Context
from divergence.link.levels import (
    COLUMN,
    FIT,
    LEAD,
    MEANING_LEAD,
    NO_LEVEL,
    RANK,
    bin_codes,
    code_of,
    codes_by_level,
    codes_of,
    rows_of,
)
from divergence.link.pairs import Pair
from divergence.link.weights import Forest, scores
from divergence.model.comparison import Relation

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from divergence.link.levels import Codes, Floats

    Numbers = NDArray[numpy.int64]
    Truths = NDArray[numpy.bool_]

OUT_OF_THE_RUNNING = 50.0
"""What a pair loses that can be no rival: of *first said 40, then 52* the 52 is compared, however well 40 fits."""
SUPPORT = 0.0
"""Fit from which an agreeing mention of another article supports a value."""
AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Compared:
    """All candidate pairs of a story, column by column: one entry for each pair, in one order."""

    contexts: Sequence[Context]
    left: Numbers
    """Position of the pair's first context."""
    right: Numbers
    codes: Codes
    """A line of levels for each pair, filled in question by question."""
    nearness: Floats
    """How near the slots' words are in meaning; not a number where nothing tells."""
    related: Sequence[Related]
    """How each pair's values stand to each other."""

    def fill(self, question: str, codes: Codes | int) -> None:
        """Enter the levels of all pairs for one question."""
        self.codes[:, COLUMN[question]] = codes

    def ask(self, question: Question) -> None:
        """Answer one question for all pairs."""
        contexts, answer, code = self.contexts, question.answer, codes_by_level(question.name)
        answers, which = each_once(
            numbered(map(question.sees, contexts)),
            self.left,
            self.right,
            lambda i, j: code.get(answer(contexts[i], contexts[j]), NO_LEVEL),
        )
        self.fill(question.name, as_codes(answers)[which])


def numbered(keys: Iterable[Hashable]) -> Numbers:
    """A number for each key, the same for equal ones."""
    import numpy as np

    known: dict[Hashable, int] = {}
    return np.array([known.setdefault(key, len(known)) for key in keys], np.int64)


def each_once(
    looks: Numbers, left: Numbers, right: Numbers, answer: Callable[[int, int], T]
) -> tuple[list[T], Numbers]:
    """The answers for pairs of positions, asked once for those that look alike, and which answer each pair has."""
    import numpy as np

    kinds = looks[left] * (int(looks.max(initial=0)) + 1) + looks[right]
    _, first, which = np.unique(kinds, return_index=True, return_inverse=True)
    return [answer(i, j) for i, j in zip(left[first].tolist(), right[first].tolist(), strict=True)], which


def as_codes(codes: Sequence[int]) -> Codes:
    """Levels by their numbers as an array."""
    import numpy as np

    return np.array(codes, np.uint8)


def as_figures(figures: Sequence[float | None]) -> Floats:
    """Figures as an array; not a number for those that are unknown."""
    import numpy as np

    return np.array([math.nan if figure is None else figure for figure in figures], np.float64)


def judged_pairs(compared: Compared, fit: Forest) -> tuple[Pair, ...]:
    """The pairs with how well they fit, how they stand among their rivals, and how their values compare."""
    import numpy as np

    articles = numbered(c.mention.span.article for c in compared.contexts)
    values = numbered((c.mention.kind, c.mention.value) for c in compared.contexts)
    sides = _Sides(compared.left, compared.right, articles, values)
    ahead = sides.lead(np.where(np.isnan(compared.nearness), -np.inf, compared.nearness), 1.0)
    unknown = code_of("meaning lead", "unknown")
    compared.fill("meaning lead", np.where(np.isnan(compared.nearness), unknown, bin_codes(ahead, MEANING_LEAD)))
    fits = scores(fit, compared.codes)
    _stand(compared, sides, fits - OUT_OF_THE_RUNNING * _of_other_standing(compared))
    for question in VALUE_COMPARISONS:
        compared.ask(question)
    return _pairs(compared, fits)


def _of_other_standing(compared: Compared) -> Truths:
    """Which pairs put what one source asserts beside what the other denies, fears or has given up."""
    import numpy as np

    standings = numbered(c.mention.standing for c in compared.contexts)
    return np.asarray(standings[compared.left] != standings[compared.right], np.bool_)


def _stand(compared: Compared, sides: _Sides, fits: Floats) -> None:
    """Enter how the pairs stand among their rivals."""
    import numpy as np

    agreeing = np.array([r.relation in AGREEING for r in compared.related], np.bool_)
    conflicts = np.array([r.relation is Relation.CONFLICTS for r in compared.related], np.bool_)
    compared.fill("fit", bin_codes(fits, FIT))
    kinds = numbered(c.mention.kind for c in compared.contexts)[compared.left]
    compared.fill("rank", _ranks(sides, fits, conflicts, kinds))
    compared.fill("rivals", bin_codes(sides.lead(fits, LEAD[0]), LEAD))
    witness = sides.best_beside(np.where(agreeing, fits, -np.inf)) - fits
    compared.fill("witness", np.where(np.isinf(witness), code_of("witness", "none"), bin_codes(witness, LEAD)))
    supported = np.zeros(len(compared.contexts), np.int64)
    for side in (compared.left, compared.right):
        supported[side[(fits >= SUPPORT) & agreeing]] = 1
    compared.fill("support", (supported[compared.left] + supported[compared.right]).astype(np.uint8))


class _Sides:
    """Every pair seen from both its mentions: its rivals there are the other pairs with the same other article."""

    def __init__(self, left: Numbers, right: Numbers, articles: Numbers, values: Numbers) -> None:
        import numpy as np

        self.values = values[left], values[right]
        several = int(articles.max(initial=0)) + 1
        self._groups = np.concatenate([left * several + articles[right], right * several + articles[left]])
        self._partners = np.concatenate([self.values[1], self.values[0]])
        self._pairs = np.concatenate([np.arange(len(left)), np.arange(len(left))])

    def lead(self, own: Floats, alone: float) -> Floats:
        """How far each pair is ahead of its best rival that states another value than the partner.

        One that has no such rival is ahead by ``alone``.
        """
        import numpy as np

        best = best_other(self._groups, self._partners, np.concatenate([own, own]))
        ours, theirs = best[: len(own)], best[len(own) :]
        # Where both mentions state one value, no pair of either states another.
        apart = self.values[0] != self.values[1]
        ours, theirs = (np.where(apart & ~np.isinf(side), side, own - alone) for side in (ours, theirs))
        with np.errstate(invalid="ignore"):
            return np.asarray(np.minimum(own - ours, own - theirs))

    def best_beside(self, fits: Floats) -> Floats:
        """The best figure among each pair's rivals on both sides; minus infinity where there is none."""
        import numpy as np

        best = best_other(self._groups, self._pairs, np.concatenate([fits, fits]))
        return np.asarray(np.maximum(best[: len(fits)], best[len(fits) :]))


def best_other(groups: Numbers, values: Numbers, figures: Floats) -> Floats:
    """For each entry the greatest figure in its group among entries of another value; minus infinity without one."""
    import numpy as np

    if not len(groups):
        return figures
    order = np.lexsort((-figures, values, groups))
    heads = order[_starts(groups[order], values[order])]  # the best entry of each group and value
    heads = heads[np.lexsort((-figures[heads], groups[heads]))]
    starts = np.flatnonzero(_starts(groups[heads]))
    behind = np.minimum(starts + 1, len(heads) - 1)
    first, second = heads[starts], heads[behind]
    alone = (groups[second] != groups[first]) | (behind == starts)
    place = np.searchsorted(groups[first], groups)
    runner_up = np.where(alone, -np.inf, figures[second])
    return np.where(values == values[first][place], runner_up[place], figures[first][place])


def _starts(*keys: Numbers) -> Truths:
    """Where a new run of equal keys begins."""
    import numpy as np

    changes = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return np.concatenate([[True], changes])


def _ranks(sides: _Sides, fits: Floats, conflicts: Truths, kinds: Numbers) -> Codes:
    """How many other differences of this kind fit better in the story; two values differ once, wherever told."""
    import numpy as np

    codes = np.full(len(fits), code_of("rank", "agrees"), np.uint8)
    rows = np.flatnonzero(conflicts)
    if not len(rows):
        return codes
    rows = rows[np.argsort(-fits[rows], kind="stable")]
    ours, theirs = sides.values[0][rows], sides.values[1][rows]
    both = np.minimum(ours, theirs) * (int(max(ours.max(initial=0), theirs.max(initial=0))) + 1)
    _, first, which = np.unique(both + np.maximum(ours, theirs), return_index=True, return_inverse=True)
    own = kinds[rows][first]
    order = np.lexsort((first, own))
    starts = _starts(own[order])
    better = np.empty(len(order), np.float64)
    better[order] = np.arange(len(order)) - np.flatnonzero(starts)[np.cumsum(starts) - 1]
    codes[rows] = bin_codes(better[which], RANK)
    return codes


def _pairs(compared: Compared, fits: Floats) -> tuple[Pair, ...]:
    """The columns as pairs."""
    return tuple(
        Pair(compared.contexts[i], compared.contexts[j], levels, fit, related, None if math.isnan(near) else near)
        for i, j, levels, fit, related, near in zip(
            compared.left.tolist(),
            compared.right.tolist(),
            rows_of(compared.codes),
            fits.tolist(),
            compared.related,
            compared.nearness.tolist(),
            strict=True,
        )
    )


def refit(pairs: Sequence[Pair], fit: Forest) -> tuple[Pair, ...]:
    """The same pairs under another learnt fit; their standing among rivals follows from it."""
    import numpy as np

    contexts = list({id(c): c for p in pairs for c in (p.left, p.right)}.values())
    place = {id(c): n for n, c in enumerate(contexts)}
    compared = Compared(
        contexts,
        np.array([place[id(p.left)] for p in pairs], np.int64),
        np.array([place[id(p.right)] for p in pairs], np.int64),
        codes_of([p.levels for p in pairs]).copy(),
        as_figures([p.nearness for p in pairs]),
        [p.related for p in pairs],
    )
    return judged_pairs(compared, fit)

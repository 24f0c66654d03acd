"""How a pair stands among its rivals, the pairs that share one of its mentions.

How much better a pair fits than its mentions' best other partners says more than how well it fits, and a value that
the other article states as well, about the same thing, is a witness that the two values belong to two facts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from divergence.link.comparisons import VALUE_COMPARISONS
from divergence.link.figures import AT_ONCE
from divergence.link.levels import FIT, LEAD, MEANING_LEAD, RANK, bin_codes, code_of
from divergence.link.paired import Compared, Paired, as_paired, numbered
from divergence.link.pairs import Pair
from divergence.link.weights import Forest, scores
from divergence.model.comparison import Relation

if TYPE_CHECKING:
    from divergence.link.levels import Codes, Floats
    from divergence.link.paired import Numbers, Truths

OUT_OF_THE_RUNNING = 50.0
"""What a pair loses that can be no rival: of *first said 40, then 52* the 52 is compared, however well 40 fits."""
SUPPORT = 0.0
"""Fit from which an agreeing mention of another article supports a value."""
AGREEING = frozenset({Relation.SAME, Relation.VARIANT, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})


def judged_pairs(compared: Compared, fit: Forest) -> Paired:
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
        if question.name in AT_ONCE:
            compared.fill(question.name, AT_ONCE[question.name](compared.contexts, compared.left, compared.right))
        else:
            compared.ask(question)
    return Paired(compared, fits)


def _of_other_standing(compared: Compared) -> Truths:
    """Which pairs put what one source asserts beside what the other denies, fears or has given up."""
    import numpy as np

    standings = numbered(c.mention.standing for c in compared.contexts)
    return np.asarray(standings[compared.left] != standings[compared.right], np.bool_)


def _stand(compared: Compared, sides: _Sides, fits: Floats) -> None:
    """Enter how the pairs stand among their rivals."""
    import numpy as np

    agreeing, conflicts = compared.among(AGREEING), compared.among({Relation.CONFLICTS})
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
        groups = np.concatenate([left * several + articles[right], right * several + articles[left]])
        self._by_value = Groups(groups, np.concatenate([self.values[1], self.values[0]]))
        self._by_pair = Groups(groups, np.concatenate([np.arange(len(left)), np.arange(len(left))]))

    def lead(self, own: Floats, alone: float) -> Floats:
        """How far each pair is ahead of its best rival that states another value than the partner.

        One that has no such rival is ahead by ``alone``.
        """
        import numpy as np

        best = self._by_value.best_other(np.concatenate([own, own]))
        ours, theirs = best[: len(own)], best[len(own) :]
        # Where both mentions state one value, no pair of either states another.
        apart = self.values[0] != self.values[1]
        ours, theirs = (np.where(apart & ~np.isinf(side), side, own - alone) for side in (ours, theirs))
        with np.errstate(invalid="ignore"):
            return np.asarray(np.minimum(own - ours, own - theirs))

    def best_beside(self, fits: Floats) -> Floats:
        """The best figure among each pair's rivals on both sides; minus infinity where there is none."""
        import numpy as np

        best = self._by_pair.best_other(np.concatenate([fits, fits]))
        return np.asarray(np.maximum(best[: len(fits)], best[len(fits) :]))


class Groups:
    """Entries in groups, each with a value, in an order in which those of one group and value stand together."""

    def __init__(self, groups: Numbers, values: Numbers) -> None:
        import numpy as np

        self._order = np.argsort(groups * (int(values.max(initial=0)) + 1) + values, kind="stable")
        ordered = groups[self._order]
        starts = _starts(ordered, values[self._order])
        self._runs = np.flatnonzero(starts)
        self._groups = np.flatnonzero(_starts(ordered[self._runs]))
        self._run_of = np.empty(len(groups), np.int64)
        self._run_of[self._order] = np.cumsum(starts) - 1
        sizes = np.diff(np.append(self._groups, len(self._runs)))
        self._group_of = np.repeat(np.arange(len(self._groups)), sizes)

    def best_other(self, figures: Floats) -> Floats:
        """For each entry the greatest figure in its group among those of another value; minus infinity without one."""
        import numpy as np

        if not len(figures):
            return figures
        best = np.maximum.reduceat(figures[self._order], self._runs)  # of each value
        first = np.maximum.reduceat(best, self._groups)
        winners = np.flatnonzero(best == first[self._group_of])
        winners = winners[_starts(self._group_of[winners])]  # one of each group, though others be as good
        best[winners] = -np.inf
        found = first[self._group_of]
        found[winners] = np.maximum.reduceat(best, self._groups)
        return found[self._run_of]


def _starts(*keys: Numbers) -> Truths:
    """Where a new run of equal keys begins."""
    import numpy as np

    changes = np.logical_or.reduce([key[1:] != key[:-1] for key in keys])
    return np.concatenate([[True], changes])[: len(keys[0])]


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


def refit(pairs: Sequence[Pair], fit: Forest) -> Paired:
    """The same pairs under another learnt fit; their standing among rivals follows from it."""
    columns = as_paired(pairs).columns
    return judged_pairs(replace(columns, codes=columns.codes.copy()), fit)

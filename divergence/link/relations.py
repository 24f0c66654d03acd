"""How the values of a story stand to each other, judged once for those that are said alike.

Many articles print one figure in one way, and each of its mentions is compared with each of another: the same question.
"""

from __future__ import annotations

from collections.abc import Hashable

from divergence.facts import Related, fact_type
from divergence.link.comparisons import said
from divergence.model.comparison import Relation
from divergence.model.fact import Mention


class Relations:
    """What was found out about values of one story so far."""

    def __init__(self) -> None:
        self._looks: dict[Hashable, int] = {}
        self._numbers: dict[int, tuple[int, Mention]] = {}
        self._known: dict[tuple[int, int], Relation] = {}

    def of(self, a: Mention, b: Mention) -> Relation:
        """How two values of one kind stand to each other."""
        key = self._number(a), self._number(b)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = fact_type(a.kind).relate(a, b).relation
        return known

    def related(self, a: Mention, b: Mention) -> Related:
        """The same with why, which hardly any pair is asked for."""
        return Related(self.of(a, b), lambda: fact_type(a.kind).relate(a, b).why)

    def _number(self, mention: Mention) -> int:
        """A number for all mentions that are said alike."""
        known = self._numbers.get(id(mention))
        if known is None:  # the mention is kept, or another might have its id
            known = self._numbers[id(mention)] = self._looks.setdefault(said(mention), len(self._looks)), mention
        return known[0]

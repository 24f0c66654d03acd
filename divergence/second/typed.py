"""What our own reading says of a model's quotations: typed values inside the quoted words, related by our own rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from divergence.facts import Nature, Related, fact_type
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention
from divergence.second.locate import Claim, LocatedQuotation

FITTING = frozenset({Relation.SAME, Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS})
"""Relations of values that can both be right, whatever a model says."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim with what code could say of it."""

    claim: Claim
    sides: tuple[tuple[LocatedQuotation, LocatedQuotation], ...]
    """Its pairs of readings that code did not find to agree; none where code overrules the claim."""
    related: Related | None = None
    """How the typed values of the first pair stand to each other, where both sides have one."""
    fitting: Related | None = None
    """Why code takes a pair of its readings for no conflict, where it does."""

    @property
    def overruled(self) -> bool:
        return not self.sides


def check_values(claim: Claim, mentions: Sequence[Mention]) -> Checked:
    """A claim without the pairs of readings whose values our own relations find to be the same or to fit."""
    left_over: list[tuple[LocatedQuotation, LocatedQuotation]] = []
    told: list[Related] = []
    for left, right in claim.sides():
        related = relate(claim.kind, left, right, mentions)
        if related is None or related.relation not in FITTING:
            left_over.append((left, right))
        told += [related] if related else []
    conflict = next((r for r in told if r.relation is Relation.CONFLICTS), None)
    fitting = next((r for r in told if r.relation in FITTING), None)
    return Checked(claim, tuple(left_over), conflict, fitting)


def relate(kind: Kind, left: LocatedQuotation, right: LocatedQuotation, mentions: Sequence[Mention]) -> Related | None:
    """How the values of two quotations stand to each other; None where that is not for code to say.

    That is so where a side has no value of the kind, or several, or where one denies what the other asserts.
    """
    if is_in_words(kind):
        return None
    ours, theirs = inside(left, kind, mentions), inside(right, kind, mentions)
    if len(ours) != 1 or len(theirs) != 1 or ours[0].standing is not theirs[0].standing:
        return None
    return fact_type(kind).relate(ours[0], theirs[0])


def is_in_words(kind: Kind) -> bool:
    """Whether a kind lies in the words, not in a value among them."""
    return fact_type(kind).nature is Nature.WORDS


def inside(located: LocatedQuotation, kind: Kind, mentions: Iterable[Mention]) -> list[Mention]:
    """Our own mentions of a kind, by its own name or by the one that a model knows, that stand within a quotation."""
    return [m for m in mentions if kind in {m.kind, fact_type(m.kind).weighed_as} and _within(m, located)]


def _within(mention: Mention, located: LocatedQuotation) -> bool:
    start, end = mention.anchor or (mention.span.start, mention.span.end)
    span = located.span
    return mention.span.article == span.article and span.start <= start and end <= span.end

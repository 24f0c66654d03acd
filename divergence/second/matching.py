"""Which of the rules' findings and the model's claims are one: they lie on the same words of the same two articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from divergence.model.comparison import Divergence, Verdict
from divergence.model.text import Span
from divergence.second.blind import PairInQuestion
from divergence.second.locate import Claim
from divergence.second.typed import Checked


def spans_of(divergence: Divergence) -> list[tuple[str, Span]]:
    """Each value of a finding with a place where it stands."""
    return [(r.value, m.span) for r in divergence.readings for m in r.mentions]


def same_finding(divergence: Divergence, claim: Claim) -> bool:
    """Whether two differing readings of a claim lie on two differing readings of a finding."""
    ours = spans_of(divergence)
    return any(
        v != w and left.span.overlaps(s) and right.span.overlaps(t)
        for left, right in claim.sides()
        for v, s in ours
        for w, t in ours
    )


def match(divergences: Sequence[Divergence], claims: Sequence[Checked]) -> dict[int, int]:
    """Claim -> finding, by index, the surest claims first; one finding may take several claims, which say it twice."""
    order = sorted(range(len(claims)), key=lambda i: (-claims[i].claim.confidence, i))
    found = {}
    for i in order:
        hit = next((d for d, one in enumerate(divergences) if same_finding(one, claims[i].claim)), None)
        if hit is not None:
            found[i] = hit
    return found


def distinct(claims: Iterable[Checked]) -> tuple[Checked, ...]:
    """Claims without those that say again, of the same words, what a surer one says: two parts of a long story may."""
    kept: list[Checked] = []
    for one in sorted(claims, key=lambda c: -c.claim.confidence):
        if not any(_same_claim(one.claim, other.claim) for other in kept):
            kept.append(one)
    return tuple(kept)


def _same_claim(claim: Claim, other: Claim) -> bool:
    return claim.kind is other.kind and any(
        (a.span.overlaps(c.span) and b.span.overlaps(d.span)) or (a.span.overlaps(d.span) and b.span.overlaps(c.span))
        for a, b in claim.sides()
        for c, d in other.sides()
    )


def pair_of_claim(checked: Checked) -> PairInQuestion:
    """The two quotations by which a claim is checked: the first that code did not find to agree."""
    left, right = sorted(checked.sides[0], key=lambda r: r.span)
    return PairInQuestion(checked.claim.about, left.span, right.span)


def pair_of_finding(divergence: Divergence) -> PairInQuestion | None:
    """The two mentions by which a finding of the rules is checked; None for what is no disagreement."""
    places = spans_of(divergence)
    if divergence.verdict is not Verdict.CONFLICT:
        return None
    return next(
        (
            PairInQuestion(divergence.subject, *sorted((s, t)))
            for v, s in places
            for w, t in places
            if v != w and s.article < t.article
        ),
        None,
    )

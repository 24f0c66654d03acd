"""The same-fact gate: from the mentions of all articles to units that differ, facts agreed on, and pairs set aside."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from divergence.language.parsed import Parsed
from divergence.link.agreed import agreed
from divergence.link.candidates import Likeness, candidate_pairs
from divergence.link.claims import told_by_both
from divergence.link.context import Context, Rarity, contexts
from divergence.link.facing import FramePair
from divergence.link.frames import Frames, find_frames, grouped
from divergence.link.leads import MOST_LEADS, is_doubtful, likeliest, worth_checking
from divergence.link.paired import Paired, Scored, as_paired
from divergence.link.pairs import Pair
from divergence.link.plain import are_other_lists, pair_scores
from divergence.link.reasons import refusal
from divergence.link.restated import BOTH_REPORT, Stated, stated
from divergence.link.slot_pairs import SlotPair, find_slot_pairs
from divergence.link.units import MERGING, Unit, build_units, position, with_frames
from divergence.link.vetoes import sifted, veto
from divergence.link.weights import Weights, calibrated, probability
from divergence.model.comparison import NotFlagged, Relation
from divergence.model.fact import Mention
from divergence.model.text import Span

SAME_FACT = 0.0
"""Fit, in log-odds, from which two mentions with one value are taken to state one fact."""
LISTED = 200
"""How many differences that were not flagged a comparison keeps, the nearest first."""
NO_FRAMES = Frames()
NOTHING_STATED = Stated()
WHOLE_FRAME = 0.95
"""Share of the words around a value from which a frame counts as the same in all that matters."""
LEAD = 0.3
"""Confidence in two words of which a thesaurus cannot tell whether they say one thing."""
RULED_OUT = 1.0
"""What a veto takes from a pair that is only worth checking, in log-odds; set on stories held out, 0 to 2 do alike."""
ONE_SLOT = 0.5
"""Confidence in two names or times that fill one slot of one happening."""
COMPATIBLE = frozenset({Relation.ROUNDED, Relation.REFINES, Relation.CONTAINS, Relation.PART_OF, Relation.VARIANT})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the gate decided about one story."""

    units: tuple[Unit, ...]
    """Facts whose values differ, and cannot all be right."""
    compatible: tuple[Unit, ...]
    """Facts given in different words, precision or spelling."""
    agreed: tuple[tuple[Mention, ...], ...]
    """Mentions of at least two articles that state one value of one fact."""
    not_flagged: tuple[NotFlagged, ...]
    """Pairs of differing values that were set aside, the nearest first, each with its reason."""
    made: tuple[Mention, ...] = ()
    """Mentions of words that no recogniser knows, read from what stands in their place in another article."""


def judge(
    articles: Sequence[Parsed],
    mentions: Iterable[Mention],
    similarity: Likeness,
    weights: Weights,
    *,
    high: bool = False,
) -> Judged:
    """Decide which mentions of several articles state one fact with values that differ."""
    mentions = tuple(mentions)
    frames = find_frames(articles, mentions)
    told = stated(mentions, {p.article.id: p.article.text for p in articles})
    changes = grouped([p for p in frames.pairs if not told.settles(p.left, p.right)])
    made = sorted({m for c in changes for p in c for m in (p.left, p.right)} - set(mentions), key=position)
    placed = {c.mention: c for c in story_contexts(articles, (*mentions, *made))}
    pairs = candidate_pairs([placed[m] for m in mentions], similarity, weights.fit)
    slots = _not_told(find_slot_pairs(articles, placed), changes, frames, told)
    if new := {m for p in slots for m in (p.left, p.right)} - placed.keys():
        made = sorted({*made, *new}, key=position)
        placed.update({c.mention: c for c in story_contexts(articles, made) if c.mention in new})
    framed = (*framed_units(changes, placed), *slot_units(slots, placed, weights))
    return replace(decide(pairs, weights, high=high, framed=framed, frames=frames, told=told), made=tuple(made))


def story_contexts(articles: Sequence[Parsed], mentions: Iterable[Mention]) -> list[Context]:
    """The context of every mention of a story."""
    rarity = Rarity(articles)
    by_article: dict[str, list[Mention]] = {parsed.article.id: [] for parsed in articles}
    for mention in mentions:
        by_article[mention.span.article].append(mention)
    return [c for parsed in articles for c in contexts(parsed, by_article[parsed.article.id], rarity)]


def framed_units(changes: Iterable[Sequence[FramePair]], placed: Mapping[Mention, Context]) -> tuple[Unit, ...]:
    """One unit for every change between passages that are otherwise the same."""
    found = (_decided_unit(c, placed, frame_confidence(c[0]), is_lead=c[0].is_lead) for c in changes)
    return tuple(sorted(found, key=lambda u: position(u.mentions[0])))


def slot_units(pairs: Sequence[SlotPair], placed: Mapping[Mention, Context], weights: Weights) -> tuple[Unit, ...]:
    """One unit for every slot of a happening that two articles fill in two ways; lists are as sure as elsewhere."""
    plainly = calibrated(weights, weights.quotation)
    found: dict[frozenset[Hashable], list[SlotPair]] = {}
    for pair in pairs:
        found.setdefault(frozenset({pair.left.value, pair.right.value}), []).append(pair)
    sure = [plainly if are_other_lists(alike[0].left, alike[0].right) else ONE_SLOT for alike in found.values()]
    return tuple(_decided_unit(alike, placed, one) for alike, one in zip(found.values(), sure, strict=True))


def _decided_unit(
    alike: Sequence[FramePair | SlotPair],
    placed: Mapping[Mention, Context],
    confidence: float,
    *,
    is_lead: bool = False,
) -> Unit:
    """The unit of pairs that something else than likeness decides, the first of them deciding."""
    pairs = tuple(Pair(placed[p.left], placed[p.right], {}, 0.0, p.related, frame=p.why) for p in alike)
    mentions = sorted({m for p in alike for m in (p.left, p.right)}, key=position)
    return Unit(tuple(mentions), pairs[0], 0.0, pairs, confidence, is_lead)


def _not_told(
    pairs: Sequence[SlotPair], changes: Iterable[Sequence[FramePair]], frames: Frames, told: Stated
) -> tuple[SlotPair, ...]:
    """The pairs of a slot that no change of a frame tells already, and that nothing settles."""
    known = [m.span for c in changes for p in c for m in (p.left, p.right)]
    return tuple(
        p
        for p in pairs
        if not any(m.span.overlaps(span) for m in (p.left, p.right) for span in known)
        and not (told.settles(p.left, p.right) or frames.settles(p.left, p.right))
    )


def frame_confidence(pair: FramePair) -> float:
    """How often such a change is a disagreement worth telling.

    Set by hand: where one value was changed in a copy of an article nearly every flag is right; where two articles
    wrote one sentence in nearly the same words, 5 of 8 were, on 114 annotated stories.
    """
    if pair.is_lead:
        return LEAD
    return 0.9 if pair.share >= WHOLE_FRAME else 0.6


def decide(
    pairs: Sequence[Pair],
    weights: Weights,
    *,
    high: bool = False,
    framed: tuple[Unit, ...] = (),
    frames: Frames = NO_FRAMES,
    told: Stated = NOTHING_STATED,
) -> Judged:
    """Units, compatible readings, agreed values and pairs set aside, from candidate pairs and from frames."""
    threshold = weights.threshold_high if high else weights.threshold
    columned = as_paired(pairs)
    weighed = _weighed(columned, weights)
    decided = _by_articles(p for u in framed if not u.is_lead for p in u.pairs)

    def settle(pair: Pair) -> str:
        return _settled(pair, decided, frames, told)

    likely = _surest(weighed.free, threshold, weights)
    # Two figures of one thing that both articles report are told as such from less likeness than a difference.
    near = (i for i in _surest(weighed.free, weights.threshold_high, weights) if columned[i].levels["head"] == "same")
    settled = {i: why for i in sorted({*likely, *near}) if (why := settle(columned[i]))}
    flagged = {i: s for i, s in likely.items() if i not in settled and (high or not is_doubtful(columned[i]))}
    joining = _joining(columned)
    units = with_frames(framed, build_units(flagged, columned, joining), joining)
    claims = _claims([columned[i] for i, why in settled.items() if why == BOTH_REPORT], columned)
    taken = {m for u in (*units, *claims) for m in u.mentions}
    near_misses = weighed.free.together(weighed.doubted).without({*flagged, *settled})
    most = max(0, MOST_LEADS - sum(u.is_lead for u in units))
    nearest = worth_checking(near_misses, columned, taken, weights, most, settles=lambda pair: bool(settle(pair)))
    leads = nearest if high else likeliest(nearest)
    told_pairs = {id(p) for u in leads for p in u.pairs}
    free = [p for p in joining if p.left.mention not in taken and p.right.mention not in taken]
    aside = _set_aside(columned, weighed.differing.without(flagged), told_pairs, settle)
    return Judged((*units, *leads), (*_compatible(free), *claims), agreed(free), aside)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The pairs of differing values, each with its score."""

    differing: Scored
    """All; what is ruled out is not weighed: how well its contexts fit is enough to list the nearest first."""
    free: Scored
    """Those that no veto rules out."""
    doubted: Scored
    """Those that a veto rules out and that may be worth checking all the same."""


def _weighed(pairs: Paired, weights: Weights) -> _Weighed:
    import numpy as np

    differing = np.flatnonzero(pairs.columns.among({Relation.CONFLICTS}))
    free, doubtful = sifted(pairs, differing)
    learnt = pair_scores(pairs, free, weights)
    found = pairs.fits.copy()
    found[free] = learnt
    doubted = pair_scores(pairs, doubtful, weights) - RULED_OUT
    return _Weighed(Scored(differing, found[differing]), Scored(free, learnt), Scored(doubtful, doubted))


def _surest(scored: Scored, threshold: float, weights: Weights) -> dict[int, float]:
    """Scores of the pairs in which the confidence reaches a threshold."""
    import numpy as np

    distinct, which = np.unique(scored.scores, return_inverse=True)
    sure = np.array([calibrated(weights, score) for score in distinct.tolist()], np.float64)[which] >= threshold
    return dict(zip(scored.rows[sure].tolist(), scored.scores[sure].tolist(), strict=True))


def _joining(pairs: Paired) -> list[Pair]:
    """The pairs by which a value joins others of its fact: alike enough, and both can be right.

    *Five killed* and *five injured* state one number of two facts: no value joins across two outcomes.
    """
    import numpy as np

    columns = pairs.columns
    fitting = (pairs.fits >= SAME_FACT) & columns.among(COMPATIBLE | MERGING) & ~columns.at("outcome", {"other"})
    return [pairs[i] for i in np.flatnonzero(fitting).tolist()]


def _claims(settled: Sequence[Pair], pairs: Paired) -> tuple[Unit, ...]:
    """What claimants say differently and each article reports."""
    import numpy as np

    if not settled:
        return ()
    same = (pairs.fits >= SAME_FACT) & pairs.columns.among({Relation.SAME})
    return told_by_both(settled, [pairs[i] for i in np.flatnonzero(same).tolist()])


def _by_articles(pairs: Iterable[Pair]) -> dict[frozenset[str], list[Span]]:
    """Where the mentions of some pairs stand, by the pair's two articles."""
    found: dict[frozenset[str], list[Span]] = {}
    for pair in pairs:
        found.setdefault(_articles(pair), []).extend((pair.left.mention.span, pair.right.mention.span))
    return found


def _articles(pair: Pair) -> frozenset[str]:
    return frozenset({pair.left.mention.span.article, pair.right.mention.span.article})


def _settled(pair: Pair, decided: Mapping[frozenset[str], Sequence[Span]], frames: Frames, told: Stated) -> str:
    """Why a pair that looks like one fact is none to tell, in words: its words are part of a change told already, have
    their counterpart, or both sides state both values. Empty where nothing says so."""
    left, right = pair.left.mention, pair.right.mention
    reason = told.settles(left, right) or frames.settles(left, right)
    if reason:
        return reason
    reported = decided.get(_articles(pair), ())
    overlapping = any(m.span.overlaps(span) for span in reported for m in (left, right))
    return "the differing words are already reported" if overlapping else ""


def _compatible(pairs: Sequence[Pair]) -> tuple[Unit, ...]:
    """Units of readings that differ in words, precision or spelling and can all be right."""
    differing = {i: p.fit for i, p in enumerate(pairs) if p.related.relation in COMPATIBLE}
    return build_units(differing, pairs, pairs)


def _set_aside(
    pairs: Paired, differing: Scored, told: Set[int], settle: Callable[[Pair], str]
) -> tuple[NotFlagged, ...]:
    """The differences that came nearest to being flagged, each with the reason why not, but for pairs told already.

    Two values differ once, however often each is told: their nearest pair stands for all.
    """
    ranked, values = differing.ranked(), pairs.columns.values()
    best: dict[int, NotFlagged] = {}
    for row, score in zip(ranked.rows, ranked.scores, strict=True):
        pair, two = pairs[row], int(values[row])
        if id(pair) not in told and two not in best:
            why = (not veto(pair) and settle(pair)) or refusal(pair)
            left, right = pair.left.mention, pair.right.mention
            best[two] = NotFlagged(left.kind, left, right, why, round(probability(float(score)), 3))
        if len(best) == LISTED:
            break
    return tuple(best.values())

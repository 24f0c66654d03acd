"""The same-fact gate: from the mentions of all articles to units that differ, facts agreed on, and pairs set aside."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from divergence.facts import Nature, fact_type
from divergence.language.parsed import Parsed
from divergence.lexicon.spelling import fold
from divergence.link.agreed import agreed
from divergence.link.candidates import Likeness, candidate_pairs
from divergence.link.claims import told_by_both
from divergence.link.context import Context, Rarity, contexts
from divergence.link.facing import FramePair
from divergence.link.frames import Frames, find_frames, grouped
from divergence.link.levels import codes_of
from divergence.link.pairs import Pair
from divergence.link.reasons import refusal
from divergence.link.restated import BOTH_REPORT, Stated, stated
from divergence.link.units import Unit, build_units, position, with_frames
from divergence.link.vetoes import is_none_against_some, is_vague, veto
from divergence.link.weights import Weights, calibrated, probability, scores
from divergence.model.comparison import NotFlagged, Relation
from divergence.model.fact import Kind, Mention

SAME_FACT = 0.0
"""Fit, in log-odds, from which two mentions with one value are taken to state one fact."""
LISTED = 200
"""How many differences that were not flagged a comparison keeps, the nearest first."""
NO_FRAMES = Frames()
NOTHING_STATED = Stated()
WHOLE_FRAME = 0.95
"""Share of the words around a value from which a frame counts as the same in all that matters."""
NEARER = frozenset({">=3", ">=1.5", ">=0.7"})
"""Levels of *witness* at which a value is another fact's: held out, of 32 findings 8 were right."""
DOUBTFUL = 0.25
"""Confidence in such a finding at most."""
WORTH_CHECKING = 0.05
"""Confidence from which a difference that is not flagged is a lead; held out, 38 of 370 leads were conflicts."""
MOST_LEADS = 10
"""How many leads a story has at most."""
LEAD = 0.3
"""Confidence in two words of which a thesaurus cannot tell whether they say one thing."""
WHOLLY_IN_A_CLAUSE = frozenset({Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.PERCENT})
"""Kinds whose values are told of what their clause tells."""
ONE_CLAUSE = frozenset({">=0.85", ">=0.7"})
"""Levels of *clause* at which two clauses are one: 6 of 6 such pairs were conflicts, on 330 stories."""
CLAUSE_WORDS = 3
"""Fewest words that mean something around a value, for its clause to be told from another."""
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
    return replace(
        decide(pairs, weights, high=high, framed=framed_units(changes, placed), frames=frames, told=told),
        made=tuple(made),
    )


def story_contexts(articles: Sequence[Parsed], mentions: Iterable[Mention]) -> list[Context]:
    """The context of every mention of a story."""
    rarity = Rarity(articles)
    by_article: dict[str, list[Mention]] = {parsed.article.id: [] for parsed in articles}
    for mention in mentions:
        by_article[mention.span.article].append(mention)
    return [c for parsed in articles for c in contexts(parsed, by_article[parsed.article.id], rarity)]


def framed_units(changes: Iterable[Sequence[FramePair]], placed: Mapping[Mention, Context]) -> tuple[Unit, ...]:
    """One unit for every change between passages that are otherwise the same."""
    found = []
    for change in changes:
        pairs = tuple(Pair(placed[p.left], placed[p.right], {}, 0.0, p.related, frame=p.why) for p in change)
        mentions = sorted({m for p in change for m in (p.left, p.right)}, key=position)
        found.append(Unit(tuple(mentions), pairs[0], 0.0, pairs, frame_confidence(change[0]), change[0].is_lead))
    return tuple(sorted(found, key=lambda u: position(u.mentions[0])))


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
    differing = [i for i, p in enumerate(pairs) if p.conflicts]
    vetoed = {i for i in differing if veto(pairs[i])}
    # What is ruled out is not weighed: how well the contexts fit is enough to list the nearest pairs first.
    weighed = [i for i in differing if i not in vetoed]
    learnt = dict(zip(weighed, pair_scores([pairs[i] for i in weighed], weights), strict=True))
    found = {i: learnt.get(i, pairs[i].fit) for i in differing}
    decided = [p for u in framed if not u.is_lead for p in u.pairs]
    likely = [i for i, s in found.items() if i not in vetoed and calibrated(weights, s) >= threshold]
    settled = {i: why for i in likely if (why := _settled(pairs[i], decided, frames, told))}
    flagged = {i: found[i] for i in likely if i not in settled and (high or not is_doubtful(pairs[i]))}
    # *Five killed* and *five injured* state one number of two facts: no value joins across two outcomes.
    joining = [p for p in pairs if p.fit >= SAME_FACT and p.levels["outcome"] != "other"]
    units = with_frames(framed, build_units(flagged, pairs, joining), joining)
    claims = told_by_both([pairs[i] for i, why in settled.items() if why == BOTH_REPORT], pairs)
    taken = {m for u in (*units, *claims) for m in u.mentions}
    open_still = {i: s for i, s in learnt.items() if i not in flagged and i not in settled}
    most = max(0, MOST_LEADS - sum(u.is_lead for u in units))
    leads = worth_checking(
        open_still, pairs, taken, weights, most, settles=lambda p: bool(_settled(p, decided, frames, told))
    )
    told_pairs = {id(p) for u in leads for p in u.pairs}
    not_told = {i: s for i, s in found.items() if i not in flagged and id(pairs[i]) not in told_pairs}
    free = [p for p in joining if p.left.mention not in taken and p.right.mention not in taken]
    return Judged((*units, *leads), (*_compatible(free), *claims), agreed(free), _set_aside(pairs, not_told, settled))


def worth_checking(
    scored: Mapping[int, float],
    pairs: Sequence[Pair],
    taken: Set[Mention],
    weights: Weights,
    most: int = MOST_LEADS,
    settles: Callable[[Pair], bool] = lambda pair: False,
) -> tuple[Unit, ...]:
    """Leads, the likeliest first: two values once, however many pairs tell them, and none of a mention told already."""
    seen, found = set(taken), dict[tuple[Kind, frozenset[Hashable]], list[int]]()
    near = [i for i, score in scored.items() if calibrated(weights, score) >= WORTH_CHECKING]
    for i in sorted(near, key=lambda i: (-scored[i], i)):
        left, right = pairs[i].left.mention, pairs[i].right.mention
        values = left.kind, frozenset({left.value, right.value})
        is_new = values not in found
        if is_new and (len(found) == most or {left, right} & seen or settles(pairs[i])):
            continue
        found.setdefault(values, []).append(i)
        seen |= {left, right}
    return tuple(_lead([pairs[i] for i in of_two], scored[of_two[0]], taken, weights) for of_two in found.values())


def _lead(pairs: Sequence[Pair], score: float, taken: Set[Mention], weights: Weights) -> Unit:
    """The pairs of two values as one lead; a doubtful pair takes no confidence from how alike its contexts are."""
    free = [p for p in pairs if not {p.left.mention, p.right.mention} & taken]
    mentions = {m for p in free for m in (p.left.mention, p.right.mention)}
    likely = calibrated(weights, score)
    confidence = min(likely, DOUBTFUL) if is_doubtful(free[0]) else likely
    return Unit(tuple(sorted(mentions, key=position)), free[0], score, tuple(free), confidence, is_lead=True)


def _settled(pair: Pair, decided: Sequence[Pair], frames: Frames, told: Stated) -> str:
    """Why a pair that looks like one fact is none to tell, in words: its words are part of a change told already, have
    their counterpart, or both sides state both values. Empty where nothing says so."""
    left, right = pair.left.mention, pair.right.mention
    reason = told.settles(left, right) or frames.settles(left, right)
    articles = {left.span.article, right.span.article}
    overlapping = any(
        {p.left.mention.span.article, p.right.mention.span.article} == articles
        and any(m.span.overlaps(c.mention.span) for m in (left, right) for c in (p.left, p.right))
        for p in decided
    )
    return reason or ("the differing words are already reported" if overlapping else "")


def pair_scores(pairs: Sequence[Pair], weights: Weights) -> list[float]:
    """How surely each pair of differing values is a disagreement worth telling, in log-odds.

    Two wordings of one utterance are judged by their words. The only length, sum or share in one unit that each of two
    articles gives, of one thing or of kindred things, needs no further likeness: *nine hours of discussions* and
    *sessions spanning 30 hours* share no word. Nor do two lists of the places where one thing happened, which have a
    place in common and differ in another.
    """
    learnt = scores(weights.decision, codes_of([pair.levels for pair in pairs])).tolist()
    return [_with_plain_rules(pair, score, weights.quotation) for pair, score in zip(pairs, learnt, strict=True)]


def _with_plain_rules(pair: Pair, learnt: float, plainly: float) -> float:
    """The learnt score of a pair, unless plain rules judge it."""
    if pair.left.mention.kind is Kind.QUOTE:
        return plainly
    return max(learnt, plainly) if _is_plain(pair) else learnt


def _is_plain(pair: Pair) -> bool:
    return is_sole_measure(pair) or is_other_list(pair) or _is_told_as_a_whole(pair) or is_one_clause(pair)


def is_doubtful(pair: Pair) -> bool:
    """Whether a pair is a lead at most, however alike its contexts: one value stands in the other article as well, of
    something that fits it plainly better.
    """
    by_words = pair.left.mention.kind is Kind.QUOTE or _is_plain(pair) or is_none_against_some(pair)
    return not by_words and pair.levels["witness"] in NEARER


def is_one_clause(pair: Pair) -> bool:
    """Whether one clause stands around two dates, lengths of time, sums or shares: one verb, nearly the same words.

    Counts and names take no part: *scored twelve points* is said of two players.
    """
    words = [c.mention.text.lower() for c in (pair.left, pair.right)]
    return (
        pair.left.mention.kind in WHOLLY_IN_A_CLAUSE
        and pair.levels["clause"] in ONE_CLAUSE
        and pair.levels["predicate"] == "same"
        and pair.levels["mood"] == "same"
        and pair.levels["witness"] == "none"  # *between 1990 and 1994* in both: neither year is the other's
        and words[0] != words[1]  # *earlier this week* in articles of two weeks: a copy, printed again
        and all(len(c.clause) >= CLAUSE_WORDS for c in (pair.left, pair.right))
    )


def _is_told_as_a_whole(pair: Pair) -> bool:
    """Whether nought stands against a count, each its article's only one of what befell people there."""
    once = all(c.variety == 1 for c in (pair.left, pair.right))
    return once and is_none_against_some(pair) and all(c.position != "body" for c in (pair.left, pair.right))


def is_sole_measure(pair: Pair) -> bool:
    """Whether both values are their articles' only one in that unit, said of one thing or of kindred things."""
    return (
        fact_type(pair.left.mention.kind).nature is Nature.MEASURE
        and pair.levels["sole"] == "both"
        and pair.levels["head"] in {"same", "kindred"}
        and pair.levels["mood"] == "same"
        and not any(is_vague(c.mention) for c in (pair.left, pair.right))
        and all(c.mention.rule != "bare-plural" for c in (pair.left, pair.right))
    )


def is_other_list(pair: Pair) -> bool:
    """Whether both values list the places of one happening (*airstrikes on*), with a place in common."""
    if pair.left.mention.kind is not Kind.PLACE or pair.levels["outcome"] != "same" or pair.levels["head"] != "same":
        return False
    left, right = (_place_names(c.mention) for c in (pair.left, pair.right))
    return min(len(left), len(right)) > 1 and bool(left & right)


def _place_names(mention: Mention) -> frozenset[str]:
    """The names in a place expression, whatever their designators."""
    return frozenset(fold(name) for name in (fact_type(mention.kind).fields(mention)["places"] or "").split("; "))


def _compatible(pairs: Sequence[Pair]) -> tuple[Unit, ...]:
    """Units of readings that differ in words, precision or spelling and can all be right."""
    differing = {i: p.fit for i, p in enumerate(pairs) if p.related.relation in COMPATIBLE}
    return build_units(differing, pairs, pairs)


def _set_aside(
    pairs: Sequence[Pair], scores: Mapping[int, float], settled: Mapping[int, str]
) -> tuple[NotFlagged, ...]:
    """The differences that came nearest to being flagged, each with the reason why not.

    Two values differ once, however often each is told: their nearest pair stands for all.
    """
    best: dict[tuple[Kind, frozenset[Hashable]], int] = {}
    for i in sorted(scores, key=lambda i: (-scores[i], i)):
        a, b = pairs[i].left.mention, pairs[i].right.mention
        best.setdefault((a.kind, frozenset({a.value, b.value})), i)
        if len(best) == LISTED:
            break
    return tuple(
        NotFlagged(
            pairs[i].left.mention.kind,
            pairs[i].left.mention,
            pairs[i].right.mention,
            settled.get(i) or refusal(pairs[i]),
            round(probability(scores[i]), 3),
        )
        for i in best.values()
    )

"""Train the gate: annotated stories in, ``divergence/link/weights.json`` out.

Two forests are learnt. The *fit* says whether two contexts state one fact, values masked; its positives are all pairs
of readings of one annotated fact, whatever the verdict, and pairs that carry one uncommon figure. The *decision* says
whether two differing values are a disagreement worth telling; it sees the fit only as trees that never saw the story.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.align.similarity import measure
from divergence.facts import fact_type
from divergence.ingest.story import load_story
from divergence.link.candidates import candidate_pairs
from divergence.link.gate import decide, story_contexts
from divergence.link.pairs import Pair
from divergence.link.plain import is_judged_by_rules
from divergence.link.rivals import refit
from divergence.link.vetoes import veto
from divergence.link.weights import Forest, Weights
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article
from training.gate.annotations import Annotated, annotated_stories, differ, file_name, readings_hit, same_fact, spots
from training.gate.folds import firsts, folds_of
from training.gate.judgements import JUDGEMENTS, judged_stories
from training.gate.learn import Examples, calibration, learn
from training.gate.scoring import flagged, score_story

FOLDS = 10
"""Folds of whole stories that are held out."""
INNER = 4
"""Folds within the stories learnt from, so that the decision sees a fit that never saw the story."""
CALIBRATION_FOLDS = 4
"""Folds in which all stories, annotated and judged, are held out once for the calibration."""
LEAST = -3.5
"""Score, in log-odds, from which held-out findings are calibrated."""
OF_VALUES = frozenset("support scope ratio witness rivals fit stated repeated rank variety".split())
"""Comparisons that look at values; the fit may not."""
MOST_FIT, MOST_JUDGED_FIT, MOST_JUDGED_DECISION = 900, 350, 300
"""Most pairs of one story that are learnt from; judged stories are many, and mostly say what is not one fact."""
COUNTED = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.DURATION})
WEIGHTS = Path(__file__).parents[2] / "divergence" / "link" / "weights.json"
PRECISION, PRECISION_HIGH = 0.35, 0.1
"""Shares of right findings, out of fold, from which a finding is shown by default and at high sensitivity."""

Hits = frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """One annotated story, read once."""

    story: Story
    annotated: Annotated
    pairs: Sequence[Pair]
    same: tuple[bool, ...]
    """For every pair, whether both mentions lie on one annotated fact."""
    right: tuple[bool, ...]
    """For every pair, whether it lies on two differing readings of one annotated conflict."""
    judged: bool = False
    """Whether readers only judged proposed pairs: such a story is learnt from and never scored."""


def prepare(story: Story, annotated: Annotated, judged: bool) -> Prepared:
    """Read an annotated or judged story up to its candidate pairs and label them."""
    read = [read_article(a, Options()) for a in story.articles]
    parsed, mentions = [p for p, _ in read], [m for _, found in read for m in found]
    pairs = candidate_pairs(story_contexts(parsed, mentions), measure(parsed), ())
    places, sources = spots(story, annotated), {a.id: file_name(a) for a in story.articles}
    hits = _repeated(mentions, {m: readings_hit(m, sources[m.span.article], places) for m in mentions})
    sides = [(hits[p.left.mention], hits[p.right.mention]) for p in pairs]
    return Prepared(
        story,
        annotated,
        pairs,
        tuple(same_fact(a, b) for a, b in sides),
        tuple(differ(a, b, annotated.facts) for a, b in sides),
        judged,
    )


def _repeated(mentions: Sequence[Mention], hits: dict[Mention, Hits]) -> dict[Mention, Hits]:
    """Hits shared with mentions that repeat an annotated value in the same article: annotators give a value once."""
    by_value: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for m in mentions:
        by_value[m.span.article, m.kind, m.value, m.hedge].append(m)
    spread = dict(hits)
    for group in by_value.values():
        for m in group:
            alike = [n for n in group if _one_theme(m, n)]
            spread[m] = hits[m].union(*(hits[n] for n in alike))
    return spread


def _one_theme(a: Mention, b: Mention) -> bool:
    return bool(a.slot.outcome and a.slot.outcome == b.slot.outcome) or bool(a.slot.head and a.slot.head == b.slot.head)


def fit_examples(story: Prepared) -> Examples:
    """Pairs for the fit: annotated facts, and figures of one uncommon value, against all other pairs."""
    chosen = [
        (p.levels, same or _uncommon(p))
        for p, same in zip(story.pairs, story.same, strict=True)
        if p.related.relation is not Relation.SAME or _uncommon(p)
    ]
    return _thinned(chosen, MOST_JUDGED_FIT if story.judged else MOST_FIT)


def _thinned(chosen: Sequence[tuple[Mapping[str, str], bool]], most: int) -> Examples:
    """All positives and, where there are too many pairs, a fixed sample of the negatives."""
    if len(chosen) > most:
        wrong = [i for i, (_, label) in enumerate(chosen) if not label]
        kept = len(chosen) - len(wrong)
        drawn = set(random.Random(0).sample(wrong, max(0, most - kept)))
        chosen = [pair for i, pair in enumerate(chosen) if pair[1] or i in drawn]
    return Examples(tuple(levels for levels, _ in chosen), tuple(label for _, label in chosen))


def _uncommon(pair: Pair) -> bool:
    """Whether a pair carries one figure that two facts would hardly share by chance."""
    mention = pair.left.mention
    if mention.kind not in COUNTED or pair.related.relation is not Relation.SAME:
        return False
    low = fact_type(mention.kind).fields(mention).get("low")
    return low is not None and float(low) > 3


def decision_examples(story: Prepared) -> Examples:
    """Pairs for the decision: differing values without a veto."""
    chosen = [
        (p.levels, right) for p, right in zip(story.pairs, story.right, strict=True) if p.conflicts and not veto(p)
    ]
    return _thinned(chosen, MOST_JUDGED_DECISION if story.judged else len(chosen))


def refitted(story: Prepared, fit: Forest) -> Prepared:
    """The story with its pairs under a learnt fit, labels kept with their pairs."""
    labels = {id_of(p): (s, r) for p, s, r in zip(story.pairs, story.same, story.right, strict=True)}
    pairs = refit(story.pairs, fit)
    return replace(
        story,
        pairs=pairs,
        same=tuple(labels[id_of(p)][0] for p in pairs),
        right=tuple(labels[id_of(p)][1] for p in pairs),
    )


def id_of(pair: Pair) -> tuple[Mention, Mention]:
    """What a pair is, whatever its levels."""
    return pair.left.mention, pair.right.mention


def learn_fit(stories: Iterable[Prepared]) -> Forest:
    """The fit learnt from some stories."""
    return learn([fit_examples(s) for s in stories], OF_VALUES)


def fitted_out_of_fold(stories: Sequence[Prepared], folds: int = INNER) -> list[Prepared]:
    """Every story under a fit that was learnt without its fold."""
    found: dict[int, Prepared] = {}
    fold_of = folds_of([s.story for s in stories], folds)
    for fold in range(folds):
        fit = learn_fit(s for s, own in zip(stories, fold_of, strict=True) if own != fold)
        found |= {i: refitted(s, fit) for i, s in enumerate(stories) if fold_of[i] == fold}
    return [found[i] for i in range(len(stories))]


def learn_weights(stories: Sequence[Prepared], folds: int = INNER) -> Weights:
    """Both forests learnt from some stories; without calibration and thresholds."""
    decision = learn([decision_examples(s) for s in fitted_out_of_fold(stories, folds)])
    return Weights(learn_fit(stories), decision, 0.0, 0.0)


def held_out(
    stories: Sequence[Prepared], judged: Sequence[Prepared] = (), folds: int = FOLDS
) -> list[tuple[Prepared, Weights]]:
    """Every story under weights that never saw its fold, neither as fit nor as decision.

    Judged stories are always learnt from, but for those that share sentences with a story held out.
    """
    found: dict[int, tuple[Prepared, Weights]] = {}
    for fold, (learnt_from, places) in enumerate(splits(stories, judged, folds)):
        weights = learn_weights(learnt_from)
        print(f"fold {fold + 1} of {folds} learnt", file=sys.stderr, flush=True)
        found |= {i: (refitted(stories[i], weights.fit), weights) for i in places}
    return [found[i] for i in range(len(stories))]


def splits(
    stories: Sequence[Prepared], judged: Sequence[Prepared], folds: int
) -> Iterator[tuple[list[Prepared], list[int]]]:
    """For every fold, the stories to learn from and the places of the stories that are held out."""
    first = firsts([s.story for s in (*stories, *judged)])
    for fold in range(folds):
        out = {place for place in range(len(stories)) if place % folds == fold}
        everything = zip((*stories, *judged), first, strict=True)
        yield [s for s, own in everything if own not in out], [i for i in range(len(stories)) if first[i] in out]


def unit_scores(scored: Iterable[tuple[Prepared, Weights]], least: float) -> list[tuple[Prepared, float, bool]]:
    """Score of every unit whose deciding pair reaches ``least`` log-odds, and whether it is right.

    What plain rules judge has no learnt score and is left out.
    """
    found = []
    for story, weights in scored:
        weighed = replace(weights, threshold=0.0, calibration=((least - 1, -1.0), (least, 0.0)))
        units = flagged(decide(story.pairs, weighed).units)
        verdicts = score_story(story.story, story.annotated, [u.mentions for u in units]).right
        found += [
            (story, u.score, ok) for u, ok in zip(units, verdicts, strict=True) if not is_judged_by_rules(u.deciding)
        ]
    return found


def main() -> None:
    """Read the annotated stories, learn, calibrate on held-out stories, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, help="folders of annotated stories")
    parser.add_argument("--judged", type=Path, help="folder of unannotated stories, for which judgements.jsonl is used")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    stories, judged = prepare_all(args.stories), prepare_judged(args.judged)
    weights = finished(stories, judged, held_out([*stories, *judged], folds=CALIBRATION_FOLDS))
    args.out.write_text(as_json(weights, len(stories), len(judged)), encoding="utf-8")


def finished(
    stories: Sequence[Prepared], judged: Sequence[Prepared], scored: Sequence[tuple[Prepared, Weights]]
) -> Weights:
    """Weights learnt from all stories, calibrated on the findings in stories that were held out."""
    found = unit_scores(scored, LEAST)
    points = calibration([s for _, s, _ in found], [ok for _, _, ok in found])
    share = quotations_right([*stories, *judged])
    nearest = min(points, key=lambda point: abs(point[1] - share))
    learnt = learn_weights([*stories, *judged])
    return replace(learnt, threshold=PRECISION, threshold_high=PRECISION_HIGH, quotation=nearest[0], calibration=points)


def quotations_right(stories: Iterable[Prepared]) -> float:
    """Share of the wordings of one utterance that differ which the readers call a conflict."""
    rights = [
        right
        for story in stories
        for p, right in zip(story.pairs, story.right, strict=True)
        if p.conflicts and p.left.mention.kind is Kind.QUOTE and not veto(p)
    ]
    return sum(rights) / max(1, len(rights))


def as_json(weights: Weights, count: int, judged: int) -> str:
    """The file of the weights: one tree a line."""
    data = {
        "about": f"learnt by training/gate/train.py from {count} annotated and {judged} judged stories",
        "version": "1.0.0",
        "threshold": weights.threshold,
        "threshold_high": weights.threshold_high,
        "quotation": weights.quotation,
        "calibration": weights.calibration,
    }
    forests = {"fit": weights.fit, "decision": weights.decision}
    lines = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in data.items()]
    lines += [
        f"{json.dumps(name)}: [\n" + ",\n".join(json.dumps(tree) for tree in forest) + "\n]"
        for name, forest in forests.items()
    ]
    return "{" + ",\n".join(lines) + "}\n"


def prepare_all(folders: Iterable[Path]) -> list[Prepared]:
    """All annotated stories of some folders, read once, with progress on stderr."""
    annotated = (a for folder in folders for a in annotated_stories(folder))
    return _prepare_each(((load_story([a.folder / "articles"]), a) for a in annotated), judged=False)


def prepare_judged(folder: Path | None) -> list[Prepared]:
    """The judged stories of a folder, read once, with progress on stderr; none without a folder."""
    return [] if folder is None else _prepare_each(judged_stories(JUDGEMENTS, folder), judged=True)


def _prepare_each(stories: Iterable[tuple[Story, Annotated]], *, judged: bool) -> list[Prepared]:
    found: list[Prepared] = []
    for story, annotated in stories:
        found.append(prepare(story, annotated, judged))
        print(f"read {len(found)}: {annotated.name}", file=sys.stderr, flush=True)
    return found


if __name__ == "__main__":
    main()

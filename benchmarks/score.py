"""Leave whole stories out: precision and recall of what the tool flags, per kind, with intervals over stories.

    python -m benchmarks.score STORIES [STORIES ...] [--scored STORIES] [--plot FILE.svg]

Every annotated story is scored by weights that were learnt without its fold of stories, fit and decision alike.
Intervals are 95 % bootstrap intervals over stories.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from divergence.link.gate import decide
from divergence.link.weights import Weights, shipped
from training.gate.scoring import FACTUAL, Scored, figures, flagged, score_story
from training.gate.train import FOLDS, Prepared, held_out, prepare_all, prepare_judged

ROUNDS = 1000
STEPS = 12


def scored_at(scored: Sequence[tuple[Prepared, Weights]], confidence: float) -> list[Scored]:
    """Every story's score where findings of at least this confidence are shown."""
    found = []
    for story, learnt in scored:
        weights = replace(shipped(), fit=learnt.fit, decision=learnt.decision, threshold=confidence)
        units = flagged(decide(story.pairs, weights).units)
        found.append(score_story(story.story, story.annotated, [u.mentions for u in units]))
    return found


def interval(stories: Sequence[Scored], name: str) -> tuple[float, float]:
    """95 % interval of a figure when stories are drawn with replacement; the seed is fixed."""
    draw = random.Random(0)
    values = sorted(figures(draw.choices(stories, k=len(stories)))[name] for _ in range(ROUNDS))
    return values[int(ROUNDS * 0.025)], values[int(ROUNDS * 0.975)]


def table(stories: Sequence[Scored], say: Callable[[str], None]) -> None:
    """Print the figures of all kinds and of each."""
    total = figures(stories)
    for name in ("precision", "recall", "factual_recall", "f1"):
        low, high = interval(stories, name)
        say(f"{name:15} {total[name]:.3f}  ({low:.2f} to {high:.2f})")
    say(f"flagged {total['flagged']}, right {total['right']}, annotated {total['conflicts']}")
    for kind in sorted({k for s in stories for k in s.kinds}, key=lambda k: (k not in FACTUAL, k)):
        hits = [c in s.found for s in stories for c, k in zip(s.conflicts, s.kinds, strict=True) if k == kind]
        say(f"  {kind:13} found {sum(hits):3} of {len(hits):3}")


def plot(curve: Sequence[tuple[float, float]]) -> str:
    """Precision against recall as a small SVG."""
    points = " ".join(f"{40 + 400 * recall:.1f},{240 - 200 * precision:.1f}" for recall, precision in curve)
    labels = "".join(
        f'<text x="{40 + 400 * v:.0f}" y="256">{v:g}</text><text x="8" y="{244 - 200 * v:.0f}">{v:g}</text>'
        for v in (0, 0.25, 0.5, 0.75, 1)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="280" font-family="sans-serif" font-size="11">'
        '<path d="M40 40V240H440" fill="none" stroke="#888"/>'
        f'{labels}<text x="200" y="274">recall</text><text x="8" y="28">precision</text>'
        f'<polyline points="{points}" fill="none" stroke="#205080" stroke-width="2"/></svg>\n'
    )


def main() -> None:
    """Read, learn without each fold, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path, help="folders of annotated stories to learn from")
    parser.add_argument(
        "--judged", type=Path, help="folder of unannotated stories whose judgements are learnt from too"
    )
    parser.add_argument("--scored", type=Path, help="the folder whose stories are scored (default: all)")
    parser.add_argument("--plot", type=Path, help="write precision against recall as an SVG here")
    parser.add_argument("--folds", type=int, default=FOLDS)
    args = parser.parse_args()
    everything = held_out(prepare_all(args.stories), prepare_judged(args.judged), args.folds)
    chosen = [(s, w) for s, w in everything if args.scored is None or s.annotated.folder.parent == args.scored]
    threshold = shipped().threshold
    print(f"{len(chosen)} stories, held out in {args.folds} folds; shown from confidence {threshold:g}")
    table(scored_at(chosen, threshold), print)
    curve = []
    for confidence in [0.05 + 0.06 * i for i in range(STEPS)]:
        found = figures(scored_at(chosen, confidence))
        curve.append((found["recall"], found["precision"]))
        print(
            f"from {confidence:.2f}: flagged {found['flagged']:4.0f}, precision {found['precision']:.2f},"
            f" recall {found['recall']:.2f}, factual {found['factual_recall']:.2f}"
        )
    if args.plot:
        args.plot.write_text(plot(curve), encoding="utf-8")
        print(f"plot written to {args.plot}", file=sys.stderr)


if __name__ == "__main__":
    main()

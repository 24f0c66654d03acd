"""Score the second reading on annotated stories, each story held out of calibration.

    python -m benchmarks.model_score STORIES [STORIES ...] --readings DIR [--checks DIR --key FILE] [--ship FILE]
    python -m benchmarks.model_score STORIES [STORIES ...] --readings DIR --write-checks DIR --key FILE

DIR holds one answer a story (STORY.json). --write-checks writes the requests of a blind check (DIR/NNN.txt), a story's
pairs mixed with planted ones, and the key to them (file -> name -> ["story", STORY, [[article, start, end],
[article, start, end]]] or ["planted", conflict]), which whoever answers must not see. --checks names the folder of
their answers (NNN.json). Intervals are 95 % bootstrap intervals over stories.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks.score import interval
from divergence import compare, load_story
from divergence.language.capitals import learn_spelling
from divergence.model.comparison import Comparison, Divergence, Verdict
from divergence.model.text import Span
from divergence.second.altered import Material
from divergence.second.answers import AnswerError, Judgement, read_check, read_reading
from divergence.second.blind import Check, PairInQuestion, check_requests
from divergence.second.calibration import Calibration, Signs, features, group
from divergence.second.locate import Counts, locate_all
from divergence.second.matching import distinct, match, pair_of_claim, pair_of_finding
from divergence.second.merge import Voices, merge
from divergence.second.typed import Checked, check_values
from training.gate.annotations import Annotated, annotated_stories
from training.gate.scoring import FACTUAL, Scored, figures, score_story

Place = tuple[str, tuple[Span, Span]]
FORM = (
    'The object: {"pairs": [{"id": "p1", "reason": "…", "verdict": "conflict|compatible|different facts",'
    ' "probability": 0.0}]}'
)
SEED = 7
RIDGE = 1.0
THRESHOLD = 0.5


@dataclass(frozen=True)
class Heard:
    """One story with everything that both readings say of it."""

    annotated: Annotated
    comparison: Comparison
    claims: tuple[Checked, ...]
    judgements: Mapping[PairInQuestion, Judgement]
    counts: Counts


def hear(annotated: Annotated, readings: Path, judged: Mapping[Place, Judgement]) -> Heard:
    """Compare a story and locate the model's recorded answer in it."""
    comparison = compare(load_story(str(annotated.folder / "articles")))
    given, _ = read_reading((readings / f"{annotated.name}.json").read_text(encoding="utf-8"))
    located, counts = locate_all(given, {a.id: a for a in comparison.story.articles})
    checked = (check_values(claim, comparison.mentions) for claim in located)
    claims = distinct(c for c in checked if not c.overruled)
    pairs = [pair_of_claim(c) for c in claims] + [p for d in comparison.divergences if (p := pair_of_finding(d))]
    found = {
        p: judged[annotated.name, (p.left, p.right)] for p in pairs if (annotated.name, (p.left, p.right)) in judged
    }
    return Heard(annotated, comparison, claims, found, counts)


def write_checks(stories: Sequence[Heard], folder: Path, key: Path) -> None:
    """The requests of a blind check of all that either reading found, as a run asks them, and the key to them."""
    asked = [(heard.annotated.name, check) for heard in stories for check in _checks(heard)]
    random.Random(SEED).shuffle(asked)
    folder.mkdir(parents=True, exist_ok=True)
    names: dict[str, dict[str, object]] = {}
    for number, (story, check) in enumerate(asked, 1):
        request = f"{check.request.system}\n{FORM}\n\n{check.request.prompt}\n"
        (folder / f"{number:03}.txt").write_text(request, encoding="utf-8")
        known: dict[str, object] = {name: ["planted", planted.conflict] for name, planted in check.planted.items()}
        for name, pair in check.names.items():
            places = [[span.article, span.start, span.end] for span in (pair.left, pair.right)]
            known[name] = ["story", story, places]
        names[f"{number:03}"] = known
    key.write_text(json.dumps(names, indent=1) + "\n", encoding="utf-8")
    count = sum(len(check.names) for _, check in asked)
    print(f"{count} pairs in {len(asked)} requests → {folder}; the key → {key}")


def _checks(heard: Heard) -> tuple[Check, ...]:
    story = heard.comparison.story
    material = Material({a.id: a for a in story.articles}, heard.comparison.mentions)
    return check_requests(story.id, in_question(heard), material)


def in_question(heard: Heard) -> list[PairInQuestion]:
    """What is checked blind: every claim, and every finding of the rules that no claim shares."""
    flagged = [d for d in heard.comparison.divergences if d.verdict is Verdict.CONFLICT]
    shared = set(match(flagged, heard.claims).values())
    alone = [pair_of_finding(d) for i, d in enumerate(flagged) if i not in shared]
    return list(dict.fromkeys([*map(pair_of_claim, heard.claims), *(p for p in alone if p)]))


def read_checks(folder: Path | None, key: Path | None) -> dict[Place, Judgement]:
    """The judgements of blind checks; a file that misjudges what was planted in it is told and not believed."""
    found: dict[Place, Judgement] = {}
    if folder is None or key is None:
        return found
    for name, pairs in json.loads(key.read_text(encoding="utf-8")).items():
        path = folder / f"{name}.json"
        said = _judgements(path)
        planted = {p: key[1] for p, key in pairs.items() if key[0] == "planted"}
        if any(p not in said or (said[p].verdict == "conflict") != conflict for p, conflict in planted.items()):
            print(f"blind check {name}: not answered, or a planted pair misjudged; left out")
            continue
        for pair, what in pairs.items():
            if what[0] == "story" and pair in said:
                found[what[1], (Span(*what[2][0]), Span(*what[2][1]))] = said[pair]
    return found


def _judgements(path: Path) -> dict[str, Judgement]:
    try:
        return read_check(path.read_text(encoding="utf-8")) if path.exists() else {}
    except AnswerError as error:
        print(f"blind check {path.stem}: {error}")
        return {}


def examples(heard: Heard) -> list[tuple[Signs, bool]]:
    """The signs of every finding of a story and whether it is right by itself."""
    flagged = [d for d in heard.comparison.divergences if d.verdict is Verdict.CONFLICT]
    matched = match(flagged, heard.claims)
    of_finding = {f: heard.claims[c] for c, f in reversed(list(matched.items()))}
    found = []
    for i, finding in enumerate(flagged):
        claim = of_finding.get(i)
        pair = pair_of_claim(claim) if claim else pair_of_finding(finding)
        signs = Signs(finding.confidence, claim.claim.confidence if claim else None, _chance(heard, pair))
        found.append((signs, _right(heard, [m for r in finding.readings for m in r.mentions])))
    for voices in [_silent_rules(heard)]:
        for claim, one in voices:
            signs = Signs(None, claim.claim.confidence, _chance(heard, pair_of_claim(claim)))
            found.append((signs, _right(heard, [m for r in one.readings for m in r.mentions])))
    return found


def _chance(heard: Heard, pair: PairInQuestion | None) -> float | None:
    judgement = heard.judgements.get(pair) if pair else None
    return judgement.probability if judgement else None


def _silent_rules(heard: Heard) -> list[tuple[Checked, Divergence]]:
    """Claims that no finding of the rules shares, each as the finding that it becomes."""
    flagged = [d for d in heard.comparison.divergences if d.verdict is Verdict.CONFLICT]
    matched = match(flagged, heard.claims)
    alone = [c for i, c in enumerate(heard.claims) if i not in matched]
    everything = Calibration({}, 0.0)
    return [(c, d) for c in alone for d in _merged(replace_claims(heard, (c,)), everything) if d.found_by == ("model",)]


def replace_claims(heard: Heard, claims: tuple[Checked, ...]) -> Heard:
    return replace(heard, claims=claims)


def _right(heard: Heard, mentions: Iterable[object]) -> bool:
    return any(score_story(heard.comparison.story, heard.annotated, [mentions]).right)  # type: ignore[list-item]


def _merged(heard: Heard, calibration: Calibration) -> tuple[Divergence, ...]:
    story = heard.comparison.story
    voices = Voices(heard.claims, heard.judgements, calibration)
    spelling = learn_spelling(a.text for a in story.articles)
    return merge(heard.comparison.divergences, voices, story, heard.comparison.mentions, spelling)


def fit(examples: Sequence[tuple[Signs, bool]], threshold: float, model: str) -> Calibration:
    """One ridge logistic regression for each group of signs, by Newton's method."""
    grouped: dict[str, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)
    for signs, right in examples:
        grouped[group(signs)].append(((1.0, *features(signs)), right))
    return Calibration({name: _logistic(rows) for name, rows in sorted(grouped.items())}, threshold, model)


def _logistic(rows: Sequence[tuple[tuple[float, ...], bool]]) -> tuple[float, ...]:
    x, y = np.array([r[0] for r in rows]), np.array([float(r[1]) for r in rows])
    start = np.zeros(x.shape[1])
    start[1:] = 1.0 / max(1, x.shape[1] - 1)  # without evidence the mean of the signs
    weights = start.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - RIDGE * (weights - start)
        weights = weights + np.linalg.solve((x.T * (p * (1 - p))) @ x + RIDGE * np.eye(len(weights)), slope)
    return tuple(round(float(w), 4) for w in weights)


def scored(
    stories: Sequence[Heard], learnt: Sequence[Calibration], threshold: float
) -> list[tuple[Scored, list[Divergence]]]:
    found = []
    for heard, calibration in zip(stories, learnt, strict=True):
        merged = _merged(heard, replace(calibration, threshold=threshold))
        shown = [d for d in merged if d.verdict is Verdict.CONFLICT]
        mentions = [[m for r in d.readings for m in r.mentions] for d in shown]
        found.append((score_story(heard.comparison.story, heard.annotated, mentions), shown))
    return found


def table(name: str, stories: Sequence[Scored]) -> None:
    """One line of figures with intervals over stories."""
    total = figures(stories)
    told = []
    for figure in ("precision", "recall", "factual_recall", "f1"):
        low, high = interval(stories, figure)
        told.append(f"{total[figure]:.2f} ({low:.2f}–{high:.2f})")
    print(f"| {name} | {total['right']:.0f} of {total['flagged']:.0f} | " + " | ".join(told) + " |")


def per_kind(rules: Sequence[Scored], both: Sequence[Scored]) -> None:
    """How many annotated conflicts of each kind are found."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for alone, merged in zip(rules, both, strict=True):
        for conflict, kind in zip(merged.conflicts, merged.kinds, strict=True):
            counts[kind][0] += 1
            counts[kind][1] += conflict in alone.found
            counts[kind][2] += conflict in merged.found
    print("\n| kind | annotated | rules alone | both readings |\n| --- | --- | --- | --- |")
    for kind, (of, by_rules, by_both) in sorted(counts.items(), key=lambda item: (item[0] not in FACTUAL, item[0])):
        print(f"| {kind} | {of} | {by_rules} | {by_both} |")


def per_finder(found: Sequence[tuple[Scored, Sequence[Divergence]]]) -> None:
    """Precision by who found it."""
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for story, shown in found:
        for hit, one in zip(story.right, shown, strict=True):
            name = " and ".join(one.found_by)
            said[name] += 1
            right[name] += hit
    print("\n| found by | right | precision |\n| --- | --- | --- |")
    for name in sorted(said):
        print(f"| {name} | {right[name]} of {said[name]} | {right[name] / said[name]:.2f} |")


def ship(stories: Sequence[Heard], path: Path, model: str) -> None:
    """Write the calibration learnt from all stories, with and without what a blind check says."""
    unchecked = [replace(heard, judgements={}) for heard in stories]
    bare, whole = (fit([e for h in heard for e in examples(h)], THRESHOLD, model) for heard in (unchecked, stories))
    data = {"model": model, "threshold": THRESHOLD, "weights": {**bare.weights, **whole.weights}}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Hear all stories, calibrate without each, score, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--readings", type=Path, required=True)
    parser.add_argument("--checks", type=Path)
    parser.add_argument("--key", type=Path)
    parser.add_argument("--write-checks", type=Path, metavar="DIR")
    parser.add_argument("--model", default="a large language model, recorded", help="what to call the answering model")
    parser.add_argument("--ship", type=Path, help="write the calibration learnt from all stories here")
    args = parser.parse_args()
    judged = read_checks(args.checks, args.key)
    stories = [hear(a, args.readings, judged) for folder in args.stories for a in annotated_stories(folder)]
    if args.write_checks and args.key:
        write_checks(stories, args.write_checks, args.key)
        return
    counts = sum((h.counts for h in stories), Counts())
    known = [examples(h) for h in stories]
    learnt = [
        fit([e for j, other in enumerate(known) if j != i for e in other], THRESHOLD, args.model)
        for i in range(len(stories))
    ]
    rules = [
        score_story(
            h.comparison.story,
            h.annotated,
            [
                [m for r in d.readings for m in r.mentions]
                for d in h.comparison.divergences
                if d.verdict is Verdict.CONFLICT
            ],
        )
        for h in stories
    ]
    print(f"{len(stories)} stories; answers: {args.model}; {len(judged)} pairs checked blind")
    print(f"quotations found word for word: {counts.found} of {counts.given}\n")
    print("| method | right | precision | recall | factual recall | F1 |\n| --- | --- | --- | --- | --- | --- |")
    table("rules alone (shipped weights, which learnt from these stories)", rules)
    for threshold in (0.3, 0.4, THRESHOLD, 0.6, 0.7, 0.8):
        table(f"both readings, from confidence {threshold:g}", [s for s, _ in scored(stories, learnt, threshold)])
    both = scored(stories, learnt, THRESHOLD)
    per_finder(both)
    per_kind(rules, [s for s, _ in both])
    if args.ship:
        ship(stories, args.ship, args.model)


if __name__ == "__main__":
    main()

"""Learn which pairs of articles tell one story, from folders of stories, and write ``divergence/group/decision.json``.

    python -m training.grouping.train STORIES [--half 0|1] [--out FILE]

With ``--half`` only the stories whose names fall into that half are learnt from, so that the other can be measured
(``python -m benchmarks.grouping``). Twin stories, named alike but for their end, fall into the same half.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.grouping import in_half, labelled, topic
from divergence.group.likeness import MEASURES, Corpus, measures

TREES, LEAVES, RATE, FEWEST = 150, 15, 0.05, 20
PARTS = 30
CUT = 0.4
OUT = Path(__file__).resolve().parents[2] / "divergence" / "group" / "decision.json"


def learn(stories: Path, half: int | None) -> dict[str, Any]:
    """The decision as JSON data."""
    import lightgbm
    import numpy as np

    profiles, names = labelled(stories, half)
    lines: list[Any] = []
    same: list[bool] = []
    for part in filter(None, parts(names)):
        corpus = Corpus([profiles[number] for number in part])
        pairs = corpus.pairs()
        lines.append(measures(corpus, pairs))
        same += [names[part[pair.left]] == names[part[pair.right]] for pair in pairs]
    settings: dict[str, Any] = {
        "num_leaves": LEAVES,
        "learning_rate": RATE,
        "min_child_samples": FEWEST,
        "n_jobs": 1,
        "verbose": -1,
    }
    model = lightgbm.LGBMClassifier(n_estimators=TREES, deterministic=True, **settings)
    model.fit(np.concatenate(lines), same)
    grown = model.booster_.dump_model()["tree_info"]
    about = f"learnt by training/grouping/train.py from {len(same)} pairs of {len(profiles)} articles"
    return {"about": about, "cut": CUT, "start": 0.0, "trees": [_tree(tree["tree_structure"]) for tree in grown]}


def parts(names: Sequence[str]) -> Iterator[list[int]]:
    """Each half of the articles, and small parts of them: a desk may have a thousand articles to group or a dozen."""
    for half in (0, 1):
        yield [n for n, name in enumerate(names) if in_half(name, half)]
    for part in range(PARTS):
        yield [n for n, name in enumerate(names) if sha256(topic(name).encode()).digest()[1] % PARTS == part]


def _tree(node: dict[str, Any]) -> object:
    if "leaf_value" in node:
        return round(node["leaf_value"], 5)
    low, high = _tree(node["left_child"]), _tree(node["right_child"])
    return [MEASURES[node["split_feature"]], float(f"{node['threshold']:.6g}"), low, high]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    data = learn(args.stories, args.half)
    rows = ",\n  ".join(json.dumps(tree) for tree in data["trees"])
    head = json.dumps({key: value for key, value in data.items() if key != "trees"})[:-1]
    args.out.write_text(f'{head}, "trees": [\n  {rows}\n]}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()

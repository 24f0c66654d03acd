"""Floors under what the shipped gate finds: pinned figures that refuse to be lowered silently.

    python -m benchmarks.pin STORIES                       compare with tests/floors.json
    python -m benchmarks.pin STORIES --update              raise the floors to what is found now
    python -m benchmarks.pin STORIES --update --allow-regression
    python -m benchmarks.pin benchmarks/stories --floors benchmarks/stories/floors.json

The shipped weights have learnt from the stories of ``tests/floors.json``, and rules were mended while reading those in
``benchmarks/stories``, so the figures guard against breakage only; how well the tool does on stories it has not seen is
what ``benchmarks.score`` measures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from divergence.ingest.story import load_story
from divergence.model.comparison import Verdict
from divergence.pipeline import compare
from training.gate.annotations import Annotated, annotated_stories
from training.gate.scoring import Scored, figures, score_story

FLOORS = Path(__file__).parents[1] / "tests" / "floors.json"
SLACK = 0.005
"""Share by which a figure may fall before it counts as lower: rounding, not loss."""


def fingerprint(stories: Path) -> str:
    """A digest of all annotations and articles: another corpus has other floors."""
    digest = hashlib.sha256()
    for path in sorted(stories.rglob("*")):
        if path.is_file() and path.name not in {FLOORS.name, "README.md"}:
            digest.update(path.relative_to(stories).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def score_shipped(annotated: Annotated) -> Scored:
    """One annotated story under the shipped weights."""
    story = load_story([annotated.folder / "articles"])
    flagged = [d for d in compare(story).divergences if d.verdict is Verdict.CONFLICT]
    return score_story(story, annotated, [[m for r in d.readings for m in r.mentions] for d in flagged])


def measure(stories: Path) -> dict[str, Any]:
    """Figures of a folder of annotated stories, with the conflicts found of each kind."""
    scored = [score_shipped(a) for a in annotated_stories(stories)]
    found = Counter(k for s in scored for c, k in zip(s.conflicts, s.kinds, strict=True) if c in s.found)
    total = figures(scored)
    return {
        "fingerprint": fingerprint(stories),
        "precision": round(total["precision"], 3),
        "found": dict(sorted(found.items())),
    }


def regressions(now: Mapping[str, Any], floors: Mapping[str, Any]) -> list[str]:
    """What is lower than its floor, in words."""
    lower = [
        f"{kind}: {now['found'].get(kind, 0)} found, floor {floor}"
        for kind, floor in floors["found"].items()
        if now["found"].get(kind, 0) < floor
    ]
    if now["precision"] < floors["precision"] - SLACK:
        lower.append(f"precision {now['precision']}, floor {floors['precision']}")
    return lower


def main() -> int:
    """Compare with the floors or move them; 1 where something is lower than its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--floors", type=Path, default=FLOORS, help="where the floors stand (default: %(default)s)")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args()
    now = measure(args.stories)
    print(json.dumps(now, indent=1))
    old = json.loads(args.floors.read_text(encoding="utf-8")) if args.floors.exists() else None
    lower = regressions(now, old) if old and old["fingerprint"] == now["fingerprint"] else []
    print("\n".join(lower), file=sys.stderr)
    if args.update and (not lower or args.allow_regression):
        args.floors.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
        return 0
    return 1 if lower else 0


if __name__ == "__main__":
    sys.exit(main())

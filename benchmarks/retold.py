"""One fact told otherwise: is it flagged where two articles share no sentence?

Run from the repository's root::

    python -m benchmarks.retold [--misses]

``retold.jsonl`` holds 180 made-up situations, one a line: two short articles about one story in two newsrooms' words.
In 120 of them one name, place or date contradicts the other's, told in another sentence; in 60 names, places and dates
differ and nothing contradicts. They were written by a language model that knew the task and none of the rules. The
*tried* ones were looked at when the rules were made, the *fresh* ones only counted.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from divergence.ingest.story import load_story
from divergence.model.comparison import Comparison, Divergence, Verdict
from divergence.pipeline import compare

SITUATIONS = Path(__file__).parent / "retold.jsonl"


@dataclass(frozen=True, slots=True)
class Situation:
    """Two articles of one story."""

    name: str
    set: str
    """``tried`` or ``fresh``."""
    left: str
    right: str
    differ: tuple[str, str] | None
    """The words that contradict each other, one of each article, or nothing."""


def situations(path: Path = SITUATIONS) -> Iterator[Situation]:
    """The situations of a file, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield Situation(**{**record, "differ": tuple(record["differ"]) if record["differ"] else None})


def outcome(situation: Situation) -> tuple[str, int]:
    """``flagged``, ``lead`` or ``missed`` (``none`` where nothing contradicts), and how many other flags there are."""
    found = compared(situation).divergences
    hits = [d for d in found if situation.differ and _tells(d, situation.differ)]
    told = {d.verdict for d in hits}
    others = sum(d.verdict is Verdict.CONFLICT and d not in hits for d in found)
    if situation.differ is None:
        return "none", others
    if Verdict.CONFLICT in told:
        return "flagged", others
    return ("lead" if Verdict.LEAD in told else "missed"), others


def compared(situation: Situation) -> Comparison:
    """The comparison of a situation's two articles."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a.txt", situation.left), ("b.txt", situation.right)):
            (Path(folder) / name).write_text(text + "\n", encoding="utf-8")
        return compare(load_story([Path(folder)]))


def _tells(found: Divergence, differ: Sequence[str]) -> bool:
    """Whether a finding holds both of the contradicting words."""
    texts = [m.text.lower() for reading in found.readings for m in reading.mentions]
    return all(any(words.lower() in text or text in words.lower() for text in texts) for words in differ)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--misses", action="store_true", help="name every situation that is not flagged")
    misses = arguments.parse_args().misses
    counts: dict[str, Counter[str]] = {}
    for situation in situations():
        result, others = outcome(situation)
        own = counts.setdefault(situation.set, Counter())
        own[result] += 1
        own["other flags"] += others
        if misses and result in {"lead", "missed"}:
            print(f"{result}: {situation.name} {situation.differ}")
    for name, own in counts.items():
        contradicting = own["flagged"] + own["lead"] + own["missed"]
        print(
            f"{name}: {own['flagged']} of {contradicting} flagged, {own['lead']} more worth checking; "
            f"{own['other flags']} other flags in {contradicting + own['none']} situations"
        )


if __name__ == "__main__":
    main()

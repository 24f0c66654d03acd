"""Judged stories: what readers of unannotated stories said of the pairs that an earlier gate proposed to them.

A reader saw all articles of a story and the pairs of differing values that the gate of the day ranked highest, and said
of each whether the two values are of one fact and contradict each other, are of one fact and do not, or are of two
facts; conflicts that no pair showed were added. ``judgements.jsonl`` holds one story a line, without any of its words:

    {"articles": [digest, …], "conflict": [[0, 120, 128, 1, 44, 51], …], "same": […], "different": […]}

Each judgement gives article, start and end (offsets in the article's text as it is read) of both sides. The articles
belong to their publishers and are not here; a story is found again by the digests of its texts.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from divergence.errors import InputError
from divergence.ingest.story import load_story
from divergence.model.text import Story
from training.gate.annotations import Annotated, file_name

JUDGEMENTS = Path(__file__).parent / "judgements.jsonl"
VERDICTS = {"conflict": "conflict", "same": "compatible"}
"""Judgements that make two mentions readings of one fact, and the verdict of that fact."""


def digest(text: str) -> str:
    """What an article's text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def judged_stories(judgements: Path, folder: Path) -> Iterator[tuple[Story, Annotated]]:
    """The judged stories among the stories of a folder, by name; a folder holds one story each in its subfolders."""
    known = {line["articles"][0]: line for line in map(json.loads, judgements.read_text(encoding="utf-8").splitlines())}
    for path in sorted(p for p in folder.iterdir() if p.is_dir()):
        try:
            story = load_story([path])
        except InputError as error:
            print(f"left out: {error}", file=sys.stderr)
            continue
        digests = {digest(a.text): file_name(a) for a in story.articles}
        line = next((known[d] for d in digests if d in known), None)
        if line is not None and all(d in digests for d in line["articles"]):
            yield story, Annotated(path, tuple(_facts(line, [digests[d] for d in line["articles"]])))


def _facts(line: Mapping[str, Any], sources: list[str]) -> Iterator[Mapping[str, Any]]:
    """One fact with two readings for each pair that is of one fact."""
    for judgement, verdict in VERDICTS.items():
        for left, start, end, right, other_start, other_end in line[judgement]:
            readings = (
                {"source": sources[left], "start": start, "end": end, "value": "left"},
                {"source": sources[right], "start": other_start, "end": other_end, "value": "right"},
            )
            yield {"kind": "judged", "verdict": verdict, "readings": readings}

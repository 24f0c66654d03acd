"""A committed list of known findings, so that a check reports only what is not in it.

It pins what found them: another version of the tool, the language pipeline or the weights may find other things in
unchanged articles, and a reader should know why.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from typing import Any

from divergence.errors import UsageError
from divergence.model.comparison import Comparison, Verdict
from divergence.version import __version__

FORMAT = "divergence-baseline"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings and what found them."""

    tool: str
    pipeline: str
    weights: str
    known: frozenset[tuple[str, str]]
    """Story id and finding id."""


def weights_version() -> str:
    """A short digest of the gate's shipped weights."""
    data = (resources.files("divergence.link") / "weights.json").read_bytes()
    return hashlib.sha256(data).hexdigest()[:12]


def write_baseline(comparisons: Iterable[Comparison]) -> str:
    """The text of a baseline file: one finding a line, sorted, so that merges stay easy."""
    listed = list(comparisons)
    found = sorted(
        (c.story.id, d.id, d.subject) for c in listed for d in c.divergences if d.verdict is Verdict.CONFLICT
    )
    pipeline = listed[0].pipeline if listed else ""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "tool": __version__,
        "pipeline": pipeline,
        "weights": weights_version(),
    }
    lines = [f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}," for key, value in head.items()]
    rows = [
        "  " + json.dumps({"story": story, "id": id, "subject": subject}, ensure_ascii=False)
        for story, id, subject in found
    ]
    findings = ",\n".join(rows)
    return "{\n" + "\n".join(lines) + '\n "findings": [\n' + findings + "\n ]\n}\n"


def parse_baseline(text: str, name: str) -> Baseline:
    """The baseline in a file's text. Raises UsageError where it is none."""
    try:
        data: dict[str, Any] = json.loads(text)
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise UsageError(f"{name} is not a {FORMAT} of version {VERSION}. Write it again with: divergence baseline")
        known = frozenset((str(f["story"]), str(f["id"])) for f in data["findings"])
        return Baseline(str(data["tool"]), str(data["pipeline"]), str(data["weights"]), known)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(
            f"{name} cannot be read as a baseline ({error}). Write it again with: divergence baseline"
        ) from error


def differences(baseline: Baseline, pipeline: str) -> tuple[str, ...]:
    """In words, what found the baseline's findings and is another one now."""
    pairs = (
        ("tool", baseline.tool, __version__),
        ("language pipeline", baseline.pipeline, pipeline),
        ("weights", baseline.weights, weights_version()),
    )
    return tuple(
        f"the baseline was written with {what} {then}, this is {now}: findings may differ in unchanged articles"
        for what, then, now in pairs
        if then != now and now
    )

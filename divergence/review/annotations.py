"""Rejected findings as annotated material: what a false alarm looks like, for those who improve the gate."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from divergence.model.decision import Decision, Standing


def _fact(number: int, decision: Decision) -> dict[str, Any]:
    return {
        "id": f"r{number}",
        "kind": decision.kind,
        "about": decision.subject,
        "verdict": "compatible",
        "material": False,
        "explained_by": "none",
        "readings": [
            {"source": r.source, "sentence": r.sentence, "span": r.span, "value": r.value} for r in decision.readings
        ],
        "note": f"rejected {decision.id}: {decision.reason}",
    }


def export_annotations(decisions: Iterable[Decision]) -> str:
    """One JSON object a story, a line each: facts that were flagged and should not have been."""
    rejected = sorted((d for d in decisions if d.standing is Standing.REJECTED), key=lambda d: (d.story, d.id))
    lines = []
    for story, group in groupby(rejected, key=lambda d: d.story):
        facts = [_fact(number, decision) for number, decision in enumerate(group, 1)]
        lines.append(json.dumps({"story": story, "facts": facts}, ensure_ascii=False))
    return "".join(line + "\n" for line in lines)

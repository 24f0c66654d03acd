"""Precision and recall of flagged disagreements against annotated ones.

A flagged disagreement is right when two of its mentions, from two sources, lie on two readings of one annotated
conflict that give different values; flagged and annotated are paired one to one, as many as possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from divergence.link.units import Unit
from divergence.model.fact import Mention
from divergence.model.text import Story
from training.gate.annotations import Annotated, file_name, readings_hit, spots

FACTUAL = frozenset("number money percent duration date ordinal age place person organisation role".split())
"""The kinds of fact without quotations, attributions and events."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One story's score."""

    name: str
    flagged: int
    right: tuple[bool, ...]
    """For every flagged disagreement, in order, whether it is right."""
    conflicts: tuple[int, ...]
    """Numbers of the annotated conflicts."""
    found: frozenset[int]
    """Numbers of the annotated conflicts that were found."""
    kinds: tuple[str, ...]
    """Kinds of the annotated conflicts, in the order of ``conflicts``."""


def flagged(units: Iterable[Unit]) -> list[Unit]:
    """The units that are told as disagreements; leads are not."""
    return [unit for unit in units if not unit.is_lead]


def score_story(story: Story, annotated: Annotated, found: Sequence[Iterable[Mention]]) -> Scored:
    """Score the flagged disagreements of one story, each given by its mentions."""
    places = spots(story, annotated)
    sources = {a.id: file_name(a) for a in story.articles}
    conflicts = tuple(i for i, f in enumerate(annotated.facts) if f["verdict"] == "conflict")
    edges = []
    for mentions in found:
        hits: dict[int, set[tuple[str, str]]] = {}
        for mention in mentions:
            source = sources[mention.span.article]
            for fact, value in readings_hit(mention, source, places):
                hits.setdefault(fact, set()).add((source, value))
        edges.append([i for i in conflicts if _differ(hits.get(i, set()))])
    owner = _pair_up(edges)
    paired = set(owner.values())
    return Scored(
        annotated.name,
        len(found),
        tuple(i in paired for i in range(len(found))),
        conflicts,
        frozenset(owner),
        tuple(str(annotated.facts[i]["kind"]) for i in conflicts),
    )


def _differ(readings: set[tuple[str, str]]) -> bool:
    return any(a[0] != b[0] and a[1] != b[1] for a in readings for b in readings)


def _pair_up(edges: Sequence[Sequence[int]]) -> dict[int, int]:
    """As many one-to-one pairs as possible: annotated conflict -> flagged disagreement (augmenting paths)."""
    owner: dict[int, int] = {}

    def take(flagged: int, seen: set[int]) -> bool:
        for conflict in edges[flagged]:
            if conflict not in seen:
                seen.add(conflict)
                if conflict not in owner or take(owner[conflict], seen):
                    owner[conflict] = flagged
                    return True
        return False

    for flagged in range(len(edges)):
        take(flagged, set())
    return owner


def figures(scored: Iterable[Scored]) -> dict[str, float]:
    """Precision, recall, factual recall and F1 over stories, with the counts behind them."""
    stories = list(scored)
    said, right = sum(s.flagged for s in stories), sum(sum(s.right) for s in stories)
    kinds = [(k, c in s.found) for s in stories for c, k in zip(s.conflicts, s.kinds, strict=True)]
    found = sum(hit for _, hit in kinds)
    factual = [hit for k, hit in kinds if k in FACTUAL]
    precision = right / said if said else 0.0
    recall = found / len(kinds) if kinds else 0.0
    return {
        "flagged": said,
        "right": right,
        "conflicts": len(kinds),
        "found": found,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "factual": len(factual),
        "factual_found": sum(factual),
        "factual_recall": sum(factual) / len(factual) if factual else 0.0,
    }

"""Annotated stories: which mentions lie on which annotated reading.

A story's folder holds ``articles/`` and ``gold.json``: facts on which at least two sources do not say the same thing,
each with a verdict (conflict, compatible, variant) and the exact words of every source.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from divergence.model.fact import Mention
from divergence.model.text import Article, Story

ROOM = 160
"""Longest reading, in characters, that still counts as lying on a short annotated span."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one annotated reading stands."""

    fact: int
    source: str
    start: int
    end: int
    longest: int
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated story."""

    folder: Path
    facts: tuple[Mapping[str, Any], ...]

    @property
    def name(self) -> str:
        return self.folder.name


def annotated_stories(folder: Path) -> Iterator[Annotated]:
    """The annotated stories of a folder, by name."""
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield Annotated(path.parent, tuple(gold["facts"]))


def file_name(article: Article) -> str:
    """The name by which annotations call an article."""
    return article.path.rsplit("/", 1)[-1]


def spots(story: Story, annotated: Annotated) -> tuple[Spot, ...]:
    """Where the annotated readings stand in the articles; those that are not there are left out."""
    texts = {file_name(a): a.text for a in story.articles}
    found = []
    for number, fact in enumerate(annotated.facts):
        for reading in fact["readings"]:
            place = _place(reading, texts.get(reading["source"], ""))
            if place is not None:
                start, end = place
                sentence = len(reading["sentence"]) if fact["kind"] in {"quote", "event"} else 0
                longest = max(ROOM, 2 * (end - start), sentence)
                words = _folded(reading.get("span", ""))
                found.append(Spot(number, reading["source"], start, end, longest, reading["value"], words))
    return tuple(found)


def _place(reading: Mapping[str, Any], text: str) -> tuple[int, int] | None:
    """Where a reading stands: as its offsets say, else where its words are found."""
    if "start" in reading:
        return reading["start"], reading["end"]
    return _locate(text, reading["sentence"], reading["span"])


def _folded(text: str) -> str:
    return " ".join(text.lower().split())


def _locate(text: str, sentence: str, span: str) -> tuple[int, int] | None:
    """Offsets of a span in its sentence in a text, white space folded where it must be."""
    at, inside = text.find(sentence), sentence.find(span)
    if at >= 0 and inside >= 0:
        return at + inside, at + inside + len(span)
    where = [i for i, c in enumerate(text) if not c.isspace() or (i and not text[i - 1].isspace())]
    flat = "".join(" " if text[i].isspace() else text[i] for i in where)
    sentence, span = " ".join(sentence.split()), " ".join(span.split())
    at, inside = flat.find(sentence), sentence.find(span)
    if at < 0 or inside < 0:
        return None
    return where[at + inside], where[at + inside + len(span) - 1] + 1


def readings_hit(mention: Mention, source: str, places: Sequence[Spot]) -> frozenset[tuple[int, str]]:
    """(fact, value) of the annotated readings that a mention lies on, or whose words it repeats."""
    start, end, words = mention.span.start, mention.span.end, _folded(mention.text)
    return frozenset(
        (p.fact, p.value)
        for p in places
        if p.source == source and ((start < p.end and p.start < end and end - start <= p.longest) or words == p.words)
    )


def same_fact(left: frozenset[tuple[int, str]], right: frozenset[tuple[int, str]]) -> bool:
    """Whether two mentions lie on readings of one annotated fact."""
    return bool({f for f, _ in left} & {f for f, _ in right})


def differ(
    left: frozenset[tuple[int, str]], right: frozenset[tuple[int, str]], facts: Sequence[Mapping[str, Any]]
) -> bool:
    """Whether two mentions lie on readings of one annotated conflict that give different values."""
    return any(f == g and v != w and facts[f]["verdict"] == "conflict" for f, v in left for g, w in right)

"""Names of one story: are two names of one entity called one, and are two entities kept apart?

Run from the repository's root with the annotated stories beside the checkout::

    python benchmarks/names.py ../shared/gold/dev [--misses]

*Recall* counts pairs of readings of one ``variant`` row whose words differ, of the kinds place, person, organisation
and role, that ``relate`` or the story's entities call one. *False merges* counts pairs of readings that name two things
(two rows of one story, or two values of a conflict) that are called one. Beside it the plain rule that every script
starts with: RapidFuzz's token-set ratio of the printed words, at the threshold that suits it best here, and at one
that merges no more than ours.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from divergence.facts import fact_type
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.names.role import ROLE
from divergence.facts.place.value import Places, outer_spot
from divergence.facts.types import FactType
from divergence.ingest.story import load_story
from divergence.language import parse
from divergence.lexicon.spelling import fold
from divergence.link.entities import Entities, resolve_entities
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

KINDS = (Kind.PLACE, Kind.PERSON, Kind.ORGANISATION, Kind.ROLE)
ONE = frozenset({Relation.SAME, Relation.VARIANT, Relation.REFINES})
THRESHOLDS = range(60, 101, 4)


@dataclass(frozen=True)
class Reading:
    """One annotated reading with the mentions that lie on it."""

    row: str
    kind: Kind
    verdict: str
    value: str
    source: str
    words: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True)
class Judged:
    """One pair of readings: the same entity or not, and what each method says."""

    kind: Kind
    one: bool
    ours: bool
    likeness: float
    words: tuple[str, str]
    found: bool


def types() -> tuple[FactType, ...]:
    return (*(fact_type(k) for k in KINDS[:3]), ROLE)


def readings(folder: Path) -> tuple[list[Reading], Entities]:
    """The annotated readings of one story, and its entities."""
    story = load_story([folder / "articles"])
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts, found = {}, {}
    for article in story.articles:
        parsed = parse(article)
        name = Path(article.path).name
        texts[name] = article.text
        found[name] = [m for t in types() for m in t.find(parsed)]
    rows = [r for f in gold["facts"] if f["kind"] in KINDS for r in row_readings(f, texts, found)]
    return rows, resolve_entities(m for ms in found.values() for m in ms)


def row_readings(fact: dict[str, Any], texts: dict[str, str], found: dict[str, list[Mention]]) -> Iterator[Reading]:
    """The readings of one row, each with the mentions of its kind (else of any) on its words."""
    for r in fact["readings"]:
        at = texts.get(r["source"], "").find(r["sentence"])
        if at < 0:
            continue
        start = at + r["sentence"].find(r["span"])
        over = [m for m in found[r["source"]] if m.span.start < start + len(r["span"]) and start < m.span.end]
        same = [m for m in over if m.kind == fact["kind"]] or over
        best = sorted(same, key=lambda m: -likeness(m.text, r))[:1]
        mentions = tuple(meant(m, r["span"]) for m in best)
        yield Reading(fact["id"], Kind(fact["kind"]), fact["verdict"], r["value"], r["source"], r["span"], mentions)


def likeness(words: str, reading: dict[str, Any]) -> float:
    """How well a mention fits a reading's value and words."""
    return (
        token_set_ratio(fold(words), fold(reading["value"])) + token_set_ratio(fold(words), fold(reading["span"])) / 2
    )


def meant(mention: Mention, words: str) -> Mention:
    """The mention cut down to the members of its set that the annotated words name, an outer place included."""
    value, folded = mention.value, fold(words)
    if isinstance(value, Places):
        inner = [s for s in value.spots if fold(s.name) in folded]
        outer = [outer_spot(w) for s in value.spots for w in s.within if fold(w) in folded]
        return replace(mention, value=Places(tuple(inner or outer or value.spots)))
    if isinstance(value, Bodies | People):
        names = tuple(n for n in value.names if fold(n) in folded)
        return replace(mention, value=replace(value, names=names or value.names))
    return mention


def called_one(left: Reading, right: Reading, entities: Entities) -> bool:
    """Whether any two mentions of the readings are called one thing."""
    for a in left.mentions:
        for b in right.mentions:
            if a.kind is not b.kind:
                continue
            relation = fact_type(a.kind).relate(a, b).relation
            same = None if a.kind in (Kind.PLACE, Kind.ROLE) else entities.same(a, b)
            if same or (same is None and relation in ONE):
                return True
    return False


def judge(folder: Path) -> Iterator[Judged]:
    """Every pair of readings of one story that is of one entity or of two."""
    rows, entities = readings(folder)
    for left, right in combinations(rows, 2):
        if left.source == right.source or left.kind != right.kind or fold(left.words) == fold(right.words):
            continue
        one = left.row == right.row and left.verdict == "variant"
        apart = left.row != right.row and left.verdict == right.verdict == "variant"
        apart = apart or (left.row == right.row and left.verdict == "conflict" and left.value != right.value)
        if one or apart:
            ratio = token_set_ratio(fold(left.words), fold(right.words))
            found = bool(left.mentions) and bool(right.mentions)
            yield Judged(left.kind, one, called_one(left, right, entities), ratio, (left.words, right.words), found)


def line(name: str, pairs: Iterable[Judged], said: Iterable[bool]) -> str:
    """Recall, false merges and precision of one method."""
    counts = Counter((p.one, s) for p, s in zip(pairs, said, strict=True))
    right, of = counts[True, True], counts[True, True] + counts[True, False]
    wrong, others = counts[False, True], counts[False, True] + counts[False, False]
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / of if of else 1.0
    merges = f"false merges {wrong:3}/{others:4}"
    return f"{name:32} recall {right:3}/{of:3} = {recall:.2f}   {merges}   precision {precision:.2f}"


def f1(pairs: list[Judged], said: list[bool]) -> float:
    right = sum(p.one and s for p, s in zip(pairs, said, strict=True))
    return 2 * right / max(1, sum(said) + sum(p.one for p in pairs))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("stories", type=Path)
    arguments.add_argument("--misses", action="store_true")
    given = arguments.parse_args()
    pairs = [p for f in sorted(given.stories.glob("*/gold.json")) for p in judge(f.parent)]
    best = max(THRESHOLDS, key=lambda t: f1(pairs, [p.likeness >= t for p in pairs]))
    print(line("divergence", pairs, [p.ours for p in pairs]))
    print(line(f"token-set ratio >= {best}", pairs, [p.likeness >= best for p in pairs]))
    allowed = sum(p.ours and not p.one for p in pairs)
    careful = min((t for t in THRESHOLDS if sum(p.likeness >= t and not p.one for p in pairs) <= allowed), default=101)
    print(line(f"token-set ratio >= {careful}", pairs, [p.likeness >= careful for p in pairs]))
    for kind in KINDS:
        some = [p for p in pairs if p.kind is kind]
        print(line(f"  {kind.value}", some, [p.ours for p in some]))
        print(line("    ratio", some, [p.likeness >= best for p in some]))
    unread = sum(p.one and not p.found for p in pairs)
    print(f"pairs of one entity of which a reading has no mention: {unread}")
    for p in pairs if given.misses else ():
        if p.one != p.ours:
            print("missed" if p.one else "merged", p.kind.value, "read" if p.found else "unread", p.words, sep=" | ")


if __name__ == "__main__":
    main()

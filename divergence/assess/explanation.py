"""What may explain a difference, from the words of the sentences alone: time, scope, definition, or whose count it is.

It is offered, never decided: the difference is told all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from divergence.assess.quoted import within_sentence
from divergence.facts import Nature, fact_type
from divergence.lexicon import scope
from divergence.link.context import Context
from divergence.link.pairs import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention

NEAR = 90
"""Characters before and after a value within its sentence in which words are taken to limit it."""
CUES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("scope", scope.SCOPE, "they may not count the same thing"),
    ("time", scope.TIME, "they may refer to different times"),
    ("definition", scope.DEFINITION, "they may be counted in different ways"),
)
NAMELESS = frozenset("the a its his her their he she they it who i we officials sources people someone one".split())
"""What names no claimant."""
LOCATING = frozenset("in at across throughout inside outside within around near over along".split())
"""Prepositions of a place where something happened; *between* and *with* bring in parties, *from* an origin."""
SPOKEN_THERE = re.compile(r",?\s+(?:have |has |had )?(?:said|says?|told|tells?|reported|announced|added|confirmed)\b")
"""What follows a place from which somebody speaks (*officials in the capital said*)."""
SOURCE_NAMED = re.compile(r"\b(?:according to|as per)\b")
"""What stands before a source, of which nothing limits the value: *according to a clerk in the town*."""
MASK = "|"
"""Stands for the first character of a value, so that no phrase that holds it (*including three boys*) limits it."""
COUNTED = frozenset({Nature.COUNT, Nature.MEASURE})
"""Kinds whose values depend on when, where and how they are counted."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A possible explanation: its ground (``scope``, ``time``, ``definition`` or ``none``) and a clause in words."""

    ground: str = "none"
    words: str = ""


def first_explanation(pairs: Iterable[Pair], texts: Mapping[str, str], *, claimants: bool = True) -> Explanation:
    """The first explanation that one of a finding's pairs of sentences offers, the pairs in their order.

    ``claimants`` is whether two speakers may be said to count one thing.
    """
    return next((e for pair in pairs if (e := explanation(pair, texts, claimants=claimants)).words), Explanation())


def explanation(pair: Pair, texts: Mapping[str, str], *, claimants: bool = True) -> Explanation:
    """What the sentences of two differing values say that may explain why they differ; ``texts`` by article id."""
    if not pair.conflicts or fact_type(pair.left.mention.kind).nature not in COUNTED:
        return Explanation()
    told = _other_places(pair, texts) or _other_times(pair) or _cues(pair, texts)
    return told or (_claimants(pair) if claimants else None) or Explanation()


def _related(
    kind: Kind, ours: tuple[Mention, ...], theirs: tuple[Mention, ...]
) -> list[tuple[Mention, Mention, Relation]]:
    relate = fact_type(kind).relate
    return [(a, b, relate(a, b).relation) for a in ours for b in theirs]


def _other_places(pair: Pair, texts: Mapping[str, str]) -> Explanation | None:
    """*In Kabul* beside *in Afghanistan*: one place holds the other, and no place is told by both."""
    found = _related(Kind.PLACE, pair.left.places, pair.right.places)
    if any(r in {Relation.SAME, Relation.VARIANT} for _, _, r in found):
        return None
    located = (((a, b), r) for a, b, r in found if all(_locates(place, texts[place.span.article]) for place in (a, b)))
    held = next((places for places, r in located if r is Relation.CONTAINS), None)
    if held is None:
        return None
    return Explanation(
        "scope", f"one speaks of “{held[0].text}”, the other of “{held[1].text}”: one may lie within the other"
    )


def _locates(place: Mention, text: str) -> bool:
    """Whether a place says where something happened, rather than who took part or where a speaker sits."""
    before = [w.casefold() for w in text[: place.span.start].split()[-2:]]
    if before[-1:] == ["the"]:
        before.pop()
    leads = {*before[-1:], place.text.split()[0].casefold()}
    return bool(leads & LOCATING) and SPOKEN_THERE.match(text, place.span.end) is None


def _other_times(pair: Pair) -> Explanation | None:
    if pair.left.mention.kind is Kind.DURATION:
        return None  # a length of time is no later for the day on which it is told
    found = _related(Kind.DATE, pair.left.times, pair.right.times)
    if not found or any(r is not Relation.CONFLICTS for _, _, r in found):
        return None
    a, b, _ = found[0]
    return Explanation("time", f"one refers to “{a.text}”, the other to “{b.text}”")


def _cues(pair: Pair, texts: Mapping[str, str]) -> Explanation | None:
    """Limiting words that stand beside one value only."""
    left, right = (_around(c, texts) for c in (pair.left, pair.right))
    beside_left, beside_right = (_around(c, texts, MASK) for c in (pair.left, pair.right))
    for ground, pattern, consequence in CUES:
        if ground != "time" and pair.left.mention.kind is Kind.DURATION:
            continue  # a length of time counts nobody: *including the old port* limits something else
        ours, theirs = _only(pattern, beside_left, right), _only(pattern, beside_right, left)
        if bool(ours) == bool(theirs):
            continue
        mention = (pair.left if ours else pair.right).mention
        value = fact_type(mention.kind).phrase(mention)
        return Explanation(ground, f"only beside {value} stands “{ours or theirs}”: {consequence}")
    return None


def _around(context: Context, texts: Mapping[str, str], mask: str = "") -> str:
    mention = context.mention
    text, span, sentence = texts[mention.span.article], mention.span, mention.sentence
    before = text[max(sentence.start, span.start - NEAR) : span.start]
    after = SOURCE_NAMED.split(text[span.start + len(mask) : min(sentence.end, span.end + NEAR)])[0]
    return " ".join(f"{before}{mask}{after}".split())


def _only(pattern: re.Pattern[str], here: str, there: str) -> str:
    """The first limiting words here, where nothing of their sort (*including …*, *in the …*) stands there."""
    sorts = {_sort(m[0]) for m in pattern.finditer(there)}
    return next((m[0] for m in pattern.finditer(here) if _sort(m[0]) not in sorts), "")


def _sort(words: str) -> str:
    return words.split()[0].casefold()


def _claimants(pair: Pair) -> Explanation | None:
    """Two figures of two speakers who are named."""
    left, right = pair.left.mention, pair.right.mention
    ours, theirs = left.speaker or "", right.speaker or ""
    words = [{w.casefold() for w in re.findall(r"\w+", s)} - NAMELESS for s in (ours, theirs)]
    if not all(words) or words[0] & words[1]:
        return None
    values = [fact_type(m.kind).phrase(m) for m in (left, right)]
    ours, theirs = within_sentence(ours), within_sentence(theirs)
    return Explanation("definition", f"{values[0]} is given by {ours}, {values[1]} by {theirs}: two counts")

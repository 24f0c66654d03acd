"""One name, one kind: what most of a story's uses of a name say it is holds for the others.

A surname alone in one article is a person's where another gives the full name (*Clara Manning*, *Manning denied it*).
Names that the world knows for a place may stand for its government too, and stay what each sentence makes of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from divergence.facts.about.slots import mention, slot_at, token_at, tokens_in
from divergence.facts.names.named import head_of, speaker_role
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.place.value import Places, Spot
from divergence.language.parsed import Parsed
from divergence.lexicon.designators import FACILITY, ORGANISATION, SETTLEMENT
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.name_lists import is_first_name, is_surname
from divergence.lexicon.spelling import fold
from divergence.model.fact import Kind, Mention
from divergence.model.text import Span

Read = Sequence[tuple[Parsed, tuple[Mention, ...]]]
"""Articles with their mentions."""

_LOCATING = frozenset("in at near from to into around outside inside toward towards across the of".split())
"""Words before a name that is a place, or a direction, whoever bears it."""
_DESIGNATORS = ORGANISATION | FACILITY | SETTLEMENT
"""Words that end the names of bodies and places, and no surname: ``White House``."""
_AGE = re.compile(r", \d\d[,.]")
_TERRITORIES = frozenset({"country", "continent", "region", "area", "sea", "province", "capital"})
"""Kinds of places whose names hardly stand for a person alone."""


def one_kind(read: Read) -> list[tuple[Mention, ...]]:
    """The mentions of each article, every name in the kind that the story gives it."""
    uses = _uses(m for _, found in read for m in found)
    kinds = _decided(uses)
    surnames = _surnames(uses, kinds)
    return [_converted(parsed, found, kinds, surnames) for parsed, found in read]


def _name(found: Mention) -> str:
    """The one name of a mention that is nothing but this name, as printed on one line; else nothing."""
    value = found.value
    if isinstance(value, People):
        names = () if value.described else value.names
    elif isinstance(value, Bodies):
        names = value.names
    else:
        names = tuple(s.name for s in value.spots if not s.within) if isinstance(value, Places) else ()
    printed = " ".join(found.text.split())
    return printed if len(names) == 1 and fold(names[0]) == fold(printed) and printed[:1].isupper() else ""


Uses = Mapping[str, Mapping[Kind, frozenset[Span]]]
"""Where each folded name stands, by kind."""


def _uses(mentions: Iterable[Mention]) -> Uses:
    found: dict[str, dict[Kind, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for one in mentions:
        if name := _name(one):
            found[fold(name)][one.kind].add(one.span)
    return {name: {kind: frozenset(spans) for kind, spans in kinds.items()} for name, kinds in found.items()}


def _decided(uses: Uses) -> dict[str, Kind]:
    """The kind of each name that stands in several."""
    several = {name: kinds for name, kinds in uses.items() if len(kinds) > 1 or _is_full_name(name)}
    return {name: kind for name, kinds in several.items() if (kind := _kind(name, kinds)) is not None}


def _kind(name: str, kinds: Mapping[Kind, frozenset[Span]]) -> Kind | None:
    if _is_full_name(name) or (Kind.PERSON in kinds and _may_be_full(name)):
        return Kind.PERSON
    known = _is_known_place(name)
    if known and Kind.PERSON not in kinds:
        return None
    counts = Counter({kind: len(spans) for kind, spans in kinds.items()})
    (most, uses), *_ = counts.most_common(1)
    if uses * 3 >= counts.total() * 2 and uses > 1:
        return most if known or most is not Kind.PLACE else None
    twice = kinds.get(Kind.PLACE, frozenset()) == kinds.get(Kind.ORGANISATION)
    return Kind.ORGANISATION if twice and not known else None


def _may_be_full(name: str) -> bool:
    """Whether two words can be a person's though the first is no listed given name: ``Kanye West``."""
    words = name.split()
    surname = len(words) == 2 and is_surname(words[1].title())
    return surname and not _is_known_place(name) and words[1] not in _DESIGNATORS


def _is_full_name(name: str) -> bool:
    """Whether a name is a given name with a surname and no place's name."""
    first, *rest = name.split()
    return len(rest) == 1 and is_first_name(first.title()) and is_surname(rest[0].title()) and not _is_known_place(name)


def _is_known_place(name: str) -> bool:
    return any(fold(place.name) == name for place in places_named(name))


def _surnames(uses: Uses, kinds: Mapping[str, Kind]) -> frozenset[str]:
    """Last words of the persons whom the story names in full, unless it is a country's name too."""
    full = (name for name in uses if len(name.split()) == 2)
    persons = {name.split()[-1] for name in full if kinds.get(name, next(iter(uses[name]))) is Kind.PERSON}
    return frozenset(n for n in persons if n not in _DESIGNATORS and not _is_territory(n))


def _is_territory(name: str) -> bool:
    return any(place.kind in _TERRITORIES for place in places_named(name)[:1])


def _converted(
    parsed: Parsed, found: tuple[Mention, ...], kinds: Mapping[str, Kind], surnames: frozenset[str]
) -> tuple[Mention, ...]:
    """The mentions with every name in its kind; one that stands there in that kind already is not told twice."""
    wanted = [(m, _wanted(parsed, m, kinds, surnames)) for m in found]
    kept = [m for m, kind in wanted if kind is m.kind]
    taken = [(m.kind, m.span) for m in kept]
    for one, kind in wanted:
        if kind is not one.kind and not any(k is kind and s.overlaps(one.span) for k, s in taken):
            kept.append(_as(parsed, one, kind))
    return tuple(sorted(kept, key=lambda m: (m.span, m.kind)))


def _wanted(parsed: Parsed, found: Mention, kinds: Mapping[str, Kind], surnames: frozenset[str]) -> Kind:
    name = fold(_name(found))
    if not name:
        return found.kind
    if name in surnames:
        return found.kind if _is_located(parsed, found) else Kind.PERSON
    kind = kinds.get(name, found.kind)
    if kind is Kind.PLACE and (found.kind is Kind.ORGANISATION or _is_somebody(parsed, found)):
        return found.kind
    return found.kind if kind is Kind.PERSON and _is_located(parsed, found) and " " not in name else kind


def _is_somebody(parsed: Parsed, found: Mention) -> bool:
    """Whether the words around a name say that it is a person's: he speaks, or has an age."""
    return found.slot.predicate == "say" or _AGE.match(parsed.article.text, found.span.end) is not None


def _is_located(parsed: Parsed, found: Mention) -> bool:
    """Whether the words around a name say that it is a place: ``in Jackson``, ``Jackson county``."""
    first, last = tokens_in(parsed, found.span.start, found.span.end)
    before = parsed.tokens[token_at(parsed, found.span.start) - 1].lower if first else ""
    after = parsed.tokens[last].lower if last < len(parsed.tokens) else ""
    return before in _LOCATING or after in SETTLEMENT


def _as(parsed: Parsed, found: Mention, kind: Kind) -> Mention:
    """The same words as a mention of another kind."""
    name = _name(found)
    values = {Kind.PERSON: People((name,)), Kind.ORGANISATION: Bodies((name,)), Kind.PLACE: Places((Spot(name),))}
    first, last = tokens_in(parsed, found.span.start, found.span.end)
    slot = slot_at(parsed, first, last, head_of(parsed, first, last))
    slot = slot if kind is Kind.PLACE else speaker_role(parsed, first, last, slot)
    made = mention(parsed, found.span.start, found.span.end, kind, values[kind], "story-name")
    return replace(made, slot=slot, speaker=found.speaker, standing=found.standing)

"""Which names of a story are one person, organisation or place, across its articles.

Full names meet first, by spelling; then a surname, a first name or an acronym joins the one bearer it can have.
Precision first: where two bearers are possible (two Carters) the nearest full name before it in the same article
decides, and where there is none the short name stays by itself. Clusters are complete: a name joins only if no name
in the cluster contradicts it, so that spellings cannot chain two persons together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from divergence.facts.names.match import Match, is_acronym, match_organisations, match_persons, person_words
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.place.value import Places, Spot, canonical
from divergence.lexicon.aliases import organisation_of
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.spelling import fold
from divergence.model.fact import Kind, Mention
from divergence.model.text import Span

_BRACKETED = re.compile(r"[(\[]([A-Z][A-Za-z.&-]{1,9})[)\]]\Z")
_JUNIOR = re.compile(r"\b(?:Jr|Sr|II|III)\b\.?")


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of a story."""

    id: str
    """Kind and folded canonical name: stable, whatever the order of the articles."""
    kind: Kind
    name: str
    """The fullest name in the commonest spelling."""
    names: tuple[str, ...]
    """Every printed name, sorted."""


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a story, and which of them each mention names."""

    of_mention: Mapping[tuple[Kind, Span], tuple[Entity, ...]]

    def of(self, mention: Mention) -> tuple[Entity, ...]:
        """The entities that a mention names, in the order of its value; none for descriptions."""
        return self.of_mention.get((mention.kind, mention.span), ())

    def same(self, left: Mention, right: Mention) -> bool | None:
        """Whether two mentions name the same entities; None where either names none."""
        first, second = ({e.id for e in self.of(m)} for m in (left, right))
        return first == second if first and second else None


@dataclass(frozen=True, slots=True)
class _Use:
    """One name in one mention."""

    mention: Mention
    name: str

    @property
    def place(self) -> tuple[str, int]:
        return self.mention.span.article, self.mention.span.start


class _Cluster:
    """The uses of names that are one entity, with each of the names once."""

    def __init__(self, uses: Iterable[_Use]) -> None:
        self.uses = list(uses)
        self.names = {use.name for use in self.uses}

    def add(self, uses: Iterable[_Use]) -> None:
        """Take some more uses in."""
        more = list(uses)
        self.uses += more
        self.names.update(use.name for use in more)


Matcher = Callable[[str, str], Match]


def resolve_entities(mentions: Iterable[Mention]) -> Entities:
    """Cluster the names of persons, organisations and places of all articles of a story."""
    return _resolved(tuple(sorted((m for m in mentions if _names(m)), key=lambda m: m.span)))


@lru_cache(maxsize=2)  # comparing a story asks, and so does its report
def _resolved(ordered: Sequence[Mention]) -> Entities:
    uses = [_Use(m, name) for m in ordered for name in _names(m)]
    brackets = _acronyms(ordered)
    named: dict[tuple[Kind, tuple[str, int], str], Entity] = {}
    for kind, match in _MATCHERS:
        of_kind = [u for u in uses if u.mention.kind is kind]
        for cluster in _clusters(of_kind, _generations(match, _needed_apart(of_kind)), brackets):
            entity = _entity(kind, cluster.uses)
            named |= {(kind, u.place, u.name): entity for u in cluster.uses}
    return Entities(
        {(m.kind, m.span): tuple(named[m.kind, (m.span.article, m.span.start), n] for n in _names(m)) for m in ordered}
    )


def _names(mention: Mention) -> tuple[str, ...]:
    value = mention.value
    if isinstance(value, People):
        return () if value.described else value.names
    if isinstance(value, Bodies):
        return value.names
    return tuple(_spot_name(s) for s in value.spots if s.is_named) if isinstance(value, Places) else ()


def _spot_name(spot: Spot) -> str:
    """A place with what tells it from its namesakes: its canonical name, its kind and its number."""
    return " ".join(x for x in (spot.number, canonical(spot)) if x)


def _acronyms(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """Acronyms that an article explains in brackets, with the names they stand for."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        inside = _BRACKETED.search(mention.text) if mention.kind is Kind.ORGANISATION else None
        if inside is not None:
            found.setdefault(fold(inside[1]), set()).update(_names(mention))
    return found


def match_places(left: str, right: str) -> Match:
    """Whether two printed places are one: a place that the gazetteer lists is never merged by likeness."""
    if fold(left) == fold(right):
        return Match.SAME
    known, other = ({p.number for p in places_named(n)[:1]} for n in (left, right))
    if known or other:
        return Match.VARIANT if known & other else Match.DIFFERENT
    return Match.VARIANT if match_organisations(left, right) >= Match.VARIANT else Match.DIFFERENT


_MATCHERS: tuple[tuple[Kind, Matcher], ...] = (
    (Kind.PERSON, match_persons),
    (Kind.ORGANISATION, match_organisations),
    (Kind.PLACE, match_places),
)


def _clusters(uses: list[_Use], match: Matcher, brackets: Mapping[str, set[str]]) -> list[_Cluster]:
    """Names that are one entity: full names by spelling, then short names by their only possible bearer."""
    found: list[_Cluster] = []
    by_name: dict[str, list[_Use]] = {}
    for use in uses:
        by_name.setdefault(use.name, []).append(use)
    for name in sorted((n for n in by_name if not _is_short(n, by_name[n][0].mention.kind)), key=_fullest_first):
        home = next((c for c in found if _fits(name, c, match)), None)
        if home is None:
            found.append(_Cluster(by_name[name]))
        else:
            home.add(by_name[name])
    for name in sorted(n for n in by_name if _is_short(n, by_name[n][0].mention.kind)):
        _place_short(by_name[name], found, match, {fold(n) for n in brackets.get(fold(name), ())})
    return found


def _fullest_first(name: str) -> tuple[int, str]:
    return -len(name.split()), fold(name)


def _is_short(name: str, kind: Kind) -> bool:
    """Whether a name needs another to say who it is: one word, or an acronym."""
    return kind is not Kind.PLACE and len(person_words(name) if kind is Kind.PERSON else fold(name).split()) == 1


def _fits(name: str, cluster: _Cluster, match: Matcher) -> bool:
    """Whether a name is a spelling of some name in a cluster and contradicts none."""
    relations = [match(name, other) for other in cluster.names]
    if max(relations) < Match.VARIANT and not (match is match_organisations and max(relations) is Match.SHORTER):
        return False
    return min(relations) > Match.DIFFERENT


def _is_junior(name: str) -> bool:
    return _JUNIOR.search(name) is not None


def _needed_apart(uses: list[_Use]) -> frozenset[str]:
    """Surnames under which one article has both a ``Jr.`` and a full name without: father and son."""
    seen: dict[tuple[str, str], list[bool]] = {}
    for use in uses:
        words = person_words(use.name)
        if use.mention.kind is Kind.PERSON and (len(words) > 1 or _is_junior(use.name)):
            seen.setdefault((use.mention.span.article, words[-1]), []).append(_is_junior(use.name))
    return frozenset(surname for (_, surname), marks in seen.items() if _alternate(marks))


def _alternate(marks: list[bool]) -> bool:
    """Whether a plain name stands before one with ``Jr.``, or again between two: after it, it is only shortened."""
    return any(younger and not before for before, younger in pairwise(marks))


def _generations(match: Matcher, apart: frozenset[str]) -> Matcher:
    """The matcher, with ``Jr.`` telling persons apart where the story needs it."""

    def judged(left: str, right: str) -> Match:
        words = {w for n in (left, right) for w in person_words(n)}
        if words & apart and _is_junior(left) != _is_junior(right):
            return Match.DIFFERENT
        return match(left, right)

    return judged if apart else match


def _place_short(uses: Sequence[_Use], found: list[_Cluster], match: Matcher, explained: set[str]) -> None:
    """Join each use of a short name to its bearer, or let it stand by itself."""
    name = uses[0].name
    possible = [c for c in found if any(_may_be(match, name, n) for n in c.names)]
    for use in uses:
        bearers = [c for c in found if any(fold(n) in explained for n in c.names)] if explained else []
        bearers = bearers or possible
        home = bearers[0] if len(bearers) == 1 else _nearest(use, bearers)
        home = home or next((c for c in found if all(fold(n) == fold(name) for n in c.names)), None)
        if home is None:
            home = _Cluster([use])
            found.append(home)
        else:
            home.add([use])


def _may_be(match: Matcher, short: str, name: str) -> bool:
    """Whether a short name can stand for a name."""
    if match is match_organisations:
        known = organisation_of(short)
        if known is not None:
            return organisation_of(name) == known or fold(name) == fold(known)
        return is_acronym(short, name) or match(short, name) > Match.DIFFERENT
    return match(short, name) > Match.DIFFERENT


def _nearest(use: _Use, bearers: list[_Cluster]) -> _Cluster | None:
    """Of several bearers the one whose full name stands last before the use in its article, else the only one in it."""
    here = [
        (u.mention.span.start, n)
        for n, cluster in enumerate(bearers)
        for u in cluster.uses
        if u.mention.span.article == use.mention.span.article and len(u.name.split()) > 1
    ]
    before = [x for x in here if x[0] < use.mention.span.start]
    if before:
        return bearers[max(before)[1]]
    return bearers[here[0][1]] if len({n for _, n in here}) == 1 else None


def _entity(kind: Kind, cluster: list[_Use]) -> Entity:
    """The entity of a cluster, named by its fullest name, the commonest first."""
    counts = Counter(u.name for u in cluster)
    words = {n: len(n.split()) if kind is Kind.PERSON else min(len(n.split()), 4) for n in counts}
    name = min(counts, key=lambda n: (-min(words[n], 3), -counts[n], fold(n), n))
    return Entity(f"{kind.value}:{fold(name).replace(' ', '-')}", kind, name, tuple(sorted(counts)))

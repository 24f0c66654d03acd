"""The places English news speaks of: countries, provinces, districts, towns, seas and regions, and what lies in what.

Two places that are listed here are never one place, however alike their names (Paktia, Paktika); two spellings of one
place are (Paktiya, Paktia). The data and its sources are described in ``data/README.md``; it is read on first use.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from rapidfuzz.fuzz import ratio

from divergence.lexicon.spelling import fold, sound, without_article

DESIGNATED = {
    "country": ("country",),
    "province": ("province", "area"),
    "governorate": ("province",),
    "state": ("province", "country"),
    "oblast": ("province",),
    "prefecture": ("province",),
    "region": ("province", "region", "area", "district"),
    "county": ("district", "province"),
    "parish": ("district",),
    "district": ("district", "city"),
    "city": ("city", "capital"),
    "town": ("city", "capital"),
    "township": ("city",),
    "village": ("city",),
    "capital": ("capital", "city"),
    "port": ("city", "capital"),
    "island": ("island", "province", "city", "district"),
    "sea": ("sea",),
    "ocean": ("sea",),
    "gulf": ("sea",),
    "peninsula": ("area", "region"),
    "strip": ("area",),
    "river": ("river",),
}
"""What an article's own word for a place allows it to be."""

VAGUE = frozenset({"sea", "river", "mountains", "region", "area", "island", "border"})
"""Kinds whose borders are not in the data: what lies in them is known only where a table says so."""

_PROMINENCE = {"country": 9, "continent": 8, "region": 7, "sea": 6, "area": 6, "island": 6, "river": 5, "mountains": 5}


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer."""

    number: int
    """Its line in the data: its identity."""
    name: str
    kind: str
    """country, province, district, city, capital, continent, region, area, island, sea, river, mountains or border."""
    code: str
    """ISO 3166 code of a country, GeoNames code of a province or district."""
    parent: int | None
    population: int
    latitude: float | None
    longitude: float | None
    members: tuple[str, ...]
    """Codes of the countries or provinces that a region holds."""

    @property
    def is_settlement(self) -> bool:
        return self.kind in ("city", "capital")


@lru_cache(maxsize=2)
def _lines(name: str) -> list[str]:
    """The lines of one data file; a line is taken apart when it is asked for, so that reading costs little."""
    data = resources.files("divergence.lexicon") / "data" / name
    return gzip.decompress(data.read_bytes()).decode().split("\n")


@lru_cache(maxsize=8192)
def place(number: int) -> Place:
    """The place on that line of the data."""
    cells = [*_lines("places.tsv.gz")[number].split("\t"), *[""] * 8]
    name, kind, code, parent, population, latitude, longitude, members = cells[:8]
    return Place(
        number,
        name,
        kind,
        code,
        int(parent) if parent else None,
        int(population or 0),
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        tuple(members.split(",")) if members else (),
    )


def _under(key: str) -> tuple[Place, ...]:
    """The places listed under one key of the index, likeliest first."""
    lines, probe = _lines("place_names.tsv.gz"), key + "\t"
    at = bisect_left(lines, probe)
    if at >= len(lines) or not lines[at].startswith(probe):
        return ()
    found = (place(int(n)) for n in lines[at][len(probe) :].split(","))
    return tuple(sorted(found, key=lambda p: (-prominence(p), p.number)))


def prominence(known: Place) -> float:
    """How likely a bare name means this place: countries first, then capitals and provinces, then by population."""
    if known.kind in _PROMINENCE:
        return float(_PROMINENCE[known.kind])
    lift = {"capital": 2.0, "province": 1.2, "district": 0.1}.get(known.kind, 0.6)
    return lift + min(known.population, 20_000_000) / 10_000_000


@lru_cache(maxsize=16384)
def places_named(name: str) -> tuple[Place, ...]:
    """All places that bear this name in some spelling, likeliest first; empty for a name nobody listed.

    A spelling that is listed means the places it is listed for. Only a spelling that is not is matched by sound,
    and then near spellings alone count.
    """
    folded = fold(name)
    exact = _saints(folded) if folded else ()
    if exact or len(folded) < 5:
        return exact
    return _first_of_two(folded) or _alike(folded)


_SAINTS = {"st": "saint", "saint": "st", "ste": "sainte", "sainte": "ste"}


def _saints(folded: str) -> tuple[Place, ...]:
    """The places listed under a name, then those under the other way to write the saint that it begins with."""
    saint, _, rest = folded.partition(" ")
    if not rest or saint not in _SAINTS:
        return _under(folded)
    found = (*_under(folded), *_under(f"{_SAINTS[saint]} {rest}"))
    return tuple({p.number: p for p in found}.values())


def _first_of_two(folded: str) -> tuple[Place, ...]:
    """The country of two islands of which a saint's is the first: ``St. Vincent``."""
    saint, _, rest = folded.partition(" ")
    lines, probe = _lines("place_names.tsv.gz"), f"saint {rest} and "
    at = bisect_left(lines, probe)
    if not rest or saint not in _SAINTS or at >= len(lines) or not lines[at].startswith(probe):
        return ()
    return tuple(p for p in _under(lines[at].split("\t")[0]) if p.kind == "country")


def _alike(folded: str) -> tuple[Place, ...]:
    """Places whose names sound like this one and are near in letters, the likeliest first."""
    bare = without_article(folded)
    alike = [(ratio(bare, without_article(fold(p.name))), p) for p in _under("~" + sound(folded))]
    best = max((r for r, _ in alike), default=0)
    return tuple(p for r, p in alike if r >= 72 and r >= best - 12)


def abbreviated(text: str) -> Place | None:
    """The state that a news abbreviation or postal code stands for after a town (``Calif.``, ``N.J.``, ``TX``)."""
    return next(iter(_under("," + fold(text))), None)


@lru_cache(maxsize=16384)
def chain(known: Place) -> tuple[Place, ...]:
    """A place and all that it lies in, upwards: town, district, province, country, continent."""
    return (known,) if known.parent is None else (known, *chain(place(known.parent)))


def country_of(known: Place) -> Place | None:
    """The country that a place lies in or is."""
    return next((p for p in chain(known) if p.kind == "country"), None)


def contains(outer: Place, inner: Place) -> bool:
    """Whether ``inner`` lies in ``outer``: through the chain of provinces and countries, or as a member of a region.

    A city that bears its province's name does not contain it.
    """
    if outer.number == inner.number:
        return False
    above = chain(inner)
    if any(p.number == outer.number for p in above):
        return True
    return bool(outer.members) and any(p.code in outer.members for p in above if p.code)


def may_contain(outer: Place, inner: Place) -> bool:
    """Whether ``inner`` may lie in ``outer`` for all the data knows: seas, islands and areas have no borders here."""
    if contains(outer, inner):
        return True
    if outer.kind not in VAGUE or outer.members:
        return False
    home = country_of(outer)
    return home is None or home == country_of(inner)


def country_by_code(code: str) -> Place | None:
    """The country or province with that code."""
    return _by_code().get(code)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Place]:
    coded = (n for n, line in enumerate(_lines("places.tsv.gz")) if line.split("\t", 3)[2:3] not in ([], [""]))
    return {known.code: known for known in map(place, coded)}


def surroundings(name: str) -> tuple[Place, ...]:
    """The places that a surrounding can mean, its designator heeded (``Hasakah province`` is not the city)."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in DESIGNATED and not places_named(name):
        allowed = DESIGNATED[words[-1].lower()]
        return tuple(p for p in places_named(" ".join(words[:-1])) if p.kind in allowed)[:4]
    return likely(places_named(name))[:4]


def resolve(name: str, designator: str = "", within: tuple[str, ...] = ()) -> tuple[Place, ...]:
    """The places that a name can mean where an article calls it a ``designator`` and puts it in ``within``.

    What contradicts the article's own words is left out, unless nothing is left: then the words outweigh the data,
    and the name stays unknown.
    """
    known = places_named(name)
    allowed = DESIGNATED.get(designator)
    if allowed:
        fitting = tuple(p for p in known if p.kind in allowed)
        known = fitting or tuple(p for p in _alike(fold(name)) if p.kind in allowed)
    outer = tuple(o for w in within for o in surroundings(w))
    if not outer or not known:
        return known
    return tuple(p for p in known if any(contains(o, p) or may_contain(o, p) for o in outer))


def likely(known: tuple[Place, ...]) -> tuple[Place, ...]:
    """Of the bearers of a name those that news can mean: a country leaves no room for far smaller namesakes."""
    if not known or known[0].kind != "country":
        return known
    return tuple(p for p in known if p.kind == "country" or 4 * p.population > known[0].population)


def same_place(left: str, right: str) -> bool:
    """Whether two names can mean one place: they share a listed place, or spell one unlisted name alike."""
    first, second = likely(places_named(left)), likely(places_named(right))
    if first and second:
        return bool({p.number for p in first} & {p.number for p in second})
    if first or second:
        return sound(left) == sound(right)
    return fold(left) == fold(right) or sound(left) == sound(right)


def government_seat(name: str) -> Place | None:
    """The country for whose government a capital's name may stand (``Islamabad refused``), else None."""
    capital = next((p for p in places_named(name)[:3] if p.kind == "capital"), None)
    return country_of(capital) if capital else None

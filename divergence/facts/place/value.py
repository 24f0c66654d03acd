"""What a place expression says: its name, its kind, what it lies in, and where from it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from divergence.lexicon import designators
from divergence.lexicon.gazetteer import Place, likely, places_named, resolve
from divergence.lexicon.spelling import fold

FAR = Decimal(10)
"""Kilometres from which fractions say more than an article does."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place as an article names it."""

    name: str
    """As printed, without designator: ``Kandahar``, ``Dallas County jail``, ``Maple Street``, ``hospital``."""
    kind: str = ""
    """The article's word for it: ``province``, ``village``, ``jail``, ``street``; nothing for a bare name."""
    within: tuple[str, ...] = ()
    """Where the article says it lies, inner first."""
    relation: str = "in"
    """in, near, outside, off, between, behind, front, from (at a distance or in a direction from)."""
    direction: str = ""
    """west, southwest …, of the named place."""
    distance: Decimal | None = None
    """Kilometres from the named place."""
    number: str = ""
    """House or block number of an address."""
    part: str = ""
    """Which part of the named territory: ``northern``, ``central``, or who holds it (``rebel-held``)."""

    @property
    def known(self) -> tuple[Place, ...]:
        """What the gazetteer knows by that name in that surrounding, likeliest first."""
        return () if self.is_building else likely(resolve(self.name, self.kind, self.within))[:6]

    @property
    def is_building(self) -> bool:
        """Whether this is a building, a room, a street or an address rather than a settlement or territory."""
        return self.kind in designators.FACILITY and self.kind not in designators.SETTLEMENT

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own rather than only a noun."""
        return any(c.isupper() or c.isdigit() for c in self.name)


@dataclass(frozen=True, slots=True)
class Places:
    """The places that one expression names."""

    spots: tuple[Spot, ...]
    """Sorted by folded name."""


def outer_spot(within: str) -> Spot:
    """A surrounding as a place of its own: ``Hasakah province`` is the province."""
    words = within.split()
    designated = len(words) > 1 and words[-1].lower() in designators.SETTLEMENT and not likely(places_named(within))
    return Spot(" ".join(words[:-1]), words[-1].lower()) if designated else Spot(within)


def printed(value: Places) -> str:
    """The places in plain form: ``Kabul; Paktia``, ``between Kabul and Paktia``."""
    if len(value.spots) == 2 and all(s.relation == "between" and not s.direction for s in value.spots):
        first, second = (_printed(s) for s in value.spots)
        return f"{first} and {second.removeprefix('between ')}"
    return "; ".join(_printed(s) for s in value.spots)


def _printed(spot: Spot) -> str:
    number = f"{spot.number} " if spot.number else ""
    distance = f"{_rounded(spot.distance)} km " if spot.distance is not None else ""
    direction = f"{spot.direction} of " if spot.direction else ("from " if distance else "")
    relation = "" if spot.relation in ("in", "from") else f"{spot.relation} "
    part = f"{spot.part} " if spot.part else ""
    return f"{distance}{direction or relation}{number}{part}{canonical(spot)}{_told_apart(spot)}"


def _rounded(distance: Decimal) -> str:
    """Kilometres no finer than an article tells them: 30 miles are 48 km, not 48.28032."""
    places = Decimal(1) if distance >= FAR else Decimal("0.1") if distance >= 1 else Decimal("0.001")
    return f"{distance.quantize(places).normalize():f}"


def _told_apart(spot: Spot) -> str:
    """The surroundings that tell a town from its namesakes elsewhere: ``, Maine``; nothing where there are none."""
    if not spot.within or spot.is_building:
        return ""
    if not places_named(spot.name):
        return f", {spot.within[-1]}" if spot.kind not in designators.SETTLEMENT else ""
    bearers = [p for p in places_named(spot.name) if p.is_settlement and fold(p.name) == fold(spot.name)]
    fitting = [p for p in resolve(spot.name, spot.kind, spot.within) if p.is_settlement]
    return f", {spot.within[-1]}" if 0 < len(fitting) < len(bearers) else ""


def canonical(spot: Spot) -> str:
    """A place as printed, with the article's word for it where provinces and towns share names."""
    name = spot.name.title() if spot.name.isupper() and len(spot.name) > 3 else spot.name
    shared = spot.kind in ("province", "governorate", "district", "county", "state", "island")
    return f"{name} {spot.kind}" if shared and not name.lower().endswith(spot.kind) else name

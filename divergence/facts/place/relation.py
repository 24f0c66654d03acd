"""How two place expressions stand: the same, spelled otherwise, one inside the other, apart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from divergence.facts.names.match import Match, alike, match_organisations
from divergence.facts.place.part import parts_differ, vector
from divergence.facts.place.value import Places, Spot, canonical, printed
from divergence.facts.types import Related
from divergence.lexicon import designators
from divergence.lexicon.compass import DIRECTIONS
from divergence.lexicon.gazetteer import Place, contains, country_of, may_contain, surroundings
from divergence.lexicon.spelling import fold, sound
from divergence.model.comparison import Relation

_WHY = {
    Relation.SAME: "the same place",
    Relation.VARIANT: "{} and {} are names of one place",
    Relation.REFINES: "{} and {} say one place with more and less detail",
    Relation.CONTAINS: "one of {} and {} lies in the other",
    Relation.PART_OF: "{} are among {}",
    Relation.CONFLICTS: "“{}” and “{}” do not name the same place",
    Relation.CANNOT_TELL: "nothing says whether one of {} and {} lies in the other",
}


def relate_places(left: Places, right: Places) -> Related:
    """How two sets of places stand.

    Sets agree where each place has its match; a set and a part of it agree as far as they go; sets that each hold
    a place the other lacks conflict, unless it may lie in one of the other's places.
    """
    if left == right:
        return Related(Relation.SAME, _WHY[Relation.SAME])
    forth = [_best([relate_spots(a, b) for b in right.spots]) for a in left.spots]
    back = [_best([relate_spots(b, a) for a in left.spots]) for b in right.spots]
    lost, lost_back = Relation.CONFLICTS in forth, Relation.CONFLICTS in back
    ordered = sorted((printed(left), printed(right)), key=fold)
    if lost and lost_back:
        return Related(Relation.CONFLICTS, _WHY[Relation.CONFLICTS].format(*ordered))
    if lost or lost_back:
        part, whole = (left, right) if not lost else (right, left)
        return Related(Relation.PART_OF, _WHY[Relation.PART_OF].format(printed(part), printed(whole)))
    worst = max(forth + back, key=_order)
    return Related(worst, _WHY[worst].format(*ordered))


_ORDER = (
    Relation.SAME,
    Relation.VARIANT,
    Relation.REFINES,
    Relation.CONTAINS,
    Relation.CANNOT_TELL,
    Relation.CONFLICTS,
)


def _order(relation: Relation) -> int:
    return _ORDER.index(relation)


def _best(relations: list[Relation]) -> Relation:
    return min(relations, key=_order)


def relate_spots(left: Spot, right: Spot) -> Relation:
    """How two single places stand; symmetric."""
    if left == right:
        return Relation.SAME
    if left.number or right.number or _is_street(left) or _is_street(right):
        return _relate_addresses(left, right)
    if left.is_building or right.is_building:
        return _relate_buildings(left, right)
    left, right = _with_sides(left, right)
    base = _relate_parts(left, right, _relate_names(left, right))
    if base in (Relation.SAME, Relation.VARIANT, Relation.REFINES):
        return _relate_positions(left, right, base)
    if left.relation != right.relation and {left.relation, right.relation} & {"off", "between", "from", "near"}:
        return Relation.CANNOT_TELL if base is not Relation.CONFLICTS or _either_vague(left, right) else base
    return base


def _with_sides(left: Spot, right: Spot) -> tuple[Spot, Spot]:
    """Two places of which the gazetteer lacks one, or two sides of one, with the side in a name taken for the part."""
    first, second = sided(left), sided(right)
    opposed = bool(first.part and second.part) and parts_differ(first.part, second.part)
    listed = bool(left.known) and bool(right.known)
    apart = fold(first.name) == fold(second.name) and (opposed or not listed)
    return (first, second) if apart else (left, right)


def sided(spot: Spot) -> Spot:
    """A place with the point of the compass that its name begins with as its part: ``North Kordofan``."""
    side, _, rest = spot.name.partition(" ")
    if spot.part or not rest or fold(side).removesuffix("ern") not in DIRECTIONS:
        return spot
    return replace(spot, name=rest, part=f"{fold(side).removesuffix('ern')}ern")


def _relate_parts(left: Spot, right: Spot, base: Relation) -> Relation:
    """One territory: two parts of it are two places, a part lies in the whole; who lies in a whole may miss a part."""
    if left.part == right.part:
        return base
    if base is Relation.CONTAINS:
        outer = left if any(contains(a, b) for a in left.known for b in right.known) else right
        return Relation.CANNOT_TELL if outer.part else base
    if base not in (Relation.SAME, Relation.VARIANT, Relation.REFINES):
        return base
    if left.part and right.part:
        return Relation.CONFLICTS if parts_differ(left.part, right.part) else Relation.REFINES
    return Relation.CONTAINS


def _either_vague(left: Spot, right: Spot) -> bool:
    """Whether a place is only given by its nearness to another, so that it may well lie in a third."""
    return "near" in (left.relation, right.relation) or "off" in (left.relation, right.relation)


def _relate_positions(left: Spot, right: Spot, base: Relation) -> Relation:
    """One anchor: directions and distances from it must agree; being at it and being away from it do not."""
    if left.direction and right.direction and not _directions_agree(left.direction, right.direction):
        return Relation.CONFLICTS
    if left.distance is not None and right.distance is not None:
        far, near = max(left.distance, right.distance), min(left.distance, right.distance)
        if far - near > max(Decimal(2), far / 5):
            return Relation.CONFLICTS
    away = {left.relation, right.relation}
    if away == {"in", "outside"} or (away == {"in", "from"} and _is_point(left) and _is_point(right)):
        return Relation.CONFLICTS
    if away == {"in", "from"}:
        return Relation.CANNOT_TELL
    if left.direction != right.direction or left.distance != right.distance or left.relation != right.relation:
        return Relation.REFINES
    return base


def _directions_agree(left: str, right: str) -> bool:
    """Whether two compass directions lie within 45 degrees (``north``, ``northwest``)."""
    a, b = vector(left), vector(right)
    return a[0] * b[0] + a[1] * b[1] > 0


def _relate_names(left: Spot, right: Spot) -> Relation:
    """Two territories or settlements by name, kind and what the gazetteer knows."""
    known, other = left.known, right.known
    if fold(left.name) == fold(right.name) and _set_apart(left, right):
        return Relation.CONFLICTS
    return _relate_known(left, right, known, other) if known and other else _relate_unlisted(left, right)


def _relate_unlisted(left: Spot, right: Spot) -> Relation:
    """Two places of which the gazetteer lacks at least one: by spelling, and by what the articles put them into."""
    known, other = left.known, right.known
    shorter = min(len(left.name), len(right.name))
    if fold(left.name) == fold(right.name) or (shorter > 3 and sound(left.name) == sound(right.name)):
        return Relation.SAME if canonical(left) == canonical(right) else Relation.VARIANT
    if bool(known) != bool(other) and alike(fold(left.name), fold(right.name)) and shorter > 5:
        return Relation.VARIANT
    if fold(right.name) in map(fold, left.within) or fold(left.name) in map(fold, right.within):
        return Relation.CONTAINS
    if _said_within(left, right) or _said_within(right, left):
        return Relation.CONTAINS
    return Relation.CONFLICTS if _both_points(left, right) else Relation.CANNOT_TELL


def _set_apart(left: Spot, right: Spot) -> bool:
    """Whether two namesakes are put into two countries or provinces, of which neither holds the other."""
    outer, other = ([p for w in s.within for p in surroundings(w)[:1]] for s in (left, right))
    nations, others = {country_of(p) for p in outer} - {None}, {country_of(p) for p in other} - {None}
    if nations and others and not nations & others:
        return True
    parts, pieces = ({p for p in found if p.kind == "province"} for found in (outer, other))
    return bool(parts) and bool(pieces) and not parts & pieces


def _said_within(inner: Spot, outer: Spot) -> bool:
    """Whether the article puts one place into the other, by a listed name of it."""
    ours = {p.number for p in outer.known}
    return bool(ours) and any(ours & {p.number for p in surroundings(w)} for w in inner.within)


def _both_points(left: Spot, right: Spot) -> bool:
    """Whether both are settlements by the article's own words or by the gazetteer."""
    return all(s.kind in designators.POINTS or (not s.kind and _is_town(s)) for s in (left, right)) and (
        bool(left.kind) or bool(right.kind)
    )


def _is_point(spot: Spot) -> bool:
    """Whether a place is so small that beside it is not in it."""
    town = _is_town(spot) or (spot.relation == "from" and any(p.is_settlement for p in spot.known))
    return spot.is_building or spot.kind in designators.POINTS or (not spot.kind and town)


def _is_town(spot: Spot) -> bool:
    return bool(spot.known) and spot.known[0].is_settlement


def _relate_known(left: Spot, right: Spot, known: tuple[Place, ...], other: tuple[Place, ...]) -> Relation:
    if {p.number for p in known} & {p.number for p in other}:
        return Relation.SAME if canonical(left) == canonical(right) else Relation.VARIANT
    if any(contains(a, b) or contains(b, a) for a in known for b in other):
        return Relation.CONTAINS
    if fold(left.name) == fold(right.name):
        return Relation.CANNOT_TELL
    vague = any(may_contain(a, b) or may_contain(b, a) for a in known[:2] for b in other[:2])
    return Relation.CANNOT_TELL if vague else Relation.CONFLICTS


_ALSO_STREETS = frozenset("court circle way place square terrace drive".split())
"""Words that name streets and other things: a court of law, a public square."""


def _is_street(spot: Spot) -> bool:
    if spot.kind in _ALSO_STREETS:
        return bool(spot.number)
    return spot.kind in designators.STREET and spot.is_named


def _relate_addresses(left: Spot, right: Spot) -> Relation:
    """Addresses share a street or not; on one street the house numbers must fit (``2111`` in the ``2100 block``)."""
    if not (_is_street(left) and _is_street(right)):
        return Relation.CANNOT_TELL
    streets, others = _streets(left), _streets(right)
    if match_organisations(left.name, right.name) >= Match.VARIANT:
        others = streets
    if streets == others and left.number and right.number and left.number != right.number:
        same_block = left.number[:-2] == right.number[:-2] and "00" in (left.number[-2:], right.number[-2:])
        return Relation.CONTAINS if same_block else Relation.CONFLICTS
    if streets == others:
        return Relation.VARIANT if left.number == right.number else Relation.REFINES
    return Relation.REFINES if streets & others else Relation.CONFLICTS


def _streets(spot: Spot) -> frozenset[str]:
    """The streets of an address by their bare names."""
    words = " ".join(w for w in fold(spot.name).split() if w not in designators.STREET | {"n", "s", "e", "w"})
    return frozenset(sound(part.strip()) for part in words.split(" and ") if part.strip())


def _relate_buildings(left: Spot, right: Spot) -> Relation:
    """Buildings by noun and name; inside and outside of one building are two places."""
    if not (left.is_building and right.is_building):
        return _building_in_place(left, right)
    named = _relate_named(left, right)
    if named is not None:
        return named
    part = _part_of_building(left, right) or _part_of_building(right, left)
    if part is not None:
        return part
    return _relate_kinds(left, right)


def _relate_kinds(left: Spot, right: Spot) -> Relation:
    """Two buildings by the words before their nouns; a noun alone may be any of its kind."""
    words, others = _name_words(left) - _outer_words(right), _name_words(right) - _outer_words(left)
    if left.kind != right.kind:
        return Relation.CANNOT_TELL
    if words and others and not (words <= others or others <= words):
        return Relation.CONFLICTS if left.is_named and right.is_named else Relation.CANNOT_TELL
    if {left.relation, right.relation} == {"in", "outside"}:
        return Relation.CONFLICTS
    return Relation.SAME if words == others and left.relation == right.relation else Relation.REFINES


def _outer_words(spot: Spot) -> frozenset[str]:
    return frozenset(word for outer in spot.within for word in fold(outer).split())


_PARTS = frozenset("parking car-park garage yard garden driveway gate basement lobby doorway porch".split())


def _part_of_building(part: Spot, whole: Spot) -> Relation | None:
    """``in the car park of the hospital`` against ``in a hospital``: beside it is not inside; else None."""
    if part.kind not in _PARTS or not part.within or whole.kind not in fold(part.within[0]).split():
        return None
    outdoors = part.kind not in ("basement", "lobby")
    if not outdoors or whole.relation in ("outside", "near"):
        return Relation.REFINES
    return Relation.CONFLICTS if whole.relation == "in" else None


def _relate_named(left: Spot, right: Spot) -> Relation | None:
    """Two named buildings by their names alone; None where the names do not settle it."""
    if not (left.is_named and right.is_named) or left.relation != right.relation:
        return None
    match = match_organisations(left.name, right.name)
    if match is Match.SAME:
        return Relation.SAME if left == right else Relation.REFINES
    return {Match.VARIANT: Relation.VARIANT, Match.SHORTER: Relation.REFINES}.get(match)


def _building_in_place(left: Spot, right: Spot) -> Relation:
    building, place = (left, right) if left.is_building else (right, left)
    if not place.known:
        named = _relate_named(left, right)
        if named is not None:
            return named
    inside = any(_relate_names(Spot(w), place) in (Relation.SAME, Relation.VARIANT) for w in building.within)
    if inside and place.relation in ("from", "outside") and _is_point(place):
        return Relation.CONFLICTS
    return Relation.CONTAINS if inside and place.relation == "in" else Relation.CANNOT_TELL


def _name_words(spot: Spot) -> frozenset[str]:
    return frozenset(fold(spot.name).split()) - {fold(spot.kind), "the", "a", "an", ""}

"""Places of what happened: sets of settlements and territories, buildings, addresses, distances from a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from divergence.facts.about.question import things
from divergence.facts.about.slots import mention, slot_at
from divergence.facts.about.subject import asking
from divergence.facts.names.named import head_of
from divergence.facts.place.phrases import Located, built_nouns, located
from divergence.facts.place.relation import relate_places
from divergence.facts.place.value import Places, Spot, printed
from divergence.facts.types import FactType, Nature, Related
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import designators
from divergence.lexicon.spelling import fold
from divergence.model.fact import Kind, Mention, Slot

HITTING = frozenset({"airstrike", "missile", "rocket", "shell"})
"""Things that come down somewhere: a place beside them is where."""

_JOINS = frozenset([",", "and", "&", "or", "in", "the", "both", "at", "well", "as"])


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every place named, joined ones as one set, and buildings without a name where something happened."""
    taken: list[tuple[int, int]] = []
    for group in _groups(parsed, list(located(parsed))):
        taken.append((group[0].first, group[-1].last))
        if not _is_one_end(group):
            yield _mention(parsed, group, "place-name" if len(group) == 1 else "place-set")
    for one in built_nouns(parsed, taken):
        found = _mention(parsed, [one], "building")
        if found.slot.predicate:
            yield found


def _is_one_end(group: Sequence[Located]) -> bool:
    """Whether a place is one side of what is *between* it and no place: *talks between Denmark and the rebels*."""
    return len(group) == 1 and group[0].spot.relation == "between"


def _groups(parsed: Parsed, found: list[Located]) -> Iterator[list[Located]]:
    """Runs of places with nothing but commas, *and* and a repeated preposition between them."""
    group: list[Located] = []
    for one in found:
        if group and not _joined(parsed, group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _joined(parsed: Parsed, left: Located, right: Located) -> bool:
    between = parsed.tokens[left.last : right.first]
    words = [t.lower for t in between]
    buildings = left.spot.is_building or right.spot.is_building
    same = parsed.tokens[left.first].sentence == parsed.tokens[right.first].sentence
    return (
        bool(words) and same and not buildings and set(words) <= _JOINS and words not in (["in"], ["at"], ["in", "the"])
    )


def _mention(parsed: Parsed, group: list[Located], rule: str) -> Mention:
    first, last = group[0].first, group[-1].last
    spots = _share_kind(_share_side(tuple(one.spot for one in group)))
    value = Places(tuple(sorted(set(spots), key=lambda s: (fold(s.name), s.kind, s.within))))
    start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
    found = mention(parsed, start, end, Kind.PLACE, value, rule)
    return replace(found, slot=_slot(parsed, first, last, value.spots))


def _slot(parsed: Parsed, first: int, last: int, spots: tuple[Spot, ...]) -> Slot:
    """The slot of a place: what is there, named by the noun right before its preposition where there is one.

    That adjacency (``airstrikes on``) is surer than an attachment that a small parser had to choose. A building is
    asked for as such (which jail, which hospital); a distance belongs to the place it is measured from.
    """
    slot = slot_at(parsed, first, last, head_of(parsed, first, last))
    thing = thing_before(parsed, first)
    own = {t.lemma for t in parsed.tokens[first:last]}
    head = thing.lemma if thing is not None else "" if slot.head in own else slot.head
    slot = replace(slot, head=ALIKE.get(head, head))
    spot = spots[0]
    if len(spots) == 1 and spot.is_building:
        return replace(slot, head=_whole(spot))
    return replace(slot, holder=fold(spot.name)) if spot.relation == "from" else slot


def _whole(spot: Spot) -> str:
    """The noun of a building, for a part of one that of the whole (the car park of a hospital)."""
    outer = spot.within[0].split()[-1].lower() if spot.within and " " in spot.within[0] else ""
    return outer if outer in designators.FACILITY - designators.SETTLEMENT else spot.kind


ALIKE = {
    **dict.fromkeys(("epicenter", "epicentre", "earthquake", "temblor", "tremor"), "quake"),
    **dict.fromkeys(("air-strike", "raid", "bombardment"), "airstrike"),
    **dict.fromkeys(("bombing", "explosion", "bomb"), "blast"),
}
"""Nouns under which one happening is located."""


def thing_before(parsed: Parsed, first: int) -> Token | None:
    """The common noun that stands before a place and its preposition, over articles and an owner of the place."""
    sentence = parsed.sentences[parsed.tokens[first].sentence]
    seen = False
    for at in range(first - 1, max(sentence.first, first - 6) - 1, -1):
        token = parsed.tokens[at]
        if token.tag in ("NN", "NNS"):
            return token if seen else None
        seen = seen or token.pos == "ADP"
        if token.pos not in ("ADP", "DET", "PROPN", "PART", "ADJ") or (seen and token.pos == "PROPN"):
            return None
    return None


def _share_kind(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Give the earlier places of ``Kabul and Paktia provinces`` the word that follows the last."""
    kind = spots[-1].kind
    if kind not in designators.SETTLEMENT:
        return spots
    return tuple(replace(s, kind=s.kind or kind) for s in spots) if not any(s.kind for s in spots[:-1]) else spots


def _share_side(spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Both ends of ``between X and Y`` are ends."""
    return tuple(replace(s, relation="between") for s in spots) if spots[0].relation == "between" else spots


def places_of(found: Mention) -> Places:
    assert isinstance(found.value, Places)
    return found.value


def relate(left: Mention, right: Mention) -> Related:
    """How two place expressions stand, given that both say where one thing is."""
    return relate_places(places_of(left), places_of(right))


def phrase(found: Mention) -> str:
    """The places in plain form: ``Kabul; Paktia``, ``55 km west of Riverton``."""
    return printed(places_of(found))


def fields(found: Mention) -> dict[str, str | None]:
    """Names, surroundings and position, for programs."""
    spots = places_of(found).spots
    return {
        "places": "; ".join(s.name for s in spots),
        "within": "; ".join(w for s in spots for w in s.within) or None,
        "part": spots[0].part or None,
        "direction": spots[0].direction or None,
        "kilometres": None if spots[0].distance is None else f"{spots[0].distance.normalize():f}",
    }


def heading(slot: Slot, mentions: Sequence[Mention]) -> str:
    """Where something came down, for what does."""
    return f"Where did the {things(slot)} hit?" if slot.head in HITTING else ""


PLACE = FactType(
    kind=Kind.PLACE,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.NAME,
    noun="place",
    given="Place named",
    asks="Where",
    about="where something happened",
    subject=asking("where"),
    heading=heading,
    weighty=True,
)

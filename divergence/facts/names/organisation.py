"""Organisations and countries that act: who mediated, who attacked, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.about.slots import mention, slot_at
from divergence.facts.about.subject import asking
from divergence.facts.names import classes as name_class
from divergence.facts.names.actors import ACTS, BODIES, parties
from divergence.facts.names.chunks import Chunk, chunks, is_dateline
from divergence.facts.names.match import match_organisations
from divergence.facts.names.named import head_of, only_joins, relate_sets, spaced, speaker_role
from divergence.facts.types import FactType, Nature, Related
from divergence.language.parsed import Parsed
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.spelling import fold
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Means, Mention, Slot

_OWNERS = (name_class.PLACE, name_class.PEOPLE, name_class.PERSON, name_class.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The organisations that one expression names."""

    names: tuple[str, ...]
    """As printed; countries by their canonical name; sorted by folded form."""


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """One organisation in tokens ``[first, last)``."""

    first: int
    last: int
    name: str
    rule: str
    acts: bool = False
    """Whether it is a country, told by what is done for it."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every organisation and acting country; those joined by commas and *and* as one set."""
    for group in _joined(parsed, list(_singles(parsed))):
        first, last = group[0].first, group[-1].last
        value = Bodies(tuple(sorted({f.name for f in group}, key=fold)))
        start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
        found = mention(parsed, start, end, Kind.ORGANISATION, value, group[0].rule)
        found = replace(found, means=Means.ACTION if group[0].acts else Means.OWN_WORDS)
        slot = _as_agent(parsed, first, last, slot_at(parsed, first, last, head_of(parsed, first, last)))
        if not _qualifies_counted(parsed, first, last, slot):
            yield replace(found, slot=speaker_role(parsed, first, last, slot))


def _as_agent(parsed: Parsed, first: int, last: int, slot: Slot) -> Slot:
    """The slot of who does what a noun says: ``the mediation of X`` and ``X mediators`` are ``mediated by X``."""
    tokens = parsed.tokens
    before = tokens[first - 1] if first else None
    noun = tokens[first - 2] if before is not None and first > 1 and before.lower == "of" else None
    near = [t for t in (noun, *tokens[last : last + 2]) if t is not None and t.lemma in ACTS]
    return replace(slot, head="", predicate=ACTS[near[0].lemma], role="by") if near else slot


def _qualifies_counted(parsed: Parsed, first: int, last: int, slot: Slot) -> bool:
    """Whether a name only narrows a counted noun (``25 PLF militants``): the number says it already."""
    counted = any(t.tag == "CD" for t in parsed.tokens[max(0, first - 2) : first])
    return counted and slot.role == "modifier" and slot.head in PEOPLE and last < len(parsed.tokens)


def _singles(parsed: Parsed) -> Iterator[FoundOrganisation]:
    at = 0
    for chunk in chunks(parsed):
        if chunk.first < at or is_dateline(parsed, chunk):
            continue
        found = _single(parsed, chunk)
        if found is not None:
            at = found.last
            yield found


def _single(parsed: Parsed, chunk: Chunk) -> FoundOrganisation | None:
    body = _body_after(parsed, chunk)
    if body is not None:
        owner = _owner(chunk)
        return FoundOrganisation(chunk.first, body, _body_name(owner, parsed.tokens[body - 1].text), "name-and-body")
    if chunk.kind == name_class.ORGANISATION:
        last = chunk.last + 3 if chunk.short else chunk.last
        return FoundOrganisation(chunk.first, last, spaced(chunk.text), "organisation-name")
    country = parties(parsed).get(chunk.first)
    return FoundOrganisation(chunk.first, chunk.last, country, "acting-country", acts=True) if country else None


def _body_after(parsed: Parsed, chunk: Chunk) -> int | None:
    """One past ``police``, ``’s military`` and the like right after a name, or None."""
    at = chunk.last
    tokens = parsed.tokens
    if at < len(tokens) and tokens[at].text in ("'s", "’s"):
        at += 1
    named = chunk.kind in _OWNERS
    return at + 1 if named and at < len(tokens) and tokens[at].text in BODIES else None


def _body_name(owner: str, body: str) -> str:
    """The name of a body; ``group`` after a name adds nothing to it."""
    return spaced(owner) if body == "group" else spaced(f"{owner} {body}")


def _owner(chunk: Chunk) -> str:
    """The name before a body, a people's as its country's."""
    country = country_of_people(chunk.text)
    if country is None and chunk.kind == name_class.PLACE:
        country = next(iter(p for p in places_named(chunk.text)[:1] if p.kind == "country"), None)
    return country.name if country else chunk.text


def _joined(parsed: Parsed, found: list[FoundOrganisation]) -> Iterator[list[FoundOrganisation]]:
    """Runs of countries (or of organisations) with nothing but commas, *and* and articles between them."""
    group: list[FoundOrganisation] = []
    for one in found:
        if group and not (_same_sort(group[-1], one) and only_joins(parsed, group[-1].last, one.first)):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _same_sort(left: FoundOrganisation, right: FoundOrganisation) -> bool:
    return left.acts and right.acts


def _names(found: Mention) -> tuple[str, ...]:
    assert isinstance(found.value, Bodies)
    return found.value.names


def relate(left: Mention, right: Mention) -> Related:
    """Whether two expressions name the same organisations."""
    found = relate_sets(_names(left), _names(right), match_organisations, "organisation")
    if found.relation is Relation.CONFLICTS and (doubt := _of_a_people(_names(left), _names(right))):
        return Related(Relation.CANNOT_TELL, doubt)
    if found.relation is Relation.PART_OF and _exhaustive(left) and _exhaustive(right):
        return Related(Relation.CONFLICTS, found.why.replace(" is among ", " and ") + " are not the same parties")
    return found


def _of_a_people(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Why a name and the same with a people's adjective, *Greenpeace* and *Danish Greenpeace*, may be of one
    body or of two; empty for other names.
    """
    if len(left) > 1 or len(right) > 1:
        return ""
    short, long = sorted((left[0], right[0]), key=len)
    people, _, rest = long.partition(" ")
    if fold(rest) != fold(short) or country_of_people(people) is None:
        return ""
    return f"{long} may be {short} or a body beside it"


def _exhaustive(found: Mention) -> bool:
    """Whether a mention names all who did it: the agents of an act (``mediated by``), not one of its subjects."""
    return found.means is Means.ACTION and found.slot.role not in ("subject", "object")


def phrase(found: Mention) -> str:
    """The names in plain form: ``Qatar; Turkey``."""
    return "; ".join(_names(found))


def fields(found: Mention) -> dict[str, str | None]:
    """The names, for programs."""
    return {"names": phrase(found)}


ORGANISATION = FactType(
    kind=Kind.ORGANISATION,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.NAME,
    noun="name of the organisation",
    given="Organisation named",
    asks="Which organisation",
    about="which organisation it was",
    subject=asking("who"),
    weighty=True,
)

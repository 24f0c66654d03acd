"""Persons: who is named, with spellings, short forms and titles told apart from other persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from divergence.facts.about.slots import mention, slot_at
from divergence.facts.about.subject import asking
from divergence.facts.names import classes as name_class
from divergence.facts.names.chunks import Chunk, chunks, of_kind
from divergence.facts.names.described import compatible, descriptions
from divergence.facts.names.match import Match, match_persons, person_words
from divergence.facts.names.named import head_of, relate_sets, spaced, speaker_role
from divergence.facts.types import FactType, Nature, Related
from divergence.language.parsed import Parsed
from divergence.lexicon.aliases import is_given_name
from divergence.lexicon.spelling import fold
from divergence.model.fact import Kind, Mention


@dataclass(frozen=True, slots=True)
class People:
    """The persons that one expression names, or describes where it gives no name."""

    names: tuple[str, ...]
    """As printed, sorted by their folded form."""
    described: bool = False
    """Whether these are descriptions (``wife``, ``young boy``) rather than names."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every person named, and those described where something befell them."""
    taken: list[tuple[int, int]] = []
    for first, last, names in _groups(parsed):
        taken.append((first, last))
        yield _mention(parsed, first, last, People(names), "person-name")
    for found in descriptions(parsed):
        if not any(found.first < last and first < found.last for first, last in taken):
            yield _mention(parsed, found.first, found.last, People(found.people, True), "person-described")


def _mention(parsed: Parsed, first: int, last: int, value: People, rule: str) -> Mention:
    start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
    found = mention(parsed, start, end, Kind.PERSON, value, rule)
    slot = slot_at(parsed, first, last, head_of(parsed, first, last))
    return replace(found, slot=speaker_role(parsed, first, last, slot))


def _groups(parsed: Parsed) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Names, and pairs that share a surname (``Alan and Joan Carter``), with the full names of both."""
    found = of_kind(parsed, name_class.PERSON)
    skip: set[int] = set()
    for left, right in pairwise(chunks(parsed)):
        if _shares_surname(parsed, left, right):
            surname = spaced(right.text).split()[-1]
            names = sorted((f"{spaced(left.text)} {surname}", spaced(right.text)), key=fold)
            skip |= {left.first, right.first}
            yield left.first, right.last, tuple(names)
    for chunk in found:
        if chunk.first not in skip:
            yield chunk.first, chunk.last, (spaced(chunk.text),)


def _shares_surname(parsed: Parsed, left: Chunk, right: Chunk) -> bool:
    between = parsed.tokens[left.last : right.first]
    single = len(left.text.split()) == 1 and len(right.text.split()) == 2 and right.kind == name_class.PERSON
    return (
        single
        and (left.kind == name_class.PERSON or is_given_name(left.text))
        and len(between) == 1
        and between[0].lower == "and"
    )


def _people(found: Mention) -> People:
    assert isinstance(found.value, People)
    return found.value


def relate(left: Mention, right: Mention) -> Related:
    """Whether two expressions name the same persons."""
    a, b = _people(left), _people(right)
    return relate_sets(a.names, b.names, match_descriptions if a.described or b.described else match_persons, "person")


def match_descriptions(left: str, right: str) -> Match:
    """How two descriptions of a person stand: a name describes nobody, so it may be any of them."""
    if fold(left) == fold(right):
        return Match.SAME
    return Match.SHORTER if left[:1].isupper() != right[:1].isupper() else _match_nouns(left, right)


def _match_nouns(left: str, right: str) -> Match:
    return Match.SHORTER if compatible(left, right) else Match.DIFFERENT


def phrase(found: Mention) -> str:
    """The names in plain form: ``Jane Smith``; ``Jane Smith; John Smith``."""
    return "; ".join(_people(found).names)


def fields(found: Mention) -> dict[str, str | None]:
    """The normal names, folded, for programs."""
    names = _people(found).names
    return {
        "names": "; ".join(" ".join(person_words(n)) for n in names),
        "described": "yes" if _people(found).described else None,
    }


PERSON = FactType(
    kind=Kind.PERSON,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.NAME,
    noun="name",
    given="Person named",
    asks="Who",
    about="who it was",
    subject=asking("who"),
    weighty=True,
)

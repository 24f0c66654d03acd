"""Countries and capitals that act (``Islamabad launched airstrikes``, ``mediated by Turkey``): parties, not places."""

from __future__ import annotations

from divergence.facts.about.clause import role_of
from divergence.facts.names.chunks import Chunk, chunks
from divergence.facts.names.classes import LOCATING, PEOPLE, PLACE
from divergence.facts.names.named import head_of, only_joins
from divergence.facts.remembered import remembered
from divergence.language.grammar import predicate
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.demonyms import country_of_people
from divergence.lexicon.gazetteer import government_seat, places_named

AGENCY = frozenset(
    """mediation auspices sponsorship leadership support help backing guarantee supervision invitation request
    initiative cooperation behest consent approval""".split()
)
"""Nouns whose ``of`` names who does it."""

BODIES = frozenset(
    """police military army navy government regime forces force authorities campaign administration officials delegation
    troops parliament militia rebels warplanes jets airforce coalition alliance group""".split()
)
"""Common nouns that make an organisation of a name before them: ``Pakistan's military``, ``Riverton police``."""

ADDRESSED = frozenset(
    """accuse ask urge sue warn tell blame thank join help support call invite pressure press criticise criticize
    condemn persuade convince allow want name charge fine sanction fight defeat beat trust punish back arm fund
    represent notify inform demand""".split()
)
"""Verbs whose object is somebody rather than somewhere."""

OPPOSED = frozenset("against with for by than like as".split())
"""Prepositions after which a country is a party: ``a lawsuit against Norway``, ``the war with Chad``."""

ACTS = {
    "mediation": "mediate",
    "mediator": "mediate",
    "sponsorship": "sponsor",
    "sponsor": "sponsor",
    "guarantor": "guarantee",
    "guarantee": "guarantee",
    "supervision": "supervise",
    "supervisor": "supervise",
    "organiser": "organise",
    "organizer": "organise",
    "investigator": "investigate",
    "negotiator": "negotiate",
}
"""Nouns of an act or its doer, with the verb."""

PARTIES = frozenset(
    """mediator official negotiator delegation team diplomat side government authority ministry
    military army force forces troops police leadership representative mediation regime navy air-force
    intelligence lawmaker parliament counterpart envoy investigator prosecutor company firm
    jet warplane plane aircraft airstrike""".split()
)
"""Nouns by which a people's name stands for a party."""


@remembered
def parties(parsed: Parsed) -> dict[int, str]:
    """For the first token of every name that stands for a party, the canonical name of its country.

    What is joined to a party by commas and *and* is one too (``the mediation of Qatar and Turkey``).
    """
    found: dict[int, str] = {}
    before: Chunk | None = None
    for chunk in chunks(parsed):
        country = _party(parsed, chunk)
        joined = before is not None and before.first in found and only_joins(parsed, before.last, chunk.first)
        if country is not None and before is not None and before.kind == PLACE and before.first not in found:
            between = [t.lower for t in parsed.tokens[before.last : chunk.first]]
            country = None if joins(between) else country
        if country is None and joined and chunk.kind == PLACE:
            top = places_named(chunk.text)[:1]
            country = top[0].name if top and top[0].kind == "country" else None
        if country is not None:
            found[chunk.first] = country
        before = chunk
    return found


def joins(between: list[str]) -> bool:
    """Whether words end a list: ``, Syria and Yemen``; a comma alone may begin a clause."""
    return bool(between) and set(between) <= {",", "and", "or", "the"} and bool({"and", "or"} & set(between))


def _party(parsed: Parsed, chunk: Chunk) -> str | None:
    """The country that a name stands for as a party to what happens by itself, else None."""
    if chunk.kind == PEOPLE:
        country = country_of_people(chunk.text)
        noun = _noun_after(parsed, chunk)
        return country.name if country and noun else None
    if chunk.kind != PLACE or not _acts(parsed, chunk):
        return None
    top = places_named(chunk.text)[:1]
    if top and top[0].kind == "country":
        return top[0].name
    seat = government_seat(chunk.text) if top and top[0].kind == "capital" else None
    return seat.name if seat else None


def _noun_after(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a word for a party follows, over further peoples and adjectives (``Qatari, Turkish mediators``)."""
    for token in parsed.tokens[chunk.last : chunk.last + 6]:
        if token.lemma in PARTIES:
            return True
        passable = token.text in (",", "and") or token.pos in ("ADJ", "PROPN") or country_of_people(token.text)
        if not passable and not token.tag.startswith(("JJ", "NN")):
            return False
    return False


def _acts(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether the name is a subject or an agent, the target of a demand, or the ``of`` of an agency."""
    before = [t.lower for t in parsed.tokens[max(0, chunk.first - 3) : chunk.first]]
    if before and before[-1] == "the":
        before.pop()
    if before[-1:] == ["of"] and before[-2:-1] and before[-2] in AGENCY:
        return True
    following = parsed.tokens[chunk.last] if chunk.last < len(parsed.tokens) else None
    if following is not None and following.text in ("'s", "’s", "'", "’"):
        return False
    if before[-1:] and before[-1] in OPPOSED:
        return True
    return not (before[-1:] and before[-1] in LOCATING) and _is_argument(parsed, chunk, following)


def _is_argument(parsed: Parsed, chunk: Chunk, following: Token | None) -> bool:
    """Whether a name is a subject, or the object of a verb that takes somebody (``urged Norway``)."""
    head = head_of(parsed, chunk.first, chunk.last)
    role = role_of(parsed, head)
    if role == "subject" or (following is not None and following.tag in ("VBD", "VBZ")):
        return True
    verb = predicate(parsed, head) if role == "object" else None
    return verb is not None and parsed.tokens[verb].lemma in ADDRESSED

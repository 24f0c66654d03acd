"""Names in a text, and whether each is a person's, an organisation's, a place's or a people's.

Capital letters, titles, designators (``Party``, ``Hospital``, ``County``) and the gazetteer decide before the named
entities of the pipeline, because they are right where a small pipeline guesses. A name that stays unclear in one
sentence takes the class it has elsewhere in the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.names.classes import ORGANISATION, PERSON, PLACE, THING, classify
from divergence.facts.names.match import is_acronym, person_words
from divergence.facts.names.named import only_joins
from divergence.facts.names.runs import runs
from divergence.facts.remembered import remembered
from divergence.language.parsed import Parsed
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.spelling import fold


@dataclass(frozen=True, slots=True)
class Chunk:
    """One name: tokens ``[first, last)``, and the tokens of a title that stands right before it in capitals."""

    first: int
    last: int
    text: str
    kind: str
    """person, organisation, place, people (a demonym), or nothing where it stays unclear."""
    title: tuple[int, int] | None = None
    """Tokens of the title before the name (``Defence Minister``), capital or not; adjacent to it."""
    short: str = ""
    """The acronym that the article gives in brackets after the name."""


@remembered
def chunks(parsed: Parsed) -> tuple[Chunk, ...]:
    """All names of an article, in order; none overlap."""
    found = [_chunk(parsed, first, last, title) for first, last, title in runs(parsed)]
    return tuple(_settle(_join_places(parsed, found)))


def _chunk(parsed: Parsed, first: int, last: int, title: tuple[int, int] | None) -> Chunk:
    text, short = parsed.text(first, last), _short(parsed, last)
    kind = ORGANISATION if is_acronym(short, text) else classify(parsed, first, last, title is not None)
    return Chunk(first, last, text, kind, title, short)


def _join_places(parsed: Parsed, found: list[Chunk]) -> list[Chunk]:
    """What is joined to a place and listed as one is a place (``Tripoli, Benghazi and Misrata``)."""
    for at in range(1, len(found)):
        before, chunk = found[at - 1], found[at]
        joined = before.kind == PLACE and only_joins(parsed, before.last, chunk.first)
        unclear = chunk.kind != PLACE and chunk.title is None and not chunk.short
        if joined and unclear and places_named(chunk.text):
            found[at] = replace(chunk, kind=PLACE)
    return found


def _short(parsed: Parsed, last: int) -> str:
    """The acronym in brackets right after a name, or nothing."""
    tokens = parsed.tokens[last : last + 3]
    if len(tokens) == 3 and tokens[0].text in "([" and tokens[2].text in ")]":
        inside = tokens[1].text
        if 2 <= len(inside) <= 10 and sum(c.isupper() for c in inside) >= 2:
            return inside
    return ""


def _settle(found: list[Chunk]) -> Iterator[Chunk]:
    """Give unclear names the class that the article gives them elsewhere; a surname is its bearer's."""
    votes: dict[str, Counter[str]] = {}
    for chunk in found:
        for key in _keys(chunk):
            votes.setdefault(key, Counter())[chunk.kind] += 2 if chunk.title else 1
    full = [c for c in found if c.kind == PERSON and len(c.text.split()) > 1]
    surnames = {k for c in full for k in _keys(c)} | {fold(c.text.split()[0]) for c in full}
    for chunk in found:
        elsewhere = votes[fold(chunk.text)]
        if elsewhere[THING] and chunk.kind == PLACE:
            chunk = replace(chunk, kind=THING)
        if fold(chunk.text) in surnames and " " not in chunk.text and not _is_wide(chunk.text):
            yield replace(chunk, kind=PERSON)
        elif chunk.kind == PERSON and _is_weak(chunk) and elsewhere[ORGANISATION] > elsewhere[PERSON]:
            yield replace(chunk, kind=ORGANISATION)
        elif chunk.kind == "" or (chunk.kind == PLACE and elsewhere[PERSON] > elsewhere[PLACE]):
            ranked = [(n, k) for k, n in elsewhere.items() if k]
            yield replace(chunk, kind=max(ranked)[1]) if ranked else chunk
        else:
            yield chunk


def _is_weak(chunk: Chunk) -> bool:
    return chunk.title is None and " " not in chunk.text


def _is_wide(name: str) -> bool:
    """Whether a name is a country's, province's or big city's, which outweighs a surname (``Paris``, ``Jordan``)."""
    top = places_named(name)[:1]
    return any(p.kind in ("country", "capital", "province") or p.population > 200_000 for p in top)


def _keys(chunk: Chunk) -> set[str]:
    """The names under which other sentences may call this one: itself, a person's surname, an acronym."""
    keys = {fold(chunk.text)}
    words = chunk.text.split()
    if chunk.kind == PERSON and len(words) > 1:
        keys.add(fold(words[-2] if fold(words[-1]) in ("jr", "sr", "ii", "iii") else words[-1]))
    if chunk.short:
        keys.add(fold(chunk.short))
    return keys


def full_name(parsed: Parsed, name: str) -> str:
    """A name as other articles are likely to give it: the article’s full name, without initials and ``Jr.``."""
    words = person_words(name)
    if len(words) == 1:
        full = (person_words(c.text) for c in of_kind(parsed, PERSON))
        words = next((f for f in full if len(f) > 1 and f[-1] == words[0]), words)
    return " ".join(w for w in words if len(w) > 1)


def of_kind(parsed: Parsed, *kinds: str) -> tuple[Chunk, ...]:
    """The names of those classes."""
    return tuple(c for c in chunks(parsed) if c.kind in kinds)


_OPENING = re.compile(r"(?:[,\s]*+[A-Z][\w.'’-]{0,20}){1,6}\s*+(?:\([^)\n]{2,30}\)\s*+(?:—|–|-)?|(?:—|–|--)|-\s)")
"""``KABUL (Reuters) -``, ``LITTLE ROCK, Ark. —``: place and agency before the first sentence."""


@remembered
def _dateline_ends(parsed: Parsed) -> tuple[tuple[int, int], ...]:
    """Start and end of the place of writing in each paragraph that opens with one."""
    text = parsed.article.text
    found = ((start, _OPENING.match(text, start, min(end, start + 90))) for start, end in parsed.article.paragraphs)
    return tuple((start, m.end()) for start, m in found if m is not None and text[start : start + 3].isupper())


def is_dateline(parsed: Parsed, chunk: Chunk) -> bool:
    """Whether a name belongs to the place of writing at a paragraph's beginning."""
    at = parsed.tokens[chunk.first].start
    return any(start <= at < end for start, end in _dateline_ends(parsed))

"""Organisations that a pipeline left out: by their legal form, their capitals, a list, or a longer name elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from divergence.language.found_names import Labelled, is_date, is_proper, words_of
from divergence.language.name_words import known_class
from divergence.language.parsed import Token
from divergence.language.told_names import is_acronym_of_body, told_class
from divergence.lexicon import designators, titles
from divergence.lexicon.aliases import is_given_name
from divergence.lexicon.gazetteer import abbreviated
from divergence.lexicon.groups import PEOPLE
from divergence.lexicon.name_lists import is_listed_organisation

_SITE = re.compile(r"\w\.(?:com|org|net)\Z")
LONGEST = 5
"""Words of the longest listed name."""


def _taken(names: Sequence[Labelled]) -> set[int]:
    return {i for first, last, _ in names for i in range(first, last)}


def acronyms(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Words in capitals that no name holds: ``GGT``, ``LVMH``."""
    taken = _taken(names)
    for token in tokens:
        body = is_acronym_of_body(tokens, token.index) or (token.text[:1].isupper() and _SITE.search(token.text))
        if token.index not in taken and body and not known_class(token.text):
            yield token.index, token.index + 1, "ORG"


def firms(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Listed names that no name holds, the longest first."""
    taken, at = _taken(names), 0
    while at < len(tokens):
        last = next((n for n in range(min(at + LONGEST, len(tokens)), at, -1) if _is_listed(tokens, at, n, taken)), at)
        if last > at:
            yield at, last, "ORG"
        at = max(last, at + 1)


def _is_listed(tokens: Sequence[Token], first: int, last: int, taken: set[int]) -> bool:
    plain = tokens[first].text[:1].isupper() or tokens[first].text[:1].isdigit()
    if not plain or tokens[first].text == "The" or (last - first == 1 and first in taken):
        return False
    return tokens[last - 1].sentence == tokens[first].sentence and is_listed_organisation(words_of(tokens, first, last))


def partnerships(tokens: Sequence[Token]) -> Iterator[Labelled]:
    """Firms that a mark joins, whatever the tags: ``Hicks & Co.``, ``Barnard & Lowell``, ``GLOBE PAPERS, INC.``"""
    for mark in tokens[1:-1]:
        at = mark.index
        legal = mark.text == "," and tokens[at + 1].lower.rstrip(".") in _LEGAL
        if mark.text != "&" and not legal:
            continue
        first, last = _left(tokens, at), at + 2 if legal else _right(tokens, at + 1)
        names = (tokens[at - 1].text, tokens[at + 1].text)
        if first == at or last == at + 1 or min(map(len, names)) < 2 or all(map(is_given_name, names)):
            continue
        if tokens[at + 1].lower.rstrip(".") in _PARTNERS and first > 1 and tokens[first - 1].text == ",":
            first = _left(tokens, first - 1) if _is_capital(tokens[first - 2]) else first
        stop = last < len(tokens) and tokens[last].text == "." and tokens[last].start == tokens[last - 1].end
        yield first, last + (stop and tokens[last - 1].lower in _LEGAL), "ORG"


_LEGAL = frozenset("inc ltd llc plc corp co".split())
_PARTNERS = frozenset("co sons partners brothers associates".split())
"""What ends a firm's name that lists its partners."""
_OPEN = frozenset({"PROPN", "NOUN", "ADJ", "X"})


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in _OPEN and not is_date(token)


def _left(tokens: Sequence[Token], end: int) -> int:
    """Where the run of capitalised words begins that ends before a mark."""
    first = end
    while first and _is_capital(tokens[first - 1]) and tokens[first - 1].sentence == tokens[end].sentence:
        first -= 1
    return first


def _right(tokens: Sequence[Token], start: int) -> int:
    """Where the run of capitalised words ends that begins after a mark."""
    last = start
    while last < len(tokens) and _is_capital(tokens[last]) and tokens[last].sentence == tokens[start].sentence:
        last += 1
    return last


_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)\Z")


def circuits(tokens: Sequence[Token]) -> Iterator[Labelled]:
    """Courts by their number: ``the 9th Circuit``, ``the 7th U.S. Circuit Court of Appeals``."""
    for token in tokens:
        at = token.index
        if not _ORDINAL.match(token.text):
            continue
        words = [t.text for t in tokens[at + 1 : at + 6]]
        skipped = words[:1] == ["U.S."]
        if words[skipped : skipped + 1] == ["Circuit"]:
            court = words[skipped + 1 : skipped + 4] == ["Court", "of", "Appeals"]
            yield at, at + 2 + skipped + 3 * court, "ORG"


def told_alone(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Single proper nouns that no name holds and that the words around them class: ``Tesco lost 4 %``."""
    taken = _taken(names)
    for token in tokens:
        at = token.index
        beside = {at - 1, at + 1} & taken or any(is_proper(t) for t in (*tokens[at - 1 : at], *tokens[at + 1 : at + 2]))
        plain = at not in taken and is_proper(token) and not beside and token.text.isalpha() and len(token.text) > 2
        plain = plain and token.lower not in PEOPLE and token.text.upper() not in designators.NO_BODY
        told = told_class(tokens, at, at + 1) if plain else ""
        if told:
            yield at, at + 1, told


def short_words(tokens: Sequence[Token], names: Sequence[Labelled]) -> frozenset[str]:
    """First words of an article's bodies that can stand for them alone: ``Merrill``, beside ``Merrill Lynch & Co.``"""
    persons = {
        t.text for first, last, label in names if label == "PERSON" and last - first > 1 for t in tokens[first:last]
    }
    found: Counter[str] = Counter()
    for first, last, label in names:
        word = tokens[first].text
        ends = tokens[last - 1].lower.rstrip(".") in designators.FIRM or is_acronym_of_body(tokens, last - 1)
        own = label == "ORG" and last - first > 1 and ends
        if own and word not in persons and not known_class(word) and len(word) > 2 and word[:1].isupper():
            found[word] += 1
    return frozenset(w for w in found if not is_given_name(w) and w.lower() not in _PLAIN)


_PLAIN = designators.ORGANISATION | frozenset(
    """the american national general international united first new world central royal federal state north south east
    west air great global public bank standard university city""".split()
)
"""First words of firms' names that say nothing alone."""


def short_forms(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Short forms of an article's firms, where no name was found yet."""
    taken, short = _taken(names), short_words(tokens, names)
    for token in tokens:
        if token.index not in taken and token.text in short and is_proper(token):
            yield token.index, token.index + 1, "ORG"


def states(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Abbreviated states after a town and a comma: ``Calif.``, ``TX``."""
    taken = _taken(names)
    for before, comma, token in zip(tokens, tokens[1:], tokens[2:], strict=False):
        short = token.text.endswith(".") or (len(token.text) == 2 and token.text.isupper())
        short = short and token.lower.rstrip(".") not in titles.HONORIFICS
        placed = comma.text == "," and before.text[:1].isupper() and comma.sentence == token.sentence
        if short and placed and token.index not in taken and abbreviated(token.text) is not None:
            yield token.index, token.index + 1, "GPE"


def towns(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Well-known places that no name holds, whatever the tags say: ``Little Rock``, ``Oslo-based``."""
    taken, at = _taken(names), 0
    while at < len(tokens):
        last = next((n for n in range(min(at + 3, len(tokens)), at, -1) if _is_town(tokens, at, n, taken)), at)
        if last > at:
            yield at, last, "GPE"
        at = max(last, at + 1)


def _is_town(tokens: Sequence[Token], first: int, last: int, taken: set[int]) -> bool:
    words = tokens[first:last]
    free = taken.isdisjoint(range(first, last)) and words[-1].sentence == words[0].sentence
    if not free or words[0].text == "The" or not all(t.text[:1].isupper() and t.text[1:].islower() for t in words):
        return False
    hyphened = last < len(tokens) and tokens[last].text in "-‐‑" and tokens[last].start == words[-1].end
    return (len(words) > 1 or hyphened) and known_class(words_of(tokens, first, last)) == "GPE"

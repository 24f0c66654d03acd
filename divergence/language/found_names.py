"""Names that a pipeline left out or cut short, found by what an article's words say themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from divergence.language.name_words import HOUSES, is_people, is_title, known_class
from divergence.language.parsed import Token
from divergence.lexicon import designators
from divergence.lexicon.aliases import is_given_name
from divergence.lexicon.calendar import MONTHS, WEEKDAYS

Labelled = tuple[int, int, str]
"""First and last token (half-open) of a name, and its class."""


def words_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of a name, joined as printed but for white space."""
    pieces = [tokens[first].text]
    for before, token in pairwise(tokens[first:last]):
        pieces.append((" " if before.end < token.start else "") + token.text)
    return "".join(pieces)


def is_proper(token: Token) -> bool:
    """Whether a token can be part of a name by its look and tag, and is no date."""
    dated = token.lower.rstrip(".") in MONTHS or token.lower in WEEKDAYS
    return token.pos == "PROPN" and token.text[:1].isupper() and not dated


def bodies(tokens: Sequence[Token]) -> Iterator[Labelled]:
    """Runs of capitals that say that they are a body: ``British Red Cross Society``, ``Ministry of Health``."""
    index = 0
    while index < len(tokens):
        last = _run(tokens, index)
        if last > index:
            grown = _with_of(tokens, index, last)
            whole = last - index > 1 and _is_body(tokens, index, last)
            if whole or grown > last:
                yield index, grown, "ORG"
            last = max(last, grown)
        index = max(last, index + 1)


def _is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run of capitals is a body by its last word, or a body that the world knows."""
    designated = tokens[last - 1].lower.rstrip(".") in designators.ORGANISATION - HOUSES
    return designated or known_class(words_of(tokens, first, last)) == "ORG"


def _run(tokens: Sequence[Token], first: int) -> int:
    """The end of the run of capitalised proper nouns and adjectives that starts at a token."""
    last = first
    while last < len(tokens) and tokens[last].sentence == tokens[first].sentence and _opens(tokens[last]):
        last += 1
    while last > first and tokens[last - 1].pos == "ADJ":
        last -= 1
    return last


def _opens(token: Token) -> bool:
    return is_proper(token) or (token.pos == "ADJ" and token.text[:1].isupper() and is_people(token.text))


def _with_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a name that goes on with ``of``: ``Bank of Ghana``, ``National Library of the Netherlands``."""
    body = tokens[last - 1].lower in designators.ORGANISATION
    if not body or last + 1 >= len(tokens) or tokens[last].lower not in ("of", "for"):
        return last
    start = last + 1 + (tokens[last + 1].lower == "the")
    return max(last, _run(tokens, start)) if start < len(tokens) and _run(tokens, start) > start else last


def overlooked(tokens: Sequence[Token], taken: set[int]) -> Iterator[Labelled]:
    """Names that the pipeline left out though their words are known, or a title or given name opens them."""
    index = 0
    while index < len(tokens):
        run = index
        while (
            run < len(tokens)
            and run not in taken
            and is_proper(tokens[run])
            and tokens[run].sentence == tokens[index].sentence
        ):
            run += 1
        if run > index:
            yield from _named(tokens, index, run)
        elif index not in taken and tokens[index].pos in ("ADJ", "NOUN") and is_people(tokens[index].text):
            yield index, index + 1, "NORP"
        index = max(run, index + 1)


def _named(tokens: Sequence[Token], first: int, last: int) -> Iterator[Labelled]:
    """The class of a run of proper nouns, where something tells it."""
    titled = first
    while titled < last and is_title(tokens[titled].text):
        titled += 1
    known = known_class(words_of(tokens, first, last))
    if known:
        yield first, last, known
    elif titled < last and (titled > first or _reads_personal(tokens, titled, last)):
        yield titled, last, "PERSON"


def _reads_personal(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run of unknown proper nouns opens with a given name, or is one flat name to the parser."""
    if last - first not in (2, 3) or not all(t.text.replace("-", "").isalpha() for t in tokens[first:last]):
        return False
    flat = all(t.dep == "flat" and t.head == first for t in tokens[first + 1 : last])
    return is_given_name(tokens[first].text) or (flat and not any(known_class(t.text) for t in tokens[first:last]))


def repeated(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Surnames alone, of persons whose full names the article gives, where no name was found yet."""
    taken = {i for first, last, _ in names for i in range(first, last)}
    surnames = {tokens[last - 1].lower for first, last, label in names if label == "PERSON" and last - first > 1}
    for token in tokens:
        if token.index not in taken and token.lower in surnames and is_proper(token):
            yield token.index, token.index + 1, "PERSON"

"""Names that a pipeline left out or cut short, found by what an article's words say themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from divergence.language.name_words import HOUSES, is_people, is_title, known_class
from divergence.language.parsed import Token
from divergence.lexicon import designators
from divergence.lexicon.aliases import is_given_name
from divergence.lexicon.calendar import MONTHS, WEEKDAYS
from divergence.lexicon.name_lists import is_first_name, is_surname

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What stands behind a name that father and son share."""
LEGAL = frozenset("inc corp co cos ltd".split())
"""Legal forms that are abbreviated with a stop."""

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
    return token.pos == "PROPN" and token.text[:1].isupper() and not is_date(token)


def is_date(token: Token) -> bool:
    """Whether a token is a month or a day of the week."""
    return token.lower.rstrip(".") in MONTHS or token.lower in WEEKDAYS


def bodies(tokens: Sequence[Token]) -> Iterator[Labelled]:
    """Runs of capitals that say that they are a body: ``British Red Cross Society``, ``Ministry of Health``."""
    index = 0
    while index < len(tokens):
        last = _run(tokens, index)
        if last > index:
            last += _has_stop(tokens, last)
            grown = _with_of(tokens, index, last)
            whole = last - index > 1 and _is_body(tokens, index, last)
            if whole or grown > last:
                yield index, grown, "ORG"
            last = max(last, grown)
        index = max(last, index + 1)


def _has_stop(tokens: Sequence[Token], last: int) -> bool:
    """Whether the stop of ``Inc.`` stands as a token of its own."""
    stop = last < len(tokens) and tokens[last].text == "." and tokens[last].start == tokens[last - 1].end
    return stop and tokens[last - 1].lower in LEGAL


def _is_body(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a run of capitals is a body by its last word, or a body that the world knows."""
    word = tokens[last - 1 - (tokens[last - 1].text == ".")].text
    designated = word.lower().rstrip(".") in (designators.ORGANISATION | designators.FIRM) - HOUSES
    acronym = word.isupper() and word.isalpha() and 3 <= len(word) <= 5 and word not in designators.NO_BODY
    several = (
        acronym and all(t.text[1:2].islower() for t in tokens[first : last - 1]) and not is_people(tokens[first].text)
    )
    return designated or several or known_class(words_of(tokens, first, last)) == "ORG"


def _run(tokens: Sequence[Token], first: int) -> int:
    """The end of the run of capitalised proper nouns and adjectives that starts at a token."""
    last = first
    while last < len(tokens) and tokens[last].sentence == tokens[first].sentence:
        if not _opens(tokens[last]) and not (last > first and _links(tokens, last)):
            break
        last += 1
    while last > first and tokens[last - 1].pos == "ADJ":
        last -= 1
    return last


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark goes on with the run: a hyphen inside a word, ``&``, the comma before ``Inc.``"""
    if at + 1 >= len(tokens) or not tokens[at + 1].text[:1].isupper():
        return False
    glued = tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start
    legal = tokens[at].text == "," and tokens[at + 1].lower.rstrip(".") in ("inc", "ltd", "llc", "plc", "corp", "co")
    return tokens[at].text == "&" or legal or (glued and tokens[at].text in "-‐‑/" and is_proper(tokens[at + 1]))


def _opens(token: Token) -> bool:
    return is_proper(token) or (token.pos == "ADJ" and token.text[:1].isupper() and is_people(token.text))


def _with_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end of a name that goes on with ``of``: ``Bank of Ghana``, ``National Library of the Netherlands``."""
    body = tokens[last - 1].lower in designators.ORGANISATION
    if not body or last + 1 >= len(tokens) or tokens[last].lower not in ("of", "for"):
        return last
    start = last + 1 + (tokens[last + 1].lower == "the")
    end = _capitals(tokens, start)
    if end > start and end + 1 < len(tokens) and tokens[end].lower == "and" and tokens[start - 1].lower != "the":
        more = _capitals(tokens, end + 1)
        plain = not any(known_class(t.text) for t in tokens[end + 1 : more])
        end = more if more > end + 1 and plain and not known_class(words_of(tokens, start, end)) else end
    return max(last, end) if end > start else last


def _capitals(tokens: Sequence[Token], first: int) -> int:
    """The end of a run of capitals after ``of``, whatever their tags: ``Economic Advisers``."""
    last = max(first, _run(tokens, first)) if first < len(tokens) else first
    while last < len(tokens) and tokens[last].sentence == tokens[first].sentence and _is_capital_noun(tokens[last]):
        last += 1
    return last


def _is_capital_noun(token: Token) -> bool:
    capital = token.text[:1].isupper() and token.text.isalpha() and not is_date(token)
    return capital and token.pos in ("PROPN", "NOUN", "ADJ")


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
    given = is_first_name(tokens[first].text) and is_surname(tokens[last - 1].text)
    return (
        given
        or is_given_name(tokens[first].text)
        or (flat and not any(known_class(t.text) for t in tokens[first:last]))
    )


def surnames_of(tokens: Sequence[Token], names: Sequence[Labelled]) -> frozenset[str]:
    """Last words of the full names of persons in small letters, without ``Jr.`` and its like."""
    found = set()
    for first, last, label in names:
        end = last - (tokens[last - 1].lower.rstrip(".") in GENERATIONS)
        if label == "PERSON" and end - first > 1:
            found.add(tokens[end - 1].lower)
    return frozenset(found)


def repeated(tokens: Sequence[Token], names: Sequence[Labelled]) -> Iterator[Labelled]:
    """Surnames alone, of persons whose full names the article gives, where no name was found yet."""
    taken = {i for first, last, _ in names for i in range(first, last)}
    surnames = surnames_of(tokens, names)
    for token in tokens:
        if token.index not in taken and token.lower in surnames and is_proper(token):
            yield token.index, token.index + 1, "PERSON"

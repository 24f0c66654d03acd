"""The whole phrase of a noun: its modifiers, names, and what prepositions add to it.

``share prices`` in *share prices fell*, ``unemployment rate for young people``, ``copper`` in *34,500 tons of copper*.
"""

from __future__ import annotations

from collections.abc import Iterator

from divergence.facts.about.clause import dependents
from divergence.language.grammar import noun_phrase
from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.hedges import HEDGE_PARTS
from divergence.lexicon.spelling import HYPHENS

_LEADING = HEDGE_PARTS | frozenset(
    "the a an this that these those its their his her our my your any no such another each every both all other "
    "further additional extra many as of and or estimated worth % percent".split()
)
"""What stands before a phrase and says nothing of what it names."""
_TIMES = frozenset({*DAYS_AND_MONTHS, *"day week month year quarter decade yesterday today tomorrow time".split()})
"""What tells when: no part of a concept."""
_ELSEWHERE = frozenset("in at near around across throughout from outside inside".split())
"""Prepositions before a place, where something is rather than what it is."""
_BRINGS = frozenset("of in for on to from with against by into over about among under".split())
"""Prepositions whose noun completes the one before."""
_DEPTH = 3
"""Complements within complements: *amount of money in the fund*."""


def whole_phrase(parsed: Parsed, noun: int, value: range) -> str:
    """The words that name what the noun at a token stands for, as printed, without the tokens of a value.

    Where the value stands in the middle (*a new 10 percent dividend*), the words around it are put together.
    """
    first, last = noun_phrase(parsed, noun)
    first, last = _with_name(parsed, noun, min(first, noun), max(last, noun + 1))
    found = (
        [i for i in range(first, min(value.start, noun)) if _modifies(parsed.tokens[i])] if value.stop <= noun else []
    )
    found += range(value.stop if value.stop <= noun else first, last)
    found = [i for i in found if i not in value]
    found = _before_apposition(parsed, found)
    end = max(last, value.stop) if value.start <= last <= value.stop else last
    found = _without_leading(parsed, found)
    if not found:
        return ""
    found += _behind(parsed, noun, end, value, _DEPTH)
    return _printed(parsed, found)


def _with_name(parsed: Parsed, noun: int, first: int, last: int) -> tuple[int, int]:
    """The phrase widened to the name that its noun is part of: ``Hunt and Sons`` is one firm."""
    for name in parsed.names:
        if name.first <= noun < name.last:
            return min(first, name.first), max(last, name.last)
    return first, last


def _without_leading(parsed: Parsed, found: list[int]) -> list[int]:
    """The tokens from the first that names something; those that end a phrase name it as well as any."""
    at = 0
    while at < len(found) - 1 and _is_leading(parsed, found[at]):
        at += 1
    return found[at:]


def _is_leading(parsed: Parsed, index: int) -> bool:
    token = parsed.tokens[index]
    if token.pos == "NUM":
        return parsed.tokens[index + 1].text not in HYPHENS if index + 1 < len(parsed.tokens) else True
    return token.lower in _LEADING or token.pos in {"PUNCT", "SYM", "ADP"} or token.tag in {"DT", "PRP$", "PDT", "HYPH"}


def _modifies(token: Token) -> bool:
    """Whether a token before a value narrows what stands behind it; in ``totaled 40 million shares`` none does."""
    return token.tag.startswith(("JJ", "NN"))


def _before_apposition(parsed: Parsed, found: list[int]) -> list[int]:
    """A name without the phrase in apposition that the parser made one with it: ``Reed Co., a mining company``."""
    at = next((k for k, i in enumerate(found[:-1]) if k and _begins_apposition(parsed, i, found[k + 1])), None)
    return found[:at]


def _begins_apposition(parsed: Parsed, comma: int, following: int) -> bool:
    return parsed.tokens[comma].text == "," and parsed.tokens[following].tag in {"DT", "PRP$"}


def _behind(parsed: Parsed, noun: int, end: int, value: range, depth: int) -> list[int]:
    """The tokens of what directly follows a phrase that ends before ``end`` and completes it."""
    joined = _joined(parsed, noun, end, value)
    if joined is not None:
        _, last = noun_phrase(parsed, joined.index)
        last = max(last, joined.index + 1)
        return [*range(end, last), *_behind(parsed, joined.index, last, value, depth)]
    completing = _complement(parsed, noun, end, value) if depth else None
    if completing is None:
        return []
    first, last = noun_phrase(parsed, completing.index)
    first, last = _with_name(parsed, completing.index, first, max(last, completing.index + 1))
    return [*range(end, last), *_behind(parsed, completing.index, last, value, depth - 1)]


def _joined(parsed: Parsed, noun: int, end: int, value: range) -> Token | None:
    """A second noun of one phrase: ``men and women``; not one with an article or a number of its own."""
    if end >= len(parsed.tokens) or parsed.tokens[end].lower not in {"and", "or"}:
        return None
    for token in dependents(parsed, noun, "conj"):
        own = any(dependents(parsed, token.index, "det", "nummod", "nmod:poss", "nsubj"))
        between = parsed.tokens[end + 1 : token.index]
        plain = all(t.pos in {"ADJ", "NOUN", "PROPN"} for t in between)
        if token.index > end and token.tag.startswith("NN") and plain and not own and token.index not in value:
            return token
    return None


def _complement(parsed: Parsed, noun: int, end: int, value: range) -> Token | None:
    """The noun of the preposition that follows a phrase, where it belongs to it and tells neither time nor place."""
    for token in dependents(parsed, noun, "nmod"):
        case = next((t for t in dependents(parsed, token.index, "case") if t.index == end), None)
        if case is None or case.lower not in _BRINGS or not token.tag.startswith("NN"):
            continue
        first, last = noun_phrase(parsed, token.index)
        phrase = range(end, max(last, token.index + 1))
        inside = any(i in value or parsed.tokens[i].pos == "NUM" for i in phrase)
        if not inside and first <= end + 1 and not _tells_when_or_where(parsed, case, token):
            return token
    return None


def _tells_when_or_where(parsed: Parsed, case: Token, noun: Token) -> bool:
    if noun.lemma.lower() in _TIMES or noun.lower in _TIMES:
        return True
    placed = any(n.first <= noun.index < n.last and n.label in {"GPE", "LOC"} for n in parsed.names)
    return case.lower in _ELSEWHERE and placed


def _printed(parsed: Parsed, found: list[int]) -> str:
    return " ".join(parsed.text(first, last) for first, last in _runs(found))


def _runs(found: list[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring tokens as ranges ``[first, last)``."""
    first = at = found[0]
    for index in found[1:]:
        if index != at + 1:
            yield first, at + 1
            first = index
        at = index
    yield first, at + 1

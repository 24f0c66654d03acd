"""Nouns in a parse: the phrase around a noun, what a number counts, coordination and apposition."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.language.parsed import Parsed, Token
from divergence.lexicon.calendar import DAYS_AND_MONTHS
from divergence.lexicon.spelling import HYPHENS

BEFORE = frozenset(
    "det amod nummod compound nmod:poss nmod:desc nmod:unmarked advmod det:predet flat predet clf poss".split()
)
"""Relations of modifiers that stand before their noun and belong to its base phrase."""

AFTER = frozenset("flat compound fixed goeswith nummod".split())
"""Relations of what follows a noun within its base phrase: the rest of a name, ``Flight 17``."""

OUTSIDE = frozenset({"case", "cc", "punct"})
"""Relations of what stands before a base phrase even where the parser hung it on one of the modifiers."""

MEASURES = frozenset(
    "percent % cent second minute hour day night week month year decade mile kilometre kilometer metre meter foot "
    "inch acre hectare ton tonne kilogram kilo pound litre gallon dollar euro rupee degree point".split()
)
"""Units: a number before them measures them, also where they modify another noun (``a 30 year sentence``)."""

REST = frozenset({"other", "others", "more", "another", "ones", "rest"})
"""Words for further members of a set counted before: ``30 others``."""

QUANTIFIERS = frozenset({"several", "many", "some", "few", "numerous", "various", "all", "both"})

LOOK_BACK = 80
"""Tokens before a number among which it may find its noun; a bound keeps a sentence of thousands of numbers cheap."""

NOT_COUNTED = MEASURES | REST | DAYS_AND_MONTHS
"""What never is the set that a later bare number counts more of."""


def dependents(parsed: Parsed, index: int, *relations: str) -> tuple[int, ...]:
    """The dependents of a token that stand in one of these relations; subtypes count as their relation."""
    return tuple(
        child
        for child in parsed.children[index]
        if parsed.tokens[child].dep in relations or parsed.tokens[child].dep.partition(":")[0] in relations
    )


def ancestors(parsed: Parsed, index: int) -> Iterator[int]:
    """The tokens from this one up to the root of its sentence, itself first."""
    yield index
    while parsed.tokens[index].head != index:
        index = parsed.tokens[index].head
        yield index


def subtree(parsed: Parsed, index: int, skip: frozenset[str] = frozenset()) -> list[int]:
    """A token and all that depends on it, in order of the text, without branches of the relations in ``skip``."""
    found, waiting = [], [index]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting += [c for c in parsed.children[at] if parsed.tokens[c].dep not in skip]
    return sorted(found)


def head_of(parsed: Parsed, first: int, last: int) -> int:
    """The token of ``[first, last)`` whose head lies outside: the last such noun, else the last such token.

    A number's phrase that the parser tore apart has several; its last noun carries the meaning.
    """
    outer = [i for i in range(first, last) if _leaves(parsed.tokens[i], first, last)]
    nouns = [i for i in outer if parsed.tokens[i].pos in ("NOUN", "PROPN")]
    return (nouns or outer or [last - 1])[-1]


def _leaves(token: Token, first: int, last: int) -> bool:
    return token.head == token.index or not first <= token.head < last


def noun_of(parsed: Parsed, index: int) -> int:
    """The noun that a modifier (``five``, ``Taliban``, ``the``) belongs to; any other token itself."""
    for at in ancestors(parsed, index):
        token = parsed.tokens[at]
        if token.dep.partition(":")[0] not in ("det", "amod", "nummod", "compound", "flat", "fixed", "goeswith"):
            return at
        if token.dep == "compound" and parsed.tokens[token.head].pos not in ("NOUN", "PROPN", "NUM", "SYM"):
            return at
    return index


def noun_phrase(parsed: Parsed, index: int) -> tuple[int, int]:
    """The base noun phrase ``[first, last)`` around a noun or one of its modifiers, without prepositions or clauses."""
    noun = noun_of(parsed, index)
    first, last = noun, noun + 1
    for child in reversed(parsed.children[noun]):
        if child < noun and parsed.tokens[child].dep in BEFORE:
            hung = OUTSIDE if parsed.tokens[child].dep in ("compound", "amod") else frozenset[str]()
            first = min(first, subtree(parsed, child, hung)[0])
    for child in parsed.children[noun]:
        if child == last and parsed.tokens[child].dep.partition(":")[0] in AFTER:
            last = max(last, subtree(parsed, child, frozenset({"punct", "acl", "appos", "conj"}))[-1] + 1)
    return first, last


def conjuncts(parsed: Parsed, index: int) -> tuple[int, ...]:
    """All that is coordinated with a token, itself included, in order."""
    top = index
    for at in ancestors(parsed, index):
        top = at
        if parsed.tokens[at].dep != "conj":
            break
    found, waiting = [], [top]
    while waiting:
        at = waiting.pop()
        found.append(at)
        waiting += dependents(parsed, at, "conj")
    return tuple(sorted(found))


def apposition(parsed: Parsed, index: int) -> int | None:
    """The other side of an apposition (``Omar Haddad, the mayor``): of its first part or of its second."""
    if parsed.tokens[index].dep == "appos":
        return parsed.tokens[index].head
    return next(iter(dependents(parsed, index, "appos")), None)


def counted_noun(parsed: Parsed, number: int) -> int | None:
    """The noun that a number counts, or nothing where none is named near it.

    It looks through ``five of its soldiers``, several numbers before one noun (``five or six``), scales
    (``2 million``) and names before the noun (``200 Taliban and allied militants``); bare numbers and ``others``
    count what the number before them in the sentence counted (``killed five soldiers and wounded 30 others``).
    """
    noun = _counted_here(parsed, number)
    if noun is None:
        more = number + 1 < len(parsed.tokens) and parsed.tokens[number + 1].lower in REST
        argument = more or parsed.tokens[number].dep in ("nsubj", "nsubj:pass", "obj", "conj")
        before = _counted_before(parsed, number) if argument else None
        return None if before is None or _told_of(parsed, before, number) else before
    return (_counted_before(parsed, number) or noun) if parsed.tokens[noun].lower in REST else noun


def _counted_here(parsed: Parsed, number: int) -> int | None:
    of = next((c for c in dependents(parsed, number, "nmod") if _preposition(parsed, c) == "of"), None)
    if of is not None:
        return of
    for at in ancestors(parsed, number):
        token = parsed.tokens[at]
        if at != number and token.pos not in ("NUM", "SYM"):
            return _whole(parsed, number, at) if _modifies(parsed, number, at) else _counted_beside(parsed, number)
        if at != number and (of := next((c for c in dependents(parsed, at, "nmod") if c > number), None)) is not None:
            return of if _preposition(parsed, of) == "of" else _counted_beside(parsed, number)
    return _counted_beside(parsed, number)


def _preposition(parsed: Parsed, index: int) -> str:
    return " ".join(parsed.tokens[c].lower for c in dependents(parsed, index, "case"))


def _modifies(parsed: Parsed, number: int, noun: int) -> bool:
    """Whether a number (or the number it hangs on) modifies this noun, standing before it."""
    below = next(at for at in ancestors(parsed, number) if parsed.tokens[at].head == noun)
    nominal = parsed.tokens[noun].pos in ("NOUN", "PROPN", "ADJ", "PRON", "DET", "ADV", "X", "VERB")
    apart = any(t.pos == "ADP" and t.lower not in ("of", "to", "than") for t in parsed.tokens[number + 1 : noun])
    related = parsed.tokens[below].dep in ("nummod", "compound", "amod", "det", "advmod")
    return number < noun and nominal and related and not apart


def _after_and(parsed: Parsed, name: int) -> int | None:
    """The plural noun that a name shares with a second modifier: ``Taliban and allied militants``."""
    following = parsed.tokens[name + 1 : name + 4]
    if parsed.tokens[name].pos != "PROPN" or [t.pos for t in following[:1]] != ["CCONJ"] or len(following) < 3:
        return None
    modifier, noun = following[1:]
    shared = modifier.pos in ("ADJ", "PROPN", "VERB") and modifier.lower not in REST | QUANTIFIERS
    return noun.index if shared and noun.tag == "NNS" else None


def _whole(parsed: Parsed, number: int, noun: int) -> int:
    """The noun itself, or the noun that it only describes: ``Taliban`` is, ``hour`` of ``30-hour talks`` is not."""
    while True:
        token = parsed.tokens[noun]
        if (shared := _after_and(parsed, noun)) is not None:
            return shared
        above = parsed.tokens[token.head]
        modifier = token.dep in ("compound", "amod", "nmod:desc", "flat") and token.tag != "NNS"
        describes = modifier and above.index > noun
        hyphen = any(parsed.tokens[i].text in HYPHENS for i in range(number + 1, above.index))
        if not describes or above.pos not in ("NOUN", "PROPN") or hyphen or token.lemma in MEASURES:
            return noun
        noun = above.index


def _counted_beside(parsed: Parsed, number: int) -> int | None:
    """The noun that follows a number in the text, for numbers that the parser hung elsewhere."""
    end = parsed.sentences[parsed.tokens[number].sentence].last
    found = None
    for token in parsed.tokens[number + 1 : min(end, number + 7)]:
        if token.pos in ("NOUN", "PROPN") and token.lower not in DAYS_AND_MONTHS:
            found = token.index
        elif found is not None or (token.pos not in ("ADJ", "NUM", "DET", "PRON") and token.lower != "of"):
            break
    return found


def _counted_before(parsed: Parsed, number: int) -> int | None:
    """What the nearest number before this one in the sentence counted, for a number that counts more of the same.

    What is tied to its number only describes: ``a 12-page report`` is followed by no more pages.
    """
    first = parsed.sentences[parsed.tokens[number].sentence].first
    for token in reversed(parsed.tokens[max(first, number - LOOK_BACK) : number]):
        if token.pos == "NUM" and parsed.tokens[token.index + 1].text not in HYPHENS:
            noun = _counted_here(parsed, token.index)
            if noun is not None and noun < number and _is_countable(parsed.tokens[noun]):
                return noun
    return None


def _told_of(parsed: Parsed, noun: int, number: int) -> bool:
    """Whether a number stands in what a relative clause tells of a noun: ``attacks in which 40 died``.

    Of a part it still counts the noun: ``boats, of which two sank``.
    """
    pronouns = [c for c in parsed.children[parsed.tokens[number].head] if parsed.tokens[c].tag in ("WDT", "WP", "WRB")]
    return any(noun < c < number and _preposition(parsed, c) not in ("of", "among") for c in pronouns)


def _is_countable(noun: Token) -> bool:
    """Whether a noun can be the set that a later bare number counts more of."""
    return noun.pos == "NOUN" and noun.lemma not in NOT_COUNTED

"""Persons without a name, described by what they are (``his wife and a young boy``), where something befell them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from divergence.facts.about.clause import dependents
from divergence.facts.about.undergone import outcome_of
from divergence.language.parsed import Parsed, Token
from divergence.lexicon import titles

_YOUNG = frozenset("boy girl child baby infant toddler kid teenager teen daughter son youth".split())
_GROWN = frozenset("man woman wife husband mother father widow widower grandmother grandfather".split())
_MALE = frozenset("man boy husband father son brother uncle nephew grandfather grandson boyfriend".split())
_FEMALE = frozenset("woman girl wife mother daughter sister aunt niece grandmother granddaughter girlfriend".split())
_PLAIN = frozenset("man woman boy girl child baby infant toddler teenager youth couple".split())
_HEADS = _YOUNG | _GROWN | _MALE | _FEMALE | frozenset("cousin sibling parent half-sister half-brother".split())


_LONGEST = 300
"""Characters of the longest description."""
_OWN = frozenset({"det", "amod", "compound", "nmod", "nummod"})


@dataclass(frozen=True, slots=True)
class Described:
    """Tokens ``[first, last)`` that describe persons, each by a head noun with its size words."""

    first: int
    last: int
    people: tuple[str, ...]


def descriptions(parsed: Parsed) -> Iterator[Described]:
    """Descriptions of single persons or kin that were hurt, killed, lost or held, with what is joined to them."""
    done = -1
    for token in parsed.tokens:
        if token.index <= done or token.lemma not in _HEADS or not token.tag.startswith("NN"):
            continue
        group = _group(parsed, token)
        kin = any(t.lemma in titles.KIN and _owner(parsed, t) for t in group)
        if (len(group) > 1 and kin) or (_is_one(token) and outcome_of(parsed, token.index)):
            first, last = _edge(parsed, group[0]), group[-1].index + 1
            done = last - 1
            if parsed.tokens[last - 1].end - parsed.tokens[first].start > _LONGEST:
                continue
            yield Described(first, last, tuple(sorted({_word(parsed, t) for t in group})))


def _group(parsed: Parsed, token: Token) -> list[Token]:
    """A described person and those that commas and *and* join to it in the same sentence."""
    group, joined = [token], False
    for later in parsed.tokens[token.index + 1 : min(token.index + 40, parsed.sentences[token.sentence].last)]:
        if later.lower in (",", "and"):
            joined = True
        elif joined and later.lemma in _HEADS and later.tag.startswith("NN"):
            group.append(later)
            joined = False
        elif not (joined and later.pos in ("DET", "ADJ", "NUM", "PRON")):
            break
    return group


def _owner(parsed: Parsed, token: Token) -> bool:
    return any(dependents(parsed, token.index, "nmod:poss"))


def _is_one(token: Token) -> bool:
    return token.tag == "NN"


def _edge(parsed: Parsed, token: Token) -> int:
    """The first token of the noun's own words."""
    own = (c for c in parsed.children[token.index] if parsed.tokens[c].dep.split(":")[0] in _OWN)
    return min([token.index, *own])


def _word(parsed: Parsed, token: Token) -> str:
    """A noun with the number or size before it: ``two older brother``, ``young boy``, ``wife``."""
    before = [parsed.tokens[c] for c in parsed.children[token.index] if c < token.index]
    said = [t.lower for t in before if t.tag == "CD" or t.lower in ("young", "older", "younger", "another", "elderly")]
    return " ".join([*said, token.lemma])


def compatible(left: str, right: str) -> bool:
    """Whether two descriptions can be of one person: neither of two sexes nor of two ages of life."""
    a, b = (left.split() or [""])[-1], (right.split() or [""])[-1]
    counts = [w for w in left.split() if w.isdigit()] != [w for w in right.split() if w.isdigit()]
    sexes = (a in _MALE and b in _FEMALE) or (a in _FEMALE and b in _MALE)
    lives = (a in _YOUNG and b in _GROWN) or (a in _GROWN and b in _YOUNG)
    return not sexes and not lives and not counts and (a == b or a in _PLAIN or b in _PLAIN)

"""The clause around a noun: the word it really depends on, the verb or event it belongs to, its part in it."""

from __future__ import annotations

from collections.abc import Iterator

from divergence.language.parsed import Parsed, Token

_STEPS = 12
"""How far up a tree we climb; real clauses need four or five, and a bound keeps a broken tree harmless."""
_TRANSPARENT = frozenset(
    {"number", "group", "total", "score", "dozen", "couple", "pair", "majority", "most", "part", "some"}
)
"""Nouns that only measure out the next one: ``a group of soldiers`` are soldiers."""


def dependents(parsed: Parsed, index: int, *relations: str) -> Iterator[Token]:
    """The dependents of a token that stand in one of these relations (subtypes included), in order."""
    for child in parsed.children[index]:
        token = parsed.tokens[child]
        if token.dep in relations or token.dep.split(":")[0] in relations:
            yield token


def is_noun(token: Token) -> bool:
    """Whether a token is a common or proper noun, or a pronoun or numeral standing for one."""
    return token.tag.startswith(("NN", "PRP", "CD"))


def case_of(parsed: Parsed, index: int) -> str:
    """The preposition of a noun, lower case, or nothing."""
    return next((t.lower for t in dependents(parsed, index, "case") if t.lower not in {"'s", "’s", "'", "’"}), "")


def carrier_of(parsed: Parsed, index: int) -> Token:
    """The token whose own dependency counts for a noun, through coordination, apposition and partitives."""
    token = parsed.tokens[index]
    for _ in range(_STEPS):
        head = parsed.tokens[token.head]
        if head.index == token.index or not _passes_through(parsed, token, head):
            break
        token = head
    return token


def _passes_through(parsed: Parsed, token: Token, head: Token) -> bool:
    """Whether a token only shares or measures out its head's place in the clause."""
    relation = token.dep.split(":")[0]
    if relation in {"conj", "appos", "flat"}:
        return is_noun(head)
    measures = head.tag == "CD" or head.lemma in _TRANSPARENT
    return relation == "nmod" and measures and case_of(parsed, token.index) in {"of", "among", ""}


def role_of(parsed: Parsed, index: int) -> str:
    """A noun's part in its clause: subject, object, modifier, predicate, or its preposition."""
    carrier = carrier_of(parsed, index)
    relation = carrier.dep.split(":")[0]
    if relation in {"nsubj", "csubj"}:
        return "subject"
    if relation in {"obj", "iobj"}:
        return "object"
    if relation == "root" or relation in {"ccomp", "xcomp", "parataxis"}:
        return "predicate"
    return case_of(parsed, carrier.index) or "modifier"

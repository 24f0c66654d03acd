"""Two sentences of the same words in another order, voice or tense: what is not the same in them is the difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from divergence.language.parsed import Token
from divergence.lexicon.thesaurus import Bearing, Word, bearing
from divergence.link.facing import Facing, Passage, Place, tells

SAME_WORDS = 0.85
"""Share of the telling words that two sentences must have in common, whatever their order."""
FEWEST_COMMON = 4
"""Fewer telling words in common prove nothing."""
MOST_APART = 14
"""Telling words of one sentence that the other lacks, from which the two are no longer compared."""


def is_shuffled(facing: Facing) -> bool:
    """Whether two passages are single sentences that have most of their telling words in common."""
    if facing.left.sentences != 1 or facing.right.sentences != 1:
        return False
    ours, theirs = facing.left.lemmas, facing.right.lemmas
    return (ours & theirs).total() >= FEWEST_COMMON and (ours - theirs).total() + (theirs - ours).total() <= MOST_APART


def shared_words(facing: Facing, ours: Place, theirs: Place) -> float:
    """Share of the telling words outside two places that both sentences have; 0 where one has the other's words."""
    inside = [set(_lemmas(p, *place)) for p, place in ((facing.left, ours), (facing.right, theirs))]
    outside = [_outside(p, place) for p, place in ((facing.left, ours), (facing.right, theirs))]
    words = [{t.lemma.lower() for t in tokens} for tokens in outside]
    if inside[0] <= words[1] or inside[1] <= words[0]:
        return 0.0
    left, right = (Counter(t.lemma.lower() for t in tokens) for tokens in outside)
    common = (left & right).total()
    if common < FEWEST_COMMON:
        return 0.0
    apart = _apart(outside[0], left - right), _apart(outside[1], right - left)
    unlike = len(apart[0]) + len(apart[1]) - 2 * _synonyms(*apart)
    return 2 * common / (2 * common + unlike)


def _outside(passage: Passage, place: Place) -> list[Token]:
    """The telling words of a passage outside a place."""
    return [t for i, t in enumerate(passage.tokens) if not place[0] <= i < place[1] and tells(t)]


def _lemmas(passage: Passage, first: int, last: int) -> Iterable[str]:
    return (t.lemma.lower() for t in passage.tokens[first:last] if tells(t))


def _apart(tokens: Iterable[Token], lemmas: Counter[str]) -> list[Token]:
    return [t for t in tokens if t.lemma.lower() in lemmas]


def _synonyms(left: Iterable[Token], right: Iterable[Token]) -> int:
    """How many of some words have another word for the same among others."""
    rest, found = list(right), 0
    for token in left:
        like = next((o for o in rest if bearing(_word(token), _word(o)) in {Bearing.SAME, Bearing.WIDER}), None)
        if like is not None:
            rest.remove(like)
            found += 1
    return found


def _word(token: Token) -> Word:
    return Word(token.lower, token.lemma.lower(), token.pos)

"""What common words mean beside each other: one thing, opposites, or two things.

A word of WordNet has several meanings, and each meaning a wider one. Two words may stand for one another where they
have a meaning in common or where one names what the other is a kind of (*blaze*, *fire*). Words of which both are known
and neither holds (*bus*, *train*) say two things. The data are described in ``data/README.md``.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from divergence.lexicon.groups import GENERAL, ONE_CREED, head_relation
from divergence.lexicon.outcomes import outcome_of
from divergence.lexicon.saying import SAYING_ALIKE
from divergence.lexicon.turning import DISTINCT, OPPOSED

CLASSES = {"NOUN": "n", "VERB": "v", "AUX": "v", "ADJ": "a", "ADV": "r"}
"""The thesaurus's word classes by those of a parse."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the thesaurus looks it up."""

    form: str
    """As printed, in small letters."""
    lemma: str
    word_class: str
    """Universal part of speech."""

    @property
    def outcome(self) -> str:
        """The class of what happened that the word states, or nothing."""
        return outcome_of(self.form, self.lemma)


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """The meanings of words, by class and word."""

    meanings: Mapping[tuple[str, str], frozenset[int]]
    wider: Mapping[int, frozenset[int]]
    """For each meaning those one step wider, or similar to it."""
    opposites: frozenset[tuple[str, str]]
    """Pairs of words, in order."""


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """The shipped thesaurus, read on first use."""
    data = resources.files("divergence.lexicon") / "data" / "thesaurus.txt.gz"
    meanings: dict[tuple[str, str], set[int]] = defaultdict(set)
    wider: dict[int, frozenset[int]] = {}
    opposites = set()
    for number, line in enumerate(gzip.decompress(data.read_bytes()).decode().splitlines()):
        letter, words, links = [*line.split("\t"), "", ""][:3]
        if letter == "!":
            first, second = words.split()
            opposites.add((first, second))
            continue
        for word in words.split():
            meanings[letter, word].add(number)
        if links:
            wider[number] = frozenset(map(int, links.split()))
    return Thesaurus({key: frozenset(found) for key, found in meanings.items()}, wider, frozenset(opposites))


INTERCHANGED: tuple[frozenset[str], ...] = tuple(
    frozenset(words.split())
    for words in (
        "police authority official investigator officer detective cop prosecutor agent",
        "street road avenue highway lane route",
        "money cash fund sum amount",
        "army military force troops",
        "law bill legislation act measure",
        "ruling decision verdict judgment judgement",
        "plan proposal scheme project",
        "injury wound",
        "country nation state",
        "man person individual",
        "build date erect construct",
        "area region district zone neighbourhood neighborhood",
        "building structure site premises",
        "picture photo photograph image",
        "letter statement note message",
        "article report story piece",
        "leader head chief boss",
        "home house property",
        "event incident occurrence",
        "night evening",
        "ask urge demand call request",
        "damage harm hurt",
        "move transfer take carry bring",
        "see watch witness",
        "search comb",
        "evacuate remove clear",
        "hold keep",
        "talk speak",
    )
)
"""Words that writers take for one another although a thesaurus parts them: which it was, nobody can tell from them."""


def is_known(word: str) -> bool:
    """Whether the thesaurus has a word, in its dictionary form, as a noun or a verb."""
    return any((letter, word) in thesaurus().meanings for letter in "nv")


class Bearing(StrEnum):
    """How two words stand to each other where one stands in the place of the other."""

    SAME = "same"
    WIDER = "wider"
    """One names what the other is a kind of."""
    OPPOSITE = "opposite"
    OTHER = "other"
    UNKNOWN = "unknown"


def bearing(left: Word, right: Word) -> Bearing:
    """How two common words stand: qualities and manners shade into one another, so only their opposites are told."""
    if left.lemma == right.lemma or {left.lemma, right.lemma} <= SAYING_ALIKE or _is_one_group(left, right):
        return Bearing.SAME
    classes = {CLASSES[w.word_class] for w in (left, right) if w.word_class in CLASSES}
    found = {_of_class(letter, left.lemma, right.lemma) for letter in sorted(classes)}
    if Bearing.SAME in found:
        return Bearing.SAME
    if _are_opposed(left, right):
        return Bearing.OPPOSITE
    if any({left.lemma, right.lemma} <= group for group in DISTINCT):
        return Bearing.OTHER
    return Bearing.WIDER if Bearing.WIDER in found else _of_two_things(left, right, found)


def _are_opposed(left: Word, right: Word) -> bool:
    """Whether two words are opposites, as printed or in their dictionary forms."""
    pairs = {tuple(sorted(words)) for words in ((left.lemma, right.lemma), (left.form, right.form))}
    return any(pair in thesaurus().opposites or pair in OPPOSED for pair in pairs)


def _of_two_things(left: Word, right: Word, found: Set[Bearing]) -> Bearing:
    """Whether two words that mean neither one thing nor opposites are of two things, as nouns and verbs may be."""
    outcomes = left.outcome, right.outcome
    if all(outcomes) and outcomes[0] != outcomes[1]:
        return Bearing.OTHER
    interchanged = any({left.lemma, right.lemma} <= group for group in INTERCHANGED)
    if interchanged or not {left.word_class, right.word_class} <= {"NOUN", "VERB"}:
        return Bearing.UNKNOWN
    return Bearing.OTHER if Bearing.OTHER in found else Bearing.UNKNOWN


def _is_one_group(left: Word, right: Word) -> bool:
    """Whether news prose uses two words for one another."""
    words = {left.lemma, right.lemma}
    one_outcome = bool(left.outcome) and left.outcome == right.outcome
    return one_outcome or words <= GENERAL or words <= ONE_CREED or head_relation(*sorted(words)) == "kindred"


def _of_class(letter: str, left: str, right: str) -> Bearing:
    """What the meanings of two words of one class say."""
    known = thesaurus()
    ours, theirs = (known.meanings.get((letter, word), frozenset()) for word in (left, right))
    if not ours or not theirs:
        return Bearing.UNKNOWN
    wider = [frozenset[int]().union(*(known.wider.get(m, ()) for m in found)) for found in (ours, theirs)]
    if ours & theirs:
        return Bearing.SAME
    if ours & wider[1] or theirs & wider[0]:
        return Bearing.WIDER
    if letter in "ar" or (letter == "v" and wider[0] & wider[1]):
        return Bearing.UNKNOWN
    return Bearing.OTHER

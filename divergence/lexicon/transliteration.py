"""Spellings of one name from another script: ``Qasem`` and ``Ghasem``, ``Yasser`` and ``Yasir``.

A name is read as sounds in order, and two names are compared sound by sound. Vowels count: ``Hassan`` and ``Hussein``,
``Jamal`` and ``Jamil`` share their consonants and are two names.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUND = re.compile("tsch|tch|dzh|sch|shch|[aeiouy]+|ts|tz|ch|sh|kh|gh|ph|th|dh|zh|dj|bh|rh|ck|[a-z]")
_VOWELS = {"a": "a", "e": "ai", "i": "i", "y": "i", "o": "u", "u": "u"}
"""The vowels that a letter may stand for: scripts without short vowels leave them to the writer's ear."""

_CONSONANTS = (
    "q g gh kh",
    "q k kh",
    "k ck c",
    "g j",
    "j dj dzh zh g",
    "d dh",
    "dh z",
    "t th",
    "th s",
    "s c",
    "s z",
    "ch tch tsch",
    "sh sch",
    "ts tz c z",
    "f ph v",
    "v w",
    "b bh",
    "r rh",
    "zh z",
)
"""Letters that stand for one sound in one usage or another; a letter may stand in several rows."""
_ROWS: dict[str, frozenset[int]] = {
    sign: frozenset(n for n, row in enumerate(_CONSONANTS) if sign in row.split())
    for sign in {sign for row in _CONSONANTS for sign in row.split()}
}
_SHORTEST = 4
"""Letters below which two spellings prove nothing (``Lee``, ``Lie``)."""
_FRENCH = 6
"""Letters from which on a word may be written as French does, *ch* for *sh* and *ou* for *w*, and be told by it."""
_TELLING = 4
"""Consonants that tell a name even where a writer heard another short vowel."""


@lru_cache(maxsize=16384)
def transliterated(left: str, right: str) -> bool:
    """Whether two folded words can spell one name of another script: the same sounds in the same order."""
    if min(len(left), len(right)) < _SHORTEST or not (left.isalpha() and right.isalpha()):
        return False
    return any(_spell_one(a, b) for a in _usages(left) for b in _usages(right))


def _usages(word: str) -> tuple[str, ...]:
    """A word, and as English would write what French writes: ``Rachid`` and ``Rashid``, ``Anouar`` and ``Anwar``."""
    english = re.sub("ch(?=[aeiou])", "sh", re.sub("ou(?=[aei])", "w", word)) if len(word) >= _FRENCH else word
    return (word,) if english == word else (word, english)


def _spell_one(left: str, right: str) -> bool:
    first, second = _sounds(left), _sounds(right)
    consonants = sum(s[0] not in _VOWELS for s in first)
    return len(first) == len(second) and consonants > 1 and all(map(_agree, first, second))


def other_short_vowel(left: str, right: str) -> bool:
    """Whether two words are one but for one *a* heard as *i*, among four consonants: ``Zahran``, ``Zihran``.

    Scripts without short vowels leave them to the writer; but ``Rashid`` and ``Rashad`` are two names, so that whoever
    asks must know neither for a name of its own.
    """
    first, second = _sounds(left), _sounds(right)
    if len(first) != len(second) or sum(s[0] not in _VOWELS for s in first) < _TELLING:
        return False
    apart = [(a, b) for a, b in zip(first, second, strict=True) if not _agree(a, b)]
    return len(apart) == 1 and set(apart[0]) == {"a", "i"}


def same_consonants(left: str, right: str) -> bool:
    """Whether two words differ in their vowels alone: ``Jamal`` and ``Jamil``, ``Yasser`` and ``Yasir``."""
    first, second = ([s for s in _sounds(w) if s[0] not in _VOWELS] for w in (left, right))
    return first == second and len(first) > 1


def _sounds(word: str) -> tuple[str, ...]:
    """The sounds of a word: doubled letters once, and a silent ``h`` at the end left out."""
    plain = re.sub(r"([^aeiouy])\1+", r"\1", re.sub("(?<=[aeiou])h$", "", word))
    plain = re.sub("n(?=[bp])", "m", plain)
    found: list[str] = []
    for sign in _SOUND.findall(plain.replace("ddh", "dh").replace("dhd", "dh")):
        if not found or found[-1] != sign:
            found.append(sign)
    return tuple(found)


def _agree(left: str, right: str) -> bool:
    if left == right:
        return True
    if left[0] in _VOWELS and right[0] in _VOWELS:
        return bool({v for c in left for v in _VOWELS[c]} & {v for c in right for v in _VOWELS[c]})
    return bool(_ROWS.get(left, frozenset()) & _ROWS.get(right, frozenset()))

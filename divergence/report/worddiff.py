"""Which words of a paragraph another one lacks: the marks inside matched paragraphs of the side-by-side view."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Set
from difflib import SequenceMatcher

_SIGNS = "$£€¥¢₹₽₩₪₺₴₦₫₱"
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
"""Letters and digits, each with the accents that follow it where they are characters of their own."""
_WORD = re.compile(
    rf"(?:(?<![\w{_SIGNS}])(?:[-−–+±<>≤≥≈~](?=[\d{_SIGNS}])|[±<>≤≥≈][ \u00a0](?=[\d{_SIGNS}])))?"
    rf"(?:[{_SIGNS}][ \u00a0]?(?=\d)|[{_SIGNS}])?"
    rf"{_LETTERS}(?:[’'\-‐‑–.,\u00ad]{_LETTERS})*(?:(?<=\d)[ \u00a0\u202f]?[%‰°{_SIGNS}](?![\d]))?"
)
"""A word with the signs that change its value: *-5%*, *$5*, *5 €*; dashes, dots and soft hyphens inside it."""
_DASHES = str.maketrans({"’": "'", "‐": "-", "‑": "-", "–": "-", "−": "-", "\u00ad": None})
_ABBREVIATION = re.compile(r"[a-z](?:\.[a-z])+\.?")
ENOUGH_IN_COMMON = 0.4
"""Share of words that two paragraphs must have in common before marks help; below it nearly all would be marked."""
_LONGEST = 1500
"""Words; beyond this the quadratic comparison is not worth its time."""

Word = tuple[str, int, int]
"""A word as it is compared (case and apostrophes folded) and its offsets."""
Ranges = tuple[tuple[int, int], ...]


def words(text: str) -> tuple[Word, ...]:
    """The words of a text."""
    return tuple((_folded(m.group()), m.start(), m.end()) for m in _WORD.finditer(text))


def _folded(word: str) -> str:
    """A word without what is only typography: case, accents, kinds of dash and quote, dots of an abbreviation."""
    plain = unicodedata.normalize("NFD", word.casefold().translate(_DASHES))
    plain = "".join(c for c in plain if not unicodedata.combining(c) and not c.isspace())
    return plain.replace(".", "") if _ABBREVIATION.fullmatch(plain) else plain


def differing_words(base: tuple[Word, ...], ours: tuple[Word, ...]) -> tuple[frozenset[int], frozenset[int]] | None:
    """Indices of the words of ``base`` and of ``ours`` that the other lacks at that place.

    None where the two are told too differently for marks to help.
    """
    if not _comparable(base, ours):
        return None
    matcher = SequenceMatcher(None, [w[0] for w in base], [w[0] for w in ours], autojunk=False)
    blocks = matcher.get_matching_blocks()
    if 2 * sum(block.size for block in blocks) < ENOUGH_IN_COMMON * (len(base) + len(ours)):
        return None
    in_base = {block.a + i for block in blocks for i in range(block.size)}
    in_ours = {block.b + i for block in blocks for i in range(block.size)}
    return frozenset(range(len(base))) - in_base, frozenset(range(len(ours))) - in_ours


def ranges(text_words: tuple[Word, ...], indices: Set[int]) -> Ranges:
    """The stretches of text that these words cover; neighbours make one."""
    merged: list[list[int]] = []
    for index in sorted(indices):
        if index - 1 in indices:
            merged[-1][1] = text_words[index][2]
        else:
            merged.append([text_words[index][1], text_words[index][2]])
    return tuple((start, end) for start, end in merged)


def _comparable(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> bool:
    """Whether the bags of words overlap enough for marks to be possible: a cheap bound on what is found."""
    if not ours or not theirs or max(len(ours), len(theirs)) > _LONGEST:
        return False
    shared = Counter(w[0] for w in ours) & Counter(w[0] for w in theirs)
    return 2 * shared.total() >= ENOUGH_IN_COMMON * (len(ours) + len(theirs))

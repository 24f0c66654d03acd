"""Which words of a paragraph another one lacks: the marks inside matched paragraphs of the side-by-side view."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+(?:[’'\-.,][^\W_]+)*")
ENOUGH_IN_COMMON = 0.4
"""Share of words that two paragraphs must have in common before marks help; below it nearly all would be marked."""
_LONGEST = 1500
"""Words; beyond this the quadratic comparison is not worth its time."""

Ranges = tuple[tuple[int, int], ...]


def words(text: str) -> list[tuple[str, int, int]]:
    """The words of a text as they are compared (case and apostrophes folded), with their offsets."""
    return [(m.group().casefold().replace("’", "'"), m.start(), m.end()) for m in _WORD.finditer(text)]


def changed_words(text: str, base: str) -> Ranges | None:
    """Ranges of ``text`` whose words are not in ``base`` at that place; None where the two are told too differently."""
    ours, theirs = words(text), words(base)
    if not _comparable(ours, theirs):
        return None
    matcher = SequenceMatcher(None, [w[0] for w in theirs], [w[0] for w in ours], autojunk=False)
    operations = matcher.get_opcodes()
    common = sum(j2 - j1 for tag, _, _, j1, j2 in operations if tag == "equal")
    if 2 * common < ENOUGH_IN_COMMON * (len(ours) + len(theirs)):
        return None
    return tuple(
        (ours[j1][1], ours[j2 - 1][2]) for tag, _, _, j1, j2 in operations if tag in ("replace", "insert") and j2 > j1
    )


def _comparable(ours: list[tuple[str, int, int]], theirs: list[tuple[str, int, int]]) -> bool:
    """Whether the bags of words overlap enough for marks to be possible: a cheap bound on what is found."""
    if not ours or not theirs or max(len(ours), len(theirs)) > _LONGEST:
        return False
    shared = Counter(w[0] for w in ours) & Counter(w[0] for w in theirs)
    return 2 * shared.total() >= ENOUGH_IN_COMMON * (len(ours) + len(theirs))

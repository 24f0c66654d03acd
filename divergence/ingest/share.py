"""How much of what a file shows a reading leaves out, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from divergence.model.text import Notice

TOLD = 0.05
"""Share of a file's words from which on it is told that they were left out."""
TOO_MUCH = 1 / 3
"""Share from which on nothing should be concluded from what was read."""
SHINGLE = 3
"""Words in a row that must stand in the text as read for a word to count as read."""

WORD = re.compile(r"[^\W_]+(?:[.,'’][^\W_]+)*")
ENDED = re.compile(r"[.!?…][\"'”’)\]]{0,9}$")
"""The end of a paragraph that ends as a sentence does."""

Shingle = tuple[str, ...]


def about_left_out(share: float, of: str, advice: str) -> tuple[Notice, ...]:
    """A notice on the share of a file's words that was left out; none where it is small."""
    if share <= TOLD:
        return ()
    message = f"was read without {share:.0%} of {of}"
    if share > TOO_MUCH:
        return (Notice("text-lost", f"{message}, too much to conclude anything from the rest; {advice}."),)
    return (Notice("text-left-out", f"{message}; {advice} if the story is in it."),)


def words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return WORD.findall(text.lower())


def shingles(of: Sequence[str]) -> Iterator[Shingle]:
    """Every run of ``SHINGLE`` words, or the whole where it is shorter."""
    last = max(len(of) - SHINGLE, 0)
    return (tuple(of[at : at + SHINGLE]) for at in range(last + 1) if of)


def index(blocks: Sequence[str]) -> dict[Shingle, int]:
    """The runs of words of the blocks that were read, with the number of the first block that has each."""
    known: dict[Shingle, int] = {}
    for number, block in enumerate(blocks):
        for shingle in shingles(words(block)):
            known.setdefault(shingle, number)
    return known


def known_words(of: Sequence[str], known: Mapping[Shingle, int]) -> tuple[int, int | None]:
    """How many of the words stand in a run that was read, and in which block the first of them does."""
    seen: set[int] = set()
    first = None
    for at, shingle in enumerate(shingles(of)):
        if shingle in known:
            seen.update(range(at, at + len(shingle)))
            first = known[shingle] if first is None else first
    return len(seen), first


def share_unread(shown: Iterable[str], blocks: Sequence[str]) -> float:
    """The share of the words of the shown lines that no block has. Lines shorter than a run of words do not count."""
    known = index(blocks)
    lines = [line for line in map(words, shown) if len(line) >= SHINGLE]
    total = sum(map(len, lines))
    return sum(len(line) - known_words(line, known)[0] for line in lines) / total if total else 0.0

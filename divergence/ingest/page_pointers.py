"""Links to other stories amid a page's text: a label, and what it points to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.ingest.left_out import Block, shown_blocks
from divergence.ingest.pointers import HEADS, LABEL, RARER_LABEL
from divergence.ingest.share import ENDED, words

_LABELLED = re.compile(
    rf"(?:{HEADS}|{LABEL}|{RARER_LABEL}) ?(?:[:|–—»›>→-]{{1,2}} ?|(?= )(?!.{{0,999}}[.!?][\"”’)]{{0,2}}$)|$)",
    re.IGNORECASE,
)
ALL = 0.9
"""Share of what stands behind the label that is a link."""
FEWEST = 4
"""Words of the shortest pointer that is told before its date."""
MOST_BEHIND = 6
"""Words of the longest date or section that may stand behind a pointer, on its line."""

Pointer = tuple[str, ...]


def pointers(page: str) -> frozenset[Pointer]:
    """The words of each paragraph that is a label with a link behind it, and of the links below a label."""
    return frozenset(tuple(words(block.text)) for block in _pointing(shown_blocks(page)))


def points_away(text: str, known: frozenset[Pointer]) -> bool:
    """Whether a paragraph is one of the pointers of its page, or one with its date or section behind it."""
    said = tuple(words(text))
    shortest = max(FEWEST, len(said) - MOST_BEHIND)
    dated = ENDED.search(text) is None and any(said[:length] in known for length in range(shortest, len(said)))
    return said in known or dated


def _pointing(blocks: tuple[Block, ...]) -> Iterator[Block]:
    below_label = False
    for block in blocks:
        text = block.text
        if not words(text):
            continue
        match = _LABELLED.match(text)
        rest = len(text) - match.end() if match else len(text)
        is_link = block.links > 0 and block.linked >= ALL * len(text)
        if (is_link and below_label) or (match and block.links and block.linked >= ALL * rest):
            yield block
        below_label = rest == 0 or (is_link and below_label)

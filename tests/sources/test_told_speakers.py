"""Who says what: a table of sentences, each with all that somebody is said to say in it below.

A line below a text is ``words: speaker``; values that nobody is said to say are left out.
``make told`` writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from told_tables import blocks, write_anew

from divergence.facts import find_mentions
from divergence.language import parse
from divergence.model.text import Article
from divergence.sources.attribution import attribute

TABLE = Path(__file__).parent / "told_speakers.txt"


def read(written: str) -> list[str]:
    """What somebody is said to say in a text."""
    paragraphs, text = [], ""
    for part in written.split(" ¶ "):
        paragraphs.append((len(text), len(text) + len(part)))
        text += part + "\n\n"
    parsed = parse(Article("A", "a.txt", text.rstrip("\n"), tuple(paragraphs), published="2025-10-27"))
    found = sorted(attribute(parsed, find_mentions(parsed)), key=lambda m: (m.span.start, m.span.end, m.kind))
    return list(dict.fromkeys(f"{m.text}: {m.speaker}" for m in found if m.speaker))


@pytest.mark.parametrize(("text", "expected"), list(blocks(TABLE)))
def test_tells_who_speaks(text: str, expected: list[str]) -> None:
    assert read(text) == expected


if __name__ == "__main__":
    write_anew(TABLE, read)

"""Who says what: a table of sentences, each with all that somebody is said to say in it below.

A line below a text is ``words: speaker``; values that nobody is said to say are left out. ``python
tests/sources/test_told_speakers.py`` writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from divergence.facts import find_mentions
from divergence.language import parse
from divergence.model.text import Article
from divergence.sources.attribution import attribute

TABLE = Path(__file__).parent / "told_speakers.txt"


def rows() -> Iterator[tuple[str, list[str]]]:
    """Each text, whose paragraphs are parted by ``¶``, and the lines below it."""
    for block in TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        text, *below = block.splitlines()
        yield text, [line.strip() for line in below]


def read(written: str) -> list[str]:
    """What somebody is said to say in a text."""
    paragraphs, text = [], ""
    for part in written.split(" ¶ "):
        paragraphs.append((len(text), len(text) + len(part)))
        text += part + "\n\n"
    parsed = parse(Article("A", "a.txt", text.rstrip("\n"), tuple(paragraphs), published="2025-10-27"))
    found = sorted(attribute(parsed, find_mentions(parsed)), key=lambda m: (m.span.start, m.span.end, m.kind))
    return list(dict.fromkeys(f"{m.text}: {m.speaker}" for m in found if m.speaker))


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_tells_who_speaks(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def main() -> None:
    """Write the table anew."""
    blocks = ["\n    ".join([text, *read(text)]) for text, _ in rows()]
    TABLE.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Which names the language stage finds, and as what: a table of texts, each with its names below.

It tells what is found today, right or wrong: that a change changes something, not that it should not. ``python
tests/language/test_told_labels.py`` writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from divergence.language import parse
from divergence.model.text import Article

TABLE = Path(__file__).parent / "told_labels.txt"


def rows() -> Iterator[tuple[str, list[str]]]:
    """Each text and the lines below it."""
    for block in TABLE.read_text(encoding="utf-8").strip().split("\n\n"):
        text, *below = block.splitlines()
        yield text, [line.strip() for line in below]


def read(text: str) -> list[str]:
    """The names of a text, by class."""
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    found = sorted(parsed.names, key=lambda n: (n.label, n.first))
    return [
        f"{label}: {' | '.join(parsed.text(n.first, n.last) for n in own)}"
        for label, own in groupby(found, key=lambda n: n.label)
    ]


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_tells_names(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def main() -> None:
    """Write the table anew."""
    blocks = ["\n    ".join([text, *read(text)]) for text, _ in rows()]
    TABLE.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Which names the language stage finds, and as what: a table of texts, each with its names below.

It tells what is found today, right or wrong: that a change changes something, not that it should not.
``make told`` writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from told_tables import blocks, write_anew

from divergence.language import parse
from divergence.model.text import Article

TABLE = Path(__file__).parent / "told_labels.txt"


def read(text: str) -> list[str]:
    """The names of a text, by class."""
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),)))
    found = sorted(parsed.names, key=lambda n: (n.label, n.first))
    return [
        f"{label}: {' | '.join(parsed.text(n.first, n.last) for n in own)}"
        for label, own in groupby(found, key=lambda n: n.label)
    ]


@pytest.mark.parametrize(("text", "expected"), list(blocks(TABLE)))
def test_tells_names(text: str, expected: list[str]) -> None:
    assert read(text) == expected


if __name__ == "__main__":
    write_anew(TABLE, read)

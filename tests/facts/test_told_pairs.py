"""How the values of sentences stand to each other: for each table of expressions, each with every one below it.

A line that ends in ``{}.`` is the sentence that the expressions after it are put into. Below an expression stands what
is made of it, then, by relation, the later expressions that stand to it so; those that nothing can be told of are left
out. ``python tests/facts/test_told_pairs.py`` writes the tables anew, so that a change can be read as their diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from divergence.facts import fact_type
from divergence.language import parse
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article

TABLES = Path(__file__).parent / "told" / "pairs"
PUBLISHED = "2025-10-27"
"""A Monday."""


def expressions(kind: str) -> Iterator[tuple[str, str, list[str]]]:
    """The sentence with a blank, what fills it, and the lines below."""
    frame, rows = "{}.", (TABLES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(rows):
        row, at = rows[at], at + 1
        if "{}" in row:
            frame = row
            continue
        below = at
        while at < len(rows) and rows[at].startswith("  "):
            at += 1
        if row:
            yield frame, row, [line.strip() for line in rows[below:at]]


@cache
def found(kind: str, frame: str, words: str) -> Mention | None:
    """The first value of a kind in a sentence, of an article that has no date where the frame says so."""
    text = frame.replace("{}", words).removeprefix("undated: ")
    published = None if frame.startswith("undated: ") else PUBLISHED
    parsed = parse(Article("A", "a.txt", text, ((0, len(text)),), published=published))
    return next(iter(fact_type(Kind(kind)).find(parsed)), None)


def told(kind: str, frame: str, words: str, others: list[tuple[str, str]]) -> list[str]:
    """What is made of an expression, and how it stands to others."""
    mention = found(kind, frame, words)
    if mention is None:
        return ["nothing"]
    shared = [(fact_type(Kind(kind)).relate(mention, b).relation, w) for f, w in others if (b := found(kind, f, w))]
    ordered = sorted((pair for pair in shared if pair[0] is not Relation.CANNOT_TELL), key=lambda pair: pair[0])
    lines = [f"{name}: {' | '.join(w for _, w in each)}" for name, each in groupby(ordered, key=lambda p: str(p[0]))]
    return [f"= {fact_type(Kind(kind)).phrase(mention)}", *lines]


def rows() -> Iterator[tuple[str, str, str, list[tuple[str, str]], list[str]]]:
    """Kind, frame and expression, the expressions after it and what is told of it."""
    for table in sorted(TABLES.glob("*.txt")):
        own = list(expressions(table.stem))
        for at, (frame, words, below) in enumerate(own):
            yield table.stem, frame, words, [(f, w) for f, w, _ in own[at + 1 :]], below


@pytest.mark.parametrize(
    ("kind", "frame", "words", "others", "expected"), [pytest.param(*row, id=f"{row[0]}-{row[2]}") for row in rows()]
)
def test_stands_to_the_others(
    kind: str, frame: str, words: str, others: list[tuple[str, str]], expected: list[str]
) -> None:
    assert told(kind, frame, words, others) == expected


def main() -> None:
    """Write the tables anew."""
    for kind, own in groupby(list(rows()), key=lambda row: row[0]):
        lines, last = [], ""
        for _, frame, words, others, _ in own:
            lines += [*([""] if last else []), frame] if frame != last else []
            lines += [words, *(f"    {line}" for line in told(kind, frame, words, others))]
            last = frame
        (TABLES / f"{kind}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

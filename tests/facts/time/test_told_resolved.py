"""Which time an expression means, by the day of publication: a table, with a line for each sentence.

Behind a sentence stands what it means on each of the days above. ``python tests/facts/time/test_told_resolved.py``
writes the table anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from divergence.facts import fact_type
from divergence.language import parse
from divergence.model.fact import Kind
from divergence.model.text import Article

TABLE = Path(__file__).parent / "told_resolved.txt"
DAYS = ("2024-02-29", "2025-01-01", "2025-07-15", "2025-10-26", "2025-12-31")
"""A leap day, the first day and the last of a year, a Tuesday and a Sunday."""


def rows() -> Iterator[tuple[str, list[str]]]:
    """Each sentence and what it means on each of the days."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        sentence, *told = line.split(" | ")
        yield sentence, told


def read(sentence: str) -> list[str]:
    """What a sentence means on each of the days."""
    return [_on(day, sentence) for day in DAYS]


def _on(day: str, sentence: str) -> str:
    kind = fact_type(Kind.DATE)
    parsed = parse(Article("A", "a.txt", sentence, ((0, len(sentence)),), published=day))
    return ", ".join(kind.phrase(m) for m in kind.find(parsed)) or "-"


@pytest.mark.parametrize(("sentence", "expected"), list(rows()))
def test_means_by_its_day(sentence: str, expected: list[str]) -> None:
    assert read(sentence) == expected


def main() -> None:
    """Write the table anew."""
    lines = [" | ".join([sentence, *read(sentence)]) for sentence, _ in rows()]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

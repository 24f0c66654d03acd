"""Tables of texts, each with what is told of it in the lines below, an empty line between two of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path


def blocks(table: Path) -> Iterator[tuple[str, list[str]]]:
    """Each text of a table and the lines below it."""
    for block in table.read_text(encoding="utf-8").strip().split("\n\n"):
        text, *below = block.splitlines()
        yield text, [line.strip() for line in below]


def write_anew(table: Path, read: Callable[[str], list[str]]) -> None:
    """Write what is read of the same texts today, so that a change can be read as the table's diff."""
    found = ["\n    ".join([text, *read(text)]) for text, _ in blocks(table)]
    table.write_text("\n\n".join(found) + "\n", encoding="utf-8")

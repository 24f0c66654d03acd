"""What sentences tell, down to the slot: tables of sentences, each with all that is found in it below.

A line below a sentence is ``kind: words = value``, then what the value's fields say, then the slot as far as it says
something, and hedge, speaker, standing and means where they are not the usual ones. A sentence with nothing below it
tells nothing of the table's kinds. ``make told`` writes the tables anew, so that a change can be
read as their diff. ``stories.txt`` holds the paragraphs of our own stories as they are read today, right or wrong: it
says that a change changes something, not that it should not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

import pytest
from told_tables import blocks, write_anew

from divergence.facts import KINDS as ALL
from divergence.facts import fact_type
from divergence.language import parse
from divergence.model.fact import Kind, Mention, Slot
from divergence.model.text import Article

TABLES = Path(__file__).parent / "told"
QUANTITIES = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.DURATION, Kind.AGE, Kind.ORDINAL, Kind("temperature"))
NAMES = (Kind.PERSON, Kind.ORGANISATION, Kind.ROLE, Kind.PLACE)
KINDS = {
    "quantities": QUANTITIES,
    "names": NAMES,
    "times": (Kind.DATE,),
    "quotes": (Kind.QUOTE,),
    "stories": tuple(ALL),
}
USUAL = {"hedge": "exactly", "standing": "asserted", "means": "own words", "speaker": None}


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """Table, sentence and the lines below it."""
    for table in KINDS:
        yield from ((table, sentence, below) for sentence, below in blocks(TABLES / f"{table}.txt"))


def told(mention: Mention) -> str:
    """A mention as the tables write it."""
    kind = fact_type(mention.kind)
    usual = asdict(Slot())
    more = {name: value for name, value in kind.fields(mention).items() if value is not None}
    more |= {name: value for name, value in asdict(mention.slot).items() if value != usual[name]}
    more |= {name: getattr(mention, name) for name, value in USUAL.items() if getattr(mention, name) != value}
    said = [f"{name} {', '.join(value) if isinstance(value, tuple) else value}" for name, value in more.items()]
    return "; ".join([f"{kind.name}: {mention.text} = {kind.phrase(mention)}", *said])


def read(table: str, sentence: str) -> list[str]:
    """What is found in a sentence."""
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", sentence))
    parsed = parse(Article("A", "a.txt", sentence, paragraphs, published="2025-10-27"))
    found = [m for kind in KINDS[table] for m in fact_type(kind).find(parsed)]
    return [told(m) for m in sorted(found, key=lambda m: (m.span.start, m.span.end))]


@pytest.mark.parametrize(("table", "sentence", "expected"), list(rows()))
def test_tells(table: str, sentence: str, expected: list[str]) -> None:
    assert read(table, sentence) == expected


def main() -> None:
    """Write the tables anew."""
    for table in KINDS:
        write_anew(TABLES / f"{table}.txt", partial(read, table))


if __name__ == "__main__":
    main()

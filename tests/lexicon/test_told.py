"""What the lexicon makes of words: a table for each reader, each line an expression and what is told of it.

``python tests/lexicon/test_told.py`` writes the tables anew, so that a change can be read as its diff.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from divergence.lexicon.gazetteer import (
    abbreviated,
    chain,
    contains,
    government_seat,
    likely,
    may_contain,
    places_named,
    resolve,
    same_place,
    surroundings,
)
from divergence.lexicon.groups import head_relation
from divergence.lexicon.numbers import numerals
from divergence.lexicon.plurals import plural
from divergence.lexicon.thesaurus import Word, bearing
from divergence.lexicon.transliteration import same_consonants, transliterated

TABLES = Path(__file__).parent / "told"


def number(text: str) -> str:
    """Every number of a text."""
    return "; ".join(
        f"{text[n.start : n.end]} = {_plain(n.low)}{'' if n.low == n.high else f' to {_plain(n.high)}'} "
        f"by {_plain(n.step)}, {n.form}{', scaled' if n.scaled else ''}"
        for n in numerals(text)
    )


def _plain(value: Decimal) -> str:
    return f"{value:f}"


def place(text: str) -> str:
    """What a name means, alone or with ``designator|within``."""
    name, designator, within = [*text.split("|"), "", ""][:3]
    known = resolve(name, designator, tuple(w for w in within.split("; ") if w)) if "|" in text else places_named(name)
    shown = "; ".join(f"{p.kind} {' < '.join(q.name for q in chain(p))}" for p in known[:3])
    seat, state = government_seat(name), abbreviated(name)
    more = [f"{len(known)} bearers", f"{len(likely(known))} likely", f"{len(surroundings(text))} around"]
    more += [f"seat of {seat.name}"] if seat else []
    more += [f"short for {state.name}"] if state else []
    return f"{shown} ({', '.join(more)})"


def two_places(text: str) -> str:
    """How two names stand."""
    left, right = text.split(" / ")
    outer, inner = places_named(left)[:1], places_named(right)[:1]
    pairs = [(a, b) for a in outer for b in inner]
    told = {
        "one place": same_place(left, right),
        "holds": any(contains(a, b) for a, b in pairs),
        "is held": any(contains(b, a) for a, b in pairs),
        "may hold": any(may_contain(a, b) for a, b in pairs),
        "may be held": any(may_contain(b, a) for a, b in pairs),
    }
    return ", ".join(name for name, holds in told.items() if holds)


def two_words(text: str) -> str:
    """How two words of one class stand: ``NOUN blaze fire``."""
    word_class, left, right = text.split()
    stands = bearing(Word(left, left, word_class), Word(right, right, word_class))
    return f"{stands}, {head_relation(left, right)}"


def spelling(text: str) -> str:
    """Whether two words spell one name of another script."""
    left, right = text.split()
    told = {"one name": transliterated(left, right), "same consonants": same_consonants(left, right)}
    return ", ".join(name for name, holds in told.items() if holds)


READERS: dict[str, Callable[[str], str]] = {
    "numbers": number,
    "places": place,
    "two_places": two_places,
    "two_words": two_words,
    "spellings": spelling,
    "plurals": plural,
}


def rows() -> Iterator[tuple[str, str, str]]:
    """Table, expression and what is told of it."""
    for name in READERS:
        for line in (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            expression, _, told = line.partition(" → ")
            yield name, expression.rstrip(" →"), told


@pytest.mark.parametrize(("name", "expression", "told"), list(rows()))
def test_tells(name: str, expression: str, told: str) -> None:
    assert READERS[name](expression) == told


@pytest.mark.parametrize("name", ["two_places", "two_words", "spellings"])
def test_pairs_stand_alike_from_either_side(name: str) -> None:
    sign = " / " if name == "two_places" else " "
    turned = {"holds": "is held", "is held": "holds", "may hold": "may be held", "may be held": "may hold"}
    for _, expression, told in (row for row in rows() if row[0] == name):
        *before, left, right = expression.split(sign)
        back = READERS[name](sign.join([*before, right, left]))
        assert sorted(turned.get(t, t) for t in back.split(", ")) == sorted(told.split(", "))


def main() -> None:
    """Write the tables anew."""
    for name, read in READERS.items():
        lines = [f"{expression} → {read(expression)}".rstrip() for n, expression, _ in rows() if n == name]
        (TABLES / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

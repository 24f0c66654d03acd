"""Runs the case files in ``cases/``: the specification of every kind of fact, as data.

A file is named after its kind (``date.toml``, ``place.toml``); ``kind = "…"`` in a table overrides it. Three tables:

    [[same]]                        # all of these texts state one value
    value = "more than 200"         # what the kind's ``phrase`` prints
    hedge = "more than"             # optional: any field of ``fields``, of the slot, or ``hedge``/``rule``/``speaker``
    counted = "soldier"
    published = "2025-10-27"        # optional: the article's date
    texts = ["more than 200 soldiers", "The raid killed {more than 200 soldiers}."]

    [[refuse]]                      # nothing of this kind is stated here
    texts = ["the Boeing 737", "They met on {24/7} terms."]
    why = "a model's name counts nothing"      # optional, for the reader

    [[pair]]                        # how two values of one fact stand to each other, both ways round
    a = "38 people"
    b = "about {40 people}"
    relation = "rounded"
    why = "…"                       # optional: words that the reason must contain
    published = "2025-10-27"        # optional; published_a and published_b where the articles' dates differ

Strict: exactly one mention, and its span is the whole text, or exactly what stands in braces (the braces are taken out;
outside them anything goes). A partial match fails. With braces, a refusal looks inside them only.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from divergence.facts import KINDS, fact_type
from divergence.language import parse
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article

FILES = sorted((Path(__file__).parent / "cases").glob("*.toml"))
EXPECTATIONS = {"value", "texts", "kind", "published", "note", "why"}
"""Keys of a ``same`` table that are no field to compare."""


@dataclass(frozen=True)
class Marked:
    """A text and the stretch of it that a case is about."""

    text: str
    start: int
    end: int
    whole: bool


def read_marked(text: str) -> Marked:
    """Take the braces out of a case's text."""
    if "{" not in text:
        return Marked(text, 0, len(text), True)
    before, rest = text.split("{", 1)
    inside, after = rest.split("}", 1)
    return Marked(before + inside + after, len(before), len(before) + len(inside), False)


def tables(name: str) -> Iterator[Any]:
    """Every table of that name in every file, as test parameters, one a text."""
    for path in FILES:
        for table in tomllib.loads(path.read_text(encoding="utf-8")).get(name, []):
            kind = Kind(table.get("kind", path.stem))
            for text in table.get("texts", [f"{table.get('a')} | {table.get('b')}"]):
                yield pytest.param(kind, table, text, id=f"{path.stem}-{text}")


def skip_unless_listed(kind: Kind) -> None:
    if kind not in KINDS:
        pytest.skip(f"no fact type finds {kind} yet")


Build = Callable[..., Article]


def mentions(article: Build, kind: Kind, marked: Marked, published: str | None) -> list[Mention]:
    """The mentions of a kind in the marked stretch."""
    extra = {"published": published} if published else {}
    found = fact_type(kind).find(parse(article(marked.text, **extra)))
    return [m for m in found if m.kind == kind and m.span.start < marked.end and marked.start < m.span.end]


def the_mention(article: Build, kind: Kind, text: str, published: str | None) -> Mention:
    """The one mention of a case, which must cover its stretch exactly."""
    marked = read_marked(text)
    found = mentions(article, kind, marked, published)
    assert [m.text for m in found] == [marked.text[marked.start : marked.end]]
    return found[0]


def stated(mention: Mention, key: str) -> Any:
    """What a mention says for a key of a case."""
    fields = fact_type(mention.kind).fields(mention)
    if key in fields:
        return fields[key]
    found = getattr(mention.slot, key) if hasattr(mention.slot, key) else getattr(mention, key)
    return list(found) if isinstance(found, tuple) else found


@pytest.mark.parametrize(("kind", "table", "text"), list(tables("same")))
def test_states_the_value(article: Build, kind: Kind, table: dict[str, Any], text: str) -> None:
    skip_unless_listed(kind)
    mention = the_mention(article, kind, text, table.get("published"))
    assert fact_type(kind).phrase(mention) == table["value"]
    expected = {key: value for key, value in table.items() if key not in EXPECTATIONS}
    assert {key: stated(mention, key) for key in expected} == expected


@pytest.mark.parametrize(("kind", "table", "text"), list(tables("refuse")))
def test_refuses(article: Build, kind: Kind, table: dict[str, Any], text: str) -> None:
    skip_unless_listed(kind)
    assert [m.text for m in mentions(article, kind, read_marked(text), table.get("published"))] == []


@pytest.mark.parametrize(("kind", "table", "text"), list(tables("pair")))
def test_relates(article: Build, kind: Kind, table: dict[str, Any], text: str) -> None:
    skip_unless_listed(kind)
    a = the_mention(article, kind, table["a"], table.get("published_a", table.get("published")))
    b = the_mention(article, kind, table["b"], table.get("published_b", table.get("published")))
    relate = fact_type(kind).relate
    there, back = relate(a, b), relate(b, a)
    assert (there.relation, back.relation) == (table["relation"], table["relation"])
    assert table.get("why", "") in there.why

"""Entries of the cache: what comes back is what went in, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction

import pytest
from check_results import article, mention, soldiers, two_articles

from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.model.fact import Hedge, Kind, Slot
from divergence.model.text import Article, Span
from divergence.review.cache import (
    COMPARING,
    READING,
    Content,
    cache_key,
    decode,
    encode,
    pack,
    program_version,
    seal,
    story_key,
    unpack,
    unseal,
)
from divergence.review.news import remember

ARTICLE = article("A", "The army said 5 soldiers were killed.\n", "a.txt", "Herald")
KEY = cache_key(ARTICLE, "1")


def content(of: Article) -> Content:
    token = Token(0, 0, 3, "The", "the", "DET", "DT", "det", 0, 0)
    parsed = Parsed(of, (token,), (Sentence(0, 0, 1, 0),), (Name(0, 1, "ORG"),), ((),))
    return parsed, (replace(mention(of, "5 soldiers"), value=Decimal(5), anchor=(14, 15), speaker="the army"),)


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        -3,
        0.1,
        "a\u2028\ud800",
        (),
        ((1, "a"), ()),
        frozenset({"a", "b"}),
        Decimal("1E+3"),
        Fraction(1, 3),
        date(2030, 1, 2),
        datetime(2030, 1, 2, 3, 4),  # noqa: DTZ001  # the articles' own times have no zone
        time(3, 4),
        Kind.NUMBER,
        Hedge.MORE_THAN,
        Slot("soldier", ("pakistani",), negated=True),
    ],
    ids=repr,
)
def test_every_kind_of_value_comes_back_as_it_was(value: Hashable) -> None:
    back = decode(json.loads(json.dumps(encode(value))), "A")
    assert back == value
    assert type(back) is type(value)


def test_a_value_that_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError):
        encode(object())


def test_an_entry_comes_back_for_the_article_at_its_place_in_another_story() -> None:
    elsewhere = replace(ARTICLE, id="C", path="c.txt")
    assert cache_key(elsewhere, "1") == KEY
    assert unpack(pack(KEY, content(ARTICLE)), KEY, elsewhere) == content(elsewhere)


@pytest.mark.parametrize("name", ["text", "published", "masked", "source", "paragraphs"])
def test_whatever_decides_the_content_is_in_the_key(name: str) -> None:
    changed: dict[str, object] = {
        "text": "x",
        "published": "2030",
        "masked": ((0, 3),),
        "source": "Y",
        "paragraphs": (),
    }
    assert cache_key(replace(ARTICLE, **{name: changed[name]}), "1") != KEY  # type: ignore[arg-type]
    assert cache_key(ARTICLE, "2") != KEY


def damaged(change: Callable[[dict[str, object]], object]) -> bytes:
    entry = json.loads(pack(KEY, content(ARTICLE)))
    change(entry)
    return json.dumps(entry).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[" * 100_000,
        pack(KEY, content(ARTICLE))[:-20],
        pack(KEY, content(ARTICLE)).replace(b"soldiers", b"children"),
        pack(cache_key(ARTICLE, "other"), content(ARTICLE)),
        damaged(lambda e: e.update(version=2)),
        damaged(lambda e: e.update(content="{}")),
        damaged(lambda e: e.pop("sha256")),
    ],
    ids=["empty", "deep", "torn", "edited", "swapped", "other version", "other content", "no digest"],
)
def test_a_damaged_entry_counts_as_absent(data: bytes) -> None:
    assert unpack(data, KEY, ARTICLE) is None


@pytest.mark.parametrize(
    "name", ["builtins:eval", "os:system", "divergence.cli.console:Console", "divergence.model.text:re"]
)
def test_nothing_but_our_records_is_built(name: str) -> None:
    with pytest.raises(ValueError, match="no record"):
        decode(["record", name, "1"], "A")


def test_spans_come_to_lie_in_the_article_that_asks() -> None:
    assert decode(encode(Span("A", 1, 2)), "Z") == Span("Z", 1, 2)


def test_another_pipeline_is_another_reading() -> None:
    assert program_version(READING, "en_news 1") != program_version(READING, "en_news 2")
    assert program_version(READING, "en_news 1") != program_version(COMPARING, "en_news 1")


def test_mentions_of_every_kind_of_fact_come_back(article: Callable[..., Article]) -> None:
    from divergence.options import Options
    from divergence.pipeline import read_article

    text = (
        "Defence Minister Ann Oakley said on Sunday night that more than 200 militants and five soldiers were killed "
        "in Kabul and Paktia provinces.\nThe talks, the third round, took nearly nine hours and cost $2.5 million, "
        '12% more than planned.\n"We will not yield," said John Smith, 34, of the Red Crescent (RC).\n'
    )
    read = article(text, published="2025-10-27")
    found = read_article(read, Options())
    assert len({m.kind for m in found[1]}) > 5
    assert unpack(pack("k", found), "k", read) == found


def test_which_pipeline_read_an_article_comes_back(article: Callable[..., Article]) -> None:
    read = article("Two died.")
    found = Parsed(read, (), (), (), (), "my_news"), ()
    assert unpack(pack("k", found), "k", read) == found


def test_what_a_story_disagreed_on_comes_back() -> None:
    story = two_articles()
    stood = (remember(story, soldiers(story)),)
    key = story_key(story, "1")
    assert decode(unseal(seal(key, encode(stood)), key), "") == stood
    moved = replace(story, articles=tuple(reversed(story.articles)))
    assert len({key, story_key(moved, "1"), story_key(story, "2")}) == 3

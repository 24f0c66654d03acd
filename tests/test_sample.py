"""The worked example carries what the project is about, however its articles are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from divergence.ingest.story import find_stories, load_story
from divergence.model.text import Story

HERE = Path(__file__).parent
GOLD = json.loads((HERE / "data" / "istanbul-talks" / "gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def sample() -> Story:
    return load_story(HERE.parent / "input" / "istanbul-talks")


def test_it_is_found_where_the_report_looks_by_default() -> None:
    assert [story.id for story in find_stories([HERE.parent / "input"])] == ["istanbul-talks"]


def test_five_sources_are_read_with_their_metadata(sample: Story) -> None:
    assert [(a.source, a.reader) for a in sample.articles] == [
        ("Bosphorus Courier", "text"),
        ("The Capital Ledger", "text"),
        ("Frontier Dispatch", "text"),
        ("Gulf Evening Star", "html"),
        ("The Northern Herald", "markdown"),
    ]
    assert all(a.published and a.url and a.title for a in sample.articles)
    assert [notice.code for notice in sample.notices] == ["metadata-inferred"]


def test_no_clutter_is_left(sample: Story) -> None:
    kept = " ".join(told(article.text, article.masked) for article in sample.articles)
    for clutter in ("27 views", "[1]", "READ MORE", "Facebook", "Published in", "4.99", "812", "500 soldiers", "41 in"):
        assert clutter not in kept


def told(text: str, masked: tuple[tuple[int, int], ...]) -> str:
    """The text without what is masked."""
    edges = [0, *(edge for span in masked for edge in span), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize("fact", GOLD["facts"], ids=lambda fact: fact["id"])
def test_every_annotated_reading_stands_in_its_article(sample: Story, fact: dict[str, list[dict[str, str]]]) -> None:
    texts = {a.path.split("/")[-1]: told(a.text, a.masked) for a in sample.articles}
    for reading in fact["readings"]:
        assert reading["span"] in reading["sentence"]
        assert reading["sentence"] in texts[reading["source"]]


def test_the_annotation_holds_the_four_disagreements_and_their_traps() -> None:
    verdicts = [fact["verdict"] for fact in GOLD["facts"]]
    assert verdicts.count("conflict") == 4
    assert verdicts.count("compatible") + verdicts.count("variant") >= 5

"""Masks must not hide what people annotated as facts; the annotated stories lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from divergence.ingest.story import load_story
from divergence.model.text import Article


def hidden(article: Article, sentence: str, span: str) -> bool:
    """Whether a mask touches the annotated words wherever they stand in the article."""
    text, places = article.text, []
    at = text.find(sentence)
    while at >= 0:
        start = at + sentence.find(span)
        places.append((start, start + len(span)))
        at = text.find(sentence, at + 1)
    return bool(places) and all(any(a < end and start < b for a, b in article.masked) for start, end in places)


@pytest.mark.parametrize("part", ["dev", "single"])
def test_hardly_any_annotated_fact_is_masked(shared: Path, part: str) -> None:
    count, lost = 0, []
    for gold in sorted((shared / "gold" / part).glob("*/gold.json")):
        articles = {article.path.split("/")[-1]: article for article in load_story(gold.parent).articles}
        for fact in json.loads(gold.read_text("utf-8"))["facts"]:
            for reading in fact["readings"]:
                count += 1
                if hidden(articles[reading["source"]], reading["sentence"], reading["span"]):
                    lost.append((fact["verdict"], reading["span"]))
    assert count > 1000
    assert len(lost) <= 0.006 * count
    assert sum(verdict == "conflict" for verdict, _ in lost) <= 0.002 * count

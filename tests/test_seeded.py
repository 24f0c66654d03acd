"""One value changed in a copy of an article is flagged, whatever its kind; a copy that is only reworded is not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.rewrite import REWRITES, reworded
from benchmarks.seeded import STORIES, another, conflicts, hits, measure, measure_harmless
from divergence.facts import KINDS
from divergence.ingest.story import load_story
from divergence.model.fact import Kind
from divergence.options import Options
from divergence.pipeline import read_article

FLOOR = 0.95
"""Share of the changes of a kind that must be flagged, where there are more than nine of it."""
LOOSE = frozenset({Kind.ROLE, Kind.QUOTE})
"""Kinds whose words vary most: nine in ten of their changes must be."""
FLOOR_LOOSE = 0.9
FLOOR_REWORDED = 0.8
"""The same where the copy is also said in other words."""
FEWEST = 10


def low(counts: Mapping[Kind, Counter[str]], floor: float) -> dict[str, Counter[str]]:
    """The kinds of which less than a share of the changes is flagged."""
    least = {k: min(floor, FLOOR_LOOSE) if k in LOOSE else floor for k in counts}
    return {k.value: c for k, c in counts.items() if c["flagged"] < least[k] * c["changes"] and c["changes"] >= FEWEST}


@pytest.mark.slow
def test_changed_values_are_flagged_and_nothing_else() -> None:
    counts = measure(STORIES, seed=3, per=1)
    assert set(counts) >= set(KINDS) - {Kind.EVENT, Kind.ATTRIBUTION}
    assert low(counts, FLOOR) == {}
    total = sum(counts.values(), Counter())
    assert total["extra"] <= total["changes"] / 20


@pytest.mark.slow
def test_changed_values_are_flagged_in_reworded_copies() -> None:
    counts = measure(STORIES, seed=4, per=1, rewrite=True)
    assert low(counts, FLOOR_REWORDED) == {}
    total = sum(counts.values(), Counter())
    assert total["extra"] <= total["changes"] / 20


@pytest.mark.slow
def test_reworded_copies_without_a_change_give_no_flag() -> None:
    counts = measure_harmless(STORIES, seed=5)
    assert set(counts) == {*REWRITES, "mixed"}
    assert sum(c["copies"] for c in counts.values()) > 150
    assert {name: c["flags"] for name, c in counts.items() if c["flags"]} == {}


def test_a_change_is_looked_for_where_it_was_made(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The blaze destroyed 11 boats. The storm sank 14 boats in the harbour.\n")
    (article,) = load_story([tmp_path]).articles
    first, second = (m for m in read_article(article, Options())[1] if m.kind is Kind.NUMBER)
    found = conflicts(article, article.text.replace("11", "17"))
    assert hits(found, first) == found != []
    assert hits(found, second) == []


def test_a_changed_value_keeps_its_form(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some 1,200 people left on Monday; three of them came back in 2019.\n")
    (article,) = load_story([tmp_path]).articles
    texts = {m.text: another(m, random.Random(1)) for m in read_article(article, Options())[1]}
    assert all(new is None or (new != old and new[:1].isalnum()) for old, new in texts.items())
    assert "," in str(texts[next(t for t in texts if "1,200" in t)])


@pytest.mark.parametrize(
    ("kind", "printed", "expected"),
    [
        ("synonyms", "The blaze began near the pier.", "The fire started close to the pier."),
        ("attribution", "The pier was shut at noon, the mayor said.", "The mayor said that the pier was shut at noon."),
        ("attribution", "The mayor said that the pier was shut.", "The pier was shut, the mayor said."),
        ("clause order", "On Monday night, the pier was shut again.", "The pier was shut again on Monday night."),
        ("clause order", "The town shut the pier on Monday.", "On Monday the town shut the pier."),
        ("voice", "The storm damaged two boats in the night.", "Two boats were damaged by the storm in the night."),
        ("tense", "The storm damaged two boats.", "The storm has damaged two boats."),
        ("tense", "The mayor said it was shut.", "The mayor says it was shut."),
    ],
)
def test_a_rewrite_says_the_same_in_other_words(kind: str, printed: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{printed}\n")
    (article,) = load_story([tmp_path]).articles
    assert reworded(article, random.Random(0), (kind,)).strip() == expected


def test_a_quotation_is_not_rewritten(tmp_path: Path) -> None:
    text = "“The blaze began near the pier,” the mayor said.\n"
    (tmp_path / "a.txt").write_text(text)
    (article,) = load_story([tmp_path]).articles
    assert reworded(article, random.Random(0)) == article.text

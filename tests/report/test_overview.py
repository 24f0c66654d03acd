"""The page on an archive: ranking, pairs of sources, time."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from check_results import comparison, soldiers, two_articles
from hostile_comparison import OWN, hostile

from divergence.model.comparison import Severity
from divergence.report.csv import render_records
from divergence.report.overview import StorySummary, from_json, overview, render_overview, summarise, to_json


def summary(id: str = "talks", **more: Any) -> StorySummary:
    story = two_articles()
    found = summarise(comparison(story, soldiers(story)), Path(id) / "report.html")
    return replace(found, id=id, **more)


def page(*summaries: StorySummary, failed: tuple[str, ...] = ()) -> Any:
    return lxml.html.fromstring(render_overview(overview(summaries, failed), None))


def test_a_story_is_told_with_its_values_and_sources_and_linked() -> None:
    (story,) = page(summary()).find_class("story")
    (link,) = story.findall("h3/a")
    assert link.attrib["href"] == "talks/report.html"
    said = " ".join(story.text_content().split())
    assert "oldiers killed" in said
    assert "Morning Post, The Herald" in said
    assert all(value in said for value in summary().disputes[0].values)
    assert [a.attrib["href"] for a in story.find_class("disputes")[0].iter("a")] == [
        f"talks/report.html#{summary().disputes[0].id}"
    ]


def test_most_of_high_severity_comes_first() -> None:
    rows = (summary("a", high=0, medium=9), summary("b", high=2, medium=0), summary("c", high=2, medium=1))
    assert [story.id for story in overview(rows).stories] == ["c", "b", "a"]


def test_a_severity_is_counted() -> None:
    story = two_articles()
    low = replace(soldiers(story), severity=Severity.LOW)
    found = summarise(comparison(story, low), Path("x/report.html"))
    assert (found.high, found.medium, found.low, found.findings) == (0, 0, 1, 1)


def test_sources_that_differ_are_counted_over_stories_that_both_tell() -> None:
    told = ("Morning Post", "The Herald")
    pairs = overview([summary("a"), summary("b"), summary("c", pairs=(), sources=told)]).pairs
    assert [(p.left, p.right, p.findings, p.together, p.stories) for p in pairs] == [(*told, 2, 3, 2)]


def test_a_file_without_a_publisher_is_no_source() -> None:
    story = two_articles()
    nameless = replace(story, articles=tuple(replace(a, source=None, url=None) for a in story.articles))
    found = summarise(comparison(nameless, soldiers(nameless)), Path("x/report.html"))
    assert (found.sources, found.pairs) == ((), ())


@pytest.mark.parametrize(
    ("days", "labels"),
    [
        (("2026-03-01", "2026-03-03"), ["2026-03-01", "2026-03-02", "2026-03-03"]),
        (("2025-11-30", "2026-02-01"), ["2025-11", "2025-12", "2026-01", "2026-02"]),
        (("2019-01-01", "2026-01-01"), [str(year) for year in range(2019, 2027)]),
        (("2026-03-05", "2026-03-05"), ["2026-03-05"]),
    ],
)
def test_time_runs_in_days_months_or_years_without_holes(days: tuple[str, str], labels: list[str]) -> None:
    shown = overview([summary(day, first=day, last=day) for day in days])
    assert [period.label for period in shown.periods] == labels
    assert sum(period.stories for period in shown.periods) == 2


def test_stories_without_a_date_are_counted() -> None:
    shown = overview([summary("a", first="2026-03-01"), summary("b", first=""), summary("c", first="2026-99-99")])
    assert (shown.undated, [p.stories for p in shown.periods]) == (2, [1])
    assert "2 more stories have no date." in page(*shown.stories).text_content()


def test_a_story_that_failed_is_told() -> None:
    assert "flood: could not be read" in page(summary(), failed=("flood: could not be read",)).text_content()


def test_a_summary_goes_through_json_unchanged() -> None:
    assert from_json(json.loads(json.dumps(to_json(summary())))) == summary()


def test_the_table_has_a_line_for_each_statement() -> None:
    rows = list(csv.DictReader(io.StringIO(render_records(summary().records).decode("utf-8-sig"))))
    assert {row["source"] for row in rows} == {"The Herald", "Morning Post"}


def test_nothing_in_a_story_becomes_part_of_the_page() -> None:
    found = summarise(hostile(OWN), Path("x\"><script>'/report.html"))
    shown = page(found)
    assert len(list(shown.iter("script"))) == 1
    assert not [a for a in shown.iter("a") if a.attrib["href"].lower().startswith(("javascript:", "data:"))]
    assert not [e for e in shown.iter() if any(name.startswith("on") or name == "style" for name in e.attrib)]


def test_thousands_of_stories_stay_a_small_page() -> None:
    rows = [summary(f"s{number}") for number in range(2000)]
    assert len(render_overview(overview(rows), None)) < 2_500_000
    assert render_overview(overview(rows), None) == render_overview(overview(rows[::-1]), None)


@pytest.mark.parametrize(
    ("first", "last", "length"),
    [
        ("2026-03-01", "2026-05-01", 10),  # 61 days
        ("2026-03-01", "2026-05-02", 7),  # 62
        ("2020-01-31", "2025-12-01", 7),  # 71 months
        ("2020-01-31", "2026-01-01", 4),  # 72
    ],
)
def test_a_longer_span_has_longer_periods(first: str, last: str, length: int) -> None:
    shown = overview([summary("a", first=first), summary("b", first=last)])
    assert {len(period.label) for period in shown.periods} == {length}
    assert [period.label for period in shown.periods] == sorted(period.label for period in shown.periods)


def test_a_period_counts_its_stories_and_those_that_differ() -> None:
    calm = {"high": 0, "medium": 0, "low": 0}
    shown = overview(
        [
            summary("a", first="2026-03-01"),
            summary("b", first="2026-03-01", **calm),
            summary("c", first="2026-03-02", **calm),
        ]
    )
    assert [(p.stories, p.differing) for p in shown.periods] == [(2, 1), (1, 0)]
    assert (shown.tallest, shown.differing, shown.findings, shown.high) == (2, 1, 1, 1)
    assert overview([]).tallest == 1


def test_forty_pairs_of_sources_are_listed_those_that_differ_most_first() -> None:
    pairs = tuple(("A", f"S{number:02d}", number) for number in range(1, 43))
    shown = overview([summary("a", pairs=pairs)]).pairs
    assert [pair.findings for pair in shown] == list(range(42, 2, -1))


def test_of_pairs_with_as_many_findings_the_one_in_more_stories_comes_first() -> None:
    rows = [summary("a", pairs=(("A", "B", 2), ("C", "D", 1))), summary("b", pairs=(("C", "D", 1),))]
    assert [(p.left, p.findings, p.stories) for p in overview(rows).pairs] == [("C", 2, 2), ("A", 2, 1)]


def test_three_disputes_of_a_story_are_named() -> None:
    story = two_articles()
    found = tuple(replace(soldiers(story), id=f"d-{number}") for number in range(4))
    made = replace(comparison(story, found[0]), divergences=found)
    assert [d.id for d in summarise(made, Path("x")).disputes] == ["d-0", "d-1", "d-2"]

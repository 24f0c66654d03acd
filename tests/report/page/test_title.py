"""What a report is called, and what its sources are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

import pytest

from divergence.model.comparison import Comparison
from divergence.model.text import Article
from divergence.report.page.sources import count_texts, open_desk
from divergence.report.page.title import _neutral, name_story

FERRY = ("Fire on the night ferry", None, "Night ferry burns off the coast", "A night ferry in flames off the coast")


def called(comparison: Comparison, id: str, *headlines: str | None, title: str | None = None) -> str:
    articles = tuple(
        replace(article, title=headline) for article, headline in zip_longest(comparison.story.articles, headlines)
    )
    story = replace(comparison.story, id=id, title=title, articles=articles)
    return name_story(replace(comparison, story=story))


@pytest.mark.parametrize("id", ["Story5", "story", "7", "x4f2-abc", "2025-03-04"])
def test_a_bare_folder_name_gives_way_to_a_headline(comparison: Comparison, id: str) -> None:
    assert called(comparison, id, *FERRY) == "Night ferry burns off the coast"


def test_a_folder_name_that_says_what_it_is_about_stays(comparison: Comparison) -> None:
    assert called(comparison, "aurelia-fire", "Something else", "Something other") == "Aurelia fire"
    assert (
        called(comparison, "aurelia-fire", "Something else", title="The night of the fire") == "The night of the fire"
    )


@pytest.mark.parametrize(
    ("id", "title"),
    [
        ("aurelia-fire-off-the", "Aurelia fire off the coast"),
        ("2025-03-04-aurelia-fire-off-the", "Aurelia fire off the coast"),
        ("aurelia-fire-off", "Aurelia fire off"),  # too short to be a beginning rather than a name
        ("aurelia-fire-on-aurelia", "Aurelia fire on aurelia"),  # no headline begins so
        ("2025-03-04-aurelia-fire", "Aurelia fire"),
    ],
)
def test_a_folder_name_that_only_begins_a_headline_gives_way_to_it(comparison: Comparison, id: str, title: str) -> None:
    assert called(comparison, id, "Aurelia fire off the coast", None) == title


def test_without_a_headline_the_folder_name_is_all_there_is(comparison: Comparison) -> None:
    assert called(comparison, "story_5", None, None) == "Story 5"


def test_no_headline_that_takes_a_side_becomes_the_title(comparison: Comparison) -> None:
    """14, 17 and 18 are in dispute."""
    headlines = ("Ferry fire: Fourteen dead", "Ferry fire off Selmar kills 17", "Fire on ferry", "Crew praised in 2025")
    assert called(comparison, "s1", *headlines) == "Fire on ferry"


@pytest.mark.parametrize(
    ("fields", "label"),
    [
        ({"source": "The Harbour Post", "url": "https://post.example/1"}, "The Harbour Post"),
        ({"url": "https://www.post.example/1", "title": "A headline"}, "post.example"),
        ({"url": "http://user@news.example:8080", "title": "A headline"}, "news.example"),
        ({"url": "javascript:alert(1)", "title": "A headline"}, "a.txt"),
        ({"title": "A headline"}, "a.txt"),
    ],
)
def test_a_source_is_called_by_its_name_its_site_or_its_file_never_by_its_headline(
    article: Callable[..., Article], fields: dict[str, str], label: str
) -> None:
    assert article("Text.", **fields).label == label


def test_near_copies_count_as_one_text(comparison: Comparison) -> None:
    first, second, *_ = comparison.story.articles
    copy = replace(second, text=first.text, paragraphs=first.paragraphs, masked=())
    story = replace(comparison.story, articles=(first, copy, *comparison.story.articles[2:]))
    sources = tuple(open_desk(story).sources.values())
    assert [s.copy_of for s in sources][:3] == ["", "A", ""]
    assert count_texts(sources) == len(sources) - 1


def test_the_reports_tell_independent_texts(comparison: Comparison) -> None:
    from divergence.report import render

    first, *rest = comparison.story.articles
    copy = replace(first, id="G", path="copy.txt", source="Reprint")
    story = replace(comparison.story, articles=(first, *rest, copy))
    made = replace(comparison, story=story)
    assert "7 articles from 6 independent texts." in render(made, "text").decode()
    page = render(made, "html").decode()
    assert "7 articles from 6 independent texts." in page
    assert "near copy of A" in page


@pytest.mark.parametrize(
    ("headline", "neutral", "without_figures"),
    [
        ("Ferry on fire", True, True),
        ("Ferry fire kills Fourteen", False, True),
        ("Ferry fire of 2025", True, False),
        ("Ferry fire of 2025 kills fourteen", False, False),
    ],
)
def test_a_headline_is_neutral_that_has_no_value_in_dispute(
    headline: str, neutral: bool, without_figures: bool
) -> None:
    assert _neutral(headline, frozenset({"fourteen", "seven"})) == (neutral, without_figures)

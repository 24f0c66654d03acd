"""What an article's text says about itself, and what it does not say."""

from __future__ import annotations

import pytest

from divergence.ingest.document import Metadata
from divergence.ingest.metadata import metadata_in
from divergence.ingest.noise import mask
from divergence.ingest.text import paragraphs

BODY = ["The council met on Monday and broke up without a vote.", "The mayor will call it together again, he said."]


def told(*parts: str) -> Metadata:
    text = "\n\n".join(parts)
    return metadata_in(text, paragraphs(text))


def test_the_imprint_at_the_foot() -> None:
    found = told("Council breaks up", *BODY, "Published in Harbour News, October 27th, 2025")
    assert (found.source, found.published, found.title) == ("Harbour News", "2025-10-27", "Council breaks up")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Harbour News, 14 August 2025", "Harbour News"),
        ("The Guardian, Thursday 14 August 2025, 10.30 BST", "The Guardian"),
        ("Reuters | Aug 14, 2025", "Reuters"),
        ("seapost.example - 2025-08-14", "seapost.example"),
        ("The Voice of the Coast Radio – 14 August 2025", "The Voice of the Coast Radio"),
    ],
)
def test_a_line_of_outlet_and_day_at_the_head_or_the_foot(line: str, source: str) -> None:
    for parts in (("Council breaks up", line, *BODY), ("Council breaks up", *BODY, line), (line, *BODY)):
        found = told(*parts)
        assert (found.source, found.published) == (source, "2025-08-14")
        assert found.title in ("Council breaks up", None)
        text = "\n\n".join(parts)
        assert text.index(line) in {start for start, _ in mask(text, paragraphs(text))}


@pytest.mark.parametrize(
    "line",
    [
        "Dhaka, 14 August 2025",
        "Anna Berg, 14 August 2025",
        "Harbour News, 14 August 2025, saw three boats",
        "Harbour News, August 2025",
        "the news, 14 August 2025",
        "By then the daily was closed - 14 August 2025",
    ],
)
def test_a_day_after_other_words_names_no_source(line: str) -> None:
    assert told("Council breaks up", *BODY, line, *BODY).source is None


def test_the_site_and_date_at_the_foot() -> None:
    found = told("Council breaks up", *BODY, "HarbourNews.example", "October 27, 2025")
    assert (found.source, found.published) == ("HarbourNews.example", "2025-10-27")


@pytest.mark.parametrize(
    "line",
    ["Tuesday, July 2, 2013", "Updated: July 02, 2013 15:50 IST", "on July 02 2013 7:41 AM", "Posted 2013-07-02"],
)
def test_the_line_under_the_headline(line: str) -> None:
    found = told("Council breaks up", line, *BODY)
    assert (found.title, found.published) == ("Council breaks up", "2013-07-02")


def test_the_dateline() -> None:
    found = told("HENRY COUNTY, Ind. (Aug. 28, 2015) – The council met.", *BODY)
    assert (found.title, found.published) == (None, "2015-08-28")


def test_the_agency_of_the_dateline() -> None:
    assert told("OSLO (AP) — The council met.", *BODY).source == "Associated Press"


@pytest.mark.parametrize(
    "first",
    ["The council met on Monday.", "• Council meets for a second day", "“We shall meet again,", "A" * 200],
)
def test_no_headline(first: str) -> None:
    assert told(first, *BODY).title is None


def test_the_site_behind_the_headline() -> None:
    found = told("Council breaks up | Harbour News", *BODY)
    assert (found.title, found.source) == ("Council breaks up", "Harbour News")


def test_a_single_line_is_no_headline() -> None:
    assert told("Council breaks up").title is None


def test_dates_of_the_story_are_not_the_publication_date() -> None:
    assert told(*BODY, "The harbour was opened on 4 May 1921 by the king.").published is None


def test_weekday_after_published_on_is_no_source() -> None:
    assert told(*BODY, "Published on Friday, November 11, 2011").source is None


def test_source_date_and_address_in_lines_of_their_own() -> None:
    fields = ("Source: Harbour News", "Date: 14 August 2025", "URL: https://news.example/1")
    wanted = Metadata("Harbour News", "Council breaks up", "2025-08-14", "https://news.example/1")
    assert told(*fields, "Council breaks up", *BODY) == wanted
    assert told("Council breaks up", *4 * BODY, *fields) == wanted


def test_the_source_of_a_figure_at_the_foot_is_not_the_paper() -> None:
    assert told("Council breaks up", *4 * BODY, "Source: Ministry of Health").source is None


@pytest.mark.parametrize(
    "line",
    ["Source: mayor stands again", "Source: Mayor stands.", "Source: The mayor is sure that he will stand again"],
)
def test_a_remark_about_a_source_names_none(line: str) -> None:
    assert told("Council breaks up", line, *BODY).source is None


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (("Updated 19 August 2025", "Published 14 August 2025"), "2025-08-14"),
        (("Updated: August 19, 2025 10:14 a.m. | August 14, 2025",), "2025-08-14"),
        (("19 August 2025", "First published: 14 August 2025"), "2025-08-14"),
        (("Last modified 19 August 2025", "LIMA, August 14, 2025 (AP) — The council met again."), "2025-08-14"),
        (("Updated 19 August 2025",), "2025-08-19"),
    ],
)
def test_the_day_of_a_change_gives_way_to_any_other(lines: tuple[str, ...], day: str) -> None:
    assert told("Council breaks up", *lines, *BODY).published == day

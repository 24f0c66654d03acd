"""What stands before the story in its first paragraphs: dates, a repeated headline, agencies, datelines."""

from __future__ import annotations

import pytest

from divergence.ingest.opening import opening

HEADLINE = "Storm sinks three boats off the northern cape"
STORY = "Three boats sank in the storm, the coast guard said."


@pytest.mark.parametrize(
    ("before", "published"),
    [
        ("Tuesday 4 Apr 2017 ", "2017-04-04"),
        (f"Tuesday 4 Apr 2017 {HEADLINE} Reuters ", "2017-04-04"),
        (f"UPDATED {HEADLINE} AFP Monday 3 Oct 2016 ", "2016-10-03"),
        (f"Posted on April 4 2017 by The Harbour News {HEADLINE} ", "2017-04-04"),
        (f"{HEADLINE}. ", None),
        ("OSLO, May 3, 2024 (Reuters) - ", "2024-05-03"),
        ("OSLO (AP) — ", None),
        ("AFP Sunday 22 Feb 2015 ", "2015-02-22"),
    ],
)
def test_what_stands_before_the_story(before: str, published: str | None) -> None:
    found = opening(before + STORY, HEADLINE)
    assert (before + STORY)[found.end :] == STORY
    assert found.published == published


def test_a_paragraph_that_only_repeats_the_headline_ends_there() -> None:
    paragraph = f"4 April 2017 {HEADLINE} ."
    assert opening(paragraph, HEADLINE).end == len(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        STORY,
        "",
        f"In a statement of 4 May 2017 named {HEADLINE} the guild asked for help.",
        "The guild said on 4 May 2017 that three boats had sunk.",
        "Reuters reported three losses.",
        "On 4 May 2017 Three Boats sank.",
    ],
)
def test_story_from_the_first_word(paragraph: str) -> None:
    assert opening(paragraph, HEADLINE).end == 0


def test_a_dateline_alone_is_no_story() -> None:
    assert opening("OLDPORT (KXYZ)").end == len("OLDPORT (KXYZ)")


def test_a_short_headline_may_open_the_story() -> None:
    assert opening("Six dead in the storm, and more are missing.", "Six dead").end == 0

"""Which dates of new articles are not taken at their word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from divergence.cli.doubt import doubtful_dates
from divergence.model.text import Article, Story

TODAY = date(2031, 5, 20)
PRINTED = "Dock News, 14 May 2031\n\nA crane fell into the basin on Thursday, and 4 dockers were hurt.\n"
SILENT = "A crane fell into the basin, and 4 dockers were hurt.\n"


@pytest.mark.parametrize(
    ("text", "published", "doubt"),
    [
        (PRINTED, "2031-05-14", ""),
        (PRINTED, "2031-05-15T06:00:00+02:00", ""),  # printed in the evening, dated the next day
        (PRINTED, "2031-05-16", "but its text says 2031-05-14"),
        (PRINTED, "2031-05-02", ""),  # an earlier date makes nothing an update of what others said
        (PRINTED, None, ""),
        (PRINTED, "soon", ""),
        (SILENT, "2031-05-19", ""),
        (SILENT, "2031-05-21", ""),  # it is tomorrow elsewhere
        (SILENT, "2031-05-22", "which is still to come"),
        (PRINTED, "2032-01-01", "which is still to come"),
    ],
)
def test_a_date_is_doubted_that_the_text_or_the_calendar_contradicts(
    article: Callable[..., Article], text: str, published: str | None, doubt: str
) -> None:
    story = Story("dock", None, (article(text, published=published),))
    told = doubtful_dates(story, None, TODAY)
    assert (list(told), doubt in "".join(told.values())) == (["A"] if doubt else [], True)


def test_the_date_of_an_old_article_is_no_news(article: Callable[..., Article]) -> None:
    story = Story("dock", None, (article(PRINTED, published="2031-05-19"),))
    assert doubtful_dates(story, frozenset(), TODAY) == {}
    assert list(doubtful_dates(story, frozenset("A"), TODAY)) == ["A"]

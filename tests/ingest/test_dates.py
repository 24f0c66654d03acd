"""Dates of mastheads and datelines; what could be two dates is none."""

from __future__ import annotations

import pytest

from divergence.ingest.dates import dateline_date, find_date, iso_date
from divergence.ingest.stamps import is_stamp, leading_stamp


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("October 27th, 2025", "2025-10-27"),
        ("27 October 2025", "2025-10-27"),
        ("Oct. 27, 2025", "2025-10-27"),
        ("Tue Jul 02 2013, 14:58 hrs", "2013-07-02"),
        ("21.02.2015", "2015-02-21"),
        ("2007-11-12", "2007-11-12"),
        ("2025-10-27T07:02:33+05:00", "2025-10-27"),
        ("11/27/2005 7:21 AM", "2005-11-27"),
        ("27/11/2005", "2005-11-27"),
        ("Jul 152015", "2015-07-15"),
        ("11/12/2007", None),
        ("June 31, 2015", None),
        ("May 12", None),
        ("in 2015", None),
        ("1.5.2015.7", None),
    ],
)
def test_full_dates(text: str, iso: str | None) -> None:
    found = find_date(text)
    assert (found[0] if found else None) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [("2024-05-03", "2024-05-03"), ("2024-05-03T08:00:00Z", "2024-05-03T08:00:00+00:00"), ("soon", None), ("", None)],
)
def test_stated_dates(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_two_digits_of_a_year_count_in_datelines() -> None:
    assert dateline_date("LIMA, 14 NOV 89 (RADIO) --") == "1989-11-14"
    assert find_date("14 NOV 89") is None


@pytest.mark.parametrize(
    "text", ["Updated 4:08 p.m. ET", "16 August 2011", "Thursday, Apr 2, 2009 | Updated 1:32 PM PDT"]
)
def test_stamps(text: str) -> None:
    assert is_stamp(text)


@pytest.mark.parametrize("text", ["On Monday", "on Feb. 23.", "4 May 2019 was cold", "12 people", "Sunday", ""])
def test_no_stamps(text: str) -> None:
    assert not is_stamp(text)


def test_a_leading_stamp_ends_where_the_sentence_begins() -> None:
    text = "Date of publication 4 October 2016 The bomber struck late."
    stamp = leading_stamp(text)
    assert stamp is not None
    assert (stamp[0], text[stamp[1] :]) == ("2016-10-04", "The bomber struck late.")


@pytest.mark.parametrize(
    "text", ["On 3 October 2016 rebels attacked.", "3 October 2016 was a Monday.", "3 Oct At least 20"]
)
def test_dates_inside_a_sentence_are_no_leading_stamp(text: str) -> None:
    assert leading_stamp(text) is None

"""Dates as the pipeline sees them: what is unresolved, what is split, what hostile text does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.facts.time.date import DATE, is_unresolved, unresolved
from divergence.facts.time.date_expressions import expressions
from divergence.facts.time.moment import timex
from divergence.language import parse
from divergence.model.fact import Mention
from divergence.model.text import Article

Build = Callable[..., Article]


def dates(article: Article) -> list[Mention]:
    return list(DATE.find(parse(article)))


def test_day_and_hour_are_two_mentions(article: Build) -> None:
    found = dates(article("The shots fell on Friday, June 3 around 7:30 p.m. at the mill.", published="2016-06-06"))
    assert [(m.text, DATE.phrase(m)) for m in found] == [
        ("Friday, June 3", "3 June 2016"),
        ("around 7:30 p.m.", "about 19:30"),
    ]
    assert DATE.fields(found[1])["timex"] == "2016-06-03T19:30"


def test_a_named_weekday_decides_the_year(article: Build) -> None:
    (found,) = dates(article("He was born on Friday, June 3.", published="2018-01-05"))
    assert DATE.phrase(found) == "3 June 2016"


def test_an_undated_article_leaves_dates_unresolved(article: Build) -> None:
    found = dates(article("They met on Sunday. It opened in 2004. He died the next day."))
    assert [is_unresolved(m) for m in found] == [True, False, False]
    assert unresolved(found)
    assert not unresolved(dates(article("They met on Sunday.", published="2025-10-27")))


def test_impossible_days_do_not_raise(article: Build) -> None:
    found = dates(article("It was 31 June and Feb. 30, 2015.", published="2025-10-27"))
    assert all(DATE.fields(m)["earliest"] is None or m for m in found)


def test_a_chronicle_carries_its_year_along(article: Build) -> None:
    years = " ".join(f"In {year} the war went on." for year in range(1900, 1912))
    found = dates(article(f"{years} In December 1914 it paused. In January it went on.", published="2020-05-05"))
    assert DATE.phrase(found[-1]) == "January 1915"


def test_a_year_ago_is_told_from_a_quarter_that_was_told_again(article: Build) -> None:
    words = "The mill makes rope. " * 80
    told = f"Third-quarter sales fell. {words}"
    (_, far) = dates(article(f"{told}They were 7 million a year ago.", published="2025-11-27"))
    assert DATE.phrase(far) == "about 2024"
    (*_, near) = dates(article(f"{told}In the latest quarter they were 7 million a year ago.", published="2025-11-27"))
    assert DATE.phrase(near) == "quarter 3 of 2024"


FRAGMENTS = st.lists(
    st.sampled_from(
        "May March Sunday night early late of the 31 2016 1990s - – / : . , ( ) 10:45 p.m. GMT ago two weeks next last "
        "day before after noon Q3 third quarter half a an and ’90s Oct Nov. 9999 0000 century".split()
    ),
    max_size=25,
).map(" ".join)


@given(FRAGMENTS)
@settings(max_examples=40, deadline=None)
def test_laws_hold_on_scrambled_words(text: str) -> None:
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
    found = dates(Article("A", "a.txt", text, paragraphs, published="2025-10-27"))
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    for a in found:
        assert DATE.relate(a, a).relation == "same"
        assert all(DATE.relate(a, b).relation == DATE.relate(b, a).relation for b in found)


@pytest.mark.parametrize(
    "unit",
    [
        "May ",
        "1 ",
        "12:",
        "early ",
        "the ",
        "20",
        "one hundred ",
        "two-",
        "a ",
        "-",
        "at 1",
        "half past ",
        "every two ",
        "of that ",
        "one may ",
    ],
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    from divergence.facts.time.calendar_atoms import CALENDAR_RULES
    from divergence.facts.time.clock_atoms import CLOCK_RULES
    from divergence.facts.time.relative_atoms import RELATIVE_RULES

    def work(size: int) -> object:
        text, rules = unit * (size // len(unit)), (*CALENDAR_RULES, *RELATIVE_RULES, *CLOCK_RULES)
        return [list(read(match)) for _, pattern, read in rules for match in pattern.finditer(text)]

    assert grows_in_line(work, 10_000)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They meet every Friday.", "XXXX-WXX-5"),
        ("They meet each month.", "P1M"),
        ("They meet every two years.", "P2Y"),
        ("They play on Tuesday nights.", "XXXX-WXX-2TNI"),
        ("It opens every July.", "XXXX-07"),
        ("They are closed on Mondays.", "XXXX-WXX-1"),
        ("They pray every morning.", "XXXX-XX-XXTMO"),
        ("It fell in the past.", "PAST_REF"),
        ("It pumps 800,000 barrels per day.", "P1D"),
        ("It makes $5 million a year.", "P1Y"),
        ("It opens later in the week.", "2025-W44"),
        ("It fell to 3 percent for the year.", "2025"),
        ("He spoke at 9 a.m.", "2025-10-27T09:00"),
        ("It sells 2,000 cars a year.", "P1Y"),
        ("The fiscal year was hard.", "P1Y"),
        ("Costs rose in the year ending soon.", "P1Y"),
        ("It was put off to a later date.", "FUTURE_REF"),
    ],
)
def test_recurring_and_loose_times_carry_a_value(article: Build, text: str, value: str) -> None:
    found = expressions(parse(article(text, published="2025-10-27")))
    assert [timex(e.moment) for e in found] == [value]


@pytest.mark.parametrize("text", ["She was the Person of the Year.", "It blew at 90 miles per hour."])
def test_titles_and_speeds_are_no_times(article: Build, text: str) -> None:
    assert expressions(parse(article(text, published="2025-10-27"))) == ()

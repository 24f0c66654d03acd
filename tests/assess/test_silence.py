"""Silent is said of an article only where nothing in it may be of the fact."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.assess.silence import Telling, unspoken
from divergence.facts import Related, fact_type
from divergence.facts.about.told import ToldWords
from divergence.language.parsed import Parsed
from divergence.model.fact import Kind, Mention
from divergence.model.text import Span, Story
from divergence.options import Options
from divergence.pipeline import read_article

Build = Callable[..., Story]


def read(story: Build, *texts: str) -> tuple[list[Mention], dict[str, Parsed]]:
    """The mentions of all articles, and their parses."""
    done = [read_article(a, Options()) for a in story(*texts, published="2024-03-04").articles]
    return [m for _, found in done for m in found], {p.article.id: p for p, _ in done}


def silent_on(kind: Kind, story: Build, *texts: str) -> tuple[str, ...]:
    """Who is silent on the first fact of a kind in the first article; the first two articles state it."""
    told, parses = read(story, *texts)
    about = [next(m for m in told if m.kind is kind and m.span.article == a) for a in "AB"]
    return Telling(parses, told).silent(about)


KILLED = "The storm killed 12 fishermen off the cape.", "Off the cape 15 fishermen were killed."


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("Shops in Orvane stayed closed after the storm.", True),
        ("A widow wept over her husband, who died off the cape.", False),
        ("The bodies of some fishermen were found at dawn.", False),
        ("One more was killed later.", False),
    ],
)
def test_who_tells_of_deaths_in_other_words_is_not_silent_on_the_dead(
    story: Build, other: str, is_silent: bool
) -> None:
    assert silent_on(Kind.NUMBER, story, *KILLED, other) == (("C",) if is_silent else ())


QUOTED = (
    "The envoys’ demands were “far from the bitter reality of the harbour”, the minister said.",
    "The demands were “far from all reality of the harbour”, the minister said.",
)


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("The minister found the demands remote from the bitter reality.", False),
        ("The minister left the harbour without a word.", True),
        ("The minister spoke to the envoys.", True),
    ],
)
def test_who_reports_a_quotation_without_its_marks_is_not_silent(story: Build, other: str, is_silent: bool) -> None:
    assert silent_on(Kind.QUOTE, story, *QUOTED, other) == (("C",) if is_silent else ())


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("Some houses were damaged along the quay.", False),
        ("Many houses stand along the quay. A boat was damaged.", True),
    ],
)
def test_who_tells_the_same_of_the_same_thing_is_not_silent(story: Build, other: str, is_silent: bool) -> None:
    texts = "In Orvane 40 houses were damaged.", "In all 22 houses were damaged in Orvane."
    assert silent_on(Kind.NUMBER, story, *texts, other) == (("C",) if is_silent else ())


def test_the_same_age_may_be_of_the_same_person(story: Build) -> None:
    texts = "Vera Holm, 61, was hurt.", "Vera Holm, 62, was hurt."
    assert silent_on(Kind.AGE, story, *texts, "A 61-year-old sailor came home.") == ()
    assert silent_on(Kind.AGE, story, *texts, "Ida Berg, 34, came home.") == ("C",)


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("The gale trudges towards the cape at 12 mph.", False),
        ("The gale is 40 miles from the cape.", True),
        ("Shops in Orvane stayed closed.", True),
    ],
)
def test_who_gives_a_measure_in_the_same_unit_is_not_silent_on_it(story: Build, other: str, is_silent: bool) -> None:
    texts = "The storm was moving northwest at 16 mph.", "The storm, off Orvane, was moving northwest at 17 mph."
    assert silent_on(Kind.NUMBER, story, *texts, other) == (("C",) if is_silent else ())


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("The envoy, whom the minister called “Wendy Holm Tarrant”, was not there.", False),
        ("Mr Tarrant spoke. Ida Holm spoke.", True),
        ("The envoy was not there.", True),
    ],
)
def test_who_has_the_name_is_not_silent_on_whom_it_names(story: Build, other: str, is_silent: bool) -> None:
    texts = "The boats of Vera Holm Tarrant were seized.", "The boats of Wendy Holm Tarrant were seized."
    assert silent_on(Kind.PERSON, story, *texts, other) == (("C",) if is_silent else ())


def test_who_has_the_day_is_not_silent_on_when(story: Build) -> None:
    texts = "The bridge was closed on 4 May 2021.", "The bridge was closed on 6 May 2021."
    assert silent_on(Kind.DATE, story, *texts, "On 4 May 2021 no ship sailed.") == ()
    assert silent_on(Kind.DATE, story, *texts, "On 9 June 2021 no ship sailed.") == ("C",)


def test_of_words_alone_only_an_article_that_shares_none_is_silent(story: Build) -> None:
    articles = story(
        "The bridge was closed by the harbour guards.",
        "Harbour crews shut it, and so the bridge is out of use.",
        "Shops stayed closed.\n\nOne guard watched the harbour.",
    ).articles
    passage = Span("A", 0, len(articles[0].text))
    assert unspoken(articles, [passage]) == ("C",)
    assert unspoken(articles, []) == ("A", "B", "C")


def test_who_gives_a_sum_in_another_currency_is_not_silent_on_it(story: Build) -> None:
    texts = "Thieves took gems worth $2.6 million.", "Thieves nab $2.5 million worth of gems."
    assert silent_on(Kind.MONEY, story, *texts, "They made off with two million euros.") == ()
    assert silent_on(Kind.MONEY, story, *texts, "They made off with a bag.") == ("C",)


def test_who_gives_a_time_less_exactly_is_not_silent_on_it(story: Build) -> None:
    texts = "Shots were fired at 10:45 p.m. on 2 May 2021.", "Shots were fired at 10:30 p.m. on 2 May 2021."
    assert silent_on(Kind.DATE, story, *texts, "The row began on 2 May 2021.") == ()
    assert silent_on(Kind.DATE, story, *texts, "The row began on 4 May 2021.") == ("C",)


@pytest.mark.parametrize(
    ("other", "is_silent"),
    [
        ("Four men rammed their car into an upmarket jewelry store on Monday.", False),
        ("An upmarket store burned.", True),
    ],
)
def test_who_tells_of_what_words_differ_on_is_not_silent(story: Build, other: str, is_silent: bool) -> None:
    text = "Four men rammed their car into an up-market jewellery store in Orvane."
    told, parses = read(story, text, other)
    at = Span("A", text.index("an up"), text.index(" store"))
    words = text[at.start : at.end]
    event = replace(told[0], kind=Kind.EVENT, span=at, text=words, value=ToldWords(words))
    assert Telling(parses, told).silent([event]) == (("B",) if is_silent else ())


def test_times_that_are_said_alike_are_related_once(story: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    told, parses = read(story, *["The ferry sank on 4 May 2021. The inquiry began on 9 June 2021."] * 3)
    dates = [m for m in told if m.kind is Kind.DATE]
    known, asked = fact_type(Kind.DATE), list[Mention]()

    def relate(a: Mention, b: Mention) -> Related:
        asked.append(a)
        return known.relate(a, b)

    monkeypatch.setattr("divergence.assess.silence.fact_type", lambda kind: replace(known, relate=relate))
    telling = Telling(parses, dates)
    for date in dates:
        telling.silent([date])
    assert len(dates) == 6
    assert len(asked) == 4

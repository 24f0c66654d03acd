"""The date that a page states of itself comes before any guess from its address."""

from __future__ import annotations

import pytest

from divergence.ingest.html import read_html
from divergence.ingest.page_date import is_printed, stated_date

_BODY = "".join(
    f"<p>The ferry left the harbour late, and sentence {n} tells what its crew said of it.</p>" for n in "abcdef"
)


def page(head: str, body: str = _BODY) -> str:
    top = f"<html><head><title>Ferry late</title>{head}</head>"
    return f"{top}<body><article><h1>Ferry late</h1>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("tag", "day"),
    [
        ("<meta property='article:published_time' content='2019-03-04T23:30:00-05:00'>", "2019-03-04"),
        ('<meta content="2019-03-04" name="DC.date">', "2019-03-04"),
        (
            "<meta itemprop=datePublished content='March 4, 2019'>".replace("=datePublished", "='datePublished'"),
            "2019-03-04",
        ),
        ("<meta name='pubdate' content='20190304'>", "2019-03-04"),
        ("<time datetime='2019-03-04T10:00' pubdate>4 March</time>", "2019-03-04"),
        ("<meta name='citation_date' content='2019/03'>", None),
        ("<meta property='article:modified_time' content='2019-03-04'>", None),
        ("<meta name='date' content='2019-13-44'>", None),
        ("<time datetime='2019-03-04'>4 March</time>", None),
        ("<meta name='site:recs:publishtime' content='2019-03-04T08:00Z'>", "2019-03-04"),
        ("<meta name='DC.Date.Created' content='2019-03-04'>", "2019-03-04"),
        ("<meta name='site:recs:updatetime' content='2019-03-04'>", None),
        ("<meta name='publisher-since' content='2019-03-04'>", None),
        ("<meta itemprop=datePublished content=2019-03-04>", "2019-03-04"),
        ("<time class='published' datetime='2019-03-04'>4 March</time>", "2019-03-04"),
        ("<time class=entry-date datetime=2019-03-04>4 March</time>", "2019-03-04"),
        ("<time class='entry-date published updated' datetime='2019-03-04'>4 March</time>", "2019-03-04"),
        ("<time class='entry-date updated' datetime='2019-03-04'>4 March</time>", None),
        ("<time class='posted' datetime='2019-03-04'>Updated 4 March</time>", "2019-03-04"),
        ("<abbr class='published' title='2019-03-04T10:00'>4 March</abbr>", "2019-03-04"),
        ("<span class='date-published'>March 4, 2019</span>", "2019-03-04"),
        ("<div id='publish-date'>4 March 2019</div>", "2019-03-04"),
        ("<span itemprop='datePublished'>March 4, 2019</span>", "2019-03-04"),
        ("<div class='date'>4 March 2019</div>", None),
        ("<div class='public-notice'>4 March 2019</div>", None),
        ("<span class='date-modified'>March 4, 2019</span>", None),
    ],
)
def test_reads_what_the_page_states(tag: str, day: str | None) -> None:
    assert stated_date(page(tag)) == day


def test_the_first_publication_comes_before_vaguer_names() -> None:
    tags = "<meta name='date' content='2019-03-09'><meta property='article:published_time' content='2019-03-04'>"
    assert stated_date(page(tags)) == "2019-03-04"


def test_a_stated_date_overrules_the_address() -> None:
    head = "<meta name='dc.date' content='2019-03-04'><link rel='canonical' href='https://e.example/2018/12/16/ferry'>"
    assert read_html(page(head).encode()).stated.published == "2019-03-04"


def test_a_month_is_not_completed_with_the_day_of_reading() -> None:
    document = read_html(page("<meta name='citation_publication_date' content='2019/03'>").encode())
    assert (document.stated.published, document.inferred.published) == (None, None)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("on 4 March 2019", True),
        ("March 4th, 2019", True),
        ("04.03.2019", True),
        ("2019/03/04", True),
        ("/20190304/", True),
        ("March 2019", False),
        ("14 March 2019", False),
        ("2019-03-041", False),
    ],
)
def test_whether_a_day_is_printed(text: str, printed: bool) -> None:
    assert is_printed("2019-03-04", text) is printed


CHANGED = "<time class='updated' datetime='2019-03-09T10:00Z'>9 March 2019</time>"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        (f"{CHANGED} <time class='entry-date published' datetime='2019-03-04'>4 March 2019</time>", "2019-03-04"),
        (f"{CHANGED} <time class='dt' datetime='2019-03-04'>4 March 2019</time>", "2019-03-04"),
        ("<p>Updated: <time datetime='2019-03-09'>9 March 2019</time></p><p>Posted on March 4, 2019</p>", "2019-03-04"),
        ("<p>Last updated: 9 March 2019 | First published: 4 March 2019</p>", "2019-03-04"),
        ("<p>Updated March 9, 2019 10:14 a.m. ET. Originally published March 4, 2019</p>", "2019-03-04"),
        (f"{CHANGED}<p>By N. Vale, 4 March 2019</p>", "2019-03-04"),
        (f"{CHANGED}<p>A report published on 4 March 2019 was read in the hall by all nine of them.</p>", "2019-03-09"),
        (CHANGED, "2019-03-09"),
    ],
)
def test_the_day_of_a_change_is_that_of_publication_only_where_no_other_is_told(told: str, day: str) -> None:
    document = read_html(page("", told + _BODY).encode())
    assert (document.stated.published or document.inferred.published) == day


def test_the_day_of_a_change_alone_is_not_stated() -> None:
    assert read_html(page("", CHANGED + _BODY).encode()).stated.published is None
    head = "<meta http-equiv='last-modified' content='2019-03-09'>"
    assert read_html(page(head, "<p>4 March 2019</p>" + _BODY).encode()).inferred.published == "2019-03-04"


LINKED = "<script type='application/ld+json'>{}</script>"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ('{"@type": "NewsArticle", "datePublished": "2019-03-04T23:30:00-05:00"}', "2019-03-04"),
        ('[{"@type": ["Article", "Thing"], "datePublished": "2019-03-04"}]', "2019-03-04"),
        ('{"@graph": [{"@type": "WebSite"}, {"@type": "BlogPosting", "datePublished": "2019-03-04"}]}', "2019-03-04"),
        ('{"@type": "NewsArticle", "dateModified": "2019-03-04"}', None),
        ('{"@type": "NewsArticle", "dateModified": "2019-03-09", "dateCreated": "2019-03-04"}', "2019-03-04"),
        ('{"@type": "Event", "datePublished": "2019-03-04"}', None),
        ('{"@type": "NewsArticle", "datePublished": "2019-03"}', None),
        ('{"@type": "NewsArticle", "datePublished": ', None),
        (5_000 * "[", None),
    ],
)
def test_linked_data_state_the_day(told: str, day: str | None) -> None:
    assert stated_date(page(LINKED.format(told))) == day


def test_linked_data_come_before_the_address() -> None:
    told = LINKED.format('{"@type": "NewsArticle", "datePublished": "2019-03-04"}')
    head = told + "<link rel='canonical' href='https://e.example/2019/03/16/ferry'>"
    assert read_html(page(head).encode()).stated.published == "2019-03-04"

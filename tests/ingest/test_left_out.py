"""Four of seven paragraphs put where a reader of pages may lose them: they are read, or the page counts as not read."""

from __future__ import annotations

import html
import re
import time
from collections import Counter
from pathlib import Path

import pytest

from divergence.ingest.html import read_html
from divergence.ingest.left_out import covered, prose, share_missing
from divergence.ingest.markdown import read_markdown
from divergence.ingest.story import load_story
from divergence.model.finding import LOST

TOLD = [
    "The ferry Alma ran onto the reef off Port Selby shortly before midnight, the harbour master said.",
    "Lifeboats from three villages took the passengers off before the bow went under water.",
    "Nineteen people were treated for the cold, and two of them stayed in the clinic overnight.",
    "The captain told the inquiry that the light on the outer reef had been dark since Tuesday.",
    "A diver who saw the hull on Thursday spoke of a tear of some eleven metres below the engine room.",
    "The owner of the line promised to pay every passenger back and to bring a second boat by Friday.",
    "The lighthouse service answered that its own records show the lamp burning on each night of the week.",
]
P = [f"<p>{text}</p>" for text in TOLD]


def page(body: str, head: str = "") -> bytes:
    top = f"<!doctype html><html><head><meta charset=utf-8><title>Ferry on the reef</title>{head}</head><body>"
    return f"{top}<nav><a href=/>Home</a> <a href=/w>World</a></nav>{body}</body></html>".encode()


def within(opening: str, closing: str, at: int = 2) -> bytes:
    """Four paragraphs from a place on between two marks, inside the article."""
    inner = "".join([*P[:at], opening, *P[at : at + 4], closing, *P[at + 4 :]])
    return page(f"<article><h1>Ferry on the reef</h1>{inner}</article>")


NAMES = (
    "paywall", "promo", "sponsored", "ad", "ads", "advert", "advertisement", "ad-container", "ad-slot", "related",
    "comment", "comments", "premium", "sidebar", "widget", "newsletter", "share-box", "social", "footer", "nav", "menu",
    "banner", "author", "tags", "cookie", "modal-content", "overlay", "embed", "hidden", "caption", "meta", "expand",
)  # fmt: skip
ELEMENTS = (
    "aside", "noscript", "figure", "footer", "dialog", "del", "button", "nav", "header", "form", "fieldset", "details",
    "template", "blockquote", "section", "label", "menu", "object", "video", "audio", "canvas", "map", "figcaption",
    "address", "s", "strike", "small", "iframe", "output", "center", "marquee", "time", "legend", "dl", "pre",
)  # fmt: skip


def found(data: bytes) -> tuple[list[str], bool]:
    """The paragraphs that the reading lacks, and whether it says that it cannot be relied on."""
    document = read_html(data)
    flat = " ".join(document.text.split())
    return [text for text in TOLD if text not in flat], any(notice.code in LOST for notice in document.notices)


@pytest.mark.parametrize("at", [2, 3])
@pytest.mark.parametrize("attribute", ["class", "id"])
@pytest.mark.parametrize("name", NAMES)
def test_no_name_of_a_box_hides_half_a_story(name: str, attribute: str, at: int) -> None:
    missing, told = found(within(f"<div {attribute}='{name}'>", "</div>", at))
    assert told or not missing


@pytest.mark.parametrize("at", [2, 3])
@pytest.mark.parametrize("name", ELEMENTS)
def test_no_element_hides_half_a_story(name: str, at: int) -> None:
    missing, told = found(within(f"<{name}>", f"</{name}>", at))
    assert told or not missing


@pytest.mark.parametrize("name", ["promo", "ad", "related", "comment", "sponsored", "paywall"])
def test_paragraphs_named_one_by_one(name: str) -> None:
    inner = "".join([*P[:2], *(text.replace("<p>", f"<p class='{name}'>") for text in P[2:6]), P[6]])
    missing, told = found(page(f"<article>{inner}</article>"))
    assert told or not missing


BROKEN = {
    "a script that is never closed": "".join([*P[:3], "<script>var a = 1;", *P[3:]]),
    "a script closed by the next one": "".join([*P[:3], "<script>var a = 1;", *P[3:], "<script>b()</script>"]),
    "a style that is never closed": "".join([*P[:3], "<style>p {color: red}", *P[3:]]),
    "a comment that is never closed": "".join([*P[:3], "<!-- box", *P[3:]]),
    "a comment closed by the next one": "".join([*P[:3], "<!-- box", *P[3:], "<!-- end -->"]),
    "a title that is never closed": "".join([*P[:3], "<title>", *P[3:]]),
    "a text field that is never closed": "".join([*P[:3], "<textarea>", *P[3:]]),
    "the page's end in the middle": "".join([*P[:3], "</article></body></html>", *P[3:]]),
    "a second page in the first": "".join([*P[:3], "</article></body></html><html><body>", *P[3:]]),
    "a frame with its own page": "".join([*P[:3], f'<iframe srcdoc="{html.escape("".join(P[3:]))}"></iframe>']),
    "an attribute that is never closed": "".join([*P[:3], '<a href="x>', *P[3:]]),
    "paragraphs deep in boxes": "".join([*P[:3], "<div>" * 400, *P[3:], "</div>" * 400]),
    "text deep in spans": "".join([*P[:3], "<p>" + "<span>" * 400, *TOLD[3:], "</span>" * 400, "</p>"]),
    "text deep in marks": "".join([*P[:3], "<b>" * 400, *P[3:], "</b>" * 400]),
    "cells of a table": "".join([*P[:3], "<table><tr>", *(f"<td>{text}</td>" for text in TOLD[3:]), "</tr></table>"]),
    "items of a list": "".join([*P[:3], "<ul>", *(f"<li>{text}</li>" for text in TOLD[3:]), "</ul>"]),
    "links": "".join([*P[:3], *(f"<p><a href='/x'>{text}</a></p>" for text in TOLD[3:])]),
    "text between line breaks": "".join([*P[:3], "<div>", "<br><br>".join(TOLD[3:]), "</div>"]),
    "text outside of paragraphs": "".join([*P[:3], *TOLD[3:]]),
    "superscript": "".join([*P[:3], *(f"<p><sup>{text}</sup></p>" for text in TOLD[3:])]),
    "alternative content": "".join([*P[:3], "<object data=x>", *P[3:], "</object>"]),
}


@pytest.mark.parametrize("way", BROKEN)
def test_no_broken_tag_hides_half_a_story(way: str) -> None:
    missing, told = found(page(f"<article><h1>Ferry on the reef</h1>{BROKEN[way]}"))
    assert told or not missing


@pytest.mark.parametrize("opening", ["<article>", "<div class='content'>", "<main>", "<div>", ""])
@pytest.mark.parametrize("box", ["<div class='ad'>", "<aside>", "<div id='comments'>", "<section class='related'>"])
def test_half_a_story_at_the_end(opening: str, box: str) -> None:
    missing, told = found(page(f"{opening}{''.join(P[:3])}{box}{''.join(P[3:])}"))
    assert told or not missing


@pytest.mark.slow
def test_of_all_ways_three_in_four_are_read_in_full_and_none_is_silent() -> None:
    pages = [
        within(f"<div {kind}='{name}'>", "</div>", at) for name in NAMES for kind in ("class", "id") for at in (2, 3)
    ]
    pages += [within(f"<{name}>", f"</{name}>", at) for name in ELEMENTS for at in (2, 3)]
    pages += [page(f"<article><h1>Ferry on the reef</h1>{body}") for body in BROKEN.values()]
    outcomes = Counter("read" if not missing else "told" if told else "silent" for missing, told in map(found, pages))
    assert outcomes.total() == len(NAMES) * 4 + len(ELEMENTS) * 2 + len(BROKEN) > 200
    assert outcomes["silent"] == 0
    assert outcomes["read"] >= 0.75 * outcomes.total()


def test_what_stands_between_two_paragraphs_of_the_story_is_read_in_its_place() -> None:
    document = read_html(within("<div class='promo'>", "</div>", at=1))
    shown = [document.text[start:end] for start, end in document.paragraphs]
    assert [text for text in shown if text in TOLD] == TOLD
    assert document.notices == ()


def test_a_small_box_between_the_paragraphs_stays_out() -> None:
    box = "<div class='ad'><p>Cruises to the warm south from 499 dollars.</p></div>"
    text = read_html(page(f"<article>{''.join(P[:4])}{box}{''.join(P[4:])}</article>")).text
    assert "499" not in text
    assert all(told in text for told in TOLD)


def test_a_list_in_the_box_of_the_story_is_read() -> None:
    text = read_html(page(f"{''.join(P)}<ul><li>Twelve crew are missing.</li><li>Two boats sank.</li></ul>")).text
    assert "Twelve crew are missing." in text
    assert "Two boats sank." in text


def test_a_few_words_left_out_are_no_notice_and_more_are_told_with_their_share() -> None:
    aside = (
        "<aside><p>Ferries have crossed the sound for ninety years, by day and by night, in any weather.</p></aside>"
    )
    long = "".join(f"<p>The inquiry heard witness number {n} on the lamp of the outer reef.</p>" for n in range(20))
    few = read_html(page(f"<article>{''.join(P)}{long}</article>{aside}"))
    more = read_html(page(f"<article>{''.join(P)}</article>{aside}"))
    assert [notice.code for notice in few.notices] == []
    assert [notice.code for notice in more.notices] == ["text-left-out"]
    assert "12%" in more.notices[0].message


@pytest.mark.parametrize(
    "around",
    [
        "<footer><p>© 2025 Selby Post. All rights reserved.</p></footer>",
        "<div class=cookie><p>We use cookies to make this site better. Refuse them below at any time.</p></div>",
        "<div><p>Sign up for our newsletter and get the best of the week into your inbox, free of charge.</p></div>",
        "<ul><li><a href=/1>Council to vote on the new pier next week, after long talks with the port.</a></li></ul>",
        "<script>show('<p>Please wait until the page has been loaded in full, it takes a while.</p>')</script>",
        "<script>{\"body\": \"Twelve boats were lost in the night, the harbour said.\"}</script>",
        "<!-- <p>Twelve boats were lost in the night, the harbour master of the port said.</p> -->",
        "<style>p { color: red; } /* the colour of all paragraphs on the page. */</style>",
    ],
)  # fmt: skip
def test_what_a_site_says_of_itself_is_not_left_out(around: str) -> None:
    data = page(f"<article>{''.join(P)}</article>{around * 4}")
    assert read_html(data).notices == ()


def test_the_share_is_that_of_the_words() -> None:
    shown = f"<p>{TOLD[0]}</p><p>{TOLD[1]}</p>"
    count = [len(text.replace(",", "").split()) for text in TOLD[:2]]
    assert share_missing(covered(prose(shown), TOLD[:1])) == pytest.approx(count[1] / sum(count))
    assert share_missing(covered(prose(shown), TOLD[:2])) == 0
    assert share_missing(covered((), [])) == 0


@pytest.mark.parametrize(
    "attack",
    [
        "<script>", "<style>x", "<textarea", "<!--", "<!-- a -->", "<p>", "<script><p>", "<a href='", "<b>", "</main>",
        "<div><main></div>", '<iframe srcdoc="', "<iframe srcdoc='x", "<p class=", "<p class=class=", "<p class='ad'>x",
        ". . ", "...\"", "<", "{", "sign ", "a ", "<ul class=ad></ul>", "<div>", "<p>a b c.</p>",
    ],
)  # fmt: skip
def test_measuring_takes_time_in_line_with_the_page(attack: str) -> None:
    def seconds(times: int) -> float:
        text = attack * times
        started = time.process_time()
        covered(prose(text), ["a b c."])
        return time.process_time() - started

    short = min(seconds(8_000 // len(attack)) for _ in range(3))
    assert min(seconds(128_000 // len(attack)) for _ in range(2)) < 80 * max(short, 0.002)


def test_a_few_comments_of_readers_are_not_left_out_but_many_are_told() -> None:
    def read(comments: int) -> list[str]:
        said = "".join(f"<p>My uncle saw number {n} of them.</p>" for n in range(comments))
        data = page(f"<article>{''.join(P)}</article><section id='comments'><h2>Comments</h2>{said}</section>")
        return [notice.code for notice in read_html(data).notices]

    assert read(2) == []
    assert read(8) == ["text-left-out"]
    assert read(30) == ["text-lost"]


LINES = "\n\n".join(TOLD[:3])
REST = "\n\n".join(TOLD[3:])
IN_MARKDOWN = {
    "titles of links": LINES + "\n\n" + " ".join(f'[x](http://p.example "{text}")' for text in TOLD[3:]),
    "titles of pictures": LINES + "\n\n" + " ".join(f'![x](p.png "{text}")' for text in TOLD[3:]),
    "titles of link definitions": LINES + "\n\n" + "\n".join(f'[x{n}]: p "{text}"' for n, text in enumerate(TOLD[3:])),
    "alternative texts": LINES + "\n\n" + " ".join(f"![{text}](p.png)" for text in TOLD[3:]),
    "a row wider than its head": f"{LINES}\n\n| a |\n| - |\n| b | {' | '.join(TOLD[3:])} |",
    "front matter that is prose": f"---\n{REST}\n---\n\n{LINES}",
    "front matter of wrapped lines": "---\n" + REST.replace(", ", ",\n") + f"\n---\n\n{LINES}",
    "front matter under unknown keys": "---\n"
    + "\n".join(f"k{n}: {t}" for n, t in enumerate(TOLD[3:]))
    + f"\n---\n{LINES}",
    "a description": "---\ntitle: Ferry\nd: |\n" + "\n".join(f"  {text}" for text in TOLD[3:]) + f"\n---\n{LINES}",
    "a page inside": f"{LINES}\n\n<div class='ad'>{''.join(P[3:])}</div>",
    "a comment": f"{LINES}\n\n<!--\n{REST}",
    "notes": f"{LINES}\n\n" + "\n".join(f"[^{n}]: {text}" for n, text in enumerate(TOLD[3:])),
    "a fence that is never closed": f"{LINES}\n\n```\n{REST}",
    "the fence's own line": f"{LINES}\n\n``` {' '.join(TOLD[3:])}\n```",
    "quotes in quotes": LINES + "\n\n" + "> " * 200 + " ".join(TOLD[3:]),
    "lists in lists": LINES + "\n\n" + "- " * 200 + " ".join(TOLD[3:]),
}


@pytest.mark.parametrize("way", IN_MARKDOWN)
def test_no_mark_of_markdown_hides_half_a_story(way: str) -> None:
    document = read_markdown(IN_MARKDOWN[way].encode())
    flat = " ".join(document.text.split())
    told = any(notice.code in LOST for notice in document.notices)
    assert told or all(text in flat for text in TOLD)


def test_a_row_wider_than_its_head_is_read_as_text() -> None:
    document = read_markdown(
        b"Boats lost.\n\n| Boat | Crew |\n| --- | --- |\n| Alma | 12 | four of them hurt badly |\n"
    )
    assert "four of them hurt badly" in document.text
    assert document.notices == ()


def test_plain_markdown_leaves_nothing_out() -> None:
    text = (
        "---\ntitle: Ferry\ntags: [sea, news]\nlayout: post\n---\n# Ferry on the *reef*\n\n"
        f"{REST}\n\n[The list](http://p.example/a-long-way-to/the_list?of=boats) and <http://p.example/x/y/z>.\n\n"
        "| Boat | Crew |\n| --- | --- |\n| Alma &amp; co | 12 |\n\n[a]: http://p.example/one/two/three\n"
    )
    assert [n.code for n in read_markdown(text.encode()).notices] == []


def masked_codes(tmp_path: Path, paragraphs: list[str]) -> list[str]:
    (tmp_path / "a.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    return [n.code for n in load_story(tmp_path).notices if n.code != "metadata-inferred"]


@pytest.mark.parametrize("mark", ["Read more: ", "Related: ", "Watch: ", "FILE - ", "Source: "])
def test_half_a_story_in_lines_that_point_elsewhere_is_told(tmp_path: Path, mark: str) -> None:
    assert masked_codes(tmp_path, [*TOLD[:3], *(mark + text for text in TOLD[3:])]) in (["text-lost"], [])
    assert "text-lost" not in masked_codes(tmp_path, TOLD)


def test_a_pointer_or_two_in_a_long_story_is_not_told(tmp_path: Path) -> None:
    told = [f"Witness {n} told the inquiry of the lamp on the outer reef and of the dark." for n in range(12)]
    assert masked_codes(tmp_path, [*told, "Read more: Ferry line pays", "By Jane Doe"]) == []
    read_more = "Read more: The ferry line pays its passengers."
    assert masked_codes(tmp_path, [*told, read_more, read_more + " Twice."]) == ["text-left-out"]


BARE = (
    "<p>Rain fell on Orvale through the night, and the lower town stood under water, the mayor told the council.</p>",
    "<p>The fire brigade pumped out cellars until noon, and a school took in those who had to leave their homes.</p>",
)
STATED = (
    "Two bridges are shut",
    "Eleven cellars were flooded in the lower town",
    "The lower town stood under water too",
)


@pytest.mark.parametrize("kind", ["ul", "ol"])
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("stop", ["", "."])
def test_a_list_of_statements_in_a_bare_page_is_read_in_its_place(kind: str, at: int, stop: str) -> None:
    items = [f"{item}{stop}" for item in STATED]
    parts = [*BARE]
    parts.insert(at, f"<{kind}>{''.join(f'<li>{item}</li>' for item in items)}</{kind}>")
    page = (
        f"<html><head><title>Rain in Orvale</title></head><body><h1>Rain in Orvale</h1>{''.join(parts)}</body></html>"
    )
    document = read_html(page.encode())
    read = [document.text[start:end] for start, end in document.paragraphs]
    assert read == ["Rain in Orvale", *[one for part in parts for one in (items if "<li>" in part else [part[3:-4]])]]


@pytest.mark.parametrize(
    "items",
    [
        "<ul><li><a href=/1>Two bridges are shut</a></li><li><a href=/2>Eleven ways to dry</a></li></ul>",
        "<ul class=nav-main><li>Two bridges are shut</li><li>Eleven ways to dry</li></ul>",
        "<nav><ul><li>Two bridges are shut</li><li>Eleven ways to dry</li></ul></nav>",
        "<footer><ul><li>Two bridges are shut</li><li>Eleven ways to dry</li></ul></footer>",
        "<ul><li>Bridges shut</li><li>Eleven ways</li></ul>",
    ],
)
def test_a_list_by_which_one_finds_ones_way_is_not_read(items: str) -> None:
    head = "<head><title>Rain in Orvale</title></head>"
    page = f"<html>{head}<body><h1>Rain in Orvale</h1>{''.join(BARE)}{items}</body></html>"
    text = read_html(page.encode()).text
    assert not re.search("ridges|Eleven", text)

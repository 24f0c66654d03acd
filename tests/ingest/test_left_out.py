"""Four of seven paragraphs put where a reader of pages may lose them: they are read, or the page counts as not read."""

from __future__ import annotations

import html
import time

import pytest

from divergence.ingest.html import read_html
from divergence.ingest.left_out import covered, prose, share_missing
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

    short = min(seconds(16_000 // len(attack)) for _ in range(3))
    assert min(seconds(128_000 // len(attack)) for _ in range(2)) < 20 * max(short, 0.005)


def test_a_few_comments_of_readers_are_not_left_out_but_many_are_told() -> None:
    def read(comments: int) -> list[str]:
        said = "".join(f"<p>My uncle saw number {n} of them.</p>" for n in range(comments))
        data = page(f"<article>{''.join(P)}</article><section id='comments'><h2>Comments</h2>{said}</section>")
        return [notice.code for notice in read_html(data).notices]

    assert read(2) == []
    assert read(8) == ["text-left-out"]
    assert read(30) == ["text-lost"]

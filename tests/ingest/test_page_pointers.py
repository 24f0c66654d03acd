"""Links to other stories amid a page's text are left out; sentences that begin as their labels do are read."""

from __future__ import annotations

import pytest
from time_growth import grows_in_line

from divergence.ingest.html import read_html
from divergence.ingest.page_pointers import pointers

BODY = [
    f"<p>The council of Orvale heard on Monday that the mill must close, and speaker {n} asked for one more year.</p>"
    for n in "ABCD"
]
ELSEWHERE = "Mill fire kills seven in Tarn"


def read(amid: str) -> str:
    page = f"<article><h1>Mill to close</h1>{''.join(BODY[:2])}{amid}{''.join(BODY[2:])}</article>"
    return read_html(
        f"<!doctype html><html><head><title>Mill to close</title></head><body>{page}</body></html>".encode()
    ).text


@pytest.mark.parametrize(
    "amid",
    [
        f"<p class=more><strong>READ MORE:</strong> <a href=/1>{ELSEWHERE}</a></p>",
        f"<p><a href=/1>Read more: {ELSEWHERE}</a></p>",
        f"<p>Related: <a href=/1>{ELSEWHERE}</a></p>",
        f"<p><em>See also: <a href=/1>{ELSEWHERE}</a></em></p>",
        f"<p>More on this: <a href=/1>{ELSEWHERE}</a></p>",
        f"<p>ALSO READ | <a href=/1>{ELSEWHERE}</a></p>",
        f"<p>Don’t miss – <a href=/1>{ELSEWHERE}</a></p>",
        f"<p><b>Watch:</b> <a href=/1>{ELSEWHERE}.</a></p>",
        f"<h4>More on this story</h4><p><a href=/1>{ELSEWHERE}</a></p><p><a href=/2>Tarn mourns its seven</a></p>",
        f"<p>Read more:</p><ul><li><a href=/1>{ELSEWHERE}</a></li><li><a href=/2>Tarn mourns its seven</a></li></ul>",
        f"<div><b>SEE ALSO:</b><br><a href=/1>{ELSEWHERE}</a><br><small>3 May | Coast</small></div>",
        f"<div><b>Recommended</b><br><a href=/1>{ELSEWHERE}</a></div>",
    ],
)
def test_a_pointer_is_no_part_of_the_story(amid: str) -> None:
    text = read(amid)
    assert "Tarn" not in text
    assert all(f"speaker {n} asked" in text for n in "ABCD")


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more books, <a href=/1>the teacher told</a> forty pupils in Tarn.",
        "Related: the <a href=/1>mill in Tarn</a>, which burnt down and killed seven.",
        "<a href=/1>More than forty looms in Tarn were sold.</a>",
        "Watch: that was the word which <a href=/1>the miller of Tarn</a> gave his nine men.",
        "See also the letter in which Tarn asks for <a href=/1>nine looms</a>.",
    ],
)
def test_a_sentence_that_begins_so_is_read(sentence: str) -> None:
    assert "Tarn" in read(f"<p>{sentence}</p>")


def test_a_story_that_goes_on_from_the_words_of_a_pointer_is_read() -> None:
    amid = (
        f"<p>Related: <a href=/1>{ELSEWHERE}</a></p><p>Related: {ELSEWHERE}, says a wrong report.</p><p>Read more.</p>"
    )
    assert "wrong report" in read(amid + "<p><a href=/2>Read more</a></p><p>Read more books.</p>")
    assert "Read more books." in read("<p><a href=/2>Read more</a></p><p>Read more books.</p>")


def test_pointers_take_time_in_line_with_the_page() -> None:
    for attack in ("<p>More <a>x</a>", "<p>Read more:</p><a>y</a>", "More ", "<p>More a. "):
        assert grows_in_line(lambda size, attack=attack: pointers(attack * size), 2_000)

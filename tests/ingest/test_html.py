"""Saved pages: the article comes out, the page around it does not, and nothing is lost without a word."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.ingest.html import read_html

SENTENCE = "The coast guard said that three boats and their crews had been lost off the northern cape on Monday night."
BODY = "".join(f"<p>{SENTENCE} It was storm number {n}.</p>" for n in range(1, 5))


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>Boats lost</title>{head}</head><body>{body}</body></html>".encode()


def codes(data: bytes) -> list[str]:
    return [notice.code for notice in read_html(data).notices]


def test_headline_and_paragraphs() -> None:
    document = read_html(page(f"<article><h1>Boats lost</h1>{BODY}</article>"))
    shown = [document.text[start:end] for start, end in document.paragraphs]
    assert shown[0] == "Boats lost"
    assert [part[-2:] for part in shown[1:]] == ["1.", "2.", "3.", "4."]


def test_what_is_around_the_article_stays_out() -> None:
    clutter = (
        "<nav><a href=/>Home</a></nav><div class=cookie>We use 812 cookies.</div>"
        f"<article>{BODY}<div class='ad'><p>Only 4.99 dollars a month, cancel any time you like.</p></div></article>"
        "<section id=comments class=comments><p>I heard that 500 boats sank.</p></section><footer>© 2025</footer>"
    )
    text = read_html(page(clutter)).text
    assert SENTENCE in text
    assert not any(word in text for word in ("812", "4.99", "500", "2025", "Home"))


def test_the_head_states_metadata() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour News"><link rel="canonical" href="https://h.example/boats">'
        '<meta property="article:published_time" content="2025-10-27T07:02:33+05:00">'
    )
    stated = read_html(page(f"<article>{BODY}</article>", head)).stated
    assert (stated.source, stated.published, stated.url) == ("Harbour News", "2025-10-27", "https://h.example/boats")


def test_the_heading_of_a_box_is_no_headline() -> None:
    body = f"<div><h1>Travel with us this summer!</h1></div><article><h1>Boats lost</h1>{BODY}</article>"
    document = read_html(page(body))
    assert document.text.startswith("Boats lost")
    assert "Travel" not in document.text


def test_text_between_blocks_is_kept() -> None:
    body = f"<article>{BODY}<h3>Search</h3>Seven helicopters are looking for the crews in the icy sea.{BODY}</article>"
    assert "Seven helicopters" in read_html(page(body)).text


def test_blank_lines_in_the_source_part_no_paragraph() -> None:
    document = read_html(page(f"<article>{BODY}<p>Six boats\n\n\nare missing since the storm.</p></article>"))
    assert "Six boats are missing since the storm." in document.text


def test_a_short_page_is_an_article_too() -> None:
    assert "Five people died." in read_html(page("<article><h1>Fire</h1><p>Five people died.</p></article>")).text


@pytest.mark.parametrize("depth", [100, 255, 300, 5_000])
def test_no_depth_of_nesting_loses_the_text(depth: int) -> None:
    assert SENTENCE in read_html(page("<div>" * depth + BODY + "</div>" * depth)).text


def test_attributes_cost_no_time() -> None:
    started = time.process_time()
    many = " ".join(f"a{n}=1" for n in range(40_000))
    assert SENTENCE in read_html(page(f"<div {many}>{BODY}</div>")).text
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "data", [b"", b" \n", page(""), page("<script>x</script>"), page("<script>" * 5_000), b"<" * 10_000]
)
def test_an_empty_extraction_is_said(data: bytes) -> None:
    document = read_html(data)
    assert document.text == ""
    assert codes(data) == ["extraction-empty"]


def test_a_page_that_shows_little_is_said_to() -> None:
    assert codes(page("<p>Please enable JavaScript to read this page.</p>")) == ["extraction-small"]


def test_a_page_of_too_many_elements_is_refused() -> None:
    assert codes(page("<b>" * 300_000)) == ["too-large"]


def test_binary_is_refused() -> None:
    assert codes(bytes(range(256)) * 10) == ["binary"]


def test_a_declared_encoding() -> None:
    data = page(f"<article><p>{SENTENCE} Bay Erdoğan.</p>{BODY}</article>", "<meta charset=windows-1254>").decode()
    document = read_html(data.encode("cp1254"))
    assert "Erdoğan" in document.text
    assert [notice.code for notice in document.notices] == ["encoding-declared"]


def test_a_zero_byte_does_not_end_the_page() -> None:
    assert "storm number 4" in read_html(page(f"<article><p>{SENTENCE}\0</p>{BODY}</article>")).text


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/ap=\"' !-&;?\n\0é"), max_size=120))
def test_any_page_is_read(junk: str) -> None:
    document = read_html(page(junk + BODY))
    assert document.text or document.notices


def test_a_body_behind_a_paywall_that_the_page_holds_is_read() -> None:
    told = "".join(
        f"<p>The council of the port heard witness {n} on the fire in the old warehouse.</p>" for n in range(9)
    )
    page = f"<html><body><article><h1>Fire</h1><div class='paywall'>{told}</div></article></body></html>"
    assert "witness 8" in read_html(page.encode()).text


@pytest.mark.parametrize("name", ["class='also-read'", "id='related'", "class='box editors-picks wide'"])
def test_a_box_of_links_to_other_stories_is_no_part(name: str) -> None:
    box = f"<div {name}><p>Also Read | <a href='/x'>Lift falls with nine aboard</a></p></div>"
    assert "Lift falls" not in read_html(f"<article><h1>Ferry late</h1>{BODY}{box}</article>".encode()).text


def test_a_box_that_only_shares_the_word_stays() -> None:
    inner = BODY + "<p>The <a href='/x'>harbour office</a> sent a note.</p>"
    long = "".join(f"<p>{inner}</p>" for _ in range(3))
    assert "harbour office" in read_html(f"<div class='related'><h1>Ferry late</h1>{long}</div>".encode()).text


@pytest.mark.parametrize(
    "piece",
    [
        "<span class='visually-hidden'>Skip 77 letters</span>",
        "<p class=sr-only>Opens 77 in a new window</p>",
        "<amp-ad width=300><div placeholder>77 offers</div></amp-ad>",
    ],
)
def test_what_no_reader_sees_is_no_part(piece: str) -> None:
    body = "<p>The ferry left the harbour late, and its crew of nine told the port why it had waited so long.</p>"
    text = read_html(
        f"<html><body><article><h1>Ferry late</h1>{body}{piece}{body}</article></body></html>".encode()
    ).text
    assert "77" not in text
    assert "crew of nine" in text

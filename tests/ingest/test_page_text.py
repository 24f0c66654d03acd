"""Marks of a page that decide what a number is: raised notes and powers, spaces inside numbers, tables of layout."""

from __future__ import annotations

import pytest
from time_growth import grows_in_line

from divergence.ingest.html import read_html
from divergence.ingest.page_tables import without_layout_tables
from divergence.ingest.page_text import HELD, kept, released

BODY = "".join(
    f"<p>The port council heard on Monday that the old pier must close, said speaker {n}.</p>" for n in "ABCD"
)


def read(body: str) -> str:
    return read_html(f"<!doctype html><html><head><title>Pier</title></head><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Some 62<sup>3</sup> boats", "Some 62[3] boats"),
        ("Some 62<sup><a href='#n3'>3</a></sup> boats", "Some 62[3] boats"),
        ("Some 62<sup class=ref><a href='#n3'><span>[</span>12<span>]</span></a></sup> boats", "Some 62[12] boats"),
        ("Some 62<sup>b</sup> boats", "Some 62[^b] boats"),
        ("the old pier<sup>12</sup> closed", "the old pier[12] closed"),
        ("an end.<sup>4</sup> Then", "an end.[4] Then"),
        ("about 40 km<sup>2</sup> of reef", "about 40 km² of reef"),
        ("some 300 m<sup>3</sup> of sand", "some 300 m³ of sand"),
        ("60 ft<sup>2</sup>", "60 ft²"),
        ("10<sup>6</sup> litres", "10⁶ litres"),
        ("the 21<sup>st</sup> of May", "the 21<sup>st</sup> of May"),
        ("the sign<sup>*</sup> there", "the sign<sup>*</sup> there"),
        ("they came in<sup>2</sup> and", "they came in[2] and"),
        ("for 410<sup>6</sup> boats", "for 410[6] boats"),
        ("CO<sub>2</sub>", "CO<sub>2</sub>"),
    ],
)
def test_a_raised_number_is_a_note_or_a_power(page: str, text: str) -> None:
    assert kept(page) == text


@pytest.mark.parametrize(
    "space",
    [
        "&nbsp;",
        "&#160;",
        "&#xA0;",
        "\u00a0",
        "&thinsp;",
        "&#8201;",
        "\u202f",
        "&#x202F;",
        "&#08199;",
        "\u2007",
        "&hairsp;",
    ],
)
def test_a_space_inside_a_number_is_kept(space: str) -> None:
    assert released(kept(f"1{space}200 and 3{space}450{space}000")) == "1\u00a0200 and 3\u00a0450\u00a0000"
    assert HELD not in kept(f"5{space}June, 12{space}people, 4{space}20, 7{space}2000")
    assert "1\u00a0200 people" in read(f"<article><p>Some 1{space}200 people left by boat.</p>{BODY}</article>")


@pytest.mark.parametrize("between", ["&amp;", "&ndash;", "&emsp;", "&#44;", " "])
def test_what_else_stands_between_digits_stays(between: str) -> None:
    assert kept(f"1{between}200") == f"1{between}200"


def test_columns_of_a_layout_table_are_paragraphs() -> None:
    text = read(f"<table><tr><td class=side><a href=/>Home</a></td><td><h1>Pier closes</h1>{BODY}</td></tr></table>")
    assert "closesThe" not in text
    assert "A.\n\nThe port" in text


def test_a_table_of_values_stays_a_table() -> None:
    table = "<table><tr><th>Boat</th><th>Crew</th></tr><tr><td><p>Alma</p></td><td><p>12</p></td></tr></table>"
    assert without_layout_tables(table) == table
    assert "Alma | 12" in read(f"<article>{BODY}{table}{BODY.replace('speaker', 'witness')}</article>")


def test_only_the_outer_table_of_two_is_layout() -> None:
    inner = "<table><tr><td>Alma</td></tr></table>"
    assert without_layout_tables(f"<table class=a><tr><td>{inner}</td></tr></table>") == (
        f"<div class=a><div><div>{inner}</div></div></div>"
    )


@pytest.mark.parametrize(
    "attack",
    ["<sup>", "<sup>1", "<sup>" + 200 * "a", "<sup><a>", "1&nbsp;", "<table><td>", "<td><p>", "<table>", "</table>"],
)
def test_marks_take_time_in_line_with_the_page(attack: str) -> None:
    assert grows_in_line(lambda size: kept(attack * size), 4_000)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("61<sup>3,4</sup> sailors", "61[3][4] sailors"),
        ("61<sup><a href='#a'>3</a>,<a href='#b'>4</a></sup> sailors", "61[3][4] sailors"),
        ("61<sup>(2)</sup> sailors", "61[2] sailors"),
        ("61<sup>a,b</sup> sailors", "61[^a][^b] sailors"),
        ("9 km<sup>2</sup>", "9 km²"),
        ("the 21<sup>st</sup>", "the 21<sup>st</sup>"),
    ],
)
def test_several_marks_are_set_off_one_by_one(markup: str, text: str) -> None:
    assert kept(markup) == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p><div class='cap'>S</div>ailors sang</p>", "<p>Sailors sang</p>"),
        ("<p><font size=7>S</font>ailors sang</p>", "<p>Sailors sang</p>"),
        ("<p><b>S</b> ailors sang</p>", "<p><b>S</b> ailors sang</p>"),
        ("<p><b>So</b>me sang</p>", "<p><b>So</b>me sang</p>"),
    ],
)
def test_a_first_letter_set_apart_is_joined_to_its_word(markup: str, text: str) -> None:
    assert kept(markup) == text

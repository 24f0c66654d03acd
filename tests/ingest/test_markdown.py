"""Markdown gives its words; nothing is rendered, and no construct costs more than its length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.ingest.document import Document
from divergence.ingest.markdown import read_markdown


def blocks(source: str) -> list[str]:
    document = read_markdown(source.encode())
    return [document.text[start:end] for start, end in document.paragraphs]


def test_words_without_marks() -> None:
    assert blocks("# Six *boats*\n\nThe **23** men [were](http://x.example) `found`\nthere.") == [
        "Six boats",
        "The 23 men were found there.",
    ]


def test_lists_tables_quotes_and_pictures() -> None:
    source = "- one\n- two\n\n> said he\n\n![a picture of 40 boats](x.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert blocks(source) == ["one", "two", "said he", "a | b", "1 | 2"]


def test_a_year_before_a_full_stop_is_not_lost_as_a_list_number() -> None:
    assert blocks("1986. A good year for boats.") == ["1986. A good year for boats."]


def test_an_indented_paragraph_is_story_too() -> None:
    assert blocks("One.\n\n    Two men died.\n") == ["One.", "Two men died."]


def test_html_is_text_not_markup() -> None:
    assert "<script>alert(1)</script>" in blocks("<script>alert(1)</script>")[0]


def test_front_matter_states_metadata() -> None:
    document = read_markdown(b'---\ntitle: "Six: boats"\nsite: Harbour News\ndate: May 3rd, 2024\n---\nText.')
    assert (document.stated.title, document.stated.source, document.stated.published) == (
        "Six: boats",
        "Harbour News",
        "2024-05-03",
    )
    assert document.text == "Text."


def test_nested_front_matter_is_said_and_the_body_kept() -> None:
    document = read_markdown(b"---\ntitle: Boats\nauthors:\n  - Jane\n---\nText.")
    assert [notice.code for notice in document.notices] == ["front-matter-unreadable"]
    assert (document.stated.title, document.text) == ("Boats", "Text.")


@pytest.mark.parametrize(
    "unit",
    ["http://a.", '"', "[", "![", "*a ", "`", "> ", "- ", "|" * 60 + "\n", "<a ", "\\", "&a;", "a_", "[a](", "~~~\n"],
)
def test_hostile_markdown_costs_no_more_than_its_length(unit: str) -> None:
    assert grows_in_line(lambda size: read_markdown((unit * (size // len(unit))).encode()), 8_000)


def test_a_huge_table_is_read_as_text() -> None:
    wide = "|" + "a|" * 2000 + "\n|" + "-|" * 2000 + "\n" + ("|" + "1|" * 2000 + "\n") * 20
    started = time.process_time()
    assert isinstance(read_markdown(wide.encode()), Document)
    assert time.process_time() - started < 5


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab1 #*_`[]()!|->\n\t:\\<&~.\r"), max_size=200))
def test_any_markdown_is_read(source: str) -> None:
    document = read_markdown(source.encode())
    assert all(document.text[start:end].strip() for start, end in document.paragraphs)

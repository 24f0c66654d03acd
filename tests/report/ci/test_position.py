"""Lines and columns of words in files."""

from __future__ import annotations

import pytest
from check_results import article, mention
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.report.ci.position import Position, place_in_source, position, uri

PAGE = "<html>\n<p>The army said <b>5</b>&nbsp;soldiers\n  died &amp; more.</p>\n<p>5 soldiers</p>"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab\n", max_size=30), st.text(alphabet="ab\n", max_size=30))
def test_a_position_leads_back_to_the_words(before: str, after: str) -> None:
    of = article("A", f"{before}WORDS{after}", "a.txt", "Herald")
    at = position(of, mention(of, "WORDS"))
    assert at is not None
    line = of.text.split("\n")[at.line - 1]
    assert line[at.column - 1 : at.end_column - 1] == "WORDS"


@pytest.mark.parametrize(
    ("words", "line"),
    [("5 soldiers", 2), ("died & more", 3), ("soldiers died", 0), ("7", 0), ("**5** soldiers", 2)],
)
def test_words_of_a_page_are_found_in_its_source(words: str, line: int) -> None:
    found = place_in_source(PAGE, words)
    assert (found.line if found else 0) == line


def test_words_of_markdown_are_found_between_its_marks() -> None:
    assert place_in_source("# Toll\n\n- **More than 30** _hours_ of talks", "More than 30 hours") == Position(
        3, 5, 3, 26
    )


def test_tags_without_end_cost_no_time() -> None:
    assert place_in_source("<" * 200_000, "5 soldiers") is None


@pytest.mark.parametrize(
    ("path", "address"),
    [("./a b.txt", "a%20b.txt"), ("/tmp/ä.txt", "file:///tmp/%C3%A4.txt"), ("a%2e#?.txt", "a%252e%23%3F.txt")],
)
def test_a_path_as_an_address(path: str, address: str) -> None:
    assert uri(path) == address


def test_columns_are_those_of_the_source_with_its_tags_and_references() -> None:
    line = "  <p>Some <b>5&nbsp;soldiers</b> &amp; a guard</p>"
    found = place_in_source(f"<body>\n{line}\n", "5 soldiers & a")
    assert found is not None
    assert line[found.column - 1 : found.end_column - 1] == "5&nbsp;soldiers</b> &amp; a"
    assert found.line == 2

"""Lines and columns of words in files."""

from __future__ import annotations

import pytest
from check_results import article, mention
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.report.ci.position import line_in_source, position, uri

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
    assert line_in_source(PAGE, words) == line


def test_words_of_markdown_are_found_between_its_marks() -> None:
    assert line_in_source("# Toll\n\n- **More than 30** _hours_ of talks", "More than 30 hours") == 3


def test_tags_without_end_cost_no_time() -> None:
    assert line_in_source("<" * 200_000, "5 soldiers") == 0


@pytest.mark.parametrize(
    ("path", "address"),
    [("./a b.txt", "a%20b.txt"), ("/tmp/ä.txt", "file:///tmp/%C3%A4.txt"), ("a%2e#?.txt", "a%252e%23%3F.txt")],
)
def test_a_path_as_an_address(path: str, address: str) -> None:
    assert uri(path) == address

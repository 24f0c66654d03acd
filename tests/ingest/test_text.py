"""Plain text keeps every character; paragraphs are found however the file shows them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.ingest.text import paragraphs, read_text


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_the_text_is_the_files_content_with_its_line_ends() -> None:
    raw = "Head\r\n\r\n  One.\r\nTwo.\tThree. \r\n"
    assert read_text(raw.encode()).text == raw


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    document = read_text(b"\xef\xbb\xbfSix boats sank.")
    assert document.text == "Six boats sank."
    assert document.paragraphs == ((0, 15),)


def test_the_source_of_a_page_is_recognised() -> None:
    assert [notice.code for notice in read_text(b"<!DOCTYPE html><html>").notices] == ["looks-like-html"]
    assert read_text(b"The <html> tag was 30 years old.").notices == ()


def test_blank_lines_part_paragraphs() -> None:
    assert shown("One.\n\n\nTwo.\n \nThree.") == ["One.", "Two.", "Three."]


def test_single_line_ends_part_paragraphs_where_each_line_is_one() -> None:
    long = "The council met to talk about the harbour, its boats and the men who own them, until late. " * 2
    assert len(shown("\n".join([long, long, "A heading", long]))) == 4


def test_lines_of_hard_wrapped_text_are_one_paragraph() -> None:
    wrapped = (
        "The council met on Monday to talk about the harbour, and about\n"
        "the boats that lie in it without a permit. It broke up at 11\n"
        "in the evening without a vote.\n"
        "\n"
        "The mayor said that he would call it together again before the\n"
        "end of the month, and that nobody should count on his patience\n"
        "lasting any longer than that.\n"
    )
    assert [part.split()[0] for part in shown(wrapped)] == ["The", "The"]


def test_an_indented_line_begins_a_paragraph_of_wrapped_text() -> None:
    wrapped = (
        "  The council met on Monday to talk about the harbour, and about\n"
        "the boats that lie in it without a permit. It broke up at eleven\n"
        "in the evening without a vote, to the anger of some who attended\n"
        "and had waited for nothing else since the spring of last year or\n"
        "so.\n"
        "  The mayor said that he would call it together again before the\n"
        "end of the month.\n"
    )
    assert [part.split()[0] for part in shown(wrapped)] == ["The", "The"]


def test_short_lines_that_could_have_gone_on_are_not_joined() -> None:
    assert (
        len(shown("Six boats sank.\nTwo men died.\nThe port is closed.\nThe mayor resigned.\nNobody knows why.")) == 5
    )


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab .\n\r\t\x0b\u2028\x85"), max_size=200))
def test_paragraphs_hold_all_that_is_not_white_space_once(text: str) -> None:
    found = paragraphs(text)
    kept = "".join(text[start:end] for start, end in found)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert list(found) == sorted(found)

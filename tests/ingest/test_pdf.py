"""PDF files: paragraphs, pages, and what is no text of theirs."""

from __future__ import annotations

import pytest

from divergence.ingest.pdf import PageLine, paragraphs, read_pdf, without_repeated

FIRST = (
    "The ferry ran onto the reef at midnight, and nineteen people were hurt in the dark cabins below the deck while "
    "the crew was trying to lower the boats on the other side of the ship."
)
SECOND = (
    "The harbour master said that two of them were children. He expected the salvage of the wreck to take some eleven "
    "days, and a closed harbour until Friday."
)
STYLE = "<style>@page {size: A5; margin: 2cm; %s} body {font: 11pt serif} p {margin: 0 0 8pt}</style>"
WORDS = "red blue green black white brown grey pink small large old new".split()
HEADS = STYLE % "@top-center {content: 'The Evening Post'} @bottom-center {content: counter(page)}"


def pdf(html: str) -> bytes:
    pytest.importorskip("pypdfium2")
    weasyprint = pytest.importorskip("weasyprint")
    return bytes(weasyprint.HTML(string=html).write_pdf())


def texts(data: bytes) -> list[str]:
    document = read_pdf(data)
    return [document.text[start:end] for start, end in document.paragraphs]


def test_lines_become_paragraphs_under_their_headline() -> None:
    assert texts(pdf(f"{STYLE % ''}<h1>Ferry sinks</h1><p>{FIRST}<p>{SECOND}")) == ["Ferry sinks", FIRST, SECOND]


def test_paragraphs_that_are_only_set_in() -> None:
    style = f"{STYLE % ''}<style>p {{margin: 0; text-indent: 1.5em; text-align: justify}}</style>"
    assert texts(pdf(f"{style}<p>{FIRST}<p>{SECOND}")) == [FIRST, SECOND]


def test_pages_are_known_and_a_paragraph_goes_on_over_their_end() -> None:
    told = [f"The {word} boat: {text[:-1]}, near the {word} pier." for word in WORDS for text in (FIRST, SECOND)]
    document = read_pdf(pdf(HEADS + "".join(f"<p>{text}</p>" for text in told)))
    assert len(document.pages) >= 3
    assert list(document.pages) == sorted(set(document.pages))
    assert [document.text[start:end] for start, end in document.paragraphs] == told


def test_lines_above_and_below_the_text_of_each_page_are_left_out_and_told() -> None:
    told = "".join(f"<p>The {word} boat: {FIRST}</p>" for word in WORDS)
    document = read_pdf(pdf(HEADS + told * 2))
    assert "Evening Post" not in document.text
    assert [(n.code, "“The Evening Post”" in n.message) for n in document.notices] == [("part-left-out", True)]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again() -> None:
    style = f"{STYLE % ''}<style>p {{width: 4.2cm; hyphens: auto}}</style>"
    page = f"<html lang=en>{style}<p>{FIRST} {SECOND}</p></html>"
    assert texts(pdf(page)) == [f"{FIRST} {SECOND}"]


def test_a_compound_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    style = f"{STYLE % ''}<style>p {{width: 3cm}}</style>"
    text = "There were twenty-five dead, a self-made man of Stoke-on-Trent said, in twenty-one of the well-known huts."
    assert texts(pdf(f"{style}<p>{text}</p>")) == [text]


def test_columns_are_read_one_after_the_other() -> None:
    style = f"{STYLE % ''}<style>body {{columns: 2; column-gap: 1cm}}</style>"
    assert texts(pdf(f"{style}<p>{FIRST}<p>{SECOND}")) == [FIRST, SECOND]


def test_a_picture_of_text_is_told() -> None:
    document = read_pdf(pdf("<svg width=99 height=99><rect width=99 height=99 /></svg>"))
    assert [(n.code, "text recognition" in n.message) for n in document.notices] == [("extraction-empty", True)]


def test_a_locked_file_is_told() -> None:
    import io

    pikepdf = pytest.importorskip("pikepdf")
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(f"<p>{FIRST}"))) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert [n.message for n in read_pdf(locked.getvalue()).notices] == ["is locked by a password: save it without one."]


@pytest.mark.parametrize("cut", [0, 20, 2000])
def test_a_broken_file_is_a_notice(cut: int) -> None:
    document = read_pdf(pdf(f"<p>{FIRST}")[:cut] if cut else b"")
    assert not document.paragraphs
    assert document.notices


def line(page: int, words: str, bottom: float, right: float = 300.0) -> PageLine:
    return PageLine(page, words, 50.0, bottom, right, bottom + 10)


def test_a_line_on_two_pages_only_is_text() -> None:
    lines = [line(page, words, 500 - 12 * n) for page in range(2) for n, words in enumerate(("Again", "Nine died."))]
    assert without_repeated(lines, 2) == (lines, ())


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    lines = [line(0, "Nine people died in the", 500), line(0, "storm.", 488, 90.0), line(0, "Two boats were lost", 476)]
    assert [[one.words for one in run] for run in paragraphs(lines)] == [
        ["Nine people died in the", "storm."],
        ["Two boats were lost"],
    ]


def runs(*lines: PageLine) -> list[list[str]]:
    return [[one.words for one in run] for run in paragraphs(lines)]


def test_a_line_that_is_set_in_begins_a_paragraph_whatever_the_line_before() -> None:
    set_in = PageLine(0, "Two boats were lost and", 65.0, 476, 300.0, 486)
    lines = (line(0, "Nine people died in the", 500), line(0, "storm, said Ann Oakley", 488))
    assert runs(*lines, set_in) == [["Nine people died in the", "storm, said Ann Oakley"], ["Two boats were lost and"]]


def test_a_headline_in_larger_type_is_a_paragraph_of_its_own() -> None:
    headline = PageLine(0, "Ferry sinks off Corvo in", 50.0, 500, 300.0, 516)
    assert runs(headline, line(0, "the night", 488))[0] == ["Ferry sinks off Corvo in"]
    assert len(runs(line(0, "Ferry sinks off Corvo in", 500), line(0, "the night", 488))) == 1

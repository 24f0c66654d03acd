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


@pytest.mark.parametrize(("pages", "left_out"), [(2, False), (3, True)])
def test_what_stands_above_every_page_is_left_out_from_three_pages_on(pages: int, left_out: bool) -> None:
    lines = [line(page, words, 500 - 12 * n) for page in range(pages) for n, words in enumerate(TEXT[page])]
    assert without_repeated(lines, pages)[1] == (("The Evening Post",) if left_out else ())


TEXT = [("The Evening Post", *(f"{word} boats {part} lost" for part in "abcd")) for word in WORDS]


def test_a_line_on_half_of_the_pages_is_left_out_and_one_on_fewer_stays() -> None:
    for often, left_out in ((2, True), (1, False)):
        lines = [
            line(page, words, 500 - 12 * n)
            for page in range(4)
            for n, words in enumerate(TEXT[page])
            if n or page < often
        ]
        assert bool(without_repeated(lines, 4)[1]) is left_out


def test_only_two_lines_at_an_edge_can_be_no_text() -> None:
    lines = [
        line(page, words, 500 - 12 * n)
        for page in range(3)
        for n, words in enumerate(("Head", "Head too", "Always the same", *TEXT[page][1:]))
    ]
    assert without_repeated(lines, 3)[1] == ("Head", "Head too")


@pytest.mark.parametrize(
    ("number", "left_out"), [("7", True), ("page 7", True), ("7 of 12", True), ("xiv", True), ("7 men", False)]
)
def test_the_number_of_a_page_is_no_text(number: str, left_out: bool) -> None:
    kept, told = without_repeated([line(0, "Nine died.", 500), line(0, number, 40)], 1)
    assert (len(kept) == 1) is left_out
    assert told == ()


LONG, NEXT = "Nine people died in the storm and", "two boats were lost near"


@pytest.mark.parametrize(
    ("after", "apart"),
    [
        (line(0, NEXT, 464), False),
        (line(0, NEXT, 464 - 12 * 0.39), False),
        (line(0, NEXT, 464 - 12 * 0.41), True),
        (PageLine(0, NEXT, 50.0 + 7.9, 464, 300, 474), False),
        (PageLine(0, NEXT, 50.0 + 8.1, 464, 300, 474), True),
        (PageLine(0, NEXT, 50.0, 464, 300, 475.4), False),
        (PageLine(0, NEXT, 50.0, 464, 300, 475.6), True),
        (PageLine(0, NEXT, 90.0, 476 - 4.9, 300, 486 - 4.9), False),
        (PageLine(0, NEXT, 90.0, 476 - 5.1, 300, 486 - 5.1), True),
        (line(1, NEXT, 600), False),
        (line(0, NEXT, 600), False),
    ],
)
def test_where_a_line_goes_on_with_a_paragraph(after: PageLine, apart: bool) -> None:
    lines = [line(0, LONG, 500), line(0, LONG, 488), line(0, LONG, 476), after]
    assert (len(runs(*lines)) == 2) is apart


@pytest.mark.parametrize(
    ("last", "right", "goes_on"),
    [("was", 300.0, True), ("was", 251.0, True), ("was", 249.0, False), ("died.", 300.0, False)],
)
def test_a_paragraph_goes_on_over_a_page_after_a_full_line_that_ends_no_sentence(
    last: str, right: float, goes_on: bool
) -> None:
    lines = [line(0, LONG, 500), line(0, LONG, 488), line(0, last, 476, right), line(1, NEXT, 600)]
    assert (len(runs(*lines)) == 1) is goes_on


@pytest.mark.parametrize(("right", "ends"), [(249.0, True), (251.0, False)])
def test_a_sentence_that_ends_in_a_short_line_ends_its_paragraph(right: float, ends: bool) -> None:
    lines = [line(0, LONG, 500), line(0, LONG, 488), line(0, "many died.", 476, right), line(0, NEXT, 464)]
    assert (len(runs(*lines)) == 2) is ends

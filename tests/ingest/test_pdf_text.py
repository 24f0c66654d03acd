"""The lines of a page as PDFium gives its characters."""

from __future__ import annotations

import pytest

from divergence.ingest import pdf_text

Boxes = list[tuple[float, float, float, float]]


class Page:
    """A page of these codes, each a point wide."""

    def __init__(self, codes: list[int]) -> None:
        self.codes = codes

    def count_chars(self) -> int:
        return len(self.codes)

    def get_charbox(self, index: int, *, loose: bool) -> tuple[float, float, float, float]:
        return float(index), 10.0, index + 1.0, 20.04


def lines(*codes: int | str) -> list[list[object]]:
    page = Page([c for code in codes for c in (map(ord, code) if isinstance(code, str) else [code])])
    return list(pdf_text._lines(page, lambda text, index: text.codes[index]))


def test_a_line_is_its_words_and_its_edges() -> None:
    assert lines("One  two") == [["One two", 0.0, 10.0, 8.0, 20.0]]


@pytest.mark.parametrize("end", [0, 10, 13])
def test_lines_end_at_their_ends(end: int) -> None:
    assert [line[0] for line in lines("One", end, "two", end, " ", end)] == ["One", "two"]


@pytest.mark.parametrize("sign", [2, 0xFFFE])
def test_a_broken_word_ends_in_a_soft_hyphen(sign: int) -> None:
    assert [line[0] for line in lines("har", sign, "bour")] == ["har\u00ad", "bour"]


def test_signs_beyond_the_first_plane_are_read_whole_or_in_halves() -> None:
    assert [line[0] for line in lines("a", 0x1F600, "é", 0xD83D, 0xDE00)] == ["a😀é😀"]


def test_a_line_of_blanks_has_no_box_and_is_none() -> None:
    assert lines("  ") == []
    assert lines(33)[0][0] == "!"


def test_no_more_pages_are_read_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdfium2")
    weasyprint = pytest.importorskip("weasyprint")
    page = "<style>p {break-after: page}</style>" + "<p>The ferry ran onto the reef.</p>" * 3
    data = bytes(weasyprint.HTML(string=page).write_pdf())
    assert [len(page) > 0 for page in pdf_text.parse(data)["pages"]] == [True] * 3
    monkeypatch.setattr(pdf_text, "MOST_PAGES", 2)
    read = pdf_text.parse(data)
    assert (len(read["pages"]), read["count"]) == (2, 3)
    size = sum(len(line[0]) for line in read["pages"][0])
    for most, pages in ((size, 2), (size - 1, 1)):
        monkeypatch.setattr(pdf_text, "MOST_CHARACTERS", most)
        assert len(pdf_text.parse(data)["pages"]) == pages

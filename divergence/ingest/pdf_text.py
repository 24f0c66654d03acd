"""In the worker: the lines of a PDF's pages with their places, by PDFium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

MOST_PAGES = 300
MOST_CHARACTERS = 2_000_000
"""Pages and characters of a PDF that are read; a story is far shorter, a book is none."""
ENDS = (0, 10, 13)
BROKEN_WORD = (2, 0xFFFE)
"""What PDFium gives for the hyphen at which a word is broken over two lines."""


def parse(data: bytes) -> dict[str, Any]:
    """For each page its lines: text, left, bottom, right and top in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    pages: list[list[list[Any]]] = []
    left = MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        page = document[number]
        lines = list(_lines(page.get_textpage(), pypdfium2.raw.FPDFText_GetUnicode))
        pages.append(lines)
        left -= sum(len(line[0]) for line in lines)
        page.close()
        if left < 0:
            break
    return {"pages": pages, "count": len(document)}


def _lines(text: Any, code_at: Callable[[Any, int], int]) -> Iterator[list[Any]]:
    """The lines of a page, in the order in which the file has them."""
    codes: list[int] = []
    boxes: list[tuple[float, float, float, float]] = []
    for index in range(text.count_chars()):
        code = code_at(text, index)
        if code in BROKEN_WORD:
            codes.append(0xAD)
        if code in ENDS or code in BROKEN_WORD:
            yield from _line(codes, boxes)
            codes, boxes = [], []
            continue
        codes.append(code)
        if code > 32:
            boxes.append(text.get_charbox(index, loose=True))
    yield from _line(codes, boxes)


def _line(codes: list[int], boxes: list[tuple[float, float, float, float]]) -> Iterator[list[Any]]:
    """One line, where it holds anything that can be seen."""
    units = b"".join(code.to_bytes(2, "little") if code < 0x10000 else chr(code).encode("utf-16-le") for code in codes)
    words = " ".join(units.decode("utf-16-le", "replace").split())
    if words and boxes:
        edges = list(zip(*boxes, strict=True))
        yield [words, *(round(e, 1) for e in (min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])))]

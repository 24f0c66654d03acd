"""PDF files: their text in paragraphs, with the page on which each begins, by PDFium in a process of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from divergence.ingest.bounded import extract
from divergence.ingest.document import Document, Metadata, Reader, join_blocks
from divergence.model.text import Notice

FEWEST_PAGES = 3
"""Pages from which on a line that stands on half of them, above or below the text, is no part of it."""
EDGE = 2
"""Lines at the top and at the bottom of a page among which such a line is looked for."""
APART = 1.4
"""How many usual distances between two lines part two paragraphs."""
INDENT = 0.8
"""Heights of a line by which the first line of a paragraph is set in."""
SHORT = 0.8
"""Share of the usual width below which a line that ends a sentence ends its paragraph."""
LARGER = 1.15
"""How much larger the type of a headline is."""

FINAL = re.compile(r"[.!?…:][\"'”’)\]]{0,9}$")
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"(?:page )?[\divxlc-]{1,9}(?: ?(?:/|of) ?\d{1,4})?", re.IGNORECASE)
HYPHENS = ("\u00ad", "\u2010")
"""What stands at the end of a line for a hyphen that may be there for the sake of the line only."""
FIRST_HALVES = frozenset("twenty thirty forty fifty sixty seventy eighty ninety half self well".split())
"""Words after which a hyphen is one of a compound."""
WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: its words and, in points from the lower left corner, where it stands."""

    page: int
    words: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def read_pdf(data: bytes) -> Document:
    """Read a PDF that holds text; pictures of text are told and not read."""
    read = extract("pdf", data)
    if isinstance(read, Notice):
        return Document("", (), notices=(_refused(read),))
    lines = [PageLine(number, *line) for number, page in enumerate(read["pages"]) for line in page]
    if not lines:
        message = "holds no text but at most pictures of it: run a text recognition over it first."
        return Document("", (), notices=(Notice("extraction-empty", message),))
    kept, dropped = without_repeated(lines, len(read["pages"]))
    return _document(list(paragraphs(kept)), tuple(_told(read, dropped)))


def _refused(notice: Notice) -> Notice:
    if "password" in notice.message.lower():
        return replace(notice, message="is locked by a password: save it without one.")
    return notice


def _told(read: dict[str, object], dropped: Sequence[str]) -> Iterator[Notice]:
    """What of the file is not in the text."""
    pages = read["pages"]
    assert isinstance(pages, list)
    if dropped:
        shown = ", ".join(f"“{words[:60]}”" for words in dropped[:3])
        yield Notice("part-left-out", f"was read without the lines above and below the text of its pages ({shown}).")
    empty = [str(number) for number, page in enumerate(pages, 1) if not page]
    if empty:
        message = f"has no text on page {', '.join(empty[:10])}, at most pictures of it, which were not read."
        yield Notice("part-left-out", message)
    if len(pages) != read["count"]:
        message = f"has {read['count']} pages, of which the first {len(pages)} were read."
        yield Notice("text-lost", message)


def without_repeated(lines: Sequence[PageLine], pages: int) -> tuple[list[PageLine], tuple[str, ...]]:
    """The lines without those that stand above or below the text on half of the pages, and these."""
    edge: set[PageLine] = set()
    for number in range(pages):
        own = [line for line in lines if line.page == number]
        edge.update(sorted(own, key=lambda line: line.top)[:EDGE], sorted(own, key=lambda line: -line.top)[:EDGE])
    often = Counter(_masked(line) for line in edge)
    repeated = {key for key, count in often.items() if pages >= FEWEST_PAGES and 2 * count >= pages}
    out = {line for line in edge if _masked(line) in repeated or PAGE_NUMBER.fullmatch(line.words)}
    said = dict.fromkeys(line.words for line in lines if line in out and not PAGE_NUMBER.fullmatch(line.words))
    return [line for line in lines if line not in out], tuple(said)


def _masked(line: PageLine) -> tuple[str, int]:
    """A line's words, whatever the number of the page in them, and about where on the page they stand."""
    return NUMBER.sub("#", line.words), round(line.bottom / 4)


def paragraphs(lines: Sequence[PageLine]) -> Iterator[list[PageLine]]:
    """Runs of lines that make one paragraph, which may go on over the end of a column or page."""
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if a.page == b.page]
    usual = median([step for step in steps if step > 0] or [1.0])
    width = median([line.right - line.left for line in lines] or [1.0])
    run: list[PageLine] = []
    for line in lines:
        if run and not _goes_on(run[-1], line, usual, width):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _goes_on(line: PageLine, after: PageLine, usual: float, width: float) -> bool:
    """Whether the next line belongs to the same paragraph."""
    step = line.bottom - after.bottom
    ended = FINAL.search(line.words) is not None
    if line.page != after.page or step <= 0:  # a new page or column
        return not ended and line.right - line.left > SHORT * width
    larger = max(line.height, after.height) > LARGER * min(line.height, after.height)
    beside = step < 0.5 * after.height
    indented = after.left - line.left > INDENT * after.height
    short = ended and line.right - line.left < SHORT * width
    return beside or not (step > APART * usual or larger or indented or short)


def _document(runs: Sequence[Sequence[PageLine]], notices: tuple[Notice, ...]) -> Document:
    """The paragraphs joined, with the offset at which each page begins."""
    texts: list[str] = []
    begins: list[int] = []
    at = 0
    known = {word.replace("\u2010", "-") for run in runs for line in run for word in WORD.findall(line.words.lower())}
    for run in runs:
        text = ""
        for line in run:
            joined = _joined(text, line.words, known)
            begins += [at + len(joined)] * (line.page + 1 - len(begins))
            text = joined + line.words
        texts.append(text.replace("\u00ad", "-"))
        at += len(text) + 2
    return replace(join_blocks(texts, Metadata(), notices), pages=tuple(begins))


def _joined(text: str, following: str, known: Container[str]) -> str:
    """A paragraph so far as the next line goes on with it: with a space, a hyphen, or the word made whole.

    A hyphen stays in numbers, in words of several hyphens, before capitals and in words that the text has so elsewhere.
    """
    if not text.endswith((*HYPHENS, "-")):
        return f"{text} " if text else ""
    last, first = WORD.findall(text[-60:-1]), WORD.match(following)
    if not last or not first or not first[0][0].islower():
        return text
    compound = f"{last[-1]}-{first[0]}".lower()
    stays = last[-1].lower() in FIRST_HALVES or compound.count("-") > 1 or compound in known
    return text if stays else text[:-1]


READER = Reader("pdf", (".pdf",), read_pdf, largest=50_000_000)

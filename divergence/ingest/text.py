"""Plain text: the file's characters as they are, and where its paragraphs lie."""

from __future__ import annotations

import re
from itertools import pairwise

from divergence.ingest.decode import decode
from divergence.ingest.document import Document, Reader
from divergence.ingest.mail import without_mail_coding
from divergence.model.text import Notice

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

PAGE = re.compile(r"\s{0,99}(?:<!doctype html|<html)\b", re.IGNORECASE)

WIDEST_WRAPPED = 120
"""Characters: editors and mail programs wrap lines at 60 to 100; longer lines are whole paragraphs."""
FEWEST_BREAKS = 3
"""Line ends inside blocks that must be seen before a file counts as wrapped."""
WRAPPED_SHARE = 0.7
"""Share of the line ends inside blocks at which the next word would not have fitted."""


def read_text(data: bytes, charset: str | None = None) -> Document:
    """Read plain text. The text is exactly what the file decodes to, without a byte order mark and a mail's coding.

    ``charset`` is the encoding that came with the text, as a mail states it.
    """
    mail = without_mail_coding(data, "plain")
    decoded = decode(mail.data, mail.charset or charset)
    if decoded is None:
        return Document("", (), notices=(Notice("binary", "is not a text file."),))
    document = Document(decoded.text, paragraphs(decoded.text), notices=(*mail.notices, *decoded.notices))
    if PAGE.match(decoded.text):
        message = "holds the source of a web page; name it .html to have the article extracted from it."
        return document.with_notice("looks-like-html", message)
    return document


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the paragraphs.

    Blank lines always part paragraphs. A single line end parts them too, unless the file is hard-wrapped:
    then the lines of a block are one paragraph as long as the next word would not have fitted on the line.
    """
    blocks = _blocks(text)
    width = _wrap_width(text, blocks)
    found: list[tuple[int, int]] = []
    for block in blocks:
        start = block[0][0]
        for line, following in zip(block, [*block[1:], None], strict=True):
            if following is None or width is None or not _continues(text, line, following, width):
                found.append((start, line[1]))
                start = following[0] if following else start
    return tuple(found)


Line = tuple[int, int, int]
"""Start and end of a line without surrounding white space, and how far it is indented."""


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines with no blank line between them."""
    blocks: list[list[Line]] = []
    after = 0
    for match in LINE.finditer(text):
        stripped = match[0].strip()
        if not stripped:
            continue
        indent = len(match[0]) - len(match[0].lstrip())
        start = match.start() + indent
        adjoining = len(BREAK.findall(text, after, match.start())) == 1
        line = (start, start + len(stripped), indent)
        if blocks and adjoining:
            blocks[-1].append(line)
        else:
            blocks.append([line])
        after = match.end()
    return blocks


def _wrap_width(text: str, blocks: list[list[Line]]) -> int | None:
    """The width at which the file's lines are wrapped, or None where each line is a paragraph."""
    lengths = sorted(end - start + indent for block in blocks for start, end, indent in block)
    breaks = [pair for block in blocks for pair in pairwise(block)]
    if len(breaks) < FEWEST_BREAKS:
        return None
    width = lengths[int(0.95 * (len(lengths) - 1))]
    full = sum(_fills(text, line, following, width) for line, following in breaks)
    return width if width <= WIDEST_WRAPPED and full >= WRAPPED_SHARE * len(breaks) else None


def _fills(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted at the end of this one."""
    word = re.compile(r"\S{1,200}").match(text, following[0], following[1])
    return line[1] - line[0] + line[2] + 1 + (len(word[0]) if word else 0) > width


def _continues(text: str, line: Line, following: Line, width: int) -> bool:
    """Whether the following line goes on with this line's paragraph."""
    indented = following[2] > line[2]
    return not indented and (_fills(text, line, following, width) or text[following[0]].islower())


READER = Reader("text", (".txt", ".text"), read_text)

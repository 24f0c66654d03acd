"""Markdown: its words without its marks, read from the token stream; nothing is ever rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import takewhile
from typing import TYPE_CHECKING

from divergence.ingest.decode import decode
from divergence.ingest.document import Document, Reader, join_blocks
from divergence.ingest.front_matter import read_front_matter
from divergence.ingest.mail import without_mail_coding
from divergence.ingest.share import about_left_out, share_unread
from divergence.model.text import Notice

if TYPE_CHECKING:
    from markdown_it.token import Token

LONGEST = 200_000
"""Characters, twenty times a long article: what is longer could keep a reader waiting for a minute."""
MOST_COLUMNS = 50
"""A table of thousands of columns takes 700 times its size in memory, so wider lines are read as text."""
ADDRESS = re.compile(
    r"\]\(\s{0,20}(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000})|^\s{0,3}\[[^\]\n]{1,200}\]:\s{0,20}\S{1,2000}|(?:https?://|www\.)[^\s<>)]{1,2000}"
)
SHOWN = ("its words, such as titles of links and lines of front matter", "move them into the text")


def read_markdown(data: bytes) -> Document:
    """Read an article in Markdown, with its front matter."""
    mail = without_mail_coding(data, "plain")
    decoded = decode(mail.data, mail.charset)
    if decoded is None:
        return Document("", (), notices=(Notice("binary", "is not a text file."),))
    if len(decoded.text) > LONGEST:
        return Document("", (), notices=(Notice("too-large", f"has more than {LONGEST:,} characters of Markdown."),))
    front = read_front_matter(decoded.text)
    shown = list(_shown(decoded.text[front.body :]))
    blocks = _read_best(decoded.text[front.body :], shown)
    left_out = about_left_out(share_unread((*front.prose, *shown), blocks), *SHOWN)
    document = join_blocks(blocks, front.stated, (*mail.notices, *decoded.notices, *left_out))
    if front.unreadable:
        document = document.with_notice(
            "front-matter-unreadable",
            "has front matter beyond flat `key: value` lines; those lines were left out.",
        )
    return document


def _read_best(body: str, shown: Sequence[str]) -> list[str]:
    """The blocks of a text, with its tables as text where a row has more cells than its head and would lose them."""
    wide = max((line.count("|") for line in body.splitlines()), default=0)
    if not wide or wide > MOST_COLUMNS:
        return list(_blocks(body, tables=False))
    with_tables, plain = list(_blocks(body, tables=True)), list(_blocks(body, tables=False))
    return plain if share_unread(shown, plain) < share_unread(shown, with_tables) else with_tables


def _shown(body: str) -> Iterator[str]:
    """Each line with its words and without the addresses that its links lead to."""
    for line in body.splitlines():
        yield unescape(ADDRESS.sub(" ", line))


def _blocks(body: str, *, tables: bool) -> Iterator[str]:
    """The text of every paragraph, heading, list item, table row and code block, in order."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "typographer": False})
    if tables:
        parser.enable("table")
    tokens = iter(parser.parse(body))
    number = ""
    for token in tokens:
        if token.type == "tr_open":
            row = takewhile(lambda cell: cell.type != "tr_close", tokens)
            yield from _filled(" | ".join(_words(cell) for cell in row if cell.type == "inline"))
        elif token.type == "list_item_open":
            number = _lost_number(token)
        elif words := _words(token):
            yield from _filled(number + words)
            number = ""


def _filled(text: str) -> Iterator[str]:
    """The block without surrounding white space, unless nothing is left of it."""
    text = " ".join(text.split())
    if text:
        yield text


def _lost_number(token: Token) -> str:
    """A paragraph that begins with a year, ``1986. A good one``, is a list to Markdown: give its number back."""
    number = token.info
    return f"{number}{token.markup} " if len(number) >= 3 and number.isdigit() else ""


def _words(token: Token) -> str:
    """The words of one block: links keep their text, pictures are left out."""
    if token.type in ("code_block", "fence"):
        return token.content
    pieces = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            pieces.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            pieces.append(" ")
    return "".join(pieces)


READER = Reader("markdown", (".md", ".markdown"), read_markdown, library="markdown_it")

"""Offsets to lines and columns, as the formats for CI point at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import quote

from divergence.model.fact import Mention
from divergence.model.finding import Finding
from divergence.model.text import Article

_MARK = re.compile(r"<[^<>]*+>|[*_`]")
_PIECE = re.compile(r"(?P<mark><[^<>]*+>|[*_`])|&#?\w{1,31};|.", re.DOTALL)
"""A tag or a mark of emphasis, a character reference, or one character of a page's source."""
LINE_TRUE_READER = "text"
"""The one input format of which the text has the lines of the file."""


@dataclass(frozen=True, slots=True)
class Position:
    """Lines and columns of a span, counted from 1; the end column is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def position(article: Article, mention: Mention) -> Position | None:
    """Where a mention stands in its file; None where the text was taken out of a page or of Markdown."""
    if article.reader != LINE_TRUE_READER:
        return None
    line, column = _line_and_column(article.text, mention.span.start)
    end_line, end_column = _line_and_column(article.text, mention.span.end)
    return Position(line, column, end_line, end_column)


def first_line(finding: Finding) -> int:
    """The line of the file at which a finding points; 0 where it is not known."""
    article = next(a for a in finding.story.articles if a.id == finding.primary.span.article)
    at = position(article, finding.primary)
    return at.line if at else finding.line


def place_in_source(source: str, words: str) -> Position | None:
    """Where a page's or a Markdown file's source first shows these words, marks apart; None where no line does.

    Words that the source breaks over two lines are not found; then the annotation stands at the file.
    """
    sought = _plain(words)
    for number, line in enumerate(source.splitlines(), 1):
        if sought not in _plain(line):
            continue
        shown = list(_shown(line))
        at = "".join(character for character, _, _ in shown).find(sought)
        if at >= 0 and sought:
            return Position(number, shown[at][1] + 1, number, shown[at + len(sought) - 1][2] + 1)
    return None


def _plain(line: str) -> str:
    """What a line of source shows."""
    return " ".join(unescape(_MARK.sub("", line)).split())


def _shown(line: str) -> Iterator[tuple[str, int, int]]:
    """The same, each character with where its source stands."""
    blank = True
    for part in _PIECE.finditer(line):
        for character in "" if part["mark"] else unescape(part[0]):
            if not (blank and character.isspace()):
                yield (" " if character.isspace() else character), part.start(), part.end()
            blank = character.isspace()


def uri(path: str) -> str:
    """A path as a percent-encoded URI: relative to the repository where the path is relative."""
    encoded = quote(path.removeprefix("./").encode("utf-8", "surrogatepass"), safe="/-._~")
    return f"file://{encoded}" if path.startswith("/") else encoded

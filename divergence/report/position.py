"""Offsets to lines and columns, as the formats for CI point at them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from divergence.model.fact import Mention
from divergence.model.text import Article

_LINE_TRUE_READERS = frozenset({"text", "markdown"})


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
    """Where a mention stands in its file; None where the text was extracted from a page, so that lines do not match."""
    if article.reader not in _LINE_TRUE_READERS:
        return None
    line, column = _line_and_column(article.text, mention.span.start)
    end_line, end_column = _line_and_column(article.text, mention.span.end)
    return Position(line, column, end_line, end_column)


def uri(path: str) -> str:
    """A path as a percent-encoded URI: relative to the repository where the path is relative."""
    encoded = quote(path.removeprefix("./"), safe="/-._~")
    return f"file://{encoded}" if path.startswith("/") else encoded

"""How passages of two articles stand in a request of the blind check: one layout, whatever they are."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.model.text import Article, Span

LONGEST_PARAGRAPH = 1200
"""Characters of a paragraph that are shown around the words in question."""
OPENING = 160
"""Characters of an article's title or first paragraph by which a request introduces it."""


def one_line(text: str, longest: int) -> str:
    """A text that cannot pass for a line of the request: one line, none of our marks, of limited length."""
    flat = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return flat.replace("===", "=").replace("⟦", "[").replace("⟧", "]")[:longest]


def laid_out(number: int, dated: str, opening: str, paragraphs: Sequence[str]) -> list[str]:
    """The lines of one side of a pair."""
    return [f"Source {number}{dated}, headline or opening: '{opening}'", *paragraphs, ""]


def dated(article: Article) -> str:
    """When an article was published, as the heading of its side has it."""
    return f" (published {one_line(article.published, 10)})" if article.published else ""


def opening(article: Article) -> str:
    """The headline of an article, else its first words."""
    return one_line(article.title or article.text[slice(*article.paragraphs[0])], OPENING)


def around(text: str) -> str:
    """A paragraph beside the one in question."""
    return one_line(text, LONGEST_PARAGRAPH // 2)


def marked(before: str, words: str, after: str) -> str:
    """A paragraph with the words in question between marks."""
    room = LONGEST_PARAGRAPH // 2
    before, after = before[-room:], after[:room]
    spaced = " " if before[-1:].isspace() else "", " " if after[:1].isspace() else ""
    inside = one_line(words, LONGEST_PARAGRAPH)
    return f"{one_line(before, room)}{spaced[0]}⟦{inside}⟧{spaced[1]}{one_line(after, room)}"


def passage(span: Span, article: Article) -> list[str]:
    """The paragraphs that hold some words, those words marked, with one paragraph before and one after."""
    held = [i for i, (start, end) in enumerate(article.paragraphs) if start < span.end and span.start < end]
    first, last = (held[0], held[-1]) if held else (0, -1)
    return [_shown(article.text, *p, span) for p in article.paragraphs[max(0, first - 1) : last + 2]]


def _shown(text: str, start: int, end: int, span: Span) -> str:
    low, high = max(start, span.start), min(end, span.end)
    return marked(text[start:low], text[low:high], text[high:end]) if low < high else around(text[start:end])

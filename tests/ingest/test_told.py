"""What is read from files of every text format: all that an article holds, below the file's name in ``told.txt``.

Masked text stands in double brackets. ``python tests/ingest/test_told.py`` writes the table anew, so that a change can
be read as its diff.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from divergence.ingest.story import load_story
from divergence.model.text import Article

FOLDER = Path(__file__).parent / "told"
FILES = tuple(sorted(path.name for path in (FOLDER / "files").iterdir()))


def read(name: str) -> str:
    """What a file holds."""
    path = FOLDER / "files" / name
    story = load_story(path)
    lines = [f"== {name}"]
    for article in story.articles:
        lines += _article(article)
    lines += [f"! {notice.code}: {notice.message}" for notice in story.notices]
    return "\n".join(lines)


def _article(article: Article) -> list[str]:
    told = {"title": article.title, "source": article.source, "published": article.published, "url": article.url}
    lines = [f"-- {article.place}", *(f"{name}: {value}" for name, value in told.items() if value)]
    return [*lines, *(f"| {_marked(article, *span)}" for span in article.paragraphs)]


def _marked(article: Article, start: int, end: int) -> str:
    """A paragraph with its masked parts in brackets."""
    pieces, at = [], start
    for first, last in article.masked:
        if first < end and start < last:
            pieces += [article.text[at : max(at, first)], "[[", article.text[max(at, first) : min(end, last)], "]]"]
            at = min(end, last)
    return " ".join("".join([*pieces, article.text[at:end]]).split())


def told() -> dict[str, str]:
    """The table's part for each file."""
    parts = ("\n" + (FOLDER / "told.txt").read_text(encoding="utf-8")).split("\n== ")[1:]
    return {part.splitlines()[0]: f"== {part.strip()}" for part in parts}


@pytest.mark.parametrize("name", FILES)
def test_reads_what_is_told(name: str) -> None:
    assert read(name) == told()[name]


def main() -> None:
    """Write the table anew."""
    (FOLDER / "told.txt").write_text("\n\n".join(map(read, FILES)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

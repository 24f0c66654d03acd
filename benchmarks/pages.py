"""How well the article is taken out of saved web pages, beside naive stripping of tags.

    python benchmarks/pages.py PAGES

PAGES holds one folder a page: ``source.html`` and ``expected.html`` (the article's part of it), as in the test
pages of mozilla/readability. Figures are bags of words, averaged over pages: precision is the share of what was
read that belongs to the article, recall the share of the article that was read. Prints the worst pages too. The
expectation keeps captions and embeds that a news reader drops, so recall cannot reach one.
"""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from lxml import html as lxml_html

from divergence.ingest.html import read_html

Words = Counter[str]


def words(text: str) -> Words:
    return Counter(re.findall(r"\w+", text.lower()))


def stripped(data: bytes) -> str:
    """Everything between tags, scripts and styles left out: what a quick attempt would compare."""
    tree = lxml_html.fromstring(data.decode("utf-8", "replace"))
    for element in tree.xpath("//script | //style | //noscript | //head"):
        element.drop_tree()
    return str(tree.text_content())


def extracted(data: bytes) -> str:
    return read_html(data).text


METHODS: tuple[tuple[str, Callable[[bytes], str]], ...] = (("divergence", extracted), ("tags stripped", stripped))


Score = tuple[float, float, str]
"""Precision, recall and name of a page."""


def scores(root: Path, read: Callable[[bytes], str]) -> list[Score]:
    """Each page's figures by one method."""
    rows = []
    for folder in sorted(path.parent for path in root.glob("*/source.html")):
        got = words(read((folder / "source.html").read_bytes()))
        wanted = words(lxml_html.fromstring((folder / "expected.html").read_text("utf-8")).text_content())
        shared = (got & wanted).total()
        rows.append((shared / max(1, got.total()), shared / max(1, wanted.total()), folder.name))
    return rows


def means(rows: list[Score]) -> tuple[float, float]:
    """Precision and recall, averaged over pages."""
    return sum(p for p, _, _ in rows) / len(rows), sum(r for _, r, _ in rows) / len(rows)


def f1(root: Path, read: Callable[[bytes], str]) -> float:
    """The harmonic mean of mean precision and mean recall."""
    precision, recall = means(scores(root, read))
    return 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    for name, read in METHODS:
        started = time.process_time()
        rows = scores(Path(sys.argv[1]), read)
        seconds = time.process_time() - started
        precision, recall = means(rows)
        print(
            f"{name:14} precision {precision:.3f}  recall {recall:.3f}  {1000 * seconds / len(rows):.0f} ms CPU a page"
        )
        for p, r, page in sorted(rows, key=lambda row: row[0] * row[1])[:8]:
            print(f"    {page:28} precision {p:.2f}  recall {r:.2f}")


if __name__ == "__main__":
    main()

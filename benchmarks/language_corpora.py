"""Held-out corpora for the benchmark of the language pipeline, read as text with the truth beside it.

Trees and names are kept by character offsets, so that another tokenization is compared fairly.
"""

from __future__ import annotations

import html
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TRAINING = Path(__file__).resolve().parents[1] / "training"
sys.path.insert(0, str(TRAINING))

from convert_names import WNUT_KINDS, columns, gum_tags, spaces_between  # noqa: E402
from names import MISSING, without_titles  # noqa: E402
from treebanks import Tree, paragraphs, read  # noqa: E402

IEER_KINDS = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "PLACE"}


@dataclass(frozen=True, slots=True)
class Arc:
    """A word of a treebank: where it stands, its tag, and where its head stands (itself for a root)."""

    start: int
    end: int
    tag: str
    dep: str
    head: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """A document of a corpus and what is true of it; names are decided over a whole article."""

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    arcs: tuple[Arc, ...] = ()
    starts: tuple[int, ...] = ()
    """Where sentences start."""
    names: tuple[tuple[int, int, str], ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()
    """Stretches that the corpus leaves open; names found there are not judged."""


def offsets(words: list[str], spaces: list[bool]) -> list[tuple[int, int]]:
    """Where each word stands in the text they make."""
    found, at = [], 0
    for word, space in zip(words, spaces, strict=True):
        found.append((at, at + len(word)))
        at += len(word) + space
    return found


def text_of(words: list[str], spaces: list[bool]) -> str:
    return "".join(w + " " * s for w, s in zip(words, spaces, strict=True)).rstrip()


def trees(path: Path) -> Iterator[Sample]:
    """Documents of a treebank with its authors' paragraphs; GUM's with their names."""
    document: list[list[Tree]] = []
    for group in paragraphs(list(read(path))):
        if document and group[0].opens:
            yield joined([tree_sample(g, "gum" in path.name) for g in document])
            document = []
        document.append(group)
    yield joined([tree_sample(g, "gum" in path.name) for g in document])


def tree_sample(group: list[Tree], with_names: bool) -> Sample:
    """One paragraph of a treebank."""
    words = [w for tree in group for w in tree.words]
    spans = offsets([w.form for w in words], [w.space for w in words])
    arcs, starts, at = [], [], 0
    for tree in group:
        starts.append(spans[at][0])
        for i, word in enumerate(tree.words):
            arcs.append(Arc(*spans[at + i], word.tag, word.dep.lower(), spans[at + word.head]))
        at += len(tree.words)
    names, unknown = spans_of([tag for tree in group for tag in gum_tags(tree)] if with_names else [], spans)
    text = text_of([w.form for w in words], [w.space for w in words])
    return Sample(text, ((0, len(text)),), tuple(arcs), tuple(starts), names, unknown)


def joined(parts: list[Sample]) -> Sample:
    """Paragraphs as one document, with an empty line between them."""
    at, moved = 0, []
    for part in parts:
        moved.append(shifted(part, at))
        at += len(part.text) + 2
    return Sample(
        "\n\n".join(part.text for part in parts),
        tuple(span for part in moved for span in part.paragraphs),
        tuple(arc for part in moved for arc in part.arcs),
        tuple(start for part in moved for start in part.starts),
        tuple(name for part in moved for name in part.names),
        tuple(span for part in moved for span in part.unknown),
    )


def shifted(part: Sample, by: int) -> Sample:
    """A paragraph with its offsets moved."""
    return Sample(
        part.text,
        tuple((s + by, e + by) for s, e in part.paragraphs),
        tuple(Arc(a.start + by, a.end + by, a.tag, a.dep, (a.head[0] + by, a.head[1] + by)) for a in part.arcs),
        tuple(s + by for s in part.starts),
        tuple((s + by, e + by, k) for s, e, k in part.names),
        tuple((s + by, e + by) for s, e in part.unknown),
    )


def spans_of(
    tags: list[str], spans: list[tuple[int, int]]
) -> tuple[tuple[tuple[int, int, str], ...], tuple[tuple[int, int], ...]]:
    """Names and open stretches of token tags, by offsets."""
    names: list[tuple[int, int, str]] = []
    for tag, (start, end) in zip(tags, spans, strict=False):
        if tag.startswith("B-"):
            names.append((start, end, tag[2:]))
        elif tag.startswith("I-"):
            names[-1] = (names[-1][0], end, tag[2:])
    return tuple(names), tuple(span for tag, span in zip(tags, spans, strict=False) if tag == MISSING)


def wnut(path: Path) -> Iterator[Sample]:
    """Posts of WNUT17, one a sample."""
    for words, spaces, tags in columns(path.read_text(encoding="utf-8").splitlines(), WNUT_KINDS, True):
        names, unknown = spans_of(tags, offsets(words, spaces))
        text = text_of(words, spaces)
        yield Sample(text, ((0, len(text)),), names=names, unknown=unknown)


def ieer(folder: Path) -> Iterator[Sample]:
    """Stories of IEER's newswire: persons without titles, organisations, places of every kind."""
    for path in sorted(folder.glob("*_*")):
        for body in re.findall(r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="latin-1"), re.DOTALL):
            paragraphs_ = [
                " ".join(html.unescape(p.replace("&AMP;", "&amp;")).split()) for p in re.split(r"\n\t+", body)
            ]
            yield joined([ieer_sample(paragraph) for paragraph in paragraphs_ if paragraph])


def ieer_sample(marked: str) -> Sample:
    """One paragraph with its marks taken out."""
    pieces: list[str] = []
    names: list[tuple[int, int, str]] = []
    at, start, kind = 0, 0, ""
    for part in re.split(r"(<[be]_\w+[^>]*>)", marked):
        opening = re.fullmatch(r'<b_\w+ type="([A-Z]+)"[^>]*>', part)
        if opening:
            start, kind = at, opening.group(1)
        elif part.startswith("<e_"):
            if kind in IEER_KINDS:
                names.append((start, at, IEER_KINDS[kind]))
        else:
            pieces.append(part)
            at += len(part)
    text = "".join(pieces)
    return Sample(text, ((0, len(text)),), names=tuple(names))


__all__ = ["Arc", "Sample", "Tree", "ieer", "spaces_between", "trees", "without_titles", "wnut"]

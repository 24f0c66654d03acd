"""Read CoNLL-U treebanks into spaCy documents."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

KEPT_SUBTYPES = {
    "nsubj:pass",
    "aux:pass",
    "obl:agent",
    "nmod:poss",
    "acl:relcl",
    "nmod:desc",
    "obl:unmarked",
    "nmod:unmarked",
}
"""Relations whose subtype later stages use; others are cut off, so that the parser has fewer labels to learn."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a treebank; ``head`` counts from 0 within the sentence, the root heads itself."""

    form: str
    tag: str
    head: int
    dep: str
    space: bool
    pos: str
    entity: str
    """The word's ``Entity=`` brackets (GUM's coreference layer), empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a treebank, and whether it opens a document or a paragraph."""

    words: tuple[Word, ...]
    opens: bool
    opens_paragraph: bool


def read(path: Path) -> Iterator[Tree]:
    """The sentences of a gzipped CoNLL-U file, in order."""
    opens, paragraph, rows = False, False, []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# new"):
                opens, paragraph = opens or line.startswith("# newdoc"), True
            elif line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                yield Tree(tuple(_words(rows)), opens, paragraph)
                opens, paragraph, rows = False, False, []
    if rows:
        yield Tree(tuple(_words(rows)), opens, paragraph)


def _words(rows: list[list[str]]) -> Iterator[Word]:
    """Words of a sentence; a multiword token (don't) is written without spaces but for its last word's."""
    joined_until, space_after = 0, True
    for cells in rows:
        if "-" in cells[0]:
            joined_until = int(cells[0].split("-")[1])
            space_after = "SpaceAfter=No" not in cells[9]
        elif "." not in cells[0]:
            number = int(cells[0])
            space = "SpaceAfter=No" not in cells[9]
            if number <= joined_until:
                space = space_after and number == joined_until
            head = int(cells[6])
            dep = "ROOT" if head == 0 else cells[7] if cells[7] in KEPT_SUBTYPES else cells[7].split(":")[0]
            entity = next((m[7:] for m in cells[9].split("|") if m.startswith("Entity=")), "")
            yield Word(cells[1], cells[4], number - 1 if head == 0 else head - 1, dep, space, cells[3], entity)


def groups(trees: list[Tree], size: int) -> Iterator[list[Tree]]:
    """Up to ``size`` sentences at a time, never across documents: the paragraphs that a parser learns to split."""
    group: list[Tree] = []
    for tree in trees:
        if group and (tree.opens or len(group) == size):
            yield group
            group = []
        group.append(tree)
    if group:
        yield group


def paragraphs(trees: list[Tree]) -> Iterator[list[Tree]]:
    """The sentences of each paragraph, as the treebank's authors marked them."""
    group: list[Tree] = []
    for tree in trees:
        if group and tree.opens_paragraph:
            yield group
            group = []
        group.append(tree)
    if group:
        yield group


def document(vocab: Vocab, group: list[Tree], grammar: bool = True) -> Doc:
    """One spaCy document of several sentences, with tags and trees unless ``grammar`` is False; names are unknown."""
    words = [word for tree in group for word in tree.words]
    spaces = [word.space for word in words]
    if not grammar:
        return Doc(vocab, words=[word.form for word in words], spaces=spaces)
    starts = [sum(len(t.words) for t in group[:k]) for k in range(len(group))]
    heads = [start + word.head for start, tree in zip(starts, group, strict=True) for word in tree.words]
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        heads=heads,
        deps=[word.dep for word in words],
    )

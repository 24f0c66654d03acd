"""A builder of tagged sentences written by hand, so that the rules are tested apart from any model."""

from __future__ import annotations

from collections.abc import Sequence

from divergence.language.lemmas import lemma
from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.model.text import Article

POS = {
    tag: pos
    for pos, tags in {
        "PROPN": "NNP NNPS",
        "NOUN": "NN NNS",
        "ADJ": "JJ JJR JJS",
        "ADP": "IN RP",
        "DET": "DT",
        "AUX": "MD",
        "NUM": "CD",
        "PRON": "PRP PRP$ WP WDT",
        "ADV": "RB WRB",
        "CCONJ": "CC",
        "PART": "POS TO",
        "INTJ": "UH",
        "X": "FW",
        "SYM": "SYM",
    }.items()
    for tag in tags.split()
}
"""The part of speech of a Penn tag; verbs and marks apart."""


def _pos(tag: str) -> str:
    return "VERB" if tag.startswith("VB") else POS.get(tag, "PUNCT")


def build(written: str, names: Sequence[tuple[int, int, str]] = ()) -> Parsed:
    """An article of words written ``form/TAG`` or ``form/TAG/relation/head``.

    ``|`` ends a sentence and ``¶`` a paragraph; a word after ``~`` hangs on the one before. Heads count from the
    article's first word; where none is given the word is a root.
    """
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    paragraphs: list[tuple[int, int]] = []
    text, first, opened = "", 0, 0
    for word in [*written.split(), "¶"]:
        if word in ("|", "¶"):
            sentences.append(Sentence(len(sentences), first, len(tokens), len(paragraphs)))
            first = len(tokens)
            if word == "¶":
                paragraphs.append((opened, len(text)))
                text += "\n\n"
                opened = len(text)
            continue
        form, tag, dep, head = (
            word.lstrip("~").rsplit("/", 3) if word.count("/") > 2 else [*word.lstrip("~").rsplit("/", 1), "", ""]
        )
        text += "" if word.startswith("~") or len(text) == opened else " "
        index, pos = len(tokens), _pos(tag)
        above = int(head) if head else index
        tokens.append(
            Token(
                index,
                len(text),
                len(text) + len(form),
                form,
                lemma(form, pos, tag),
                pos,
                tag,
                dep or "root",
                above,
                len(sentences),
            )
        )
        text += form
    children = tuple(tuple(t.index for t in tokens if t.head == i != t.index) for i in range(len(tokens)))
    article = Article("A", "a.txt", text.rstrip("\n"), tuple(paragraphs))
    return Parsed(article, tuple(tokens), tuple(sentences), tuple(Name(*n) for n in names), children)

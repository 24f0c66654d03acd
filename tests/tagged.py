"""A builder of tagged sentences written by hand, so that the rules are tested apart from any model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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


def cut(parsed: Parsed, first: int, last: int) -> Parsed:
    """An article that has only the tokens ``[first, last)``; what hung on others is a root."""
    start, end = parsed.tokens[first].start, parsed.tokens[last - 1].end
    kept = parsed.tokens[first:last]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(t.sentence for t in kept))}
    tokens = tuple(
        replace(
            t,
            index=t.index - first,
            start=t.start - start,
            end=t.end - start,
            head=(t.head if first <= t.head < last else t.index) - first,
            dep=t.dep if first <= t.head < last else "root",
            sentence=numbers[t.sentence],
        )
        for t in kept
    )
    children = tuple(tuple(t.index for t in tokens if t.head == i != t.index) for i in range(len(tokens)))
    sentences = tuple(
        Sentence(
            new,
            max(0, parsed.sentences[old].first - first),
            min(last, parsed.sentences[old].last) - first,
            parsed.sentences[old].paragraph,
        )
        for old, new in numbers.items()
    )
    names = tuple(
        Name(n.first - first, n.last - first, n.label) for n in parsed.names if first <= n.first and n.last <= last
    )
    article = replace(parsed.article, text=parsed.article.text[start:end], paragraphs=((0, end - start),))
    sentences = tuple(replace(s, paragraph=0) for s in sentences)
    return replace(parsed, article=article, tokens=tokens, sentences=sentences, names=names, children=children)

"""The only door to spaCy: loads a pipeline and turns its documents into our own parsed text."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from divergence.errors import PipelineError
from divergence.language.lemmas import lemma
from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.language.scheme import NAME_CLASSES, universal_pos
from divergence.model.text import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

SHIPPED = "en_news"


@lru_cache(maxsize=2)
def load(name: str = SHIPPED) -> Language:
    """The spaCy pipeline of that name: the shipped one, an installed package, or a folder.

    Raises PipelineError where it cannot be loaded.
    """
    import spacy

    folder = resources.files("divergence.language") / SHIPPED
    try:
        return spacy.load(Path(str(folder))) if name == SHIPPED else spacy.load(name)
    except (OSError, ValueError) as error:
        raise PipelineError(f"cannot load the language pipeline {name!r}: {error}") from error


def version(name: str = SHIPPED) -> str:
    """Name and version of a pipeline, as reports state it."""
    meta: dict[str, Any] = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def blank_masked(article: Article) -> str:
    """The article's text with every masked stretch replaced by as many spaces, so that offsets stay true."""
    pieces, at = [], 0
    for start, end in article.masked:
        pieces += [article.text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, article.text[at:]])


def parse(article: Article, name: str = SHIPPED) -> Parsed:
    """Parse every paragraph of an article; offsets of the tokens index the article's text."""
    text = blank_masked(article)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    pipeline = load(name)
    docs = pipeline.pipe(text[start:end] for start, end in article.paragraphs)
    for paragraph, ((start, _), doc) in enumerate(zip(article.paragraphs, docs, strict=True)):
        _append(doc, start, paragraph, tokens, sentences, names)
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return Parsed(article, tuple(tokens), tuple(sentences), tuple(names), tuple(map(tuple, children)))


def _append(
    doc: Doc, offset: int, paragraph: int, tokens: list[Token], sentences: list[Sentence], names: list[Name]
) -> None:
    """Add one paragraph's tokens, sentences and names; white-space tokens are left out."""
    kept = [t for t in doc if not t.is_space]
    index = {t.i: len(tokens) + k for k, t in enumerate(kept)}
    for sent in doc.sents:
        inside = [t for t in sent if not t.is_space]
        if inside:
            number = len(sentences)
            sentences.append(Sentence(number, index[inside[0].i], index[inside[-1].i] + 1, paragraph))
            tokens += [_token(t, index, offset, number) for t in inside]
    for ent in doc.ents:
        inside = [t for t in ent if not t.is_space]
        if inside and ent.label_ in NAME_CLASSES:
            names.append(Name(index[inside[0].i], index[inside[-1].i] + 1, NAME_CLASSES[ent.label_]))


def _token(t: SpacyToken, index: dict[int, int], offset: int, sentence: int) -> Token:
    """One of spaCy's tokens as ours; a head that is white space is none."""
    head = t.head if t.head.i in index else t
    dep = "root" if head.i == t.i else t.dep_.lower()
    pos = universal_pos(t.pos_, t.tag_, dep)
    base = t.lemma_.lower() or lemma(t.text, pos, t.tag_)
    start = offset + t.idx
    return Token(index[t.i], start, start + len(t.text), t.text, base, pos, t.tag_, dep, index[head.i], sentence)

"""The only door to spaCy: loads a pipeline and turns its documents into our own parsed text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from divergence.errors import PipelineError
from divergence.language.clearnlp import is_clearnlp, universal
from divergence.language.lemmas import lemma
from divergence.language.names import refined
from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.language.repairs import mended
from divergence.language.scheme import NAME_CLASSES, universal_pos
from divergence.language.sentences import ABBREVIATIONS, boundary
from divergence.language.unmarked import unmarked
from divergence.lexicon.spelling import PLAIN, SPACES
from divergence.model.text import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

SHIPPED = "en_news"
LONGEST = 200
"""Tokens after which a sentence ends where it may, and after twice as many anywhere. No sentence of a newspaper is so
long; in a text that never ends one, rules that look through a sentence for each of its words would take for ever."""

_BESIDE_WORDS = re.compile(rf"(?<!\d)[{SPACES}]|[{SPACES}](?!\d)")


@lru_cache(maxsize=2)
def load(name: str = SHIPPED) -> Language:
    """The spaCy pipeline of that name: the shipped one, an installed package, or a folder.

    It is given our rules for sentence boundaries. Raises PipelineError where it cannot be loaded.
    """
    import spacy

    folder = resources.files("divergence.language") / SHIPPED
    try:
        pipeline = spacy.load(Path(str(folder))) if name == SHIPPED else spacy.load(name)
    except (OSError, ValueError) as error:
        raise PipelineError(f"cannot load the language pipeline {name!r}: {error}") from error
    vectors = pipeline.vocab.vectors
    vectors.data = vectors.data.astype("float32")  # stored at half precision, computed with at single
    tokenizer: Any = pipeline.tokenizer
    for abbreviation in ABBREVIATIONS:
        tokenizer.add_special_case(abbreviation, [{"ORTH": abbreviation}])
    return pipeline


def has_clearnlp_labels(pipeline: Language) -> bool:
    """Whether a pipeline's parser uses ClearNLP's labels."""
    return any(is_clearnlp(tuple(labels)) for labels in pipeline.pipe_labels.values())


def version(name: str = SHIPPED) -> str:
    """Name and version of a pipeline, as reports state it."""
    meta: dict[str, Any] = load(name).meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def blank_masked(article: Article) -> str:
    """The article's text with every masked stretch replaced by as many spaces, so that offsets stay true.

    A space of another width is a plain one to every pattern, except amid the digits of a number.
    """
    pieces, at = [], 0
    for start, end in article.masked:
        pieces += [article.text[at:start], " " * (end - start)]
        at = end
    return _BESIDE_WORDS.sub(" ", "".join([*pieces, article.text[at:]]))


def parse(article: Article, name: str = SHIPPED) -> Parsed:
    """Parse every paragraph of an article; tokens have their words and offsets from its text."""
    printed = blank_masked(article).translate(PLAIN)
    text = unmarked(printed)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    pipeline = load(name)
    restructure = universal if has_clearnlp_labels(pipeline) else list[Token]
    docs = pipeline.pipe(_prepared(pipeline, text[start:end]) for start, end in article.paragraphs)
    for paragraph, ((start, _), doc) in enumerate(zip(article.paragraphs, docs, strict=True)):
        if len(doc) and not doc.has_annotation("DEP"):
            raise PipelineError(f"the language pipeline {name!r} has no dependency parser")
        index = {t.i: len(tokens) + k for k, t in enumerate(t for t in doc if not t.is_space)}
        for words in _sentences(doc, index, printed, start, len(sentences)):
            sentences.append(Sentence(len(sentences), words[0].index, words[-1].index + 1, paragraph))
            tokens += mended(restructure(words))
        names += _names(doc, index)
    return Parsed(article, tuple(tokens), tuple(sentences), refined(tokens, names), _children(tokens), name)


def _prepared(pipeline: Language, text: str) -> Doc:
    """A paragraph's tokens with the sentence boundaries that our rules are sure of, for the parser to respect."""
    doc = pipeline.make_doc(text)
    words, spaced = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
    begun = 0
    for token in doc:
        sure = boundary(words, spaced, token.i)
        if token.i - begun >= (LONGEST if sure is None else 2 * LONGEST):
            sure = True
        if sure:
            begun = token.i
        if sure is not None:
            token.is_sent_start = sure
    return doc


def _sentences(doc: Doc, index: dict[int, int], text: str, offset: int, number: int) -> Iterator[list[Token]]:
    """The tokens of each sentence of a paragraph; white-space tokens are left out, and sentences of nothing else."""
    for sent in doc.sents:
        words = [_token(t, index, text, offset, number) for t in sent if t.i in index]
        if words:
            yield words
            number += 1


def _token(t: SpacyToken, index: dict[int, int], text: str, offset: int, sentence: int) -> Token:
    """One of spaCy's tokens as ours; a head that is white space is none."""
    head = t.head if t.head.i in index else t
    dep = "root" if head.i == t.i else t.dep_.lower()
    pos = universal_pos(t.pos_, t.tag_, dep)
    start = offset + t.idx
    word = text[start : start + len(t.text)]
    base = t.lemma_.lower() or lemma(word, pos, t.tag_)
    return Token(index[t.i], start, start + len(word), word, base, pos, t.tag_, dep, index[head.i], sentence)


def _names(doc: Doc, index: dict[int, int]) -> Iterator[Name]:
    """The names of a paragraph whose class we know."""
    for ent in doc.ents:
        inside = [index[t.i] for t in ent if t.i in index]
        if inside and ent.label_ in NAME_CLASSES:
            yield Name(inside[0], inside[-1] + 1, NAME_CLASSES[ent.label_])


def _children(tokens: list[Token]) -> tuple[tuple[int, ...], ...]:
    """For each token, the indices of its dependents, in order."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return tuple(map(tuple, children))

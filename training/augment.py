"""Training examples as news really prints them: other quotes and dashes, other cases, headlines, missing commas."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.training import Example
from spacy.util import registry

QUOTES = {'"': "“", "''": "”", "``": "“", "“": '"', "”": '"', "'": "’", "’": "'", "‘": "'"}
DASHES = ("--", "—", "–", " - ".strip())
SMALL_WORDS = {"a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
Respell = Callable[[Token], str]


def name_tags(doc: Doc) -> list[str]:
    """One tag a token for its name, empty where unknown."""
    return [f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else t.ent_iob_ for t in doc]


def respelled(doc: Doc, respell: Respell, dropped: frozenset[int] = frozenset()) -> Doc:
    """A copy with other spellings, without some tokens (which must have no dependents)."""
    kept = [t for t in doc if t.i not in dropped]
    number = {t.i: k for k, t in enumerate(kept)}
    names = name_tags(doc)
    fields: dict[str, Any] = {}
    if doc.has_annotation("DEP"):
        fields = {
            "tags": [t.tag_ for t in kept],
            "deps": [t.dep_ for t in kept],
            "heads": [number[t.head.i] for t in kept],
        }
    spaces = [bool(t.whitespace_) or (t.i + 1 in dropped and bool(doc[t.i + 1].whitespace_)) for t in kept]
    return Doc(doc.vocab, words=[respell(t) for t in kept], spaces=spaces, ents=[names[t.i] for t in kept], **fields)


def other_marks(pick: random.Random) -> Respell:
    """Swap straight and curly quotes, and dashes, as one publisher would throughout."""
    dash = pick.choice(DASHES)

    def respell(token: Token) -> str:
        text: str = token.text
        if text in DASHES and token.tag_ != "HYPH":
            return dash
        if text in QUOTES:
            return QUOTES[text]
        return text.replace("'", "’") if "'" in text else text.replace("’", "'")

    return respell


def title_case(token: Token) -> str:
    """A word as headlines in title case print it."""
    text: str = token.text
    return text if text in SMALL_WORDS or not text.isalpha() else text[0].upper() + text[1:]


def leaves(doc: Doc, texts: str) -> list[int]:
    """Tokens of those marks that nothing depends on and that no name contains."""
    heads = {t.head.i for t in doc if t.head.i != t.i}
    return [t.i for t in doc if t.text in texts and t.i not in heads and not t.ent_type_ and t.head.i != t.i]


def varied(doc: Doc, pick: random.Random) -> Doc:
    """The document itself, or, more rarely, one of its other spellings."""
    chance = pick.random()
    if chance < 0.05:
        return respelled(doc, lambda t: t.lower_)
    if chance < 0.07:
        return respelled(doc, lambda t: t.text.upper())
    if chance < 0.20:
        return respelled(doc, other_marks(pick))
    if chance < 0.23:
        return respelled(doc, lambda t: t.text, frozenset(leaves(doc, ",")))
    single = len(doc) < 16 and doc.has_annotation("DEP") and len(list(doc.sents)) == 1
    if single and chance < 0.5:
        stop = [i for i in leaves(doc, ".") if i == len(doc) - 1]
        return respelled(doc, title_case if chance < 0.35 else lambda t: t.text, frozenset(stop))
    return doc


@registry.augmenters("news_variants.v1")
def news_variants(seed: int = 0) -> Callable[[Language, Example], Iterator[Example]]:
    """One spelling of each example, drawn anew at every epoch."""
    pick = random.Random(seed)

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        doc = varied(example.reference, pick)
        yield Example(nlp.make_doc(doc.text), doc) if doc is not example.reference else example

    return augment

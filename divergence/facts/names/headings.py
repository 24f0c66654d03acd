"""Headings and capitals: where capital letters say nothing about names, and which words are names elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from divergence.language.lemmas import lexicon
from divergence.language.parsed import Parsed
from divergence.lexicon.gazetteer import places_named
from divergence.lexicon.thesaurus import thesaurus

CITY = 50_000
"""Inhabitants from which on a town's name is the town's, though a rare word is spelt like it."""
_SMALL = frozenset({"city", "district", "province", "capital"})
"""Kinds of places of which many are called as a word is."""


@dataclass(frozen=True, slots=True)
class Known:
    """What one pass over an article tells about its capitals."""

    words: frozenset[str]
    """Lower-case forms of the capitalised words inside sentences."""
    headlines: frozenset[int]
    """Paragraphs in which capitals say little."""


def known_words(parsed: Parsed) -> frozenset[str]:
    """Capitalised words that stand inside sentences: at a sentence's beginning or in a headline they are names too."""
    headlines = headline_paragraphs(parsed)
    inside = (
        t
        for s in parsed.sentences
        if s.paragraph not in headlines
        for t in parsed.words(s)[1:]
        if t.text[:1].isupper() and t.tag.startswith("NNP")
    )
    return frozenset(t.lower for t in inside)


def headline_paragraphs(parsed: Parsed) -> frozenset[int]:
    """Paragraphs in which nearly every longer word is capitalised, so that capitals say little."""
    found = set()
    for number, (start, end) in enumerate(parsed.article.paragraphs):
        text = parsed.article.text[start:end]
        if _is_heading(text) or _is_shouted(text):
            found.add(number)
    return frozenset(found)


def _is_heading(text: str) -> bool:
    words = [w for w in text.split() if w[:1].isalpha() and len(w) > 3]
    ended = text.rstrip("\"”’')")[-1:] in ".!?"
    return len(text) < 200 and not ended and len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _is_shouted(text: str) -> bool:
    """Whether a paragraph is printed in capitals throughout, be it three words without a stop."""
    letters = [c for c in text if c.isalpha()]
    short = len(text.split()) > 2 and text.isupper() and text.rstrip()[-1:] not in ".!?"
    return short or (len(letters) > 40 and sum(c.isupper() for c in letters) > 0.8 * len(letters))


@lru_cache(maxsize=4096)
def is_word(name: str) -> bool:
    """Whether a name is spelt like a word of every day: ``Bill``, ``Reading``."""
    return any((word_class, name.lower()) in lexicon().bases for word_class in ("NOUN", "VERB", "ADJ"))


@lru_cache(maxsize=4096)
def is_word_too(name: str) -> bool:
    """Whether a town's name is a common word as well: ``Reading``, ``Mobile``, ``Convoy``."""
    known, word = places_named(name)[:1], name.lower()
    if not known or known[0].kind not in _SMALL:
        return False
    return is_word(name) or (known[0].kind == "city" and known[0].population < CITY and _names_a_kind(word))


def _names_a_kind(word: str) -> bool:
    """Whether a noun has a wider meaning: names of single things have none."""
    meanings = thesaurus()
    return any(meanings.wider.get(meaning) for meaning in meanings.meanings.get(("n", word), frozenset()))

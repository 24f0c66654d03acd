"""The dictionary form of an English word, for pipelines that bring no lemmatiser: exceptions first, then suffix rules.

The rules propose base forms ("killed": kill, kille) and the first one that is a known base form wins, as WordNet's
Morphy does; the lists of exceptions and base forms are built from public treebanks by ``training/lemmas.py``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

SUFFIXES = {
    "NOUN": (("ies", "y"), ("men", "man"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("s", "")),
    "VERB": (
        *(("ies", "y"), ("es", "e"), ("es", ""), ("s", "")),
        *(("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    ),
    "ADJ": (("ier", "y"), ("iest", "y"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e")),
}
"""Endings and what replaces them, by class, likeliest first."""

UNMARKED = frozenset({"VB", "VBP", "NN", "JJ", "RB", "MD"})
"""Penn tags of forms that already are the base form, unless an exception says otherwise."""


class Lexicon(NamedTuple):
    """What the treebanks know: exceptions by (class, form), and base forms by class."""

    exceptions: dict[tuple[str, str], str]
    bases: frozenset[tuple[str, str]]


@cache
def lexicon() -> Lexicon:
    """The shipped exceptions and base forms; lines are ``class base form …``."""
    exceptions, bases = {}, set()
    text = resources.files("divergence.language").joinpath("lemmas.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            pos, base, *forms = line.split(" ")
            bases.add((pos, base))
            exceptions.update({(pos, form): base for form in forms})
    return Lexicon(exceptions, frozenset(bases))


@lru_cache(maxsize=2**16)
def lemma(form: str, pos: str, tag: str = "") -> str:
    """The lower-case base form of a word of that universal class and Penn tag: ``killed`` is ``kill``."""
    word = form.lower().replace("’", "'")
    kind = {"AUX": "VERB", "ADV": "ADJ"}.get(pos, pos)
    known = lexicon().exceptions.get((kind, word))
    if known and not (tag in UNMARKED and (kind, word) in lexicon().bases):
        return known
    if kind not in SUFFIXES or tag in UNMARKED or (kind == "NOUN" and tag != "NNS") or not word.isascii():
        return word
    return by_rule(word, kind, lexicon().bases)


def by_rule(word: str, kind: str, bases: frozenset[tuple[str, str]]) -> str:
    """The base form that the suffix rules propose: a known one if any, else the likeliest."""
    proposed = [
        word[: -len(end)] + new for end, new in SUFFIXES[kind] if word.endswith(end) and len(word) > len(end) + 1
    ]
    if not proposed or (kind == "NOUN" and word.endswith(("ss", "us", "is"))):
        return word
    undoubled = [p[:-1] for p in proposed if len(p) > 3 and p[-1] == p[-2] and p[-1] in "bdgklmnprt"]
    for candidate in proposed + undoubled:
        if (kind, candidate) in bases:
            return candidate
    if undoubled and kind != "NOUN":
        return undoubled[0]
    return _unlisted(word, kind, proposed)


def _unlisted(word: str, kind: str, proposed: list[str]) -> str:
    """The likeliest of several base forms none of which is listed: that with the ending that listed ones have."""
    if kind == "ADJ":
        return word
    if kind == "NOUN" or word.endswith("ies"):
        return proposed[0]
    if word.endswith("s"):
        return word[:-2] if word.endswith(("shes", "ches", "xes", "sses")) else word[:-1]
    return max(proposed, key=lambda base: _alike(base.removesuffix("e")[-3:], base.endswith("e")))


def _alike(stem_end: str, with_e: bool) -> int:
    """How many listed verbs end in that stem ending, with or without a final e."""
    return _verb_endings()[stem_end + "e" * with_e]


@cache
def _verb_endings() -> Counter[str]:
    """How many listed verbs end in each up to four letters; all of them end in none."""
    verbs = [base for pos, base in lexicon().bases if pos == "VERB"]
    return Counter(verb[len(verb) - length :] for verb in verbs for length in range(min(len(verb), 4) + 1))

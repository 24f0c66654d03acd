"""Say an article's sentences in other words that change nothing: synonyms, voice, tense, clause order, attribution.

Each rewrite takes one parsed sentence and gives it back in other words, or nothing where it does not apply; none
touches a sentence with a quotation. They are made by rule from the parse, so that the same text gives the same words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from divergence.language import parse
from divergence.language.parsed import Parsed, Sentence, Token
from divergence.model.text import Article

SYNONYMS = {
    "said": "stated",
    "people": "persons",
    "near": "close to",
    "after": "following",
    "big": "large",
    "began": "started",
    "hurt": "injured",
    "quickly": "rapidly",
    "bought": "purchased",
    "shut": "closed",
    "help": "assistance",
    "blaze": "fire",
    "talks": "negotiations",
    "firm": "company",
    "lawyer": "attorney",
    "but": "yet",
    "also": "as well",
    "because": "since",
    "many": "numerous",
    "happened": "occurred",
    "told": "informed",
    "across": "throughout",
    "attempt": "effort",
    "children": "kids",
    "showed": "demonstrated",
}
"""Words with another for the same, as printed in small letters."""
QUOTATION = re.compile(r"[“”\"]|(?<!\w)['‘]")
OPENING = frozenset("On In At Late Early After Before When While During Since Following".split())
"""First words of a phrase or clause that may as well end a sentence."""
Rewrite = Callable[[Parsed, Sentence], str | None]


def synonyms(parsed: Parsed, sentence: Sentence) -> str | None:
    """Some common words by others for the same."""
    text = _text(parsed, sentence)
    new = re.sub(r"\b[a-z]+\b", lambda m: SYNONYMS.get(m[0], m[0]), text)
    return new if new != text else None


def attribution(parsed: Parsed, sentence: Sentence) -> str | None:
    """*What, who said* as *who said that what*, and the other way round."""
    text = _text(parsed, sentence)
    after = re.fullmatch(r"(?P<what>[^,].{15,}), (?P<who>[\w’'. -]{3,40}?) (?P<verb>said)\.", text)
    if after:
        return f"{_capital(after['who'])} said that {_small(parsed, sentence, after['what'])}."
    before = re.fullmatch(r"(?P<who>[\w’'. -]{3,40}?) said (?:that )?(?P<what>(?!on |in |at )[^,]{15,})\.", text)
    if before and " and " not in before["what"]:
        who = before["who"]
        return (
            f"{_capital(before['what'])}, {who if parsed.tokens[sentence.first].pos == 'PROPN' else _lower(who)} said."
        )
    return None


def clause_order(parsed: Parsed, sentence: Sentence) -> str | None:
    """A phrase or clause before the main clause put behind it; a day or date at the end put in front."""
    text = _text(parsed, sentence)
    first = re.fullmatch(r"(?P<phrase>[^,]{6,80}), (?P<rest>[^,]{15,})\.", text)
    if first and text.split()[0] in OPENING:
        return f"{_capital(first['rest'])} {_lower(first['phrase'])}."
    last = re.fullmatch(r"(?P<rest>[^,]{15,}) (?P<day>on [A-Z][a-z]+day(?: (?:morning|evening|night))?)\.", text)
    return f"{_capital(last['day'])} {_small(parsed, sentence, last['rest'])}." if last else None


def voice(parsed: Parsed, sentence: Sentence) -> str | None:
    """*The storm damaged two boats* as *two boats were damaged by the storm*, where the forms are regular."""
    root = next((t for t in _tokens(parsed, sentence) if t.dep == "root"), None)
    if root is None or root.tag != "VBD" or not root.lower.endswith("ed"):
        return None
    parts = {parsed.tokens[c].dep: parsed.tokens[c] for c in parsed.children[root.index]}
    doer, done = parts.get("nsubj"), parts.get("obj")
    if doer is None or done is None or "PRON" in {doer.pos, done.pos} or set(parts) & {"aux", "conj", "ccomp", "xcomp"}:
        return None
    ours, theirs = _reach(parsed, doer.index), _reach(parsed, done.index)
    if ours != (sentence.first, root.index) or theirs[0] != root.index + 1:
        return None
    subject, thing = parsed.text(*ours), parsed.text(*theirs)
    rest = parsed.article.text[parsed.tokens[theirs[1] - 1].end : parsed.tokens[sentence.last - 1].end]
    were = "were" if done.tag in {"NNS", "NNPS"} or "conj" in _below(parsed, done) else "was"
    by = subject if doer.pos == "PROPN" and parsed.tokens[sentence.first].pos == "PROPN" else _lower(subject)
    return f"{_capital(thing)} {were} {root.text} by {by}{rest}"


def tense(parsed: Parsed, sentence: Sentence) -> str | None:
    """The past as the present perfect, where the form is regular; *said* as *says*."""
    tokens = _tokens(parsed, sentence)
    root = next((t for t in tokens if t.dep == "root"), None)
    if root is None or root.tag != "VBD":
        return None
    subject = next((parsed.tokens[c] for c in parsed.children[root.index] if parsed.tokens[c].dep == "nsubj"), None)
    if subject is None or subject.pos == "PRON":
        return None
    several = subject.tag in {"NNS", "NNPS"} or "conj" in _below(parsed, subject)
    if root.lower == "said":
        new = "say" if several else "says"
    elif root.lower.endswith("ed") and not any(t.pos == "AUX" for t in tokens):
        new = f"{'have' if several else 'has'} {root.text}"
    else:
        return None
    start, text = tokens[0].start, _text(parsed, sentence)
    return text[: root.start - start] + new + text[root.end - start :]


REWRITES: Mapping[str, Rewrite] = {
    "synonyms": synonyms,
    "attribution": attribution,
    "clause order": clause_order,
    "voice": voice,
    "tense": tense,
}


def reworded(article: Article, draw: random.Random, kinds: Iterable[str] = tuple(REWRITES)) -> str:
    """The article's text with one rewrite for every sentence that one of some kinds fits, drawn at random."""
    parsed = parse(replace(article, masked=()), "en_news")
    text, names = article.text, sorted(kinds)
    for sentence in reversed(parsed.sentences):
        order = draw.sample(names, len(names))
        printed = _text(parsed, sentence)
        if QUOTATION.search(printed) or "\n" in printed or not printed.endswith("."):
            continue
        new = next((made for name in order if (made := REWRITES[name](parsed, sentence)) is not None), None)
        if new is not None:
            start = parsed.tokens[sentence.first].start
            text = text[:start] + new + text[start + len(printed) :]
    return text


def _text(parsed: Parsed, sentence: Sentence) -> str:
    return parsed.text(sentence.first, sentence.last)


def _tokens(parsed: Parsed, sentence: Sentence) -> tuple[Token, ...]:
    return parsed.words(sentence)


def _below(parsed: Parsed, token: Token) -> set[str]:
    return {parsed.tokens[c].dep for c in parsed.children[token.index]}


def _reach(parsed: Parsed, index: int) -> tuple[int, int]:
    """The tokens under a token, from the first to behind the last."""
    found, waiting = [index], [index]
    while waiting:
        below = parsed.children[waiting.pop()]
        found += below
        waiting += below
    return min(found), max(found) + 1


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _small(parsed: Parsed, sentence: Sentence, text: str) -> str:
    """The text as it stands within a sentence: its first word keeps its capital where it is a name."""
    first = parsed.tokens[sentence.first]
    return text if first.pos == "PROPN" or first.text == "I" or first.text.isupper() else _lower(text)

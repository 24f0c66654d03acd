"""A few words around a value, quoted as they stand, for a heading that no question fits.

Two sentences that share too little for a question are each shown by a phrase of their own: a reader then sees what
either value is said of, and no word is put into the mouth of the other article.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Mapping, Sequence

from divergence.assess.clause import HYPHENS, end_of_figure, sides, tokens_in
from divergence.language import grammar
from divergence.language.parsed import Parsed
from divergence.model.fact import Mention

LONGEST = 10
"""Words of an excerpt."""
FEWEST = 4
"""Words around a value that tell something."""
SIDES = 2
"""Values of which a heading shows an excerpt."""
OPENS = frozenset({"case", "cc", "punct", "mark", "aux", "aux:pass", "advmod"})
"""What no excerpt begins with, unless the value follows."""
LEADS_ON = frozenset({"det", "amod", "compound", "case", "nummod", "mark", "aux", "aux:pass", "cc", "nmod:poss", "cop"})
"""What no excerpt ends with, since it belongs to a word that follows."""
FURTHER = 4
"""Words by which an excerpt is longer where it would be torn."""
FARTHEST = 13
"""Words before a value at which its verb, or the subject of that, begins an excerpt."""
OPENING_MARK = re.compile(r"(?:(?<=\s)|\A)[\"“]")
MARK = re.compile(r"[\"“”]")


def excerpts(mentions: Sequence[Mention], parses: Mapping[str, Parsed]) -> tuple[str, ...]:
    """The words around the first mention of each of two values, the value among them; nothing without a parse."""
    side = sides(mentions)
    first: dict[Hashable, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.span):
        first.setdefault(side(mention), mention)
    if any(m.span.article not in parses for m in first.values()):
        return ()
    shown = [words for m in list(first.values())[:SIDES] if (words := excerpt(m, parses[m.span.article]))]
    longest = max(shown, key=len, default="")
    return (longest,) if all(_plain(words) in _plain(longest) for words in shown) and longest else tuple(shown)


def excerpt(mention: Mention, parsed: Parsed) -> str:
    """The largest phrase or clause of a few words in which a value stands, as printed."""
    end = end_of_figure(mention)
    value = tokens_in(parsed, mention.span.start, end)
    if not value:
        return ""
    first, last = _phrase_around(parsed, value)
    while last > value.stop and parsed.tokens[last - 1].pos == "PUNCT":
        last -= 1
    while first < value.start and (parsed.tokens[first].pos == "PUNCT" or parsed.tokens[first].dep == "cc"):
        first += 1
    start = min(parsed.tokens[first].start, mention.span.start)
    words = parsed.article.text[start : max(end, parsed.tokens[last - 1].end)]
    return " ".join(within_marks(words).split())


def within_marks(words: str) -> str:
    """Words that stand in quotation marks, with single marks for those of their own; none where one is cut off."""
    opening = len(OPENING_MARK.findall(words))
    if opening != len(MARK.findall(words)) - opening:
        return MARK.sub("", words)
    return MARK.sub("’", OPENING_MARK.sub("‘", words))


def _plain(words: str) -> str:
    return re.sub(r"[^\w…]+", " ", words).strip().casefold()


def _phrase_around(parsed: Parsed, value: range) -> tuple[int, int]:
    """The tokens of the largest constituent around a value that is short enough; else those beside it."""
    at = grammar.head_of(parsed, value.start, value.stop)
    best = (value.start, value.stop)
    while True:
        within = sorted({*grammar.subtree(parsed, at), *value})
        first, last = within[0], within[-1] + 1
        if _words(parsed, first, last) - _words(parsed, *_ends(value)) >= LONGEST:
            break
        best = (first, last)
        if parsed.tokens[at].head == at:
            break
        at = parsed.tokens[at].head
    around = _words(parsed, *best) - _words(parsed, *_ends(value))
    if around >= FEWEST:
        return best
    first, last = _beside(parsed, value, LONGEST // 2)
    few = _words(parsed, first, last) - _words(parsed, *_ends(value)) < FEWEST
    return _beside(parsed, value, LONGEST) if few else (first, last)


def _ends(value: range) -> tuple[int, int]:
    return value.start, value.stop


def _words(parsed: Parsed, first: int, last: int) -> int:
    return len(parsed.article.text[parsed.tokens[first].start : parsed.tokens[last - 1].end].split())


def _beside(parsed: Parsed, value: range, most: int) -> tuple[int, int]:
    """The words before and after a value, within its sentence, without what is torn at the ends."""
    sentence, tokens = parsed.sentences[parsed.tokens[value.start].sentence], parsed.tokens
    first, last = max(sentence.first, value.start - most), min(sentence.last, value.stop + most)
    told = _from_its_verb(parsed, value)
    first = told if sentence.first <= told < first else first
    while first < value.start - 1 and (_opens_badly(parsed, first) or tokens[first].head < first):
        first += 1
    end = min(sentence.last, last + FURTHER)
    whole = next((i for i in range(last, end + 1) if not _leads_on(parsed, value, i)), None)
    if whole is not None:
        return first, whole
    while _leads_on(parsed, value, last):
        last -= 1
    return first, last


def _opens_badly(parsed: Parsed, at: int) -> bool:
    """Whether an excerpt that begins with a token is torn: *-election* of *re-election*."""
    return parsed.tokens[at].dep in OPENS or (at > 0 and _is_joined(parsed, at))


def _from_its_verb(parsed: Parsed, value: range) -> int:
    """Where what tells of a value begins: the subject of its verb, or the verb; the value where that is far off."""
    at = grammar.head_of(parsed, value.start, value.stop)
    while parsed.tokens[at].pos not in ("VERB", "AUX") and parsed.tokens[at].head != at:
        at = parsed.tokens[at].head
    subjects = [i for s in grammar.dependents(parsed, at, "nsubj", "nsubj:pass") for i in grammar.subtree(parsed, s)]
    near = (i for i in (min(subjects, default=at), at) if 0 < value.start - i <= FARTHEST)
    return next(near, value.start)


def _leads_on(parsed: Parsed, value: range, last: int) -> bool:
    """Whether what ends before a token is torn: *a long-overdue* of *a long-overdue relief*."""
    token = parsed.tokens[last - 1]
    if last > value.stop and last < len(parsed.tokens) and _is_joined(parsed, last):
        return True
    return last > value.stop and (token.dep == "punct" or (token.dep in LEADS_ON and token.head >= last))


def _is_joined(parsed: Parsed, at: int) -> bool:
    """Whether a token goes on with the word or the name before it: the *-in* of *Jae-in*, the *Holm* of *Vera Holm*."""
    before, token = parsed.tokens[at - 1], parsed.tokens[at]
    hyphened = before.end == token.start and (token.text[:1] in HYPHENS or before.text in HYPHENS)
    return hyphened or any(n.first < at < n.last for n in parsed.names)

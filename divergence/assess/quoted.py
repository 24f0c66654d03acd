"""The heading of quotations: who is quoted, and the words in which the quotations differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, takewhile

from divergence.facts.names.match import Match, match_persons
from divergence.facts.quotation.words import FUNCTION_WORDS, comparable_words, differing
from divergence.language.name_words import is_title
from divergence.lexicon.speakers import DESCRIBING, NAMELESS, NO_NAMES, PRONOUNS
from divergence.lexicon.spelling import fold
from divergence.model.fact import Mention

FEW_WORDS = 4
"""Words that a heading shows of each side of a difference, and of what all sides have beside it."""
OPENING_WORDS = 7
"""Words with which a heading names a quotation."""
MOST_CHANGES = 3
"""Places in which two quotations differ that a reason shows."""
LONGEST_SHOWN = 8
"""Words of one side that it shows of each."""
UNTOLD_SPEAKER = "Quotation"
"""Stands where no article names the speaker, or those named may be two."""
ARTICLES = frozenset({"the", "a", "an"})
FULL_NAME = 3
"""Words of a body's name before which another name of it may have more: *the London-based Norland Rights Group*."""
HIMSELF = re.compile(r"\s(?:himself|herself|itself|themselves)$", re.IGNORECASE)
WORD = re.compile(r"[(\[][^()\[\]]*[)\]]\S*|\S+")
"""A word as printed; an editor's words in brackets are one."""
EDGES = " ,;:.!?-–—\"“”'‘’()"


def quoted(mentions: Sequence[Mention]) -> str:
    """``The minister: “should” or “must”?``; of one utterance printed alike, ``What did the minister say?``."""
    speaker = speaker_of(mentions)
    printed = list(dict.fromkeys(m.text for m in sorted(mentions, key=lambda m: m.span)))
    apart = next((words for two in combinations(printed, 2) if (words := words_apart(*two))), "")
    if apart:
        return f"{speaker or UNTOLD_SPEAKER}: {apart}"
    if speaker and len(mentions) > 1 and not any(list(_changes(*two)) for two in combinations(printed, 2)):
        return f"What did {within_sentence(speaker)} say?"
    named = min(printed, key=lambda text: (len(text), text)).split()
    opening = " ".join(named[:OPENING_WORDS]).rstrip(EDGES) + (" …" if len(named) > OPENING_WORDS else "")
    return f"{speaker or UNTOLD_SPEAKER}: which words were used in “{opening}”?"


def speaker_of(mentions: Sequence[Mention]) -> str:
    """The fullest name under which the articles quote somebody; nothing where their names may be of two, or of none."""
    return fullest([n for n in speakers(mentions) if not NAMELESS.issuperset(n.casefold().split())])


def speakers(mentions: Sequence[Mention]) -> list[str]:
    """All names and descriptions under which the articles quote somebody; none where they may be of two."""
    told = {HIMSELF.sub("", " ".join((m.speaker or "").split())) for m in mentions} - {""}
    names = sorted(n for n in told if n.casefold() not in PRONOUNS)
    return [] if any(not surely_one(a, b) for a, b in combinations(names, 2)) else names


def fullest(names: Sequence[str]) -> str:
    """The longest of some names of one speaker."""
    return max(names, key=lambda n: (len(n.split()), n), default="")


def surely_one(left: str, right: str) -> bool:
    """Whether two speakers are one: words all alike, or names of one person or body, whatever titles stand before."""
    few, many = sorted(([w for w in fold(s).split() if w not in ARTICLES] for s in (left, right)), key=len)
    if few == many or (len(few) >= FULL_NAME and many[-len(few) :] == few):
        return True
    ours, theirs = _name(left), _name(right)
    short, long = sorted((fold(ours).split(), fold(theirs).split()), key=len)
    return bool(short) and (long[-len(short) :] == short or match_persons(ours, theirs) is not Match.DIFFERENT)


def _name(speaker: str) -> str:
    """The name at the end of a speaker as printed, without posts and articles before it; empty for a description."""
    words = speaker.split()
    first = max((i + 1 for i, w in enumerate(words) if w.islower() or is_title(w)), default=0)
    return " ".join(words[first:]) if all(w[:1].isupper() for w in words[first:]) else ""


def within_sentence(name: str) -> str:
    """A speaker as named in the middle of a sentence: *The army* is *the army*, a name such as *The Post* stays."""
    first, _, rest = name.partition(" ")
    lowered = (first in {"The", "A", "An"} and rest[:1].islower()) or (first.lower() in DESCRIBING and rest.islower())
    return f"{first.lower()} {rest}".strip() if lowered or name in NO_NAMES else name


def words_apart(left: str, right: str) -> str:
    """Where two quotations differ, as printed: the first difference that is short, one with content on both sides
    before others; what only one article quotes further is no difference. What both print beside it tells where it is.
    """
    changes = [c for c in _changes(left, right) if max(len(c.ours), len(c.theirs)) <= FEW_WORDS]
    if not changes:
        return ""
    first = next((c for c in changes if _tells(c.ours) and _tells(c.theirs)), changes[0])
    ours, theirs = (" ".join(words).strip(EDGES) for words in (first.ours, first.theirs))
    return f"{f'“{ours}” or “{theirs}”' if ours and theirs else f'with or without “{ours or theirs}”'}{first.beside}?"


def words_that_differ(left: str, right: str) -> str:
    """All words in which two quotations differ, as printed: ``“will” / “must”; “soon” / nothing``."""
    changes = list(_changes(left, right))
    shown = "; ".join(f"{_marked(c.ours)} / {_marked(c.theirs)}" for c in changes[:MOST_CHANGES])
    more = len(changes) - MOST_CHANGES
    return f"{shown}; and in {more} more place{'s' if more > 1 else ''}" if more > 0 else shown


def _marked(printed: Sequence[str]) -> str:
    words = " ".join(printed if len(printed) <= LONGEST_SHOWN else [*printed[:LONGEST_SHOWN], "…"]).strip(EDGES)
    return f"“{words}”" if words else "nothing"


@dataclass(frozen=True, slots=True)
class _Change:
    """The printed words of two quotations in which they differ."""

    ours: list[str]
    theirs: list[str]
    beside: str
    """Where that is, in words that both print: `` before “be opened again”``."""


def _changes(left: str, right: str) -> Iterator[_Change]:
    """The places where two quotations differ."""
    printed = WORD.findall(left), WORD.findall(right)
    compared = [[(word, i) for i, shown in enumerate(side) for word in comparable_words(shown)] for side in printed]
    for places in differing(*(tuple(word for word, _ in side) for side in compared)):
        spans = [_span(words, place) for words, place in zip(compared, places, strict=True)]
        (ours, ours_end), (theirs, theirs_end) = spans
        after = _alike(printed[0][ours_end:], printed[1][theirs_end:])
        before = _alike(printed[0][:ours][::-1], printed[1][:theirs][::-1])[::-1]
        shown = " ".join(after or before).strip(EDGES)
        beside = f" {'before' if after else 'after'} “{shown}”" if shown else ""
        yield _Change(printed[0][ours:ours_end], printed[1][theirs:theirs_end], beside)


def _alike(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """The few words with which two sides go on alike."""
    together = takewhile(
        lambda two: comparable_words(two[0]) == comparable_words(two[1]), zip(left, right, strict=False)
    )
    return [ours for ours, _ in islice(together, FEW_WORDS)]


def _span(words: Sequence[tuple[str, int]], place: tuple[int, int]) -> tuple[int, int]:
    """The printed words of some words that are compared; of none the place where they would stand."""
    first, last = place
    if first < last:
        return words[first][1], words[last - 1][1] + 1
    at = words[first - 1][1] + 1 if first else 0
    return at, at


def _tells(printed: Sequence[str]) -> bool:
    return any(word not in FUNCTION_WORDS for shown in printed for word in comparable_words(shown))

"""The words of a calendar date or a time of the clock, each read by itself: ``early``, ``Sunday``, ``19 October``.

An atom knows nothing of the article's date or of its neighbours; ``date_expressions`` joins atoms and resolves them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from divergence.facts.time.moment import Moment
from divergence.lexicon import calendar
from divergence.model.fact import Hedge

Shift = tuple[int, int, str]
"""Least and most distance from the day of publication, and the unit: ``two days ago`` is (-2, -2, "D")."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One stretch of text that says something about time."""

    start: int
    end: int
    moment: Moment
    rule: str
    bias: str = ""
    """``last``, ``next`` or ``this``, where the text says which of many such times is meant."""
    shift: Shift | None = None
    hedge: Hedge = Hedge.EXACTLY
    weak: bool = False
    """Means a time only beside another atom or after a word that says so: ``night``, ``1990``, ``may``."""


Read = Callable[[re.Match[str]], Iterator[Atom]]
Rule = tuple[str, re.Pattern[str], Read]


def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern: letter case is ignored, since headlines and agencies print in capitals."""
    return re.compile(pattern, re.IGNORECASE)


S = r"\s{1,3}"


def _names(table: Mapping[str, int]) -> str:
    """A pattern of full names, and of abbreviations with their dot if they have one."""
    full = "|".join(n for n in table if len(n) > 5 or n in {"march", "april", "may", "june", "july"})
    short = "|".join(sorted((n for n in table if n not in full.split("|")), key=len, reverse=True))
    return rf"(?:(?:{full})(?![a-z])|(?:{short})(?![a-z])\.?)"


MONTH = _names(calendar.MONTHS)
WEEKDAY = _names(calendar.WEEKDAYS)
YEAR = r"(?:(?:1[4-9]|20)\d\d|(?<=by\s)21\d\d|(?<=until\s)21\d\d)(?![\d%]|,\d|\.\d|-\d)"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
EDGE = (
    r"(?:(?P<edge>early(?:\s(?:in|on))?|later?(?:\s(?:in|on))?|mid|earlier(?:\s(?:in|on))?|(?:the\s)?"
    r"(?:very\s)?(?:beginning|start|end|middle|close|early\s(?:morning\s)?hours|small\shours|first\shours|last\shours)\sof(?:\sthe)?)"
    r"[\s\-]{1,2})?"
)
EDGES = {
    **dict.fromkeys(("ea", "be", "st", "sm", "fi"), "START"),
    "mi": "MID",
    "la": "END",
    "en": "END",
    "cl": "END",
}
BIAS = {
    "past": "last",
    "previous": "last",
    "coming": "next",
    "following": "next",
    "upcoming": "next",
    "current": "this",
}


def edge_of(match: re.Match[str]) -> str:
    """START, MID or END, as the words before a stretch say; *later this week* is after now, not late in the week."""
    words = (match["edge"] or "").lower().removeprefix("the ").removeprefix("very ")
    return "" if words.startswith(("earlier", "later")) else EDGES.get(words[:2], "")


def bias_of(match: re.Match[str]) -> str:
    """Which of many such times is meant, as printed before it."""
    word = (match["bias"] or "").lower().split()
    return BIAS.get(word[-1], word[-1]) if word else ""


def year_of(text: str | None) -> int | None:
    """A printed year; two digits mean the century that lies nearer to our time (``89`` is 1989, ``15`` is 2015)."""
    digits = (text or "").strip("'’ ,")
    if not digits:
        return None
    return int(digits) if len(digits) > 2 else int(digits) + (1900 if int(digits) >= 50 else 2000)


def month_of(text: str) -> int:
    return calendar.MONTHS[text.lower().rstrip(".")]


def weekday_of(text: str | None) -> int | None:
    return calendar.WEEKDAYS[text.lower().rstrip(".")] if text else None


def day_of(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def atom(match: re.Match[str], moment: Moment, rule: str) -> Atom:
    """An atom of the whole match."""
    return Atom(match.start(), match.end(), moment, rule)

"""Months that are first names: ``spoke to April Jones``."""

from __future__ import annotations

from divergence.language.parsed import Parsed
from divergence.lexicon.calendar import MONTHS
from divergence.lexicon.name_lists import is_surname

_MONTHS = frozenset("April May June August".split())
_BEFORE_TIMES = frozenset(
    "in since until till from during before after through throughout last next this early late mid between".split()
)
TO_WHOM = frozenset("to for by about of".split())
"""Prepositions before a month that stand before persons as well."""
_OF_CALENDARS = frozenset("day bank week".split())
"""Words behind a month that name a day or a week of it: ``May Day``, ``the August Bank Holiday``."""


def is_month_in_name(parsed: Parsed, at: int) -> bool:
    """Whether a month at a token is the first name of the surname behind it, by the parser and what stands before."""
    if parsed.tokens[at].text not in _MONTHS or at + 1 >= len(parsed.tokens):
        return False
    surname = parsed.tokens[at + 1]
    first = parsed.sentences[surname.sentence].first
    before = [t.lower.rstrip(".") for t in parsed.tokens[max(first, at - 2) : at]]
    acts = before[-1:] and before[-1] in TO_WHOM and surname.dep.startswith("nsubj")
    tied = parsed.tokens[at].head == surname.index and surname.lower not in _OF_CALENDARS
    return bool(tied and not acts) and not _tells_when(before) and _is_known(parsed, surname.index)


def _tells_when(before: list[str]) -> bool:
    """Whether the words before a month make it a time: ``in``, or the first end of a stretch, ``March to``."""
    if before and before[-1] in _BEFORE_TIMES:
        return True
    return len(before) == 2 and before[1] in {"to", "and", "or"} and (before[0] in MONTHS or before[0].isdigit())


def _is_known(parsed: Parsed, at: int) -> bool:
    """Whether a word is a surname that many have, or stands in somebody's name."""
    word = parsed.tokens[at].text
    return is_surname(word) or any(n.label == "PERSON" and n.first <= at < n.last for n in parsed.names)

"""Lines that say when an article was published: ``Updated: July 02, 2013 15:50 IST``, ``3 Oct 2016``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from enum import IntEnum

from divergence.ingest.dates import DAY, MONTH, YEAR, find_date

LONGEST = 120
"""Characters."""

AGENCY = (
    r"(?:AP|AFP|CNN|Reuters|REUTERS|dpa|DPA|PTI|ANI|IANS|UPI|EFE|TASS|Xinhua|ANSA|Kyodo(?: News)?|Bloomberg|TNN|SANA"
    r"|Anadolu|(?:The )?Associated Press|Agence France-Presse)"
)

_TIME = r"\d{1,2} {0,2}[:.] {0,2}\d\d(?: ?: ?\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?"
_ZONE = r"(?:[ECMP][SD]?T|GMT|UTC|[BI]ST|CES?T|hrs?|hours|Z)\b(?: ?[+-]\d{1,2}(?: ?: ?\d{1,2})?)?"
_WORD = (
    r"(?:updated?|published|posted|modified|revised|created|issued|filed|first|last|date|of|publication|on|at|and|as|original(?:ly)?"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b\.?"
)
_NUMERIC = r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d)(?!\d)"
_NAMELESS = [re.sub(r"\(\?P<\w+>", "(?:", part) for part in (MONTH, DAY, YEAR)]
_MONTH, _DAY, _YEAR = _NAMELESS
TOKEN = re.compile(
    rf"{_NUMERIC}|{_TIME}|{_YEAR}(?!\d)|{_DAY}(?!\d)|{_MONTH}\b|{_WORD}|{_ZONE}|[|,;:()/–—•·-]", re.IGNORECASE
)
SAYS_WHEN = re.compile(
    rf"{_NUMERIC}|{_TIME}|{_MONTH},? {{1,3}}{_DAY}(?!\d)|{_DAY}(?: of)? {{1,3}}{_MONTH}\b|{_MONTH} {{1,3}}{_YEAR}",
    re.IGNORECASE,
)
BROKEN_OFF = re.compile(rf"(?:on|at|in) {_MONTH},? {{1,3}}{_DAY}(?!\d)\.?$", re.IGNORECASE)
"""The end of a sentence that was broken into lines: ``on Feb. 23.``"""
_LABEL = re.compile(
    r"(?P<first>published|posted|filed|issued|created|publication)|(?P<change>updated?|modified|revised|edited)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|BY) (?:[^.!?]|\b[A-Z]\.){3,60}?[ ,|·•–-]{1,4}(?=\S)")
PUBLISHED = re.compile(
    r"(?:(?:last |first )?(?:updated|published|posted)|date of publication)(?: on| at)?:? {1,3}", re.IGNORECASE
)
OPENING = re.compile(rf"(?:{AGENCY} {{1,3}})?")


def is_stamp(text: str) -> bool:
    """Whether a paragraph says nothing but when."""
    if len(text) > LONGEST or SAYS_WHEN.search(text) is None or BROKEN_OFF.match(text):
        return False
    return _stamped(text) == len(text)


def _stamped(text: str) -> int:
    """How far the text goes on in words of dates and times."""
    at = 0
    while at < len(text):
        if text[at].isspace() or text[at] == ".":
            at += 1
            continue
        match = TOKEN.match(text, at)
        if match is None:
            return at
        at = match.end()
    return at


def leading_stamp(text: str) -> tuple[str, int] | None:
    """The date glued before a paragraph's first sentence, and where that sentence begins.

    ``3 Oct 2016 At least 20 people were killed``: a full date, then a sentence of its own. ``On 3 October 2016
    rebels attacked`` and ``4 July 1776 was a Thursday`` are story, not stamp.
    """
    agency = OPENING.match(text)
    start = agency.end() if agency else 0
    says = PUBLISHED.match(text, start)
    start = says.end() if says else start
    found = find_date(text[: start + 60])
    if found is None or found[1] != start:
        return None
    rest = re.compile(r"[ \t\n\r]{1,5}(?=[A-Z0-9“‘\"'])").match(text, found[2])
    return (found[0], rest.end()) if rest else None


class StampKind(IntEnum):
    """What a line says of the day that it prints, the surest first."""

    PUBLISHED = 0
    NOTHING = 1
    CHANGED = 2


_SAID = {"first": StampKind.PUBLISHED, "change": StampKind.CHANGED}


def day_of(lines: Iterable[str], changed: Container[str] = ()) -> tuple[str, StampKind] | None:
    """The day on which lines say that an article was published: in so many words, else without, else a later one.

    ``changed`` are days of which it is known that they are later ones, where a line does not say what they are.
    """
    days = [(told, day) for line in lines for day, told in _days(line)]
    known = [(StampKind.CHANGED if told == StampKind.NOTHING and day in changed else told, day) for told, day in days]
    best = min((told for told, _ in known), default=None)
    return next(((day, told) for told, day in known if told == best), None)


def _days(line: str) -> Iterator[tuple[str, StampKind]]:
    """The full dates of a line that says nothing but when and by whom, each with what stands before it."""
    byline = _BYLINE.match(line)
    rest = line[byline.end() :] if byline else line
    if not is_stamp(rest):
        return
    while found := find_date(rest):
        labels = [m.lastgroup for m in _LABEL.finditer(rest[: found[1]])]
        yield found[0], _SAID.get(labels[-1] or "", StampKind.NOTHING) if labels else StampKind.NOTHING
        rest = rest[found[2] :]

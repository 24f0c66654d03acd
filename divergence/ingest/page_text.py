"""Marks of a page whose meaning an extraction would lose, written so that it keeps them.

Only tags and spaces change here, or a raised number gets the brackets that set it off from the number before it.
"""

from __future__ import annotations

import re
from html import unescape

from divergence.ingest.page_blocks import plain_blocks
from divergence.ingest.page_guard import TAG
from divergence.ingest.page_tables import without_layout_tables
from divergence.lexicon.spelling import GROUPING

HELD = "\ue0a0"
"""Stands for a space inside a number while a page is taken apart, where every other space is only white space."""
GAP = re.compile(rf"(?<=\d)(?:[{GROUPING}]|&#?\w{{2,20}};)(?=\d{{3}}(?!\d))")
RAISED = re.compile(
    r"<sup\b[^<>]{0,400}+>((?:[^<>]{1,40}+|</?(?:a|span|i|b|em|small|strong)\b[^<>]{0,400}+>){1,12}+)</sup\s*>",
    re.IGNORECASE,
)
NOTE = re.compile(r"[\[(]?((?:\d{1,3}|[a-z])(?:[,;]\s?\d{1,3}|[,;]\s?[a-z]){0,5})[\])]?")
DROP_CAP = re.compile(
    r"<(div|p|span|h[1-6]|font|big|b|strong|em|i)\b[^<>]{0,400}+>\s*([A-Z])\s*</\1\s*>(?=[a-z])", re.IGNORECASE
)
"""A first letter set apart from the rest of its word."""
POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MEASURED = re.compile(
    r"(?:\b[kcmd]?m|(?<![a-z])[a-hj-z]|\d ?(?:ft|mi|in|yd|s|sec|metres?|meters?|feet|miles?)|(?<!\d)10)\Z",
    re.IGNORECASE,
)
"""What a raised number is the power of: a unit, one letter, or ten."""


def kept(page: str) -> str:
    """The page with spaces inside numbers, raised numbers and the columns of its layout made plain."""
    return plain_blocks(without_layout_tables(RAISED.sub(_set_off, GAP.sub(_held, DROP_CAP.sub(r"\2", page)))))


def released(text: str) -> str:
    """A text taken out of such a page, its spaces inside numbers as they were."""
    return text.replace(HELD, "\u00a0")


def _held(match: re.Match[str]) -> str:
    """The sign for a space inside a number, however the page writes that space."""
    return HELD if unescape(match[0]) in GROUPING else match[0]


def _set_off(match: re.Match[str]) -> str:
    """A raised number as a power after a unit, and as the mark of a note after anything else."""
    raised = TAG.sub("", match[1]).strip()
    note = NOTE.fullmatch(raised)
    if note is None:
        return match[0]
    before = match.string[max(0, match.start() - 8) : match.start()]
    marks = re.split(r"[,;]\s?", note[1])
    if marks[0].isdigit():
        power = raised.isdigit() and len(raised) == 1 and MEASURED.search(before)
        return raised.translate(POWERS) if power else "".join(f"[{mark}]" for mark in marks)
    return "".join(f"[^{mark}]" for mark in marks) if before[-1:].isdigit() else match[0]

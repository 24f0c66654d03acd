"""Marks of a page whose meaning an extraction would lose, written so that it keeps them.

Only tags and spaces change, or a raised number gets the brackets that set it off from the number before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from divergence.ingest.page_guard import TAG
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
CELLS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
PARTED = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "table"))
"""Elements of which a cell that holds two, or one table, is a column of the page."""


def kept(page: str) -> str:
    """The page with spaces inside numbers, raised numbers and the columns of its layout made plain."""
    return without_layout_tables(RAISED.sub(_set_off, GAP.sub(_held, DROP_CAP.sub(r"\2", page))))


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


@dataclass(slots=True)
class _Table:
    """An open table: where its own tags stand, and what its present cell holds."""

    tags: list[int] = field(default_factory=list)
    parts: int = 0
    is_layout: bool = False


def without_layout_tables(page: str) -> str:
    """The page with tables whose cells are columns of it, not values, turned into boxes."""
    tags = list(TAG.finditer(page))
    boxes = _layout(tags)
    if not boxes:
        return page
    pieces, at = [], 0
    for number in sorted(boxes):
        tag = tags[number]
        pieces += [page[at : tag.start()], f"<{tag[1]}div{tag[3]}>"]
        at = tag.end()
    return "".join([*pieces, page[at:]])


def _layout(tags: list[re.Match[str]]) -> set[int]:
    """Numbers of the tags that belong to tables of layout."""
    tables: list[_Table] = []
    found: set[int] = set()
    for number, tag in enumerate(tags):
        name, closes = tag[2].lower(), bool(tag[1])
        if tables and name in PARTED and not closes:
            tables[-1].parts += 2 if name == "table" else 1
            tables[-1].is_layout |= tables[-1].parts > 1
        if name == "table" and not closes:
            tables.append(_Table())
        if tables and name in CELLS:
            tables[-1].tags.append(number)
            tables[-1].parts = 0 if name in ("td", "th") else tables[-1].parts
        if name == "table" and closes and tables:
            found |= _of_layout(tables.pop())
    return found.union(*map(_of_layout, tables))


def _of_layout(table: _Table) -> set[int]:
    return set(table.tags) if table.is_layout else set()

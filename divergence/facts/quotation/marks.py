"""Finds what stands between quotation marks: curly, straight, angled, single, re-opened at paragraphs, never closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_OPEN = re.compile(
    r"[“«„]|(?<![\w.,!?…'’”])\"(?=[\w$£€(\[.…'‘\-])(?!(?:said|says|added|told)\b)|(?<![^\s(\[—–\-])``(?=\S)"
)
_CLOSE = {
    "“": re.compile('”|(?<=[,.!?])“(?=\\s)|[“„](?=[A-Z])|"'),
    "„": re.compile("[“”]"),
    "«": re.compile("»"),
    '"': re.compile('["”]'),
    "``": re.compile("''"),
}
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?…’'])[‘'](?=[\w(])(?!\d0s|em\b|til\b|tis\b|twas\b)")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…])[’'](?![\w])")
_OWNED = re.compile(
    r"s[’'] (?!said\b|says\b|he\b|she\b|they\b|and\b|but\b|in\b|to\b|at\b|on\b|for\b|as\b|after\b|of\b)[a-z]"
)
"""A plural owner before what it owns."""
_LONGEST = 3000
"""Characters of a quotation in one paragraph, at most; what runs longer has lost its closing mark."""
_SINGLE_LONGEST = 600
"""Characters of the longest quotation of which only one mark is found."""
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: offsets of what stands between the marks, and whether the quotation goes on or lost its end."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    """Offsets with the marks."""
    continues: bool = False
    """Whether it has no closing mark because the next paragraph opens it anew."""
    closed: bool = True


_UNOPENED = re.compile(
    r"(?<=[\w,!?])[”\"](?=,?\s(?:said|says|added|told|according|[Hh]e\s|[Ss]he\s|they\s|the\s\w{1,20}\s(?:said|added)))"
)


def quoted(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quoted, ...]:
    """All quotations of a text, one stretch a paragraph, in order. Linear in the text's length."""
    found: list[Quoted] = []
    for number, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[number + 1][0]] if number + 1 < len(paragraphs) else ""
        double = list(_doubles(text, start, end, following in set('“"«„')))
        taken = [(q.outer_start, q.outer_end) for q in double]
        double += [q for q in _unopened(text, start, end) if not any(a < q.outer_end and q.start < b for a, b in taken)]
        taken = [(q.outer_start, q.outer_end) for q in double]
        found += double
        found += [q for q in _singles(text, start, end) if not any(a < q.end and q.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _doubles(text: str, start: int, end: int, reopened: bool) -> Iterator[Quoted]:
    at = start
    while opening := _OPEN.search(text, at, end):
        mark, inside = opening[0], opening.end()
        closing = _CLOSE[mark].search(text, inside, min(end, inside + _LONGEST))
        if closing:
            reopens = closing[0] in "“„" and mark == "“"
            yield Quoted(inside, closing.start(), opening.start(), closing.start() if reopens else closing.end())
            at = closing.start() if reopens else closing.end()
        else:
            yield _unclosed(text, opening, end, reopened)
            return


def _unclosed(text: str, opening: re.Match[str], end: int, reopened: bool) -> Quoted:
    """A quotation without its closing mark: to the paragraph's end if the next one goes on, else to its sentence's."""
    inside = opening.end()
    if reopened and end - inside <= _LONGEST:
        return Quoted(inside, end, opening.start(), end, continues=True)
    stop = _SENTENCE_END.search(text, inside, min(end, inside + _LONGEST))
    last = stop.end() if stop else min(end, inside + _SINGLE_LONGEST)
    return Quoted(inside, last, opening.start(), last, closed=False)


def _unopened(text: str, start: int, end: int) -> Iterator[Quoted]:
    """A closing mark before its speaker whose opening mark was lost: the quotation starts with its sentence."""
    for closing in _UNOPENED.finditer(text, start, end):
        before = list(_SENTENCE_END.finditer(text, max(start, closing.start() - _SINGLE_LONGEST), closing.start()))
        first = before[-1].end() if before else max(start, closing.start() - _SINGLE_LONGEST)
        first += len(text[first : closing.start()]) - len(text[first : closing.start()].lstrip())
        if first < closing.start():
            yield Quoted(first, closing.start(), first, closing.end(), closed=False)


def _closing(text: str, opening: re.Match[str], end: int) -> re.Match[str] | None:
    """Where single marks close: not at the apostrophe of a plural owner (``the soldiers’ duty``), if a mark follows."""
    first = closing = _SINGLE_CLOSE.search(text, opening.end() + 1, end)
    following = _SINGLE_OPEN.search(text, first.end(), end) if first else None
    last = following.start() if following else end
    while closing and _OWNED.match(text, closing.start() - 1):
        closing = _SINGLE_CLOSE.search(text, closing.end(), last)
    return closing or first


def _singles(text: str, start: int, end: int) -> Iterator[Quoted]:
    """Single marks, as British papers and headlines use them; an apostrophe neither opens nor closes."""
    at = start
    while opening := _SINGLE_OPEN.search(text, at, end):
        closing = _closing(text, opening, min(end, opening.end() + _SINGLE_LONGEST))
        if not closing:
            return
        words = text[opening.end() : closing.start()]
        if " " in words or text[closing.start() - 1] in ",.!?" or opening[0] == "‘":
            yield Quoted(opening.end(), closing.start(), opening.start(), closing.end())
        at = closing.end()

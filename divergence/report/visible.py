"""Hidden characters made visible, so that no text can disguise what it says.

Directional controls, zero-width characters and control codes can reorder or hide what a reader sees (the attack
known as Trojan Source). A report shows each as its code point, in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

_ALWAYS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"  # control codes, but tab, newline, carriage return and next line
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f"
)
_JOINERS = "\u200c\u200d"  # spelling in Persian, Hindi and emoji: hidden only between letters that never join
HIDDEN = re.compile(f"[{_ALWAYS}]|(?<=[\x20-\u024f])[{_JOINERS}]|[{_JOINERS}](?=[\x20-\u024f])|[{_JOINERS}]\\Z")


def code_point(character: str) -> str:
    """The Unicode notation of one character: ``U+202E``."""
    return f"U+{ord(character):04X}"


def visible(text: str) -> str:
    """The text with each hidden character as its code point in brackets, on one line."""
    shown = HIDDEN.sub(lambda match: f"[{code_point(match.group())}]", text)
    return " ".join(shown.split())


def isolate(text: str) -> str:
    """The text between directional isolates if it has letters that run from right to left, else unchanged.

    For formats without markup of direction: it keeps such a name from reordering the words around it.
    """
    return f"\u2068{text}\u2069" if any(bidirectional(c) in ("R", "AL") for c in text) else text


def split_hidden(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text at its hidden characters: pairs of plain text and "", or "" and a code point."""
    position = 0
    for match in HIDDEN.finditer(text):
        if match.start() > position:
            yield text[position : match.start()], ""
        yield "", code_point(match.group())
        position = match.end()
    if position < len(text):
        yield text[position:], ""

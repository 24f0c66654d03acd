"""Values below nought: ``-0.3%``, ``minus 38 degrees``, ``negative 3 percent``."""

from __future__ import annotations

import re

from divergence.facts.quantity.measured import Measured

_SIGN = re.compile(r"(?:^|(?<=[\s(\[“\"/]))[-−–]$")
"""A sign right on the digits, or on the currency before them; a dash or a hyphen inside a word is none."""
_WORD = re.compile(r"\b(?:minus|negative)[ -]$", re.IGNORECASE)
_AMOUNTING = re.compile(r"\b(?:of|at|to|was|were|is|are|show(?:s|ed)?|reads?|stood at|reached)[ ]\Z")
"""Before a sum below nought that a dash marks (*a balance of –$450*); elsewhere a dash is a dash."""
_SIGNED = frozenset({"percent", "money", "temperature", "angle"})
"""What is told below nought; ``-5`` people is a list, and ``minus two players`` leaves them out."""


def sign_before(text: str, first: Measured) -> int | None:
    """Where the sign of a value below nought begins, or None for a value above."""
    if first.dimension not in _SIGNED:
        return None
    window = max(0, first.start - 10)
    match = _SIGN.search(text, window, first.start) or _WORD.search(text, window, first.start)
    if match is None:
        return None
    if match[0] == "–" and first.dimension == "money" and not _AMOUNTING.search(text, 0, match.start()):
        return None
    return match.start()

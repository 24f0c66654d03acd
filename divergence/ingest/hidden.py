"""Characters that a reader does not see or cannot tell apart, but that decide whether two words are the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

HIDDEN = {
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c", "writing direction"),
    **dict.fromkeys("\u200b\u200c\u2060\ufeff\u00ad\u180e\u2061\u2062\u2063\u2064", "no width"),
}
MIXED = re.compile(r"[A-Za-z][\u0370-\u03ff\u0400-\u04ff]|[\u0370-\u03ff\u0400-\u04ff][A-Za-z]")
"""A Latin letter beside a Greek or Cyrillic one: look-alikes inside a word."""


def hidden_characters(text: str) -> str:
    """What a reader cannot see in a text but a comparison meets, in words; empty where there is nothing."""
    counts: Counter[str] = Counter(HIDDEN[c] for c in text if c in HIDDEN)
    counts["look-alike letters"] = sum(1 for _ in MIXED.finditer(text))
    counts["digits of other scripts"] = sum(1 for c in text if ord(c) > 127 and unicodedata.category(c) == "Nd")
    found = [f"{name} ({count})" for name, count in sorted(counts.items()) if count]
    return (
        f"has characters that a reader cannot tell: {', '.join(found)}. Compare its values with care." if found else ""
    )

"""Reasons as a reader is given them: plain sentences."""

from __future__ import annotations

import re

OF_WHAT = re.compile(r"(?<= cannot both be right of one )[\w ]+$")
"""What two values cannot both be right of, which the heading says; that it is one fact stays a condition."""
ENDED = re.compile(r"[.!?…][”’)\"]*$")


def sentence(reason: str) -> str:
    """A reason as a sentence: with a capital and a full stop; an empty one stays empty."""
    plain = OF_WHAT.sub("and the same fact", reason.strip())
    if not plain:
        return ""
    return plain[:1].upper() + plain[1:] + ("" if ENDED.search(plain) else ".")

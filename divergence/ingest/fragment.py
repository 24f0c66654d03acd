"""Pieces of HTML that hold a text and nothing around it, as in feeds and word-processor files, to paragraphs."""

from __future__ import annotations

import re
from html import unescape

from divergence.ingest.left_out import COMMENT, INLINE, UNSEEN
from divergence.ingest.page_guard import TAG

BREAK = "\x1f"
LINES = re.compile(r"(?:<br\b[^<>]*+>\s{0,99}){2,99}|\n\s{0,99}\n", re.IGNORECASE)


def blocks(fragment: str) -> list[str]:
    """The paragraphs of a fragment, without its tags; text without any tag is parted at its blank lines."""
    shown = COMMENT.sub(" ", UNSEEN.sub(" ", fragment.replace(BREAK, " ")))
    parts = TAG.sub(_edge, LINES.sub(BREAK, shown)).split(BREAK)
    return [text for part in parts if (text := " ".join(unescape(part).split()))]


def _edge(tag: re.Match[str]) -> str:
    """What a tag leaves between the texts beside it."""
    name = tag[2].lower()
    return " " if name == "br" else "" if name in INLINE else BREAK

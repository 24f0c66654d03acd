"""Web pages made harmless before a parser meets them.

The parser under trafilatura reads nothing at all of a page nested more than some 250 deep, without an error, and takes
quadratic time over the attributes of one tag. Both are cured by dropping tags, never text.
"""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 200
MOST_TAGS = 200_000
DEEPEST = 60
"""Open elements below which a flattened page keeps no more tags; pages of newspapers nest 20 to 40 deep."""

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40}+)([^<>]*+)>")
XML_DECLARATION = re.compile(r"\A\s{0,99}<\?xml[^>]{0,200}\?>")
INVISIBLE = re.compile(r"<(script|style|noscript|template|head)\b[^<>]*+>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())


def harmless(page: str) -> str | None:
    """The page without what a parser chokes on; None for one with too many tags to be an article's."""
    page = XML_DECLARATION.sub("", page).replace("\0", "\ufffd")
    tags = 0

    def trimmed(match: re.Match[str]) -> str:
        nonlocal tags
        tags += 1
        few = len(match[3]) < 2 * MOST_ATTRIBUTES or len(match[3].split()) <= MOST_ATTRIBUTES
        return match[0] if few else f"<{match[1]}{match[2]}>"

    page = TAG.sub(trimmed, page)
    return page if tags <= MOST_TAGS else None


def visible(page: str) -> str:
    """The text between the tags, as a yardstick for what an extraction has missed."""
    return " ".join(TAG.sub(" ", INVISIBLE.sub(" ", page)).split())


def flattened(page: str) -> str:
    """The page with every tag below ``DEEPEST`` open elements replaced by a line break."""
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in VOID or match[3].endswith("/"):
            return match[0] if depth <= DEEPEST else "<br>"
        deep = depth > DEEPEST if match[1] else depth >= DEEPEST
        depth = max(0, depth - 1) if match[1] else depth + 1
        return "<br><br>" if deep else match[0]

    return TAG.sub(kept, page)

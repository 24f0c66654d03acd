"""What parts the paragraphs of a page, in elements of which an extraction keeps the edges.

Two line breaks, a rule, a box of a site's own making: a reader sees a paragraph, an extraction joins two words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from divergence.ingest.page_guard import TAG

_BLANK = r"(?:\s|&nbsp;|&#160;|\u00a0){0,99}"
_BREAK = r"<br\b[^<>]{0,200}>"
BREAKS = re.compile(rf"(?:{_BREAK}{_BLANK}){{2,99}}|<hr\b[^<>]{{0,200}}>", re.IGNORECASE)
AFTER_SENTENCE = re.compile(
    rf"""(?<=[.!?…"”’)])(?P<closed>(?:\s{{0,9}}</(?:a|b|em|i|span|strong|u)\s{{0,9}}>){{0,4}}){_BLANK}{_BREAK}"""
    rf"(?={_BLANK}(?:<(?!/?(?:p|div)\b)[^<>]{{1,200}}>){{0,4}}[A-Z0-9“‘\"•*–-])",
)
HEADED = re.compile(rf"(?P<closed></(?:b|strong|h[1-6])\s{{0,9}}>){_BLANK}{_BREAK}", re.IGNORECASE)
BREAK = re.compile(rf"{_BREAK}", re.IGNORECASE)
FONT = re.compile(r"</?font\b[^<>]*+>", re.IGNORECASE)
PREFORMATTED = re.compile(r"<pre\b[^<>]*+>(?!\s{0,99}<code\b).*?(?=</pre\b|\Z)", re.IGNORECASE | re.DOTALL)
BLANK_LINE = re.compile(r"\n[ \t\r]{0,99}\n")
PARTED = "<p >"
"""A paragraph that begins where the page had none of its own."""
_INLINE = r"(?:a|abbr|b|em|i|small|span|strong|u)\b[^<>]{0,400}"
UNPARTED = re.compile(
    r"(?P<open><(?:div|article|main|td|body|dd|li|center|section)\b[^<>]{0,600}>)"
    rf"(?P<text>\s*+(?:[^<\s][^<]*+|<(?:{_INLINE}|/{_INLINE}|br ?/?)>[^<]*+){{1,200}}+)(?={PARTED})",
    re.IGNORECASE,
)
"""Text before the first such paragraph of a box, which is one too."""
ALWAYS = frozenset(("section", "center", "fieldset", "address"))
SHOWN_AS_BLOCK = re.compile(
    r"display\s{0,3}:\s{0,3}(?:block|flex|grid|table|list-item)|class\s{0,3}=[^<>]{0,200}?\bpara(?:graph)?s?\b",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.!?…][\"'”’)\]]{0,3}$")


def plain_blocks(page: str) -> str:
    """The page with its paragraphs parted by tags that every reader of pages knows."""
    page = PREFORMATTED.sub(lambda match: BLANK_LINE.sub(PARTED, match[0]), FONT.sub("", page))
    parted = HEADED.sub(rf"\g<closed>{PARTED}", AFTER_SENTENCE.sub(rf"\g<closed>{PARTED}", BREAKS.sub(PARTED, page)))
    return _as_boxes(BREAK.sub("<br> ", UNPARTED.sub(_begun, parted)))


def _begun(match: re.Match[str]) -> str:
    """The text in a paragraph of its own, unless an element in it goes on after it."""
    goes_on = sum(-1 if tag[1] else 1 for tag in TAG.finditer(match["text"]) if tag[2].lower() != "br")
    return match[0] if goes_on else f"{match['open']}<p>{match['text']}"


def _as_boxes(page: str) -> str:
    """The page with every element that a browser shows as a box, whatever its name, as a plain one."""
    tags = list(TAG.finditer(page))
    boxes = sorted(_boxes(page, tags))
    pieces, at = [], 0
    for number in boxes:
        tag = tags[number]
        pieces += [page[at : tag.start()], f"<{tag[1]}div{tag[3]}>"]
        at = tag.end()
    return "".join([*pieces, page[at:]])


def _boxes(page: str, tags: list[re.Match[str]]) -> Iterator[int]:
    """Numbers of the tags of such elements."""
    opened: dict[str, list[int]] = {}
    for number, tag in enumerate(tags):
        name = tag[2].lower()
        if name in ALWAYS:
            yield number
        elif (name == "span" or "-" in name) and not tag[1]:
            opened.setdefault(name, []).append(number)
        elif opened.get(name) and tag[1]:
            start = opened[name].pop()
            if _is_box(tags[start], page[tags[start].end() : tag.start()]):
                yield from (start, number)


def _is_box(tag: re.Match[str], held: str) -> bool:
    """Whether a span says that it is shown as one, or an element of a site's own holds a sentence."""
    if tag[2].lower() == "span":
        return SHOWN_AS_BLOCK.search(tag[3]) is not None
    return ENDED.search(TAG.sub("", held[-600:]).strip()) is not None

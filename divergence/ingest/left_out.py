"""How much of a page's running text a reading leaves out, and what of it plainly belongs to the article.

The yardstick knows nothing of articles: it takes every paragraph that reads like prose, wherever a page keeps it, so
that text lost by its element's name, by a broken tag or by the extraction itself is measured in the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import count

from divergence.ingest.page_guard import TAG
from divergence.ingest.page_text import released
from divergence.ingest.share import ENDED, Shingle, index, known_words, words

FEWEST_WORDS = 3
"""Words of the shortest paragraph that counts as prose."""
UNENDED = 25
"""Words of the shortest one that does not end as a sentence does."""
MOST_LINKED = 0.5
MOST_CODE = 0.01
"""Share of its characters from which on a paragraph is code."""
LONGEST_OF_A_SITE = 160
"""Words of the longest paragraph in which a site speaks of itself."""
READ = 0.5
"""Share of its words from which on a paragraph is one that was read, if not in full."""
SHORT = 12
"""Words of the longest paragraph that must have been read in full, or as a block not much longer than it is."""
SMALL = 0.15
"""Share of a page's prose up to which what stands between its paragraphs may be advertisements and pointers."""

UNSEEN = re.compile(r"<(script|style|svg|select|textarea|title)\b[^<>]*+>(.*?)(</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
SWALLOWED = re.compile(r"(?<![\"'`\\(+])<p\b[^<>]{0,200}>((?:[^<{}\\]|<(?!/?p\b))*+)</p\s*>", re.IGNORECASE)
"""A paragraph in a script; those that a script would write stand in quotes."""
SRCDOC = re.compile(r"""<iframe\b[^<>]*?\bsrcdoc\s{0,9}=\s{0,9}(?:"([^"]*+)"|'([^']*+)')""", re.IGNORECASE)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp"
    " small span strike strong sub sup time tt u var wbr".split()
)
BOXES = frozenset(
    "article aside body button details dialog div figure footer form header iframe main nav noscript section".split()
)
LISTS = frozenset(("ul", "ol", "table"))
"""Boxes of their own where they say that they stand beside the story."""
BESIDE = re.compile(
    r"""\b(?:class|id)\s{0,9}=\s{0,9}["']?[^"'<>]{0,200}?(?<![a-z])(?:ads?|advert\w{0,12}|sponsor\w{0,8}|promo\w{0,8}"""
    r"|related|comment\w{0,8}|caption\w{0,8}|credits?|shar(?:e|ing)|social|newsletter|byline|author)(?![a-z])",
    re.IGNORECASE,
)
"""The attributes of an element that says it stands beside the story."""
OF_THE_SITE = re.compile(
    r"""\b(?:class|id|role)\s{0,9}=\s{0,9}["']?[^"'<>]{0,200}?(?<![a-z])(?:nav\w{0,9}|menu|bread-?crumbs?|tags?|topics|tabs?"""
    r"|tool(?:bar|s)|pag(?:er|ination)|meta|foot(?:er)?|links?|categor(?:y|ies))(?![a-z])",
    re.IGNORECASE,
)
"""The attributes of a list by which one finds one's way about a site."""
FEWEST_LISTED = 2
"""Words of the shortest item of a list of statements."""
FEWEST_STATED = 4
"""Words of an item by which a list is one of statements, where it does not end as a sentence does."""
COMMENTS = re.compile(
    r"""\b(?:class|id)\s{0,9}=\s{0,9}["']?[^"'<>]{0,200}?(?<![a-z])(?:comments?|disqus)(?![a-z])""", re.IGNORECASE
)
CODE = re.compile(r"[{}<>\\=]")
OF_A_SITE = re.compile(
    r"©|\b(?:cookies?|javascript|privacy policy|terms of (?:use|service)|all rights reserved|newsletters?|inbox"
    r"|subscri(?:be|ption)s?|sign(?:ing)? up|log in|sign in|ad ?blocker)\b",
    re.IGNORECASE,
)
"""Words by which a site speaks of itself: what it says there is no part of any article."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text in a page."""

    text: str
    box: int
    """Number of the innermost box that holds it."""
    beside: bool = False
    """Whether its own element says that it stands beside the story."""
    linked: bool = False
    """Whether it is a link for the most part."""
    comment: bool = False
    """Whether a box of readers' comments holds it."""
    listed: bool = False
    """Whether it reads like running text only as an item of its list."""


@dataclass(frozen=True, slots=True)
class Covered:
    """A paragraph of a page beside what was read of it."""

    prose: Prose
    words: int
    missing: int
    """Words that were not read."""
    block: int | None
    """Number of the block that has it; None where none has ``READ`` of it."""


def covered(shown: Iterable[Prose], blocks: Sequence[str]) -> tuple[Covered, ...]:
    """A page's prose beside the blocks that were read."""
    known = index(blocks)
    sizes = [len(words(block)) for block in blocks]
    found = [_covered(paragraph, known, sizes) for paragraph in shown]
    boxes = {one.prose.box for one in found if one.block is not None}
    return tuple(one for one in found if not (one.prose.linked or one.prose.listed) or one.prose.box in boxes)


def share_missing(found: Sequence[Covered]) -> float:
    """The share of all words that was not read; readers' comments below the story count once they are a large one."""
    shown = max(1, sum(one.words for one in found))
    last = max((number for number, one in enumerate(found) if one.block is not None), default=len(found))
    comments = sum(one.missing for one in found[last:] if one.prose.comment)
    missing = sum(one.missing for one in found)
    return (missing if comments > SMALL * shown else missing - comments) / shown


def with_the_rest(blocks: Sequence[str], found: Sequence[Covered]) -> list[str]:
    """The blocks with the paragraphs that plainly belong to the article put where they stood.

    Those are what the box of a paragraph that was read holds beside it and, where it is more than a ``SMALL`` share,
    what stands between two such paragraphs: a large part of a story is no advertisement, whatever its box is called.
    """
    read = [number for number, one in enumerate(found) if one.block is not None]
    if not read:
        return list(blocks)
    between = {number for number in range(read[0], read[-1]) if found[number].block is None}
    large = sum(found[number].missing for number in between) > SMALL * sum(one.words for one in found)
    boxes = {found[number].prose.box for number in read}
    after: dict[int, list[str]] = {}
    last = -1
    for number, one in enumerate(found):
        if one.block is not None:
            last = max(last, one.block)
        elif (large and number in between) or (one.prose.box in boxes and not one.prose.beside):
            after.setdefault(last, []).append(one.prose.text)
    before = after.pop(-1, [])
    after[0] = [*before, *after.get(0, ())] if before and not is_prose(blocks[0]) else after.get(0, [])
    joined = before if is_prose(blocks[0]) else []
    for number, block in enumerate(blocks):
        joined += [block, *after.get(number, ())]
    return joined


def _covered(paragraph: Prose, known: Mapping[Shingle, int], sizes: Sequence[int]) -> Covered:
    """A paragraph beside the blocks, of so many words each; a few of its words may stand in any of them by chance."""
    of = words(paragraph.text)
    read, block = known_words(of, known)
    in_full = read == len(of) or len(of) > SHORT or (block is not None and sizes[block] <= 2 * len(of))
    return Covered(paragraph, len(of), len(of) - read, block if in_full and read >= READ * len(of) else None)


def prose(page: str) -> tuple[Prose, ...]:
    """Every paragraph of a page that reads like running text, in order, and each once."""
    return tuple({paragraph.text: paragraph for paragraph in _prose(page)}.values())


def _prose(page: str) -> Iterator[Prose]:
    blocks = shown_blocks(page)
    stating = _stating(blocks)
    for block in blocks:
        text = block.text
        linked = block.linked > MOST_LINKED * len(text)
        listed = block.item_of in stating and not linked and not is_prose(text) and _is_told(text, FEWEST_LISTED)
        if listed or (is_prose(text) and not (linked and block.links > 1)):
            yield Prose(text, block.box, block.beside, linked, block.comment, listed)


def shown_blocks(page: str) -> tuple[Block, ...]:
    """What a page shows between every two tags that part paragraphs."""
    page = COMMENT.sub(_comment, page)
    return tuple(_blocks(SRCDOC.sub(_framed, UNSEEN.sub(_unseen, page))))


def _stating(blocks: Iterable[Block]) -> set[int]:
    """Numbers of the lists of which an item states something and most are no links."""
    shown: Counter[int] = Counter()
    stated: set[int] = set()
    for block in blocks:
        shown[block.item_of] += len(block.text) - 2 * block.linked
        if len(words(block.text)) >= FEWEST_STATED or ENDED.search(block.text):
            stated.add(block.item_of)
    return {number for number in stated if number and shown[number] > 0}


def is_prose(text: str) -> bool:
    """Whether a paragraph reads like running text of an article and not like code or the site's own words."""
    return _is_told(text, FEWEST_WORDS if ENDED.search(text) else UNENDED)


def _is_told(text: str, fewest: int) -> bool:
    """Whether a text has so many words and is neither code nor the site's own."""
    length = len(words(text))
    coded = len(CODE.findall(text)) > MOST_CODE * len(text)
    return length >= fewest and not coded and (length > LONGEST_OF_A_SITE or OF_A_SITE.search(text) is None)


def _comment(match: re.Match[str]) -> str:
    """A comment that was never closed, or only by the next one's end, hides what the page was meant to show."""
    return f" {match[1]} " if "<!--" in match[1] or not match[0].endswith("-->") else " "


def _unseen(match: re.Match[str]) -> str:
    """A script that was never closed runs on to the end of the next one; the paragraphs between were meant to show."""
    if not match[3]:
        return f"<br>{match[2]}"
    swallowed = SWALLOWED.findall(match[2]) if match[1].lower() in ("script", "style") else ()
    return "".join(f"<p>{text}</p>" for text in swallowed) or "<br>"


def _framed(match: re.Match[str]) -> str:
    """A page within the page."""
    return f"<iframe>{unescape(match[1] or match[2] or '')}</iframe><br "


@dataclass(slots=True)
class Block:
    """Text between two tags that part paragraphs."""

    box: int
    comment: bool
    beside: bool = False
    item_of: int = 0
    """Number of the innermost list of the story that holds it; 0 for none."""
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""
    links: int = 0

    @property
    def text(self) -> str:
        return released(" ".join(unescape("".join(self.pieces)).split()))


def _blocks(page: str) -> Iterator[Block]:
    boxes, lists = _Boxes(), _Lists()
    block, at, linked = Block(*boxes.innermost), 0, False
    for tag in TAG.finditer(page):
        text = page[at : tag.start()]
        block.pieces.append(text)
        block.linked += len(text) if linked else 0
        at, name, closes = tag.end(), tag[2].lower(), bool(tag[1])
        if name == "a":
            linked = not closes
            block.links += linked
        if name in INLINE:
            continue
        yield block
        beside = not closes and BESIDE.search(tag[3]) is not None
        if name in BOXES or (name in LISTS and (beside or closes)):
            boxes.leave(name) if closes else boxes.enter(name, COMMENTS.search(tag[3]) is not None)
        lists.pass_by(tag)
        block = Block(*boxes.innermost, beside=beside, item_of=lists.innermost)
    block.pieces.append(page[at:])
    yield block


class _Lists:
    """The lists open at a place of a page, each with a number of its own, or 0 where it says that it is the site's."""

    def __init__(self) -> None:
        self._open: list[int] = []
        self._numbers = count(1)

    @property
    def innermost(self) -> int:
        return self._open[-1] if self._open else 0

    def pass_by(self, tag: re.Match[str]) -> None:
        """Open or close a list, where the tag does."""
        if tag[2].lower() not in ("ul", "ol"):
            return
        if not tag[1]:
            self._open.append(0 if OF_THE_SITE.search(tag[3]) else next(self._numbers))
        elif self._open:
            self._open.pop()


class _Boxes:
    """The boxes open at a place of a page, each with a number of its own."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int, bool]] = []
        self._named: Counter[str] = Counter()
        self._numbers = count(1)

    @property
    def innermost(self) -> tuple[int, bool]:
        """The number of the innermost box, and whether it is one of comments or inside one."""
        return self._open[-1][1:] if self._open else (0, False)

    def enter(self, name: str, comments: bool) -> None:
        self._open.append((name, next(self._numbers), comments or self.innermost[1]))
        self._named[name] += 1

    def leave(self, name: str) -> None:
        """Close the innermost box of this name and those in it; a closing tag of none that is open closes nothing."""
        while self._named[name]:
            last, *_ = self._open.pop()
            self._named[last] -= 1
            if last == name:
                return

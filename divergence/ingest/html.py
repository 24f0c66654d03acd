"""Saved web pages: the article without the page around it, by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.decode import Decoded, decode
from divergence.ingest.document import Document, Metadata, Reader, join_blocks
from divergence.ingest.left_out import covered, prose, share_missing, with_the_rest
from divergence.ingest.mail import without_mail_coding
from divergence.ingest.page_date import changed_days, is_printed, printed_day, stated_date
from divergence.ingest.page_guard import flattened, harmless, visible
from divergence.ingest.page_pointers import pointers, points_away
from divergence.ingest.page_text import kept, released
from divergence.ingest.share import about_left_out
from divergence.ingest.stamps import StampKind
from divergence.model.text import Notice

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
XML_ENCODING = re.compile(rb"""\s{0,99}<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_:.-]{2,40})""")
TINY = 200
"""Characters: an extraction shorter than this may be a menu or a plea for JavaScript."""
SMALL = 600
"""Characters: an extraction shorter than this is suspect where the page shows ``MUCH_MORE`` times as much."""
MUCH_MORE = 10
"""How many times as much as was extracted a page must show for a short extraction to be suspect."""

ADVERTS = "|".join(
    f"//*[contains(concat(' ', normalize-space(@{name}), ' '), ' {word} ')]"
    for name in ("class", "id")
    for word in ("ad", "ads", "advert", "advertisement", "ad-container", "ad-slot", "sponsored", "promo")
)
"""Boxes that call themselves advertising: a price in one would be a false number of the story."""

NOT_SHOWN = "//amp-ad|//amp-embed|//amp-sticky-ad|//amp-social-share|" + "|".join(
    f"//*[contains(concat(' ', normalize-space(@class), ' '), ' {word} ')]"
    "[not(self::h1)][not(.//p)][string-length(normalize-space()) < 200]"
    for word in ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text")
)
"""Advertising of pages made for telephones, and words for programs that read a page aloud."""

OTHER_STORIES = "|".join(
    f"//*[contains(concat(' ', normalize-space(@{name}), ' '), ' {word} ')]"
    "[.//a][string-length(normalize-space()) < 600]"
    for name in ("class", "id")
    for word in (
        "also-read read-also related related-links related-articles related-stories related-content recommended "
        "recommendations recirc more-on trending trending-now outbrain taboola editors-picks most-read most-popular"
    ).split()
)
"""Short boxes of links that call themselves pointers to other stories."""

SHOWN = ("the running text that the page shows", "save its text as a .txt file")

BREAK = "\x1f"
"""Parts two blocks while a page is taken apart; in a page of its own it could at most part a paragraph."""
SPACE = re.compile(r"\s+")
BLOCKS = frozenset(("p", "head", "item", "list", "quote", "row", "table", "code", "div", "body"))


def read_html(data: bytes, charset: str | None = None) -> Document:
    """Read a saved page: its article's headline and paragraphs, and what its head states.

    ``charset`` is the encoding that came with the page, as a server states it; it goes before the page's own word.
    """
    mail = without_mail_coding(data, "html")
    decoded = decode(mail.data, mail.charset or charset or _charset(mail.data))
    if decoded is None:
        return Document("", (), notices=(Notice("binary", "is not a web page."),))
    page = harmless(decoded.text)
    if page is None:
        return Document("", (), notices=(Notice("too-large", "is a page with too many elements to be an article."),))
    return _read(kept(page), replace(decoded, notices=(*mail.notices, *decoded.notices)))


def _read(page: str, decoded: Decoded) -> Document:
    """The document of a harmless page."""
    shown = len(visible(page))
    extracted, blocks = _extract(page)
    if _suspect(blocks, shown):
        flat, more = _extract(flattened(page))
        if sum(map(len, more)) > 2 * sum(map(len, blocks)):
            extracted, blocks = flat, more
    if not blocks:
        message = f"is a page in which no article was found, though it shows {shown:,} characters of text."
        return Document("", (), notices=(*decoded.notices, Notice("extraction-empty", message)))
    told, pointing = prose(page), pointers(page)
    blocks = [block for block in blocks if not points_away(block, pointing)] or blocks
    blocks = with_the_rest(blocks, covered((one for one in told if not points_away(one.text, pointing)), blocks))
    notices = (*decoded.notices, *about_left_out(share_missing(covered(told, blocks)), *SHOWN))
    if _suspect(blocks, shown):
        message = "is a page of which very little was taken as the article; save its text as a .txt file to be sure."
        notices = (*notices, Notice("extraction-small", message))
    stated, inferred = _metadata(extracted, page)
    return join_blocks(_with_headline(blocks, stated.title), stated, notices, inferred)


def _suspect(blocks: list[str], shown: int) -> bool:
    """Whether an extraction is so small that it may have missed the article."""
    size = sum(map(len, blocks))
    return size < TINY or (size < SMALL and size * MUCH_MORE < shown)


def _extract(page: str) -> tuple[Any, list[str]]:
    """Trafilatura's document and the text of its blocks; None and no block where it finds no article."""
    import trafilatura

    try:
        extracted: Any = trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            prune_xpath=[ADVERTS, NOT_SHOWN, OTHER_STORIES],
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # a page that breaks the parser must not cost the other articles their report
        return None, []
    if extracted is None or extracted.body is None:
        return None, []
    return extracted, _blocks(extracted.body)


def _metadata(extracted: Any, page: str) -> tuple[Metadata, Metadata]:
    """What the page states, and its date where that was only gathered from its text."""
    stated = Metadata(
        source=extracted.sitename or extracted.hostname or None,
        title=_title(" ".join(released(extracted.title or "").split()), released(page)),
        url=extracted.url or None,
    )
    published = stated_date(page)
    if published:
        return replace(stated, published=published), Metadata()
    guessed = iso_date(extracted.date) if extracted.date else None
    changed = changed_days(page)
    printed = printed_day(page, changed)
    if (
        printed
        and printed[0] != guessed
        and (printed[1] == StampKind.PUBLISHED or guessed is None or guessed in changed)
    ):
        return stated, Metadata(published=printed[0])
    if guessed and (guessed in page or guessed.replace("-", "") in page) and guessed not in changed:
        return replace(stated, published=guessed), Metadata()
    return stated, Metadata(published=guessed if guessed and is_printed(guessed, page) else None)


def _title(title: str, page: str) -> str | None:
    """The title, unless it may be that of a box: one of several top headings, which the page's head does not know."""
    head = " ".join(unescape(page[: page.lower().find("</head")]).split())
    return title if title and (title in head or page.lower().count("<h1") < 2) else None


def _blocks(body: Any) -> list[str]:
    """The text of each block of the extracted article, text between the blocks included."""
    whole = "".join(_pieces(body))
    parts = (released(" ".join(part.split())) for part in re.split(rf"{BREAK}|\n\s{{0,9}}\n", whole))
    return [part for part in parts if part.strip("| ")]


def _pieces(element: Any, in_row: bool = False) -> Iterator[str]:
    """An element's text in order, with signs where a block or a line ends."""
    tag = element.tag
    edge = "" if in_row or tag not in BLOCKS else BREAK
    if tag == "cell":
        edge = " | "
    yield edge
    if tag != "del":
        yield SPACE.sub(" ", element.text or "")
        for child in element:
            yield from _pieces(child, in_row or tag == "row")
            yield SPACE.sub(" ", child.tail or "")
    yield "\n" if tag == "lb" else edge if tag != "cell" else ""


def _with_headline(blocks: list[str], title: str | None) -> list[str]:
    """The blocks under the page's headline, which states facts too and is often outside the article's element."""
    return blocks if not title or title in blocks[:3] else [title, *blocks]


def _charset(data: bytes) -> str | None:
    """The encoding that a page's head declares."""
    declared = CHARSET.search(data[:4096]) or XML_ENCODING.match(data)
    return declared[1].decode("ascii") if declared else None


READER = Reader("html", (".html", ".htm", ".xhtml"), read_html, library="trafilatura")

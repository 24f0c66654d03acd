"""Saved web pages: the article without the page around it, by trafilatura."""

from __future__ import annotations

import re
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.decode import decode
from divergence.ingest.document import Document, Metadata, Reader
from divergence.ingest.markdown import join_blocks
from divergence.model.text import Notice

CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
XML_DECLARATION = re.compile(r"\A\s{0,99}<\?xml[^>]{0,200}\?>")
SMALLEST = 200
"""Characters: an extraction shorter than this, from a page with much more text, has probably missed the article."""

ADVERTS = "|".join(
    f"//*[contains(concat(' ', normalize-space(@{name}), ' '), ' {word} ')]"
    for name in ("class", "id")
    for word in ("ad", "ads", "advert", "advertisement", "ad-container", "ad-slot", "sponsored", "promo", "paywall")
)
"""Boxes that call themselves advertising: a price in one would be a false number of the story."""


def read_html(data: bytes) -> Document:
    """Read a saved page: its article's headline and paragraphs, and what its head states."""
    declared = CHARSET.search(data[:4096])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    if decoded is None:
        return Document("", (), notices=(Notice("binary", "is no web page."),))
    page = XML_DECLARATION.sub("", decoded.text)
    extracted = _extract(page)
    if extracted is None or extracted.body is None:
        empty = Notice("extraction-empty", "is a page in which no article was found.")
        return Document("", (), notices=(*decoded.notices, empty))
    stated = _stated(extracted)
    return join_blocks(_with_headline(_blocks(extracted.body), stated.title), stated, decoded.notices)


def _extract(page: str) -> Any:
    """Trafilatura's document, or None."""
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            prune_xpath=ADVERTS,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except Exception:  # the parser below must not cost the other articles their report
        return None


def _stated(extracted: Any) -> Metadata:
    return Metadata(
        source=extracted.sitename or extracted.hostname or None,
        title=extracted.title or None,
        published=iso_date(extracted.date) if extracted.date else None,
        url=extracted.url or None,
    )


def _blocks(body: Any) -> list[str]:
    """The text of each block of the extracted article."""
    blocks = []
    for element in body.iter("p", "head", "item", "quote", "row", "code"):
        if any(parent.tag in ("p", "item", "quote", "row") for parent in element.iterancestors()):
            continue
        cells = [" ".join(" ".join(cell.itertext()).split()) for cell in element.iter("cell")]
        text = " | ".join(cells) if cells else " ".join("".join(element.itertext()).split())
        if text:
            blocks.append(text)
    return blocks


def _with_headline(blocks: list[str], title: str | None) -> list[str]:
    """The blocks under the page's headline, which states facts too and is often outside the article's element."""
    return blocks if not title or title in blocks[:3] else [" ".join(title.split()), *blocks]


READER = Reader("html", (".html", ".htm", ".xhtml"), read_html)

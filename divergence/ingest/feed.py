"""RSS and Atom feeds, saved as files: each entry that tells a text is an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from divergence.ingest.dates import iso_date
from divergence.ingest.document import Collection, Contents, Document, Metadata, Part, join_blocks
from divergence.ingest.fragment import blocks
from divergence.model.text import Notice

WHOLE = ("encoded", "content")
"""Elements that hold the text of an article."""
SUMMARY = ("description", "summary")
DATES = ("pubDate", "published", "date", "updated")
"""In the order of trust."""
FEEDS = ("rss", "feed", "RDF")


def read_feed(data: bytes, _: Mapping[str, str]) -> Contents:
    """Read a feed, entry by entry. Nothing that it names is fetched and no entity of its own is expanded."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or _name(root) not in FEEDS:
        return Contents(notices=(Notice("extraction-empty", "is not an RSS or Atom feed."),))
    channel = next((child for child in root if _name(child) == "channel"), root)
    source = _text(_child(channel, "title"))
    entries = [element for element in root.iter() if _name(element) in ("item", "entry")]
    read = [(n, entry, *_entry(entry, source)) for n, entry in enumerate(entries, 1)]
    parts = tuple(Part(n, etree.tostring(entry, with_tail=False), document) for n, entry, document, _ in read)
    return Contents(parts, tuple(_told([whole for *_, whole in read], parser.error_log)))


def _told(whole: list[bool], errors: Any) -> Iterator[Notice]:
    """What must be known of the feed as a whole."""
    if whole.count(False):
        message = f"gives no more than a summary of {whole.count(False)} of its {len(whole)} articles."
        yield Notice("part-left-out", message)
    if any(error.level_name == "FATAL" for error in errors):
        yield Notice("text-lost", "is cut off or damaged: entries after the unreadable place may be missing.")


def _entry(entry: Any, source: str) -> tuple[Document, bool]:
    """An entry's text under its title, and whether that is the article and no summary of it."""
    full = next((markup for name in WHOLE if (markup := _markup(_child(entry, name)))), "")
    text = blocks(full or next((short for name in SUMMARY if (short := _markup(_child(entry, name)))), ""))
    title = " ".join(blocks(_text(_child(entry, "title"))))
    stated = Metadata(
        source=_text(_child(_child(entry, "source"), "title")) or _text(_child(entry, "source")) or source or None,
        title=title or None,
        published=next((date for name in DATES if (date := _date(_text(_child(entry, name))))), None),
        url=_link(entry) or None,
    )
    return join_blocks([title, *text] if title and text and title not in text[:3] else text, stated), bool(full)


def _name(element: Any) -> str:
    """An element's name without its namespace; empty for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Any, name: str) -> Any:
    """The first child of this name; RSS and Atom agree on names, not on namespaces."""
    return None if element is None else next((child for child in element if _name(child) == name), None)


def _text(element: Any) -> str:
    return "" if element is None else " ".join((element.text or "").split())


def _markup(element: Any) -> str:
    """The HTML that an element holds, coded as text or as elements of its own."""
    if element is None:
        return ""
    if not len(element):
        return (element.text or "").strip()
    from lxml import etree

    inside = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return ((element.text or "") + "".join(inside)).strip()


def _link(entry: Any) -> str:
    links = [child for child in entry if _name(child) == "link"]
    return next((link for child in links if (link := child.get("href") or _text(child)).startswith("http")), "")


def _date(text: str) -> str | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_date(text) if text else None


COLLECTION = Collection("feed", (".rss", ".atom", ".xml"), read_feed, largest=50_000_000)

"""Web archives (WARC and WACZ): every page in them that holds an article, by warcio in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from email.message import Message
from typing import Any

from divergence.ingest.bounded import extract, octets
from divergence.ingest.document import Collection, Contents, Document, Metadata, Part
from divergence.ingest.html import read_html
from divergence.ingest.text import read_text
from divergence.model.text import Notice


def read_archive(data: bytes, _: Mapping[str, str]) -> Contents:
    """Read an archive, page by page; pages without an article are counted."""
    read = extract("warc", data)
    if isinstance(read, Notice):
        return Contents(notices=(read,))
    parts = [_part(page) for page in read["pages"]]
    found = tuple(part for part in parts if part.document.paragraphs)
    return Contents(found, tuple(_told(read, len(parts) - len(found))))


def _part(page: Mapping[str, Any]) -> Part:
    body = octets(page["body"])
    head = Message()
    head["Content-Type"] = page["kind"]
    read = read_text if head.get_content_type() == "text/plain" else read_html
    document: Document = read(body, head.get_content_charset())
    address = Metadata(url=page["url"] if str(page["url"]).startswith("http") else None)
    return Part(page["number"], body, replace(document, stated=document.stated.filled_from(address)))


def _told(read: Mapping[str, Any], without: int) -> Iterator[Notice]:
    """What of the archive is not among the articles."""
    left = [f"{count} records that are {reason}" for reason, count in sorted(read["passed"].items())]
    left += [f"{without} pages in which no article was found"] if without else []
    if left:
        yield Notice("part-left-out", f"was read without {', '.join(left)}.")
    if read["error"]:
        yield Notice("text-lost", f"is cut off or damaged and was read only up to that place ({read['error']}).")
    if not read["pages"]:
        yield Notice("extraction-empty", "holds no page.")


COLLECTION = Collection(
    "warc", (".warc", ".warc.gz", ".wacz"), read_archive, largest=200_000_000, library="trafilatura"
)

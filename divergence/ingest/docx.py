"""Word files (.docx): their text as an editor sees it, with tracked changes accepted, by mammoth."""

from __future__ import annotations

from html import unescape

from divergence.ingest.bounded import extract
from divergence.ingest.document import Document, Metadata, Reader, join_blocks
from divergence.ingest.fragment import blocks
from divergence.model.text import Notice


def read_docx(data: bytes) -> Document:
    """Read a Word file: paragraphs, lists, tables cell by cell, and notes at the end."""
    read = extract("docx", data)
    if isinstance(read, Notice):
        return Document("", (), notices=(read,))
    told = [
        f"{read[key]} {one if read[key] == 1 else many}"
        for key, one, many in (
            ("pictures", "picture", "pictures"),
            ("deleted", "passage that a tracked change deletes", "passages that tracked changes delete"),
        )
        if read[key]
    ]
    notices = (Notice("part-left-out", f"was read without {' and '.join(told)}."),) if told else ()
    text = blocks(read["page"])
    title = " ".join(unescape(read["title"]).split())
    return join_blocks(text, Metadata(title=title if title in text[:3] else None), notices)


READER = Reader("docx", (".docx",), read_docx, largest=50_000_000)

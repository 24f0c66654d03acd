"""Pages saved as one file (.mhtml): a mail that holds the page and its parts, read like the page."""

from __future__ import annotations

from dataclasses import replace

from divergence.ingest.document import Document, Reader
from divergence.ingest.html import read_html


def read_mhtml(data: bytes) -> Document:
    """Read the page in the file; that it is coded as mail is no news of such a file."""
    document = read_html(data)
    return replace(document, notices=tuple(notice for notice in document.notices if notice.code != "mail-decoded"))


READER = Reader("mhtml", (".mhtml", ".mht"), read_mhtml, largest=50_000_000, library="trafilatura")

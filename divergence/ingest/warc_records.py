"""In the worker: the pages in a web archive (WARC, packed or not, or WACZ), by warcio."""

from __future__ import annotations

import base64
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
LARGEST_PAGE = 10_000_000
MOST = 200_000_000
"""Bytes of all pages together, unpacked."""


def parse(data: bytes) -> dict[str, Any]:
    """The pages, each with its place in the archive, address, day and bytes; and how many records are none."""
    pages: list[dict[str, Any]] = []
    passed: Counter[str] = Counter()
    error, left = "", MOST
    try:
        for number, record in enumerate(_records(data), 1):
            reason = _no_page(record)
            if reason is None:
                body = record.content_stream().read(min(LARGEST_PAGE, left) + 1)
                left -= len(body)
                reason = "too large" if len(body) > LARGEST_PAGE or left < 0 else None
            if reason is None:
                pages.append(_page(number, record, body))
            elif reason:
                passed[reason] += 1
    except ModuleNotFoundError:
        raise
    except Exception as torn:  # what was read before the broken record is kept
        error = f"{type(torn).__name__}: {torn}"[:200]
    return {"pages": pages, "passed": dict(passed), "error": error}


def _records(data: bytes) -> Iterator[Any]:
    """All records of an archive, or of the archives in a package of them."""
    from warcio.archiveiterator import ArchiveIterator

    if not data.startswith(b"PK"):
        yield from ArchiveIterator(io.BytesIO(data))
        return
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith((".warc", ".warc.gz")):
                with packed.open(name) as file:
                    yield from ArchiveIterator(file)


def _no_page(record: Any) -> str | None:
    """Why a record is no page; empty where that needs no telling, None where it is one."""
    if record.rec_type not in ("response", "resource", "conversion"):
        return ""
    if record.http_headers is not None and record.http_headers.get_statuscode() != "200":
        return "no answer of status 200"
    kind = _header(record, "Content-Type").partition(";")[0].strip().lower()
    return None if kind in PAGES else "no page"


def _header(record: Any, name: str) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header(name) or "")


def _page(number: int, record: Any, body: bytes) -> dict[str, Any]:
    return {
        "number": number,
        "url": record.rec_headers.get_header("WARC-Target-URI"),
        "kind": _header(record, "Content-Type"),
        "body": base64.b64encode(body).decode("ascii"),
    }

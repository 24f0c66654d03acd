"""In the worker: a Word file to HTML, by mammoth, with what that leaves out."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

LARGEST = 50_000_000
"""Bytes of all parts of the file together, unpacked."""
DELETED = re.compile(rb"<w:del [^<>]*+>")
TITLE = re.compile(r"<dc:title>([^<]{1,300})</dc:title>")


def parse(data: bytes) -> dict[str, Any]:
    """The file's HTML, its title as stated, and how many pictures and deleted passages it holds."""
    import mammoth

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if sum(entry.file_size for entry in packed.infolist()) > LARGEST:
            raise ValueError("it would take more than 50 MB unpacked")
        body = packed.read("word/document.xml")
        has_core = "docProps/core.xml" in packed.namelist()
        core = packed.read("docProps/core.xml").decode("utf-8", "replace") if has_core else ""
    pictures = 0

    def passed_over(_: object) -> list[object]:
        nonlocal pictures
        pictures += 1
        return []

    page = mammoth.convert_to_html(io.BytesIO(data), convert_image=passed_over).value
    title = TITLE.search(core)
    return {
        "page": page,
        "title": title[1] if title else "",
        "pictures": pictures,
        "deleted": len(DELETED.findall(body)),
    }

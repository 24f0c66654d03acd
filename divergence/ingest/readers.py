"""The input formats. To add one: write its file and name its record here."""

from __future__ import annotations

from pathlib import PurePath

from divergence.ingest import html, markdown, text
from divergence.ingest.document import Reader

READERS: tuple[Reader, ...] = (text.READER, markdown.READER, html.READER)


def reader_for(path: PurePath) -> Reader | None:
    """The reader of files with this ending."""
    ending = path.suffix.lower()
    return next((reader for reader in READERS if ending in reader.extensions), None)

"""The input formats. To add one: write its file and name its record here."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePath

from divergence.ingest import docx, feed, html, markdown, message, mhtml, parquet, pdf, table, text, warc
from divergence.ingest.document import Collection, Reader

READERS: tuple[Reader | Collection, ...] = (
    text.READER,
    markdown.READER,
    html.READER,
    mhtml.READER,
    docx.READER,
    pdf.READER,
    message.READER,
    message.COLLECTION,
    feed.COLLECTION,
    table.JSONL,
    table.CSV,
    parquet.COLLECTION,
    warc.COLLECTION,
)


def reader_for(path: PurePath) -> Reader | Collection | None:
    """The reader of files with this ending."""
    name = path.name.lower()
    return next((r for r in READERS if name.endswith(r.extensions) and name not in r.extensions), None)


def load_libraries(files: Iterable[PurePath]) -> None:
    """Load what the readers of these files would load, before processes are forked that read."""
    for library in sorted({reader.library for file in files if (reader := reader_for(file)) and reader.library}):
        import_module(library)

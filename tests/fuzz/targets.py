"""What must hold of each reader on any bytes, and of each kind of fact on any text; for tests and for fuzzers.

A target takes bytes and raises AssertionError, or whatever the code raises, where it does not hold. Its seeds are
small inputs of our own, from which others are made. Inputs that broke a target once lie in ``corpus`` and stay.
"""

from __future__ import annotations

import io
import json
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from itertools import combinations_with_replacement, pairwise
from pathlib import Path
from typing import Any

from divergence.facts import FACT_TYPES, find_mentions
from divergence.facts.types import FactType
from divergence.ingest import bounded, docx, parquet, pdf, warc, worker
from divergence.ingest.document import Collection, Contents, Document, Reader
from divergence.ingest.metadata import metadata_in
from divergence.ingest.noise import mask
from divergence.ingest.readers import READERS
from divergence.language import Parsed, parse
from divergence.model.comparison import Relation
from divergence.model.text import Article, Notice

HERE = Path(__file__).parent
CASES = HERE.parent / "facts" / "cases"
LONGEST = 600
"""Characters of a text in which facts are looked for; the parser takes most of the time."""
MOST_PAIRED = 6

Target = Callable[[bytes], None]


def check_document(document: Document) -> None:
    """A document's offsets lie in its text, in order, and an empty text is explained."""
    end = 0
    for start, stop in document.paragraphs:
        assert end <= start < stop <= len(document.text)
        end = stop
    assert document.paragraphs or document.notices or not document.text.strip()
    document.text.encode("utf-8")
    masked = mask(document.text, document.paragraphs)
    assert list(masked) == sorted(masked)
    assert all(0 <= start < stop <= len(document.text) for start, stop in masked)
    metadata_in(document.text, document.paragraphs)


def check_contents(contents: Contents) -> None:
    """A file of several articles has those, or says why it has none."""
    assert contents.parts or contents.notices or contents == Contents()
    numbers = [part.number for part in contents.parts]
    assert numbers == sorted(set(numbers))
    for part in contents.parts:
        check_document(part.document)


def check_reader(reader: Reader | Collection, data: bytes) -> None:
    """Whatever the bytes, the reader gives something sound, and the same again."""
    if isinstance(reader, Collection):
        contents = reader.read(data, {})
        check_contents(contents)
        assert contents == reader.read(data, {})
        return
    document = reader.read(data)
    check_document(document)
    assert document == reader.read(data)


def read_here(task: str, data: bytes) -> dict[str, Any] | Notice:
    """What the parser of a bounded format makes of a file, in this process, so that a fuzzer sees into it."""
    try:
        made: dict[str, Any] = json.loads(json.dumps(import_module(worker.TASKS[task][0]).parse(data)))
    except Exception as error:  # the worker tells any error of a parser as a notice
        return Notice("unreadable", f"could not be read: {type(error).__name__}.")
    return made


def bring_parsers_here() -> None:
    """Run the parsers of bounded formats in this process from now on."""
    for module in (bounded, docx, parquet, pdf, warc):
        if hasattr(module, "extract"):
            module.extract = read_here


def parsed_text(data: bytes) -> Parsed:
    """The words of some bytes, read as an article of a dated story."""
    text = data.decode("utf-8", "replace").replace("\0", " ")[:LONGEST]
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at + len(line) - len(line.lstrip()), at + len(line.rstrip())))
        at += len(line) + 1
    return parse(Article("A", "a.txt", text, tuple(spans), published="2031-05-20"))


def check_fact(fact: FactType, data: bytes) -> None:
    """What the record of a kind of fact promises, on the words of these bytes."""
    parsed = parsed_text(data)
    text = parsed.article.text
    found = sorted(fact.find(parsed), key=lambda mention: mention.span)
    for mention in found:
        assert mention.kind is fact.kind
        assert text[mention.span.start : mention.span.end] == mention.text
        assert fact.phrase(mention).strip()
        assert all(value is None or isinstance(value, str) for value in fact.fields(mention).values())
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    for one, other in combinations_with_replacement(found[:MOST_PAIRED], 2):
        relation = fact.relate(one, other).relation
        assert relation is fact.relate(other, one).relation
        assert one is not other or relation is Relation.SAME
    find_mentions(parsed)


TARGETS: Mapping[str, Target] = {
    **{reader.name: partial(check_reader, reader) for reader in READERS},
    **{f"fact-{fact.kind}": partial(check_fact, fact) for fact in FACT_TYPES},
}

TOLD = (
    "Ferry on the reef",
    "The ferry Alma ran onto the reef off Port Selby on 14 May 2031, the harbour master said.",
    "Nineteen people were treated for the cold, and two of them stayed overnight.",
    'The captain said: "The light has been dark since Tuesday."',
)
PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>Ferry on the reef</title>"
    '<meta property="article:published_time" content="2031-05-14T06:00:00Z"></head><body><nav><a href=/>Home</a></nav>'
    f"<article><h1>{TOLD[0]}</h1>{''.join(f'<p>{text}</p>' for text in TOLD[1:])}</article></body></html>"
)
MESSAGE = (
    "From: desk@selby.example\nSubject: Ferry on the reef\nDate: Wed, 14 May 2031 06:00:00 +0000\nMIME-Version: 1.0\n"
    "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n{text}\n"
    "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{page}\n--b--\n"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Selby Post</title><item><title>Ferry on the reef</title>'
    "<link>http://p.example/1</link><pubDate>Wed, 14 May 2031 06:00:00 GMT</pubDate><description>{page}</description>"
    "</item></channel></rss>"
)


def _docx() -> bytes:
    """A small document of a word processor."""
    kept = io.BytesIO()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TOLD)
    with zipfile.ZipFile(kept, "w") as file:
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Override PartName="/word/document.xml"'
            f' ContentType="{main}"/></Types>',
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{office}"'
            ' Target="word/document.xml"/></Relationships>',
        )
        file.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>')
    return kept.getvalue()


def _pdf() -> bytes:
    """A page with three lines; its table of objects is left to the parser to rebuild."""
    lines = " ".join(f"({text.replace('(', '')}) Tj 0 -20 Td" for text in TOLD)
    stream = f"BT /F1 12 Tf 40 700 Td {lines} ET"
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    told = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(objects, 1))
    return f"%PDF-1.4\n{told}trailer<</Root 1 0 R>>\n%%EOF\n".encode()


def _warc() -> bytes:
    """An archive of one page."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}"
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://p.example/1\r\nWARC-Date: 2031-05-14T06:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return f"{head}{answer}\r\n\r\n".encode()


def _parquet(row: Mapping[str, str]) -> bytes:
    """A table of one row."""
    import pyarrow
    from pyarrow import parquet as written

    file = io.BytesIO()
    written.write_table(pyarrow.table({name: [value] for name, value in row.items()}), file)
    return file.getvalue()


def _fact_seeds(kind: str) -> list[bytes]:
    """The texts of a kind's cases, its marks left out; for kinds without cases of their own, an article."""
    file = CASES / f"{kind}.toml"
    if not file.exists():
        return ["\n".join(TOLD).encode()]
    texts: list[str] = []
    for rows in tomllib.loads(file.read_text("utf-8")).values():
        for row in rows if isinstance(rows, list) else ():
            texts += [text for text in row.get("texts", ()) if isinstance(text, str)] if isinstance(row, dict) else []
    return [text.replace("{", "").replace("}", "").encode() for text in texts] or ["\n".join(TOLD).encode()]


def seeds(name: str) -> list[bytes]:
    """Small inputs of a target."""
    text = "\n\n".join(TOLD)
    message = MESSAGE.format(text=text, page=PAGE.replace("=", "=3D"))
    row = {"title": TOLD[0], "text": text, "source": "Selby Post", "published": "2031-05-14"}
    readers = {
        "text": [
            text.encode(),
            text.encode("utf-16"),
            f"{TOLD[0]}\n\nSelby Post, 14 May 2031\n\n{text}".encode("cp1252"),
        ],
        "markdown": [
            f"---\ntitle: {TOLD[0]}\ndate: 2031-05-14\n---\n# {text}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n".encode()
        ],
        "html": [PAGE.encode()],
        "mhtml": [message.encode()],
        "eml": [message.encode()],
        "mbox": [f"From desk@selby.example Wed May 14 06:00:00 2031\n{message}\n".encode()],
        "feed": [FEED.format(page=PAGE.replace("<", "&lt;")).encode()],
        "jsonl": [(json.dumps(row) + "\n").encode() * 2],
        "csv": [f'title,text,source\n{TOLD[0]},"{text.replace(chr(34), chr(39))}",Selby Post\n'.encode()],
        "docx": [_docx()],
        "pdf": [_pdf()],
        "warc": [_warc()],
        "parquet": [_parquet(row)],
    }
    return readers[name] if name in readers else _fact_seeds(name.removeprefix("fact-"))


def kept(name: str) -> list[Path]:
    """The inputs that broke a target once."""
    return sorted(path for path in (HERE / "corpus" / name).glob("*") if path.is_file())


if __name__ == "__main__":
    print(json.dumps(list(TARGETS)))

"""What another program pipes in: a dash among the paths stands for standard input."""

from __future__ import annotations

import re
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from divergence.errors import UsageError

NAME = "standard-input"
DASH = "-"
_HEADERS = b"From|To|Subject|Date|MIME-Version|Received|Message-ID|Return-Path|Delivered-To|Content-Type|DKIM-Signature"
_KINDS = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
    (re.compile(rb"PAR1[\x00-\x1f]"), ".parquet"),
    (re.compile(rb"WARC/\d"), ".warc"),
    (re.compile(rb"\x1f\x8b"), ".warc.gz"),
    (re.compile(rb"\s*\{\s*\"", re.ASCII), ".jsonl"),
    (re.compile(rb"From \S+@\S+ "), ".mbox"),
    (re.compile(rb"(?:.{1,1000}\n){0,40}?Content-Type: multipart/related", re.I), ".mhtml"),
    (re.compile(rb"(?:(?:%s): [^\n]*\n(?:[ \t][^\n]*\n)*){2}" % _HEADERS, re.I), ".eml"),
    (re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL), ".xml"),
    (
        re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article)\b", re.DOTALL | re.I),
        ".html",
    ),
)
"""How what has no name begins, and the ending of files that begin like this; everything else is text."""


@contextmanager
def taken_in(args: Namespace) -> Iterator[None]:
    """Put a file with what is piped in in place of a dash among the paths or sources of a command."""
    field = next((name for name in ("paths", "sources") if DASH in (getattr(args, name, None) or ())), "")
    if not field:
        yield
        return
    if len(getattr(args, field)) > 1:
        raise UsageError("- means standard input and must stand alone: to compare it with files, save it first.")
    data = sys.stdin.buffer.read()
    with TemporaryDirectory(prefix="divergence-") as folder:
        file = Path(folder, NAME, NAME + ending_of(data))
        file.parent.mkdir()
        file.write_bytes(data)
        setattr(args, field, [str(file)])
        yield


def ending_of(data: bytes) -> str:
    """The ending that a file with these bytes would have."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf")
    return next((ending for pattern, ending in _KINDS if pattern.match(start)), ".txt")

"""Newsletters: single messages (.eml), and mailboxes (.mbox) as files of several articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime

from divergence.ingest.document import Collection, Contents, Document, Metadata, Part, Reader
from divergence.ingest.html import read_html
from divergence.ingest.text import read_text
from divergence.model.text import Notice

FIRST = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{1,300}\d{4}\s{0,9}\n")
"""The line that begins a message in a mailbox."""
QUOTED = re.compile(rb"^>(?=>{0,9}From )", re.MULTILINE)
RICHER = 1.5
"""How many times the words of the plain version a page must have to be read in its place."""
TEXT_LOST = Document("", (), notices=(Notice("empty", "holds no text."),))


def read_message(data: bytes) -> Document:
    """Read a mail: its plain text, or its page where this says much more, with sender, subject and date."""
    try:
        mail = message_from_bytes(data.lstrip(), policy=policy.default)
        assert isinstance(mail, EmailMessage)
        document = _body(mail)
        notices = (*document.notices, *_attached(mail))
        stated = _headers(mail).filled_from(document.stated)
    except Exception as error:  # the standard library's parser raises many errors over broken headers
        return Document("", (), notices=(Notice("unreadable", f"is not a readable mail ({type(error).__name__})."),))
    return replace(document, stated=stated, notices=notices)


def _body(mail: EmailMessage) -> Document:
    plain, page = _part(mail, "plain"), _part(mail, "html")
    if page is None or plain is None:
        return page or plain or TEXT_LOST
    return page if len(page.text.split()) > RICHER * len(plain.text.split()) else plain


def _part(mail: EmailMessage, kind: str) -> Document | None:
    """The body of one kind as its reader reads it; None where there is none."""
    part = mail.get_body(preferencelist=(kind,))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        return None
    charset = part.get_content_charset()
    return read_html(payload, charset) if kind == "html" else read_text(payload, charset)


def _headers(mail: EmailMessage) -> Metadata:
    """What the head of a mail states."""
    name, address = parseaddr(_plain(mail.get("From")))
    link = re.search(r"https?://[^\s<>]{4,500}", _plain(mail.get("Archived-At") or mail.get("Content-Location")))
    return Metadata(
        source=name or address.rpartition("@")[2] or None,
        title=_plain(mail.get("Subject")) or None,
        published=_date(_plain(mail.get("Date"))),
        url=link[0] if link else None,
    )


def _plain(header: object) -> str:
    return " ".join(str(header or "").split())


def _date(header: str) -> str | None:
    try:
        return parsedate_to_datetime(header).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _attached(mail: EmailMessage) -> Iterator[Notice]:
    """A notice on what came with the text."""
    names = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    if names:
        shown = ", ".join(_plain(name)[:80] for name in names[:5])
        yield Notice("part-left-out", f"was read without its {len(names)} attachments ({shown}).")


def read_mailbox(data: bytes, _: Mapping[str, str]) -> Contents:
    """Read a mailbox, message by message."""
    starts = list(FIRST.finditer(data))
    if not starts:
        return Contents(notices=(Notice("extraction-empty", "is not a mailbox: no message begins in it."),))
    ends = [start.start() for start in starts[1:]] + [len(data)]
    messages = [QUOTED.sub(b"", data[start.end() : end]) for start, end in zip(starts, ends, strict=True)]
    return Contents(tuple(Part(n, message, read_message(message)) for n, message in enumerate(messages, 1)))


READER = Reader("eml", (".eml",), read_message, library="trafilatura")
COLLECTION = Collection("mbox", (".mbox", ".mbx"), read_mailbox, largest=100_000_000, library="trafilatura")

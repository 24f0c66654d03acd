"""Articles sent by mail: their text without the coding that mail puts around it."""

from __future__ import annotations

import quopri
import re
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage

from divergence.model.text import Notice

HEADERS = re.compile(
    rb"\s{0,20}(?:From [^\n]{1,200}\n)?"
    rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){2,80}\s{0,9}\n"
)
CODED = re.compile(rb"^(?:Content-Transfer-Encoding|MIME-Version|Content-Type):", re.IGNORECASE | re.MULTILINE)
SOFT_BREAK = re.compile(rb"[^=\s]=\r?\n")
OCTET = re.compile(rb"=(?:[89A-F][0-9A-F]|3D|20|09)")
FEWEST = 2
"""Soft line breaks, and coded octets, from which on a text without the headers of a mail is quoted-printable."""
DECODED = Notice("mail-decoded", "is encoded as mail; it was read as its recipient sees it.")


@dataclass(frozen=True, slots=True)
class Mail:
    """A file's bytes without the coding of mail."""

    data: bytes
    charset: str | None = None
    """The encoding that the mail declares."""
    notices: tuple[Notice, ...] = ()


def without_mail_coding(data: bytes, kind: str) -> Mail:
    """The body of a mail, preferably of this kind (``plain`` or ``html``); any other file as it is."""
    head = HEADERS.match(data[:100_000])
    if head and CODED.search(head[0]):
        return _body(data, kind) or Mail(data)
    if len(SOFT_BREAK.findall(data)) >= FEWEST and len(OCTET.findall(data)) >= FEWEST:
        return Mail(quopri.decodestring(data), notices=(DECODED,))
    return Mail(data)


def _body(data: bytes, kind: str) -> Mail | None:
    """The part of a mail that holds its text; None where it holds none."""
    mail = message_from_bytes(data.lstrip(), policy=policy.default)
    part = (
        mail.get_body(preferencelist=(kind, "plain" if kind == "html" else "html"))
        if isinstance(mail, EmailMessage)
        else None
    )
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        return None
    charset = part.get_content_charset()
    return Mail(payload, charset, (DECODED,))

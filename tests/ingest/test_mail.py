"""Articles sent by mail: what the recipient reads, whatever the mail's coding does to the words."""

from __future__ import annotations

import time

import pytest

from divergence.ingest.document import Document
from divergence.ingest.html import read_html
from divergence.ingest.markdown import read_markdown
from divergence.ingest.text import read_text

HEAD = b"From: desk@post.example\r\nSubject: Ferry\r\nMIME-Version: 1.0\r\n"
QUOTED = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
CODED = (
    b"The ferry ran onto the reef at midnight, and nine=\r\nteen people =E2=80=93 two of them chil=\r\n"
    b"dren =E2=80=93 were hurt.\r\n"
)
PLAIN = "The ferry ran onto the reef at midnight, and nineteen people – two of them children – were hurt."
PAGE = (
    b'<html><body><article><p class=3D"a">The ferry ran onto the reef at midnight, and nine=\n'
    b"teen people were hurt in the dark cab=\nins below the deck.</p></article></body></html>\n"
)


def codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


@pytest.mark.parametrize("read", [read_text, read_markdown])
@pytest.mark.parametrize(
    "data",
    [
        HEAD + b'Content-Type: text/plain; charset="utf-8"\r\n' + QUOTED + CODED,
        HEAD + b"Content-Type: multipart/alternative; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/html\r\n\r\n<p>No"
        b"</p>\r\n--xx\r\nContent-Type: text/plain; charset=utf-8\r\n"
        + QUOTED + CODED + b"--xx--\r\n",
        CODED,
    ],
)  # fmt: skip
def test_the_text_of_a_mail_is_read_as_its_recipient_sees_it(read: type, data: bytes) -> None:
    document = read(data)
    assert " ".join(document.text.split()) == PLAIN
    assert codes(document) == ["mail-decoded"]


def test_text_in_base64() -> None:
    import base64

    head = HEAD + b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    assert read_text(head + base64.encodebytes(PLAIN.encode())).text == PLAIN


@pytest.mark.parametrize(
    "head", [b"", HEAD + b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"]
)
def test_a_page_in_a_mail(head: bytes) -> None:
    document = read_html(head + PAGE.replace(b"\n", b"\r\n") + PAGE)
    assert "nineteen people were hurt in the dark cabins" in document.text
    assert "mail-decoded" in codes(document)


@pytest.mark.parametrize(
    "data",
    [
        b"Title: Ferry\nDate: 3 May 2024\n\nThe ferry ran onto the reef.",
        b"He wrote a=\nand b=\nand nothing else.",
        b"Sums: 3=3D is odd, and =E2 too.",
        b"The mayor: no.\nThe captain: yes.\n\nThey met.",
        b"Content-Type: none\n",
        b"",
    ],
)
def test_what_is_no_mail_stays_as_it_is(data: bytes) -> None:
    document = read_text(data)
    assert document.text == data.decode()
    assert codes(document) == []


@pytest.mark.parametrize("attack", [b"a: b\n", b"a: b\n c\n", b"a=\n", b"=3D", b"a:", b"\n", b"MIME-Version: 1\n"])
def test_looking_for_a_mail_takes_no_time(attack: bytes) -> None:
    from divergence.ingest.mail import without_mail_coding

    started = time.process_time()
    without_mail_coding(attack * 40_000, "plain")
    assert time.process_time() - started < 2

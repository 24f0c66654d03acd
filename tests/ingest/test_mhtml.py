"""Pages saved as one file."""

from __future__ import annotations

from divergence.ingest.mhtml import read_mhtml

TEXT = "The ferry ran onto the reef at midnight, and nineteen people were hurt in the dark cabins below the deck. " * 4
SAVED = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/1\r\nSubject: Ferry sinks\r\n"
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary"\r\n\r\n'
    "------Boundary\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<html><head><title>Ferry sinks</title></head>"
    "<body><article><h1>Ferry sinks</h1>=\r\n<p>{}</p></article></body></html>"
    "\r\n------Boundary\r\nContent-Type: text/css\r\n\r\np {{}}\r\n------Boundary--\r\n"
)


def test_the_page_in_the_file_is_read() -> None:
    document = read_mhtml(SAVED.format(TEXT).encode())
    assert document.text.split("\n\n") == ["Ferry sinks", TEXT.strip()]
    assert document.notices == ()


def test_a_torn_file_is_a_notice() -> None:
    document = read_mhtml(SAVED.format(TEXT).encode()[:300])
    assert not document.paragraphs
    assert document.notices

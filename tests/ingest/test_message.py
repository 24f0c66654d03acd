"""Newsletters and mailboxes."""

from __future__ import annotations

import pytest

from divergence.ingest.message import read_mailbox, read_message

PLAIN = "The ferry ran onto the reef at midnight, and nineteen people were hurt."
PAGE = (
    f"<html><body><article><p>{PLAIN}</p><p>{'Two boats of the coast guard came from the harbour. ' * 9}</p></article>"
)
HEAD = (
    "From: Evening Post <news@post.example>\r\nTo: us@desk.example\r\n"
    "Subject: =?utf-8?q?Ferry_=E2=80=93_nineteen_hurt?=\r\n"
    "Date: Tue, 03 Mar 2026 08:15:00 +0100\r\nArchived-At: <https://post.example/ferry>\r\nMIME-Version: 1.0\r\n"
)


def letter(body: str = PLAIN, kind: str = "plain") -> bytes:
    return f"{HEAD}Content-Type: text/{kind}; charset=utf-8\r\n\r\n{body}\r\n".encode()


def both(plain: str, page: str, more: str = "") -> bytes:
    parts = (
        f"--x\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--x\r\nContent-Type: text/html\r\n\r\n{page}\r\n{more}--x--"
    )
    kind = "mixed" if more else "alternative"
    return f"{HEAD}Content-Type: multipart/{kind}; boundary=x\r\n\r\n{parts}\r\n".encode()


def test_sender_subject_and_date_are_those_of_the_mail() -> None:
    document = read_message(letter())
    assert document.text.strip() == PLAIN
    assert (document.stated.source, document.stated.title) == ("Evening Post", "Ferry – nineteen hurt")
    assert (document.stated.published, document.stated.url) == (
        "2026-03-03T08:15:00+01:00",
        "https://post.example/ferry",
    )


def test_the_plain_text_is_read_unless_the_page_says_much_more() -> None:
    assert "coast guard" not in read_message(both(PLAIN * 9, PAGE)).text
    assert "coast guard" in read_message(both("See this in your browser.", PAGE)).text
    assert "nineteen" in read_message(letter(PAGE, "html")).text


def test_attachments_are_told() -> None:
    attached = (
        '--x\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="toll.pdf"\r\n\r\nx\r\n'
    )
    notices = read_message(both(PLAIN, PAGE, attached)).notices
    assert [n.message for n in notices if n.code == "part-left-out"] == [
        "was read without its 1 attachments (toll.pdf)."
    ]


@pytest.mark.parametrize("data", [b"", b"\0\x01\x02" * 99, HEAD.encode(), b"From: =?x?q?\r\nDate: \xff\r\n\r\n"])
def test_a_broken_mail_is_a_notice(data: bytes) -> None:
    document = read_message(data)
    assert not document.paragraphs
    assert document.notices


def test_a_mailbox_is_parted_where_messages_begin() -> None:
    start = b"From post@example Tue Mar  3 08:15:00 2026\n"
    box = start + letter("From Monday on the harbour is closed.\n>From now on, he said.") + b"\n" + start + letter()
    contents = read_mailbox(box, {})
    assert [part.number for part in contents.parts] == [1, 2]
    assert contents.parts[0].document.text.splitlines()[:2] == [
        "From Monday on the harbour is closed.",
        "From now on, he said.",
    ]
    assert contents.parts[1].document.text.strip() == PLAIN


def test_what_is_no_mailbox_is_told() -> None:
    assert [n.code for n in read_mailbox(b"From Monday on the harbour is closed.\n", {}).notices] == [
        "extraction-empty"
    ]

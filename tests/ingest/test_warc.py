"""Web archives."""

from __future__ import annotations

import io
import zipfile

import pytest

from divergence.ingest.warc import read_archive

TEXT = "The ferry ran onto the reef at midnight, and nineteen people were hurt in the dark cabins below the deck. " * 4
PAGE = (
    f"<html><head><title>Ferry sinks</title></head><body><article><h1>Ferry sinks</h1><p>{TEXT}</p></article>".encode()
)


def archive(*records: tuple[str, str, bytes], packed: bool = True, status: str = "200 OK") -> bytes:
    """A web archive with an answer for each address, kind and body."""
    pytest.importorskip("warcio")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    file = io.BytesIO()
    writer = WARCWriter(file, gzip=packed)
    for url, kind, body in records:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(body), http_headers=headers))
    return file.getvalue()


RECORDS = (("https://post.example/1", "text/html", PAGE), ("https://post.example/a.png", "image/png", b"\x89PNG"))


@pytest.mark.parametrize("packed", [True, False])
def test_pages_are_articles_and_the_rest_is_counted(packed: bool) -> None:
    contents = read_archive(archive(*RECORDS, packed=packed), {})
    assert [(part.number, part.document.stated.url) for part in contents.parts] == [(1, "https://post.example/1")]
    assert contents.parts[0].document.text.startswith("Ferry sinks\n\nThe ferry ran")
    assert [n.message for n in contents.notices] == ["was read without 1 records that are no page."]


def test_the_encoding_that_the_server_stated_is_used() -> None:
    page = PAGE.decode().replace("nineteen", "neunzehn Fährgäste").encode("cp1252")
    contents = read_archive(archive(("https://post.example/1", "text/html; charset=windows-1252", page)), {})
    assert "Fährgäste" in contents.parts[0].document.text


def test_archives_in_a_package() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("archive/data.warc.gz", archive(*RECORDS))
        package.writestr("pages/pages.jsonl", b"{}")
    assert len(read_archive(file.getvalue(), {}).parts) == 1


def test_a_torn_archive_gives_what_stands_before_the_tear() -> None:
    whole = archive(RECORDS[0], RECORDS[0], packed=False)
    contents = read_archive(whole[: len(whole) // 2 + 60], {})
    assert len(contents.parts) >= 1


def test_answers_that_are_errors_are_no_pages() -> None:
    contents = read_archive(archive(RECORDS[0], status="404 Not Found"), {})
    assert not contents.parts
    assert "no answer of status 200" in contents.notices[0].message


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04torn", b"\x1f\x8b torn"])
def test_what_is_no_archive_is_told(data: bytes) -> None:
    pytest.importorskip("warcio")
    contents = read_archive(data, {})
    assert not contents.parts
    assert {"extraction-empty", "unreadable"} & {n.code for n in contents.notices}

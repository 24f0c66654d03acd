"""Word files: what an editor sees, and what of it is left out."""

from __future__ import annotations

import io
import zipfile

import pytest

from divergence.ingest.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def word(body: str, title: str = "", **more: bytes) -> bytes:
    """A Word file with this body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        if title:
            file.writestr("docProps/core.xml", f"<core><dc:title>{title}</dc:title></core>")
        for name, data in more.items():
            file.writestr(name, data)
    return packed.getvalue()


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


@pytest.fixture(autouse=True)
def _library() -> None:
    pytest.importorskip("mammoth")


def test_paragraphs_of_several_runs_and_the_cells_of_a_table() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Dead'))}</w:tc><w:tc>{paragraph(run('9'))}</w:tc></w:tr></w:tbl>"
    body = paragraph(run("Ferry sinks")) + paragraph(run("Nine "), run("people &amp; a dog died.")) + table
    document = read_docx(word(body, "Ferry sinks"))
    assert document.text == "Ferry sinks\n\nNine people & a dog died.\n\nDead\n\n9"
    assert [document.text[start:end] for start, end in document.paragraphs][1] == "Nine people & a dog died."
    assert document.stated.title == "Ferry sinks"


def test_a_title_that_the_text_does_not_show_is_that_of_a_template() -> None:
    assert read_docx(word(paragraph(run("Nine people died.")), "Letterhead 2")).stated.title is None


def test_what_was_inserted_is_read_and_what_was_deleted_is_told() -> None:
    changed = f"<w:ins>{run('nine')}</w:ins><w:del><w:r><w:delText>seven</w:delText></w:r></w:del>".replace(
        "<w:del>", '<w:del w:id="1">'
    )
    document = read_docx(word(paragraph(run("There were "), changed, run(" dead."))))
    assert document.text == "There were nine dead."
    assert [(n.code, n.message) for n in document.notices] == [
        ("part-left-out", "was read without 1 passage that a tracked change deletes.")
    ]


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    document = read_docx(word(paragraph(run("x")), bomb=b"\0" * 60_000_000))
    assert not document.paragraphs
    assert [notice.code for notice in document.notices] == ["unreadable"]
    assert "more than 50 MB" in document.notices[0].message


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"no archive", word(paragraph(run("Nine died.")))[:-40], word("<w:p>")]
)
def test_a_broken_file_is_a_notice(data: bytes) -> None:
    document = read_docx(data)
    assert not document.paragraphs
    assert [notice.code for notice in document.notices] == ["unreadable"]

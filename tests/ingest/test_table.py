"""JSON Lines and CSV: articles in rows, with columns of usual names or of names that are stated."""

from __future__ import annotations

import json

import pytest

from divergence.ingest.table import read_csv, read_lines

ROW = {
    "Headline": "Ferry sinks",
    "outlet": {"id": 4, "name": "Evening Post"},
    "date": "2026-03-03T08:15:00Z",
    "link": "https://post.example/1",
    "body": "<p>Nineteen were hurt.</p><p>Two died.</p>",
}


def lines(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def test_usual_names_are_known() -> None:
    document = read_lines(lines(ROW), {}).parts[0].document
    assert document.text == "Ferry sinks\n\nNineteen were hurt.\n\nTwo died."
    assert (document.stated.source, document.stated.title) == ("Evening Post", "Ferry sinks")
    assert (document.stated.published, document.stated.url) == ("2026-03-03T08:15:00+00:00", "https://post.example/1")


def test_names_that_are_stated_go_first() -> None:
    row = {"text": "A summary.", "story_nl": ["Nineteen were hurt.", "Two died."], "who": "Star"}
    document = read_lines(lines(row), {"text": "story_nl", "source": "who"}).parts[0].document
    assert (document.text, document.stated.source) == ("Nineteen were hurt.\n\nTwo died.", "Star")


def test_a_row_is_known_by_its_line_and_a_broken_one_costs_itself_only() -> None:
    contents = read_lines(lines(ROW, "", "{torn", "[1]", ROW), {})
    assert [part.number for part in contents.parts] == [1, 5]
    assert [(n.code, "(3, 4)" in n.message) for n in contents.notices] == [("text-lost", True)]


@pytest.mark.parametrize(("read", "data"), [(read_lines, b'{"a": 1, "b": 2}'), (read_csv, b"a,b\n1,2\n")])
def test_a_table_without_a_column_of_text_is_told(read: type, data: bytes) -> None:
    contents = read(data, {})
    assert [n.code for n in contents.notices] == ["extraction-empty"]
    assert "[columns]" in contents.notices[0].message


def test_a_column_that_is_stated_and_not_there_is_told() -> None:
    assert [n.code for n in read_lines(lines(ROW), {"text": "nowhere"}).notices] == ["extraction-empty"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_rows_of_csv(mark: str) -> None:
    data = (
        mark.join(("title", "source", "text")) + "\n" + mark.join(("Ferry", "Post", '"Nine died.\n\nHe said ""no""."'))
    )
    document = read_csv(data.encode(), {}).parts[0].document
    assert (document.text, document.stated.source) == ('Ferry\n\nNine died.\n\nHe said "no".', "Post")


def test_a_cell_of_endless_length_ends_the_table_with_a_notice() -> None:
    contents = read_csv(b"text\nNine died.\n" + b"x" * 5_000_001 + b"\n", {})
    assert len(contents.parts) == 1
    assert [n.code for n in contents.notices] == ["text-lost"]


def test_cells_that_stand_in_no_column_are_told() -> None:
    contents = read_csv(b'title,text\nFerry,The ferry sank, and nine were lost.\nQuay,"Quiet, they said."\n', {})
    assert [part.document.text for part in contents.parts] == ["Ferry\n\nThe ferry sank", "Quay\n\nQuiet, they said."]
    (notice,) = contents.notices
    assert (notice.code, "(row 1)" in notice.message) == ("text-lost", True)
    assert read_csv(b"text\nThe ferry sank.\n", {}).notices == ()


def test_a_file_of_broken_lines_alone_is_told_once() -> None:
    """That no column is known would be true and of no help."""
    (notice,) = read_lines(b"torn", {}).notices
    assert (notice.code, notice.message) == ("text-lost", "has a line that is no JSON object and was not read (1).")


def test_a_head_alone_is_told() -> None:
    """Whatever columns it names."""
    assert [(n.code, n.message) for n in read_csv(b"text,source\n", {}).notices] == [
        ("extraction-empty", "holds no row.")
    ]


@pytest.mark.parametrize(("line", "shown"), [(b"{}", "it has none"), (b'{"a": 1, "b": 2}', "it has a, b")])
def test_columns_without_a_text_are_told(line: bytes, shown: str) -> None:
    (notice,) = read_lines(line, {}).notices
    assert notice.code == "extraction-empty"
    assert shown in notice.message


def test_twelve_columns_are_told_at_most() -> None:
    line = ("{" + ", ".join(f'"c{number}{"x" * 50}": 1' for number in range(14)) + "}").encode()
    (notice,) = read_lines(line, {}).notices
    assert ("c11" in notice.message, "c12" in notice.message) == (True, False)
    assert "x" * 39 not in notice.message

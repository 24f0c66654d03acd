"""Parquet: articles in rows, as in other exports, unpacked within bounds."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from divergence.ingest import parquet_rows
from divergence.ingest.parquet import read_parquet

pyarrow = pytest.importorskip("pyarrow")
BODY = "Nineteen were hurt when the ferry Alda ran onto a reef.\n\nTwo died."
ROWS = {"headline": ["Ferry sinks", None], "body": [BODY, "A second ferry came."], "outlet": ["Post", "Star"]}


def repeated(text: str, times: int) -> Any:
    """A column of one value many times, which takes no more room than the value."""
    return pyarrow.DictionaryArray.from_arrays(pyarrow.array([0] * times), pyarrow.array([text]))


def packed(columns: Mapping[str, Sequence[Any] | Any], **options: Any) -> bytes:
    """A file with these columns."""
    from pyarrow import parquet

    file = io.BytesIO()
    parquet.write_table(pyarrow.table(dict(columns)), file, **options)
    return file.getvalue()


def test_rows_are_articles_known_by_their_number() -> None:
    contents = read_parquet(packed(ROWS), {})
    first, second = (part.document for part in contents.parts)
    assert first.text == "Ferry sinks\n\nNineteen were hurt when the ferry Alda ran onto a reef.\n\nTwo died."
    assert (first.stated.source, second.stated.source, second.stated.title) == ("Post", "Star", None)
    assert [part.number for part in contents.parts] == [1, 2]
    assert not contents.notices


def test_a_column_may_be_stated() -> None:
    data = packed({"text": ["A summary."], "story.full": [BODY]})
    assert read_parquet(data, {"text": "story.full"}).parts[0].document.text == BODY


@pytest.mark.parametrize(
    "published",
    [
        pyarrow.array([date(2031, 5, 14)]),
        pyarrow.array([1936504800], pyarrow.timestamp("s")),
        pyarrow.array([1936504800000000001], pyarrow.timestamp("ns")),
        pyarrow.array([datetime(2031, 5, 14, 6, tzinfo=UTC)]),
        pyarrow.array(["2031-05-14"]).dictionary_encode(),
    ],
)
def test_a_day_is_read_in_whatever_type_it_has(published: Any) -> None:
    stated = read_parquet(packed({"body": [BODY], "date": published}), {}).parts[0].document.stated
    assert (stated.published or "")[:10] == "2031-05-14"


def test_paragraphs_in_a_list_and_a_source_in_an_object_are_read() -> None:
    data = packed({"body": [["Nineteen were hurt.", "Two died."]], "source": [{"id": 4, "name": "Evening Post"}]})
    document = read_parquet(data, {}).parts[0].document
    assert (document.text, document.stated.source) == ("Nineteen were hurt.\n\nTwo died.", "Evening Post")


def test_columns_of_bytes_are_left_out_and_told() -> None:
    contents = read_parquet(packed({"body": [BODY], "picture": [b"\x89PNG"]}), {})
    assert [(n.code, n.message) for n in contents.notices] == [
        ("part-left-out", "was read without its columns of bytes (picture).")
    ]
    assert len(contents.parts) == 1


def test_letters_that_are_none_cost_themselves_only() -> None:
    broken = pyarrow.array([b"Two d\xffied."]).view(pyarrow.string())
    assert read_parquet(packed({"body": broken}), {}).parts[0].document.text == "Two d�ied."


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1 torn PAR1", b"no table", packed(ROWS)[:-20]])
def test_what_is_no_table_is_told(data: bytes) -> None:
    contents = read_parquet(data, {})
    assert not contents.parts
    assert [notice.code for notice in contents.notices] == ["unreadable"]


def test_a_table_without_rows_or_text_is_told() -> None:
    for columns in ({"body": pyarrow.array([], pyarrow.string())}, {"a": [1]}):
        assert [notice.code for notice in read_parquet(packed(columns), {}).notices] == ["extraction-empty"]


def test_rows_before_a_broken_page_are_kept() -> None:
    texts = [f"{BODY} It was ferry number {number}." for number in range(1000)]
    data = bytearray(packed({"body": texts}, compression="none", use_dictionary=False, row_group_size=250))
    at = data.rfind(b"ferry number 600")
    data[at - 20_000 : at] = b"\xff" * 20_000
    contents = read_parquet(bytes(data), {})
    assert 0 < len(contents.parts) < 1000
    assert [notice.code for notice in contents.notices] == ["text-lost"]


def test_a_small_file_that_unpacks_to_very_much_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_rows, "MOST", 40_000_000)
    data = packed({"body": repeated(BODY * 1000, 1000)})
    assert len(data) < 100_000
    read = parquet_rows.parse(data)
    assert 0 < len(read["rows"]) < 1000
    assert "more than 40 MB" in read["error"]


def test_a_file_that_would_fill_the_memory_costs_itself_only() -> None:
    data = packed({"body": repeated("word " * 1_000_000, 4000)})
    assert len(data) < 6_000_000
    contents = read_parquet(data, {})
    assert {notice.code for notice in contents.notices} <= {"text-lost", "unreadable"}
    assert contents.notices

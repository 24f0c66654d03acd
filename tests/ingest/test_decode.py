"""Encodings: certain ones silently or with a word, guesses always with a notice, garbage refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.ingest.decode import decode

TEXT = "The café on Türkiye Street “was shut” on Monday – all 12 guests left.\n"


def codes(data: bytes, declared: str | None = None) -> list[str]:
    decoded = decode(data, declared)
    return [notice.code for notice in decoded.notices] if decoded else ["none"]


def test_utf8_needs_no_word() -> None:
    decoded = decode(TEXT.encode())
    assert decoded is not None
    assert (decoded.text, decoded.notices) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT
    assert [notice.code for notice in decoded.notices] == ["encoding-declared"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_guessed(encoding: str) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert decoded.text == TEXT
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


def test_quotes_of_windows_are_read_right_and_said_to_be_a_guess() -> None:
    text = "“It’s closed,” he said – at 9 o’clock…"
    decoded = decode(text.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == text
    assert [notice.code for notice in decoded.notices] == ["encoding-guessed"]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("Señor Núñez", "cp1252"),
        ("François Müller", "cp1252"),
        ("Erdoğan", "cp1254"),
        ("Wałęsa", "cp1250"),
        ("Łukasz", "cp1250"),
        ("a clerk who was fined £75,000", "cp1252"),
        ("a clerk who was fined £ 8 million", "cp1252"),
        ("Владимир Путин", "cp1251"),
    ],
)
def test_names_in_english_text_are_guessed_right(name: str, encoding: str) -> None:
    text = f"The minister said that the talks would go on until Friday. “We are far apart,” said {name}.\n" * 5
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text


def test_a_declared_encoding_is_believed_where_utf8_does_not_fit() -> None:
    text = "Bay Erdoğan’ın açıklaması: Şırnak’ta 12 kişi"
    decoded = decode(text.encode("cp1254"), "windows-1254")
    assert decoded is not None
    assert decoded.text == text
    assert [notice.code for notice in decoded.notices] == ["encoding-declared"]


def test_utf8_is_utf8_whatever_the_page_declares() -> None:
    decoded = decode(TEXT.encode(), "iso-8859-1")
    assert decoded is not None
    assert decoded.text == TEXT


@pytest.mark.parametrize("declared", ["utf-7", "base64", "punycode", "rot13", "unicode_escape", "nonsense", "", "\0"])
def test_codes_that_are_no_encoding_of_text_are_not_used(declared: str) -> None:
    assert codes("12 cafés’".encode("cp1252"), declared) == ["encoding-guessed"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 8, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9, b"\0" * 1000, b"\x7fELF\x02" * 50]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None


def test_a_broken_end_costs_its_own_characters_only() -> None:
    decoded = decode(TEXT.encode("utf-16")[:-1])
    assert decoded is not None
    assert decoded.text.startswith(TEXT[:-1])
    assert "undecodable" in [notice.code for notice in decoded.notices]


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "utf-8", "shift_jis", "utf-16", "x"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    assert decoded is None or decoded.text.encode("utf-8") is not None

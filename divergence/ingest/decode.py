"""Bytes to characters: by byte order mark, as UTF-8, as declared, and only then by a guess that is said aloud."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from divergence.model.text import Notice

# The longer marks first: UTF-32's begins like UTF-16's.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read under these labels: pages that claim the one are written in the other (WHATWG Encoding, 4.2).
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "gb2312": "gb18030"}

# The encodings a page may declare; the rest of Python's are codes of another kind (base64, punycode, utf-7 …).
DECLARABLE = (
    "ascii",
    "utf-8",
    "utf-16",
    "iso8859",
    "iso2022_jp",
    "cp",
    "koi8",
    "mac",
    "gb",
    "big5",
    "euc",
    "shift_jis",
)

# Quotes, dashes, ellipsis, euro and non-breaking space have these bytes in every Windows code page,
# so that a text with no other byte above 127 reads the same whichever of them it was written in.
SHARED_BYTES = frozenset(
    b"\x80\x82\x84\x85\x86\x87\x89\x8b\x91\x92\x93\x94\x95\x96\x97\x99\x9b\xa0\xa9\xab\xae\xb0\xb1\xbb"
)

# A guess among these only: EBCDIC and the like fit any short text and are never met.
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "mac_roman",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip

LATIN = ("cp1252", "cp1254", "cp1250", "mac_roman")
"""Where these are in question, the general guess errs: it takes Núñez for Núńez and Erdoğan for Erdođan."""
FAMILIAR = (("“”‘’–—…áàâäãåéèêëíìîïóòôöõøúùûüñçßæœšž", 1.0), ("ğışi\u0307", 0.9), ("čćłęąńřěśźżőűđťďňů", 0.7))
STRANGE = -0.5
"""What each character beyond ASCII speaks for or against a reading."""


POUND = 1.5
"""What a pound sign before a digit makes good: the byte is a Ł in the code page of Central Europe."""
_POUNDS = re.compile(r"£[ \u00a0]?\d")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's characters and what had to be said about reading them."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The characters of a text file, without a byte order mark; None for what is no text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    if b"\0" in data and (wide := _wide(data)):
        return wide
    try:
        return _checked(Decoded(data.decode("utf-8")))
    except UnicodeDecodeError:
        return _checked(_declared(data, declared) or _guessed(data))


def _marked(data: bytes, encoding: str) -> Decoded | None:
    """Decode under a byte order mark; a broken end costs its own characters only."""
    notice = Notice("encoding-declared", f"read as {encoding.upper()} because its byte order mark says so.")
    text = data.decode(encoding, errors="replace")
    return _checked(Decoded(text, (notice, *_replaced(text))))


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: English text then has a zero in nearly every second byte."""
    half = len(data) / 2
    for encoding, zeros in (("utf-16-le", data[1::2].count(0)), ("utf-16-be", data[0::2].count(0))):
        if zeros >= 0.7 * half:
            text = data.decode(encoding, errors="replace")
            return _checked(Decoded(text, (_guess_notice(encoding), *_replaced(text))))
    return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """Decode as the file says, where that is a known encoding of text and fits every byte."""
    try:
        name = codecs.lookup(declared or "").name
        text = data.decode(READ_AS.get(name, name)) if name.startswith(DECLARABLE) else None
    except (LookupError, ValueError):
        return None
    if text is None:
        return None
    return Decoded(text, (Notice("encoding-declared", f"read as {READ_AS.get(name, name)} because the page says so."),))


def _guessed(data: bytes) -> Decoded:
    """Decode by what fits best. Names with accents may come out wrong, which the notice says."""
    encoding = "cp1252"
    if not SHARED_BYTES.issuperset(byte for byte in set(data) if byte > 127):
        from charset_normalizer import from_bytes

        best = from_bytes(data[:200_000], cp_isolation=list(CANDIDATES)).best()
        encoding = best.encoding if best and best.encoding not in LATIN else _likeliest_latin(data)
    text = data.decode(encoding, errors="replace")
    return Decoded(text, (_guess_notice(encoding), *_replaced(text)))


def _likeliest_latin(data: bytes) -> str:
    """The Latin code page under which the characters beyond ASCII are those of English news."""

    def sums(encoding: str) -> float:
        return POUND * len(_POUNDS.findall(data.decode(encoding, errors="replace")))

    def familiarity(encoding: str) -> float:
        beyond = [c.lower() for c in data.decode(encoding, errors="replace") if ord(c) > 127]
        return sum(next((weight for known, weight in FAMILIAR if c in known), STRANGE) for c in beyond) + sums(encoding)

    return max(LATIN, key=familiarity)


def _guess_notice(encoding: str) -> Notice:
    return Notice(
        "encoding-guessed",
        f"is not UTF-8 and does not say its encoding; read as {encoding}, which is a guess: "
        "check names with accents, or save the file as UTF-8.",
    )


def _replaced(text: str) -> tuple[Notice, ...]:
    """A notice where bytes could not be decoded and stand as replacement characters."""
    count = text.count("\ufffd")
    return (Notice("undecodable", f"has {count} places that could not be decoded, shown as \ufffd."),) if count else ()


def _checked(decoded: Decoded) -> Decoded | None:
    """None for what decodes but is no text: more than one control character in a hundred."""
    text = decoded.text
    controls = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13, 27))
    return None if controls * 100 > len(text) else decoded

"""What was read from an article, as JSON and back, so that an unchanged article need not be read again.

An entry is found by everything that decides its content: the article, the language pipeline and the reading program.
It carries a digest of itself; one that is torn, edited or of another key counts as absent. It is data only: decoding
builds nothing but this package's own frozen records (it is never pickled).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from typing import Any

from divergence.language.parsed import Name, Parsed, Sentence, Token
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article, Span, Story

FORMAT = "divergence-cache"
VERSION = 1
_OURS = ("divergence.model.", "divergence.facts.", "divergence.ingest.", "divergence.review.news:")
READING = ("model", "lexicon", "language", "facts", "sources")
"""The parts of the program that decide what is read from an article."""
COMPARING = (*READING, "align", "link", "assess", "pipeline.py", "options.py", "review")
"""The parts that decide what a comparison finds."""
_TEXTS: dict[str, Callable[[str], Hashable]] = {
    "Decimal": Decimal,
    "Fraction": Fraction,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "Kind": Kind,
}
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, ImportError, RecursionError, ArithmeticError, IndexError)
Content = tuple[Parsed, tuple[Mention, ...]]
"""What is read from an article: its parse, and what it states."""


def encode(value: object) -> Any:
    """A value made of our frozen records, tuples and plain values, as JSON data."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, Enum):
        return ["enum", _name(type(value)), encode(value.value)]
    if isinstance(value, tuple):
        return ["tuple", *map(encode, value)]
    if isinstance(value, frozenset):
        return ["set", *sorted(map(encode, value), key=json.dumps)]
    if is_dataclass(value):
        return ["record", _name(type(value)), *(encode(getattr(value, field.name)) for field in fields(value))]
    if type(value).__name__ in _TEXTS:
        return [type(value).__name__, str(value)]
    raise TypeError(f"no JSON form for {type(value).__name__}")


def decode(data: Any, article: str) -> Any:
    """The value that ``encode`` wrote; spans come to lie in the article of this id."""
    if not isinstance(data, list):
        return data
    tag, *rest = data
    if tag in _TEXTS:
        return _TEXTS[tag](rest[0])
    if tag in ("tuple", "set"):
        values = (decode(part, article) for part in rest)
        return tuple(values) if tag == "tuple" else frozenset(values)
    made = _class(rest[0])
    if made is Span:
        return Span(article, rest[2], rest[3])
    return made(*(decode(part, article) for part in rest[1:]))


def _name(made: type) -> str:
    return f"{made.__module__}:{made.__qualname__}"


@cache
def _class(name: str) -> Any:
    """A class of ours by its name; anything else is refused."""
    module, _, qualified = name.partition(":")
    found = getattr(import_module(module), qualified, None) if name.startswith(_OURS) else None
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
        raise ValueError(f"{name} is no record of this package")
    return found


def cache_key(article: Article, reading: str) -> str:
    """The name of an article's entry: a digest of its content and of what reads it, not of its place in a story."""
    content = replace(article, id="", path="", part=0)
    parts = [reading, *(repr(getattr(content, field.name)) for field in fields(content))]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def story_key(story: Story, comparing: str) -> str:
    """The name of the entry for what a story disagrees on: a digest of its articles and of what compares them."""
    articles = (f"{article.place} {cache_key(article, comparing)}" for article in story.articles)
    return hashlib.sha256("\0".join([comparing, *articles]).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def program_version(parts: tuple[str, ...], setting: str) -> str:
    """A digest of parts of the program, with what else decides: the pipeline's name and version, the sensitivity."""
    digest = hashlib.sha256(f"{VERSION} {setting}".encode())
    package = resources.files("divergence")
    for part in parts:
        for file in _files(package / part):
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Traversable) -> list[Traversable]:
    """All files of a package but compiled ones; of a trained pipeline its description, which names its version."""
    if folder.is_file():
        return [folder]
    found = []
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.is_dir() and entry.name != "__pycache__":
            meta = entry / "meta.json"
            found += [meta] if meta.is_file() else _files(entry)
        elif entry.is_file():
            found.append(entry)
    return found


def seal(key: str, data: object) -> bytes:
    """JSON data as the bytes of an entry that carries its own digest."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    entry = {"format": FORMAT, "version": VERSION, "key": key, "sha256": _digest(key, text), "content": text}
    return json.dumps(entry).encode()


def unseal(entry: bytes, key: str) -> Any:
    """The data in an entry; None where it is not whole, not ours, or of another key."""
    try:
        found = json.loads(entry)
        text = found["content"]
        whole = (found["format"], found["version"], found["key"], found["sha256"])
        return json.loads(text) if whole == (FORMAT, VERSION, key, _digest(key, text)) else None
    except _BROKEN:
        return None


def _digest(key: str, text: str) -> str:
    return hashlib.sha256(f"{key} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def pack(key: str, content: Content) -> bytes:
    """What was read from an article, as an entry."""
    parsed, mentions = content
    data = {
        "tokens": [[getattr(token, field.name) for field in fields(token)] for token in parsed.tokens],
        "sentences": [[getattr(sentence, field.name) for field in fields(sentence)] for sentence in parsed.sentences],
        "names": [[name.first, name.last, name.label] for name in parsed.names],
        "children": parsed.children,
        "pipeline": parsed.pipeline,
        "mentions": [encode(mention) for mention in mentions],
    }
    return seal(key, data)


def unpack(entry: bytes, key: str, article: Article) -> Content | None:
    """What an entry holds for this article; None where it is of no use."""
    data = unseal(entry, key)
    try:
        return _content(data, article) if data is not None else None
    except _BROKEN:
        return None


def _content(data: dict[str, Any], article: Article) -> Content:
    parsed = Parsed(
        article,
        tuple(Token(*row) for row in data["tokens"]),
        tuple(Sentence(*row) for row in data["sentences"]),
        tuple(Name(*row) for row in data["names"]),
        tuple(map(tuple, data["children"])),
        str(data["pipeline"]),
    )
    return parsed, tuple(decode(mention, article.id) for mention in data["mentions"])

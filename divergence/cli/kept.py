"""What was read from loose files, kept beside the stories, so that a later run reads only what is new.

One line for each file, found by everything that decides what is read from it: its bytes, the reader, the names of the
columns and the program. A line that is torn, edited or of another program counts as absent. Only one process writes.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from divergence.cli.apart import files_apart
from divergence.cli.files import write_file
from divergence.errors import DivergenceError
from divergence.ingest.files import read_file
from divergence.ingest.opened import Opened
from divergence.ingest.readers import reader_for
from divergence.review.cache import decode, encode, program_version, seal, unseal

if TYPE_CHECKING:
    from divergence.ingest.each import GivenUp
    from divergence.ingest.opened import Opening

NAME = ".divergence-read.jsonl"
READING_FILES = ("model", "lexicon", "ingest")
"""The parts of the program that decide what is read from a file."""
LIBRARIES = ("htmldate", "lxml", "mammoth", "pyarrow", "pypdfium2", "trafilatura", "warcio")
PASSING = frozenset({"unreadable", "library-missing"})
"""Notices that another try may do without, so that what they stand with is not kept."""
WASTE = 2
"""How many times as large as what it holds for this run the file may be."""
_KEY = 64
"""Characters of a key: a SHA-256 in hexadecimal."""
Place = tuple[int, int]
Entry = tuple[str, bytes]


@dataclass(slots=True)
class Kept:
    """The file of what was read, in a folder of stories."""

    file: Path
    places: dict[str, Place] = field(default_factory=dict)
    """Where the line of each key begins, and how long it is."""
    used: set[str] = field(default_factory=set)
    broken: bool = False
    """Whether it cannot be written, which costs time and nothing else."""

    def add(self, entries: Iterable[Entry], used: Iterable[str]) -> None:
        """Write what a process has read, and note what was used of what it found here."""
        self.used.update(used)
        new = [*entries]
        if new and not self.broken:
            try:
                self._append(new)
            except OSError:
                self.broken = True

    def _append(self, new: Iterable[Entry]) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
        with os.fdopen(descriptor, "ab") as file:
            at = file.seek(0, os.SEEK_END)
            for key, line in new:
                self.places[key] = (at, len(line))
                at += file.write(line)

    def tidy(self) -> None:
        """Leave out what this run had no use for, where that is most of the file."""
        held = sum(self.places[key][1] for key in self.used if key in self.places)
        if self.broken or not self.file.is_file() or self.file.stat().st_size <= WASTE * held:
            return
        with contextlib.suppress(DivergenceError, OSError):
            lines = [line for key in sorted(self.used & self.places.keys()) if (line := self.line(key))]
            write_file(self.file, b"".join(lines))

    def line(self, key: str) -> bytes:
        """The line of a key; nothing where it is not there."""
        at, length = self.places.get(key, (0, 0))
        with contextlib.suppress(OSError), self.file.open("rb") as file:
            file.seek(at)
            return file.read(length)
        return b""


def read_kept(folder: Path) -> Kept:
    """What earlier runs read, in a folder of stories."""
    kept = Kept(folder / NAME)
    with contextlib.suppress(OSError):
        if kept.file.is_symlink() or not kept.file.is_file():
            kept.broken = os.path.lexists(kept.file)
            return kept
        with kept.file.open("rb+") as file:
            at = 0
            for line in file:
                if not line.endswith(b"\n"):  # a run was ended in the midst of it
                    file.truncate(at)
                    break
                kept.places[line[:_KEY].decode("ascii", "replace")] = (at, len(line))
                at += len(line)
    return kept


@dataclass(slots=True)
class KeptOpening:
    """Opens files as others do, those that were read before not again."""

    kept: Kept
    version: str
    new: list[Entry] = field(default_factory=list)
    used: list[str] = field(default_factory=list)

    def __call__(self, opening: Opening, files: Sequence[Path], /) -> Iterator[Opened | GivenUp]:
        """What each file holds, in their order."""
        keys = [self._key(opening, file) for file in files]
        known = [self._known(key) for key in keys]
        fresh = files_apart(opening, [file for file, found in zip(files, known, strict=True) if found is None])
        for key, found in zip(keys, known, strict=True):
            yield found or self._noted(key, next(fresh))

    def _key(self, opening: Opening, file: Path) -> str:
        """What a file's content is known by; nothing where it cannot be read."""
        reader = reader_for(file)
        data = read_file(file, opening.root, reader.largest) if reader else None
        if reader is None or not isinstance(data, bytes):
            return ""
        told = (self.version, reader.name, opening.most, sorted(opening.columns.items()))
        digest = hashlib.sha256(data).hexdigest()
        return hashlib.sha256(f"{told} {digest}".encode("utf-8", "surrogatepass")).hexdigest()

    def _known(self, key: str) -> Opened | None:
        line = self.kept.line(key)
        data = unseal(line[_KEY + 1 :], key) if line else None
        with contextlib.suppress(ValueError, TypeError, IndexError, AttributeError, ImportError):
            found = decode(data, "") if data is not None else None
            if isinstance(found, Opened):
                self.used.append(key)
                return found
        return None

    def _noted(self, key: str, opened: Opened | GivenUp) -> Opened | GivenUp:
        if key and isinstance(opened, Opened) and not PASSING & {notice.code for _, notice in opened.notices}:
            self.new.append((key, f"{key} ".encode() + seal(key, encode(opened)) + b"\n"))
            self.used.append(key)
        return opened


@cache
def reading_version() -> str:
    """A digest of the program and of the libraries that read files."""
    return program_version(READING_FILES, " ".join(map(_version, LIBRARIES)))


def _version(library: str) -> str:
    try:
        return f"{library} {metadata.version(library)}"
    except metadata.PackageNotFoundError:
        return library

"""What a run over many stories has done, so that a later run goes on where it was stopped.

One line of JSON for each story, found by everything that decides its reports: the bytes of its files, the options and
the program. A line counts only while the files that it tells of are there, unchanged.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from divergence.errors import InputError
from divergence.review.cache import COMPARING, program_version

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput

NAME = ".divergence-done.jsonl"
PROGRAM = (*COMPARING, "ingest", "report", "version.py")
"""The parts of the program that decide what a report says."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One story's reports."""

    key: str
    story: str
    out: str
    """What was written to standard output for it."""
    err: str
    findings: int
    files: Mapping[str, str]
    """Digest of each file written, by its path."""
    summary: dict[str, Any] | None = None
    """What an overview of all stories tells of it."""


@dataclass(slots=True)
class DoneList:
    """The stories done so far, in a file of the output folder."""

    file: Path
    setting: str
    """Everything but the articles that decides the reports."""
    entries: dict[str, Entry] = field(default_factory=dict)

    def key(self, found: StoryInput, paths: Iterable[str]) -> str:
        """The digest under which the entry of a story with reports at these paths stands."""
        from divergence.ingest.story_file import NAME as STORY_FILE

        digest = hashlib.sha256(f"{self.setting}\0{found.id}\0{found.base}".encode("utf-8", "surrogatepass"))
        digest.update("".join(f"\0{path}" for path in paths).encode("utf-8", "surrogatepass"))
        folders = {path.parent for path in found.files} | {found.folder}
        for path in sorted({*found.files, *(folder / STORY_FILE for folder in folders)}):
            digest.update(f"\0{path}\0{digest_of(path)}".encode("utf-8", "surrogatepass"))
        digest.update("\0".join(notice.message for notice in found.notices).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def find(self, key: str) -> Entry | None:
        """A story's entry, where all its files are as they were written."""
        entry = self.entries.get(key)
        whole = entry is not None and all(digest_of(Path(path)) == known for path, known in entry.files.items())
        return entry if whole else None

    def add(self, entry: Entry) -> None:
        """Write that a story is done. Raises InputError where this cannot be written."""
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o666)
            with os.fdopen(descriptor, "ab") as file:
                file.write(json.dumps(asdict(entry), sort_keys=True).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise InputError(f"Cannot write {self.file}: {error.strerror or error}.") from error


def digest_of(path: Path) -> str:
    """A file's digest; nothing where it cannot be read."""
    try:
        if path.is_symlink() or not path.is_file():  # a pipe without a writer would block for ever
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def read_done(folder: Path, setting: str) -> DoneList:
    """The list in an output folder; lines that are torn or not ours are passed over."""
    file = folder / NAME
    done = DoneList(file, setting)
    if file.is_symlink() or not file.is_file():
        return done
    for line in file.read_bytes().splitlines():
        try:
            entry = Entry(**json.loads(line))
        except (ValueError, TypeError):
            continue
        done.entries[entry.key] = entry
    return done


def program_setting(pipeline: str, options: Iterable[object], templates: Iterable[Path]) -> str:
    """A digest of the program, its templates and the options of a run."""
    files = sorted(file for folder in templates for file in folder.rglob("*") if file.is_file())
    parts = [program_version(PROGRAM, pipeline), *map(repr, options), *(f"{f.name} {digest_of(f)}" for f in files)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

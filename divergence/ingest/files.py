"""The only place where articles' files are opened: regular files of a bearable size, never through a link."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from divergence.model.text import Notice

LARGEST = 10_000_000
"""Bytes. A long article has 100 kB; ten megabytes of text would keep a reader waiting for minutes."""

# A link could put a secret file of the machine that runs a check into a published report.
FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would block for ever
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_file(path: Path, root: Path | None = None, largest: int = LARGEST) -> bytes | Notice:
    """The bytes of a file, or the reason why it was not read."""
    if os.path.islink(path):
        return Notice("symlink", "is a symbolic link, which is not followed; give what it points to.")
    if root is not None and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root)):
        return Notice("outside-root", "lies outside the folder that may be read.")
    try:
        data = _read_regular(path, largest + 1)
    except OSError as error:
        return Notice("unreadable", f"could not be read ({error.strerror or type(error).__name__}).")
    if data is None:
        return Notice("not-a-file", "is not a regular file but a folder, a pipe or a device.")
    if len(data) > largest:
        return Notice("too-large", f"is larger than {largest // 1_000_000} MB and was not read.")
    return data


def _read_regular(path: Path, most: int) -> bytes | None:
    """At most so many bytes of a file; None where it is a folder, a pipe or a device."""
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        return file.read(most) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else None


def printable(path: Path | str) -> str:
    """A path with forward slashes that any output can hold: bytes that are no UTF-8 become replacement characters."""
    return os.fsencode(os.fspath(path)).decode("utf-8", errors="replace").replace(os.sep, "/")

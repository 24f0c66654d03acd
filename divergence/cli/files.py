"""The only place where results are written: each file is replaced as a whole, never half.

Killed at any moment, a run leaves the old file or the new one. What a killed run left behind carries a prefix of ours
and is removed by the next run into that folder.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from divergence.errors import InputError

PREFIX = ".divergence-"
SUFFIX = ".tmp"
_TEMPORARY = re.compile(rf"{re.escape(PREFIX)}(\d{{1,10}})-.*{re.escape(SUFFIX)}")
_NOT_IN_A_NAME = re.compile(r"[^\w.-]+")


def write_file(path: Path, data: bytes) -> None:
    """Put bytes into a file, atomically; a symbolic link in its place is replaced, not followed.

    Raises InputError where the file cannot be written.
    """
    write_together({path: data})


def write_together(files: Mapping[Path, bytes]) -> None:
    """Put bytes into several files that belong together, as a story's reports do.

    All of them are on the disk before the first takes its place, and earlier ones are gone before the second does: a
    run that is killed never leaves the files of two runs side by side, though some may be missing. Raises InputError
    where one of them cannot be written; then none is.
    """
    made: dict[Path, str] = {}
    path = Path()
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            _sweep(path.parent)
            made[path] = _beside(path, data)
            if path.is_dir() and not path.is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        for path in [*made][1:]:
            path.unlink(missing_ok=True)
        for path, name in made.items():
            os.replace(name, path)
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}. Name another place with --out.") from error
    finally:
        for name in made.values():
            with contextlib.suppress(OSError):
                os.unlink(name)


def earlier(path: Path) -> str:
    """What to say of a file that lies where one could not be made."""
    return " The one that is there comes from an earlier run." if path.is_file() else ""


def create_file(path: Path, data: bytes) -> None:
    """Put bytes into a file that is not there yet; a link that leads nowhere counts as there.

    Raises InputError where it is there, or cannot be written.
    """
    try:
        with open(path, "xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise InputError(f"{path} already exists and was left as it is.") from error
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}.") from error


def _beside(path: Path, data: bytes) -> str:
    """The name of a whole file of these bytes beside a path."""
    descriptor, name = tempfile.mkstemp(SUFFIX, f"{PREFIX}{os.getpid()}-", path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return name


def _umask() -> int:
    """The permissions that new files go without; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sweep(folder: Path) -> None:
    """Remove temporary files of runs that no longer live."""
    if os.name != "posix":  # elsewhere asking whether a process lives could end it
        return
    for entry in os.scandir(folder):
        match = _TEMPORARY.fullmatch(entry.name)
        if match and not _lives(int(match[1])):
            with contextlib.suppress(OSError):
                os.unlink(entry.path)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def story_folders(ids: list[str], out: Path) -> list[Path]:
    """An output folder for each story, named after it but leading nowhere else; equal names are numbered."""
    taken: set[str] = set()
    folders = []
    for id in ids:
        name = base = _NOT_IN_A_NAME.sub("-", id).strip(".-")[:100] or "story"
        number = 2
        while name.casefold() in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name.casefold())
        if (out / name).is_symlink():
            raise InputError(
                f"{out / name} is a symbolic link, which is not followed; remove it or name another --out."
            )
        folders.append(out / name)
    return folders

"""What git knows of an earlier revision: its files, and which ones changed since.

Everything is asked of git in its plumbing form with names ended by NUL, so that no file name is misread. Files of the
earlier revision are laid out in a temporary folder and read there like any others.
"""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from divergence.errors import InputError, UsageError

_LINK = "120000"
_FILES = ("100644", "100755")


def git(arguments: list[str], folder: Path, data: bytes | None = None) -> bytes:
    """What git prints. Raises InputError with git's own words where it fails."""
    environment = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1"}
    command = ["git", "--no-pager", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, input=data, capture_output=True, check=True)  # noqa: S603
    except FileNotFoundError as error:
        raise InputError("--since needs git, which is not installed here.") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = "; ".join(line for line in said if line) or str(error.returncode)
        raise InputError(f"git {arguments[0]} failed: {reason}") from error
    return done.stdout


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier state of the repository."""

    root: Path
    """The top folder of the working tree."""
    commit: str
    """What the checked state is compared with: where it branched off."""
    name: str
    """As the user calls it."""
    tip: str
    """The revision itself: what the desk decided and set there since holds, too."""

    def text(self, path: str) -> str | None:
        """A file's text at the revision's tip; None where it has none or it is no regular file."""
        row = git(["ls-tree", "-z", self.tip, "--", path], self.root)
        if not row or row.split(b" ", 1)[0].decode() not in _FILES:
            return None
        return git(["cat-file", "blob", f"{self.tip}:{path}"], self.root).decode("utf-8", "replace")


def commit_of(name: str, folder: Path) -> str:
    """The commit of a revision. Raises UsageError where there is none of that name, as in a shallow clone."""
    try:
        found = git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], folder)
    except InputError as error:
        raise UsageError(
            f"git knows no revision {name!r} here. In CI, fetch it first (actions/checkout: fetch-depth: 0)."
        ) from error
    return found.decode().strip()


def _root(folder: Path) -> Path:
    return Path(os.fsdecode(git(["rev-parse", "--show-toplevel"], folder).rstrip(b"\n")))


def revision(name: str, folder: Path, checked: str = "HEAD") -> Revision:
    """The commit from which the checked state branched off, for a revision such as ``origin/main``.

    Raises UsageError where there is no such revision.
    """
    root, tip = _root(folder), commit_of(name, folder)
    commit = tip
    with suppress(InputError):  # no common history is known, as in a shallow clone: compare with the revision itself
        commit = git(["merge-base", "--end-of-options", tip, checked], root).decode().strip()
    return Revision(root, commit, name, tip)


def nothing_before(folder: Path) -> Revision:
    """The empty state before a repository's first commit."""
    empty = git(["hash-object", "-t", "tree", "--stdin"], folder, b"").decode().strip()
    return Revision(_root(folder), empty, "the first commit", empty)


def changed_paths(since: Revision) -> list[Path]:
    """All files that differ between the revision and the working tree, added, changed or gone, and untracked ones."""
    plain = ["--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=dirty"]
    changed = git(["diff", "--name-only", "-z", *plain, since.commit, "--"], since.root)
    untracked = git(["ls-files", "--others", "--exclude-standard", "-z"], since.root)
    names = sorted({name for name in (changed + untracked).split(b"\0") if name})
    return [since.root / os.fsdecode(name) for name in names]


def lay_out(since: Revision, folder: Path, into: Path) -> Path:
    """Write the files that a folder held at that revision under another folder; returns where the folder lies there.

    Links are kept as links that lead nowhere, because reading refuses links by name.
    """
    inside = folder.relative_to(since.root)
    rows = git(["ls-tree", "-r", "-z", "--full-tree", since.commit, "--", inside.as_posix()], since.root)
    for row in filter(None, rows.split(b"\0")):
        head, _, name = row.partition(b"\t")
        mode, _, digest = head.decode().split(" ")
        target = into / _harmless(os.fsdecode(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode == _LINK:
            target.symlink_to("not-followed")
        elif mode in _FILES:
            target.write_bytes(git(["cat-file", "blob", digest], since.root))
    return into / inside


def _harmless(name: str) -> PurePosixPath:
    """A path of a git tree, which must not lead out of it."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise InputError(f"the repository holds a file named {name!r}, which points outside it.")
    return path

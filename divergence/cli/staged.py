"""What is about to be committed, or stood at a revision, laid out as files, so that commands can work on it.

Files that git does not know and changes that are not staged are not there. Inside, git's own variables and the working
folder point at the copy; both stand again afterwards.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from divergence.cli.git import Revision, commit_of, git, nothing_before, revision
from divergence.errors import UsageError

FROM, TO = "PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF"
"""How pre-commit names the two ends of what it was asked to check, as in CI and before a push."""


@contextmanager
def staged(environment: Mapping[str, str] = os.environ) -> Iterator[Revision]:
    """Work in a copy of the index; yields what to compare it with: the last commit, or nothing before the first.

    Where pre-commit names two revisions, the copy is of the second, to be compared with the first.
    """
    earlier, later = environment.get(FROM, ""), environment.get(TO, "")
    with laid_out(later if earlier else ""):
        yield revision(earlier, Path.cwd(), later) if earlier and later else _last_commit(Path.cwd())


def _last_commit(folder: Path) -> Revision:
    try:
        commit_of("HEAD", folder)
    except UsageError:
        return nothing_before(folder)
    return revision("HEAD", folder)


@contextmanager
def laid_out(named: str) -> Iterator[None]:
    """Work in a copy of a revision, or of the index where none is named, in the folder that answers the working one."""
    here = Path.cwd()
    root, own, known = (
        os.fsdecode(git(["rev-parse", *asked], here).rstrip(b"\n"))
        for asked in (["--show-toplevel"], ["--absolute-git-dir"], ["--git-path", "index"])
    )
    with tempfile.TemporaryDirectory(prefix="divergence-") as temporary:
        tree, index = Path(temporary).resolve() / "tree", Path(temporary).resolve() / "index"
        inside = tree / here.resolve().relative_to(Path(root).resolve())
        inside.mkdir(parents=True)
        if not named and (here / known).is_file():
            shutil.copyfile(here / known, index)
        with _variables(GIT_INDEX_FILE=str(index)):
            if named:
                git(["read-tree", commit_of(named, here)], here)
            git(["checkout-index", "--all", "--quiet", f"--prefix={tree}/"], Path(root))
        with _variables(GIT_DIR=own, GIT_WORK_TREE=str(tree), GIT_INDEX_FILE=str(index)):
            os.chdir(inside)
            try:
                yield
            finally:
                os.chdir(here)


@contextmanager
def _variables(**given: str) -> Iterator[None]:
    """Some variables of the environment, for a while."""
    before = {name: os.environ.get(name) for name in given}
    os.environ.update(given)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value

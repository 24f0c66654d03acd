"""What git tells of an earlier revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from divergence.cli.git import Revision, changed_paths, lay_out, revision
from divergence.errors import InputError, UsageError


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one commit on ``main``."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    story = tmp_path / "stories" / "flood"
    story.mkdir(parents=True)
    (story / "old.txt").write_text("old")
    (story / "naïve\nname.txt").write_text("odd")
    os.symlink("../../.git/config", story / "link.txt")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_new_changed_and_untracked_files_are_changed(repository: Path) -> None:
    story = repository / "stories" / "flood"
    git(repository, "checkout", "-qb", "branch")
    (story / "old.txt").write_text("changed")
    (story / "new.txt").write_text("new")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "second")
    (story / "untracked\n.txt").write_text("u")
    names = {path.name for path in changed_paths(revision("main", story))}
    assert names == {"old.txt", "new.txt", "untracked\n.txt"}


def test_what_main_did_since_the_branch_is_not_ours(repository: Path) -> None:
    git(repository, "checkout", "-qb", "branch")
    git(repository, "checkout", "-q", "main")
    (repository / "theirs.txt").write_text("x")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "theirs")
    git(repository, "checkout", "-q", "branch")
    assert changed_paths(revision("main", repository)) == []


def test_an_earlier_state_is_laid_out_without_following_links(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    into = tmp_path_factory.mktemp("then")
    (repository / "stories" / "flood" / "old.txt").write_text("changed")
    then = lay_out(revision("HEAD", repository), repository / "stories" / "flood", into)
    assert (then / "old.txt").read_text() == "old"
    assert (then / "naïve\nname.txt").read_text() == "odd"
    assert (then / "link.txt").is_symlink()
    assert not (then / "link.txt").exists()


@pytest.mark.parametrize("name", ["nowhere", "--all", "-h", "", "main:stories", "--output=x"])
def test_a_revision_that_is_none_is_a_usage_error_that_helps(repository: Path, name: str) -> None:
    with pytest.raises(UsageError, match="fetch-depth"):
        revision(name, repository)


def test_outside_a_repository_git_says_so(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a git repository"):
        revision("main", tmp_path)


def test_a_file_is_read_as_it_was_and_links_and_folders_are_none(repository: Path) -> None:
    then = revision("main", repository)
    (repository / "stories/flood/old.txt").write_text("changed")
    assert then.text("stories/flood/old.txt") == "old"
    assert then.text("stories/flood/link.txt") is None
    assert then.text("stories") is None
    assert then.text("missing.toml") is None


def test_a_pattern_is_a_name(repository: Path) -> None:
    assert Revision(repository, "HEAD", "HEAD", "HEAD").text("stories/flood/*.txt") is None

"""What a pull request meets: the script that ``action.yml`` runs, on a repository with the sample story."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".github" / "action" / "check"
IDENTITY = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
NEW_ARTICLE = """\
Third toll from the border

Published in Anatolia Wire, October 27th, 2025

ISTANBUL: Envoys of Pakistan and of the Afghan Taliban met again on Monday.

Thirty-one Pakistani soldiers were killed along the border over the weekend, the army said on Sunday.
"""
HOSTILE_ARTICLE = """\
::error file=a,line=1::owned

##[error]owned ::stop-commands::x [press](javascript:alert(1)) <script>alert(1)</script> @everyone

Forty Pakistani soldiers ##[x] ::set-output name=x::y were killed along the border over the weekend, the army said.
\x1b]52;c;cm0=\x07\u202e
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("git") or not shutil.which("bash"), reason="needs git and bash"),
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the action gave."""

    status: int
    log: str
    summary: str
    outputs: str
    results: list[dict[str, Any]]
    files: Path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Path]:
    """A repository whose main branch holds the sample story; a branch is checked out."""
    folder = tmp_path / "repository"
    shutil.copytree(ROOT / "input" / "istanbul-talks", folder / "input" / "istanbul-talks")
    (folder / "input" / "other").mkdir()
    (folder / "input" / "other" / "a.txt").write_text("The bridge was closed for 3 days.\n")
    (folder / "input" / "other" / "b.txt").write_text("The bridge was closed for 9 days.\n")
    git(folder, "init", "-q", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "stories")
    git(folder, "checkout", "-qb", "branch")
    return folder


def run_action(repository: Path, tmp_path: Path) -> Outcome:
    """Commit everything and run what the action runs."""
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "a proposal")
    out = tmp_path / "out"
    command = tmp_path / "divergence"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -P -m divergence "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        "CI": "true",
        "PYTHONPATH": str(ROOT),
        "DIVERGENCE": str(command),
        "DIVERGENCE_OUT": str(out),
        "DIVERGENCE_PATHS": "input\n",
        "DIVERGENCE_SINCE": "main",
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
        "GITHUB_OUTPUT": str(tmp_path / "output.txt"),
    }
    (tmp_path / "summary.md").write_text("")
    (tmp_path / "output.txt").write_text("")
    done = subprocess.run([str(SCRIPT)], cwd=repository, env=environment, capture_output=True)
    return Outcome(
        done.returncode,
        (done.stdout + done.stderr).decode(),
        (tmp_path / "summary.md").read_text(),
        (tmp_path / "output.txt").read_text(),
        json.loads((out / "divergence.sarif").read_text())["runs"][0]["results"],
        out,
    )


def test_a_new_article_brings_its_disagreement_and_nothing_else(repository: Path, tmp_path: Path) -> None:
    (repository / "input/istanbul-talks/anatolia-wire.txt").write_text(NEW_ARTICLE)
    got = run_action(repository, tmp_path)
    assert got.status == 1
    outputs = dict(line.split("=", 1) for line in got.outputs.splitlines())
    assert (outputs["status"], outputs["new"]) == ("1", str(len(got.results)))
    assert int(outputs["failing"]) == sum(r["properties"]["fails"] for r in got.results) > 0
    assert Path(outputs["sarif"]).is_file()
    assert Path(outputs["reports"]).is_dir()
    places = [r["locations"][0]["physicalLocation"] for r in got.results]
    assert {p["artifactLocation"]["uri"] for p in places} == {"input/istanbul-talks/anatolia-wire.txt"}
    (soldiers,) = [r for r in got.results if "soldiers were killed" in r["message"]["text"].lower()]
    assert soldiers["locations"][0]["physicalLocation"]["region"]["startLine"] == 7
    assert "31" in soldiers["message"]["text"]
    assert len(soldiers["relatedLocations"]) >= 2
    assert re.search(
        r"^::error file=input/istanbul-talks/anatolia-wire\.txt,line=7,.*31 \(Anatolia Wire\)", got.log, re.MULTILINE
    )
    assert "Thirty-one Pakistani soldiers were killed" in got.summary
    assert "bridge" not in got.summary
    assert (got.files / "reports/istanbul-talks/report.html").exists()
    assert not (got.files / "reports/other").exists()


def test_a_near_copy_and_an_edit_elsewhere_bring_nothing(repository: Path, tmp_path: Path) -> None:
    story = repository / "input/istanbul-talks"
    text = (story / "bosphorus-courier.txt").read_text()
    (story / "evening-courier.txt").write_text(
        text.replace("Bosphorus Courier", "Evening Courier").replace("drag", "creep")
    )
    edited = (story / "frontier-dispatch.txt").read_text().replace("Our tomatoes do not care", "Our apples do not care")
    (story / "frontier-dispatch.txt").write_text(edited)
    got = run_action(repository, tmp_path)
    assert (got.status, got.results) == (0, [])
    assert "no new disagreement" in got.log


def test_hostile_articles_are_refused_or_defused(repository: Path, tmp_path: Path) -> None:
    story = repository / "input/istanbul-talks"
    (story / "::error::name\n##[error]x.txt").write_text(HOSTILE_ARTICLE)
    os.symlink("../../.git/config", story / "secret.txt")
    (story / "divergence.py").write_text("raise SystemExit('imported')")
    (repository / "spacy.py").write_text("raise SystemExit('imported')")
    (repository / "divergence.toml").write_text('fail-on = "never"\n')
    git(repository, "config", "http.extraheader", "AUTHORIZATION: basic c2VjcmV0")
    got = run_action(repository, tmp_path)
    assert got.status == 3
    everything = (
        got.log
        + got.summary
        + "".join(path.read_text(errors="replace") for path in got.files.rglob("*") if path.is_file())
    )
    assert "c2VjcmV0" not in everything
    assert "secret.txt is a symbolic link" in got.log
    for line in re.split(r"[\r\n]", got.log):
        assert line.isprintable()
        assert not line.startswith("::") or re.match(r"::(error|warning|notice) (file|title)=", line)
        assert "##[" not in line
    assert not re.search(r"<script|javascript:|(?<!&)@everyone", got.summary)
    assert "fail-on &#61; never would weaken the check" in got.summary


def test_the_action_is_pinned_and_puts_no_input_into_a_command() -> None:
    text = (ROOT / "action.yml").read_text()
    workflows = [path.read_text() for path in (ROOT / ".github/workflows").glob("*.yml")]
    for part in [text, *workflows]:
        for used in re.findall(r"uses: (\S+)", part):
            assert used == "./" or re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used)
        for command in re.findall(r"run: (\|\n(?:[ ]{8,}.*\n)+|.*)", part):
            assert "${{" not in command
    assert SCRIPT.relative_to(ROOT).as_posix() in text
    assert os.access(SCRIPT, os.X_OK)
    for part in workflows:
        assert "permissions:\n  contents: read\n" in part
        assert not re.search(r"^\s*pull_request_target", part, re.MULTILINE)


def base_of(repository: Path, **event: str) -> str:
    """The revision with which the action compares, as its stand-in for the command tells it."""
    command = repository.parent / "told"
    command.write_text('#!/bin/sh\necho "$@"\n')
    command.chmod(0o755)
    environment = {**os.environ, "DIVERGENCE": str(command), "DIVERGENCE_OUT": str(repository.parent), **event}
    for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
        environment.pop(name, None)
    done = subprocess.run([str(SCRIPT)], cwd=repository, env=environment, capture_output=True, text=True, check=True)
    found = re.search(r"--since (\S+)", done.stdout)
    return found[1] if found else ""


def commit_of(repository: Path, name: str) -> str:
    done = subprocess.run(["git", "rev-parse", name], cwd=repository, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_pull_request_is_compared_with_what_it_is_merged_into(repository: Path) -> None:
    old = commit_of(repository, "main")
    git(repository, "commit", "-qm", "the proposal", "--allow-empty")
    head = commit_of(repository, "HEAD")
    git(repository, "checkout", "-q", "main")
    git(repository, "commit", "-qm", "somebody else's article", "--allow-empty")
    newer = commit_of(repository, "main")
    git(repository, "merge", "-q", "--no-ff", "-m", "the merge to try", "branch")
    assert base_of(repository, DIVERGENCE_BASE=old, DIVERGENCE_HEAD=head) == newer


def test_a_merge_of_the_branch_itself_hides_none_of_its_articles(repository: Path) -> None:
    old = commit_of(repository, "main")
    git(repository, "commit", "-qm", "the proposal", "--allow-empty")
    git(repository, "checkout", "-q", "main")
    git(repository, "commit", "-qm", "somebody else's article", "--allow-empty")
    git(repository, "checkout", "-q", "branch")
    git(repository, "merge", "-q", "--no-ff", "-m", "main into the branch", "main")
    assert base_of(repository, DIVERGENCE_BASE=old, DIVERGENCE_HEAD=commit_of(repository, "HEAD")) == old


def test_a_push_without_a_known_state_before_it_is_compared_with_the_default_branch(repository: Path) -> None:
    git(repository, "update-ref", "refs/remotes/origin/main", "main")
    pushed = {"DIVERGENCE_DEFAULT": "main", "DIVERGENCE_REF": "branch"}
    for before in ("0" * 40, "1" * 40):
        assert base_of(repository, DIVERGENCE_BASE=before, **pushed) == "origin/main"
        assert base_of(repository, DIVERGENCE_BASE=before, DIVERGENCE_DEFAULT="main", DIVERGENCE_REF="main") == ""
    assert base_of(repository, DIVERGENCE_BASE=commit_of(repository, "main"), **pushed) == commit_of(repository, "main")


def test_a_base_that_was_not_fetched_is_an_error_and_no_guess(repository: Path) -> None:
    assert base_of(repository, DIVERGENCE_BASE="1" * 40, DIVERGENCE_HEAD="2" * 40) == "1" * 40


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="needs shellcheck")
def test_the_scripts_are_clean() -> None:
    subprocess.run(["shellcheck", str(SCRIPT), str(ROOT / ".ci" / "run")], check=True)

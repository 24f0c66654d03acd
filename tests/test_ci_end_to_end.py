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
INSTALL = SCRIPT.with_name("install")
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


def run_action(repository: Path, tmp_path: Path, **event: str) -> Outcome:
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
        **event,
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


def test_a_text_of_nothing_but_links_to_other_stories_is_three(repository: Path, tmp_path: Path) -> None:
    told = [f"Read more: {line}" for line in NEW_ARTICLE.split("\n\n")[2:]]
    (repository / "input/istanbul-talks/anatolia-wire.txt").write_text("\n\n".join(told))
    got = run_action(repository, tmp_path)
    assert (got.status, got.results) == (3, [])
    assert "title=Not compared::istanbul-talks/anatolia-wire.txt was read without" in got.log


@pytest.mark.parametrize(("printed", "status"), [("29 October 2025", 0), ("26 October 2025", 1)])
def test_an_article_dated_later_than_it_says_is_judged_in_full(
    repository: Path, tmp_path: Path, printed: str, status: int
) -> None:
    story = repository / "input/dock"
    story.mkdir()
    for name in ("Harbour Post", "Quay Courier"):
        said = f"{name}, 26 October 2025\n\nFour dockers were killed when a crane fell into the basin, the port said.\n"
        (story / f"{name}.txt").write_text(said)
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "a story")
    git(repository, "branch", "-qf", "main")
    said = f"Dock News, {printed}\n\nNine dockers were killed when a crane fell into the basin, the port said.\n"
    (story / "dock-news.txt").write_text(said)
    (story / "story.toml").write_text('[[article]]\nfile = "dock-news.txt"\npublished = 2025-10-29\n')
    got = run_action(repository, tmp_path, DIVERGENCE_FAIL_ON="high")
    assert (got.status, len(got.results)) == (status, 1)
    assert ("its text says 2025-10-26" in got.summary) is bool(status)


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
    for script in (SCRIPT, INSTALL):
        assert script.relative_to(ROOT).as_posix() in text
        assert os.access(script, os.X_OK)
    for part in workflows:
        assert "permissions:\n  contents: read\n" in part
        assert not re.search(r"^\s*pull_request_target", part, re.MULTILINE)


def told(repository: Path, **event: str) -> list[list[str]]:
    """The arguments of each call that the action makes of the command, which only tells them here."""
    command = repository.parent / "told"
    calls = repository.parent / "calls"
    calls.write_text("")
    tell = f"print(json.dumps(sys.argv[1:]), file=open({str(calls)!r}, 'a'))"
    command.write_text(f"#!/usr/bin/env python3\nimport json, sys\n{tell}\n")
    command.chmod(0o755)
    given = {"DIVERGENCE": str(command), "DIVERGENCE_OUT": str(repository.parent), "DIVERGENCE_SINCE": "main"}
    environment = {**os.environ, **given, **event}
    for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"):
        environment.pop(name, None)
    subprocess.run([str(SCRIPT)], cwd=repository, env=environment, capture_output=True, check=True)
    return [json.loads(line) for line in calls.read_text().splitlines()]


SECOND = {
    "DIVERGENCE_ANSWERS": "-x; kept $(id).jsonl",
    "DIVERGENCE_MODEL": "--force-model",
    "DIVERGENCE_MAX_REQUESTS": "20",
    "DIVERGENCE_MAX_TOKENS": "90000",
}


def test_answers_model_and_caps_are_passed_on_as_what_they_are(repository: Path) -> None:
    (call,) = told(repository, **SECOND)
    wanted = ["--answers=-x; kept $(id).jsonl", "--model=--force-model", "--max-requests=20", "--max-tokens=90000"]
    assert call[-len(wanted) - 1 : -1] == wanted
    assert "--ci" in call
    assert "--force-model" not in call
    (call,) = told(repository)
    assert not [word for word in call if re.match("--(answers|model|max)", word)]


def test_the_upload_of_all_that_stands_asks_no_model(repository: Path) -> None:
    pushed = {"DIVERGENCE_STANDING": "true", "DIVERGENCE_DEFAULT": "main", "DIVERGENCE_REF": "main"}
    check, standing = told(repository, **SECOND, **pushed)
    assert "--replay" not in check
    assert "--replay" in standing
    assert "--answers=-x; kept $(id).jsonl" in standing


def test_what_was_paid_for_is_kept_with_the_reports(repository: Path) -> None:
    (repository / "kept.jsonl").write_text("paid\n")
    kept = repository.parent / "answers.jsonl"
    told(repository, DIVERGENCE_ANSWERS="kept.jsonl")
    assert not kept.exists()
    told(repository, DIVERGENCE_ANSWERS="kept.jsonl", DIVERGENCE_MODEL="m")
    assert kept.read_text() == "paid\n"
    kept.unlink()
    (repository / "link.jsonl").symlink_to(".git/config")
    told(repository, DIVERGENCE_ANSWERS="link.jsonl", DIVERGENCE_MODEL="m")
    assert not kept.exists()


def test_every_input_reaches_the_script() -> None:
    text = (ROOT / "action.yml").read_text()
    for name in ("answers", "model", "max-requests", "max-tokens"):
        assert f"\n  {name}:\n" in text
        assert f"DIVERGENCE_{name.upper().replace('-', '_')}: ${{{{ inputs.{name} }}}}" in text


def installed(tmp_path: Path, **given: str) -> tuple[int, list[str]]:
    """What the action would install: its exit status and what pip is told."""
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{python.parent}:{os.environ['PATH']}",
        "DIVERGENCE_VENV": str(tmp_path),
        "GITHUB_ACTION_PATH": "/action",
        **given,
    }
    done = subprocess.run([str(INSTALL)], env=environment, capture_output=True, text=True)
    pip = "-I -m pip install --quiet --no-compile --disable-pip-version-check "
    return done.returncode, [line.removeprefix(pip) for line in done.stdout.splitlines() if line.startswith(pip)]


def test_all_that_is_needed_is_installed_by_its_digest_and_nothing_else_is_fetched(tmp_path: Path) -> None:
    status, told = installed(tmp_path)
    assert status == 0
    assert told == [
        "--require-hashes --only-binary :all: --requirement /action/constraints.txt",
        "--no-deps --no-build-isolation -- /action",
    ]


def test_the_cache_holds_downloads_only_and_is_named_by_what_is_pinned() -> None:
    text = (ROOT / "action.yml").read_text()
    (cached,) = re.findall(r"uses: actions/cache@.*\n +with:\n +path: (.*)\n +key: (.*)", text)
    assert f"PIP_CACHE_DIR: {cached[0]}\n" in text
    assert "divergence-venv" not in cached[0]
    assert cached[1].endswith("${{ steps.pinned.outputs.digest }}")


def test_a_model_s_library_is_installed_only_where_a_model_is_named(tmp_path: Path) -> None:
    for name, given, wanted in [
        ("none", {}, []),
        ("plugin", {"DIVERGENCE_MODEL_PLUGIN": "llm-ollama==0.13"}, []),
        ("model", {"DIVERGENCE_MODEL": "m"}, ["/action[model]"]),
        (
            "both",
            {"DIVERGENCE_MODEL": "m", "DIVERGENCE_MODEL_PLUGIN": "llm-ollama==0.13"},
            ["/action[model] llm-ollama==0.13"],
        ),
    ]:
        folder = tmp_path / name
        folder.mkdir()
        status, told = installed(folder, **given)
        assert status == 0
        assert told[2:] == [f"--no-build-isolation -- {what}" for what in wanted]


@pytest.mark.parametrize(
    "plugin",
    ["llm-ollama", "requests==2.0", "llm-x==1 --index-url=http://x", "git+https://x", "../llm-x==1", "llm-x==1\nx"],
)
def test_a_plugin_that_is_not_pinned_or_none_of_llm_is_refused(tmp_path: Path, plugin: str) -> None:
    status, told = installed(tmp_path, DIVERGENCE_MODEL="m", DIVERGENCE_MODEL_PLUGIN=plugin)
    assert status == 2
    assert told == []


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
    subprocess.run(["shellcheck", str(SCRIPT), str(INSTALL), str(ROOT / ".ci" / "run")], check=True)

"""How a tag becomes a release: one that names the version and is told of, built once, handed on without a secret."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from divergence.version import __version__

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / ".ci" / "release"


@pytest.fixture(scope="module")
def workflow() -> Any:
    return yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text())


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose version is 1.2.3, and told of."""
    (tmp_path / "divergence").mkdir()
    version = (ROOT / "divergence" / "version.py").read_text().replace(__version__, "1.2.3")
    (tmp_path / "divergence" / "version.py").write_text(version)
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [Unreleased]\n\n## [1.2.3] - 2031-05-05\n")
    return tmp_path


def released(repository: Path, tag: str) -> tuple[int, str]:
    done = subprocess.run([str(SCRIPT), tag], cwd=repository, capture_output=True, text=True)
    return done.returncode, done.stderr


def test_a_tag_that_names_the_version_is_released(repository: Path) -> None:
    assert os.access(SCRIPT, os.X_OK)
    assert released(repository, "v1.2.3") == (0, "")


@pytest.mark.parametrize("tag", ["v1.2.4", "1.2.3", "v1.2.3-rc1", ""])
def test_another_tag_is_not(repository: Path, tag: str) -> None:
    status, told = released(repository, tag)
    assert status == 1
    assert told == f"The tag is {tag}, but the version is 1.2.3 (divergence/version.py).\n"


@pytest.mark.parametrize("heading", ["## [Unreleased]", "## [1.2.30] - 2031-05-05", "## [1.2.3]"])
def test_a_version_that_the_changelog_does_not_tell_of_with_its_day_is_not(repository: Path, heading: str) -> None:
    (repository / "CHANGELOG.md").write_text(f"# Changelog\n\n{heading}\n")
    assert released(repository, "v1.2.3") == (1, "CHANGELOG.md has no heading for 1.2.3.\n")


def test_only_tags_start_it_and_it_ends_at_the_index(workflow: Any) -> None:
    assert workflow[True] == {"push": {"tags": ["v[0-9]+.[0-9]+.[0-9]+"]}}, "on: is true in YAML 1.1"
    assert workflow["permissions"] == {"contents": "read"}
    assert not workflow["concurrency"]["cancel-in-progress"]


def test_what_is_published_was_checked_and_built_before_and_needs_no_secret(workflow: Any) -> None:
    publish = workflow["jobs"]["publish"]
    assert publish["needs"] == ["checks", "build"]
    assert publish["permissions"] == {"id-token": "write"}
    assert publish["environment"] == "pypi"
    assert [re.sub("@.*", "", step["uses"]) for step in publish["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]
    assert "secrets." not in (ROOT / ".github" / "workflows" / "release.yml").read_text()


def test_it_is_built_from_what_is_pinned_and_tried_as_built(workflow: Any) -> None:
    runs = [step.get("run", "") for step in workflow["jobs"]["build"]["steps"]]
    told = [
        next(i for i, run in enumerate(runs) if part in run)
        for part in (
            '.ci/release "$TAG"',
            "--require-hashes -r constraints.txt",
            "-m build --no-isolation",
            "twine check --strict",
            "try/bin/divergence report",
        )
    ]
    assert told == sorted(set(told))
    assert all(job["timeout-minutes"] <= 30 for job in workflow["jobs"].values())


def test_the_guide_names_each_step_that_a_person_takes() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text().split("## To release\n", 1)[1]
    assert [line[0] for line in guide.splitlines() if re.match(r"\d\. ", line)] == list("12345678")
    assert all(name in guide for name in ("version.py", "CHANGELOG.md", "make score", "constraints.txt", "release.yml"))

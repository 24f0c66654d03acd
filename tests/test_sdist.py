"""The source distribution: everything that the repository holds, and the tests run from it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("git") or not (ROOT / ".git").exists(), reason="needs the repository"),
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The distribution, built and unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.tar.gz")
    with tarfile.open(built) as archive:
        archive.extractall(folder, filter="data")
    (top,) = (path for path in folder.iterdir() if path.is_dir())
    return top


def test_it_holds_what_the_repository_holds(unpacked: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True)
    kept = {name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()}
    held = {path.relative_to(unpacked).as_posix() for path in unpacked.rglob("*") if path.is_file()}
    assert sorted(kept - held) == []
    assert [name for name in held if "__pycache__" in name or name.startswith("build/")] == []


def test_its_own_tests_run_from_it(unpacked: Path) -> None:
    quick = [
        "tests/test_constraints.py",
        "tests/test_registries.py",
        "tests/ingest/test_markdown.py",
        "tests/cli/test_console.py",
    ]
    code = "import divergence, sys; sys.exit(not divergence.__file__.startswith(sys.argv[1]))"
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    subprocess.run([sys.executable, "-c", code, str(unpacked)], cwd=unpacked, env=environment, check=True)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *quick],
        cwd=unpacked,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout

"""The wheel, built, installed apart from the checkout and used from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_everything_that_is_read_at_run_time_is_in_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    needed = {path.relative_to(ROOT).as_posix() for path in (ROOT / "divergence").rglob("*") if path.is_file()}
    needed |= {
        f"divergence/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "report_templates").rglob("*") if p.is_file()
    }
    needed = {name for name in needed if "__pycache__" not in name}
    assert sorted(needed - names) == []
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests", "input", "training")) for name in names)


def test_it_reports_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(site), str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    story = tmp_path / "border"
    story.mkdir()
    (story / "a.txt").write_text("The army said that 5 soldiers were killed in Kabul on Sunday.\n")
    (story / "b.txt").write_text("The ministry said that 23 soldiers were killed in Kabul on Sunday.\n")
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, *arguments], cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout

    assert run("-c", "import divergence; print(divergence.__file__)").startswith(str(site))
    out = run("-m", "divergence", "report", "border", "--format", "html,json")
    assert "border: 2 articles" in out
    assert (tmp_path / "output" / "border" / "report.html").stat().st_size > 10_000
    assert '"divergence-report"' in (tmp_path / "output" / "border" / "report.json").read_text()

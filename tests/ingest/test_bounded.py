"""Parsers in processes of their own: ended when they take too much, and named when their library is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from divergence.ingest import bounded, worker
from divergence.ingest.bounded import extract
from divergence.model.text import Notice


@pytest.fixture
def task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A stand-in for ``subprocess.run`` that runs the worker with a task written by the test."""
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    real = subprocess.run

    def run(command: list[str], **options: object) -> object:
        code = (
            "import sys; from divergence.ingest import worker; worker.MEMORY = 1 << 29; worker.PROCESSOR = 20;"
            "worker.TASKS['docx'] = ('made_task', 'mammoth'); sys.argv = ['worker', 'docx']; sys.exit(worker.main())"
        )
        return real([sys.executable, "-c", code], **options)

    monkeypatch.setattr(subprocess, "run", run)
    return str(tmp_path / "made_task.py")


def made(file: str, body: str) -> dict[str, object] | Notice:
    Path(file).write_text(f"def parse(data):\n    {body}\n")
    return extract("docx", b"abc")


def test_what_the_task_makes_comes_back(task: str) -> None:
    assert made(task, "return {'length': len(data)}") == {"length": 3}


def test_a_missing_library_is_named_with_what_to_install(task: str) -> None:
    notice = made(task, "import no_such_library")
    assert isinstance(notice, Notice)
    assert (notice.code, "pip install 'source-divergence[docx]'" in notice.message) == ("library-missing", True)


def test_memory_is_bounded(task: str) -> None:
    notice = made(task, "return {'length': len(b'x' * (1 << 31))}")
    assert isinstance(notice, Notice)
    assert notice.code == "unreadable"


def test_time_is_bounded(task: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "SECONDS", 0.5)
    assert made(task, "import time; time.sleep(60)") == bounded.GIVEN_UP


def test_a_crash_costs_the_file_only(task: str) -> None:
    assert made(task, "import os; os.abort()") == bounded.GIVEN_UP


def test_every_task_is_there() -> None:
    from importlib import import_module

    assert all(callable(import_module(module).parse) for module, _ in worker.TASKS.values())
    assert {library for _, library in worker.TASKS.values()} == set(bounded.PACKAGES)

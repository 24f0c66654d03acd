"""The same files give the same story, whatever the hash seed, the locale, the time zone or the order of the files."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = "import sys; from divergence.ingest.story import load_story; print(ascii(load_story(sys.argv[1:])))"


def story_as_seen(paths: list[str], **environment: str) -> str:
    run = [sys.executable, "-c", SCRIPT, *paths]
    done = subprocess.run(run, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.mark.slow
def test_nothing_but_the_files_counts() -> None:
    folder = ROOT / "input" / "istanbul-talks"
    files = sorted(str(path) for path in folder.iterdir() if path.suffix in (".txt", ".md", ".html"))
    whole = story_as_seen([str(folder)], PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert whole == story_as_seen(files[::-1], PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C.UTF-8")

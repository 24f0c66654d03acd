"""What a run does where the disk is full or may not be written, and where a cache holds something else."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from divergence.cli import main

Run = Callable[..., tuple[int, str, str]]


def tell(path: str, count: int) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(f"The harbour master said {count} soldiers died on the quay on Friday.\n")


@pytest.fixture
def quay(run: Run) -> Run:
    """A story of two articles that disagree."""
    tell("input/quay/a.txt", 5)
    tell("input/quay/b.txt", 23)
    return run


def left(folder: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


FULL = """
import resource, sys, divergence.pipeline, quick_compare
divergence.pipeline.compare, divergence.pipeline.read_article = quick_compare.compare, quick_compare.read_article
from divergence.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
sys.exit(main(sys.argv[2:]))
"""


def with_room_for(size: int, *arguments: str) -> tuple[int, str]:
    """A command that may write no file of more bytes than so many."""
    path = os.pathsep.join(str(Path(__file__).resolve().parents[up]) for up in (1, 2))
    environment = {**os.environ, "PYTHONPATH": path}
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(size), *arguments], capture_output=True, text=True, env=environment
    )
    return done.returncode, done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are those of Linux")
def test_a_disk_that_fills_up_leaves_the_earlier_reports_and_nothing_half_written(quay: Run) -> None:
    formats = ("--format", "json,html,markdown")
    assert quay("report", *formats)[0] == 0
    before = left("output/quay")
    tell("input/quay/b.txt", 40)
    room = len(before["report.json"]) + 200
    assert room < len(before["report.html"])
    status, err = with_room_for(room, "report", *formats)
    assert status == 3
    assert "Cannot write output/quay/report.html: File too large" in err
    assert left("output/quay") == before
    assert with_room_for(10_000_000, "report", *formats)[0] == 0
    after = left("output/quay")
    assert set(after) == set(before)
    assert all(after[name] != before[name] for name in before)


@pytest.mark.skipif(sys.platform != "linux", reason="limits of files are those of Linux")
def test_a_check_whose_files_find_no_room_is_three_and_leaves_none_half_written(quay: Run) -> None:
    files = ("--sarif", "out/a.sarif", "--junit", "out/b.xml", "--gitlab", "out/c.json")
    status, err = with_room_for(400, "check", *files)
    assert status == 3
    assert "File too large" in err
    assert left("out") == {}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_told(quay: Run) -> None:
    code = FULL.replace("resource.setrlimit", "(lambda *_: None)")
    path = os.pathsep.join(str(Path(__file__).resolve().parents[up]) for up in (1, 2))
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code, "0", "check"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
    assert done.returncode == 3
    assert "no room" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def read_only(quay: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Nothing may be written from now on; being root does not help on a disk that is mounted so."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(Path, "mkdir", refuse)
    return quay


@pytest.mark.parametrize(
    "arguments",
    [
        ("report", "--format", "json"),
        ("report", "input/quay", "--json", "one.json"),
        ("check", "--sarif", "out/a.sarif"),
        ("check", "--reports", "reports"),
        ("baseline", "--out", "known.json"),
    ],
    ids=" ".join,
)
def test_what_may_not_be_written_is_named_and_is_three(read_only: Run, arguments: tuple[str, ...]) -> None:
    before = sorted(Path().rglob("*"))
    status, _, err = read_only(*arguments)
    assert status == 3
    assert "Read-only file system" in err
    assert "unforeseen" not in err
    assert sorted(Path().rglob("*")) == before


def test_a_cache_that_may_not_be_written_costs_nothing(read_only: Run) -> None:
    assert read_only("check", "--cache", "kept") == read_only("check")
    assert not Path("kept").exists()


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def flip(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def repeat(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at // 2 :]


def other_numbers(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"23", b"32").replace(b"5", b"6")


DAMAGES = (cut, flip, repeat, other_numbers)


@pytest.mark.slow
def test_whatever_a_cache_holds_the_report_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CI", raising=False)
    tell("input/quay/a.txt", 5)
    tell("input/quay/b.txt", 23)

    def report() -> bytes:
        assert main(["report", "input/quay", "--cache", "kept", "--json", "one.json", "--quiet"]) == 0
        return Path("one.json").read_bytes()

    wanted = report()
    assert {r["value"] for d in json.loads(wanted)["divergences"] for r in d["readings"]} >= {"5", "23"}
    entries = {path: path.read_bytes() for path in sorted(Path("kept").rglob("*.json"))}
    assert len(entries) == 2
    rng = random.Random(7)
    for damage in DAMAGES * 3:
        for path, data in entries.items():
            path.write_bytes(damage(data, rng))
        assert report() == wanted, damage.__name__
    first, second = entries
    first.write_bytes(entries[second])
    second.unlink()
    second.mkdir()
    assert report() == wanted
    shutil.rmtree(second)
    second.symlink_to(Path("elsewhere").absolute())
    Path("elsewhere").write_bytes(b"left alone")
    assert report() == wanted
    assert Path("elsewhere").read_bytes() == b"left alone"

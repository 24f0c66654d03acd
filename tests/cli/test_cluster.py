"""Stories done by the workers of a Dask cluster: a real one of two processes on loopback."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from divergence.cli import main
from divergence.cli.cluster import scattered
from divergence.cli.jobs import Failed

distributed = pytest.importorskip("distributed", reason="needs Dask: pip install 'source-divergence[dask]'")
NAMES = ("bay", "cape", "delta")
PATIENCE = 240
"""Seconds that one test of a cluster may take; on a busy machine they took up to 60."""
EVENINGS = {"bay": "Tuesday", "cape": "Thursday", "delta": "Saturday"}


@contextmanager
def in_time() -> Iterator[None]:
    """Fail what hangs after some minutes: a test that fails is seen, one that never ends stops all others."""

    def late(*_: object) -> None:
        raise TimeoutError(f"a cluster did not answer within {PATIENCE} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.fixture(autouse=True)
def deadline() -> Iterator[None]:
    with in_time():
        yield


@pytest.fixture(scope="module")
def engine() -> Iterator[str]:
    """The address of a scheduler with two workers of two threads each."""
    quiet: dict[str, Any] = {"silence_logs": 50, "dashboard_address": ":0"}
    with in_time():
        cluster = distributed.LocalCluster(n_workers=2, threads_per_worker=2, host="127.0.0.1", **quiet)
    with cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(NAMES):
        folder = tmp_path / "input" / name
        folder.mkdir(parents=True)
        told = f"soldiers were killed when a bridge fell near the {name} on {EVENINGS[name]}"
        (folder / "a.txt").write_text(f"The army said {number + 2} {told}. Divers searched the river until dawn.\n")
        (folder / "b.txt").write_text(f"The army said {number + 20} {told}. Divers searched the river until dawn.\n")
    return tmp_path


def files_in(folder: str) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def test_a_cluster_writes_the_same_bytes_as_one_process(
    engine: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for place, more in (("out-here", ["--jobs", "1"]), ("out-there", ["--engine", engine])):
        assert main(["report", "input", "--format", "html,json", "--out", place, *more]) == 0
        told.append(capsys.readouterr().out.replace(place, "X"))
    assert files_in("out-here") == files_in("out-there")
    assert len(files_in("out-here")) == 2 * len(NAMES) + 2
    assert told[0] == told[1]


def test_a_table_of_all_stories_is_made_from_what_workers_send(engine: str, stories: Path) -> None:
    assert main(["report", "input", "--csv", "one.csv"]) == 0
    assert main(["report", "input", "--csv", "many.csv", "--engine", engine]) == 0
    assert Path("many.csv").read_bytes() == Path("one.csv").read_bytes() != b""


def test_a_story_that_cannot_be_written_costs_the_others_nothing(
    engine: str, stories: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (stories / "reports" / "cape" / "report.json").mkdir(parents=True)
    status = main(["report", "input", "--format", "json", "--out", "reports", "--engine", engine, "--resume"])
    assert status == 3
    assert "cape" in capsys.readouterr().err
    assert {path.split("/")[0] for path in files_in("reports") if path.endswith("report.json")} == {"bay", "delta"}
    (stories / "reports" / "cape" / "report.json").rmdir()
    assert main(["report", "input", "--format", "json", "--out", "reports", "--engine", engine, "--resume"]) == 0
    done = (Path("reports") / ".divergence-done.jsonl").read_text().splitlines()
    assert len(done) == len(NAMES)  # the two that were done were not done again


def test_loose_files_are_read_by_workers(engine: str, stories: Path) -> None:
    loose = [str(path) for path in sorted((stories / "input").rglob("*.txt"))]
    accounts = []
    for place, more in (("out-here", ["--jobs", "1"]), ("out-there", ["--engine", engine])):
        assert main(["group", *loose, "--out", place, *more]) == 0
        accounts.append((Path(place) / "grouping.json").read_bytes())
    assert accounts[0] == accounts[1]
    assert b"a.txt" in accounts[0]


def _dies_at(item: int) -> int:
    if item == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.05)
    return item * item


def test_work_that_ends_its_workers_is_told_and_the_rest_is_done() -> None:
    quiet: dict[str, Any] = {"silence_logs": 60, "dashboard_address": ":0"}
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", **quiet) as cluster:
        address = cluster.scheduler_address.replace("tcp://", "dask://")
        results = list(scattered(_dies_at, [0, 1, 2, 3], address))
    assert [r for r in results if not isinstance(r, Failed)] == [0, 4, 9]
    assert isinstance(results[1], Failed)


def test_another_version_on_a_worker_is_refused(
    engine: str, stories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("divergence.cli.cluster._program", lambda: "another")
    assert main(["report", "input", "--format", "json", "--engine", engine]) == 2
    assert "another version" in capsys.readouterr().err


def test_a_scheduler_that_is_not_there_is_told(
    stories: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("divergence.cli.cluster.SECONDS", 1)
    assert main(["report", "input", "--engine", "dask://127.0.0.1:1"]) == 2
    assert "No Dask scheduler answers at 127.0.0.1:1" in capsys.readouterr().err


def test_an_engine_of_another_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["report", "input", "--engine", "ray://here:1"])
    assert "neither local nor dask://HOST:PORT" in capsys.readouterr().err


def test_what_hangs_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.PATIENCE", 1)
    with pytest.raises(TimeoutError, match="did not answer within 1 seconds"), in_time():
        Event().wait(20)

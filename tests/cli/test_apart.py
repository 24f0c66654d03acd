"""Work in a process that can be ended: what takes too long or too much costs itself and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import divergence.pipeline
from divergence.cli import apart as module
from divergence.cli import reading
from divergence.cli.apart import TooLong, apart, bounded, timed
from divergence.errors import UsageError
from divergence.ingest import text
from divergence.ingest.each import GivenUp
from divergence.model.comparison import Comparison
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import Reader
from divergence.report import pdf

Run = Callable[..., tuple[int, str, str]]
MEGABYTE = 1 << 20

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")


def by_length(item: str) -> int:
    return len(item)


def busy() -> None:
    while True:
        pass


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second of the processor is all that an item gets."""
    monkeypatch.setattr(module, "SECONDS", 1)
    monkeypatch.setattr(module, "WAITED", 20)


def made(work: Callable[[str], object]) -> list[object]:
    return list(apart(work, ["a", "b", "c", "d"], by_length))


def test_one_process_does_all_of_the_work_in_order() -> None:
    done = made(lambda item: (item, os.getpid()))
    assert [item for item, _ in done] == ["a", "b", "c", "d"]
    assert len({process for _, process in done} - {os.getpid()}) == 1
    assert list(apart(by_length, [], by_length)) == []


def given_up(results: list[object]) -> str:
    """Why the second of four items was given up, where the others were made."""
    first, second, *rest = results
    assert (first, rest) == ("A", ["C", "D"])
    assert isinstance(second, GivenUp)
    return second.why


def at_b(fail: Callable[[], object]) -> Callable[[str], object]:
    return lambda item: fail() if item == "b" else item.upper()


def test_what_computes_too_long_is_ended(impatient: None) -> None:
    assert "seconds of the processor" in given_up(made(at_b(busy)))


def test_what_waits_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SECONDS", 1)
    monkeypatch.setattr(module, "WAITED", 1)
    assert "seconds of the processor" in given_up(made(at_b(lambda: time.sleep(600))))


def test_each_item_has_its_own_time(impatient: None) -> None:
    def half_a_second(item: str) -> str:
        until = time.process_time() + 0.5
        while time.process_time() < until:
            pass
        return item

    assert made(half_a_second) == ["a", "b", "c", "d"]


def test_a_longer_item_may_take_more(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[float, int]] = []
    monkeypatch.setattr(module, "_bound", lambda seconds, memory: given.append((seconds, memory)))
    monkeypatch.setattr(os, "setpgid", lambda *_: None)
    monkeypatch.setattr(module, "_end_with_parent", lambda: None)
    sent: list[object] = []

    class Sender:
        send = sent.append

    module._work_through(by_length, ["x", "x" * 100_000], by_length, Sender())  # type: ignore[arg-type]
    (short, little), (long, much) = given
    assert sent == [1, 100_000]
    assert long - short == pytest.approx(99_999 / module.BYTES_A_SECOND)
    assert much - little == 99_999 * module.MEMORY_A_BYTE


@pytest.mark.parametrize(("megabytes", "fits"), [(40, True), (400, False)])
def test_what_takes_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch, megabytes: int, fits: bool) -> None:
    monkeypatch.setattr(module, "MEMORY", 200 * MEGABYTE)

    def fill() -> str:
        kept = [bytearray(MEGABYTE) for _ in range(megabytes)]
        return "B" if len(kept) == megabytes else ""

    results = made(at_b(fill))
    if fits:
        assert results == ["A", "B", "C", "D"]
    else:
        assert "memory" in given_up(results)


def test_memory_is_bounded_by_what_the_item_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    held = bytearray(300 * MEGABYTE)
    monkeypatch.setattr(module, "MEMORY", 200 * MEGABYTE)
    assert made(lambda item: (bytearray(MEGABYTE), item)[1]) == ["a", "b", "c", "d"]
    assert len(held) == 300 * MEGABYTE


def test_a_crash_is_told() -> None:
    for number in (signal.SIGKILL, signal.SIGTERM):
        killed = made(at_b(lambda number=number: os.kill(os.getpid(), number)))
        assert f"ended by signal {number:d}" in given_up(killed)
    assert "was ended, most" in given_up(made(at_b(lambda: os._exit(0))))


def test_an_error_in_the_program_costs_the_item_and_says_where() -> None:
    results = made(at_b(lambda: 1 // 0))
    assert "ZeroDivisionError" in given_up(results)
    assert "test_apart.py" in results[1].trace  # type: ignore[attr-defined]


def test_an_error_on_purpose_is_raised() -> None:
    def refuse() -> None:
        raise UsageError("name another")

    with pytest.raises(UsageError, match="name another"):
        made(at_b(refuse))


def test_without_processes_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.sys, "platform", "darwin")
    assert "ZeroDivisionError" in given_up(made(at_b(lambda: 1 // 0)))
    assert made(lambda item: os.getpid()) == [os.getpid()] * 4
    monkeypatch.setattr(module.sys, "platform", "linux")

    def none_left() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", none_left)
    assert made(lambda item: os.getpid()) == [os.getpid()] * 4


def lives(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def gone(process: int) -> bool:
    until = time.monotonic() + 30
    while lives(process) and time.monotonic() < until:
        time.sleep(0.05)
    return not lives(process)


def test_nothing_is_left_behind(impatient: None, tmp_path: Path) -> None:
    def start_another() -> None:
        started = subprocess.Popen(["sleep", "600"])
        (tmp_path / "pid").write_text(str(started.pid))
        busy()

    given_up(made(at_b(start_another)))
    assert gone(int((tmp_path / "pid").read_text()))
    results = apart(lambda item: os.getpid(), ["a", "b"], by_length)
    process = next(results)
    results.close()  # type: ignore[attr-defined]
    assert isinstance(process, int)
    assert gone(process)


def test_a_killed_run_leaves_no_process_behind(tmp_path: Path) -> None:
    code = (
        "import os, pathlib, time; from divergence.cli.apart import apart\n"
        f"def work(item): pathlib.Path({str(tmp_path / 'pid')!r}).write_text(str(os.getpid())); time.sleep(600)\n"
        "list(apart(work, ['a'], len))"
    )
    run = subprocess.Popen([sys.executable, "-c", code])
    until = time.monotonic() + 60
    while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
        assert time.monotonic() < until
        time.sleep(0.05)
    run.kill()
    run.wait()
    assert gone(int((tmp_path / "pid").read_text()))


@pytest.fixture
def quay(run: Run, impatient: None) -> Run:
    """A story of three articles, of which one is to hold up the run."""
    for name, count in (("a", 5), ("b", 23), ("hostile", 40)):
        path = Path(f"input/quay/{name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The harbour master said {count} soldiers died on the quay.\n")
    return run


def hold_up_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    read = divergence.pipeline.read_article

    def read_article(article: object, options: object) -> object:
        return busy() if "hostile" in article.path else read(article, options)  # type: ignore[attr-defined, arg-type]

    monkeypatch.setattr(divergence.pipeline, "read_article", read_article)


def hold_up_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    decode = text.decode

    def decoded(data: bytes, *charset: str) -> object:
        return busy() if b"40 soldiers" in data else decode(data, *charset)

    monkeypatch.setattr(text, "decode", decoded)


@pytest.mark.parametrize("hold_up", [hold_up_parsing, hold_up_reading])
def test_an_article_that_holds_up_the_run_costs_the_report_nothing_else(
    quay: Run, monkeypatch: pytest.MonkeyPatch, hold_up: Callable[[pytest.MonkeyPatch], None]
) -> None:
    hold_up(monkeypatch)
    status, out, err = quay("report", "--format", "json")
    assert status == 0
    assert "quay: 2 articles, 1 disagreement" in out
    assert "quay/hostile.txt could not be read: it took more than 1 seconds of the processor." in err
    report = json.loads(Path("output/quay/report.json").read_text())
    assert [notice["code"] for notice in report["notices"]] == ["unreadable"]
    assert {value["value"] for found in report["divergences"] for value in found["readings"]} == {"5", "23"}


@pytest.mark.parametrize("hold_up", [hold_up_parsing, hold_up_reading])
def test_a_check_of_an_article_that_holds_it_up_is_three(
    quay: Run, monkeypatch: pytest.MonkeyPatch, hold_up: Callable[[pytest.MonkeyPatch], None]
) -> None:
    hold_up(monkeypatch)
    status, out, _ = quay("check", "--new", "input/quay/hostile.txt")
    assert status == 3
    assert "hostile.txt could not be read" in out
    status, _, err = quay("facts", "input/quay")
    assert status == 3
    assert "hostile.txt could not be read" in err


def test_an_old_article_that_holds_up_the_check_is_no_news(quay: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_up_parsing(monkeypatch)
    Path("input/quay/new.txt").write_text("The harbour master said 23 soldiers died on the quay.\n")
    assert quay("check", "--new", "input/quay/new.txt", "--fail-on", "never")[0] == 0


def test_a_story_of_which_nothing_can_be_parsed_is_told(quay: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_up_parsing(monkeypatch)
    for name in ("a", "b"):
        Path(f"input/quay/{name}.txt").unlink()
    status, _, err = quay("report", "--format", "json")
    assert status == 3
    assert "No article could be read in 'quay'" in err


def test_a_story_that_takes_too_much_memory_is_told_and_costs_the_others_nothing(
    quay: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = divergence.pipeline.compare

    def compare(story: Story, options: Options, *, reader: Reader) -> Comparison:
        if story.id == "quay":
            bytearray(400 * MEGABYTE)
        return compared(story, options, reader=reader)

    monkeypatch.setattr(reading, "MEMORY", 200 * MEGABYTE)
    monkeypatch.setattr(divergence.pipeline, "compare", compare)
    status, _, err = quay("report", "--format", "json")
    assert status == 3
    assert "Comparing 'quay' took more than 0 GB of memory; leave out its longest articles." in err
    Path("input/mole").mkdir()
    for name in ("a", "b"):
        Path(f"input/mole/{name}.txt").write_bytes(Path(f"input/quay/{name}.txt").read_bytes())
    status, out, err = quay("report", "input", "--format", "json", "--jobs", "1")
    assert status == 3
    assert "mole: 2 articles, 1 disagreement" in out
    assert "Comparing 'quay' took more than" in err


@pytest.mark.parametrize(
    ("command", "told"),
    [(["report", "--format", "json", "--jobs", "1"], "mole: "), (["check"], "mole"), (["baseline"], "1 known finding")],
)
def test_a_story_that_takes_too_long_is_told_and_costs_the_others_nothing(
    quay: Run, monkeypatch: pytest.MonkeyPatch, command: list[str], told: str
) -> None:
    compared = divergence.pipeline.compare

    def compare(story: Story, options: Options, *, reader: Reader) -> Comparison:
        while story.id == "quay":
            with contextlib.suppress(Exception):  # no rule that lives with an error lives on
                busy()
        return compared(story, options, reader=reader)

    monkeypatch.setattr(divergence.pipeline, "compare", compare)
    Path("input/mole").mkdir()
    for name in ("a", "b"):
        Path(f"input/mole/{name}.txt").write_bytes(Path(f"input/quay/{name}.txt").read_bytes())
    status, out, err = quay(command[0], "input", *command[1:], "--story-minutes", "0.05")
    assert status == 3
    assert "Comparing 'quay' took more than 0.05 processor minutes; leave out some articles" in err
    assert told in out
    status, _, err = quay(command[0], "input/quay", *command[1:], "--story-minutes", "0.01")
    assert status == 3
    assert "allow more with --story-minutes" in err


@pytest.mark.parametrize("minutes", ["0", "-1", "nan", "inf", "soon", "2000000"])
def test_minutes_are_a_number_above_nought(quay: Run, minutes: str) -> None:
    status, _, err = quay("report", "input/quay", f"--story-minutes={minutes}")
    assert status == 2
    assert f"'{minutes}' is not a number of minutes" in err


def test_what_is_timed_is_timed_no_longer_afterwards() -> None:
    with pytest.raises(TooLong), timed(0.05):
        busy()
    with timed(0.05):
        pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass
    assert signal.getsignal(signal.SIGPROF) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_in_a_thread_nothing_is_timed() -> None:
    def within() -> str:
        with timed(0.01):
            return "done"

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(within).result() == "done"


def test_memory_is_free_again_afterwards() -> None:
    with pytest.raises(MemoryError), bounded(100 * MEGABYTE):
        bytearray(400 * MEGABYTE)
    assert len(bytearray(400 * MEGABYTE)) == 400 * MEGABYTE


def test_a_briefing_that_holds_up_the_run_costs_the_other_files_nothing(
    quay: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "_write", lambda *_: busy())
    status, _, err = quay("report", "input/quay")
    assert status == 0
    assert {path.name for path in Path("output/quay").iterdir()} == {"report.html", "report.json"}
    assert "briefing.pdf was not made: it took more than 1 seconds of the processor." in err
    assert quay("report", "input/quay", "--pdf", "one.pdf")[0] == 3
    assert quay("check", "--reports", "reports", "--fail-on", "never")[0] == 0
    assert {path.name for path in Path("reports/quay").iterdir()} == {"report.html", "report.json"}

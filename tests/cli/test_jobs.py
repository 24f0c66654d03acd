"""Many stories: spread over processes with the same bytes, gone on with after a stop, none lost for another."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import quick_compare

import divergence.pipeline
from divergence.cli.console import Console
from divergence.cli.jobs import Failed, Progress, choose_jobs, spread
from divergence.cli.resume import NAME, digest_of
from divergence.model.text import Story

Run = Callable[..., tuple[int, str, str]]
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
NAMES = ("bay", "cape", "delta", "east")


@pytest.fixture
def stories(run: Run) -> Run:
    """Four stories, each with its own disagreement."""
    for number, name in enumerate(NAMES):
        folder = Path("input") / name
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(f"The army said {number + 2} soldiers died at the {name}.\n")
        (folder / "b.txt").write_text(f"The ministry said {number + 20} soldiers died at the {name}.\n")
    return run


def files_in(folder: str) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(Path(folder).rglob("*")) if p.is_file()}


def break_story(monkeypatch: pytest.MonkeyPatch, name: str, fail: Callable[[], object]) -> list[str]:
    """Make the comparison of one story fail; the list tells which stories this process compared."""
    compared: list[str] = []

    def compare(story: Story, *rest: Any, **more: Any) -> object:
        compared.append(story.id)
        if story.id == name:
            fail()
        return quick_compare.compare(story, *rest, **more)

    monkeypatch.setattr(divergence.pipeline, "compare", compare)
    return compared


def crash() -> None:
    raise ZeroDivisionError("oops")


@FORKS
@pytest.mark.parametrize("command", [("report", "--format", "json,html", "--out"), ("check", "--reports")])
def test_several_jobs_give_the_same_bytes_as_one(stories: Run, command: tuple[str, ...]) -> None:
    name, *rest = command
    one = stories(name, "input", *rest, "reports", "--jobs", "1")
    first = files_in("reports")
    several = stories(name, "input", *rest, "reports", "--jobs", "3")
    assert several[:2] == one[:2]
    assert files_in("reports") == first
    assert len(first) >= 8
    assert [one[1].index(n) for n in NAMES] == sorted(one[1].index(n) for n in NAMES)


@FORKS
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_comparison_that_breaks_costs_the_other_stories_nothing(
    stories: Run, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    break_story(monkeypatch, "cape", crash)
    status, out, err = stories("report", "--format", "json", "--jobs", jobs)
    assert status == 3
    assert "cape: something unforeseen happened (ZeroDivisionError: oops)" in err
    assert {p.parent.name for p in Path("output").glob("*/report.json")} == {"bay", "delta", "east"}
    assert "cape" not in out
    assert "test_jobs.py" in stories("report", "--format", "json", "--jobs", jobs, "--debug")[2]


@FORKS
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_check_that_breaks_on_one_story_reports_the_others_and_exits_with_3(
    stories: Run, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    break_story(monkeypatch, "cape", crash)
    status, out, err = stories("check", "input", "--jobs", jobs)
    assert status == 3
    assert "cape" in err
    assert "cape could not be compared: something unforeseen happened (ZeroDivisionError: oops)" in out
    assert all(f"at the {name}" in out or f"{name}/" in out for name in ("bay", "delta", "east"))


@FORKS
def test_a_process_that_is_killed_costs_the_other_stories_nothing(
    stories: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_story(monkeypatch, "cape", lambda: os._exit(9))
    status, _, err = stories("report", "--format", "json", "--jobs", "2")
    assert status == 3
    assert "cape: its process was ended from outside" in err
    assert {p.parent.name for p in Path("output").glob("*/report.json")} == {"bay", "delta", "east"}


def test_a_folder_in_the_way_of_a_report_is_told_and_costs_the_others_nothing(stories: Run) -> None:
    Path("output/cape/report.json").mkdir(parents=True)
    status, _, err = stories("report", "--format", "json")
    assert status == 3
    assert re.search(r"cape.report\.json", err)
    assert len([p for p in Path("output").glob("*/report.json") if p.is_file()]) == 3
    status, _, err = stories("check", "input", "--reports", "output")
    assert status == 3
    assert re.search(r"cape.report\.json", err)
    assert {p.parent.name for p in Path("output").glob("*/report.html")} == {"bay", "delta", "east"}  # all or nothing


def test_a_story_of_its_own_still_ends_the_run(stories: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_story(monkeypatch, "cape", crash)
    assert stories("report", "input/cape")[0] == 3
    assert stories("check", "input/cape")[0] == 3


def test_a_stopped_run_goes_on_where_it_stopped(stories: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    command = ("report", "--format", "json", "--jobs", "1", "--resume")
    whole = stories(*command[:-1], "--out", "whole")[1].replace("whole", "output")
    break_story(monkeypatch, "delta", stop)
    assert stories(*command)[0] == 130
    compared = break_story(monkeypatch, "none", crash)
    status, out, _ = stories(*command)
    assert (status, compared) == (0, ["delta", "east"])
    assert out == whole
    assert stories(*command)[:2] == (0, whole)
    assert compared == ["delta", "east"]
    reports = {name: data for name, data in files_in("output").items() if name != NAME}
    assert reports == files_in("whole")


@pytest.mark.parametrize("change", ["article", "new article", "report", "option", "story file", "list"])
def test_what_changed_is_done_again(stories: Run, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    command = ["report", "--format", "json", "--jobs", "1", "--resume"]
    stories(*command)
    compared = break_story(monkeypatch, "none", crash)
    expected = ["bay"]
    if change == "article":
        Path("input/bay/a.txt").write_text("The army said 9 soldiers died.\n")
    elif change == "new article":
        Path("input/bay/c.txt").write_text("The mayor said 9 soldiers died.\n")
    elif change == "story file":
        Path("input/bay/story.toml").write_text('title = "The bay"\n')
    elif change == "report":
        Path("output/bay/report.json").write_text("{}")
    elif change == "option":
        command += ["--sensitivity", "high"]
        expected = [*NAMES]
    else:
        lines = Path("output", NAME).read_text().splitlines()
        first = next(line for line in lines if json.loads(line)["story"] == "bay")
        rest = [line for line in lines if line != first]
        Path("output", NAME).write_text("\n".join([*rest, "no JSON", first[:40]]))
    assert stories(*command)[0] == 0
    assert compared == expected


def test_a_story_that_could_not_be_done_is_tried_again(stories: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_story(monkeypatch, "cape", crash)
    assert stories("report", "--format", "json", "--jobs", "1", "--resume")[0] == 3
    compared = break_story(monkeypatch, "none", crash)
    assert stories("report", "--format", "json", "--jobs", "1", "--resume")[0] == 0
    assert compared == ["cape"]


def test_resuming_goes_with_a_folder(stories: Run) -> None:
    assert stories("report", "--csv", "all.csv", "--resume")[0] == 2
    assert stories("report", "input/bay", "--json", "-", "--resume")[0] == 2


def test_progress_says_which_story_of_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("divergence.cli.console.UNWATCHED", -1.0)
    err = io.StringIO()
    progress = Progress(Console(io.StringIO(), err), 3)
    progress.tell("bay", 2, again=True)
    progress.tell("cape", 3)
    progress.tell("delta", 0)
    lines = err.getvalue().splitlines()
    assert lines[0] == "story 1 of 3: bay; 2 disagreements so far"
    assert re.fullmatch(r"story 2 of 3: cape; 5 disagreements so far, about \d+ s left", lines[1])
    assert lines[2] == "story 3 of 3: delta; 5 disagreements so far"


def test_as_many_jobs_are_started_as_are_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["fork"])
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(64)), raising=False)
    assert [choose_jobs(None, n) for n in (1, 3, 6, 100)] == [1, 1, 6, 8]
    assert [choose_jobs(20, n) for n in (0, 1, 6, 100)] == [1, 1, 6, 20]
    monkeypatch.setattr("multiprocessing.get_all_start_methods", lambda: ["spawn"])
    assert choose_jobs(4, 100) == 1


@FORKS
def test_results_come_in_the_order_of_what_was_given() -> None:
    def work(item: int) -> int:
        if item == 3:
            raise ValueError("no threes")
        return item * item

    found = list(spread(work, [5, 3, 2, 4], 3))
    assert [f for f in found if not isinstance(f, Failed)] == [25, 4, 16]
    assert isinstance(found[1], Failed)
    assert "no threes" in found[1].why


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "²"])
def test_a_number_of_jobs_is_a_number(stories: Run, jobs: str) -> None:
    assert stories("report", "--jobs", jobs)[0] == 2


def test_several_stories_have_an_overview_which_a_stopped_run_gives_whole(
    stories: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    command = ("report", "--format", "html", "--jobs", "1")
    stories(*command, "--out", "whole")
    break_story(monkeypatch, "delta", stop)
    stories(*command, "--resume")
    assert not Path("output/index.html").exists()
    break_story(monkeypatch, "none", crash)
    assert stories(*command, "--resume")[0] == 0
    for name in ("index.html", "findings.csv"):
        assert Path("output", name).read_bytes() == Path("whole", name).read_bytes()
    page = Path("output/index.html").read_text()
    assert all(f'href="{name}/report.html"' in page for name in NAMES)
    assert len(Path("output/findings.csv").read_text().splitlines()) > len(NAMES)


def test_the_overview_names_a_story_that_failed(stories: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    break_story(monkeypatch, "cape", crash)
    assert stories("report", "--format", "html", "--jobs", "1")[0] == 3
    assert "cape: something unforeseen happened" in Path("output/index.html").read_text()


def test_one_story_has_no_overview(stories: Run) -> None:
    stories("report", "input/bay", "--format", "html")
    assert not Path("output/index.html").exists()


def test_a_story_that_comes_later_does_not_undo_what_is_done(stories: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    command = ("report", "--format", "json", "--jobs", "1", "--resume")
    stories(*command)
    Path("input/fen").mkdir()
    for name, number in (("a", 3), ("b", 30)):
        Path(f"input/fen/{name}.txt").write_text(f"The army said {number} soldiers died at the fen.\n")
    compared = break_story(monkeypatch, "none", crash)
    assert stories(*command)[0] == 0
    assert compared == ["fen"]


def test_a_pipe_among_the_articles_does_not_hold_up_a_run_that_goes_on(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert digest_of(tmp_path / "a.txt") == ""
    assert digest_of(tmp_path) == ""

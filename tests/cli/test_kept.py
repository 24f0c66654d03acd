"""What ``group`` has read is kept beside the stories: a later run reads only what is new, with the same outcome."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from divergence.cli import kept, main
from divergence.cli.kept import NAME, PASSING, Kept, KeptOpening, read_kept
from divergence.ingest.opened import Opened, Opening
from divergence.model.text import Notice

TOLD = "The ferry {} ran onto a reef off Corvo on Monday night and {} people were hurt, the harbour master said."
Opens = Callable[[], list[str]]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opens:
    """The names of the files that were opened since the last call."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number, name in enumerate(("Alda", "Berta", "Carla")):
        Path("in", f"{name}.txt").write_text(TOLD.format(name, number + 19))
    Path("in", "wire.jsonl").write_text(json.dumps({"text": TOLD.format("Dora", 30)}) + "\n{torn\n")
    told: list[str] = []
    real = kept.files_apart

    def files_apart(work: Opening, files: list[Path]) -> object:
        told.extend(file.name for file in files)
        return real(work, files)

    monkeypatch.setattr(kept, "files_apart", files_apart)

    def since() -> list[str]:
        names, told[:] = sorted(told), []
        return names

    return since


def go(*more: str) -> int:
    return main(["group", "in", "--out", "stories", "--quiet", *more])


def test_tomorrows_run_opens_only_what_is_new(opened: Opens) -> None:
    go()
    assert opened() == ["Alda.txt", "Berta.txt", "Carla.txt", "wire.jsonl"]
    Path("in", "new.txt").write_text(TOLD.format("Elsa", 40))
    go()
    assert opened() == ["new.txt", "wire-1.txt"]  # of an export's entry the run before made a file
    go()
    assert opened() == []


def test_the_outcome_is_that_of_reading_all(opened: Opens) -> None:
    go()
    go()
    account = Path("stories", "grouping.json").read_bytes()
    Path("stories", NAME).unlink()
    go()
    assert Path("stories", "grouping.json").read_bytes() == account
    assert b"wire.jsonl has a line that is no JSON object" in account


def test_a_file_that_changed_is_opened_again(opened: Opens) -> None:
    go()
    opened()
    Path("in", "Alda.txt").write_text(TOLD.format("Alda", 23))
    go()
    assert "Alda.txt" in opened()


@pytest.mark.parametrize("change", ["program", "columns"])
def test_what_decides_what_is_read_decides_what_is_kept(
    opened: Opens, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    go()
    opened()
    if change == "program":
        monkeypatch.setattr(kept, "reading_version", lambda: "another")
    go(*(["--columns", "text=body"] if change == "columns" else []))
    assert "wire.jsonl" in opened()


@pytest.mark.parametrize("harm", ["torn", "edited", "foreign", "gone"])
def test_what_is_harmed_counts_as_absent(opened: Opens, harm: str) -> None:
    go()
    file = Path("stories", NAME)
    lines = file.read_bytes().splitlines(keepends=True)
    harmed = {
        "torn": b"".join(lines)[:-9],
        "edited": b"".join(lines).replace(b"harbour", b"airport"),
        "foreign": b"no line of ours\n" * 3,
        "gone": b"",
    }
    file.write_bytes(harmed[harm])
    opened()
    assert go() == 3  # the torn line of the export
    assert set(opened()) - {"wire-1.txt"}
    go()
    assert opened() == []
    assert b"airport" not in Path("stories", "grouping.json").read_bytes()


def test_a_link_in_its_place_is_neither_read_nor_written(opened: Opens) -> None:
    Path("stories").mkdir()
    Path("secret").write_text("kept\n")
    os.symlink("../secret", Path("stories", NAME))
    assert go() == 3
    assert Path("secret").read_text() == "kept\n"
    assert len(list(Path("stories").rglob("*.txt"))) == 4


def test_one_file_under_two_names_is_opened_once_and_told_by_its_name(tmp_path: Path) -> None:
    for name in ("a.jsonl", "b.jsonl"):
        (tmp_path / name).write_text("torn\n")
    keeps, opening = Kept(tmp_path / NAME), Opening(None, {}, 100)
    first = KeptOpening(keeps, "1")
    list(first(opening, [tmp_path / "a.jsonl"]))
    keeps.add(first.new, first.used)
    second = KeptOpening(read_kept(tmp_path), "1")
    (found,) = second(opening, [tmp_path / "b.jsonl"])
    assert second.new == []
    assert isinstance(found, Opened)
    assert [notice.message.split(" has ")[0] for notice in found.told("in/b.jsonl")] == ["in/b.jsonl"]


@pytest.mark.parametrize("code", sorted(PASSING))
def test_what_another_try_may_read_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    (tmp_path / "a.txt").write_text("text")
    result = Opened(notices=((0, Notice(code, "could not be read.")),))
    monkeypatch.setattr(kept, "files_apart", lambda opening, files: iter([result] * len(files)))
    opening = KeptOpening(Kept(tmp_path / NAME), "1")
    assert list(opening(Opening(None, {}, 100), [tmp_path / "a.txt"])) == [result]
    assert opening.new == []


def test_what_no_run_has_use_for_goes_in_time(opened: Opens) -> None:
    go()
    before = Path("stories", NAME).stat().st_size
    for path in Path("in").glob("*.txt"):
        path.unlink()
    for path in Path("stories").rglob("*.txt"):
        path.unlink()
    for path in Path("stories").rglob("story.toml"):
        path.unlink()
    go()
    assert Path("stories", NAME).stat().st_size < before / 2
    opened()
    go()
    assert "wire.jsonl" not in opened()


def test_several_processes_keep_as_one_does(opened: Opens) -> None:
    go()
    alone = Path("stories", NAME).read_bytes()
    Path("stories", NAME).unlink()
    go("--jobs", "2")
    assert sorted(alone.splitlines()) == [
        line for line in sorted(Path("stories", NAME).read_bytes().splitlines()) if line in alone
    ]

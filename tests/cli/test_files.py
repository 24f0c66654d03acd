"""Results are written whole or not at all."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from divergence.cli.files import PREFIX, SUFFIX, story_folders, write_file, write_together
from divergence.errors import InputError


def write_for_ever(path: Path, ready: int) -> None:
    """Replace a file again and again, each time with two megabytes of one letter."""
    os.write(ready, b"!")
    letter = 0
    while True:
        write_file(path, bytes([97 + letter % 26]) * 2_000_000)
        letter += 1


def test_a_file_is_made_with_its_folders_and_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "report.json"
    write_file(path, b"x")
    assert path.read_bytes() == b"x"
    (tmp_path / "usual").write_text("")
    assert path.stat().st_mode == (tmp_path / "usual").stat().st_mode
    assert [p.name for p in path.parent.iterdir()] == ["report.json"]


def test_a_link_in_the_place_of_the_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "config"
    target.write_text("secret")
    (tmp_path / "report.json").symlink_to(target)
    write_file(tmp_path / "report.json", b"x")
    assert target.read_text() == "secret"
    assert not (tmp_path / "report.json").is_symlink()


def test_what_a_killed_run_left_is_swept_and_what_a_living_one_writes_is_not(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f"{PREFIX}{gone.pid}-abc{SUFFIX}").write_text("half")
    living = tmp_path / f"{PREFIX}{os.getppid()}-abc{SUFFIX}"
    living.write_text("half")
    write_file(tmp_path / "report.json", b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([living.name, "report.json"])


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="Cannot write"):
        write_file(tmp_path / "file" / "report.json", b"x")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_file(tmp_path / "report.json", b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        write_file(tmp_path / "report.json", b"new")
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"old"]


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.bin"
    for number in range(20):
        listening, ready = os.pipe()
        writer = os.fork()
        if writer == 0:
            write_for_ever(path, ready)
        os.read(listening, 1)
        time.sleep(0.004 * number)
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        os.close(listening)
        os.close(ready)
        if path.exists():
            data = path.read_bytes()
            assert (len(data), len(set(data))) == (2_000_000, 1)
    write_file(path, b"done")
    assert [p.name for p in tmp_path.iterdir()] == ["report.bin"]


@pytest.mark.parametrize("id", ["../../etc", "..", "", "/", "a/b", "\x1b[2J", "con\x00", "."])
def test_an_output_folder_is_always_inside(id: str, tmp_path: Path) -> None:
    (folder,) = story_folders([id], tmp_path)
    assert folder.parent == tmp_path
    assert folder.name not in ("", ".", "..")


def test_equal_names_get_folders_of_their_own(tmp_path: Path) -> None:
    assert [f.name for f in story_folders(["Flood", "flood", "flood-2", "é"], tmp_path)] == [
        "Flood",
        "flood-2",
        "flood-2-2",
        "é",
    ]


def test_a_planted_link_for_an_output_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "flood").symlink_to(tmp_path.parent)
    with pytest.raises(InputError, match="symbolic link"):
        story_folders(["flood"], tmp_path)


def test_files_that_belong_together_are_all_new_or_all_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [tmp_path / name for name in ("report.html", "report.json", "briefing.pdf")]
    write_together(dict.fromkeys(paths, b"old"))
    synced: list[int] = []

    def full_at_the_third(descriptor: int) -> None:
        synced.append(descriptor)
        if len(synced) == 3:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_at_the_third)
    with pytest.raises(InputError, match=r"briefing\.pdf: No space left"):
        write_together(dict.fromkeys(paths, b"new"))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(
        ("report.html", "report.json", "briefing.pdf"), b"old"
    )


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(InputError, match="Cannot write"):
        write_file(tmp_path / "report.json", b"x")


NAMES = ("report.html", "report.json", "briefing.pdf", "report.md")


def states(folder: Path) -> set[bytes]:
    """From which runs the files of a folder are."""
    return {path.read_bytes() for path in folder.iterdir() if not path.name.startswith(PREFIX)}


def write_new(folder: Path, step: int) -> None:
    """Write new files in a process that is killed before the step of this number."""
    steps = iter(range(1_000))

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def instead(*arguments: object, **named: object) -> object:
            if next(steps) == step:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **named)

        return instead

    for name in ("replace", "unlink", "fsync", "chmod"):
        setattr(os, name, counted(getattr(os, name)))
    write_together({folder / name: b"new" for name in NAMES})
    os._exit(0)


@pytest.mark.skipif(os.name != "posix", reason="needs processes that are forked")
def test_killed_at_each_step_no_run_s_files_lie_beside_another_s(tmp_path: Path) -> None:
    seen = []
    for step in range(100):
        folder = tmp_path / str(step)
        write_together({folder / name: b"old" for name in NAMES})
        process = os.fork()
        if not process:
            write_new(folder, step)
        over = os.waitpid(process, 0)[1] == 0
        seen.append(states(folder))
        if over:
            break
        write_together({folder / name: b"done" for name in NAMES})
        assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    assert {b"old"} == seen[0]
    assert {b"new"} == seen[-1]
    assert all(len(files) == 1 for files in seen)
    assert len(seen) > 3 * len(NAMES)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
def test_killed_at_any_moment_the_files_are_of_one_run(tmp_path: Path) -> None:
    def write_sets_for_ever(ready: int) -> None:
        number = 0
        while True:
            write_together({tmp_path / name: str(number).encode() for name in NAMES})
            number += 1
            if number == 1:
                os.write(ready, b"!")

    for _ in range(40):
        listening, ready = os.pipe()
        writer = os.fork()
        if writer == 0:
            write_sets_for_ever(ready)
        os.read(listening, 1)
        time.sleep(random.uniform(0, 0.02))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        os.close(listening)
        os.close(ready)
        assert len(states(tmp_path)) == 1


def test_a_folder_in_the_way_of_one_file_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    write_together({tmp_path / name: b"old" for name in NAMES[:2]})
    (tmp_path / NAMES[2]).mkdir()
    with pytest.raises(InputError, match=r"briefing\.pdf: Is a directory"):
        write_together({tmp_path / name: b"new" for name in NAMES})
    assert [(tmp_path / name).read_bytes() for name in NAMES[:2]] == [b"old", b"old"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(NAMES[:3])

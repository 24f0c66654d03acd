"""Only regular files of a bearable size are opened, and never through a link."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from divergence.ingest.files import printable, read_file
from divergence.model.text import Notice


def code(result: bytes | Notice) -> str:
    assert isinstance(result, Notice)
    return result.code


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"six boats")
    assert read_file(tmp_path / "a.txt") == b"six boats"


def test_a_link_is_refused_wherever_it_points(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"six boats")
    for name, target in (("b.txt", "a.txt"), ("c.txt", "/etc/hostname"), ("d.txt", "nowhere")):
        (tmp_path / name).symlink_to(target)
        assert code(read_file(tmp_path / name)) == "symlink"


def test_pipes_folders_and_devices_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    assert code(read_file(tmp_path / "pipe.txt")) == "not-a-file"
    assert code(read_file(tmp_path / "folder.txt")) in ("not-a-file", "unreadable")
    assert code(read_file(Path("/dev/zero"))) == "not-a-file"


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    assert code(read_file(tmp_path / "a.txt", largest=10)) == "too-large"
    assert read_file(tmp_path / "a.txt", largest=11) == b"x" * 11


def test_nothing_outside_the_root_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"in")
    (tmp_path / "out.txt").write_bytes(b"out")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert read_file(tmp_path / "in" / "a.txt", tmp_path / "in") == b"in"
    for path in (tmp_path / "out.txt", tmp_path / "in" / ".." / "out.txt", tmp_path / "in" / "up" / "out.txt"):
        assert code(read_file(path, tmp_path / "in")) == "outside-root"


def test_a_missing_file_is_a_notice(tmp_path: Path) -> None:
    assert code(read_file(tmp_path / "none.txt")) == "unreadable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x")
    (tmp_path / "a.txt").chmod(0)
    assert code(read_file(tmp_path / "a.txt")) == "unreadable"


def test_a_path_that_is_no_unicode_can_be_printed() -> None:
    assert printable(os.fsdecode(b"caf\xe9/a.txt")).encode("utf-8") == "caf\ufffd/a.txt".encode()

"""What is said where, and how often."""

from __future__ import annotations

import io

import pytest

from divergence.cli import console
from divergence.cli.console import Console


class Terminal(io.StringIO):
    """A stream that someone watches."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "lines"), [(Terminal, 10), (io.StringIO, 2)])
def test_progress_is_told_often_on_a_terminal_and_seldom_in_a_log(
    stream: type[io.StringIO], lines: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(console.time, "monotonic", lambda: next(clock))
    out, err = io.StringIO(), stream()
    told = Console(out, err, told=-100)
    for number in range(10):
        told.progress(f"step {number}")
    assert (err.getvalue().count("\n"), out.getvalue()) == (lines, "")


def test_quiet_is_quiet_but_for_what_one_must_know() -> None:
    out, err = io.StringIO(), Terminal()
    told = Console(out, err, quiet=True, told=-100)
    told.progress("step")
    told.note("a file was lost")
    told.say("result")
    assert (out.getvalue(), err.getvalue()) == ("result\n", "divergence: a file was lost\n")

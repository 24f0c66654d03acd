"""What a user sees: results on one stream, everything else on the other, nothing in them that a terminal obeys."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from divergence.report.ci.plain import safe_line

WATCHED, UNWATCHED = 0.3, 5.0
"""Seconds between two lines of progress: on a terminal, and in a log, where nobody wants them all."""


@dataclass(slots=True)
class Console:
    """Standard output for results, standard error for the rest."""

    out: TextIO
    err: TextIO
    quiet: bool = False
    debug: bool = False
    """Whether it is told where in the program an error arose."""
    told: float = field(default_factory=time.monotonic)
    """When progress was last told, or the start."""

    def say(self, line: str = "") -> None:
        """A line of the result."""
        self.out.write(safe_line(line) + "\n")

    def write(self, data: bytes) -> None:
        """A result that is already safe, as bytes."""
        self.out.write(data.decode("utf-8"))

    def write_bytes(self, data: bytes) -> None:
        """A file as the result: its bytes untouched, where the stream takes bytes."""
        self.out.flush()
        raw = getattr(self.out, "buffer", None)
        if raw is None:
            self.write(data)
        else:
            raw.write(data)

    def note(self, line: str) -> None:
        """Something the user should know."""
        self.err.write(f"divergence: {safe_line(line)}\n")

    def trace(self, trace: str) -> None:
        """Where in the program an error arose, for those who asked."""
        for line in trace.splitlines() if self.debug else ():
            self.note(line)

    def progress(self, line: str) -> None:
        """What is being done now, told now and then while it takes long."""
        now = time.monotonic()
        if not self.quiet and now - self.told > (WATCHED if self.err.isatty() else UNWATCHED):
            self.told = now
            self.err.write(safe_line(line) + "\n")
            self.err.flush()


def _nowhere() -> TextIO:
    """A stream in place of one that was closed before we started."""
    return open(os.devnull, "w", encoding="utf-8")


def standard_console() -> Console:
    """The console of this process; what its encoding lacks is written as an escape, what is closed takes all."""
    out, err = (stream or _nowhere() for stream in (sys.stdout, sys.stderr))
    for stream in (out, err):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return Console(out, err)

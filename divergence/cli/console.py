"""What a user sees: results on one stream, everything else on the other, nothing in them that a terminal obeys."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from divergence.report.plain import safe_line

PATIENCE = 2.0
"""Seconds after which progress is told even where no one may be watching."""


@dataclass(slots=True)
class Console:
    """Standard output for results, standard error for the rest."""

    out: TextIO
    err: TextIO
    quiet: bool = False
    started: float = field(default_factory=time.monotonic)

    def say(self, line: str = "") -> None:
        """A line of the result."""
        self.out.write(safe_line(line) + "\n")

    def write(self, data: bytes) -> None:
        """A result that is already safe, as bytes."""
        self.out.write(data.decode("utf-8"))

    def note(self, line: str) -> None:
        """Something the user should know."""
        self.err.write(f"divergence: {safe_line(line)}\n")

    def progress(self, line: str) -> None:
        """What is being done now, told where someone watches or it takes long."""
        if not self.quiet and (self.err.isatty() or time.monotonic() - self.started > PATIENCE):
            self.err.write(safe_line(line) + "\n")
            self.err.flush()


def standard_console() -> Console:
    """The console of this process; what its encoding lacks is written as an escape rather than failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    return Console(sys.stdout, sys.stderr)

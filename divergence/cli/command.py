"""The plug of a command: a record of what it is called, how it is explained and what it does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from divergence.cli.console import Console


@dataclass(frozen=True, slots=True)
class Command:
    """One command of ``divergence``."""

    name: str
    summary: str
    """One clause for the list of commands."""
    description: str
    """What it is for, at the top of its help."""
    examples: str
    """Command lines to copy, at the foot of its help."""
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Console], int]
    """Does it and returns the exit status. May raise DivergenceError."""

"""Exit statuses. What was found is told apart from what could not be done."""

from __future__ import annotations

from collections.abc import Iterable

from divergence.cli.console import Console
from divergence.model.finding import LOST
from divergence.model.text import Notice

FINE = 0
"""Done; a check found nothing at or above its limit."""
FOUND = 1
"""A check found a disagreement at or above its limit."""
USAGE = 2
"""The command line contradicts itself or names something unknown."""
UNREAD = 3
"""An input could not be read or measured, or an output that was asked for could not be made."""
INTERRUPTED = 130
"""Stopped with Ctrl-C."""


def read_status(notices: Iterable[Notice], console: Console) -> int:
    """The status of a reading: ``UNREAD`` where a file was lost, each of them told."""
    lost = [notice for notice in notices if notice.code in LOST]
    for notice in lost:
        console.note(notice.message)
    return UNREAD if lost else FINE

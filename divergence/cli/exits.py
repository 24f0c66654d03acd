"""Exit statuses. What was found is told apart from what could not be done."""

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

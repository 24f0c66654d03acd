"""What can go wrong, as a reader of the message needs it; the command line alone turns these into exit codes."""

from __future__ import annotations


class DivergenceError(Exception):
    """Base of all errors that this package raises on purpose; its text says what to do next."""


class InputError(DivergenceError):
    """Nothing could be compared: no such path, or no readable article in it."""


class UsageError(DivergenceError):
    """Options that contradict each other or name something unknown."""


class PipelineError(DivergenceError):
    """The language pipeline could not be loaded or lacks what is needed."""


class RenderError(DivergenceError):
    """A report could not be made, for example because WeasyPrint's system libraries are missing."""

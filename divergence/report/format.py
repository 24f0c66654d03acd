"""The plug of an output format: a record of what it is called and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from divergence.model.comparison import Comparison

PAPERS: tuple[str, ...] = ("a4", "letter", "a5")


@dataclass(frozen=True, slots=True)
class Presentation:
    """Settings that change how a report looks and never what it says."""

    templates: Path | None = None
    """A folder whose files replace the shipped ones of the same name; what it lacks is taken from those."""
    paper: str = "a4"
    """Paper of the PDF briefing: one of ``PAPERS``."""
    one_page: bool = False
    """Whether the briefing ends with its first page: the bottom line, the weightiest findings and the sources."""
    prepared: str = ""
    """The day on which the briefing was prepared, as an ISO 8601 date; empty where it is not told."""


@dataclass(frozen=True, slots=True)
class Format:
    """One output format. ``render`` is pure: the same comparison gives the same bytes."""

    name: str
    """What ``--format`` and ``render`` call it."""
    filename: str
    """The file's name inside an output folder."""
    summary: str
    """One clause for the help text."""
    render: Callable[[Comparison, Presentation], bytes]
    table: Callable[[Iterable[Comparison]], bytes] | None = None
    """Makes one table of several stories, where the format is a table."""
    binary: bool = False
    """Whether its bytes are no text in UTF-8."""
    load: Callable[[], object] | None = None
    """Loads what sets its pages, which a text can keep busy: the format is rendered where it can be ended."""

"""How the files of a story are read: one after another here, or by whoever can end what takes too long."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from divergence.ingest.opened import Opened, Opening


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Something that was not made, because making it took too much or failed."""

    why: str
    """A clause for readers."""
    trace: str = ""
    """Where in the program, for those who ask."""


class Each(Protocol):
    """Opens each file, in their order."""

    def __call__(self, opening: Opening, files: Sequence[Path], /) -> Iterable[Opened | GivenUp]: ...


def in_order(opening: Opening, files: Sequence[Path], /) -> Iterable[Opened | GivenUp]:
    """One file after another, in this process."""
    return map(opening, files)

"""How the files of a story are read: one after another here, or by whoever can end what takes too long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Something that was not made, because making it took too much or failed."""

    why: str
    """A clause for readers."""
    trace: str = ""
    """Where in the program, for those who ask."""


class Each(Protocol):
    """Makes something of each file, in their order."""

    def __call__(self, work: Callable[[Path], R], items: Sequence[Path], /) -> Iterable[R | GivenUp]: ...


def in_order(work: Callable[[Path], R], items: Sequence[Path], /) -> Iterable[R | GivenUp]:
    """One file after another, in this process."""
    return map(work, items)

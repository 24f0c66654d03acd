"""The plug of a kind of fact: a record of functions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from divergence.language.parsed import Parsed
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention


@dataclass(frozen=True, slots=True)
class Related:
    """How two values stand to each other, and why in words (``5 and 23 cannot both be right of one count``)."""

    relation: Relation
    why: str


@dataclass(frozen=True, slots=True)
class FactType:
    """Everything the tool needs to know about one kind of fact (or a family that shares its grammar)."""

    name: str
    kinds: tuple[Kind, ...]
    """The kinds of mention that ``find`` yields."""
    find: Callable[[Parsed], Iterable[Mention]]
    """All mentions of one article. Never raises on any text; mentions of one kind do not overlap."""
    relate: Callable[[Mention, Mention], Related]
    """Symmetric in its relation; a mention against itself is SAME. Judges values of what is taken to be one fact."""
    phrase: Callable[[Mention], str]
    """The value in plain normal form, as reports print it; equal for values that are the same."""
    fields: Callable[[Mention], dict[str, str | None]]
    """What ``divergence facts --json`` writes of the value: low, high, unit, counted, timex … as decimal strings."""

"""Two mentions that might state one fact, and everything that was found out about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from divergence.facts import Related
from divergence.link.context import Context
from divergence.model.comparison import Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions of different articles that might state one fact."""

    left: Context
    right: Context
    levels: Mapping[str, str]
    """The level of every comparison, by its name."""
    fit: float
    """How well their contexts fit, values masked, in log-odds."""
    related: Related
    """How the two values stand to each other."""
    nearness: float | None = None
    """How near the words of their slots are in meaning, -1 to 1, where the pipeline's vectors tell."""
    frame: str = ""
    """Why the two are one fact, in words, where a common frame decides it rather than the levels."""

    @property
    def conflicts(self) -> bool:
        """Whether the values cannot both be right of one fact."""
        return self.related.relation is Relation.CONFLICTS

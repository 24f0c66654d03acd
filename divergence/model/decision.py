"""What editors decided on findings: frozen data, kept by ``divergence.review`` and shown by every report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """What the desk knows of a disagreement already."""

    NEW = "new"
    ACCEPTED = "accepted"
    """An editor keeps it, with a reason."""
    REJECTED = "rejected"
    """An editor called it a false alarm."""


class Ground(StrEnum):
    """What makes a difference none: the sources speak of one thing in two ways that can both be right."""

    NONE = "none"
    """Nothing: the difference stands."""
    SCOPE = "scope"
    """They count or name another part of it."""
    TIME = "time"
    """They speak of another moment."""
    DEFINITION = "definition"
    """They mean something else by the word."""
    CORRECTION = "correction"
    """One has corrected itself since."""


class State(StrEnum):
    """A decision in the words of a desk."""

    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    WRONG = "wrong"
    """The finding, not the source: a false alarm."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reading of a rejected finding, as annotated material needs it."""

    source: str
    """Name of the article's file."""
    sentence: str
    span: str
    """The words that carry the value."""
    value: str


@dataclass(frozen=True, slots=True)
class Decision:
    """An editor's word on one finding of one story."""

    standing: Standing
    story: str
    id: str
    subject: str
    reason: str
    """Why, in the editor's words; may be empty where the ground says it."""
    kind: str = ""
    until: date | None = None
    """The last day on which it holds."""
    readings: tuple[Evidence, ...] = ()
    ground: Ground = Ground.NONE
    who: str = ""
    """Initials or a name."""
    when: date | None = None
    """The day of the decision, where it is known."""

    @property
    def state(self) -> State:
        """The decision as reports word it."""
        if self.standing is Standing.REJECTED:
            return State.WRONG
        return State.CONFIRMED if self.ground is Ground.NONE else State.EXPLAINED

    def holds(self, today: date) -> bool:
        """Whether it still counts on this day."""
        return self.until is None or today <= self.until

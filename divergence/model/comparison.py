"""What a comparison of the articles found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from typing import Any

from divergence.model.decision import Decision
from divergence.model.fact import Kind, Mention
from divergence.model.text import Notice, Span, Story


class Relation(StrEnum):
    """How two values of one fact stand to each other."""

    SAME = "same"
    ROUNDED = "rounded"
    REFINES = "refines"
    CONTAINS = "contains"
    PART_OF = "part of"
    UPDATES = "updates"
    VARIANT = "variant"
    CONFLICTS = "conflicts"
    CANNOT_TELL = "cannot tell"


class Verdict(StrEnum):
    """What a reader is told: a disagreement, two ways of saying one thing, or two spellings."""

    CONFLICT = "conflict"
    COMPATIBLE = "compatible"
    VARIANT = "variant"
    LEAD = "lead"
    """Worth checking and not flagged: one reading sees a disagreement, the other does not."""


class Severity(StrEnum):
    """How much a difference changes a reader's picture of the event."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Its place in every list: 0 for the weightiest."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """One distinct value of a unit and every mention that states it."""

    value: str
    """The value in plain normal form: ``23``, ``more than 200``, ``Kabul; Paktia``."""
    mentions: tuple[Mention, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that have this value, in order, each once."""
        return tuple(sorted({m.span.article for m in self.mentions}, key=lambda a: (len(a), a)))


class Situation(StrEnum):
    """Whose figures differ."""

    ARTICLES = "articles"
    """No claimant was found beside either."""
    CLAIMANTS = "claimants"
    """Two claimants, each with a figure of its own."""
    ARTICLE_AND_CLAIMANT = "article and claimant"
    """One is told as somebody's, beside the other no claimant was found."""
    ONE_CLAIMANT = "one claimant"
    """One claimant's figure, told in two ways."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """Who is told to give a value, and by which articles (their ids)."""

    claimant: str
    value: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """A unit whose readings are not all the same: what differs, who says what, and why it counts.

    With one reading it is an agreement (see ``Comparison.agreements``).
    """

    id: str
    """Stable: depends on kind, slot and values, not on positions."""
    kind: Kind
    subject: str
    """What the values are about, in words: ``How many Pakistani soldiers were killed?``."""
    verdict: Verdict
    relation: Relation
    severity: Severity
    confidence: float
    """Share of findings at this confidence that are right, as calibrated on held-out stories; 0 to 1."""
    why: tuple[str, ...]
    readings: tuple[Reading, ...]
    silent: tuple[str, ...]
    """Ids of the articles that say nothing of it, in whatever words; one that may is neither here nor in a reading."""
    found_by: tuple[str, ...] = ("rules",)
    """``rules``, ``model`` or both."""
    explained_by: str = "none"
    """What may explain the difference: none, scope, time or definition."""
    explanation: str = ""
    """The same in words, from the sentences; empty where nothing was found."""
    situation: Situation | None = None
    """Whose figures differ, where they are figures and it can be told."""
    claims: tuple[Claimed, ...] = ()
    """Who gives each of the values, as far as the articles name somebody."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """A fact that at least two articles state with the same value."""

    kind: Kind
    subject: str
    reading: Reading
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withheld:
    """How many agreements are not told, and why, so that nothing is left out in silence."""

    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that tell the same thing; an article without one is silent there (a gap)."""

    number: int
    paragraphs: tuple[Span, ...]
    """At most one span an article, ordered by article."""


@dataclass(frozen=True, slots=True)
class NotFlagged:
    """A pair of readings that was looked at and not flagged, with the reason, so that recall can be audited."""

    kind: Kind
    left: Mention
    right: Mention
    reason: str
    """One clause in words: ``another group: soldiers, militants``."""
    score: float = 0.0
    """How near the pair came to being one fact; 0 to 1."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request to a model and what came of it."""

    stage: str
    """read or check."""
    request: str
    """SHA-256 of everything sent."""
    answer: str
    """SHA-256 of the answer; empty where there is none that can be used."""
    told: str = ""
    """Why there is none, in a clause."""


@dataclass(frozen=True, slots=True)
class ModelReading:
    """What a language model had to do with a comparison."""

    model: str
    wording: str
    """Version of the words in which it was asked."""
    calibration: str
    """Which model's answers the confidences were calibrated on."""
    exchanges: tuple[Exchange, ...]
    quotations_given: int
    quotations_found: int

    @property
    def as_measured(self) -> bool:
        """Whether the model read the story and answered every request, as it did where its reach was measured."""
        return any(e.stage == "read" for e in self.exchanges) and all(e.answer for e in self.exchanges)


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Everything found in one story."""

    story: Story
    divergences: tuple[Divergence, ...]
    """Conflicts first, then by severity, confidence and id."""
    agreements: tuple[Agreement, ...]
    alignment: tuple[Row, ...]
    not_flagged: tuple[NotFlagged, ...]
    notices: tuple[Notice, ...]
    mentions: tuple[Mention, ...]
    """All mentions, by article and position."""
    pipeline: str = ""
    """Name and version of the language pipeline that read the articles."""
    reading: ModelReading | None = None
    """The second reading, where a model was asked."""
    decisions: tuple[Decision, ...] = ()
    """What editors decided on this story's findings, where a report is made with their file."""
    withheld: tuple[Withheld, ...] = ()
    """Values that several articles state and that are not told as agreements, counted by the reason."""

    @property
    def as_measured(self) -> bool | None:
        """Whether a second reading was made as it was measured; None where there is none."""
        return self.reading.as_measured if self.reading else None

    def to_records(self) -> list[dict[str, str | int | float | None]]:
        """Tidy data, one record for each statement and each silence, as ``pandas.DataFrame`` takes it."""
        return list(_report("records").to_records(self))

    def __repr__(self) -> str:
        conflicts = [d.severity for d in self.divergences if d.verdict is Verdict.CONFLICT]
        found = f"{len(conflicts)} disagreements, {conflicts.count(Severity.HIGH)} of high severity"
        return f"<Comparison of {self.story.id!r}: {len(self.story.articles)} articles, {found}>"

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return str(_report("notebook").render_notebook(self))


def _report(name: str) -> Any:
    """A module of the reports, which build on these records: imported when a user asks for what it makes."""
    return import_module(f"divergence.report.{name}")

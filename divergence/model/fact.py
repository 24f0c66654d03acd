"""Facts as the articles state them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum

from divergence.model.text import Span


class Kind(StrEnum):
    """The kinds of fact that the report tells apart."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DURATION = "duration"
    DATE = "date"
    ORDINAL = "ordinal"
    AGE = "age"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    ROLE = "role"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    EVENT = "event"


class Hedge(StrEnum):
    """How a source qualifies a value; part of the value, because it decides what agrees."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    NEARLY = "nearly"


class Factuality(StrEnum):
    """What a source does with a value that it prints (event factuality)."""

    ASSERTED = "asserted"
    """It states the value, or reports someone stating it without contradiction."""
    DENIED = "denied"
    """It says that the value is not so."""
    SUPPOSED = "supposed"
    """It imagines, fears or conditions it."""
    SUPERSEDED = "superseded"
    """It tells the value as one given before and given up."""


@dataclass(frozen=True, slots=True)
class Slot:
    """What a value is about, as far as its own clause tells. Lemmas are lower case; absent is empty."""

    head: str = ""
    """Lemma of the counted or measured noun: ``soldier``, ``quake``; for a place, the thing located."""
    qualifiers: tuple[str, ...] = ()
    """What narrows the head, sorted: ``pakistani``, ``allied``, ``tehreek-e-taliban pakistan``."""
    outcome: str = ""
    """What happened to it, as a class of the outcome lexicon: ``killed``, ``wounded``, ``arrested`` …"""
    predicate: str = ""
    """Lemma of the governing verb or event noun: ``kill``, ``clash``, ``meet``."""
    role: str = ""
    """The expression's place in its clause: ``subject``, ``object``, ``modifier``, or ``in``, ``on``, ``for`` …"""
    holder: str = ""
    """The person, group or thing whose value this is, as named nearby: ``john smith``, ``quake``."""
    negated: bool = False
    modal: bool = False
    """Whether the clause is planned, feared, possible or conditional rather than stated."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression of a fact in one article."""

    kind: Kind
    span: Span
    text: str
    """The expression as printed: the article's text at ``span``."""
    value: Hashable
    """Normalised content; its class belongs to the fact type."""
    hedge: Hedge
    slot: Slot
    sentence: Span
    paragraph: int
    """Index of the paragraph in the article."""
    rule: str
    """Name of the rule that found it."""
    speaker: str | None = None
    """Who says so, where the article attributes it."""
    anchor: tuple[int, int] | None = field(default=None)
    """Offsets of the bare value (``23`` in ``23 Pakistani soldiers``), where it is shorter than the span."""
    standing: Factuality = Factuality.ASSERTED
    """What the source does with the value; only what is asserted is its statement."""

    def __hash__(self) -> int:
        """By its place alone, which hardly two mentions share: hashing the whole costs far more."""
        return hash((self.span.article, self.span.start, self.span.end))

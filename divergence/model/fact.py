"""Facts as the articles state them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from divergence.model.text import Span


class Kind(str):
    """The name of a kind of fact; all else that is known of a kind stands in its record in ``divergence.facts``.

    Equal names are one object, wherever they were read, so that kinds may be compared with ``is``.
    """

    __slots__ = ()
    _known: ClassVar[dict[str, Kind]] = {}
    NUMBER: ClassVar[Kind]
    MONEY: ClassVar[Kind]
    PERCENT: ClassVar[Kind]
    DURATION: ClassVar[Kind]
    DATE: ClassVar[Kind]
    ORDINAL: ClassVar[Kind]
    AGE: ClassVar[Kind]
    PLACE: ClassVar[Kind]
    PERSON: ClassVar[Kind]
    ORGANISATION: ClassVar[Kind]
    ROLE: ClassVar[Kind]
    QUOTE: ClassVar[Kind]
    ATTRIBUTION: ClassVar[Kind]
    EVENT: ClassVar[Kind]

    def __new__(cls, name: str) -> Kind:
        return cls._known.setdefault(name, super().__new__(cls, name))

    @property
    def value(self) -> str:
        """The name as a plain string."""
        return str(self)


Kind.NUMBER = Kind("number")
Kind.MONEY = Kind("money")
Kind.PERCENT = Kind("percent")
Kind.DURATION = Kind("duration")
Kind.DATE = Kind("date")
Kind.ORDINAL = Kind("ordinal")
Kind.AGE = Kind("age")
Kind.PLACE = Kind("place")
Kind.PERSON = Kind("person")
Kind.ORGANISATION = Kind("organisation")
Kind.ROLE = Kind("role")
Kind.QUOTE = Kind("quote")
Kind.ATTRIBUTION = Kind("attribution")
Kind.EVENT = Kind("event")


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


class Means(StrEnum):
    """By what means an article gives a value, as far as that decides what the value is compared with."""

    OWN_WORDS = "own words"
    """Words or figures that stand for it."""
    NOUN = "noun"
    """A noun alone, with or without an article: *a sailor* is one."""
    PLURAL = "plural"
    """A plural without a figure: *after years*."""
    ACTION = "action"
    """What is done for a country: *Norlandic mediators* is the country."""
    KINSHIP = "kinship"
    """What somebody is to another: *her brother*."""


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
    concept: str = field(default="", compare=False)
    """What the value is of in whole, as printed: ``core inflation``, ``gas-only engines``; decides nothing."""


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
    """Name of the rule that found it, for whoever wants to know why; nothing is decided by it."""
    speaker: str | None = None
    """Who says so, where the article attributes it."""
    anchor: tuple[int, int] | None = field(default=None)
    """Offsets of the bare value (``23`` in ``23 Pakistani soldiers``), where it is shorter than the span."""
    standing: Factuality = Factuality.ASSERTED
    """What the source does with the value; only what is asserted is its statement."""
    means: Means = Means.OWN_WORDS

    def __hash__(self) -> int:
        """By its place alone, which hardly two mentions share: hashing the whole costs far more."""
        return hash((self.span.article, self.span.start, self.span.end))

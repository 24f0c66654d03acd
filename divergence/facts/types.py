"""The plug of a kind of fact: a record of functions and words."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from divergence.language.parsed import Parsed
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention, Slot


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """How two values stand to each other, and why in words (``5 and 23 cannot both be right of one count``)."""

    relation: Relation
    told: str | Callable[[], str]
    """The words, or what finds them: most pairs are never shown, and wording a reason costs more than the relation."""

    @property
    def why(self) -> str:
        """Why, in words."""
        return self.told if isinstance(self.told, str) else self.told()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Related) and (self.relation, self.why) == (other.relation, other.why)

    def __hash__(self) -> int:
        return hash(self.relation)


class Nature(StrEnum):
    """What sort of value a kind has, as far as rules for several kinds ask."""

    COUNT = "count"
    """How many: part and whole, scope and time may explain a difference."""
    MEASURE = "measure"
    """How much in a unit; a thing has one at a time."""
    FIGURE = "figure"
    """Another figure, such as a person's age."""
    POINT = "point"
    """A point in time or in an order."""
    NAME = "name"
    """A name: any two differ, so only names in one slot are worth comparing."""
    WORDS = "words"
    """What is said lies in the words, not in a value among them."""


FIGURES = frozenset({Nature.COUNT, Nature.MEASURE, Nature.FIGURE})
"""Natures whose figures a chart can draw and an article can give beside another figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a value says in numbers, in its own unit."""

    low: Decimal
    high: Decimal
    """The same as ``low`` where it is no range."""
    unit: str = ""
    """Its unit in the singular; empty for a mere count."""
    whole: Decimal | None = None
    """Of how many it is a part: 5 for *one of five*."""


@dataclass(frozen=True, slots=True)
class Neutral:
    """A heading that only says what was looked for."""

    what: str
    about: str = ""
    """What most of the sentences are about."""

    def __str__(self) -> str:
        return f"{self.what} in sentences about “{self.about}”" if self.about else self.what


Asked = str | Neutral
"""A question that the values answer, or what was looked for."""


@dataclass(frozen=True, slots=True)
class FactType:
    """Everything the tool needs to know about one kind of fact; no other file names a kind that needs no rule."""

    kind: Kind
    """The kind of the mentions that ``find`` yields; its name is what files, options and reports call it."""
    find: Callable[[Parsed], Iterable[Mention]]
    """All mentions of one article. Never raises on any text; mentions of one kind do not overlap."""
    relate: Callable[[Mention, Mention], Related]
    """Symmetric in its relation; a mention against itself is SAME. Judges values of what is taken to be one fact."""
    phrase: Callable[[Mention], str]
    """The value in plain normal form, as reports print it; equal for values that are the same."""
    fields: Callable[[Mention], dict[str, str | None]]
    """What ``divergence facts --json`` writes of the value: low, high, unit, counted, timex … as decimal strings.

    Nothing is decided by it; what rules, gate and charts ask of a value has a type (``figure``)."""
    nature: Nature
    noun: str
    """What one value is called within a sentence: ``sum``, ``length of time``."""
    given: str
    """Heading that says no more than what was looked for: ``Sum of money given``."""
    about: str
    """What sources may differ on, in the catalogues of checking services: ``sums of money``."""
    subject: Callable[[Slot], str]
    """What a value is about, as the key that an id is made of; empty where the slot tells nothing."""
    decides: Callable[[Mention], Hashable] | None = None
    """All of a mention that ``relate`` depends on, where that is less than what is said of it: asked once for all that
    are alike in it."""
    figure: Callable[[Mention], Figure] | None = None
    """The value in numbers, for charts and the gate; needed where the nature is one of ``FIGURES``."""
    heading: Callable[[Slot, Sequence[Mention]], Asked] | None = None
    """A question that the values answer; without one, or where it is empty, ``given`` and what the slot tells."""
    asks: str = ""
    """The question word before the words of both sides: *When*; ``given`` where it is empty."""
    weighty: bool = False
    """Whether annotators mostly called a difference of this kind material."""
    factual: bool = True
    """Whether a source can deny or imagine a value of this kind, rather than state it."""
    rules_out: frozenset[Kind] = frozenset()
    """Kinds of which no mention stands inside a mention of this kind."""
    known_as: Kind | None = None
    """The kind as which the trained gate and a language model's answers know it; its own where empty."""

    @property
    def name(self) -> str:
        """The kind's name."""
        return self.kind.value

    @property
    def weighed_as(self) -> Kind:
        """The kind as which others know it."""
        return self.known_as or self.kind

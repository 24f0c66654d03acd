"""The value that numbers, money, percentages and ages share, and how two of them stand to each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

DIFFERENCE = "temperature difference"
"""The dimension of what lies between two temperatures: no scale's nought counts in it."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with both ends, its unit, and what the unit measures."""

    low: Decimal
    high: Decimal
    unit: str = ""
    """Common English singular of the unit or currency; empty for a count."""
    dimension: str = "count"
    """``count``, ``money``, ``percent``, ``age``, ``magnitude``, ``score``, ``share``, or one of ``lexicon.units``."""
    per: str = ""
    """Singular of what it is counted by: ``barrel``, ``year``."""
    whole: Decimal | None = None
    """Of how many: 4 in ``three of the four lines``."""
    step: Decimal = field(default=Decimal(1), compare=False)
    """The place of the last digit that is meant; decides what is a rounding."""
    words: str = field(default="", compare=False)
    """A vague number as printed: ``dozens``."""

"""What a value is counted by: ``$2.50 a gallon``, ``800,000 barrels a day``, ``34,500 tons of copper a year``.

Rates by two lengths of time are one kind of thing and are compared in one: 800,000 a day is 5.6 million a week.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from divergence.lexicon.units import unit_after

_SECONDS = {
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86_400),
    "week": Decimal(7 * 86_400),
    "month": Decimal("2629746"),
    "year": Decimal("31556952"),
}
"""Lengths of time by which values are counted; a month is the twelfth of a mean year."""
_OF_TIME = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
}

_NO_MOMENT = (
    r"(?![ -](?:earlier|ago|later|before|after|old|older|younger|longer|previously|apart|into|since|away|out|long|late|"
    r"early|ahead|prior)\b|['’])"
)
"""What makes a moment of ``a day``: ``killed two people a day after``."""
_OF_MONEY = re.compile(
    r"[ ]?(?:per|/|an?(?=[ ](?:square|cubic|barrel|share|gallon|ounce|tonne|ton|pound|person|head|year|month|week|day|"
    r"hour|minute|second|season|vote|kilo|bottle|mile|litre|liter)\b))"
    r"[ ]?((?:(?:square|cubic)[ ](?:foot|feet|met(?:er|re)|mile|kilomet(?:er|re)))\b|[a-z]{2,12}\b)" + _NO_MOMENT
)
_TIME = rf"(?P<time>{'|'.join(_SECONDS)})\b{_NO_MOMENT}"
_OF_COUNT = re.compile(
    r"(?:[ ]of(?:[ ](?!an?[ ]|each[ ]|every[ ]|per[ ])[a-z-]{2,20}+){1,3})?[ ]"
    rf"(?:(?:per|an?|each|every)[ ]{_TIME}|per[ ](?P<area>square[ ](?:met(?:er|re)|mile|kilomet(?:er|re)))\b|"
    rf"(?P<adverb>{'|'.join(_OF_TIME)})(?=[.,;:)]|$|[ ](?:in|from|to|at|on|by|and|for|with|since|as|than|through)\b))"
)


@dataclass(frozen=True, slots=True)
class Per:
    """What a value is counted by, and where its words end."""

    unit: str
    end: int


def per_of_sum(text: str, at: int) -> Per | None:
    """What a sum of money that ends at ``at`` is paid by; anything may be."""
    match = _OF_MONEY.match(text, at)
    return Per(_singular(match[1]), match.end()) if match else per_of_count(text, at)


def per_of_count(text: str, at: int) -> Per | None:
    """By what time or area the counted or measured that ends at ``at`` is told."""
    match = _OF_COUNT.match(text, at)
    if match is None:
        return None
    return Per(match["time"] or _OF_TIME.get(match["adverb"] or "") or _singular(match["area"]), match.end())


def _singular(printed: str) -> str:
    """The singular of what a sum is paid by: ``kg`` is a kilogram."""
    found = unit_after(f" {printed}", 0)
    return found[0].name if found else printed.lower()


def is_by_time(per: str) -> bool:
    """Whether a rate is one by a length of time."""
    return per in _SECONDS


def in_rate_base(value: Decimal, per: str) -> Decimal:
    """A rate by a length of time as one by the second; any other value as it is."""
    return value / _SECONDS[per] if per in _SECONDS else value

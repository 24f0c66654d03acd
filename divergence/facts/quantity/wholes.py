"""Counts told against a printed whole: *all of the 60*, *all but two of the 60*, *none of its 60*, *half of the 60*.

The number that is printed is then the whole, or what is taken from it, and not how many something befell.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from divergence.facts.quantity.quantity import Quantity
from divergence.language.parsed import Parsed
from divergence.model.fact import Hedge, Mention

_THE = r"(?:(?:the|its|their|his|her|our|these|those)(?: \w+['’]s?)?|[\w.]+['’]s?)"
_ALL = re.compile(rf"\b(?P<nearly>(?:nearly|almost|virtually|practically) )?all(?: of)?(?: {_THE})? $", re.IGNORECASE)
_EACH_OF = re.compile(rf"\beach of {_THE} $", re.IGNORECASE)
_EVERY = re.compile(r"\b(?:every|each) $", re.IGNORECASE)
_NONE = re.compile(rf"\b(?:none|not one|neither) of {_THE} $", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball but $", re.IGNORECASE)
_SOME = re.compile(
    rf"\b(?:(?:most|many|some|several|few|dozens|scores|hundreds|thousands) of|half(?: of)?) {_THE} $", re.IGNORECASE
)
"""What counts a part of the number behind it without a figure that could be compared."""
_ROUND = Decimal("0.01")
"""How far a share of a whole may be from a number to be that number: a third of 60 is kept as 19.99998."""


def told_of_whole(parsed: Parsed, found: Mention) -> Mention | None:
    """A count as the words before it tell it of a whole; none where they leave it untold: *all but two hostages*."""
    value = found.value
    if not isinstance(value, Quantity) or value.unit or value.dimension not in {"count", "share"}:
        return found
    before = parsed.article.text[found.sentence.start : found.span.start]
    if match := _ALL_BUT.search(before):
        return _all_but(parsed, found, value, match)
    if value.whole is None:
        return _whole_behind(parsed, found, value, before)
    return _part_before(parsed, found, value, value.whole, before)


def _whole_behind(parsed: Parsed, found: Mention, value: Quantity, before: str) -> Mention:
    """A number that the words before it call all there are: *all 60*, *nearly all of the 60*, *none of the 60*."""
    if match := _NONE.search(before):
        nought = replace(value, low=Decimal(0), high=Decimal(0), whole=value.low)
        told = replace(found, slot=replace(found.slot, negated=False), rule="none")
        return _from(parsed, replace(told, value=nought), match)
    if _SOME.search(before):
        return replace(found, slot=replace(found.slot, outcome="", predicate=""))
    match = _ALL.search(before) or _EACH_OF.search(before)
    if match is None:
        return found
    if match.groupdict().get("nearly"):
        return replace(found, hedge=Hedge.NEARLY)
    return replace(found, value=replace(value, whole=value.low))


def _part_before(parsed: Parsed, found: Mention, value: Quantity, whole: Decimal, before: str) -> Mention:
    """*Every one of the 60* is all of them, and *half of the 60* are 30 of 60."""
    if value.high == 1 < whole and (match := _EVERY.search(before)):
        return _from(parsed, replace(found, value=replace(value, low=whole, high=whole)), match)
    if not 0 < value.high < 1 < whole:
        return found
    share = value.low * whole
    counted = share.quantize(Decimal(1))
    hedge = found.hedge if abs(counted - share) < _ROUND else Hedge.ABOUT
    return replace(found, value=replace(value, low=counted, high=counted), hedge=hedge)


def _all_but(parsed: Parsed, found: Mention, value: Quantity, match: re.Match[str]) -> Mention | None:
    """*All but two of the 60* are 58 of them; of how many *all but two hostages* are, nothing says."""
    if value.whole is None:
        return None
    left = replace(value, low=value.whole - value.high, high=value.whole - value.low)
    return _from(parsed, replace(found, value=left), match)


def _from(parsed: Parsed, found: Mention, match: re.Match[str]) -> Mention:
    """A mention whose words begin with a match in its sentence."""
    start = found.sentence.start + match.start()
    text = parsed.article.text[start : found.span.end]
    return replace(found, span=replace(found.span, start=start), text=text)

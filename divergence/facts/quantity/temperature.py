"""Temperatures, and by how much one is higher than another: ``38 degrees Celsius``, ``1.5 degrees warmer``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from divergence.facts.about.question import about, thing
from divergence.facts.about.subject import measured
from divergence.facts.quantity import relating
from divergence.facts.quantity.counted import amount_mention, sentence_expressions
from divergence.facts.quantity.quantity import DIFFERENCE, Quantity
from divergence.facts.quantity.relating import fields, figure, phrase
from divergence.facts.types import Asked, FactType, Nature, Related
from divergence.language.parsed import Parsed
from divergence.language.pipeline import blank_masked
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention, Slot

SCALES = ("degree Celsius", "degree Fahrenheit")
DEGREE = "degree"
"""The unit of a figure whose scale its article leaves out."""
_WEATHER = re.compile(
    r"\b(?:temperatures?|thermometers?|heat|heatwaves?|hot|hotter|cold|colder|warm\w*|cool\w*|chill\w*|frost|freez\w*|"
    r"mercury|fever|(?:below|above) (?:zero|freezing)|in the shade|oven|climate)\b",
    re.IGNORECASE,
)
"""Words by which bare degrees are of temperature, not of an angle."""
_ANGLE = re.compile(
    r"^\W*(?:angles?|turns?|views?|bends?|slopes?|north|south|east|west|latitude|longitude)\b", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:by|(?:rise|increase|drop|fall|decrease|warming|cooling|jump|change|difference) of)\W*$", re.IGNORECASE
)
_THAN = re.compile(
    r"^\W*(?:warmer|cooler|hotter|colder|higher|lower|of (?:global )?(?:warming|cooling)|"
    r"(?:above|below) (?:the |its |their )?(?:(?:long-term|seasonal|monthly|annual|pre-?industrial|recent|usual) ){0,3}"
    r"(?:average|normal|norm|mean|levels?|times))\b",
    re.IGNORECASE,
)
"""What makes degrees a difference: words before and after them."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """Every temperature of an article, with or without its scale, and every difference of temperatures."""
    text = blank_masked(parsed.article)
    for found in sentence_expressions(parsed):
        if found.value.dimension == "temperature" or found.value.unit == DEGREE:
            made = amount_mention(parsed, replace(found, kind=TEMPERATURE.kind))
            dimension = _dimension(found.value, made, text)
            if dimension:
                yield replace(made, value=replace(found.value, dimension=dimension))


def _dimension(value: Quantity, made: Mention, text: str) -> str:
    """Whether degrees are a temperature or a difference of two; empty for degrees of something else."""
    before, after = text[made.sentence.start : made.span.start], text[made.span.end : made.sentence.end]
    told = value.high < 0 or _WEATHER.search(before + made.text + after)
    if value.unit == DEGREE and (_ANGLE.match(after) or not told):
        return ""
    return DIFFERENCE if _BY.search(before) or _THAN.match(after) else "temperature"


def relate(left: Mention, right: Mention) -> Related:
    """As quantities; a figure without its scale is tried on each, and one that fits on either is no conflict."""
    if not {_quantity(left).unit, _quantity(right).unit} & {DEGREE} or left.value == right.value:
        return relating.relate(left, right)
    if _quantity(left).dimension != _quantity(right).dimension:
        return Related(Relation.CANNOT_TELL, "one is a temperature, the other a difference of temperatures")
    tried = {relating.relate(a, b).relation for a in _on_scales(left) for b in _on_scales(right)}
    words = " and ".join(sorted(map(phrase, (left, right))))
    if tried <= {Relation.CONFLICTS}:
        return Related(Relation.CONFLICTS, f"{words} cannot both be right, whichever scale is meant")
    return Related(Relation.REFINES, f"{words} can both be right, by the scale that is meant")


def _quantity(mention: Mention) -> Quantity:
    assert isinstance(mention.value, Quantity)
    return mention.value


def _on_scales(mention: Mention) -> list[Mention]:
    """A figure on the scale that is told, or on each where none is."""
    value = _quantity(mention)
    scales = SCALES if value.unit == DEGREE else (value.unit,)
    return [replace(mention, value=replace(value, unit=scale)) for scale in scales]


def heading(slot: Slot, mentions: Sequence[Mention]) -> Asked:
    """Neutral words for a difference."""
    differs = all(_quantity(m).dimension == DIFFERENCE for m in mentions)
    return about("Difference in temperature given", thing(slot), slot) if differs else ""


TEMPERATURE = FactType(
    kind=Kind("temperature"),
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    figure=figure,
    nature=Nature.MEASURE,
    noun="temperature",
    given="Temperature given",
    asks="What temperature",
    about="temperatures",
    subject=measured("temperature"),
    heading=heading,
    weighty=True,
    rules_out=frozenset({Kind.NUMBER}),
    known_as=Kind.NUMBER,
)

"""How far, which way and on which side of a place: ``34 miles west of``, ``just outside``, ``130km off``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from divergence.language.parsed import Parsed
from divergence.lexicon.cardinals import TO_TWELVE
from divergence.lexicon.hedges import HEDGING_WORDS

KILOMETRES = {"kilometre": "1", "kilometer": "1", "km": "1", "kms": "1", "mile": "1.609344", "mi": "1.609344"}
KILOMETRES |= {"metre": "0.001", "meter": "0.001", "m": "0.001", "yard": "0.0009144", "foot": "0.0003048"}
KILOMETRES |= {"feet": "0.0003048"}
_SIDES = {
    "in": "in",
    "at": "in",
    "inside": "in",
    "into": "in",
    "within": "in",
    "on": "in",
    "near": "near",
    "around": "near",
    "close": "near",
    "by": "near",
    "beside": "near",
    "outside": "outside",
    "off": "off",
    "between": "between",
    "behind": "behind",
}
_EDGES = frozenset("outskirts edge vicinity periphery fringes suburbs outside".split())
_DIRECTION = re.compile(r"(?:north|south)-?(?:east|west)?\Z|(?:east|west)\Z", re.IGNORECASE)
_FIGURE = re.compile(r"\d{1,6}(?:,\d{3})*(?:\.\d{1,4})?")
_GLUED = re.compile(r"(\d{1,6}(?:\.\d{1,4})?)(km|kms|mi|m)\Z", re.IGNORECASE)
_SMALL = HEDGING_WORDS - {"over", "under"} | frozenset("far few several a couple of".split())


def position_before(parsed: Parsed, first: int, built: bool) -> tuple[int, dict[str, Any]]:
    """Where a place expression really begins, and the fields that the words before its name set.

    A bare ``in`` or ``at`` says that something is there and stays outside the expression.
    """
    tokens = parsed.tokens
    sentence = parsed.sentences[tokens[first].sentence]
    at = first - 1
    while at >= sentence.first and (
        tokens[at].pos in ("DET", "ADJ") or tokens[at].lower in ("port", "its", "their", "his", "her")
    ):
        at -= 1
    if at < sentence.first:
        return first, {}
    word = tokens[at].lower
    if word in ("of", "from") and at - 1 >= sentence.first:
        return _away(parsed, at, sentence.first, first)
    side = _SIDES.get(word)
    if word == "to" and tokens[at - 1].lower == "close":
        return at - 1, {"relation": "near"}
    if side in (None, "in"):
        return first, ({"relation": side} if side and built else {})
    start, distance = _distance(parsed, at - 1, sentence.first)
    return (start if distance is not None else at), {"relation": side, "distance": distance}


_ACTORS = frozenset(
    """court courthouse hospital clinic school academy college university prison jail penitentiary church mosque temple
    cathedral hotel museum library embassy bank shop store supermarket restaurant club zoo headquarters airport factory
    plant home""".split()
)
"""Buildings that are bodies too, and do things: *jailed by a court*."""
_RESTS = frozenset("park leave find station bury seat moor gather pitch lay dump see spot".split())
"""Verbs whose participle leaves somebody or something beside a place: *parked by the school*."""


def acts(parsed: Parsed, by: int, last: int) -> bool:
    """Whether the building before ``last``, behind *by*, does what a participle tells: ``fined by a bank``."""
    noun, first = parsed.tokens[last - 1], parsed.sentences[parsed.tokens[by].sentence].first
    if parsed.tokens[by].lower != "by" or not {noun.lemma, noun.lower} & _ACTORS:
        return False
    verb = next((t for t in reversed(parsed.tokens[first:by]) if t.tag.startswith("VB")), None)
    if verb is None or verb.tag != "VBN" or verb.lemma in _RESTS:
        return False
    before = {t.lemma for t in parsed.tokens[max(first, verb.index - 3) : verb.index]}
    return "have" not in before or "be" in before


def _away(parsed: Parsed, at: int, floor: int, first: int) -> tuple[int, dict[str, Any]]:
    """``34 miles west of``, ``just east of``, ``25 km from``; nothing where ``of`` is only a genitive."""
    tokens = parsed.tokens
    if tokens[at - 1].lower in _EDGES:
        start = at - 1 - int(at - 2 >= floor and tokens[at - 2].pos in ("ADJ", "PROPN"))
        return start, {"relation": "near"}
    direction = tokens[at - 1].lower.replace("-", "") if _DIRECTION.match(tokens[at - 1].text) else ""
    start, distance = _distance(parsed, at - (2 if direction else 1), floor)
    if not direction and distance is None:
        return first, {}
    if distance is None:
        start = at - 1
        if start - 1 >= floor and tokens[start - 1].lower in ("just", "the"):
            start -= tokens[start - 1].lower == "just"
    return start, {"relation": "from", "direction": direction, "distance": distance}


def _distance(parsed: Parsed, at: int, floor: int) -> tuple[int, Decimal | None]:
    """The first token and the kilometres of a distance that ends in token ``at``; several units say one distance."""
    tokens = parsed.tokens
    if at >= floor and tokens[at].text == ")":
        opening = next((k for k in range(at, max(floor, at - 6) - 1, -1) if tokens[k].text == "("), None)
        if opening is not None and opening - 1 >= floor:
            at = opening - 1
    if at < floor:
        return at + 1, None
    glued = _GLUED.match(tokens[at].text)
    if glued:
        return at, Decimal(glued[1]) * Decimal(KILOMETRES[glued[2].lower()])
    unit = KILOMETRES.get(tokens[at].lemma) or KILOMETRES.get(tokens[at].lower)
    if unit is None or at - 1 < floor:
        return at + 1, None
    figure = _figure(tokens[at - 1].lower)
    start = at - 1
    while (
        start - 1 >= floor and (tokens[start].lower in _SMALL or figure is None) and tokens[start - 1].lower in _SMALL
    ):
        start -= 1
    return (start, None) if figure is None else (at - 1, figure * Decimal(unit))


def _figure(word: str) -> Decimal | None:
    if word in TO_TWELVE:
        return Decimal(TO_TWELVE[word])
    return Decimal(word.replace(",", "")) if _FIGURE.fullmatch(word) else None

"""What a model answered, validated here whatever its server promised: servers fail open."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from divergence.facts import KINDS
from divergence.model.fact import Kind

LARGEST = 2_000_000
"""Characters of an answer that are read at all."""
_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)
EXPLANATIONS = ("none", "scope", "time", "definition")


class AnswerError(ValueError):
    """An answer that says nothing that can be read; its text says why, in a clause."""


@dataclass(frozen=True, slots=True)
class GivenReading:
    """One article's value as the model gave it: nothing of it is believed before it is found."""

    article: str
    quote: str
    value: str


@dataclass(frozen=True, slots=True)
class Given:
    """One disagreement as the model gave it."""

    kind: Kind
    readings: tuple[GivenReading, ...]
    explained_by: str
    confidence: float
    about: str = ""
    """What the values are of, in the model's words: said to the blind check, shown in no report."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the blind check said of one pair."""

    verdict: str
    probability: float
    reason: str = ""
    """Why, in the model's words: told by ``divergence explain``, shown in no report."""


def read_reading(text: str) -> tuple[tuple[Given, ...], int]:
    """The disagreements of an answer, and how many of its entries make no sense. Raises AnswerError."""
    entries = _entries(text, "disagreements")
    read = [given for entry in entries if (given := _given(entry))]
    if entries and not read:
        raise AnswerError("none of its entries follows the schema")
    return tuple(read), len(entries) - len(read)


def read_check(text: str) -> dict[str, Judgement]:
    """The judgements of an answer by the pair's name; a pair judged twice is judged by neither. Raises AnswerError."""
    found: dict[str, Judgement] = {}
    double: set[str] = set()
    for entry in _entries(text, "pairs"):
        judgement = _judgement(entry)
        if judgement:
            name = entry["id"]
            double |= {name} & found.keys()
            found[name] = judgement
    return {name: judgement for name, judgement in found.items() if name not in double}


def _entries(text: str, key: str) -> list[Any]:
    if len(text) > LARGEST:
        raise AnswerError("it is longer than any answer can be")
    fenced = _FENCED.fullmatch(text)
    try:
        data = json.loads(fenced[1] if fenced else text)
    except (ValueError, RecursionError) as error:
        raise AnswerError("it is not JSON" if text.strip() else "it is empty") from error
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise AnswerError(f"it has no list {key!r}")
    return entries


def _given(entry: Any) -> Given | None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("readings"), list):
        return None
    readings = [reading for item in entry["readings"] if (reading := _reading(item))]
    confidence = _chance(entry.get("confidence"))
    explained = entry.get("explained_by", "none")
    if entry.get("kind") not in KINDS or confidence is None or len(readings) < 2:
        return None
    explained = explained if explained in EXPLANATIONS else "none"
    about = entry["about"] if isinstance(entry.get("about"), str) else ""
    return Given(Kind(entry["kind"]), tuple(readings), explained, confidence, about)


def _reading(item: Any) -> GivenReading | None:
    if not isinstance(item, Mapping):
        return None
    article, quote, value = item.get("article"), item.get("quote"), item.get("value")
    if not (isinstance(article, str) and isinstance(quote, str) and isinstance(value, str)):
        return None
    return GivenReading(article, quote, value)


def _judgement(entry: Any) -> Judgement | None:
    if not isinstance(entry, Mapping) or not isinstance(entry.get("id"), str):
        return None
    chance = _chance(entry.get("probability"))
    if chance is None or entry.get("verdict") not in ("conflict", "compatible", "different facts"):
        return None
    reason = entry["reason"] if isinstance(entry.get("reason"), str) else ""
    return Judgement(entry["verdict"], chance, reason)


def _chance(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or not 0 <= value <= 1:
        return None
    return float(value)

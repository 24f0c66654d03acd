"""How English qualifies a number: ``more than``, ``at least``, ``nearly``, ``about``, ``up to``, ``or more``.

A hedge is part of the value, because it decides what agrees: 213 refines ``more than 200`` and contradicts ``fewer than
200``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from divergence.model.fact import Hedge


@dataclass(frozen=True, slots=True)
class Hedging:
    """A hedge as printed at ``[start, end)`` of the scanned text."""

    hedge: Hedge
    start: int
    end: int


HEDGING_WORDS = frozenset("about around nearly almost some roughly approximately only just over under".split())
"""Single words that change a figure."""
HEDGE_PARTS = HEDGING_WORDS | frozenset("up to at least most more less fewer than".split())
"""Words that hedges before a figure are made of and that name nothing themselves."""

BEFORE: tuple[tuple[Hedge, str], ...] = (
    (Hedge.AT_LEAST, "at least"),
    *((Hedge.AT_LEAST, f"{no} {less} than") for no in ("no", "not") for less in ("fewer", "less", "lower", "smaller")),
    (Hedge.AT_LEAST, "a minimum of"),
    (Hedge.AT_LEAST, "as few as"),
    (Hedge.AT_LEAST, "as little as"),
    (Hedge.AT_LEAST, "least"),
    (Hedge.AT_LEAST, "≥"),
    (Hedge.AT_MOST, "at most"),
    (Hedge.AT_MOST, "at the most"),
    (Hedge.AT_MOST, "up to"),
    *(
        (Hedge.AT_MOST, f"{no} {more} than")
        for no in ("no", "not")
        for more in ("more", "greater", "higher", "larger", "longer")
    ),
    (Hedge.AT_MOST, "as many as"),
    (Hedge.AT_MOST, "as much as"),
    (Hedge.AT_MOST, "as high as"),
    (Hedge.AT_MOST, "a maximum of"),
    (Hedge.AT_MOST, "≤"),
    (Hedge.MORE_THAN, "just more than"),
    (Hedge.MORE_THAN, "well more than"),
    (Hedge.MORE_THAN, "far more than"),
    (Hedge.MORE_THAN, "much more than"),
    (Hedge.MORE_THAN, "more than"),
    (Hedge.MORE_THAN, "greater than"),
    (Hedge.MORE_THAN, "higher than"),
    (Hedge.MORE_THAN, "larger than"),
    (Hedge.MORE_THAN, "longer than"),
    (Hedge.MORE_THAN, "just over"),
    (Hedge.MORE_THAN, "slightly over"),
    (Hedge.MORE_THAN, "well over"),
    (Hedge.MORE_THAN, "over"),
    (Hedge.MORE_THAN, "above"),
    (Hedge.MORE_THAN, "exceeding"),
    (Hedge.MORE_THAN, "in excess of"),
    (Hedge.MORE_THAN, "upward of"),
    (Hedge.MORE_THAN, "upwards of"),
    (Hedge.MORE_THAN, ">"),
    (Hedge.LESS_THAN, "fewer than"),
    (Hedge.LESS_THAN, "less than"),
    (Hedge.LESS_THAN, "lower than"),
    (Hedge.LESS_THAN, "smaller than"),
    (Hedge.LESS_THAN, "under"),
    (Hedge.LESS_THAN, "below"),
    (Hedge.LESS_THAN, "<"),
    (Hedge.NEARLY, "nearly"),
    (Hedge.NEARLY, "almost"),
    (Hedge.NEARLY, "close to"),
    (Hedge.NEARLY, "just under"),
    (Hedge.NEARLY, "just short of"),
    (Hedge.NEARLY, "just below"),
    (Hedge.NEARLY, "practically"),
    (Hedge.NEARLY, "virtually"),
    (Hedge.ABOUT, "about"),
    (Hedge.ABOUT, "around"),
    (Hedge.ABOUT, "roughly"),
    (Hedge.ABOUT, "approximately"),
    (Hedge.ABOUT, "approx"),
    (Hedge.ABOUT, "approx."),
    (Hedge.ABOUT, "circa"),
    (Hedge.ABOUT, "an estimated"),
    (Hedge.ABOUT, "estimated"),
    (Hedge.ABOUT, "estimated at"),
    (Hedge.ABOUT, "some"),
    (Hedge.ABOUT, "somewhere around"),
    (Hedge.ABOUT, "in the region of"),
    (Hedge.ABOUT, "something like"),
    (Hedge.ABOUT, "perhaps"),
    (Hedge.ABOUT, "maybe"),
    (Hedge.ABOUT, "possibly"),
    (Hedge.ABOUT, "~"),
    (Hedge.EXACTLY, "exactly"),
    (Hedge.EXACTLY, "precisely"),
)
"""Hedges printed before a number."""

AFTER: tuple[tuple[Hedge, str], ...] = (
    (Hedge.AT_LEAST, " or more"),
    (Hedge.AT_LEAST, " and more"),
    (Hedge.AT_LEAST, " or greater"),
    (Hedge.AT_LEAST, " or higher"),
    (Hedge.AT_LEAST, " or older"),
    (Hedge.AT_LEAST, " and older"),
    (Hedge.AT_LEAST, " and over"),
    (Hedge.AT_LEAST, " at least"),
    (Hedge.AT_LEAST, "-plus"),
    (Hedge.AT_LEAST, " plus"),
    (Hedge.AT_LEAST, "+"),
    (Hedge.AT_MOST, " or fewer"),
    (Hedge.AT_MOST, " or less"),
    (Hedge.AT_MOST, " or lower"),
    (Hedge.AT_MOST, " or younger"),
    (Hedge.AT_MOST, " and younger"),
    (Hedge.AT_MOST, " at most"),
    (Hedge.ABOUT, " or so"),
    (Hedge.ABOUT, "-odd"),
    (Hedge.ABOUT, "-ish"),
    (Hedge.ABOUT, "ish"),
    (Hedge.ABOUT, " or thereabouts"),
)
"""Hedges printed right behind a number, with what joins them to it."""


def _alternation(phrases: tuple[tuple[Hedge, str], ...]) -> str:
    return "|".join(re.escape(p) for p in sorted((p for _, p in phrases), key=lambda p: (-len(p), p)))


_WINDOW = 48
"""Characters before a number in which its hedges must stand."""
_ENDING = re.compile(rf"(?<![\w-])({_alternation(BEFORE)})[\s\u00a0]{{0,2}}+(?:the\s)?$", re.IGNORECASE)
_BEGINNING = re.compile(rf"({_alternation(AFTER)})(?![\w-])", re.IGNORECASE)
_BEFORE = {phrase: hedge for hedge, phrase in BEFORE}
_AFTER = {phrase: hedge for hedge, phrase in AFTER}


_TOPIC = re.compile(
    r"\b(?:information|questions?|complain(?:s|ed|ing|ts?)?|talk(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|concern(?:s|ed)?|"
    r"stor(?:y|ies)|details?|jok(?:es?|ed|ing)|lie[sd]?|lying|debates?|discussions?|doubts?|ideas?|news|truth|"
    r"testif(?:y|ied)|testimony|evidence|documentar(?:y|ies)|books?|films?|songs?|jokes?|rumou?rs?)[ ]$",
    re.IGNORECASE,
)
"""Before an *about* that tells what something is about: ``information about two programmes``."""
_GOVERNED = re.compile(
    r"[ ](?:[a-z\-]{2,20}[ ]){0,2}(?:contracts?|agreements?|laws?|deals?|presidents?|administrations?|conditions?|"
    r"rules?|statutes?|names?|alias(?:es)?|scenarios?|treat(?:y|ies)|acts?|headings?|flags?|governments?|kings?|coach(?:es)?)\b",
    re.IGNORECASE,
)
"""Behind a number before which *under* tells what holds: ``under two contracts``."""


_ABOVE = re.compile(r"\b(?:directly|straight|hover(?:s|ed|ing)?|loom(?:s|ed|ing)?)[ ]$", re.IGNORECASE)
"""Before an *over* that tells where something is: ``passed directly over two villages``."""


def is_preposition(text: str, found: Hedging, end: int) -> bool:
    """Whether what looks like a hedge of the number that ends at ``end`` is a plain preposition."""
    printed = text[found.start : found.end].lower()
    if printed == "about":
        return _TOPIC.search(text, max(0, found.start - 20), found.start) is not None
    if printed == "over":
        return _ABOVE.search(text, max(0, found.start - 20), found.start) is not None
    return printed == "under" and _GOVERNED.match(text, end) is not None


def hedge_before(text: str, at: int) -> Hedging | None:
    """The hedge that ends right before ``at``. Of two in a row the nearer decides, and the stretch covers both."""
    near = _ending_at(text, at)
    if near is None:
        return None
    far = _ending_at(text, near.start)
    return Hedging(near.hedge, far.start if far else near.start, near.end)


def _ending_at(text: str, at: int) -> Hedging | None:
    window = max(0, at - _WINDOW)
    match = _ENDING.search(text[window:at])
    if match is None:
        return None
    return Hedging(_BEFORE[match[1].lower()], window + match.start(1), window + match.end(1))


def hedge_after(text: str, at: int) -> Hedging | None:
    """The hedge that begins right at ``at``, behind a number."""
    match = _BEGINNING.match(text, at)
    return Hedging(_AFTER[match[1].lower()], match.start(1), match.end(1)) if match else None


AMOUNTING = re.compile(
    r"\b(?:average|mean|median|total|sum|maximum|minimum|peak|capacity|attendance|crowd|field|staff|strength|"
    r"population|membership|turnout|fleet|workforce)[ ]of[ ]$",
    re.IGNORECASE,
)
"""Before four digits that count and are no year: ``an average of 1500``."""

LEVELS = re.compile(
    r"\s(?:(?:average|peak|baseline|summer|winter)[ ])?(?:records?|levels?|figures?|rates?|averages?|totals?|"
    r"baselines?|highs?|lows?|peaks?|prices?|estimates?)\b",
    re.IGNORECASE,
)
"""Behind a year that something is compared with: ``above 2016 records``, ``below 2019 levels``."""

"""Two numbers that make one value: ``20 to 25``, ``52-48``, ``three out of four``, ``5 feet 2 inches``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from divergence.facts.quantity.measured import Measured
from divergence.lexicon.cardinals import SCALES, SUFFIXES, alternation
from divergence.lexicon.numbers import Form

_SECOND = re.compile(r"[ ]?[-–][ ]?|-?[ -](?:to|or)[ -]|[ ](?:and|to)[ ]", re.IGNORECASE)
_OUT_OF = re.compile(r"[ -](?:out[ -]of|in|of)[ -](?:(?:the|every|all|its|their)[ ])?", re.IGNORECASE)
BETWEEN = re.compile(r"(?:\b(?:between|from|anywhere[ ]from|ranging[ ]from|range[ ]of)[ ])(?:the[ ])?$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|grew|grown|grow(?:s|ing)?|increas\w{1,4}|jump\w{0,3}|climb\w{0,3}|fell|fall(?:s|en|ing)?|"
    r"drop\w{0,4}|declin\w{1,3}|reduc\w{1,4}|rais\w{1,3}|lower\w{0,3}|cut(?:ting)?|up|down|went|go(?:es|ing)?|mov\w{1,3}|revis\w{1,3}|"
    r"chang\w{1,3}|doubl\w{1,3}|soar\w{0,3}|shr\w{2,5}|wid\w{2,5}|surg\w{1,3}|plung\w{1,3}|slip\w{0,4})\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:rises?|risen|rising|rose|gr[eo]w|grown|growing|increas\w{1,3}|jump\w{0,3}|climb\w{0,3}|f[ea]ll|fallen|falling|"
    r"drop\w{0,4}|declin\w{1,3}|up|down)[ ](?:(?:about|around|some|roughly|another|(?:an[ ])?estimated)[ ])?$",
    re.IGNORECASE,
)
NEAR = 2
"""How many times the start of a range its end may be: *rose 2 to 10 percent* may tell a step and what it led to."""
_SCORING = re.compile(
    r"\b(?:vot\w{1,4}|scor\w{1,4}|w[oi]n\w{0,4}|beat\w{0,3}|los[et]\w{0,3}|loss|defeat\w{0,3}|victor\w{1,3}|lead\w{0,3}|led|draw|drew|"
    r"tie[ds]?|majority|record|split|rul\w{1,4}|part(?:y|ies)|pass\w{0,4}|approv\w{1,3}|decision|senate|margin)\b",
    re.IGNORECASE,
)
_OF_A_SEASON = re.compile(r"[ ](?:start|finish|mark)\b", re.IGNORECASE)
"""Behind games won and lost: *a 9-14 start*."""


@dataclass(frozen=True, slots=True)
class Joined:
    """One value: a number, or two that belong together as a range, a score or a share."""

    first: Measured
    second: Measured | None = None
    relation: str = ""
    """``range``, ``score`` or ``share``."""


def joined(text: str, measured: list[Measured]) -> Iterator[Joined]:
    """The numbers, with two that form one value put together; durations are left out."""
    at = 0
    while at < len(measured):
        first, second = measured[at], measured[at + 1] if at + 1 < len(measured) else None
        relation = _relation(text, first, second) if second else ""
        at += 2 if relation else 1
        last = second if relation and second else first
        if last.dimension != "time":
            yield _together(text, first, second, relation)


def _together(text: str, first: Measured, second: Measured | None, relation: str) -> Joined:
    """One or two numbers as a value; the first of a change takes the second's unit (``from 44 to 39 percent``)."""
    if second is None:
        return Joined(first)
    if relation:
        return Joined(_with_scale_of(text, first, second) if relation == "range" else first, second, relation)
    changing = _TO.fullmatch(text[first.end : second.start]) and first.dimension == "count"
    if changing and second.dimension in {"percent", "length", "speed", "temperature", "mass", "area"}:
        return Joined(replace(first, unit=second.unit, dimension=second.dimension, factor=second.factor))
    return Joined(first)


_ENDING = re.compile(
    r"\b(?:to|at|of|between)[ ](?:(?:about|around|nearly|almost|just|some|between)[ ])?$", re.IGNORECASE
)
_AMOUNTING = re.compile(r"\bby[ ](?:(?:about|around|nearly|almost|just|some)[ ])?$", re.IGNORECASE)
_TO = re.compile(r"[ ]to[ ](?:(?:about|around|nearly|almost|just|over|more than)[ ])?", re.IGNORECASE)


def _relation(text: str, first: Measured, second: Measured) -> str:
    """How two neighbouring numbers make one value, or nothing."""
    if Form.VAGUE in (first.numeral.form, second.numeral.form):
        return ""
    gap = text[first.end : second.start]
    if gap in {" ", ", ", " and "} and _is_sum(first, second):
        return "sum"
    if _OUT_OF.fullmatch(gap) and _is_share(text, gap, first, second):
        return "share"
    if not _SECOND.fullmatch(gap) or not _same_measure(first, second):
        return ""
    told = _is_score if gap.strip() in _DASHES else _is_vote if gap == " to " else None
    if told is not None and told(text, first, second):
        return "score"
    return "range" if _is_range(text, gap.strip(), first, second) else ""


_DASHES = {"-", "–"}
_WHOLES = frozenset({3, 4, 5, 6, 7, 8, 10, 12, 20, 50, 100, 1000})
"""Of how many surveys tell."""
_OF_SURVEY = re.compile(
    r"[ ](?:of\b|(?:[a-z]{2,20}+[ ])?(?!attacks|raids|strikes|cases|incidents|games|matches|years|days|weeks|months|"
    r"races|attempts|states|cities|towns|villages|countries|districts|provinces|rounds|blasts|clashes)"
    r"(?:[a-z]{3,20}+(?<=s)|people|men|women|children)\b)",
    re.IGNORECASE,
)
"""Whom they count; not happenings or places, in which some number of others was counted."""
_DONE = re.compile(
    r"\b(?:kill|wound|injur|hurt|arrest|detain|w[io]n|los[et]|scor|dead|died|seiz)\w{0,4}[ ]$", re.IGNORECASE
)


def _is_range(text: str, link: str, first: Measured, second: Measured) -> bool:
    """Whether two numbers are the ends of a range, and not a change from one to the other (``rose from 5 to 23``)."""
    if _with_scale_of(text, first, second).numeral.high >= second.numeral.low:
        return False
    starts = (first.start, first.numeral.start)
    if link == "and":
        return any(BETWEEN.search(text, max(0, at - 24), at) for at in starts)
    if link in _DASHES or "to" not in link:
        return True
    before = text[max(0, first.start - 60) : first.start]
    return not _CHANGE.search(before) or _is_end_of_change(before, first, second)


def _is_end_of_change(before: str, first: Measured, second: Measured) -> bool:
    """``rose to 20 to 25``, ``rose by 5 to 7 percent``: the change ends, or amounts to, a range.

    *By five to 23* is a change and its end: a range after *by* is told by the unit that its ends share, and so is one
    right behind the verb, where its ends lie near each other: *fell 8 to 10 percent*.
    """
    if _ENDING.search(before):
        return True
    if first.dimension != "count" or second.dimension == "count":
        return False
    near = first.numeral.low * NEAR >= second.numeral.high
    return bool(_AMOUNTING.search(before)) or (near and bool(_VERB_BEFORE.search(before)))


def _same_measure(first: Measured, second: Measured) -> bool:
    """Whether two ends can be of one unit; the first may leave it to the second, and money's sign to the first."""
    if first.dimension == second.dimension:
        return first.unit == second.unit
    return first.dimension == "count" or (first.dimension in {"money", "age"} and second.dimension == "count")


def _is_sum(first: Measured, second: Measured) -> bool:
    """``5 feet 2 inches``, ``3 dollars and 50 cents``: the smaller unit adds to the greater."""
    if first.dimension == second.dimension == "money":
        return first.unit == second.unit and first.factor == 1 and second.factor < 1 and second.numeral.low < 100
    return (first.unit, second.unit) in {("foot", "inch"), ("pound", "ounce"), ("meter", "centimeter")}


def _is_share(text: str, gap: str, first: Measured, second: Measured) -> bool:
    """``three out of four``, ``one in three``; in ``five in two attacks`` they are apart."""
    counts = first.dimension == second.dimension == "count" and first.numeral.low < second.numeral.low
    return counts and (" in " not in gap.replace("-", " ") or first.numeral.low == 1 or _is_survey(text, first, second))


def _is_survey(text: str, first: Measured, second: Measured) -> bool:
    """``three in ten voters``; but ``killed three in ten attacks``, ``won three in 10 games``."""
    counted = _OF_SURVEY.match(text, second.end) if second.numeral.low in _WHOLES else None
    return counted is not None and not _DONE.search(text, max(0, first.start - 20), first.start)


def _is_score(text: str, first: Measured, second: Measured) -> bool:
    """``52-48``, ``7-7``: two small numbers in digits, the first no smaller, or talk of votes and games around."""
    a, b = first.numeral, second.numeral
    digits = a.form == b.form == Form.DIGITS and first.dimension == "count"
    if not digits or max(a.low, b.low) > 700 or a.low != a.low.to_integral_value():
        return False
    if second.dimension != "count":
        return _are_sides(first, second)
    around = text[max(0, first.start - 60) : second.end + 40]
    told = _SCORING.search(around) or _OF_A_SEASON.match(text, second.end)
    return a.low >= b.low or told is not None


def _are_sides(first: Measured, second: Measured) -> bool:
    """``51-48 percent``: what two sides have of one whole, the greater first."""
    a, b = first.numeral.low, second.numeral.low
    return second.dimension == "percent" and a > b and _MOST_OF_TWO <= a + b <= _WHOLE


_MOST_OF_TWO, _WHOLE = 90, 101
"""What two sides have together of a hundred, but for others and for rounding."""
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|passed|approved|adopted|rejected|carried|ratified|backed|defeated|confirmed|divided|"
    r"split)[ ](?:(?:it|him|her|them|in favou?r|against|down|narrowly|"
    r"the (?:bill|motion|law|treaty|deal|measure|plan|budget))[ ]){0,2}(?:by[ ]|of[ ])?$",
    re.IGNORECASE,
)
"""Before two numbers that tell how a vote ended."""


def _is_vote(text: str, first: Measured, second: Measured) -> bool:
    """``voted 51 to 48``, ``passed by 51 to 48``: the greater number first, behind words of voting."""
    a, b = first.numeral, second.numeral
    greater = first.dimension == "count" and a.low == a.high > b.low == b.high
    whole = second.dimension == "count" or _are_sides(first, second)
    return greater and whole and _VOTED.search(text, max(0, first.start - 60), first.start) is not None


_SCALE_WORD = re.compile(rf"(?:^|[\s\d-])({alternation([*SCALES, *SUFFIXES])})$", re.IGNORECASE)


def _with_scale_of(text: str, first: Measured, second: Measured) -> Measured:
    """``10 to 12 million`` begins at ten million."""
    a, b = first.numeral, second.numeral
    word = _SCALE_WORD.search(text[b.start : b.end])
    if word is None or a.scaled or a.high >= 1000:
        return first
    scale = {**SUFFIXES, **SCALES}[word[1].lower()]
    if a.high * scale >= b.low:
        return first
    return replace(first, numeral=replace(a, low=a.low * scale, high=a.high * scale, step=a.step * scale))

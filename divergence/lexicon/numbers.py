"""Numbers as English prints them: digits, words, scales, fractions, and the vague ones (``dozens``, ``several``).

``numerals`` reads a text from left to right and yields every number with both ends, exact as decimals, and the step to
which it is printed (2.5 million: a hundred thousand), which decides what counts as a rounding. It knows no units, no
dates and no ranges: whoever asks decides what a number is part of. Numbers of more than 40 digits are passed over,
and every pattern is linear in the text's length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import prod

from divergence.lexicon.cardinals import (
    DENOMINATORS,
    GLYPHS,
    LITERAL,
    SCALES,
    SMALL,
    Cardinal,
    alternation,
    plain,
    read_digits,
    read_literal,
    read_words,
    step_of,
)
from divergence.lexicon.units import PARTED, unit_after


class Form(StrEnum):
    """How a number is printed."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """One number at ``[start, end)`` of the scanned text."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    """The same as ``low`` unless the number is vague."""
    step: Decimal
    """The place of the last digit that is meant: 1 for 38, 10 for 40, 100,000 for 2.5 million."""
    form: Form
    scaled: bool = False
    """Whether a scale was printed (``million``, ``bn``)."""


VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "hundreds": (200, 999),
    "thousands": (2_000, 99_999),
    "lakhs": (2 * 10**5, 99 * 10**5),
    "millions": (2 * 10**6, 999 * 10**6),
    "crores": (2 * 10**7, 999 * 10**7),
    "billions": (2 * 10**9, 999 * 10**9),
    "trillions": (2 * 10**12, 999 * 10**12),
    "several": (3, 12),
    "multiple": (2, 99),
    "a few": (3, 9),
    "a handful": (3, 9),
    "a couple": (2, 3),
    "scores": (40, 199),
}
"""What editors take the vague words for; the ends are generous, because only a clear miss is a disagreement."""
_MANIFOLD = {
    "tens": (10, 99),
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (100, 999),
    "thousands": (1000, 99_999),
}
"""The first word of ``hundreds of thousands``, as a factor of the second's single (``thousand``)."""
_SEVERAL = {"several": (3, 9), "a few": (3, 9), "few": (3, 9), "many": (2, 99), "multiple": (2, 9), "couple": (2, 3)}
_BEFALLEN = (
    r"[ ](?:more[ ])?(?:(?:were|are|have[ ]been|had[ ]been)[ ](?:\w{2,12}ly[ ])?)?"
    r"(?:killed|dead|died|wounded|injured|hurt|missing|arrested|detained|feared|displaced|evacuated|trapped|stranded)\b"
)
"""What befalls people, not results: ``scores were killed``."""
_SHARE = r"(?:of|the|its|their|his|her|our|all|that)"
_FRACTION_WORDS = rf"(?:{alternation(DENOMINATORS)})s?"


def _vague(text: str, match: re.Match[str]) -> Numeral:
    low, high = VAGUE[" ".join(match[0].casefold().split())]
    return _between(match, low, high)


def _manifold(text: str, match: re.Match[str]) -> Numeral:
    """``tens of thousands``, ``hundreds of millions``."""
    first, *_, last = match[0].casefold().split()
    single = SCALES.get(last.removesuffix("s"), 1)
    low, high = _MANIFOLD[first]
    return _between(match, low * single, high * single)


def _several(text: str, match: re.Match[str]) -> Numeral:
    """``several hundred``, ``a few dozen``, ``a couple of thousand``, ``several hundred thousand``."""
    words = match[0].casefold().replace(" of", "").split()
    scales = [SCALES[w] for w in words if w in SCALES]
    several = " ".join(w for w in words if w not in SCALES)
    low, high = _SEVERAL[several if several in _SEVERAL else several.split()[-1]]
    return _between(match, low * prod(scales), high * prod(scales))


def _between(match: re.Match[str], low: int, high: int) -> Numeral:
    return Numeral(match.start(), match.end(), Decimal(low), Decimal(high), Decimal(1), Form.VAGUE)


def _exactly(start: int, end: int, found: Cardinal, form: Form) -> Numeral:
    return Numeral(start, end, found.value, found.value, found.step, form, found.scaled)


def _part(text: str, match: re.Match[str]) -> Numeral:
    """``two-thirds``, ``a quarter``, ``half``, and of a scale or unit: ``half a million``, ``a third of a mile``."""
    *count, name = match["part"].casefold().replace("-", " ").split()
    count_word = count[0] if count else "a"
    numerator = int(count_word) if count_word.isdigit() else SMALL.get(count_word, 1)
    value = Decimal(numerator) / DENOMINATORS[name if name in DENOMINATORS else name.removesuffix("s")]
    scale = _OF_SCALE.match(text, match.end())
    if scale is None:
        unit = _OF_UNIT.match(text, match.end())
        end = unit.end() if unit else match.end()
        return _exactly(match.start(), end, Cardinal(plain(round(value, 6)), Decimal("0.01")), Form.FRACTION)
    value = plain(round(value * SCALES[scale[1].casefold()], 6))
    return _exactly(match.start(), scale.end(), Cardinal(value, step_of(value), True), Form.WORDS)


_OF_UNIT = re.compile(rf"(?:[ -]of)?(?:[ -]an?)?(?=[ -](?:{PARTED})\b)", re.IGNORECASE)
_OF_SCALE = re.compile(rf"[ -](?:of[ -])?(?:an?[ -])?({alternation(SCALES)})\b", re.IGNORECASE)


def _slash(text: str, match: re.Match[str]) -> Numeral | None:
    """``1/3``, ``2 1/2``; a denominator that no one writes as a fraction is a date or a score."""
    *whole, fraction = match[0].replace("-", " ").split()
    over, under = fraction.split("/")
    value = Decimal(over) / Decimal(under) + (Decimal(whole[0]) if whole else 0)
    return _exactly(match.start(), match.end(), Cardinal(plain(round(value, 6)), Decimal("0.01")), Form.FRACTION)


def _glyph(text: str, match: re.Match[str]) -> Numeral:
    """``2½``, ``¾``."""
    digits = match[0][:-1].strip()
    value = Decimal(digits or 0) + GLYPHS[match[0][-1]]
    found = read_digits(text, match.start(), match.end(), value)
    return _exactly(match.start(), found.end, found, Form.DIGITS)


def _power(text: str, match: re.Match[str]) -> Numeral:
    """``10⁶``, ``3×10⁸``, ``2.5 x 10^4``; a second or third power alone is rather the mark of a note."""
    factor, exponent = match["factor"], int(match["raised"].translate(_RAISED).lstrip("^"))
    value = read_literal(factor or "1") * 10**exponent
    step = step_of(read_literal(factor or "1")) * 10**exponent
    return _exactly(match.start(), match.end(), Cardinal(plain(value), plain(step), True), Form.DIGITS)


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _literal(text: str, match: re.Match[str]) -> Numeral:
    """``1,300``, ``2.5 million``, ``1.2bn``."""
    printed = match[0]
    first, _, rest = printed.partition(" ")
    if rest and _LABELLED.search(text, max(0, match.start() - 24), match.start()):
        printed = first
    value = read_literal(printed)
    if _POINTED.fullmatch(printed) and _COUNTED.match(text, match.end()) and not unit_after(text, match.end()):
        value = (1000 * value).to_integral_value()
    found = read_digits(text, match.start(), match.start() + len(printed), value)
    return _exactly(match.start(), found.end, found, Form.DIGITS)


_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_COUNTED = re.compile(
    r"[ ](?:people|men|women|children|(?!points?\b|marks\b|scores\b|average|goals\b|runs\b|seconds\b|minutes\b|hours\b"
    r"|days\b|weeks\b|months\b|years\b|times\b|dollars\b|euros\b|pounds\b|cents\b|percent|births?\b|deaths\b)"
    r"[a-z]{3,20}+(?<=[a-rt-z]s))\b(?![ ](?:per|an?|each|for[ ]every)\b)"
)
"""Behind ``12.400``, what only whole numbers count, so that the point parts thousands: *12.400 voters*."""
_LABELLED = re.compile(
    r"(?-i:\b(?!(?:Some|About|Around|Nearly|Almost|Over|Only|At|Another|Up to)\b)[A-Z]\w{0,20}\.?"
    r"|\b(?:page|chapter|article|section|paragraph|line|verse|figure|table|number|no\.|item|question|group|class|grade"
    r"|type|case|phase|stage|round|level|step|part|day|week|game|season|episode|room|gate|lane|seat|platform|channel"
    r"|flight|route|bus|ward|block|terminal|pier))[ ]$"
)
"""What has a number before another that counts: a name, a month, a page (``In room 4 200 people sat``)."""


def _words(text: str, match: re.Match[str]) -> Numeral | None:
    """``thirteen hundred``, ``half a million``, ``a dozen``, ``seventy-five``."""
    found = read_words(text, match.start())
    return _exactly(match.start(), found.end, found, Form.WORDS) if found else None


def _spoken_point(text: str, match: re.Match[str]) -> Numeral:
    """``one point two million``, ``nought point eight``."""
    whole, _, digits = match[0].casefold().partition(" point ")
    places = "".join(str(SMALL[digit]) for digit in digits.split())
    value = Decimal(f"{SMALL.get(whole, 0)}.{places}")
    found = read_digits(text, match.start(), match.end(), value)
    return _exactly(match.start(), found.end, found, Form.WORDS)


_DIGIT = alternation(word for word, value in SMALL.items() if value < 10)


def _nothing(text: str, match: re.Match[str]) -> None:
    """``twenty-first``: what is read only to be passed over."""


_READERS: tuple[tuple[str, str, Callable[[str, re.Match[str]], Numeral | None]], ...] = (
    (
        "manifold",
        rf"\b(?:{alternation(_MANIFOLD)})[ ]of[ ](?:hundreds|thousands|lakhs|millions|crores|billions)\b",
        _manifold,
    ),
    (
        "several",
        rf"\b(?:several|a[ ]few|multiple|many|(?:a[ ])?couple(?:[ ]of)?)[ ](?:(?:hundred|dozen|thousand)[ ]"
        rf"(?=thousand|lakh|million|crore|billion|trillion))?(?:{alternation(SCALES)})\b",
        _several,
    ),
    (
        "vague",
        rf"\b(?:{alternation(w for w in VAGUE if w != 'scores')}|scores(?=[ ]of\b)|scores(?={_BEFALLEN}))\b",
        _vague,
    ),
    (
        "part",
        rf"\b(?:{alternation(SMALL)}|an?|\d{{1,3}}(?!\d))[- ](?:{_FRACTION_WORDS})\b"
        rf"(?=[- ](?:{_SHARE}|{alternation(SCALES)})\b|[- ](?:{PARTED})\b)"
        rf"|\b(?:{alternation(SMALL)})[- ](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b"
        rf"(?!-(?!(?:{PARTED}|{alternation(SCALES)}|of|majority|share|stake)\b)[a-z])"
        rf"|\b(?:half|quarter)(?=[ ]{_SHARE}\b)"
        rf"|\bhalf(?=[- ](?:an?[- ])?(?:{PARTED})\b)|\bquarter(?=[- ](?:{PARTED})\b)"
        rf"|(?<=\bthan )half\b(?![ ]an?\b)|\bquarter(?=[ ](?:{alternation(SCALES)})\b)",
        _part,
    ),
    (
        "slash",
        r"(?<![\w/.,$])(?:\d{1,4}[- ])?"
        r"(?:1/[2-9]|2/[35]|3/[4578]|4/5|5/8|7/8|\d{1,2}/(?:16|32|40|50|60|100|1000))(?![\d/,])",
        _slash,
    ),
    ("glyph", rf"(?<![\w.])\d{{0,6}}+[ ]?[{''.join(GLYPHS)}]", _glyph),
    (
        "power",
        r"(?<![\w.,])(?:(?P<factor>\d{1,4}(?:\.\d{1,4})?)[ ]?[×x*·][ ]?)?"
        r"10(?P<raised>[³⁴⁵⁶⁷⁸⁹]|[¹²³][⁰¹²³⁴⁵⁶⁷⁸⁹]|\^(?:[3-9]|[1-3]\d))(?!\w)",
        _power,
    ),
    ("literal", LITERAL, _literal),
    (
        "point",
        rf"(?<!\bat )(?<!\bby )\b(?:{alternation(SMALL)}|nought|naught|nil)[ ]point"
        rf"(?:[ ](?:{_DIGIT})){{1,5}}\b",
        _spoken_point,
    ),
    ("words", rf"\b(?:(?:half[- ])?(?:an?[- ])?(?:{alternation(SCALES)})|{alternation(SMALL)})\b", _words),
)
"""Every way of printing a number, surest first: its name, its pattern, and what reads a match."""
_READER = {name: read for name, _, read in _READERS}
_START = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in _READERS), re.IGNORECASE)

_FIRST_WORDS = frozenset(
    w.split()[0] for w in (*SMALL, *SCALES, *VAGUE, *_MANIFOLD, *_SEVERAL, "half", "quarter", "nought", "naught", "nil")
)
_BEGINNINGS = "|".join(
    f"{first}(?:{'|'.join(sorted({w[1:3] for w in _FIRST_WORDS if w[0] == first}))})"
    for first in sorted({w[0] for w in _FIRST_WORDS} - {"a"})
)
_MAY_START = re.compile(
    rf"[\d.{''.join(GLYPHS)}]|[ ](?=[{''.join(GLYPHS)}])|\b(?:{_BEGINNINGS}|an?[- ])", re.IGNORECASE
)
"""Where a number can start at all, told at a glance: to try every pattern at every letter takes far longer."""


def numerals(text: str) -> tuple[Numeral, ...]:
    """Every number of a text, from left to right, none overlapping.

    Two number words side by side that make no number together (``nineteen eighty-four``, ``nine eleven``) are a year
    or a name, and neither is taken.
    """
    found: list[Numeral] = []
    at = 0
    for place in _MAY_START.finditer(text):
        match = _START.match(text, place.start()) if place.start() >= at else None
        if match:
            numeral = _READER[match.lastgroup or ""](text, match)
            at = numeral.end if numeral else match.end()
            if numeral:
                found.append(numeral)
    return tuple(
        n for n, (before, after) in zip(found, _neighbours(found), strict=True) if not _clashes(text, n, before, after)
    )


def _neighbours(found: list[Numeral]) -> Iterable[tuple[Numeral | None, Numeral | None]]:
    return zip([None, *found[:-1]], [*found[1:], None], strict=True) if found else ()


def _clashes(text: str, numeral: Numeral, before: Numeral | None, after: Numeral | None) -> bool:
    """Whether a number word stands right beside another."""
    pairs = ((before, numeral), (numeral, after))
    return any(
        left is not None
        and right is not None
        and left.form == right.form == Form.WORDS
        and text[left.end : right.start] in {" ", "-"}
        and not _is_loose_range(text, left, right)
        for left, right in pairs
    )


def _is_loose_range(text: str, left: Numeral, right: Numeral) -> bool:
    """``four-five militants``, ``ten-fifteen``, ``twenty-thirty``: neighbours in size, hyphenated."""
    if text[left.end : right.start] != "-" or text[left.start : right.end].casefold() in _NO_RANGES:
        return False
    tens = left.low >= 20
    steps = right.low - left.low
    return (0 < steps <= 10 and left.low % 10 == right.low % 10 == 0) if tens else (0 < steps <= 5 and right.low < 20)


_NO_RANGES = frozenset({"one-two", "nine-eleven", "seven-eleven"})
"""A punch, a day and a shop."""

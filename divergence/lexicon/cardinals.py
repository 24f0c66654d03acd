"""Cardinal numbers in words and digits, composed one word at a time: ``two thousand five hundred``, ``1.5 million``.

A number is a running state that each further word either extends or ends. So a list (``three, four, 500``) stays three
numbers, ``seventy-five hundred`` is 7,500, and ``a million and a half`` is one and a half million.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from divergence.lexicon.currencies import GLUED
from divergence.lexicon.spelling import GROUPING

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {
    **{word: value for value, word in enumerate(_ONES.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), start=2)},
}
"""The words below a hundred."""
ORDINALS: dict[str, int] = {
    **{
        word: number
        for number, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
            start=1,
        )
    },
    **{
        word: 10 * number
        for number, word in enumerate(
            "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth".split(), start=2
        )
    },
}
"""Places in an order by their words."""
SCALES: dict[str, int] = {
    "dozen": 12,
    "hundred": 10**2,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "mln": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bln": 10**9,
    "trillion": 10**12,
    "tln": 10**12,
}
SUFFIXES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mil": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
}
"""Scales printed right after the digits. A lone ``m`` may be metres, a lone ``t`` tonnes: see ``_is_scale``."""
DENOMINATORS: dict[str, int] = {
    "half": 2,
    "halve": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "hundredth": 100,
    "thousandth": 1000,
}
GLYPHS: dict[str, Decimal] = {
    glyph: Decimal(value)
    for glyph, value in zip(
        "½¼¾⅓⅔⅛⅜⅝⅞⅙⅕", "0.5 0.25 0.75 0.3333 0.6667 0.125 0.375 0.625 0.875 0.1667 0.2".split(), strict=True
    )
}


def alternation(words: Iterable[str]) -> str:
    """The words as a pattern, longest first."""
    return "|".join(sorted((w.replace(" ", "[ ]") for w in words), key=lambda w: (-len(w), w)))


TO_TWELVE = {word: value for word, value in SMALL.items() if value <= 12}
"""The numbers that most newspapers write in words, with zero."""
TENS = alternation(word for word, value in SMALL.items() if value >= 20)
ONES = alternation(word for word, value in SMALL.items() if 0 < value < 10)
HOURS = alternation(word for word, value in TO_TWELVE.items() if value)
"""Patterns of words: the tens from twenty, one to nine, and one to twelve."""

_GROUPED = r"\d{1,3}(?:,\d{3}){1,12}+(?!\d)|\d{1,2}(?:,\d{2}(?!\d)){1,8}+,\d{3}(?!\d)"
_SPACED = (
    rf"\d{{1,3}}(?:[{GROUPING}]\d{{3}}){{1,12}}+(?!\d)(?:,\d{{1,2}}(?!\d))?|"
    r"\d{1,3}(?:[ ]\d{3}){0,8}[ ]000(?![\d,])|\d{1,3}(?:[ ]\d{3}){2,8}+(?![\d,])|"
    r"(?:(?<=^)|(?<=[a-z] ))[1-9]\d{0,2}[ ]\d{3}(?=[ ][a-z]{3})(?![ ](?:of|and|with|for)\b)"
)
_OTHERWISE = (
    r"\d{1,3}(?:\.\d{3}){2,8}+(?![\d.])|[1-9]\d{0,2}(?:\.\d{3}){1,8}+,\d{1,2}(?!\d)|\d{1,3}(?:['’]\d{3}){1,8}+(?!\d)|"
    r"(?<![-–−])\d{1,3},\d{1,2}(?=[ \u00a0]?(?:%|(?:million|billion|trillion|mln|bn|percent|per[ ]cent|km|kg|euros?)"
    r"\b))"
)
"""As other languages print them: ``1.500.000``, ``1'200``, ``1.250,50`` and the decimal comma of ``1,5 million``."""
_ON_DIGITS = "|".join(rf"(?<={re.escape(s)})" if s[0] == "$" else rf"(?<=\b{s})" for s in GLUED)
_NOT_INSIDE = rf"(?:(?<![\w.])(?<!\d,)|(?<=\bRs)|(?<=\bRs\.)|(?<=\bR)|{_ON_DIGITS})"
LITERAL = (
    rf"{_NOT_INSIDE}(?:{_OTHERWISE}|(?:{_GROUPED}|{_SPACED}|\d{{1,40}}+)(?:\.\d{{1,20}}+)?|(?<!\d)\.\d{{1,20}}+)"
    r"(?!\d|\.\d|(?:st|nd|rd|th|s)\b)"
)
"""A number in digits: no part of a word, of a version, of an ordinal (``19th``) or of a decade (``1990s``)."""
_SUFFIX = re.compile(r"[ ]?(mil|mn|bn|tn|trn|k|m|b|t)\b", re.IGNORECASE)
_MILLIONS = re.compile(
    r"[ ](?:people|of[ ](?:its|the|their|his|her|our|these|those)[ ][a-z]{3,20}+(?<=[^s]s)\b|"
    r"[a-z]{4,20}+(?<=[a-z]s)\b(?<!across)(?<!less)|[a-z]{3,20}+[ ][a-z]{2,20}+(?<=[^s]s)\b)"
)
"""What follows the ``m`` of ``2.5m people``, but hardly the one of ``2.5m deep``."""
_CURRENCY = re.compile(
    rf"(?:[$£€¥₹₩₽₺₴₦¢]|\b(?:Rs\.?|R|{'|'.join(s for s in GLUED if s[0] != '$')})|\$[A-Z]{{1,2}})[ ]?$"
)
_NEXT = re.compile(
    rf"(?P<gap>[ ]|-|[ -]and[ -])(?:(?P<scale>{alternation(SCALES)})|(?P<small>{alternation(SMALL)}))\b"
    rf"(?![ -](?:{alternation(DENOMINATORS)})s?\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(
    rf"(?:(?P<half>half[- ](?:an?[- ])?)|an?[- ])?(?P<scale>{alternation(SCALES)})\b|(?P<small>{alternation(SMALL)})\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"[ -]and[ -](?P<over>an?|one|two|three)[ -]"
    r"(?P<under>half|third|quarter|fourth|fifth|sixth|eighth|tenth)s?\b(?![ ]of\b)",
    re.IGNORECASE,
)
_NO_CEILING = 10**30


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A whole number as read: its value, the place of its last digit, and where it ends."""

    value: Decimal
    step: Decimal
    scaled: bool = False
    end: int = 0


@dataclass(frozen=True, slots=True)
class _State:
    """What has been read so far, and what may follow."""

    end: int
    group: Decimal | None
    """The part below the next scale word, still growing; none right after a scale."""
    total: Decimal = Decimal(0)
    """The finished part: ``two thousand`` of ``two thousand five hundred``."""
    ceiling: int = _NO_CEILING
    """The last scale: the next must be smaller."""
    unit: int = 1
    """What a following ``and a half`` is half of."""
    literal: bool = False

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or 0)


def step_of(value: Decimal) -> Decimal:
    """The place of the last digit that is not a trailing zero; of a printed decimal, its last place."""
    _, digits, exponent = value.as_tuple()
    places = exponent if isinstance(exponent, int) else 0
    if places >= 0 and value:
        written = "".join(map(str, digits))
        places += len(written) - len(written.rstrip("0"))
    return Decimal(1).scaleb(places)


def read_words(text: str, at: int) -> Cardinal | None:
    """The number in words that begins at ``at``, as long as it goes."""
    first = _FIRST.match(text, at)
    if first is None:
        return None
    state = _State(first.end(), Decimal(SMALL[first["small"].casefold()])) if first["small"] else _one(first)
    state = _longest(text, state)
    value = plain(state.value)
    return Cardinal(value, step_of(value), state.ceiling != _NO_CEILING, state.end)


def read_literal(printed: str) -> Decimal:
    """The value of digits with whatever parts them: the last mark is a decimal point where one or two digits follow."""
    comma = re.fullmatch(rf"([\d. {GROUPING}]+),(\d{{1,2}})", printed)
    if comma:
        whole = re.sub(r"\D", "", comma[1])
        return Decimal(f"{whole}.{comma[2]}")
    return Decimal(re.sub(r"\D" if printed.count(".") > 1 else r"[^\d.]", "", printed))


def read_digits(text: str, start: int, end: int, value: Decimal) -> Cardinal:
    """The number whose digits stand at ``[start, end)``, with the scale that follows them."""
    suffix = _SUFFIX.match(text, end)
    if suffix and _is_scale(text, start, suffix):
        return _scaled(value, value * SUFFIXES[suffix[1].casefold()], suffix.end())
    state = _longest(text, _State(end, value, literal=True))
    return _scaled(value, state.value, state.end) if state.end > end else Cardinal(value, step_of(value), False, end)


def _one(first: re.Match[str]) -> _State:
    """``a million``, ``half a dozen``, ``hundred``."""
    scale = SCALES[first["scale"].casefold()]
    value = Decimal(scale) / 2 if first["half"] else Decimal(scale)
    if scale < 1000:
        return _State(first.end(), value, unit=scale)
    return _State(first.end(), None, value, scale, scale)


def _scaled(printed: Decimal, value: Decimal, end: int) -> Cardinal:
    """A number in digits with a scale: printed decimals keep their last place."""
    step = step_of(printed) * value / printed if printed and step_of(printed) < 1 else step_of(plain(value))
    return Cardinal(plain(value), plain(step), True, end)


def plain(value: Decimal) -> Decimal:
    """The same value without superfluous zeros behind the point."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


def _is_scale(text: str, start: int, suffix: re.Match[str]) -> bool:
    """Whether the letter behind a number is a scale: money's, a long one's, or before the many it counts."""
    letter, attached = suffix[1].casefold(), suffix[0][0] != " "
    if _CURRENCY.search(text, max(0, start - 6), start) or len(letter) > 1:
        return True
    return (
        attached
        and letter != "t"
        and (letter != "m" or _MILLIONS.match(text, suffix.end()) is not None or suffix[1] == "M")
    )


def _longest(text: str, state: _State) -> _State:
    """The state after the last word that still belongs to the number."""
    while (longer := _extended(text, state)) is not None:
        state = longer
    return state


def _extended(text: str, state: _State) -> _State | None:
    """The state after the next word, or None where the number ends."""
    more = _MORE.match(text, state.end)
    if more:
        part = Decimal(SMALL.get(more["over"].casefold(), 1)) / DENOMINATORS[more["under"].casefold()]
        return _with_part(state, round(part * state.unit, 6), more.end())
    word = _NEXT.match(text, state.end)
    if word is None:
        return None
    return _with_scale(state, word) if word["scale"] else _with_small(state, word)


def _with_part(state: _State, extra: Decimal, end: int) -> _State | None:
    """``and a half``: of one, or of the scale just read."""
    if state.group is None:
        return replace(state, total=state.total + extra, end=end, unit=0) if state.unit else None
    return replace(state, group=state.group + extra, end=end, literal=True)


def _with_scale(state: _State, word: re.Match[str]) -> _State | None:
    """``five hundred``, ``two million``; a scale after a larger one ends the number, after none it multiplies all."""
    scale, end = SCALES[word["scale"].casefold()], word.end()
    if "and" in word["gap"].casefold():
        return None
    if scale < 1000:
        if state.group is None or not 0 < state.group < 100 or state.unit != 1:
            return None
        return replace(state, group=state.group * scale, unit=scale, end=end)
    if state.group is None:
        return replace(state, total=state.total * scale, unit=0, end=end) if scale > state.ceiling else None
    if scale >= state.ceiling:
        return None
    return replace(state, group=None, total=state.total + state.group * scale, ceiling=scale, unit=scale, end=end)


def _with_small(state: _State, word: re.Match[str]) -> _State | None:
    """``twenty-three``, ``a hundred and six``, ``two thousand five``."""
    value, joined, end = SMALL[word["small"].casefold()], "and" in word["gap"].casefold(), word.end()
    if state.literal:
        return None
    if state.group is None:
        return replace(state, group=Decimal(value), unit=1, end=end) if state.unit and value else None
    tens = state.group % 100
    if tens == 0 and state.group and value:
        return replace(state, group=state.group + value, unit=1, end=end)
    if not joined and tens >= 20 and tens % 10 == 0 and 0 < value < 10:
        return replace(state, group=state.group + value, end=end)
    return None

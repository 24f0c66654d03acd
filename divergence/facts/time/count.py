"""How many units of time: ``nine``, ``2 1/2``, ``several``, ``twelve to eighteen``, with what hedges them.

Dates need it (``three weeks ago``) as durations do, so it stands apart from both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from divergence.lexicon.cardinals import ONES, SMALL, TENS, alternation, read_words
from divergence.model.fact import Hedge

_WORD = f"(?:(?:{TENS})[ \\-](?:{ONES})|{alternation(SMALL)})"
_DIGITS = r"\d{1,3}(?:,\d{3}|\d{0,3})(?:\.\d{1,2})?"
_NUMBER = (
    rf"(?:\d{{1,2}}(?:[ \-]{{0,2}}(?:1/2|½|¼|¾))|{_DIGITS}"
    rf"|(?:(?:an?|{_WORD})[ \-](?:hundred|thousand)(?:[ \-](?:and[ \-])?{_WORD})?)"
    rf"|{_WORD}(?:[ \-]and[ \-](?:a|one)[ \-](?:half|quarter))?)"
)
_VAGUE_COUNTS: dict[str, tuple[int, int]] = {
    "several": (3, 9),
    "a few": (2, 6),
    "few": (2, 6),
    "couple": (2, 3),
    "a couple": (2, 3),
    "a couple of": (2, 3),
    "couple of": (2, 3),
    "many": (4, 99),
    "a dozen": (12, 12),
    "dozens of": (24, 99),
    "scores of": (40, 199),
    "hundreds of": (100, 999),
    "thousands of": (1000, 9999),
}
"""Least and most that a vague count may mean; generous, since a vague count should contradict little."""
_VAGUE = "(?:" + "|".join(sorted((k.replace(" ", r"\s{1,2}") for k in _VAGUE_COUNTS), key=len, reverse=True)) + ")"

HEDGES: dict[str, Hedge] = {
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "just short of", "not quite"), Hedge.NEARLY),
    **dict.fromkeys(("about", "around", "some", "roughly", "approximately", "or so", "an estimated"), Hedge.ABOUT),
    **dict.fromkeys(("more than", "over", "just over", "well over", "longer than", "upwards of"), Hedge.MORE_THAN),
    **dict.fromkeys(("at least", "a minimum of"), Hedge.AT_LEAST),
    **{f"{no} {less} than": Hedge.AT_LEAST for no in ("no", "not") for less in ("less", "fewer", "shorter")},
    **dict.fromkeys(("less than", "fewer than", "under", "inside", "within"), Hedge.LESS_THAN),
    **dict.fromkeys(("up to", "at most", "as long as", "as much as", "a maximum of"), Hedge.AT_MOST),
    **{f"{no} {more} than": Hedge.AT_MOST for no in ("no", "not") for more in ("more", "longer")},
}
"""Hedges that stand before an amount of time."""
HEDGE = "(?:" + "|".join(h.replace(" ", r"\s{1,2}") for h in sorted(HEDGES, key=len, reverse=True)) + ")"

COUNT = rf"(?:{_VAGUE}|half[ \-]an?|an?[ \-]half|{_NUMBER}|another|an?)"
RANGE = rf"(?:{_NUMBER}(?:\s{{1,2}}(?:to|or|and)\s{{1,2}}|-to-|-or-|\s?[\-–]\s?){_NUMBER})"
UNIT = (
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:week)?days?|nights?|weekends?|weeks?|wks?|fortnights?|months?|"
    r"quarters?|years?|yrs?|decades?|centur(?:y|ies)|seasons?)"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """Least and most of a count; equal for an exact one."""

    low: Decimal
    high: Decimal
    vague: bool = False


def unit_name(printed: str) -> str:
    """The singular common name of a unit as printed: ``hrs`` is ``hour``."""
    word = printed.lower()
    word = "century" if word.startswith("centur") else word.removesuffix("s")
    return {"sec": "second", "min": "minute", "hr": "hour", "wk": "week", "yr": "year", "weekday": "day"}.get(
        word, word
    )


def read_hedge(printed: str | None) -> Hedge:
    """The hedge of a printed qualifier; none is exactly."""
    return HEDGES.get(" ".join((printed or "").lower().split()), Hedge.EXACTLY)


def read_amount(printed: str) -> Amount | None:
    """The least and most of a printed count or range; None where it is no count after all."""
    text = " ".join(printed.lower().split())
    if text in _VAGUE_COUNTS:
        low, high = _VAGUE_COUNTS[text]
        return Amount(Decimal(low), Decimal(high), high - low > 1)
    if text in {"half a", "half an", "half-a", "half-an", "a half", "an half", "a-half"}:
        return Amount(Decimal("0.5"), Decimal("0.5"))
    ends = re.fullmatch(rf"({_NUMBER})(?:\s?(?:to|or|and)\s?|-to-|-or-|\s?[\-–]\s?)({_NUMBER})", text)
    single = read_number(text)
    if single is None and ends:
        low_end, high_end = read_number(ends[1]), read_number(ends[2])
        if low_end is not None and high_end is not None and low_end <= high_end:
            return Amount(low_end, high_end)
    return None if single is None else Amount(single, single)


def read_number(text: str) -> Decimal | None:
    """A number in digits or words: ``2 1/2``, ``41/2`` (four and a half), ``twenty-four``, ``one and a half``."""
    if text in {"a", "an", "another"}:
        return Decimal(1)
    mixed = re.fullmatch(r"(\d{1,2})[ \-]{0,2}(1/2|½|¼|¾)", text)
    if mixed:
        return Decimal(mixed[1]) + {"¼": Decimal("0.25"), "¾": Decimal("0.75")}.get(mixed[2], Decimal("0.5"))
    if re.fullmatch(r"\d{1,12}(?:\.\d{1,9})?", text.replace(",", "")):
        return Decimal(text.replace(",", ""))
    found = read_words(text, 0)
    return found.value if found and found.end == len(text) else None


LASTING = re.compile(
    r"\b(?:for|last(?:s|ed|ing)?|t[ao]k(?:e|es|en|ing)|took|spen[dt]s?|spending|wait(?:s|ed|ing)?|serv(?:e|es|ed|ing)|"
    r"work(?:s|ed|ing)?|liv(?:e|es|ed|ing)|need(?:s|ed|ing)?|requir(?:e|es|ed|ing)|log(?:s|ged|ging)?|fl(?:y|ew|own|ying)|"
    r"train(?:s|ed|ing)?|rest(?:s|ed|ing)?|stay(?:s|ed|ing)?)\s{1,2}\Z",
    re.IGNORECASE,
)
"""Before a length of time that something lasted, whatever stands behind it."""

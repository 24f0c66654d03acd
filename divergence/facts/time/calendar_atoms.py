"""Dates of the calendar: ``19 October``, ``Friday, June 3``, ``21.02.2015``, ``the third quarter``, ``the 1990s``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from divergence.facts.time.atoms import (
    DAY,
    EDGE,
    MONTH,
    WEEKDAY,
    YEAR,
    Atom,
    Rule,
    S,
    atom,
    bias_of,
    compiled,
    day_of,
    edge_of,
    month_of,
    weekday_of,
    year_of,
)
from divergence.facts.time.count import read_number
from divergence.facts.time.moment import Moment
from divergence.lexicon import calendar
from divergence.lexicon.cardinals import HOURS, TENS

_WEEKDAY_BEFORE = rf"(?:(?<!\w)(?P<weekday>{WEEKDAY}),?{S})?"
_YEAR_AFTER = rf"(?:(?:,{S}|,|{S}|{S}of{S})(?P<year>{YEAR}|['’]\d\d(?!\d))|,?{S}(?P<short>\d\d)(?=\s?\())?"
_TOLD_YEAR = r"(?P<told>\sof\s(?:that|the\ssame)\syear\b)?"
_MORE_DAYS = rf"(?:\s{{0,2}}(?:-|–|,|and|to|or|through)\s{{0,2}}(?P<more>{DAY}))?"


def _iso(match: re.Match[str]) -> Iterator[Atom]:
    year, month, day = int(match[1]), int(match[3]), int(match[4])
    yield atom(match, Moment(year=year, month=month, day=day), "iso-date")


def _nine_eleven(match: re.Match[str]) -> Iterator[Atom]:
    """``9/11`` alone names one day of history; other days so named stand before what happened on them."""
    year, month, day = calendar.NAMED_DAYS[match[0]]
    yield atom(match, Moment(year=year, month=month, day=day), "nine-eleven")


def _numeric(match: re.Match[str]) -> Iterator[Atom]:
    """``21.02.2015``, ``10/27/2025``: the month first as in the United States, unless that is no month."""
    first, second, year = int(match[1]), int(match[3]), year_of(match[4])
    month, day = (second, first) if match[2] == "." or first > 12 else (first, second)
    if month <= 12 and day <= 31:
        moment = Moment(year=year, month=month, day=day)
        swapped = replace(moment, month=day, day=month).exact_day if match[2] != "." and day <= 12 else None
        yield atom(match, replace(moment, either=swapped), "numeric-date")


def _month_day(match: re.Match[str]) -> Iterator[Atom]:
    base = Moment(
        year=year_of(match["year"] or match["short"]),
        month=month_of(match["month"]),
        weekday=weekday_of(match["weekday"]),
        edge=edge_of(match),
    )
    more = match["more"]
    end = match.end("day") if more else match.end()
    yield Atom(
        match.start(),
        end,
        replace(base, day=day_of(match["day"])),
        "month-day",
        bias="that" if match["told"] else bias_of(match),
    )
    if more:
        later = replace(base, day=day_of(more), weekday=None, edge="")
        yield Atom(match.start("more"), match.end(), later, "month-day-later")


def _day_month(match: re.Match[str]) -> Iterator[Atom]:
    base = Moment(year=year_of(match["year"] or match["short"]), month=month_of(match["month"]), edge=edge_of(match))
    if match["earlier"]:
        weekday = weekday_of(match["weekday"])
        earlier = replace(base, day=day_of(match["earlier"]), weekday=weekday, edge="")
        yield Atom(match.start(), match.end("earlier"), earlier, "day-month-earlier")
        second = match.start("last" if match["last"] else "day")
        yield Atom(second, match.end(), replace(base, day=day_of(match["day"])), "day-month")
    else:
        moment = replace(base, day=day_of(match["day"]), weekday=weekday_of(match["weekday"]))
        yield replace(atom(match, moment, "day-month"), bias="that" if match["told"] else "")


def _month_year(match: re.Match[str]) -> Iterator[Atom]:
    moment = Moment(year=year_of(match["year"]), month=month_of(match["month"]), edge=edge_of(match))
    yield atom(match, moment, "month-year")


def _month(match: re.Match[str]) -> Iterator[Atom]:
    name = match["month"]
    found = atom(match, Moment(month=month_of(name), edge=edge_of(match)), "month")
    bias = "that" if match["told"] else bias_of(match)
    yield replace(
        found,
        bias=bias,
        weak=(not match["told"] and name.lower().rstrip(".") in {"may", "march", "mar"}) or len(name) < 4,
    )


def _month_part(match: re.Match[str]) -> Iterator[Atom]:
    """``that March morning in 2011``, ``a cold December night``: which day of the month is not told."""
    part = calendar.PARTS[match["part"].lower()]
    moment = Moment(year=year_of(match["year"]), month=month_of(match["month"]), part=part)
    yield atom(match, moment, "month-part")


def _year(match: re.Match[str]) -> Iterator[Atom]:
    found = atom(match, Moment(year=int(match["year"]), edge=edge_of(match)), "year")
    yield replace(found, weak=not (match["fiscal"] or match["edge"]))


def _cut_year(match: re.Match[str]) -> Iterator[Atom]:
    """``in '94``: a year without its century, behind a word that says that it is one."""
    yield atom(match, Moment(year=year_of(match["year"]), edge=edge_of(match)), "cut-year")


def _era(match: re.Match[str]) -> Iterator[Atom]:
    """``490 BC``, ``AD 79``: years before the first are held as negative numbers."""
    printed = match["year"] or match["after"]
    before = (match["era"] or "").lower().startswith("b")
    yield atom(
        match,
        Moment(
            year=-int(printed) if before else int(printed),
            month=month_of(match["month"]) if match["month"] else None,
            season=calendar.SEASONS[match["season"].lower()] if match["season"] else "",
            edge=edge_of(match),
        ),
        "era",
    )


def _spoken_year(match: re.Match[str]) -> Iterator[Atom]:
    """``nineteen ninety-six``, ``two thousand and four``, ``May nineteen ninety-six``."""
    rest = read_number(re.sub(r"\s", "-", (match["rest"] or "zero").lower())) or 0
    base = 1900 if match["hundreds"].lower() == "nineteen" else 2000
    month = month_of(match["month"]) if match["month"] else None
    yield atom(match, Moment(year=base + int(rest), month=month, edge=edge_of(match)), "spoken-year")


def _year_range(match: re.Match[str]) -> Iterator[Atom]:
    first, second = match[1], match[2]
    later = int(second) if len(second) == 4 else int(first[:2] + second)
    if later > int(first):
        yield Atom(match.start(1), match.end(1), Moment(year=int(first)), "year-range")
        yield Atom(match.start(2), match.end(2), Moment(year=later), "year-range-end")


def _decade(match: re.Match[str]) -> Iterator[Atom]:
    if match["digits"]:
        first = int(match["digits"]) if len(match["digits"]) == 4 else 1900 + int(match["digits"])
    else:
        first = 1900 + calendar.DECADES[match["word"].lower()]
    yield atom(match, Moment(decade=first, edge=edge_of(match)), "decade")


_ORDINAL_TENS = {
    word: n
    for n, word in enumerate(
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first".split(), start=15
    )
}


def _century(match: re.Match[str]) -> Iterator[Atom]:
    word = match["century"].lower()
    number = _ORDINAL_TENS.get(word) or int(re.sub(r"\D", "", word))
    half = {"first": "START", "second": "END"}.get((match["half"] or "").lower(), "")
    yield atom(match, Moment(century=number, edge=edge_of(match) or half), "century")


_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}


def _quarter(match: re.Match[str]) -> Iterator[Atom]:
    number = _QUARTERS[match["number"].lower()] if match["number"] else int(match["digit"])
    year = match["year"] or match["before"]
    found = atom(match, Moment(year=int(year) if year else None, quarter=number), "quarter")
    step = {"this": 0, "last": -1, "next": 1}.get((match["whose"] or "").lower())
    yield found if step is None else replace(found, shift=(step, step, "Y"))


def _half(match: re.Match[str]) -> Iterator[Atom]:
    year = int(match["year"]) if match["year"] else None
    half = {"first": 1, "second": 2, "latter": 2}[match["number"].lower()]
    found = atom(match, Moment(year=year, half=half), "half-year")
    step = {"last": -1, "this": 0, "the": 0}.get((match["which"] or "").lower())
    yield found if step is None else replace(found, shift=(step, step, "Y"))


def _season(match: re.Match[str]) -> Iterator[Atom]:
    year = int(match["year"]) if match["year"] else None
    moment = Moment(year=year, season=calendar.SEASONS[match["season"].lower()], edge=edge_of(match))
    yield replace(atom(match, moment, "season"), bias=bias_of(match), weak=not (year or match["bias"] or match["edge"]))


def _weekday(match: re.Match[str]) -> Iterator[Atom]:
    name = match["weekday"]
    moment = Moment(weekday=weekday_of(name), edge=edge_of(match))
    week = (match["week"] or "").lower()
    bias = f"{week} week" if week else bias_of(match)
    yield replace(atom(match, moment, "weekday"), bias=bias, weak=not name.lower().endswith("day"))


def _holiday(match: re.Match[str]) -> Iterator[Atom]:
    name = match["holiday"].lower().replace("’", "'")
    day = calendar.holiday(name, int(match["year"]) if match["year"] else 2000)
    if day and match["year"]:
        yield atom(match, Moment(year=day.year, month=day.month, day=day.day), "holiday")
    elif name in calendar.FIXED_HOLIDAYS and day:
        yield atom(match, Moment(month=day.month, day=day.day), "holiday")


_BIAS = r"(?:(?P<bias>(?:the\s)?(?:last|next|this(?:\spast|\scoming)?|past|previous|coming|upcoming|current|that))\s)?"
_HOLIDAYS = "|".join(
    name.replace("'", "['’]").replace(" ", r"\s").replace(".", r"\.")
    for name in sorted(calendar.HOLIDAYS, key=len, reverse=True)
)
_SHORT_YEAR = rf"(?:{YEAR}|['’]\d\d(?!\d))"

CALENDAR_RULES: tuple[Rule, ...] = (
    (
        "nine-eleven",
        compiled(
            r"(?<![\w/.:])(?:9/11|(?:26/11|7/7|11/9)(?=\s(?:(?:terror(?:ist)?|london|mumbai)\s)?"
            r"(?:attack|bomb|atrocit|siege|inquest|victim|survivor)))(?![\w/]|[.:]\d)"
        ),
        _nine_eleven,
    ),
    ("iso", compiled(r"(?<![\d/.\-])((?:1[4-9]|20)\d\d)([\-/.])(0?[1-9]|1[0-2])\2(3[01]|[0-2]?\d)(?![\d\-/])"), _iso),
    (
        "numeric",
        compiled(r"(?<![\d/.\-])(\d{1,2})([./\-])(\d{1,2})\2((?:19|20)\d\d|(?<=/)\d\d)(?![\d/\-]|\.\d)"),
        _numeric,
    ),
    (
        "month-day",
        compiled(
            rf"{_WEEKDAY_BEFORE}(?:(?<![\w.\-])|(?<=\d-))(?:(?P<bias>last|next|this)\s)?{EDGE}(?P<month>{MONTH})(?:{S}|/)(?:the\s)?(?P<day>{DAY})"
            rf"{_MORE_DAYS}{_YEAR_AFTER}{_TOLD_YEAR}"
        ),
        _month_day,
    ),
    (
        "day-month",
        compiled(
            rf"(?<![\w.:/$£€\-]){EDGE}{_WEEKDAY_BEFORE}(?:the\s)?"
            rf"(?:(?P<earlier>{DAY})\s{{0,2}}(?:-|–|,|and|to|or|through)\s{{0,2}}(?P<last>{WEEKDAY}{S})?)?"
            rf"(?P<day>{DAY})\s{{0,3}}(?:of{S}|day{S}of{S})?(?P<month>{MONTH}){_YEAR_AFTER}{_TOLD_YEAR}"
        ),
        _day_month,
    ),
    ("month-year", compiled(rf"\b{EDGE}(?P<month>{MONTH})(?:,?{S}|{S}of{S})(?P<year>{_SHORT_YEAR})"), _month_year),
    (
        "month-part",
        compiled(
            rf"\b(?:(?:that|this|an?|one|the)\s(?:[a-z\-]{{3,12}}\s){{0,2}})?(?P<month>{MONTH})\s(?P<part>morning|afternoon|evening|night)\b"
            rf"(?:,?\s(?:(?:in|of)\s)?(?P<year>{YEAR}))?"
        ),
        _month_part,
    ),
    ("month", compiled(rf"(?<![\w.\-]){_BIAS}{EDGE}(?P<month>{MONTH})(?![\w\-]){_TOLD_YEAR}"), _month),
    (
        "year",
        compiled(
            rf"(?<![\w.,:/$£€#+\-]){EDGE}(?P<fiscal>(?:the\s)?(?:(?:fiscal|financial)\s(?:year\s)?|year\s|FY\s?))?(?P<year>{YEAR})(?!\w)"
        ),
        _year,
    ),
    (
        "cut-year",
        compiled(
            rf"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\bafter\s))"
            rf"{EDGE}(?P<year>['’]\d\d)(?![\w'’%-]|[.,]\d|\s(?:percent|[a-z]+s\b))"
        ),
        _cut_year,
    ),
    (
        "era",
        compiled(
            rf"(?<![\w.,:$£€/\-])(?:(?:circa|ca?\.)\s?)?{EDGE}(?:(?P<month>{MONTH})\s|(?:the\s)?(?P<season>{'|'.join(calendar.SEASONS)})\s(?:of\s)?)?"
            r"(?:(?P<year>\d{1,4})\s?(?P<era>(?-i:BCE?|B\.C\.(?:E\.)?|CE|C\.E\.|AD|A\.D\.))"
            r"|(?-i:AD|A\.D\.)\s(?P<after>\d{1,4}))(?![\w\-]|\.\w)"
        ),
        _era,
    ),
    (
        "spoken-year",
        compiled(
            rf"\b{EDGE}(?:(?P<month>{MONTH})\s|the\syear\s)?(?P<hundreds>nineteen|(?<=in\s)two\sthousand|(?<=year\s)two\sthousand)"
            rf"(?:[\s\-](?:and\s)?(?P<rest>(?:{TENS})(?:[\s\-](?:{HOURS}))?|{HOURS}))?\b(?<!nineteen)"
        ),
        _spoken_year,
    ),
    (
        "years",
        compiled(r"(?<![\w.,:/$£€#\-])((?:1[4-9]|20)\d\d)\s?[\-–]\s?((?:1[4-9]|20)?\d\d)(?![\w\-]|[.,:]\d)"),
        _year_range,
    ),
    (
        "decade",
        compiled(
            rf"(?<![\w.,$£€])(?:the\s)?{EDGE}"
            rf"(?:(?:['’]|(?=\d{{4}}))(?P<digits>(?:1[4-9]|20)?\d0)['’]?s|(?:nineteen[\s\-])?(?P<word>{'|'.join(calendar.DECADES)}))\b"
        ),
        _decade,
    ),
    (
        "century",
        compiled(
            rf"(?<![\w.])(?:the\s)?{EDGE}(?:turn\sof\sthe\s)?(?:(?P<half>first|second)\shalf\sof\sthe\s)?"
            rf"(?P<century>\d\d(?:st|nd|rd|th)|{'|'.join(_ORDINAL_TENS)})[\s\-]century\b"
        ),
        _century,
    ),
    (
        "quarter",
        compiled(
            rf"\b(?:(?:(?P<whose>this|last|next)\syear['’]s\s)|(?:the|its|their)\s(?![a-z\d]{{3,6}}-quarter|fiscal\s\w{{3,6}}-quarter))?(?:(?P<before>{YEAR})\s)?(?:fiscal\s)?(?:(?P<number>first|second|third|fourth|[1-4](?:st|nd|rd|th))[\s\-]quarter"
            rf"|Q(?P<digit>[1-4]))\b(?!s|\spoles?)(?:\s(?:of\s)?(?:(?:the\s)?(?:fiscal\s|financial\s)(?:year\s)?|FY\s?)?(?P<year>{YEAR}))?"
        ),
        _quarter,
    ),
    (
        "half",
        compiled(
            rf"\b(?:the\s)?(?P<number>first|second|latter)[\s\-]half\sof\s(?:(?P<which>this|last|the)\syear|(?P<year>{YEAR}))(?!\w)"
        ),
        _half,
    ),
    (
        "season",
        compiled(
            rf"\b{_BIAS}(?:the\s)?{EDGE}(?P<season>{'|'.join(calendar.SEASONS)})\b(?!\s?-)(?:(?:,?\s(?:of\s)?)(?P<year>{YEAR}))?"
        ),
        _season,
    ),
    (
        "weekday",
        compiled(
            rf"\b{_BIAS}{EDGE}(?<![\w])(?P<weekday>{WEEKDAY})(?!s\b|[\w\-])(?:\s(?:of\s)?(?P<week>last|next|this)\sweek)?"
        ),
        _weekday,
    ),
    ("holiday", compiled(rf"\b(?P<holiday>{_HOLIDAYS})\b(?:,?\s(?P<year>{YEAR}))?"), _holiday),
)

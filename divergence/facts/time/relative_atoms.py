"""Times told from the day of writing or from another happening: ``two days ago``, ``last week``, ``the next day``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from divergence.facts.time.atoms import (
    EDGE,
    MONTH,
    WEEKDAY,
    YEAR,
    Atom,
    Rule,
    Shift,
    atom,
    compiled,
    edge_of,
    month_of,
    weekday_of,
    year_of,
)
from divergence.facts.time.clock_atoms import PART, part_of
from divergence.facts.time.count import COUNT, HEDGE, LASTING, UNIT, Amount, read_amount, read_hedge, unit_name
from divergence.facts.time.moment import Moment
from divergence.lexicon import calendar
from divergence.model.fact import Hedge

_BARE_RANGES = {"day": (2, 13), "week": (2, 10), "month": (2, 20), "year": (2, 20), "decade": (2, 9), "hour": (2, 20)}
"""Least and most that a bare plural (``weeks ago``) may mean."""


def letter(unit: str) -> str:
    """A unit's TIMEX3 letter; clock units are lower case, so that minutes are no months."""
    code = calendar.UNITS[unit][0]
    return code.lower() if unit in calendar.CLOCK_UNITS else code


_DAY_WORDS: dict[str, tuple[int, str]] = {
    "today": (0, ""),
    "yesterday": (-1, ""),
    "tomorrow": (1, ""),
    "tonight": (0, "NI"),
    "the day before yesterday": (-2, ""),
    "the day after tomorrow": (2, ""),
}


def _day_word(match: re.Match[str]) -> Iterator[Atom]:
    days, part = _DAY_WORDS[" ".join(match["word"].lower().split())]
    part = part_of(match["part"]) or part
    yield replace(atom(match, Moment(part=part, edge=edge_of(match)), "day-word"), shift=(days, days, "D"))


def _this_part(match: re.Match[str]) -> Iterator[Atom]:
    days = -1 if match["which"].lower().startswith("last") else 0
    part = part_of(match["part"])
    yield replace(atom(match, Moment(part=part, edge=edge_of(match)), "this-part"), shift=(days, days, "D"))


_STEPS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "upcoming": 1}


def _recurring(match: re.Match[str]) -> Iterator[Atom]:
    """``every Friday``, ``each month``, ``Tuesday nights``: how often, which no single time can contradict."""
    printed = match["part"] or match["evenly"] or match["plural"]
    part = f"T{part_of(printed.lower().removesuffix('s'))}" if printed else ""
    day = match["day"] or match["days"]
    if day:
        value = f"XXXX-WXX-{weekday_of(day)}{part}"
    elif match["month"]:
        value = f"XXXX-{month_of(match['month']):02d}"
    elif part:
        value = f"XXXX-XX-XX{part}"
    else:
        amount, unit = read_amount(match["count"] or "a"), letter(unit_name(match["unit"]))
        if amount is None or amount.vague or amount.low % 1:
            return
        value = f"P{'T' if unit.islower() else ''}{amount.low:.0f}{unit.upper().replace('N', 'D')}"
    yield atom(match, Moment(vague=value), "recurring")


def _whole_unit(match: re.Match[str]) -> Iterator[Atom]:
    """``for the year``, ``of the month``: the one that the text is about, too loose to be compared."""
    yield replace(
        atom(match, Moment(vague="PRESENT_REF"), "whole-unit"), bias=letter((match["unit"] or match["part_of"]).lower())
    )


def _year_of_accounts(match: re.Match[str]) -> Iterator[Atom]:
    """``the year ended March 31``, ``the fiscal year``: as long as a year, and begun when the company says."""
    yield atom(match, Moment(vague="P1Y"), "year-of-accounts")


_SPEED = re.compile(r"(?:miles|km|kilomet(?:er|re)s|knots|feet|met(?:er|re)s)\s\Z", re.IGNORECASE)
"""Before ``per hour`` of a speed, which times nothing."""


def _rate(match: re.Match[str]) -> Iterator[Atom]:
    """``800,000 barrels a day``, ``$5 per month``: over which time a rate is told."""
    unit = letter(match["unit"].lower())
    if unit == "h" and _SPEED.search(match.string, max(0, match.start("span") - 14), match.start("span")):
        return
    moment = Moment(vague=f"P{'T' if unit.islower() else ''}1{unit.upper()}")
    yield replace(atom(match, moment, "rate"), start=match.start("span"))


def _end_of_unit(match: re.Match[str]) -> Iterator[Atom]:
    """``the end of the year``: of the current one."""
    edge = "START" if (match["edge"] or "").lower() in {"start", "beginning"} else "END"
    unit = letter((match["unit"] or match["its"]).lower())
    yield replace(atom(match, Moment(edge=edge), "end-of-unit"), shift=(0, 0, unit))


def _this_unit(match: re.Match[str]) -> Iterator[Atom]:
    """``last week``, ``earlier this month``, ``the weekend``."""
    words = match["which"].lower().split()
    step = _STEPS.get(words[-1], 0)
    unit = match["unit"].lower()
    base = Moment(weekend=True) if unit == "weekend" else Moment()
    shift = (step, step, letter(unit))
    yield replace(atom(match, replace(base, edge=edge_of(match)), "this-unit"), shift=shift)


def _ago(match: re.Match[str]) -> Iterator[Atom]:
    unit = unit_name(match["unit"])
    amount = _amount_of(match["count"], unit)
    if amount is None or letter(unit) in {"s", "m", "h"}:
        return
    if match["count"] is None and _OF_MANY.search(match.string, max(0, match.start() - 24), match.start()):
        yield atom(match, Moment(vague="PAST_REF"), "ago")
        return
    hedge = read_hedge(match["hedge"])
    low, high = _widened(amount, hedge)
    ahead = match["way"].lower().startswith("from")
    rough: Shift = (low, high, letter(unit)) if ahead else (-high, -low, letter(unit))
    yield replace(atom(match, Moment(), "ago"), shift=rough, hedge=hedge)


_OF_MANY = re.compile(
    r"(?:\b(?:hundred|thousand|million|billion|trillion|dozen|score|decade|centurie)s?(?:\sof)?|\d|\d\s?[mb]n)\s\Z",
    re.IGNORECASE,
)
"""Before ``years ago`` of a count that no calendar reaches, or that is not read as one of years."""


def _amount_of(count: str | None, unit: str) -> Amount | None:
    if count:
        return read_amount(count)
    low, high = _BARE_RANGES.get(unit, (2, 20))
    return Amount(low, high, True)  # type: ignore[arg-type]


def _widened(amount: Amount, hedge: Hedge) -> tuple[int, int]:
    """Whole units that a hedged count may mean: ``more than two years`` reaches to three."""
    low, high = int(amount.low), int(amount.high + (amount.high % 1 > 0))
    if hedge in {Hedge.MORE_THAN, Hedge.AT_LEAST}:
        return low, high + max(1, high // 3)
    if hedge in {Hedge.NEARLY, Hedge.LESS_THAN, Hedge.AT_MOST} and low > 1:
        return low - max(1, low // 5), high
    return low, high


_SMALLER = {"m": ("s", 60), "h": ("m", 60), "D": ("h", 24), "W": ("D", 7), "Y": ("M", 12), "DE": ("Y", 10)}


def _in_whole_units(count: Decimal, unit: str) -> tuple[int, str] | None:
    """A count as a whole number, in a smaller unit where it has a fraction: half an hour is 30 minutes."""
    if count % 1 == 0:
        return int(count), unit
    smaller, times = _SMALLER.get(unit, ("", 1))
    return (int(count * times), smaller) if smaller and count * times % 1 == 0 else None


_ENDED = re.compile(r"\s*(?:[^\w\s\"'“‘$£€(]|$|(?:that|which|and|but|or|the\s(?:police|officials))\b)", re.IGNORECASE)
"""After ``two hours before``: no happening follows that it is told from."""


def _offset(match: re.Match[str]) -> Iterator[Atom]:
    """``the next day``, ``two days later``, ``a week before``: told from another happening, so left unresolved."""
    unit = unit_name(match["unit"])
    way = match["way"].lower()
    if way in {"before", "after"} and LASTING.search(match.string[: match.start()][-16:]):
        return
    single = match["count"] is None and match["unit"][-1].lower() != "s"
    if single and not match[0].lower().startswith("the "):
        return
    amount = read_amount("a") if single else _amount_of(match["count"], unit)
    whole = None if amount is None else _in_whole_units(amount.low, letter(unit))
    if amount is None or whole is None:
        return
    sign = -1 if way in {"earlier", "before", "prior", "previously"} else 1
    named = way in {"before", "after", "prior"} and not _ENDED.match(match.string, match.end())
    moment = Moment(offset=(sign * whole[0], whole[1]), anchored=named and not single)
    found = replace(atom(match, moment, "offset"), hedge=read_hedge(match["hedge"]))
    found = replace(found, end=match.end("unit")) if moment.anchored else found
    yield replace(found, moment=replace(moment, vague="PAST_REF")) if amount.vague else found


def _year_ago(match: re.Match[str]) -> Iterator[Atom]:
    """``the year-ago quarter``: a year before what the text has just told."""
    yield atom(match, Moment(offset=(-1, "Y")), "year-ago")


def _quarter_of_year(match: re.Match[str]) -> Iterator[Atom]:
    """``the 1988 quarter``, ``the same period last year``: in a year, the quarter that the text has just told."""
    if match["year"]:
        yield atom(match, Moment(year=year_of(match["year"])), "quarter-of-year")
    else:
        yield atom(match, Moment(offset=(-1, "Y")), "year-ago")


def _this_quarter(match: re.Match[str]) -> Iterator[Atom]:
    """``the latest quarter``, ``the period``: the quarter that the text has just told, if it has."""
    yield atom(match, Moment(), "told-quarter")


def _part_after(match: re.Match[str]) -> Iterator[Atom]:
    """``the morning after``, ``the night before``."""
    step = 1 if match["way"].lower() == "after" else -1
    yield atom(match, Moment(part=part_of(match["part"]), offset=(step, "D")), "part-after")


def _weekend(match: re.Match[str]) -> Iterator[Atom]:
    """``the weekend clashes``: the weekend as a modifier."""
    yield replace(atom(match, Moment(weekend=True), "weekend"), shift=(0, 0, "WE"))


def _other_day(match: re.Match[str]) -> Iterator[Atom]:
    """``the same day``, ``later that night``, ``the following morning``, ``the previous year``."""
    which = match["which"].lower().split()[-1]
    step = {"same": 0, "that": 0, "next": 1, "following": 1, "previous": -1, "preceding": -1, "prior": -1}[which]
    word = " ".join(match["unit"].lower().split())
    if word in calendar.PARTS:
        yield atom(match, Moment(part=part_of(word), offset=(step, "D")), "other-day")
    else:
        yield atom(match, Moment(offset=(step, letter(word))), "other-day")


_AMOUNT_OF_UNITS = rf"(?:(?P<hedge>{HEDGE})\s{{1,2}})?(?:(?P<count>{COUNT})(?:\s{{1,2}}|-))?(?P<unit>{UNIT})"

RELATIVE_RULES: tuple[Rule, ...] = (
    (
        "day-word",
        compiled(
            rf"\b{EDGE}(?<!\w)(?P<word>the\sday\s(?:before\syesterday|after\stomorrow)|today|yesterday|tomorrow|tonight)\b"
            rf"(?:\s(?P<part>{PART}))?"
        ),
        _day_word,
    ),
    ("this-part", compiled(rf"\b{EDGE}(?P<which>this|last)\s(?:early\s|late\s)?(?P<part>{PART})\b"), _this_part),
    (
        "this-unit",
        compiled(
            rf"\b{EDGE}(?P<which>(?:this\spast|(?:the\s|this\s)?(?:last|next|coming|current|upcoming|past(?=\sweekend))|this)(?=\s)"
            r"|the(?=\sweekend))\s(?:(?:fiscal|financial|calendar)\s(?=year|quarter))?(?P<unit>week(?:end)?|month|year|quarter|decade|century)\b(?!-)"
        ),
        _this_unit,
    ),
    (
        "recurring",
        compiled(
            rf"\b(?:(?:every|each)\s(?:(?P<day>{WEEKDAY})(?:\s(?P<part>{PART}))?|(?P<month>{MONTH})(?![\w\-])|(?P<evenly>morning|afternoon|evening|night)"
            rf"|(?:(?P<count>{COUNT})\s)?(?P<unit>hour|minute|day|night|week|month|quarter|year)s?)\b(?![\w\-])"
            rf"|(?P<days>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:s|\s(?P<plural>mornings|afternoons|evenings|nights))\b)"
        ),
        _recurring,
    ),
    (
        "rate",
        compiled(
            r"(?:[\d%]|(?:m|b|tr)illion|thousand|hundred|percent|cents?|dollars|euros|pounds|once|twice|times|people|\d\s[a-z]{3,20}s|(?P<per>\w(?=\sper\s)))"
            r"\s(?P<span>(?:an?|per)\s(?P<unit>hour|day|week|month|year))\b(?![\-'’])(?!\s(?:ago|earlier|later|before|after|old|or\sso))"
        ),
        _rate,
    ),
    (
        "whole-unit",
        compiled(
            r"(?:earlier|later|early|late)\sin\s(?:the\s)(?P<part_of>year|month|week)\b(?!['’\-])|"
            r"(?:(?<=for\s)|(?<=\sof\s))the\s(?:(?:full|whole|entire)\s)?(?:(?:fiscal|financial)\s)?(?-i:(?P<unit>year|month|week))\b(?![\-'’])(?!\s(?:of|to|in|before|after|ended|ending|that|when))"
        ),
        _whole_unit,
    ),
    (
        "year-of-accounts",
        compiled(
            r"\b(?:the\s)?(?:(?:fiscal|financial|full)\s)?year(?=\s(?:ended|ending)\b)|\b(?:the|its)\s(?:fiscal|financial)\syear\b(?!['’\-])"
        ),
        _year_of_accounts,
    ),
    (
        "end-of-unit",
        compiled(
            r"\b(?:the\s)?(?:(?P<edge>end|start|beginning|close)\sof\s(?:the\s|(?=year\b))(?P<unit>week|month|year|decade|century)\b(?!-)"
            r"|(?P<its>week|month|year|decade|century)(?:['’]s\s|-|\s(?=end\b(?!s)))end\b)"
        ),
        _end_of_unit,
    ),
    (
        "ago",
        compiled(
            rf"\b{_AMOUNT_OF_UNITS}(?:\sor\sso|\sand\sa\shalf|\sor\stwo)?\s{{1,2}}(?P<way>ago|back|from\s(?:now|today))\b"
        ),
        _ago,
    ),
    (
        "offset",
        compiled(
            rf"\b(?<!\bbe\s)(?<!\bbeen\s)(?:the\s)?{_AMOUNT_OF_UNITS}\s{{1,2}}(?P<way>earlier|later|previously|before|after|prior)\b"
        ),
        _offset,
    ),
    (
        "year-ago",
        compiled(
            r"\b(?:(?:the\s)?(?:comparable\s)?year-(?:ago|earlier)\s(?=(?:\w{5,6}\s)?(?:quarter|period))|year-(?:ago|earlier)(?=\W))"
            r"(?:(?:(?:first|second|third|fourth)\s)?(?:quarter|period))?(?![\w\-])"
        ),
        _year_ago,
    ),
    (
        "quarter-of-year",
        compiled(
            rf"\b(?:the\s(?P<year>{YEAR})\s(?:period|quarter)|(?:the\s)?last\syear['’]s\s(?:period|quarter)"
            r"|(?:the\s)?(?:same|corresponding|comparable|equivalent|like)\s(?:quarter|period|three\smonths)\s(?:of\s|in\s)?"
            r"(?:last\syear|a\syear\s(?:ago|earlier|before)|the\s(?:previous\s|prior\s)?year(?:\s(?:before|earlier))?))(?![\w\-])"
        ),
        _quarter_of_year,
    ),
    ("told-quarter", compiled(r"\bthe\s(?:(?:latest\s)?quarter|latest\speriod)(?![\w\-])"), _this_quarter),
    ("part-after", compiled(rf"\bthe\s(?P<part>{PART})\s(?P<way>after|before)\b"), _part_after),
    (
        "weekend",
        compiled(
            r"(?<!every\s)(?<!each\s)(?<!long\s)(?<!per\s)(?<!-)\bweekend(?=\s[a-z])(?!\s(?:warrior|and|or|of)\b)"
        ),
        _weekend,
    ),
    (
        "other-day",
        compiled(
            rf"\b(?:(?:later|earlier|early|late)\s)?(?P<which>(?:the|that|on|in)\s(?:very\s)?(?:same|next|following|previous|preceding|prior)|that)\s"
            rf"(?P<unit>day|week|month|quarter|year|decade|century|weekend|{PART})\b(?![\-])"
        ),
        _other_day,
    ),
)

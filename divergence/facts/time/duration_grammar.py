"""The grammar of lengths of time: ``nearly nine hours``, ``two-day``, ``the past decade``, ``for weeks``.

Told apart from dates (``three years ago``) and ages (``a three-year-old``), which look alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from divergence.facts.about.slots import token_at
from divergence.facts.time.count import COUNT, HEDGE, LASTING, RANGE, UNIT, Amount, read_amount, read_hedge, unit_name
from divergence.language.parsed import Parsed
from divergence.language.pipeline import blank_masked
from divergence.model.fact import Hedge


@dataclass(frozen=True, slots=True)
class Duration:
    """Least and most of a count, in one unit."""

    low: Decimal
    high: Decimal
    unit: str
    vague: bool = False
    parts: tuple[tuple[Decimal, str], ...] = field(default=(), compare=False)
    """What is added up, as printed, largest first: two days, four hours, 20 minutes; empty where nothing is."""


@dataclass(frozen=True, slots=True)
class FoundDuration:
    """A duration where it stands."""

    start: int
    end: int
    value: Duration
    hedge: Hedge
    rule: str


_NOT_A_LENGTH = (
    r"(?!(?:\sor\s(?:two|so)|\sand\sa\shalf)?\s{1,2}(?:ago|back\b|earlier|later|(?:before|after)\b|prior|old\b|older\b|of\sage)"
    r"|-old|\w|['’]s\s(?:old|eve|day)\b|-ago|-earlier|-?long\b)"
)
_NOT_A_LENGTH_ALONE = _NOT_A_LENGTH.replace(r"|(?:before|after)\b", "")
_BETWEEN = r"(?:(?:more|additional|consecutive|straight|full|whole|long|trading|working|business|extra)\s)?"
_JOINED = r"(?:,?\s(?:and\s|plus\s)?|-and-)"
_SMALLER = rf"{COUNT}[\s\-](?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\b"
_MORE = rf"(?:{_JOINED}(?:a[\s\-]half|a\squarter))|(?:{_JOINED}{_SMALLER}){{1,4}}"
_COUNTED = re.compile(
    rf"(?<![\w.,$£€:/\-])(?<!every\s)(?<!each\s)(?:(?P<hedge>{HEDGE})\s{{1,2}})?(?P<count>{RANGE}|{COUNT})"
    rf"(?:\s{{1,2}}|-){_BETWEEN}(?P<unit>{UNIT})\b(?P<more>{_MORE})?"
    rf"{_NOT_A_LENGTH_ALONE}(?P<tail>\s(?:or\sso|or\smore|or\sless|at\smost|(?<=\w\s)or\stwo\b(?!\s(?:ago|later))))?",
    re.IGNORECASE,
)
_FRAMED = re.compile(
    rf"\b(?P<frame>(?:the\s|these\s|this\s|his\s|her\s|their\s|its\s)?(?:past|last|next|previous|coming|first|final|latest|ensuing|preceding|recent|following|intervening))\s"
    rf"(?:(?P<hedge>{HEDGE})\s{{1,2}})?(?:(?P<count>{RANGE}|{COUNT})(?:\s{{1,2}}|-))?(?P<unit>{UNIT}){_NOT_A_LENGTH}(?:\sor\sso\b)?",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w\-])(?:(?<=for\s)|(?<=within\s)|(?<=over\s)|(?<=be\s)|(?<=took\s)|(?<=take\s)|(?<=takes\s)|(?<=lasted\s)|(?<=spent\s)"
    r"|(?<=matter\sof\s)|(?<=last\s)|(?<=in\s)|(?<=been\s)|(?<=after\s)|(?<=despite\s))"
    r"(?P<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)\b"
    r"(?:(?<=be\s\w{4}\b)|(?<=be\s\w{5}\b)|(?<=be\s\w{6}\b)|(?<=be\s\w{7}\b)|" + _NOT_A_LENGTH + ")",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<![\w\-])(?P<unit>hour|day|night|week|month|year|decade|centur(?:y|ies))(?P<many>s?)-?(?:long|(?<=s-)old)\b"
    r"|(?<![\w\-])all[\s\-](?P<whole>day|night|week|month|year)\b(?!\s(?:the|of)\b)",
    re.IGNORECASE,
)
_PART_OF_CENTURY = re.compile(
    rf"(?<![\w\-])(?:(?P<hedge>{HEDGE})\s)?(?:(?:a|the\spast)\s)?(?P<part>half|(?:(?:one|three)[\-\s])?quarters?)[\-\s](?:of\san?\s|an?\s)?(?P<unit>century|decade|hour)\b(?!-old)",
    re.IGNORECASE,
)
_GAME_CLOCK = re.compile(
    r"(?<![\w:.\-])(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)(?=\s(?:left|remaining|to\s(?:go|play)|mark|into)\b)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?<![\w.,:$£€/\-])(?P<hours>\d{1,3})\s?(?:h|hrs?|hours?)\s?(?P<minutes>[0-5]?\d)\s?(?:m|mins?|minutes?)"
    r"(?:\s?(?P<seconds>[0-5]?\d)\s?(?:s|secs?|seconds?))?\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(
    r"(?<![\w.,:$£€/\-])(?P<minutes>\d{1,3})\s?(?:m|mins?|minutes?)\s?(?P<seconds>[0-5]?\d(?:\.\d{1,3})?)\s?(?:s|secs?)\b",
    re.IGNORECASE,
)
_CLOCKED_RUN = re.compile(
    r"(?<![\w.,:$£€/\-])(?<!at\s)(?<!by\s)(?<!until\s)(?<!since\s)(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)"
    r"(?![\w:\-]|\.\d|\s?(?:[ap]\.?m\b|gmt|utc|local|(?:e|c|m|p)[sd]?t\b))",
    re.IGNORECASE,
)
_BARE_COUNTS = {
    "second": 50,
    "minute": 50,
    "hour": 20,
    "day": 13,
    "week": 10,
    "month": 20,
    "year": 20,
    "decade": 9,
    "century": 9,
}
"""Most that a bare plural may mean; the least is two."""


def durations(parsed: Parsed) -> tuple[FoundDuration, ...]:
    """Where durations stand, without slots; longer readings win."""
    text = blank_masked(parsed.article)
    found = [f for start, end in parsed.article.paragraphs for f in _candidates(parsed, text, start, end)]
    chosen: list[FoundDuration] = []
    for f in sorted(found, key=lambda f: (f.start, -f.end)):
        if not chosen or f.start >= chosen[-1].end:
            chosen.append(f)
    return tuple(chosen)


def _candidates(parsed: Parsed, text: str, start: int, end: int) -> Iterator[FoundDuration]:
    paragraph = text[start:end]
    readers = (
        (_COUNTED, _counted),
        (_FRAMED, _framed),
        (_BARE, _bare),
        (_LONG, _long),
        (_PART_OF_CENTURY, _fraction),
        (_GAME_CLOCK, _played),
        (_SHORT, _spelt_short),
        (_MINUTES, _spelt_short),
        (_CLOCKED_RUN, _spelt_short),
    )
    for pattern, read in readers:
        for match in _matches(pattern, paragraph):
            found = read(match)
            if found and (read is not _counted or not _is_rate(parsed, match, start)):
                yield replace(found, start=found.start + start, end=found.end + start)


def _matches(pattern: re.Pattern[str], paragraph: str) -> Iterator[re.Match[str]]:
    """All matches; after one whose units do not add up (``12 hours a day, six days a week``) the next starts within."""
    at = 0
    while match := pattern.search(paragraph, at):
        yield match
        at = match.end("unit") if pattern is _COUNTED and _is_apart(match) else max(match.end(), at + 1)


def _is_apart(match: re.Match[str]) -> bool:
    """Whether what follows a count of units is a length of its own: *two hours, three days*."""
    amount = read_amount(match["count"]) if match["more"] else None
    if amount is None or re.search(r"(?:half|quarter)\Z", match["more"], re.IGNORECASE):
        return False
    return not _with_more(amount, unit_name(match["unit"]), match["more"]).parts


def _counted(match: re.Match[str]) -> FoundDuration | None:
    """``nearly nine hours``, ``a two-day``, ``7 minutes 41 seconds``, ``an hour and a half``."""
    amount, unit = read_amount(match["count"]), unit_name(match["unit"])
    single = match["count"].lower() in {"a", "an"}
    if amount is None or unit == "quarter" or (unit == "second" and single and match["unit"][-1] != "s"):
        return None
    if (unit in {"sec", "min"} and not match["count"][0].isdigit()) or _is_moment(match):
        return None
    start, hedge = _hedged_start(match)
    value = _with_more(amount, unit, match["more"])
    end = match.end("unit") if _is_apart(match) else match.end()
    period = _PERIOD.match(match.string, end) if "-" in match[0] else None
    if period:
        article = _ARTICLE.search(match.string, max(0, start - 6), start)
        return FoundDuration(article.start() if article else start, period.end(), value, hedge, "counted")
    if (match["tail"] or "").endswith("two"):
        return FoundDuration(start, match.end(), replace(value, high=Decimal(2)), hedge, "counted") if single else None
    return FoundDuration(start, end, value, hedge, "counted")


def _is_moment(match: re.Match[str]) -> bool:
    """Whether a count of units is no length: a distance (``two hours before the vote``), or ``at 1945 hours``."""
    before = match.string[: match.start()][-16:]
    if _OFFSET.match(match.string, match.end()) and not LASTING.search(before):
        return True
    return bool(_HUNDRED_HOURS.fullmatch(match[0]) and _CLOCKED.search(before))


_OFFSET = re.compile(r"\s{1,2}(?:before|after)\b", re.IGNORECASE)
"""Behind a distance from something, unless a verb says that it lasted: ``waited two hours before help came``."""
_PERIOD = re.compile(r"\s(?:time\s)?(?:period|span|stretch)\b(?!s)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w\-])(?:an?|the)\s\Z", re.IGNORECASE)
_HUNDRED_HOURS = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\s(?:hours|hrs)", re.IGNORECASE)
_CLOCKED = re.compile(
    r"\b(?:at|by|from|until|till|since|around|about|before|after|to|between|and)\s{1,2}\Z", re.IGNORECASE
)
"""Before ``1945 hours`` of the clock, as soldiers and police write it."""


_TAILS = {"so": Hedge.ABOUT, "more": Hedge.AT_LEAST, "less": Hedge.ABOUT, "most": Hedge.AT_MOST, "two": Hedge.EXACTLY}


def _hedged_start(match: re.Match[str]) -> tuple[int, Hedge]:
    """Where the expression starts, and its hedge: before it, or after it (``or so``)."""
    tail = (match["tail"] or "").split()
    if tail:
        return match.start(), _TAILS[tail[-1]]
    before = match.string[max(0, match.start() - 24) : match.start()]
    hedge = (match["hedge"] or "").lower()
    if hedge == "over" and (_THROUGHOUT.search(before) or _VAGUE.match(match["count"])):
        return match.start("count"), Hedge.EXACTLY
    start = match.start("count") if hedge in {"within", "inside"} else match.start()
    return start - len(_determiner(match, start)), read_hedge(match["hedge"])


_VAGUE = re.compile(r"several|a\sfew|few|many|a\scouple", re.IGNORECASE)
_DETERMINER = re.compile(r"(?<![\w\-])(?:the|these|those)\s\Z", re.IGNORECASE)


def _determiner(match: re.Match[str], start: int) -> str:
    """``the`` before a whole phrase (``the nine months``); before ``two-day talks`` it belongs to the talks."""
    plural = match["unit"][-1:].lower() == "s" and "-" not in match[0]
    found = _DETERMINER.search(match.string, max(0, start - 6), start) if plural and not match["hedge"] else None
    return found[0] if found else ""


_EXACTLY = {"week": 7 * 86_400, "day": 86_400, "hour": 3_600, "minute": 60, "second": 1}
_MONTHS_OF = {"year": 12, "month": 1}
_ADDED = re.compile(rf"(?P<count>{COUNT})[\s\-](?P<unit>[a-z]+)\Z", re.IGNORECASE)


def _with_more(amount: Amount, unit: str, more: str | None) -> Duration:
    """A count with what is added to it: ``and a half``, ``, four hours and 20 minutes``."""
    alone = Duration(amount.low, amount.high, unit, amount.vague)
    if not more:
        return alone
    fraction = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(re.split(r"[\s\-]", more.lower())[-1])
    if fraction is not None:
        return Duration(amount.low + fraction, amount.high + fraction, unit)
    return alone if amount.low != amount.high else _summed([(amount.low, unit), *_added(more)]) or alone


def _added(more: str) -> Iterator[tuple[Decimal, str]]:
    """The counts and units of ``, four hours and 20 minutes``."""
    for piece in re.split(r",\s(?:and\s|plus\s)?|\s(?:and|plus)\s|-and-|(?<=[a-z])\s(?=\d)", more.lower()):
        match = _ADDED.match(piece.strip())
        amount = read_amount(match["count"]) if match else None
        if match and amount and amount.low == amount.high:
            yield amount.low, unit_name(match["unit"])


def _summed(parts: list[tuple[Decimal, str]]) -> Duration | None:
    """Counts of ever smaller units as one, in the smallest; None where the units do not descend.

    A month has 28 to 31 days: a sum of months and days is a range of days.
    """
    order = [*_MONTHS_OF, *_EXACTLY]
    places = [order.index(unit) if unit in order else -1 for _, unit in parts]
    if len(parts) < 2 or min(places) < 0 or places != sorted(set(places)):
        return None
    smallest = parts[-1][1]
    months = sum((count * _MONTHS_OF[unit] for count, unit in parts if unit in _MONTHS_OF), Decimal(0))
    if smallest in _MONTHS_OF:
        return Duration(months, months, smallest, parts=tuple(parts))
    seconds = sum((count * _EXACTLY[unit] for count, unit in parts if unit in _EXACTLY), Decimal(0))
    days = (int(months * _MEAN_MONTH) - 2, int(months * _MEAN_MONTH) + 2) if months else (0, 0)
    low, high = ((86_400 * n + seconds) / _EXACTLY[smallest] for n in days)
    return Duration(low, high, smallest, parts=tuple(parts))


_MEAN_MONTH = Decimal("30.436875")
"""Days of a month, on average over the 400 years of the calendar."""


def _framed(match: re.Match[str]) -> FoundDuration | None:
    """``the past three months``, ``the last decade``; ``last week`` alone is a date."""
    unit, frame = unit_name(match["unit"]), match["frame"].lower()
    plain = match["count"] is None
    if plain and (
        frame.split()[-1] in {"first", "final", "latest", "following"}
        or (match["unit"][-1] != "s" and "past" not in frame)
    ):
        return None
    if plain and match["unit"][-1] != "s" and (not frame.startswith("the ") or unit == "weekend"):
        return None
    amount = read_amount(match["count"] or ("a" if match["unit"][-1] != "s" else "several"))
    hedge = read_hedge(match["hedge"])
    if amount is None:
        return None
    return FoundDuration(
        match.start(), match.end(), Duration(amount.low, amount.high, unit, amount.vague), hedge, "framed"
    )


BARE_PLURAL = "bare-plural"
"""The rule of lengths that a plural alone tells."""


def _bare(match: re.Match[str]) -> FoundDuration:
    """``for weeks``, ``a matter of minutes``."""
    return FoundDuration(match.start(), match.end(), _bare_plural(unit_name(match["unit"])), Hedge.EXACTLY, BARE_PLURAL)


def _bare_plural(unit: str) -> Duration:
    return Duration(Decimal(2), Decimal(_BARE_COUNTS[unit]), unit, True)


def _long(match: re.Match[str]) -> FoundDuration:
    """``week-long``, ``decadeslong``, ``all year``."""
    unit = unit_name(match["unit"] or match["whole"])
    value = _bare_plural(unit) if match["many"] else Duration(Decimal(1), Decimal(1), unit)
    return FoundDuration(match.start(), match.end(), value, Hedge.EXACTLY, "long")


def _fraction(match: re.Match[str]) -> FoundDuration:
    """``a quarter-century``, ``half a century``, ``three-quarters of an hour``."""
    part = match["part"].lower()
    share = Decimal("0.5") if part == "half" else Decimal("0.75") if part.startswith("three") else Decimal("0.25")
    unit, count = {"century": ("year", 100), "decade": ("year", 10), "hour": ("minute", 60)}[match["unit"].lower()]
    amount = share * count
    return FoundDuration(
        match.start(), match.end(), Duration(amount, amount, unit), read_hedge(match["hedge"]), "fraction"
    )


def _played(match: re.Match[str]) -> FoundDuration:
    """``7:42 left``, ``the 2:15 mark``: a game's clock."""
    total = Decimal(60 * int(match["minutes"]) + int(match["seconds"]))
    return FoundDuration(match.start(), match.end(), Duration(total, total, "second"), Hedge.EXACTLY, "game-clock")


def _spelt_short(match: re.Match[str]) -> FoundDuration | None:
    """``2h 15m``, ``3m 42s``, and a race's time: ``3:07:35``."""
    told = match.groupdict()
    units = ("hour", "minute", "second")
    parts = [(Decimal(amount), unit) for unit in units if (amount := told.get(f"{unit}s"))]
    value = _summed(parts)
    return FoundDuration(match.start(), match.end(), value, Hedge.EXACTLY, "spelt-short") if value else None


_THROUGHOUT = re.compile(
    r"(?:[\d,.]|million|billion|thousand|percent|deal|contract|offer|paid|payable|spread|stretched|spent)\s$",
    re.IGNORECASE,
)
"""Before ``over eight years``: there *over* means throughout, not more than."""
_RATED = re.compile(
    r"(?:\d|once|twice|times|\bor\stwo|percent|per\scent|%|cents|dollars|million|billion|people|miles)\s$",
    re.IGNORECASE,
)


_COUNTED_STUFF = re.compile(
    r"\d\s(?:(?:m|b|tr)illion\s)?(?:less\s|fewer\s|more\s)?[a-z]{2,20}+(?<=s)\sof(?:\s[a-z-]{2,20}+){1,2}\s\Z"
)
"""Before ``a year``: so much of something, ``34,500 tons of copper``."""


def _is_rate(parsed: Parsed, match: re.Match[str], start: int) -> bool:
    """Whether ``a day`` says how often: ``three times a day``, ``$5 a day``, ``barrels a day``."""
    if match["count"].lower() not in {"a", "an"}:
        someday = match["count"].lower() == "one" and match["unit"].lower() == "day" and not match["hedge"]
        return someday and bool(re.match(r",|\s(?:he|she|they|it|we|i)\b", match.string[match.end() :], re.IGNORECASE))
    before_it = match.string[max(0, match.start() - 60) : match.start()]
    if _RATED.search(before_it) or _COUNTED_STUFF.search(before_it):
        return True
    if not parsed.tokens:
        return False
    index = token_at(parsed, start + match.start())
    before = parsed.tokens[index - 1] if index else None
    return before is not None and before.tag == "NNS" and parsed.tokens[index].start == start + match.start()

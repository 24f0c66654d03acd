"""Times of the clock and parts of the day: ``10:45 p.m.``, ``0737 GMT``, ``around midnight``, ``in the evening``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from divergence.facts.time.atoms import EDGE, WEEKDAY, Atom, Rule, atom, compiled, edge_of
from divergence.facts.time.count import COUNT, LASTING, read_amount
from divergence.facts.time.moment import Moment
from divergence.lexicon import calendar
from divergence.lexicon.cardinals import HOURS
from divergence.model.fact import Hedge

PART = "(?:" + "|".join(sorted((p.replace(" ", r"\s") for p in calendar.PARTS), key=len, reverse=True)) + ")"
"""A pattern of the parts of the day."""


def part_of(text: str | None) -> str:
    """A printed part of the day as TIMEX3 writes it."""
    return calendar.PARTS[" ".join(text.lower().split())] if text else ""


def _part(match: re.Match[str]) -> Iterator[Atom]:
    overnight = match["part"].lower() == "overnight"
    found = atom(match, Moment(part=part_of(match["part"]), edge=edge_of(match)), "overnight" if overnight else "part")
    yield replace(found, weak=match["cue"] is None and not overnight)


_MIDNIGHT_THINGS = r"\s(?:rides?|snacks?|blue|sun|mass|feast|oil|express|runs?|readers?|movies?)\b"
"""What is of midnight in name, not at it: *a midnight ride through the city*."""
_CLOCK_HEDGES = (
    r"(?:(?P<hedge>(?:sometime\s|just\s|shortly\s|moments\s|soon\s|right\s|immediately\s|well\s)?(?:before|after|past)"
    r"|about|around|approximately|roughly|near|nearly|close\sto|almost)\s)?"
)
_ZONE = (
    r"(?:\s{0,2}\(?(?P<zone>(?:" + "|".join(sorted(calendar.ZONES, key=len, reverse=True)) + r")\b|[ECMP]T\b"
    r"|local\stime|(?:eastern|central|pacific|mountain)(?:\s(?:standard|daylight))?(?:\stime)?|IST\b))?"
)
_LATER_PART = rf"(?=(?:\s(?:on\s)?{WEEKDAY}\s(?P<later>morning|afternoon|evening|night)\b)?)"
"""Looked at and left for the day: ``half past four on Friday afternoon``."""
_HALF = r"(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)"


def _hedged(match: re.Match[str], found: Atom) -> Atom:
    words = (match["hedge"] or "").lower().split()
    if not words:
        return found
    near = words[0] in {"just", "shortly", "moments", "soon", "right", "immediately"} or words == ["past"]
    hedge = {"before": Hedge.LESS_THAN, "after": Hedge.MORE_THAN, "past": Hedge.MORE_THAN}.get(words[-1], Hedge.ABOUT)
    return replace(found, hedge=hedge, moment=replace(found.moment, near=near))


def _zone_of(match: re.Match[str]) -> int | None:
    return calendar.ZONES.get((match["zone"] or "").lower())


def _twelve(match: re.Match[str]) -> Iterator[Atom]:
    """``10:45 p.m.``, ``7.30pm``, ``10 a.m. EST``."""
    hour, minute = int(match["hour"]) % 12, match["minute"]
    hour += 12 if match["half"].lower().startswith("p") else 0
    moment = Moment(hour=hour, minute=int(minute) if minute else None, zone=_zone_of(match))
    if int(match["hour"]) <= 12:
        yield _hedged(match, atom(match, moment, "clock-12"))


def _twenty_four(match: re.Match[str]) -> Iterator[Atom]:
    """``at 19:30``, ``0737 GMT``, ``0500 hours``; a bare ``7:41`` could be a score and is left alone."""
    hour, minute = int(match["hour"]), int(match["minute"])
    colon = ":" in match[0]
    hedged = match["hedge"] and (colon or _is_told_at(match))
    named = match["at"] or hedged or match["zone"] or (match["hours"] and not _is_length(match))
    if hour < 24 and minute < 60 and named:
        unclear = colon and match["hour"][0] != "0" and 1 <= hour <= 12 and not match["hours"]
        found = atom(match, Moment(hour=hour, minute=minute, zone=_zone_of(match), twelve=unclear), "clock-24")
        yield _hedged(match, replace(found, start=match.start("hedge" if match["hedge"] else "hour")))


def _is_told_at(match: re.Match[str]) -> bool:
    """Whether four digits behind *at about* end what is told, so that they count nothing: ``at about 1530.``"""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    return before.lower().endswith("at ") and re.match(r"[.,;)]|$|\s(?:on|when|as|and)\b", behind) is not None


def _is_length(match: re.Match[str]) -> bool:
    """Whether ``1500 hours`` lasted: ``logged 1500 hours``, ``1500 hours of training``."""
    lasted = LASTING.search(match.string[: match.start("hour")][-16:])
    return bool(lasted) or match.string.startswith(" of ", match.end("hours"))


_PAST_THE_HOUR = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def _spoken(match: re.Match[str]) -> Iterator[Atom]:
    """``half past nine``, ``a quarter to five``."""
    amount = read_amount(match["hour"])
    minutes = _PAST_THE_HOUR[match["minutes"].lower().replace(" ", "-")]
    if amount is None or not 1 <= amount.low <= 12 or amount.low % 1:
        return
    total = int(amount.low) * 60 + (minutes if match["way"].lower() == "past" else -minutes)
    moment = Moment(hour=total // 60, minute=total % 60, twelve=True)
    half = {"a": "morning", "p": "afternoon"}.get((match["half"] or "")[:1].lower())
    yield _hedged(match, atom(match, _in_part(moment, half or match["part"] or match["later"]), "spoken-clock"))


def _spoken_minutes(match: re.Match[str]) -> Iterator[Atom]:
    """``ten minutes to nine``."""
    hour, count = read_amount(match["hour"]), read_amount(match["count"])
    if hour is None or count is None or count.low != count.high or not 0 < count.low < 60 or count.low % 1:
        return
    total = int(hour.low) * 60 + int(count.low) * (1 if match["way"].lower() == "past" else -1)
    moment = Moment(hour=total // 60, minute=total % 60, twelve=True)
    yield _hedged(match, atom(match, _in_part(moment, match["part"] or match["later"]), "spoken-clock"))


def _half_hour(match: re.Match[str]) -> Iterator[Atom]:
    """``at half seven``, as the British say for half past."""
    hour = read_amount(match["hour"])
    if hour is not None:
        yield _hedged(match, atom(match, Moment(hour=int(hour.low), minute=30, twelve=True), "spoken-clock"))


def _clock_h(match: re.Match[str]) -> Iterator[Atom]:
    """``19h30``."""
    moment = Moment(hour=int(match["hour"]), minute=int(match["minute"]), zone=_zone_of(match))
    yield _hedged(match, atom(match, moment, "clock-24"))


def _in_part(moment: Moment, part: str | None) -> Moment:
    """An hour with the part of the day that says which half it is in: ``9 in the evening``."""
    if not part:
        return moment
    hour = (moment.hour or 0) % 12
    late = part_of(part) in {"AF", "EV"} or (part_of(part) == "NI" and hour >= 5)
    return replace(moment, hour=hour + 12 * late, twelve=False)


def _hour_of_part(match: re.Match[str]) -> Iterator[Atom]:
    """``at 9 in the morning``."""
    amount = read_amount(match["hour"])
    if amount and 1 <= amount.low <= 12 and amount.low % 1 == 0:
        moment = _in_part(Moment(hour=int(amount.low), minute=None), match["part"])
        yield _hedged(match, atom(match, moment, "hour-of-part"))


def _o_clock(match: re.Match[str]) -> Iterator[Atom]:
    amount = read_amount(match["hour"])
    if amount and amount.low <= 12:
        moment = _in_part(Moment(hour=int(amount.low), twelve=True), match["later"])
        yield replace(_hedged(match, atom(match, moment, "o-clock")), weak=True)


def _named_clock(match: re.Match[str]) -> Iterator[Atom]:
    hour = {"noon": 12, "midnight": 24}[match["word"].lower()]
    yield _hedged(match, atom(match, Moment(hour=hour, minute=0, zone=_zone_of(match)), "named-clock"))


def _vague(match: re.Match[str]) -> Iterator[Atom]:
    yield atom(match, Moment(vague=calendar.VAGUE_TIMES[" ".join(match[0].lower().split())]), "vague")


CLOCK_RULES: tuple[Rule, ...] = (
    (
        "part",
        compiled(
            rf"(?<![\w\-])(?P<cue>(?:in|during|by|of|through|throughout|for)\sthe\s|(?:at|around|before|after|by|until|since)\s(?=dawn|dusk|sun|day|mid|lunch)"
            rf"|(?=(?:early|late)\s(?:in|on)\sthe\s))?{EDGE}(?:the\s)?(?P<part>{PART})\b(?![\-])"
        ),
        _part,
    ),
    (
        "clock-12",
        compiled(
            rf"(?<![\w.:,$£€\-]){_CLOCK_HEDGES}(?P<hour>\d{{1,2}})(?:(?:[:.]|:\s)(?P<minute>[0-5]\d))?\s?(?P<half>{_HALF}){_ZONE}"
        ),
        _twelve,
    ),
    (
        "clock-24",
        compiled(
            rf"(?<![\w.:,$£€\-])(?P<at>(?:at|by|until|since|from|around|about)\s(?=\d\d:|\d:\d|0\d\d\d))?{_CLOCK_HEDGES}"
            rf"(?P<hour>[0-2]?\d)(?::(?=[0-5]\d)|(?<=\d\d)(?=[0-5]\d(?!\d)))(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
            rf"(?P<hours>\s?(?:hours|hrs|h)\b)?{_ZONE}"
        ),
        _twenty_four,
    ),
    (
        "spoken-clock",
        compiled(
            rf"(?<![\w\-]){_CLOCK_HEDGES}(?:a\s)?(?:(?P<minutes>half|quarter|(?:five|ten|twenty(?:[\s\-]five)?)(?=[\s\-]past|(?<=at\sfive)\sto|(?<=at\sten)\sto|(?<=at\stwenty)\sto))[\s\-])"
            rf"(?P<way>past|to)\s(?P<hour>{HOURS}|(?<=past\s)(?:1[0-2]|[1-9])(?![\d:.,]\d|\d))\b(?!\s(?:years|of|percent|people|\w+s\b))"
            rf"(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|o['’]clock)|\s?(?P<half>{_HALF}))?{_LATER_PART}"
        ),
        _spoken,
    ),
    (
        "spoken-minutes",
        compiled(
            rf"(?<![\w\-]){_CLOCK_HEDGES}(?P<count>{COUNT})\sminutes\s(?P<way>past|to)\s(?P<hour>{HOURS})\b"
            r"(?!\s(?:years|of|percent|people|\w+s\b))(?:\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|o['’]clock))?"
            rf"{_LATER_PART}"
        ),
        _spoken_minutes,
    ),
    (
        "half-hour",
        compiled(rf"(?<=\bat\s){_CLOCK_HEDGES}half\s(?P<hour>{HOURS})\b(?!\s\w+s\b)"),
        _half_hour,
    ),
    (
        "clock-h",
        compiled(rf"(?<![\w.:,$£€\-]){_CLOCK_HEDGES}(?P<hour>[01]?\d|2[0-3])h(?P<minute>[0-5]\d)(?![\w:]|\.\d){_ZONE}"),
        _clock_h,
    ),
    (
        "hour-of-part",
        compiled(
            rf"(?<![\w.:,$£€\-]){_CLOCK_HEDGES}(?P<hour>\d{{1,2}}|(?:(?<=at\s)|(?<=around\s)|(?<=until\s)|(?<=by\s))(?:{HOURS}))(?:\so['’]clock)?\s(?:in\sthe\s|at\s(?=night))"
            rf"(?P<part>morning|afternoon|evening|night)\b"
        ),
        _hour_of_part,
    ),
    ("o-clock", compiled(rf"\b{_CLOCK_HEDGES}(?P<hour>\d{{1,2}}|{COUNT})\so['’]clock\b{_LATER_PART}"), _o_clock),
    (
        "named-clock",
        compiled(rf"(?<![\w\-]){_CLOCK_HEDGES}(?P<word>noon|midnight)\b(?!-|{_MIDNIGHT_THINGS}){_ZONE}"),
        _named_clock,
    ),
    (
        "vague",
        compiled(
            r"\b(?:"
            + "|".join(sorted((v.replace(" ", r"\s") for v in calendar.VAGUE_TIMES), key=len, reverse=True))
            + r")\b(?!\s(?:\d|few|two|three|four|five|six|ten|several|couple|decade|year|month|week|day))"
        ),
        _vague,
    ),
)

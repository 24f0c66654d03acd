"""Dates and clock times: found in the text, resolved by the article's date, compared with granularity and hedges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Day

from divergence.facts.about.slots import mention, tokens_in
from divergence.facts.about.subject import asking
from divergence.facts.time.atoms import Atom
from divergence.facts.time.date_expressions import TimeExpression, expressions
from divergence.facts.time.moment import Moment, bounds, grain, timex
from divergence.facts.time.moment_phrase import Timed, print_moment
from divergence.facts.time.moment_relation import relate_moments
from divergence.facts.time.slot import NOT_IN_TIMES, time_slot
from divergence.facts.types import FactType, Nature, Related
from divergence.language.parsed import Parsed
from divergence.model.fact import Hedge, Kind, Mention

_TOGETHER = re.compile(r",?\s?(?:or|and|into|to|through|until|-|–|/)\s?(?:on\s)?")
_DAYS_TOGETHER = 10
"""Days that a stretch of two joined dates may last; what is longer has a beginning and an end to differ on."""


def find(parsed: Parsed) -> Iterator[Mention]:
    """All dates and clock times. A day and an hour side by side are two mentions: each can be wrong alone.

    Two days in a row (``late Thursday or early Friday``, ``June 3-5``) are one stretch.
    """
    waiting: TimeExpression | None = None
    for expression in expressions(parsed):
        if expression.moment.vague and not expression.moment.offset:
            continue
        stretch = _stretch(parsed, waiting, expression) if waiting else None
        if waiting and not stretch:
            yield from _mentions(parsed, waiting)
        waiting = stretch or expression
    if waiting:
        yield from _mentions(parsed, waiting)


def _stretch(parsed: Parsed, first: TimeExpression, second: TimeExpression) -> TimeExpression | None:
    """Two neighbouring days as one stretch of days, if the text joins them."""
    start, end = first.moment.exact_day, second.moment.exact_day
    between = parsed.article.text[first.end : second.start]
    if first.clock or second.clock or not (start and end and first.calendar and _TOGETHER.fullmatch(between)):
        return None
    most = 1 if between.split() and between.split(",")[-1].split()[:1] == ["and"] else _DAYS_TOGETHER
    if not 1 <= (end - start).days <= most:
        return None
    return TimeExpression(first.start, second.end, first.calendar, None, Moment(window=(start, end)))


def _mentions(parsed: Parsed, expression: TimeExpression) -> list[Mention]:
    """The day and the hour of an expression, in the order of the text."""
    calendar, clock = expression.calendar, expression.clock
    found = []
    if calendar:
        day = replace(expression.moment, hour=None, minute=None, zone=None, near=False)
        alone = replace(calendar, start=expression.start, end=expression.end) if clock is None else calendar
        found.append(_mention(parsed, alone, day if clock is None else replace(day, part=calendar.moment.part)))
    if clock:
        found.append(_mention(parsed, clock, expression.moment))
    return sorted(found, key=lambda m: m.span)


def _mention(parsed: Parsed, atom: Atom, moment: Moment) -> Mention:
    first, last = tokens_in(parsed, atom.start, atom.end)
    found = mention(parsed, atom.start, atom.end, Kind.DATE, replace(moment, form=atom.rule), atom.rule)
    slot = time_slot(parsed, first, last)
    hedged = moment.clock or moment.offset or atom.hedge is Hedge.ABOUT
    return replace(found, slot=slot, hedge=atom.hedge if hedged else Hedge.EXACTLY)


def moment_of(mention: Mention) -> Moment:
    """The value of a date's mention."""
    assert isinstance(mention.value, Moment)
    return mention.value


def form_of(mention: Mention) -> str:
    """How a date is written; two that are written in one way may stand for each other in a frame."""
    return moment_of(mention).form


def is_unresolved(mention: Mention) -> bool:
    """Whether a mention's place in the calendar hangs on the article's own date, which is missing."""
    if mention.kind is not Kind.DATE:
        return False
    moment = moment_of(mention)
    told = moment.shift is not None or moment.weekday is not None or moment.month is not None
    return told and not moment.dated and moment.offset is None


def unresolved(mentions: Iterable[Mention]) -> bool:
    """Whether any date of an article could not be resolved, so that the pipeline raises one notice for it."""
    return any(is_unresolved(m) for m in mentions)


def relate(a: Mention, b: Mention) -> Related:
    """How two dates of one happening stand to each other."""
    return relate_moments(Timed(moment_of(a), a.hedge), Timed(moment_of(b), b.hedge))


def phrase(mention: Mention) -> str:
    """``26 October 2025, night``, ``about 22:45``, ``Sunday``."""
    return print_moment(Timed(moment_of(mention), mention.hedge))


def over_by(mention: Mention) -> Day | None:
    """The day on which a date's time is over, where the calendar tells it."""
    stretch = bounds(moment_of(mention))
    return stretch[1].date() if stretch else None


def fields(mention: Mention) -> dict[str, str | None]:
    """The TIMEX3 value, the granularity, and the first and last instant where the calendar is known."""
    moment = moment_of(mention)
    stretch = bounds(moment)
    return {
        "timex": timex(moment),
        "granularity": grain(moment),
        "modifier": moment.edge or None,
        "anchor": ("after" if moment.offset[0] > 0 else "before") if moment.anchored and moment.offset else None,
        "earliest": stretch[0].isoformat() if stretch else None,
        "latest": stretch[1].isoformat() if stretch else None,
    }


DATE = FactType(
    kind=Kind.DATE,
    find=find,
    relate=relate,
    phrase=phrase,
    fields=fields,
    nature=Nature.POINT,
    noun="date",
    given="Date or time given",
    asks="When",
    about="when something happened",
    subject=asking("when"),
    rules_out=NOT_IN_TIMES,
)

__all__ = ["DATE", "TimeExpression", "is_unresolved", "moment_of", "unresolved"]

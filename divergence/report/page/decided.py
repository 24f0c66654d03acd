"""What editors decided, ready to be shown on the findings that it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from divergence.model.comparison import Comparison
from divergence.model.decision import Decision
from divergence.report.page.findings import Card, Decided
from divergence.report.page.sources import Date, parse_date
from divergence.report.visible import visible


def show_decision(decision: Decision) -> Decided:
    """One decision on one line."""
    return Decided(
        state=decision.state,
        ground=decision.ground,
        reason=visible(decision.reason),
        who=visible(decision.who),
        when=_date(decision.when),
        until=_date(decision.until),
    )


def _date(day: date | None) -> Date | None:
    return parse_date(day.isoformat()) if day else None


def with_decisions(cards: list[Card], comparison: Comparison) -> list[Card]:
    """The cards with what was decided on them in this story."""
    known = {d.id: show_decision(d) for d in comparison.decisions if d.story == comparison.story.id}
    return [replace(card, decision=known.get(card.id)) for card in cards]

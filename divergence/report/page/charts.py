"""Figures over time: the values of one fact against the dates of the articles, as the geometry of a small chart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice

from divergence.facts import FIGURES, fact_type, figure_of
from divergence.lexicon.plurals import plural
from divergence.model.comparison import Comparison, Divergence, Verdict
from divergence.model.fact import Hedge, Kind, Mention
from divergence.model.text import Article
from divergence.report.page.passages import letter
from divergence.report.page.sources import Date, Desk, Source
from divergence.report.visible import visible

WIDTH, HEIGHT = 480, 200
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 24, 34
_MOST_POINTS = 60
MOST_CHARTS = 24
"""Figures that a report shows."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis, in the chart's units."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Day:
    """A labelled place on the time axis."""

    at: float
    date: Date


@dataclass(frozen=True, slots=True)
class Point:
    """What one article says: a value, or a range from ``top`` to ``bottom``, at its date."""

    source: Source
    letter: str
    value: str
    x: float
    top: float
    bottom: float
    opens: str
    """``up`` (at least, more than), ``down`` (at most, less than) or empty."""
    labelled: bool
    """Whether its label stands beside it, rather than only in its title."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One figure over time. ``x`` grows to the right and ``y`` downwards, from 0 to ``width`` and ``height``."""

    finding: str
    """Id of the finding whose values it shows."""
    subject: str
    unit: str
    width: int
    height: int
    baseline: float
    """Where the time axis lies."""
    left: float
    right: float
    days: tuple[Day, ...]
    values: tuple[Tick, ...]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Figure:
    """One mention's value as numbers."""

    day: date
    low: Decimal
    high: Decimal
    unit: str
    letter: str
    value: str
    mention: Mention


def draw_charts(comparison: Comparison, desk: Desk) -> tuple[Chart, ...]:
    """A chart for each finding that has several values on several days; the weightiest findings come first.

    A lead has none: a chart would tell more than is known.
    """
    told = (d for d in comparison.divergences if d.verdict is not Verdict.LEAD)
    charts = (draw_chart(divergence, desk) for divergence in told)
    return tuple(islice((chart for chart in charts if chart), MOST_CHARTS))


def _unit(divergence: Divergence, unit: str) -> str:
    """The unit as it stands beside an axis: lengths of time in the plural, *hours*."""
    return plural(unit) if divergence.kind is Kind.DURATION and unit else unit


def draw_chart(divergence: Divergence, desk: Desk) -> Chart | None:
    """The chart of one finding; None where its values are no figures of one unit, or stand on one day."""
    if fact_type(divergence.kind).nature not in FIGURES:
        return None
    figures = _figures(divergence, desk)
    days = sorted({figure.day for figure in figures})
    one_unit = len({figure.unit for figure in figures}) == 1
    if len(days) < 2 or not one_unit or len({figure.letter for figure in figures}) < 2:
        return None
    top = max(figure.high for figure in figures)
    return Chart(
        finding=divergence.id,
        subject=visible(divergence.subject),
        unit=_unit(divergence, figures[0].unit),
        width=WIDTH,
        height=HEIGHT,
        baseline=HEIGHT - _BOTTOM,
        left=_LEFT,
        right=WIDTH - _RIGHT,
        days=tuple(Day(_x(d, days), Date(d.isoformat(), d.year, d.month, d.day)) for d in _spaced(days)),
        values=tuple(Tick(_y(value, top), f"{value:f}") for value in _round_values(top)),
        points=_points(figures, days, top, desk),
    )


def _figures(divergence: Divergence, desk: Desk) -> list[_Figure]:
    """One figure for each article and reading, in the order of time."""
    found: dict[tuple[str, str], _Figure] = {}
    for index, reading in enumerate(divergence.readings):
        for mention in reading.mentions:
            article = desk.articles.get(mention.span.article)
            figure = _figure(mention, article, letter(index), reading.value) if article else None
            if figure:
                found.setdefault((mention.span.article, figure.letter), figure)
    return sorted(found.values(), key=lambda f: (f.day, f.mention.span, f.letter))[:_MOST_POINTS]


def _figure(mention: Mention, article: Article, name: str, value: str) -> _Figure | None:
    try:
        day = date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None
    known = figure_of(mention)
    if known is None or not all(end.is_finite() and end >= 0 for end in (known.low, known.high)):
        return None
    return _Figure(day, known.low, known.high, known.unit, name, value, mention)


def _points(figures: list[_Figure], days: list[date], top: Decimal, desk: Desk) -> tuple[Point, ...]:
    """Points of one day stand side by side."""
    points: list[Point] = []
    for day in days:
        same_day = [figure for figure in figures if figure.day == day]
        room = min(16.0, (WIDTH - _LEFT - _RIGHT) / (len(days) * (len(same_day) + 1)))
        for place, figure in enumerate(same_day):
            x = _x(day, days) + (place - (len(same_day) - 1) / 2) * room
            points.append(_point(figure, round(x, 1), top, desk, labelled=len(figures) <= 16))
    return tuple(points)


def _point(figure: _Figure, x: float, top: Decimal, desk: Desk, *, labelled: bool) -> Point:
    hedge = figure.mention.hedge
    opens = "up" if hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) else ""
    opens = "down" if hedge in (Hedge.AT_MOST, Hedge.LESS_THAN) else opens
    return Point(
        source=desk.sources[figure.mention.span.article],
        letter=figure.letter,
        value=visible(figure.value),
        x=x,
        top=_y(figure.high, top),
        bottom=_y(figure.low, top),
        opens=opens,
        labelled=labelled,
    )


def _x(day: date, days: list[date]) -> float:
    width = WIDTH - _LEFT - _RIGHT - 80
    return round(_LEFT + 40 + width * (day - days[0]).days / (days[-1] - days[0]).days, 1)


def _y(value: Decimal, top: Decimal) -> float:
    height = HEIGHT - _TOP - _BOTTOM
    return round(HEIGHT - _BOTTOM - float(value / top if top else 0) * height, 1)


def _spaced(days: list[date]) -> list[date]:
    """Days far enough apart for their labels: the first and the last always."""
    kept = [days[0]]
    for day in days[1:-1]:
        if _x(day, days) - _x(kept[-1], days) >= 72 and _x(days[-1], days) - _x(day, days) >= 72:
            kept.append(day)
    return [*kept, days[-1]]


def _round_values(top: Decimal) -> list[Decimal]:
    """Three to six round values from 0 to the greatest."""
    if top <= 0:
        return [Decimal(0)]
    step = Decimal(1).scaleb(top.adjusted())
    for factor in (Decimal("0.2"), Decimal("0.5"), Decimal(1), Decimal(2)):
        if top / (step * factor) <= 5:
            step *= factor
            break
    return [step * i for i in range(int(top / step) + 1)]

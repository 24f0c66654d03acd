from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from made_comparison import make_comparison

from divergence.facts import Figure
from divergence.model.comparison import Comparison, Verdict
from divergence.model.fact import Kind
from divergence.report.page import charts
from divergence.report.page.charts import _round_values, _spaced, _x, _y, draw_chart, draw_charts
from divergence.report.page.sources import open_desk


def test_figures_with_several_dates_get_a_chart(comparison: Comparison) -> None:
    charts = draw_charts(comparison, open_desk(comparison.story))
    assert [c.finding for c in charts] == ["d-1f0c9a52", "d-77aa0b13", "d-90be44d1"]
    points = {(p.source.id, p.value, p.opens) for p in charts[0].points}
    assert points == {("A", "14", ""), ("C", "14", ""), ("D", "14", "up"), ("B", "17", ""), ("E", "18", "")}


def test_a_lead_gets_no_chart(comparison: Comparison) -> None:
    leads = tuple(replace(d, verdict=Verdict.LEAD) for d in comparison.divergences)
    assert draw_charts(comparison, open_desk(comparison.story))
    assert draw_charts(replace(comparison, divergences=leads), open_desk(comparison.story)) == ()


def test_time_runs_to_the_right_and_value_upwards(comparison: Comparison) -> None:
    chart = draw_charts(comparison, open_desk(comparison.story))[0]
    assert [p.x for p in chart.points] == sorted(p.x for p in chart.points)
    heights = {p.value: p.top for p in chart.points}
    assert heights["18"] < heights["17"] < heights["14"] < chart.baseline
    assert all(0 <= p.x <= chart.width and 0 <= p.top <= chart.height for p in chart.points)


def test_one_day_gives_no_chart() -> None:
    made = make_comparison()
    articles = tuple(replace(a, published="2025-03-04") for a in made.story.articles)
    story = replace(made.story, articles=articles)
    assert draw_chart(made.divergences[0], open_desk(story)) is None


@pytest.mark.parametrize("low", ["NaN", "Infinity", "-1", None])
def test_values_that_are_no_numbers_give_no_chart(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch, low: str | None
) -> None:
    figure = Figure(Decimal(low), Decimal(9)) if low else None
    monkeypatch.setattr(charts, "figure_of", lambda mention: figure)
    assert draw_chart(comparison.divergences[0], open_desk(comparison.story)) is None


def test_units_are_not_mixed(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "figure_of", lambda m: Figure(Decimal(3), Decimal(3), m.span.article))
    assert draw_chart(comparison.divergences[0], open_desk(comparison.story)) is None


def test_lengths_of_time_are_drawn_in_the_plural_of_their_unit(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(comparison.story)
    monkeypatch.setattr(charts, "figure_of", lambda m: Figure(Decimal(m.span.start), Decimal(m.span.start), "hour"))
    for kind, unit in ((Kind.DURATION, "hours"), (Kind.MONEY, "hour")):
        chart = draw_chart(replace(comparison.divergences[0], kind=kind), desk)
        assert chart is not None
        assert chart.unit == unit


def test_axis_values_are_round_and_few() -> None:
    for top in ("0", "1", "18", "60", "99", "1234", "0.07", "3e12"):
        values = _round_values(Decimal(top))
        assert values[0] == 0
        assert 1 <= len(values) <= 11
        assert values[-1] <= Decimal(top)


@pytest.mark.parametrize(
    ("top", "values"),
    [
        ("0", "0"),
        ("1", "0 0.2 0.4 0.6 0.8 1.0"),
        ("2", "0 0.5 1.0 1.5 2.0"),
        ("5", "0 1 2 3 4 5"),
        ("6", "0 2 4 6"),
        ("18", "0 5 10 15"),
        ("26", "0 10 20"),
        ("99", "0 20 40 60 80"),
        ("100", "0 20 40 60 80 100"),
        ("0.07", "0 0.02 0.04 0.06"),
    ],
)
def test_an_axis_has_these_values(top: str, values: str) -> None:
    assert _round_values(Decimal(top)) == [Decimal(value) for value in values.split()]


def test_days_lie_along_the_axis_by_their_distance() -> None:
    days = [date(2030, 3, 1), date(2030, 3, 2), date(2030, 3, 5)]
    first, second, last = (_x(day, days) for day in days)
    assert (second - first) * 4 == pytest.approx(last - first, abs=0.5)
    assert first == charts._LEFT + 40
    assert last == charts.WIDTH - charts._RIGHT - 40


def test_a_value_stands_as_high_as_its_share_of_the_greatest() -> None:
    ground, top, half = (_y(Decimal(value), Decimal(8)) for value in (0, 8, 4))
    assert (ground, top) == (charts.HEIGHT - charts._BOTTOM, charts._TOP)
    assert half == pytest.approx((ground + top) / 2, abs=0.1)
    assert _y(Decimal(0), Decimal(0)) == ground


@pytest.mark.parametrize(("kept", "offset"), [(True, 73.0), (False, 71.0)])
def test_a_label_needs_room_on_both_sides(kept: bool, offset: float) -> None:
    length = 10_000
    width = charts.WIDTH - charts._LEFT - charts._RIGHT - 80
    start, far = date(2000, 1, 1), timedelta(days=round(length * offset / width))
    end = start + timedelta(days=length)
    for day in (start + far, end - far):
        assert _spaced([start, day, end]) == ([start, day, end] if kept else [start, end])


def test_points_of_one_day_stand_side_by_side(comparison: Comparison) -> None:
    chart = draw_charts(comparison, open_desk(comparison.story))[0]
    xs = [point.x for point in chart.points]
    assert len(set(xs)) == len(xs)
    assert all(point.labelled for point in chart.points)

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from made_comparison import make_comparison

from divergence.facts import Figure
from divergence.model.comparison import Comparison, Verdict
from divergence.model.fact import Kind
from divergence.report.page import charts
from divergence.report.page.charts import _round_values, draw_chart, draw_charts
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

"""A comparison in a line, and whether a model read as it was measured."""

from __future__ import annotations

import pytest
from check_results import comparison, soldiers, two_articles

from divergence.model.comparison import Exchange, ModelReading

READ, CHECKED = (Exchange(stage, "a", "b") for stage in ("read", "check"))
UNANSWERED = Exchange("check", "a", "")


@pytest.mark.parametrize(
    ("exchanges", "as_measured"),
    [((READ,), True), ((READ, CHECKED), True), ((CHECKED,), False), ((READ, UNANSWERED), False), ((), False)],
)
def test_a_model_read_as_measured_where_it_answered_all(exchanges: tuple[Exchange, ...], as_measured: bool) -> None:
    assert ModelReading("m", "1", "m", exchanges, 0, 0).as_measured is as_measured


def test_a_comparison_says_what_it_found() -> None:
    story = two_articles()
    found = repr(comparison(story, soldiers(story)))
    assert found.startswith(f"<Comparison of '{story.id}': 2 articles, 1 disagreements, 1 of high severity")
    assert comparison(story).as_measured is None
    assert "0 disagreements, 0 of high severity" in repr(comparison(story))

"""An earlier happening that an article recalls is not the news that another tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.model.comparison import Verdict
from divergence.model.text import Story
from divergence.pipeline import compare


@pytest.mark.parametrize(
    ("left", "right", "flagged"),
    [
        ("Not since 2008, when 595 workers were arrested, was a raid so large.", "on Wednesday", False),
        ("In all, 595 workers were arrested on Wednesday as a raid began.", "on Wednesday", True),
        ("In all, 595 workers were arrested in 2008 as a raid began.", "in 2008", True),
    ],
)
def test_a_figure_of_the_past_is_not_compared_with_the_news(
    story: Callable[..., Story], left: str, right: str, flagged: bool
) -> None:
    other = f"Officers swept through seven plants and said that 680 workers were arrested {right}."
    dated = story(left, other, published="2019-08-08")
    undated = replace(dated.articles[1], published=None)
    comparison = compare(replace(dated, articles=(dated.articles[0], undated)))
    assert any(d.verdict is Verdict.CONFLICT and d.kind.value == "number" for d in comparison.divergences) is flagged
    if not flagged:
        assert "one is told of a time long before the news" in {n.reason for n in comparison.not_flagged}

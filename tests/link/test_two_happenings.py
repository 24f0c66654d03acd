"""Two happenings are two facts: what an article recalls is not the news, and one number may be told of two outcomes."""

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
        assert "one refers to a time long before the news" in {n.reason for n in comparison.not_flagged}


def test_one_number_of_two_outcomes_joins_nothing(story: Callable[..., Story]) -> None:
    texts = (
        "The quake in Orvane killed at least one man on Tuesday. Walls fell in Norhaven.",
        "The quake in Orvane killed at least five people on Tuesday. Walls fell in Norhaven.",
        "The quake in Orvane on Tuesday killed at least one man. In Norhaven at least five people were injured.",
    )
    for found in compare(story(*texts, published="2024-03-05")).divergences:
        outcomes = {m.slot.outcome for r in found.readings for m in r.mentions} - {""}
        assert len(outcomes) <= 1

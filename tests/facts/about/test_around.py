"""Outcomes read from the words next to a count."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.about.around import outcome_around
from divergence.language import parse
from divergence.model.text import Article


@pytest.mark.parametrize(
    ("text", "count", "outcome"),
    [
        ("The strike killed 58 and injured dozens in town.", "dozens", "wounded"),
        ("The strike killed 58 and injured dozens in town.", "58", "killed"),
        ("Ten were killed and 25 others injured.", "25 others", "wounded"),
        ("Officials said one person has died.", "one person", "killed"),
        ("The death toll from the quake rose to 10.", "10", "killed"),
        ("The raid left 23 villagers - among them nine children - dead.", "23 villagers", "killed"),
        ("A man was killed or two wounded.", "two", "wounded"),
        ("The bomb killed or wounded 30 people.", "30 people", "casualties"),
        ("Bombing in market kills 22", "22", "killed"),
        ("Six civilians were among the dead.", "Six civilians", "killed"),
        ("Ten people were killed, including three children.", "three children", "killed"),
        ("Two gunmen wounded 14 people.", "Two gunmen", ""),
        ("A bomber killed at least 16 people and wounded 40.", "A bomber", ""),
        ("25 civilians killed 80 injured in attack", "25 civilians", "killed"),
        ("Four officials met in town.", "Four officials", ""),
    ],
)
def test_reads_the_outcome(article: Callable[..., Article], text: str, count: str, outcome: str) -> None:
    parsed = parse(article(text))
    start = text.index(count)
    inside = [t.index for t in parsed.tokens if start <= t.start < start + len(count)]
    assert outcome_around(parsed, inside[0], inside[-1] + 1) == outcome

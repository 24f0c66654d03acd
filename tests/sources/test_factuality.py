"""What a source does with a value: only what it asserts, or reports without contradiction, is its statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.comparison import Verdict
from divergence.model.fact import Kind, Standing
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

OTHER = "The storm off the cape sank nine trawlers on Friday, the coast guard said."


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The port denied reports that 30 trawlers sank off the cape on Friday.", Standing.DENIED),
        ("The coast guard dismissed claims that 30 trawlers sank off the cape on Friday.", Standing.DENIED),
        ("There is no evidence that 30 trawlers sank off the cape on Friday.", Standing.DENIED),
        ("It is not true that 30 trawlers sank off the cape on Friday, the port said.", Standing.DENIED),
        ("Reports that 30 trawlers sank off the cape on Friday are false.", Standing.DENIED),
        ("A post that said 30 trawlers sank off the cape on Friday was taken down.", Standing.DENIED),
        ("A website wrongly reported that 30 trawlers sank off the cape on Friday.", Standing.DENIED),
        ("Had the wind turned, 30 trawlers would have sunk off the cape on Friday.", Standing.SUPPOSED),
        ("If the wind had turned, 30 trawlers might have been lost off the cape on Friday.", Standing.SUPPOSED),
        ("The port first said that 30 trawlers sank off the cape, then lowered the figure.", Standing.SUPERSEDED),
        ("The storm off the cape sank 30 trawlers on Friday, the port said.", Standing.ASSERTED),
        ("The port said that 30 trawlers sank off the cape on Friday.", Standing.ASSERTED),
        ("The port denied the request. The storm sank 30 trawlers off the cape on Friday.", Standing.ASSERTED),
        ("The owner denied guilt, but 30 trawlers sank off the cape on Friday.", Standing.ASSERTED),
        ("The port first said that 30 trawlers sank, and that all men were safe.", Standing.ASSERTED),
        ("Reports that 30 trawlers sank off the cape on Friday shook the town.", Standing.ASSERTED),
    ],
)
def test_standing_follows_from_the_words_around_a_value(
    story: Callable[..., Story], text: str, standing: Standing
) -> None:
    (article,) = story(text).articles
    _, mentions = read_article(article, Options())
    (count,) = (m for m in mentions if m.kind is Kind.NUMBER and "30" in m.text)
    assert count.standing is standing


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The port denied reports that the storm off the cape sank 30 trawlers on Friday.", False),
        ("Had the wind turned, the storm off the cape would have sunk 30 trawlers on Friday.", False),
        ("The storm off the cape sank 30 trawlers on Friday, the coast guard said.", True),
    ],
)
def test_only_what_is_asserted_is_compared(story: Callable[..., Story], text: str, flagged: bool) -> None:
    found = [d for d in compare(story(text, OTHER)).divergences if d.verdict is Verdict.CONFLICT]
    assert bool([d for d in found if d.kind is Kind.NUMBER]) is flagged

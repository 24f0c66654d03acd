"""What a source does with a value: only what it asserts, or reports without contradiction, is its statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.comparison import Verdict
from divergence.model.fact import Factuality, Kind
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

OTHER = "The storm off the cape sank nine trawlers on Friday, the coast guard said."


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The port denied reports that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("The coast guard dismissed claims that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("There is no evidence that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("It is not true that 30 trawlers sank off the cape on Friday, the port said.", Factuality.DENIED),
        ("Reports that 30 trawlers sank off the cape on Friday are false.", Factuality.DENIED),
        ("A post that said 30 trawlers sank off the cape on Friday was taken down.", Factuality.DENIED),
        ("A website wrongly reported that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("Had the wind turned, 30 trawlers would have sunk off the cape on Friday.", Factuality.SUPPOSED),
        ("If the wind had turned, 30 trawlers might have been lost off the cape on Friday.", Factuality.SUPPOSED),
        ("The port first said that 30 trawlers sank off the cape, then lowered the figure.", Factuality.SUPERSEDED),
        ("The storm off the cape sank 30 trawlers on Friday, the port said.", Factuality.ASSERTED),
        ("The port said that 30 trawlers sank off the cape on Friday.", Factuality.ASSERTED),
        ("The port denied the request. The storm sank 30 trawlers off the cape on Friday.", Factuality.ASSERTED),
        ("The owner denied guilt, but 30 trawlers sank off the cape on Friday.", Factuality.ASSERTED),
        ("The port first said that 30 trawlers sank, and that all men were safe.", Factuality.ASSERTED),
        ("Reports that 30 trawlers sank off the cape on Friday shook the town.", Factuality.ASSERTED),
    ],
)
def test_standing_follows_from_the_words_around_a_value(
    story: Callable[..., Story], text: str, standing: Factuality
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

"""*The sole casualty* states one, as *a single soldier* does: more than one contradicts it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.fact import Kind, Means
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Build = Callable[..., Story]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The driver was the sole casualty of the crash.", Means.OWN_WORDS),
        ("A guard was the only fatality.", Means.OWN_WORDS),
        ("The only person killed was a fisherman.", Means.OWN_WORDS),
        ("Orvane has the only harbour on the coast.", Means.NOUN),
        ("A guard was killed on the coast.", Means.NOUN),
    ],
)
def test_the_sole_one_whom_something_befell_is_a_count_of_one(story: Build, text: str, means: Means) -> None:
    _, mentions = read_article(*story(text).articles, Options())
    assert means in {m.means for m in mentions if m.kind is Kind.NUMBER}

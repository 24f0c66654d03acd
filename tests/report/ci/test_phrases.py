from __future__ import annotations

from dataclasses import replace

import pytest
from check_results import comparison, soldiers, two_articles

from divergence.report.ci.phrases import headline
from divergence.report.ci.whole import whole


@pytest.mark.parametrize(
    ("subject", "begins"),
    [("toll of the fire", "Toll of the fire: 5 (The Herald)"), ("how many died?", "How many died? 5 (The Herald)")],
)
def test_what_is_asked_needs_no_colon(subject: str, begins: str) -> None:
    story = two_articles()
    (finding,) = whole(comparison(story, replace(soldiers(story), subject=subject))).findings
    assert headline(finding).startswith(begins)

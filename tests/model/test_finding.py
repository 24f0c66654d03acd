"""A finding as a check reports it, and what a check could not read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_results import comparison, soldiers, two_articles

from divergence.model.finding import CheckResult, Finding, cannot_conclude
from divergence.model.text import Notice

STORY = two_articles()
ONE = soldiers(STORY)


def test_the_other_mentions_of_a_finding_stand_in_the_order_of_the_articles() -> None:
    mentions = [m for reading in ONE.readings for m in reading.mentions]
    assert len(mentions) == 2
    assert Finding(STORY, ONE, mentions[0]).others == (mentions[1],)
    assert Finding(STORY, ONE, mentions[1]).others == (mentions[0],)
    assert Finding(STORY, ONE, mentions[0]).fingerprint == f"{STORY.id}/{ONE.id}"


@pytest.mark.parametrize(("code", "inconclusive"), [("single-article", True), ("date-unresolved", False)])
def test_a_comparison_of_one_article_says_nothing(code: str, inconclusive: bool) -> None:
    notice = Notice(code, "told")
    assert cannot_conclude(replace(comparison(STORY), notices=(notice,))) is inconclusive
    assert cannot_conclude(comparison(replace(STORY, notices=(notice,)))) is inconclusive
    assert not cannot_conclude(comparison(STORY))


@pytest.mark.parametrize(("code", "is_unread"), [("model-failed", True), ("date-unresolved", False)])
def test_what_was_not_read_is_named(code: str, is_unread: bool) -> None:
    notice = Notice(code, "told")
    assert CheckResult((), (STORY,), (notice,)).unread == ((notice,) if is_unread else ())


def test_a_check_fails_where_a_finding_does() -> None:
    finding = Finding(STORY, ONE, ONE.readings[0].mentions[0])
    assert not CheckResult((finding,), (STORY,), ()).fails
    assert CheckResult((finding, replace(finding, fails=True)), (STORY,), ()).fails

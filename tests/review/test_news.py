"""Which disagreements are news."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from check_results import article, comparison, mention, soldiers, two_articles

from divergence.model.comparison import Divergence, Reading, Relation, Severity, Verdict
from divergence.model.decision import Decision, Standing
from divergence.model.finding import Finding
from divergence.model.text import Story
from divergence.review.news import Before, changed_articles, find_news, ranked, remember
from divergence.review.settings import Settings

DAY = date(2030, 1, 1)
STORY = two_articles()
KNOWN = soldiers(STORY)


def with_third(text: str, value: str) -> tuple[Story, Divergence]:
    """The story with a third article, whose mention joins the reading of its value."""
    third = article("C", text, "input/border-talks/wire.txt", "Wire")
    story = replace(STORY, articles=(*STORY.articles, third))
    said = mention(third, f"{value} soldiers")
    readings = [
        replace(r, mentions=(*r.mentions, said)) if r.value == value else r
        for r in soldiers(story_of_two(story)).readings
    ]
    if value not in {r.value for r in readings}:
        readings.append(Reading(value, (said,)))
    return story, replace(KNOWN, id="d-other", readings=tuple(readings))


def story_of_two(story: Story) -> Story:
    return replace(story, articles=story.articles[:2])


def news(story: Story, divergence: Divergence, before: Before, **settings: object) -> list[str]:
    found = find_news(comparison(story, divergence), before, replace(Settings(), **settings), DAY)  # type: ignore[arg-type]
    return [f"{f.standing}{' fails' if f.fails else ''}" for f in found]


def test_without_a_before_everything_is_new() -> None:
    assert news(STORY, KNOWN, Before()) == ["new fails"]


def test_a_disagreement_of_old_articles_is_no_news() -> None:
    assert news(STORY, KNOWN, Before(changed=frozenset())) == []


def test_a_new_value_is_news_and_points_at_the_new_article() -> None:
    story, divergence = with_third("Later 40 soldiers were said to have died.\n", "40")
    before = Before(frozenset("C"), (remember(STORY, KNOWN),))
    (found,) = find_news(comparison(story, divergence), before, Settings(), DAY)
    assert found.primary.text == "40 soldiers"


def test_a_known_value_in_a_new_article_is_no_news_even_under_another_id() -> None:
    story, divergence = with_third("In all 23 soldiers died, officials said.\n", "23")
    assert divergence.id != KNOWN.id
    assert news(story, divergence, Before(frozenset("C"), (remember(STORY, KNOWN),))) == []


def test_equal_values_of_another_fact_are_news() -> None:
    story, divergence = with_third("In all 23 soldiers died, officials said.\n", "23")
    elsewhere = two_articles(path_a="x.txt", path_b="y.txt")
    assert news(story, divergence, Before(frozenset("C"), (remember(elsewhere, soldiers(elsewhere)),))) == ["new fails"]


def test_what_the_baseline_lists_is_no_news() -> None:
    assert news(STORY, KNOWN, Before(known=frozenset({"d-1"}))) == []


def test_only_conflicts_are_reported() -> None:
    assert news(STORY, replace(KNOWN, verdict=Verdict.COMPATIBLE), Before()) == []


@pytest.mark.parametrize(("standing", "word"), [(Standing.ACCEPTED, "accepted"), (Standing.REJECTED, "rejected")])
def test_a_decision_holds_for_its_story_until_its_day(standing: Standing, word: str) -> None:
    decision = Decision(standing, "border-talks", "d-1", "", "why", until=DAY)
    assert news(STORY, KNOWN, Before(decisions=(decision,))) == [word]
    assert news(STORY, KNOWN, Before(decisions=(replace(decision, story="other"),))) == ["new fails"]
    assert news(STORY, KNOWN, Before(decisions=(replace(decision, until=date(2029, 12, 31)),))) == ["new fails"]


@pytest.mark.parametrize(
    ("severity", "fail_on", "fails"),
    [
        (Severity.HIGH, "high", True),
        (Severity.MEDIUM, "high", False),
        (Severity.MEDIUM, "medium", True),
        (Severity.LOW, "medium", False),
        (Severity.LOW, "low", True),
        (Severity.HIGH, "never", False),
    ],
)
def test_what_fails_is_apart_from_what_is_shown(severity: Severity, fail_on: str, fails: bool) -> None:
    shown = news(STORY, soldiers(STORY, severity=severity), Before(), fail_on=fail_on)
    assert shown == ["new fails" if fails else "new"]


def test_a_finding_below_the_confidence_asked_for_does_not_fail() -> None:
    assert news(STORY, KNOWN, Before(), min_confidence=0.95) == ["new"]


def test_an_article_is_changed_where_its_text_or_date_is_and_not_where_it_moved() -> None:
    first, second = STORY.articles
    moved = replace(STORY, articles=(replace(first, path="elsewhere.txt", id="B"), second))
    redated = replace(STORY, articles=(replace(first, published="2030-01-01"), second))
    assert changed_articles(moved, STORY) == frozenset()
    assert changed_articles(redated, STORY) == {"A"}
    assert changed_articles(STORY, None) == {"A", "B"}


@pytest.mark.parametrize(
    ("relation", "severity", "doubted", "fail_on", "fails"),
    [
        (Relation.UPDATES, Severity.LOW, "", "medium", False),
        (Relation.UPDATES, Severity.LOW, "B", "medium", True),
        (Relation.UPDATES, Severity.MEDIUM, "B", "high", True),
        (Relation.UPDATES, Severity.LOW, "B", "high", False),
        (Relation.UPDATES, Severity.LOW, "B", "never", False),
        (Relation.UPDATES, Severity.LOW, "Z", "medium", False),
        (Relation.CONFLICTS, Severity.LOW, "B", "medium", False),
    ],
)
def test_by_a_doubtful_date_no_disagreement_weighs_less(
    relation: Relation, severity: Severity, doubted: str, fail_on: str, fails: bool
) -> None:
    divergence = replace(KNOWN, relation=relation, severity=severity)
    before = Before(doubted=frozenset(doubted))
    assert news(STORY, divergence, before, fail_on=fail_on) == ["new fails" if fails else "new"]


def test_a_finding_as_sure_as_was_asked_for_fails() -> None:
    assert news(STORY, KNOWN, Before(), min_confidence=KNOWN.confidence) == ["new fails"]


def test_an_entry_of_a_file_is_no_new_article_under_another_number() -> None:
    first, second = STORY.articles
    moved = replace(STORY, articles=(replace(first, part=3), second))
    assert changed_articles(moved, STORY) == frozenset()


def test_findings_stand_by_what_fails_what_was_decided_weight_and_confidence() -> None:
    made = [
        Finding(
            STORY,
            replace(KNOWN, id=id, severity=severity, confidence=sure),
            KNOWN.readings[0].mentions[0],
            standing,
            fails,
        )
        for id, fails, standing, severity, sure in (
            ("d-1", True, Standing.NEW, Severity.LOW, 0.5),
            ("d-2", False, Standing.NEW, Severity.HIGH, 0.5),
            ("d-3", False, Standing.NEW, Severity.MEDIUM, 0.9),
            ("d-4", False, Standing.NEW, Severity.MEDIUM, 0.5),
            ("d-5", False, Standing.NEW, Severity.MEDIUM, 0.5),
            ("d-6", False, Standing.ACCEPTED, Severity.HIGH, 0.9),
            ("d-7", False, Standing.REJECTED, Severity.HIGH, 0.9),
        )
    ]
    assert [f.divergence.id for f in ranked(reversed(made))] == [f"d-{n}" for n in range(1, 8)]

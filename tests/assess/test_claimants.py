"""Whose figures differ: four situations, four wordings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from divergence.assess.claimants import claimant_of, whose
from divergence.facts.quantity.quantity import Quantity
from divergence.model.comparison import Divergence, Reading, Situation, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.pipeline import compare
from divergence.report.format import Presentation
from divergence.report.markdown import render_markdown

Build = Callable[..., Story]
PLAIN = "The flood in Orvane killed {} people on Monday."
SAID = "The flood in Orvane killed {} people on Monday, {} said."


def found(story: Build, *texts: str) -> Divergence:
    """The only finding about people killed."""
    (one,) = [d for d in compare(story(*texts, published="2024-03-05")).divergences if "killed" in d.subject]
    return one


@pytest.mark.parametrize(
    ("one", "other", "situation"),
    [
        (PLAIN.format(12), PLAIN.format(31), Situation.ARTICLES),
        (SAID.format(12, "Mary Holm"), PLAIN.format(31), Situation.ARTICLE_AND_CLAIMANT),
        (SAID.format(12, "Mary Holm"), SAID.format(31, "John Baker"), Situation.CLAIMANTS),
        (SAID.format(12, "Mary Holm"), SAID.format(31, "Mary Holm"), Situation.ONE_CLAIMANT),
        (SAID.format(12, "Mary Holm"), SAID.format(31, "the mayor"), None),
        (SAID.format(12, "police sources"), SAID.format(31, "hospital officials"), Situation.CLAIMANTS),
        (SAID.format(12, "two security officials"), PLAIN.format(31), Situation.ARTICLE_AND_CLAIMANT),
        (SAID.format(12, "security officials"), SAID.format(31, "police sources"), None),
        (SAID.format(12, "the foreign ministry"), SAID.format(31, "the Norlandic Foreign Office"), None),
        (SAID.format(12, "officials"), PLAIN.format(31), Situation.ARTICLE_AND_CLAIMANT),
        (
            SAID.format(12, "the Norland Rights Group"),
            SAID.format(31, "the London-based Norland Rights Group"),
            Situation.ONE_CLAIMANT,
        ),
    ],
)
def test_whose_figures_differ_is_told(story: Build, one: str, other: str, situation: Situation | None) -> None:
    finding = found(story, one, other)
    assert finding.verdict is Verdict.CONFLICT
    assert finding.situation is situation


def made(speaker: str | None) -> Mention:
    span, value = Span("A", 0, 2), Quantity(Decimal(3), Decimal(3))
    return Mention(Kind.NUMBER, span, "12", value, Hedge.EXACTLY, Slot(), span, 0, "made", speaker)


@pytest.mark.parametrize(
    ("speakers", "claimant"),
    [
        (("Mary Holm", "Holm"), "Mary Holm"),
        (("Mary Holm", None), "Mary Holm"),
        (("officials", "officials"), "officials"),
        (("Mary Holm", "John Baker"), None),
        (("she",), None),
        ((None,), ""),
    ],
)
def test_a_claimant_is_one_or_nobody_can_be_named(speakers: tuple[str | None, ...], claimant: str | None) -> None:
    assert claimant_of([made(speaker) for speaker in speakers]) == claimant
    several = Reading("12", tuple(made(speaker) for speaker in speakers))
    plain = Reading("31", (replace(made(None), value=Quantity(Decimal(31), Decimal(31))),))
    situation, _ = whose((several, plain), several.mentions[0], plain.mentions[0])
    told = {None: None, "": Situation.ARTICLES}
    assert situation is told.get(claimant, Situation.ARTICLE_AND_CLAIMANT)


def test_the_claimants_are_named_with_their_values(story: Build) -> None:
    finding = found(story, SAID.format(12, "Mary Holm"), SAID.format(31, "John Baker"))
    assert [(c.claimant, c.value, c.articles) for c in finding.claims] == [
        ("Mary Holm", "12", ("A",)),
        ("John Baker", "31", ("B",)),
    ]
    text = render_markdown(
        compare(story(SAID.format(12, "Mary Holm"), SAID.format(31, "John Baker"))), Presentation()
    ).decode()
    assert "Whose figures: claimant against claimant; Mary Holm: 12; John Baker: 31" in text


def test_two_claimants_whom_both_articles_report_are_told_once_and_not_flagged(story: Build) -> None:
    texts = (
        "The army said 58 rebels were killed in Orvane on Monday. The rebels said 23 rebels were killed in Orvane.",
        "On Monday 58 rebels were killed in Orvane, the army said. The rebels said 23 rebels were killed in Orvane.",
    )
    comparison = compare(story(*texts, published="2024-03-05"))
    assert not [d for d in comparison.divergences if d.verdict is Verdict.CONFLICT]
    (told,) = [d for d in comparison.divergences if d.situation is Situation.CLAIMANTS]
    assert [(r.value, r.articles) for r in told.readings] == [("58", ("A", "B")), ("23", ("A", "B"))]
    assert told.why[0] == "Both articles report both values."
    assert not {a.reading.value for a in comparison.agreements} & {"58", "23"}
    assert "; both articles report both" in render_markdown(comparison, Presentation()).decode()

"""Units to divergences: severity, updates, ids that survive edits, and the order a reader sees."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.assessment import shown_forms, shown_value, stable_id
from divergence.model.comparison import Comparison, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.pipeline import compare

Build = Callable[..., Story]
LEAD = "A blast tore through the market of Orvane on Monday, {}, the mayor said.\n\nShops stayed closed.\n"


def flagged(comparison: Comparison) -> list[tuple[str, Severity, str]]:
    """Subject, severity and relation of every disagreement, in order."""
    return [(d.subject, d.severity, d.relation.value) for d in comparison.divergences if d.verdict is Verdict.CONFLICT]


def test_harm_to_people_is_of_high_severity(story: Build) -> None:
    texts = LEAD.format("killing 12 people"), LEAD.format("killing 19 people")
    assert flagged(compare(story(*texts, published="2024-03-04"))) == [
        ("How many people were killed?", Severity.HIGH, "conflicts")
    ]


def test_silent_articles_are_named(story: Build) -> None:
    texts = LEAD.format("killing 12 people"), LEAD.format("killing 19 people"), LEAD.format("a Monday")
    (found,) = [d for d in compare(story(*texts, published="2024-03-04")).divergences if d.verdict is Verdict.CONFLICT]
    assert found.silent == ("C",)
    assert [(r.value, r.articles) for r in found.readings] == [("12", ("A",)), ("19", ("B",))]


def test_an_article_with_another_count_of_the_dead_is_not_called_silent(story: Build) -> None:
    one, two = LEAD.format("killing 12 people"), LEAD.format("killing 19 people")
    other = "A year after the blast in Orvane, 300 people have been killed in the hills.\n\nShops stayed closed.\n"
    silent = "Shops in Orvane stayed closed on Monday. Two of them will open in May.\n"
    found = compare(story(one, two, other, silent, published="2024-03-04"))
    (flag,) = [d for d in found.divergences if d.verdict is Verdict.CONFLICT]
    assert flag.silent == ("D",)


def test_an_id_survives_an_edit_elsewhere(story: Build) -> None:
    one, two = LEAD.format("killing 12 people"), LEAD.format("killing 19 people")
    before = compare(story(one, two, published="2024-03-04")).divergences
    after = compare(story("Fire crews came late.\n\n" + one, two, published="2024-03-04")).divergences
    assert [d.id for d in before] == [d.id for d in after]


@pytest.mark.parametrize(
    ("kind", "about", "values"),
    [
        (Kind.MONEY, "people killed", ["12", "19"]),
        (Kind.NUMBER, "people wounded", ["12", "19"]),
        (Kind.NUMBER, "people killed", ["12", "20"]),
    ],
)
def test_an_id_tells_kind_subject_and_values_apart(kind: Kind, about: str, values: list[str]) -> None:
    assert stable_id(kind, about, values) != stable_id(Kind.NUMBER, "people killed", ["12", "19"])


def test_an_id_does_not_depend_on_the_order_of_values() -> None:
    assert stable_id(Kind.NUMBER, "people killed", ["19", "12"]) == stable_id(
        Kind.NUMBER, "people killed", ["12", "19"]
    )


def test_a_date_that_goes_on_is_no_agreement(story: Build) -> None:
    text = "In May last year a strong gale struck the market of Orvane.\n\nShops stayed closed.\n"
    values = {a.reading.value for a in compare(story(text, text, published="2024-07-04")).agreements}
    assert not {v for v in values if v.startswith("May")}


def test_a_count_of_another_event_is_told_with_it_or_not_at_all(story: Build) -> None:
    text = (
        LEAD.format("killing 12 people")
        + "\nTraders mourned.\n\nMore than 900 people have been killed since the war in the hills began.\n"
    )
    asked = {a.reading.value: a.subject for a in compare(story(text, text, published="2024-03-04")).agreements}
    assert "12" in asked
    assert "more than 900" not in asked or "since" in asked["more than 900"]


def test_an_update_needs_dates_and_a_growing_count(story: Build) -> None:
    texts = LEAD.format("killing 12 people"), LEAD.format("killing 19 people")
    assert flagged(compare(story(*texts)))[0][2] == "conflicts"


def test_posts_and_fractions_are_shown_as_printed(story: Build) -> None:
    texts = (
        "Deputy press secretary Ida Berg spoke in Orvane. A third of the boats in Orvane were sold on Monday.",
        "Council spokesman Ida Berg spoke in Orvane. Half of the boats in Orvane were sold on Monday.",
    )
    found = compare(story(*texts, published="2024-03-04"))
    values = {r.value for d in found.divergences for r in d.readings}
    assert not [v for v in values if "(" in v or v.startswith("0.")]
    assert shown_value([m for m in found.mentions if m.kind is Kind.ROLE][:1]) == "Deputy press secretary"
    assert shown_value([m for m in found.mentions if m.text.startswith("A third")]) == "a third"


def test_further_ones_beside_all_are_shown_as_such(story: Build) -> None:
    one, two = LEAD.format("killing three more people"), LEAD.format("killing 19 people")
    found = compare(story(one, two, published="2024-03-04"))
    values = {r.value for d in found.divergences for r in d.readings if d.kind is Kind.NUMBER}
    assert "3 more" in values or "3" not in values


def test_three_values_are_not_each_the_only_one(story: Build) -> None:
    texts = (
        "The council of Orvane asked for $5 million for the new sea wall.",
        "The council of Orvane asked for $7 million for the new sea wall. It first asked for more than $7 million.",
    )
    for found in compare(story(*texts, published="2024-03-04")).divergences:
        assert len(found.readings) == 2 or not [w for w in found.why if "no" in w.lower() and "other value" in w]


def test_a_country_named_by_its_capital_is_shown_as_printed(story: Callable[..., Story]) -> None:
    texts = "The talks are hosted by Ankara, a diplomat said.", "The talks are hosted by Qatar, a diplomat said."
    (found,) = compare(story(*texts)).divergences
    assert {r.value for r in found.readings} == {"Ankara", "Qatar"}


def test_two_spellings_of_one_value_are_both_shown() -> None:
    told = [
        Mention(Kind.PLACE, Span(a, 0, len(name)), name, name, Hedge.EXACTLY, Slot(), Span(a, 0, 40), 0, "made")
        for a, name in (("A", "Port Orvane"), ("B", "Port Orvahne"), ("C", "Port Orvane"))
    ]
    shown = shown_forms(told, lambda mention: mention.text)
    assert {form: [m.span.article for m in of] for form, of in shown.items()} == {
        "Port Orvane": ["A", "C"],
        "Port Orvahne": ["B"],
    }


def test_of_what_may_be_two_facts_nobody_is_told_to_give_two_figures(story: Build) -> None:
    lead, flag = (
        [d for d in compare(story(*texts, published="2024-03-04")).divergences if d.kind is Kind.NUMBER]
        for texts in (
            (
                "The mayor of Orvane spoke of 90 empty flats on Monday.",
                "In Orvane 60 flats stand empty, a tenant said.",
            ),
            (LEAD.format("killing 12 people"), LEAD.format("killing 19 people")),
        )
    )
    assert {d.situation for d in lead if d.verdict is Verdict.LEAD} <= {None}
    assert all(d.situation for d in flag if d.verdict is Verdict.CONFLICT)

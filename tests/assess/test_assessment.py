"""Units to divergences: severity, updates, ids that survive edits, and the order a reader sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pairs import context, figure, made, pair
from trees import mention, tree

from divergence.assess.assessment import (
    StoryRead,
    assess,
    severity_of,
    shown_forms,
    shown_value,
    stable_id,
    value_reason,
)
from divergence.facts.about.subject import FURTHER
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.role_value import Role
from divergence.facts.quotation.quote import Quotation
from divergence.language.parsed import Parsed
from divergence.link.context import Context
from divergence.link.units import Unit
from divergence.link.weights import Weights
from divergence.model.comparison import Comparison, Divergence, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span, Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

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


def fraction(text: str, low: str, high: str | None = None, unit: str = "", end: int | None = None) -> Mention:
    return made(text, figure(low, high, unit=unit), anchor=None if end is None else (0, end))


@pytest.mark.parametrize(
    ("mentions", "shown"),
    [
        ([made("we  shall go", Quotation(("we", "shall", "go")), Kind.QUOTE)], "we shall go"),
        ([made(t, Role("clerk"), Kind.ROLE) for t in ("clerk", "port  clerk", "a clerk")], "port clerk"),
        ([fraction("A  third of boats", "0.33", end=8)], "a third"),
        ([fraction("A third", "0.33")], "a third"),
        ([fraction("0.33 miles", "0.33", unit="mile")], "0.33 miles"),
        ([fraction("a third to a half", "0.33", "0.5")], "0.33 to 0.5"),
        ([fraction("1", "1")], "1"),
        ([fraction("0", "0")], "0"),
        ([made("Norland", Bodies(("Norland",)), Kind.ORGANISATION)], "Norland"),
        ([made("the  capital", Bodies(("Norland",)), Kind.ORGANISATION)], "the capital"),
        ([made(t, Bodies(("Norland",)), Kind.ORGANISATION) for t in ("the capital", "NORLAND’s")], "Norland"),
        ([made("the capital", figure(12), Kind.NUMBER)], "12"),
    ],
)
def test_a_value_is_shown_in_normal_form_or_as_printed(mentions: list[Mention], shown: str) -> None:
    assert shown_value(mentions) == shown


def unit(*sides: Mention | Context, **fields: Any) -> Unit:
    one = pair(sides[0], sides[1])
    mentions = tuple(s.mention if isinstance(s, Context) else s for s in sides)
    return Unit(mentions, one, 0.0, (one,), **fields)


BARGES = {"head": "barge"}


@pytest.mark.parametrize(
    ("kind", "said", "position", "severity"),
    [
        (Kind.NUMBER, {"outcome": "killed"}, "body", Severity.HIGH),
        (Kind.NUMBER, {"outcome": "attacked"}, "body", Severity.MEDIUM),
        (Kind.NUMBER, BARGES, "lead", Severity.HIGH),
        (Kind.NUMBER, BARGES, "headline", Severity.HIGH),
        (Kind.AGE, BARGES, "lead", Severity.MEDIUM),
        (Kind.AGE, {"outcome": "killed"}, "body", Severity.LOW),
    ],
)
def test_how_much_a_difference_changes_the_picture(
    kind: Kind, said: dict[str, str], position: str, severity: Severity
) -> None:
    one, other = (context(made(str(n), figure(n), kind, a, **said)) for n, a in ((12, "A"), (17, "B")))
    assert severity_of(unit(replace(one, position=position), other)) is severity
    assert severity_of(unit(one, replace(other, position=position))) is severity


def sunk(
    article: str, number: int, published: str = "", more: str = "", count: int = 1
) -> tuple[Article, Parsed, list[Mention]]:
    """An article of some sentences that each count sailors killed."""
    words = f"{number}/NUM/CD/nummod/{{1}} {more}sailors/NOUN/NNS/nsubj/{{2}} died/VERB/VBD/root/0"
    size = len(words.split())
    sentences = [words.format(0, n * size + size - 1, n * size + size) for n in range(count)]
    parsed = tree(" | ".join(sentences), article=article)
    article_ = replace(parsed.article, published=published or None)
    parsed = replace(parsed, article=article_)
    slot = Slot("sailor", outcome="killed", predicate="die", qualifiers=(FURTHER,) if more else ())
    found = [replace(mention(parsed, str(number), sentence=n), slot=slot) for n in range(count)]
    return article_, parsed, found


def assessed(*told: tuple[Article, Parsed, list[Mention]], score: float = 0.0, **fields: Any) -> Divergence:
    mentions = [m for _, _, found in told for m in found]
    story = Story("s", None, tuple(a for a, _, _ in told))
    read = StoryRead(story, {a.id: p for a, p, _ in told}, {}, tuple(mentions))
    one = pair(told[0][2][0], told[1][2][0])
    (found,) = assess([Unit(tuple(mentions), one, score, (one,), **fields)], read, WEIGHTS)
    return found


WEIGHTS = Weights((), (), 0.5, 0.5, calibration=((-9.0, 0.0), (9.0, 1.0)))


@pytest.mark.parametrize(
    ("ours", "theirs", "is_update"),
    [
        (("A", 12, "2024-05-06"), ("B", 17, "2024-05-07"), True),
        (("A", 17, "2024-05-07"), ("B", 12, "2024-05-06"), True),
        (("A", 12, "2024-05-06"), ("B", 17, "2024-05-06T09:00"), False),
        (("A", 12, "2024-05-07"), ("B", 17, "2024-05-06"), False),
        (("A", 12, ""), ("B", 17, "2024-05-06"), False),
        (("A", 12, "2024-05-06"), ("B", 17, ""), False),
        (("A", 12, "2024-05-06"), ("B", 17, "2024-05-07", "more/ADJ/JJR/amod/{1} "), False),
        (("A", 12, "2024-05-06", "more/ADJ/JJR/amod/{1} "), ("B", 17, "2024-05-07"), False),
    ],
)
def test_a_later_and_higher_count_of_harm_may_be_an_update(
    ours: tuple[Any, ...], theirs: tuple[Any, ...], is_update: bool
) -> None:
    found = assessed(sunk(*ours), sunk(*theirs))
    assert found.verdict is Verdict.CONFLICT
    assert (found.relation.value, found.severity) == (
        ("updates", Severity.MEDIUM) if is_update else ("conflicts", Severity.HIGH)
    )
    assert (found.explanation != "") is is_update


def test_further_ones_are_marked_where_others_are_not() -> None:
    more = sunk("A", 12, more="more/ADJ/JJR/amod/{1} ")
    assert [r.value for r in assessed(more, sunk("B", 17)).readings] == ["12 more", "17"]
    others = more[0], more[1], [replace(m, text="12 others") for m in more[2]]
    assert [r.value for r in assessed(others, sunk("B", 17)).readings] == ["12 others", "17"]
    assert [r.value for r in assessed(more, sunk("B", 17, more="more/ADJ/JJR/amod/{1} ")).readings] == ["12", "17"]


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({}, Verdict.CONFLICT),
        ({"is_lead": True}, Verdict.LEAD),
        ({"told_by_both": True}, Verdict.COMPATIBLE),
        ({"told_by_both": True, "is_lead": True}, Verdict.COMPATIBLE),
    ],
)
def test_a_unit_has_the_verdict_of_what_decided_it(fields: dict[str, bool], verdict: Verdict) -> None:
    assert assessed(sunk("A", 12), sunk("B", 17), **fields).verdict is verdict


def test_confidence_is_that_of_the_frame_or_of_the_score() -> None:
    assert assessed(sunk("A", 12), sunk("B", 17), score=1.0).confidence == 0.56
    assert assessed(sunk("A", 12), sunk("B", 17), score=1.0, confidence=0.9).confidence == 0.9
    assert assessed(sunk("A", 12), sunk("B", 17), score=1.0, confidence=0.0).confidence == 0.0


def test_an_article_with_both_values_is_said_to_contradict_itself_where_a_frame_decides() -> None:
    one, other = sunk("A", 12), sunk("B", 17)
    both = one[0], one[1], [*one[2], replace(one[2][0], value=other[2][0].value, text="17", span=Span("A", 3, 5))]
    assert any("appears in A" in w for w in assessed(both, other, confidence=0.9).why) or any(
        "itself" in w for w in assessed(both, other, confidence=0.9).why
    )
    assert not any("itself" in w for w in assessed(both, other).why)
    assert not any("itself" in w for w in assessed(one, other, confidence=0.9).why)


def test_a_lead_says_what_speaks_against_it_and_nothing_else() -> None:
    (why,) = assessed(sunk("A", 12), sunk("B", 17), is_lead=True).why
    assert why.startswith("It may be two facts")
    assert len(assessed(sunk("A", 12), sunk("B", 17)).why) > 1


def test_the_higher_figure_of_a_lead_is_not_called_an_update() -> None:
    def told(**fields: bool) -> Divergence:
        sides = [sunk(a, n) for a, n in (("A", 12), ("B", 17))]
        dated = [
            (replace(s[0], published=day), s[1], [replace(m, slot=replace(m.slot, outcome="killed")) for m in s[2]])
            for s, day in zip(sides, ("2024-03-04", "2024-03-05"), strict=True)
        ]
        return assessed(*dated, **fields)

    assert told().explained_by == "time"
    assert told(is_lead=True).explained_by == "none"


def test_divergences_stand_by_verdict_weight_and_confidence_with_ids_of_their_own() -> None:
    told = [sunk("A", 12), sunk("B", 17)]
    story = Story("s", None, tuple(a for a, _, _ in told))
    mentions = tuple(m for _, _, found in told for m in found)
    read = StoryRead(story, {a.id: p for a, p, _ in told}, {}, mentions)
    one = pair(*mentions)
    sold = tuple(replace(m, slot=Slot("barge", predicate="sell")) for m in mentions)
    slight = Unit(sold, pair(*sold), 3.0, (pair(*sold),))
    units = [
        Unit(mentions, one, 0.0, (one,), is_lead=True),
        slight,
        Unit(mentions, one, 0.0, (one,)),
        Unit(mentions, one, 1.0, (one,)),
    ]
    found = assess(units, read, WEIGHTS)
    assert [(d.verdict, d.severity, d.confidence) for d in found] == [
        (Verdict.CONFLICT, Severity.HIGH, 0.56),
        (Verdict.CONFLICT, Severity.HIGH, 0.5),
        (Verdict.CONFLICT, Severity.MEDIUM, 0.67),
        (Verdict.LEAD, Severity.HIGH, 0.5),
    ]
    first, second, _, lead = (d.id for d in found)
    assert (second, lead) == (f"{first}-2", f"{first}-3")
    assert len({d.subject for d in found}) > 1


@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        (
            made("we shall go", Quotation(("we", "shall", "go")), Kind.QUOTE),
            made("we will go", Quotation(("we", "will", "go")), Kind.QUOTE, "B"),
            "the quoted words differ: “shall” / “will”",
        ),
        (
            fraction("a third", "0.33"),
            fraction("a half", "0.5"),
            "a third and a half cannot both be right of one count",
        ),
    ],
)
def test_why_two_values_differ_is_told_as_they_are_printed(left: Mention, right: Mention, why: str) -> None:
    assert value_reason(pair(left, right)) == why


def test_a_plural_without_a_figure_is_shown_as_printed(article: Callable[..., Article]) -> None:
    def shown(text: str) -> str:
        _, mentions = read_article(article(text), Options())
        return shown_value([m for m in mentions if m.kind is Kind.DURATION])

    assert shown("They argued for months.") == "months"
    assert shown("They argued for several months.") == "several months"

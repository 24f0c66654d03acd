"""Agreements: one value of one fact in every mention, and a value that tells something."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pairs import context, count, figure, made, pair

from divergence.facts.about.subject import FURTHER
from divergence.facts.names.organisation import Bodies
from divergence.facts.time.duration_grammar import Duration
from divergence.facts.time.moment import Moment
from divergence.link.agreed import agreed, is_one_statement, is_said_of_one_thing
from divergence.link.pairs import Pair
from divergence.model.fact import Factuality, Hedge, Kind, Means
from divergence.model.text import Story
from divergence.pipeline import compare

Build = Callable[..., Story]


def shared(story: Build, *texts: str) -> set[tuple[str, tuple[str, ...]]]:
    """The values agreed on and the articles that state them."""
    found = compare(story(*texts, published="2024-03-05")).agreements
    return {(a.reading.value, a.reading.articles) for a in found}


def test_one_count_of_one_outcome_is_agreed_on(story: Build) -> None:
    texts = "The quake in Orvane killed 12 people on Monday.", "On Monday the quake in Orvane killed 12 people."
    assert ("12", ("A", "B")) in shared(story, *texts)


@pytest.mark.parametrize(
    "other",
    [
        "On Monday the quake in Orvane injured 12 people.",
        "On Monday the quake in Orvane did not kill 12 people.",
        "On Monday the quake in Orvane destroyed 12 houses.",
    ],
    ids=["different outcomes", "denied", "another thing"],
)
def test_a_number_of_another_fact_is_not(story: Build, other: str) -> None:
    assert "12" not in {v for v, _ in shared(story, "The quake in Orvane killed 12 people on Monday.", other)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The guards arrested several farmers in Orvane on Monday.",
        "The guards arrested a farmer in Orvane on Monday.",
        "The guards arrested one of the farmers in Orvane on Monday.",
        "The guards arrested multiple farmers in Orvane on Monday.",
    ],
)
def test_what_gives_no_figure_is_nothing_to_agree_on(story: Build, sentence: str) -> None:
    assert not [v for v, _ in shared(story, sentence, sentence) if v in {"several", "1", "multiple", "many"}]


def test_three_statements_agree_only_if_every_two_do(story: Build) -> None:
    texts = (
        "The guards arrested 12 farmers in Orvane on Monday.",
        "On Monday, the guards arrested 12 farmers in Orvane.",
        "The police listed 12 children as contacts in Orvane.",
    )
    assert {articles for value, articles in shared(story, *texts) if value == "12"} == {("A", "B")}


def test_the_ages_of_two_who_are_both_as_old_are_no_count(story: Build) -> None:
    sentence = "Captain Hilda Varn and Sergeant Anna Holm, both 51, died at the scene in Orvane."
    assert not [a for a in compare(story(sentence, sentence)).agreements if a.kind.value == "number"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The port of Orvane has changed over the past year.",
        "The port of Orvane has changed in recent months.",
        "After years of denials the port of Orvane opened its books.",
        "The law raises the age for buying any boat from 18 to 21 in Orvane.",
        "The two sides met in Orvane.",
        "The rebels attacked a quarter of Orvane.",
        "The lawsuit claims that Norland found a willing partner in the port office of Orvane.",
        "“Norland found a willing partner in the port office of Orvane in May,” the lawsuit says.",
        "“In May the port of Orvane will have no ships and no crews,” Holm said.",
    ],
)
def test_loose_spans_changes_and_the_words_of_others_are_nothing_to_agree_on(story: Build, sentence: str) -> None:
    found = compare(story(sentence, sentence, published="2024-03-05")).agreements
    assert not [a for a in found if a.kind.value != "quote"]


def test_a_figure_that_somebody_quoted_gives_is_agreed_on(story: Build) -> None:
    sentence = "“The quake in Orvane killed 12 people on Monday,” Holm said."
    assert ("12", ("A", "B")) in shared(story, sentence, sentence)


def test_a_number_of_long_ago_is_not_that_of_the_news(story: Build) -> None:
    texts = (
        "A gunman killed nine people in a church in Orvane on Monday.",
        "A gunman killed nine people in a church in Orvane on Monday.\n\nIn 2015 nine people were killed in a church.",
    )
    found = [a for a in compare(story(*texts, published="2024-03-05")).agreements if a.reading.value == "9"]
    assert [len(a.reading.mentions) for a in found] == [2]


KILLED = {"head": "sailor", "outcome": "killed"}


def both(**said: Any) -> Pair:
    """Two statements of twelve sailors killed, both of which say what is given as well."""
    fields = {"head": "sailor", "outcome": "killed"} | said
    value = fields.pop("value", figure(12))
    text, kind = fields.pop("text", "12 sailors"), fields.pop("kind", Kind.NUMBER)
    return pair(*(made(text, value, kind, article, **fields) for article in "AB"))


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ({}, True),
        ({"standing": Factuality.DENIED}, False),
        ({"standing": Factuality.SUPPOSED}, False),
        ({"means": Means.NOUN}, False),
        ({"means": Means.PLURAL}, False),
        ({"means": Means.ACTION}, True),
        ({"text": "several sailors"}, False),
        ({"text": "multiple sailors"}, False),
        ({"text": "Some sailors"}, False),
        ({"text": "from 12 sailors"}, False),
        ({"text": "12 from sailors"}, True),
        ({"text": "12- year-old sailors"}, False),
        ({"text": "two of the sailors"}, False),
        ({"value": figure(12, whole=Decimal(40))}, False),
        ({"value": figure(2)}, True),
        ({"value": figure(1)}, False),
        ({"value": figure(-1)}, False),
        ({"value": figure(-2)}, True),
        ({"negated": True}, False),
        ({"modal": True}, False),
        ({"modal": True, "outcome": "", "predicate": "see"}, True),
        ({"head": "side"}, False),
        ({"head": ""}, True),
        ({"head": "", "outcome": "attacked"}, False),
        ({"head": "", "outcome": "", "predicate": "see"}, False),
        ({"speaker": "Holm"}, True),
        ({"kind": Kind.ORGANISATION, "value": Bodies(("Norland",)), "text": "Norland"}, True),
        ({"kind": Kind.ORGANISATION, "value": Bodies(("Norland",)), "text": "Norland", "speaker": "Holm"}, False),
        ({"kind": Kind.MONEY, "text": "some $1", "value": figure(1, unit="dollar", dimension="money")}, True),
        ({"kind": Kind.DURATION, "text": "two years", "value": Duration(Decimal(2), Decimal(2), "year")}, True),
        ({"kind": Kind.DURATION, "text": "recent years", "value": Duration(Decimal(2), Decimal(2), "year")}, False),
    ],
)
def test_what_both_state_of_one_thing_is_agreed_on_where_it_tells_something(said: dict[str, Any], states: bool) -> None:
    assert is_one_statement(both(**said)) is states


def one_thing(left: dict[str, Any], right: dict[str, Any], kind: Kind = Kind.NUMBER, **levels: str) -> bool:
    values = {Kind.DURATION: Duration(Decimal(12), Decimal(12), "day"), Kind.AGE: figure(12, dimension="age")}
    sides = (made("12", values.get(kind, figure(12)), kind, a, **s) for a, s in (("A", left), ("B", right)))
    return is_said_of_one_thing(pair(*sides, levels))


@pytest.mark.parametrize("question", ["outcome", "head", "holder", "times", "places", "qualifiers"])
def test_what_differs_in_anything_that_is_said_is_not_of_one_thing(question: str) -> None:
    for kind in (Kind.NUMBER, Kind.AGE):
        assert one_thing(KILLED, KILLED, kind, **{question: "same"})
        assert not one_thing(KILLED, KILLED, kind, **{question: "other"})
    assert one_thing(KILLED, KILLED, predicate="other")


SAW = {"head": "sailor", "predicate": "see"}
MET = {"head": "sailor", "predicate": "meet"}
FURTHER_SAW = {**SAW, "qualifiers": (FURTHER,)}


@pytest.mark.parametrize(
    ("left", "right", "kind", "one"),
    [
        (SAW, SAW, Kind.NUMBER, True),
        (SAW, MET, Kind.NUMBER, False),
        ({**SAW, "qualifiers": ("old",)}, {**MET, "qualifiers": ("old",)}, Kind.NUMBER, True),
        ({**SAW, "qualifiers": ("old", "tall")}, {**MET, "qualifiers": ("old",)}, Kind.NUMBER, True),
        ({**SAW, "qualifiers": ("old",)}, MET, Kind.NUMBER, False),
        (SAW, {"head": "sailor"}, Kind.NUMBER, True),
        ({"head": "sailor"}, {"head": "sailor"}, Kind.NUMBER, True),
        ({"head": "child"}, {"head": "boy"}, Kind.NUMBER, True),
        ({"head": "people"}, {"head": "boy"}, Kind.NUMBER, False),
        ({"head": "people", "predicate": "see"}, SAW, Kind.NUMBER, True),
        ({"head": "", "predicate": "see"}, SAW, Kind.NUMBER, False),
        ({"head": "", "predicate": "see"}, {"head": "people", "predicate": "see"}, Kind.NUMBER, True),
        ({"head": "", "outcome": "killed"}, KILLED, Kind.NUMBER, True),
        ({"head": "sailor"}, KILLED, Kind.NUMBER, False),
        (KILLED, {"head": "sailor"}, Kind.NUMBER, False),
        ({"predicate": "see"}, {"predicate": "see", "outcome": "killed"}, Kind.DURATION, True),
        ({"predicate": "see"}, {"predicate": "meet", "outcome": "killed"}, Kind.DURATION, False),
        ({"outcome": "killed", "predicate": "see"}, {"predicate": "meet", "outcome": "killed"}, Kind.DURATION, True),
        ({"predicate": "see"}, {"predicate": "meet"}, Kind.DURATION, False),
        (SAW, MET, Kind.AGE, True),
        (SAW, FURTHER_SAW, Kind.NUMBER, False),
        (FURTHER_SAW, FURTHER_SAW, Kind.NUMBER, True),
        (SAW, FURTHER_SAW, Kind.AGE, True),
        (SAW, FURTHER_SAW, Kind.DURATION, False),
    ],
)
def test_figures_are_of_one_thing_where_something_in_what_is_said_is_the_same(
    left: dict[str, Any], right: dict[str, Any], kind: Kind, one: bool
) -> None:
    assert one_thing(left, right, kind) is one


def test_the_news_and_history_are_two_statements() -> None:
    past = made("2020", Moment(year=2020), Kind.DATE)
    old, new = (
        context(count(12, outcome="killed", article=a), times=times, published="2024-05-06")
        for a, times in (("A", (past,)), ("B", ()))
    )
    assert is_one_statement(pair(old, old))
    assert is_one_statement(pair(new, new))
    assert not is_one_statement(pair(old, new))


def groups(*linked: str) -> list[str]:
    """The groups of agreeing mentions, where two are linked as in ``A1 B2``; the first are the likeliest."""
    mentions = {
        name: count(12, outcome="killed", article=name[0], start=100 * int(name[1]))
        for two in linked
        for name in two.split()
    }
    names = {m: name for name, m in mentions.items()}
    pairs = [pair(*(mentions[n] for n in two.split()), fit=-float(i)) for i, two in enumerate(linked)]
    return [" ".join(names[m] for m in group) for group in agreed(pairs)]


@pytest.mark.parametrize(
    ("linked", "found"),
    [
        (["A1 B1"], ["A1 B1"]),
        (["A1 B1", "B1 C1"], ["A1 B1"]),
        (["A1 B1", "B1 C1", "A1 C1"], ["A1 B1 C1"]),
        (["A1 B1", "B1 C1", "C1 A1"], ["A1 B1 C1"]),
        (["A1 B1", "A2 B1"], ["A1 A2 B1"]),
        (["A1 B1", "A2 B2"], ["A1 B1", "A2 B2"]),
        (["B1 C1", "A1 B1"], ["B1 C1"]),
        (["A1 B1", "A2 B2", "A1 B2"], ["A1 B1", "A2 B2"]),
        (["A1 B1", "A2 B2", "A1 B2", "A2 B1"], ["A1 A2 B1 B2"]),
        ([], []),
    ],
)
def test_every_two_mentions_of_two_articles_in_a_group_agree(linked: list[str], found: list[str]) -> None:
    assert groups(*linked) == found


def test_only_one_value_of_one_statement_is_agreed_on() -> None:
    one, same, other, denied = (
        count(number, outcome="killed", article=article, negated=negated)
        for number, article, negated in ((12, "A", False), (12, "B", False), (13, "B", False), (12, "B", True))
    )
    assert agreed([pair(one, same)]) == ((one, same),)
    assert agreed([pair(one, other)]) == agreed([pair(one, denied)]) == ()


@pytest.mark.parametrize(
    ("is_part", "alike", "agreed_on"),
    [(False, ">=0.1", True), (True, ">=0.55", True), (True, ">=0.85", True), (True, ">=0.4", False)],
)
def test_parts_are_one_fact_where_their_sentences_are_alike(is_part: bool, alike: str, agreed_on: bool) -> None:
    one, other = (
        context(count(3, outcome="killed", article=a), part=part) for a, part in (("A", is_part), ("B", False))
    )
    assert is_one_statement(pair(one, other, {"sentence": alike})) is agreed_on


def test_a_bound_and_another_are_not_one_figure() -> None:
    one, other = (
        count(70, outcome="killed", article=a, hedge=h) for a, h in (("A", Hedge.AT_LEAST), ("B", Hedge.MORE_THAN))
    )
    assert is_one_statement(pair(one, replace(other, hedge=Hedge.AT_LEAST)))
    assert not is_one_statement(pair(one, other))

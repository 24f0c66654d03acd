"""Each veto by a pair that it rules out and by one, nearly the same, that it does not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from pairs import context, count, figure, made, pair

from divergence.align.similarity import measure
from divergence.facts.about.subject import WITH_DOER
from divergence.facts.quotation.quote import Quotation
from divergence.facts.time.moment import Moment
from divergence.facts.time.ordinal import Ordinal
from divergence.link.candidates import candidate_pairs
from divergence.link.context import Context
from divergence.link.gate import story_contexts
from divergence.link.pairs import Pair
from divergence.link.vetoes import VETOES, is_none_against_some, veto
from divergence.link.weights import shipped
from divergence.model.fact import Factuality, Kind, Means, Mention
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Pairs = Callable[..., tuple[Pair, ...]]
BY_NAME = {veto.name: veto.holds for veto in VETOES}


def one(pairs: tuple[Pair, ...], kind: str, words: tuple[str, str]) -> Pair:
    """The pair of this kind whose mentions contain these words."""
    found = [
        p
        for p in pairs
        if p.left.mention.kind == kind and words[0] in p.left.mention.text and words[1] in p.right.mention.text
    ]
    assert found, [(p.left.mention.kind, p.left.mention.text, p.right.mention.text) for p in pairs]
    return found[0]


@pytest.mark.parametrize(
    ("veto", "kind", "words", "ruled_out", "let_through"),
    [
        (
            "place",
            "number",
            ("12", "17"),
            ("The blast in Lima killed 12 people.", "The blast in Osaka killed 17 people."),
            ("The blast in Lima killed 12 people.", "The blast in Lima killed 17 people."),
        ),
        (
            "sum",
            "number",
            ("two", "Five"),
            ("A bomb killed three nurses and two cooks in Lima.", "Five were killed by a bomb in Lima."),
            ("A bomb killed two cooks in Lima.", "Five were killed by a bomb in Lima."),
        ),
        (
            "time",
            "number",
            ("12", "17"),
            ("The blast killed 12 people on 2 May 2024.", "The blast killed 17 people on 4 May 2024."),
            ("The blast killed 12 people on 2 May 2024.", "The blast killed 17 people on 2 May 2024."),
        ),
        (
            "series",
            "ordinal",
            ("", ""),
            ("The first round of the talks failed.", "The second round of the talks failed."),
            ("The third round of the talks failed.", "The second round of the talks failed."),
        ),
        (
            "person",
            "age",
            ("34", "37"),
            ("Vera Holm, 34, was hurt in the blast.", "Ida Berg, 37, was hurt in the blast."),
            ("Vera Holm, 34, was hurt in the blast.", "Vera Holm, 37, was hurt in the blast."),
        ),
        (
            "nought",
            "number",
            ("No", "Three"),
            ("No people were arrested in the harbour.", "Three people were arrested in the harbour."),
            ("No people were killed in the harbour.", "Three people were killed in the harbour."),
        ),
        (
            "outcome",
            "number",
            ("12", "17"),
            ("The blast killed 12 people.", "The blast wounded 17 people."),
            ("The blast killed 12 people.", "The blast killed 17 people."),
        ),
        (
            "group",
            "number",
            ("12", "17"),
            ("The clash killed 12 soldiers.", "The clash killed 17 journalists."),
            ("The clash killed 12 soldiers.", "The clash killed 17 soldiers."),
        ),
        (
            "scope",
            "number",
            ("30", "four"),
            ("The fire killed 30 people.", "The fire killed four children."),
            ("The fire killed three people.", "The fire killed four children."),
        ),
        (
            "part",
            "number",
            ("two of", "38"),
            ("The fire killed two of the 40 sailors.", "The fire killed 38 sailors."),
            ("The fire killed two of the 40 sailors.", "The fire killed three of the 40 sailors."),
        ),
        (
            "part",
            "number",
            ("one of", "Five"),
            ("Ida Berg was one of five people hurt in the blast.", "Five people were hurt in the blast."),
            ("Ida Berg and one person were hurt in the blast.", "Five people were hurt in the blast."),
        ),
        (
            "part",
            "number",
            ("140 of", "290"),
            ("The party won 140 of 300 seats.", "The party fought for 290 seats."),
            ("The party won 140 of 300 seats.", "The party won 138 seats."),
        ),
        (
            "part",
            "number",
            ("two of the", "three"),
            ("The fire killed two of the sailors.", "The fire killed three sailors."),
            ("The range of 300 miles is less.", "The missile has a range of 340 miles."),
        ),
        (
            "side",
            "number",
            ("12", "9"),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 Swedish soldiers."),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 soldiers of Denmark."),
        ),
        (
            "side",
            "number",
            ("12", "9"),
            ("The clash killed 12 Danish soldiers.", "The clash killed 9 Swedish members."),
            ("The clash killed 12 American soldiers.", "The clash killed 9 U.S. soldiers."),
        ),
        (
            "distance",
            "number",
            ("120", "150"),
            ("The storm was 120 miles southeast of Wilton.", "At 150 miles across, the storm is wider than others."),
            ("The storm was 120 miles southeast of Wilton.", "The storm was 90 miles south of Wilton."),
        ),
        (
            "vague",
            "number",
            ("Several", "13"),
            ("Several people were hurt.", "13 people were hurt."),
            ("15 people were hurt.", "13 people were hurt."),
        ),
        (
            "doer",
            "number",
            ("13", "12"),
            ("13 people were killed, including the gunman.", "12 people were killed."),
            ("13 people were killed, including a guard.", "12 people were killed."),
        ),
        (
            "plan",
            "number",
            ("900", "200"),
            ("The firm plans to cut 900 jobs.", "The firm has cut 200 jobs."),
            ("The firm plans to cut 900 jobs.", "The firm plans to cut 200 jobs."),
        ),
        (
            "standing",
            "number",
            ("12", "17"),
            ("The army denied that 12 people were killed.", "The blast killed 17 people."),
            ("The army said that 12 people were killed.", "The blast killed 17 people."),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and value in BY_NAME else "",
)
def test_a_veto_rules_out_one_pair_and_not_the_other(
    pairs_of: Pairs,
    veto: str,
    kind: str,
    words: tuple[str, str],
    ruled_out: tuple[str, str],
    let_through: tuple[str, str],
) -> None:
    assert BY_NAME[veto](one(pairs_of(*ruled_out), kind, words))
    passing = one(pairs_of(*let_through), kind, ("", ""))
    assert not BY_NAME[veto](passing)


def days_apart(story: Callable[..., Story], texts: tuple[str, str], days: tuple[str | None, str | None]) -> list[Pair]:
    made = story(*texts)
    dated = tuple(replace(a, published=day) for a, day in zip(made.articles, days, strict=True))
    read = [read_article(a, Options()) for a in dated]
    parsed, mentions = [p for p, _ in read], [m for _, found in read for m in found]
    return list(candidate_pairs(story_contexts(parsed, mentions), measure(parsed), shipped().fit))


def test_history_is_no_news_and_two_histories_are_alike(story: Callable[..., Story]) -> None:
    old, news = "In 2008 the police arrested 595 workers.", "The police arrested 680 workers on Wednesday."
    for texts, days in (((old, news), ("2024-05-06", None)), ((news, old), (None, "2024-05-06"))):
        (pair,) = [p for p in days_apart(story, texts, days) if p.left.mention.kind == "number"]
        assert BY_NAME["past"](pair)
    for texts, days in (
        ((old, old.replace("595", "680")), ("2024-05-06", "2024-05-06")),
        ((old, "The police arrested 680 workers."), ("2024-05-06", None)),
        ((old.replace("2008", "March"), news), ("2024-05-06", None)),
    ):
        (pair,) = [p for p in days_apart(story, texts, days) if p.left.mention.kind == "number"]
        assert not BY_NAME["past"](pair)
    for pair in days_apart(story, (old, news), ("2024-05-06", None)):
        if pair.left.mention.kind == "date":
            assert not BY_NAME["past"](pair)


def when(day: str | None = None, weekday: int | None = None) -> Mention:
    """A date beside a value: a day of the calendar, or the name of one."""
    year, month, number = map(int, day.split("-")) if day else (None, None, None)
    return made(day or "Monday", Moment(year=year, month=month, day=number, weekday=weekday), Kind.DATE, start=90)


def at(*dates: Mention, published: str = "2024-05-06", **said: str) -> Context:
    return context(count(12, **said), times=dates, published=published)


DAY = "2024-05-06"
NEWS = at(when(weekday=1), article="B")
PAST = at(when("2020-01-01"))
LONG = figure(120, unit="mile", dimension="length")
FAR, WIDE, PLAIN_LENGTH = (made("120 miles", LONG, predicate=word) for word in ("southeast", "across", ""))
HURT = {"outcome": "killed"}
NOUGHT, SOME = count(0, **HURT), count(3, article="B", **HURT)


def age(holder: str) -> Mention:
    return made("34", figure(34, unit="year", dimension="age"), Kind.AGE, holder=holder)


def rank(number: int) -> Mention:
    return made("round", Ordinal(number), Kind.ORDINAL)


def danish_and_swedish(left: int, right: int, **said: str) -> tuple[Mention, Mention]:
    return (
        count(left, "soldier", text="Danish soldiers", qualifiers=("danish",), **said),
        count(right, "troop", text="Swedish troops", qualifiers=("swedish",), **said),
    )


def wording(words: int, level: str) -> Pair:
    quotes = (made("word " * n, Quotation(("word",) * n), Kind.QUOTE) for n in (words, words + 3))
    return pair(*quotes, {"wording": level})


def part(number: int, whole: int | None, text: str = "some", article: str = "A", **said: Any) -> Mention:
    return made(text, figure(number, whole=whole and Decimal(whole)), article=article, head="sailor", **said)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("standing", pair(count(12), count(13))),
        ("standing", pair(count(12, standing=Factuality.DENIED), count(13, standing=Factuality.DENIED))),
        ("utterance", wording(6, ">=0.9")),
        ("utterance", wording(6, ">=0.7")),
        ("part", pair(part(2, None), part(12, None))),
        ("part", pair(part(2, None, "two of sailors"), part(12, None))),
        ("part", pair(part(40, 40), part(12, None))),
        ("part", pair(part(2, 40), part(31, None))),
        ("part", pair(part(2, 40), part(30, 40))),
        ("part", pair(part(2, None, "two of the crew"), part(3, None, "three among those hurt"))),
        ("part", pair(part(0, None, "none of the crew", **HURT), part(3, None, **HURT))),
        ("part", pair(made("2", figure(2), Kind.MONEY), made("2 of the 3", figure(9), Kind.MONEY))),
        ("scope", pair(count(3, "people"), count(12, "sailor"))),
        ("scope", pair(count(12, "people"), count(13, "people"))),
        ("scope", pair(count(12, "sailor"), count(13, "guard"))),
        ("scope", pair(count(3, "people", **HURT), count(0, "sailor", **HURT))),
        ("group", pair(count(12, "sailor"), count(13, "sailor"))),
        ("group", pair(count(12, "sailor"), count(13, "barge"))),
        ("group", pair(count(12, "barge"), count(13, "house"))),
        ("group", pair(count(12, "people"), count(13, "guard"))),
        ("group", pair(NOUGHT, count(3, "people", **HURT))),
        ("group", pair(count(12, "soldier"), count(13, "troop"))),
        ("group", pair(count(12, "soldier", qualifiers=("old",)), count(13, "soldier", qualifiers=("young",)))),
        ("group", pair(*danish_and_swedish(0, 3, **HURT))),
        ("side", pair(*danish_and_swedish(0, 3, **HURT))),
        ("outcome", pair(count(12, outcome="killed"), count(13, outcome="killed"))),
        ("outcome", pair(count(12, outcome="killed"), count(13))),
        ("outcome", pair(count(0, outcome="killed"), count(13, outcome="casualties"))),
        ("person", pair(age("ida berg"), age("ida berg"))),
        ("person", pair(age("ida berg"), age("berg"))),
        ("person", pair(count(12, holder="berg"), count(13, holder="holm"))),
        ("doer", pair(count(12), count(13))),
        ("doer", pair(count(12, qualifiers=(WITH_DOER,)), count(13, qualifiers=(WITH_DOER,)))),
        ("distance", pair(FAR, FAR)),
        ("distance", pair(WIDE, WIDE)),
        ("distance", pair(FAR, PLAIN_LENGTH)),
        ("distance", pair(FAR, made("120", figure(120), predicate="across"))),
        ("distance", pair(count(12, predicate="southeast"), count(13, predicate="across"))),
        ("vague", pair(count(12), count(13))),
        ("vague", pair(count(2, text="a few"), count(3, text="several men"))),
        ("time", pair(count(12), count(13), {"times": "fits"})),
        ("time", pair(when("2024-01-01"), when("2024-01-02"), {"times": "other"})),
        ("place", pair(count(12), count(13), {"places": "half said"})),
        ("series", pair(rank(2), rank(3))),
        ("series", pair(count(1), count(3))),
        ("plan", pair(count(12, predicate="cut"), count(13, predicate="cut"))),
        ("plan", pair(count(12, predicate="cut", modal=True), count(13, predicate="cut", modal=True))),
        ("plan", pair(count(12, predicate="cut", modal=True), count(13, predicate="sell"))),
        ("plan", pair(count(12, modal=True), count(13))),
        ("denied", pair(count(12), count(13))),
        ("denied", pair(count(12, negated=True), count(13, negated=True))),
        ("denied", pair(NOUGHT, count(3, article="B", outcome="arrested"))),
        ("nought", pair(NOUGHT, SOME)),
        ("nought", pair(count(12, negated=True), count(13))),
        ("past", pair(PAST, at(when("2024-05-01"), article="B"))),
        ("past", pair(at(when("2023-07-10")), NEWS)),
        ("past", pair(at(when("2020-01-01"), when("2024-05-01")), NEWS)),
        ("past", pair(at(when("2020-01-01"), published=""), NEWS)),
        ("past", pair(at(), NEWS)),
        ("past", pair(PAST, PAST)),
        ("past", pair(*(context(when("2020-01-02"), times=c.times, published=DAY) for c in (PAST, NEWS)))),
        ("past", pair(NEWS, NEWS)),
        ("implied", pair(count(12), count(13))),
        ("implied", pair(count(1, means=Means.NOUN), count(1, means=Means.NOUN))),
    ],
)
def test_a_veto_lets_through_what_comes_near(name: str, near: Pair) -> None:
    assert not BY_NAME[name](near)


@pytest.mark.parametrize(
    ("name", "ruled_out"),
    [
        ("standing", pair(count(12), count(13, standing=Factuality.SUPPOSED))),
        ("utterance", wording(5, ">=0.9")),
        ("utterance", wording(6, ">=0.5")),
        ("part", pair(part(2, None, "two of the crew"), part(12, None))),
        ("part", pair(part(12, None), part(2, None, "two AMONG WHOM"))),
        ("part", pair(part(2, 40), part(32, None))),
        ("part", pair(part(2, 40), part(33, 33))),
        ("part", pair(part(0, None, "none of the crew"), part(3, None))),
        ("scope", pair(count(12, "people"), count(12, "sailor"))),
        ("scope", pair(count(0, "people"), count(0, "sailor"))),
        ("group", pair(count(12, "sailor"), count(13, "child"))),
        ("group", pair(*danish_and_swedish(12, 13))),
        ("side", pair(*danish_and_swedish(12, 13))),
        ("outcome", pair(count(12, outcome="killed"), count(13, outcome="wounded"))),
        ("outcome", pair(count(0, outcome="killed"), count(13, outcome="wounded"))),
        ("person", pair(age("ida berg"), age("ida holm"), {"holder": "other"})),
        ("person", pair(age("ida berg"), age(""))),
        ("doer", pair(count(12, qualifiers=(WITH_DOER,)), count(13))),
        ("distance", pair(FAR, WIDE)),
        ("distance", pair(WIDE, FAR)),
        ("vague", pair(count(2, text="A FEW men"), count(13))),
        ("vague", pair(count(13), count(2, text="a couple"))),
        ("time", pair(count(12), count(13), {"times": "other"})),
        ("place", pair(count(12), count(13), {"places": "other"})),
        ("series", pair(rank(1), rank(3))),
        ("series", pair(rank(3), rank(1))),
        ("plan", pair(count(12, predicate="cut", modal=True), count(13, predicate="cut"))),
        ("denied", pair(count(12, negated=True), count(13))),
        ("nought", pair(NOUGHT, count(3, article="B", outcome="arrested"))),
        ("past", pair(PAST, NEWS)),
        ("past", pair(NEWS, PAST)),
        ("past", pair(at(when("2023-07-09")), NEWS)),
        ("implied", pair(count(1, means=Means.NOUN), count(13))),
    ],
)
def test_a_veto_rules_out_what_it_says(name: str, ruled_out: Pair) -> None:
    assert BY_NAME[name](ruled_out)


@pytest.mark.parametrize(
    ("left", "right", "levels", "holds"),
    [
        (NOUGHT, SOME, {}, True),
        (SOME, NOUGHT, {}, True),
        (NOUGHT, NOUGHT, {}, False),
        (SOME, SOME, {}, False),
        (count(0, outcome="casualties"), SOME, {}, True),
        (count(0, outcome="casualties"), count(3, outcome="wounded"), {}, True),
        (count(0, outcome="casualties"), count(3, outcome="missing"), {}, False),
        (count(0, outcome="casualties"), count(3, outcome="casualties"), {}, True),
        (count(0, outcome="wounded"), SOME, {}, False),
        (count(0, outcome="arrested"), count(3, outcome="arrested"), {}, False),
        (count(0, "child", **HURT), count(3, "guard", **HURT), {}, False),
        (NOUGHT, SOME, {"times": "other"}, False),
        (NOUGHT, SOME, {"places": "other"}, False),
        (NOUGHT, made("3 miles", figure(3, unit="mile", dimension="length"), **HURT), {}, False),
        (made("0", figure(0), Kind.MONEY, **HURT), made("3", figure(3), Kind.MONEY, **HURT), {}, False),
    ],
)
def test_nought_stands_against_a_count_of_those_whom_one_thing_befell(
    left: Mention, right: Mention, levels: dict[str, str], holds: bool
) -> None:
    assert is_none_against_some(pair(left, right, levels)) is holds


@pytest.mark.parametrize(
    ("left", "right", "rules_out"),
    [
        ("12 Danish soldiers", "9 Swedish soldiers", True),
        ("12 Danish soldiers", "9 Danish soldiers", False),
        ("12 Danish and Swedish soldiers", "9 Swedish soldiers", False),
        ("12 Danish soldiers", "9 soldiers", False),
        ("12 Danish soldiers", "9 harbour soldiers", False),
        ("12 DANISH SOLDIERS", "9 Swedish soldiers", False),
    ],
)
def test_people_of_two_countries_are_of_two_sides(left: str, right: str, rules_out: bool) -> None:
    sides = [
        count(int(text.split()[0]), "soldier", text=text, qualifiers=tuple(text.lower().split()[1:-1]))
        for text in (left, right)
    ]
    assert BY_NAME["side"](pair(*sides)) is rules_out
    sums = [replace(m, kind=Kind.MONEY) for m in sides]
    assert not BY_NAME["side"](pair(*sums))


def test_a_reason_names_what_each_counts() -> None:
    two = pair(count(12, "sailor", qualifiers=("young",)), count(13, "guard"))
    assert veto(two) == "different groups: sailor; guard"
    sailors = [count(n, "sailor", qualifiers=(of,)) for n, of in ((12, "young"), (13, "old"))]
    assert veto(pair(*sailors, {"head": "kindred", "qualifiers": "other"})) == "different groups"
    assert veto(pair(count(12), count(13))) == ""

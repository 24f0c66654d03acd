"""What is asked of two mentions: each question has each of its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pairs
import pytest

from divergence.facts.quantity.quantity import Quantity
from divergence.facts.quotation.quote import Quotation
from divergence.facts.time.moment import Moment
from divergence.link.comparisons import COMPARISONS, VALUE_COMPARISONS, anchor_level, bin_of
from divergence.link.context import Context
from divergence.link.pairs import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Means, Mention

QUESTIONS = {question.name: question for question in (*COMPARISONS, *VALUE_COMPARISONS)}
TEXT = "Police in Orvane said the blast killed 12 sailors on Monday."
Pairs = Callable[..., tuple[Pair, ...]]


@pytest.fixture(scope="module")
def plain(pairs_of: Pairs) -> Context:
    """The context of a count, from which others are made."""
    return next(p.left for p in pairs_of(TEXT, TEXT) if p.left.mention.kind == "number")


def made(plain: Context, changes: Mapping[str, Any]) -> Context:
    """The context with other fields, of its own, its mention's or its slot's."""
    slot = {k: v for k, v in changes.items() if hasattr(plain.mention.slot, k)}
    said = {k: v for k, v in changes.items() if k in ("speaker", "means", "value")}
    own = {k: v for k, v in changes.items() if k not in slot and k not in said}
    mention = replace(plain.mention, slot=replace(plain.mention.slot, **slot), **said)
    return replace(plain, mention=mention, **own)


def figure(low: int, high: int | None = None) -> Quantity:
    return Quantity(Decimal(low), Decimal(low if high is None else high))


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@pytest.mark.parametrize(
    ("question", "one", "other", "level"),
    [
        ("qualifiers", {"qualifiers": ()}, {"qualifiers": ()}, "unsaid"),
        ("qualifiers", {"qualifiers": ("young",)}, {"qualifiers": ("young",)}, "same"),
        ("qualifiers", {"qualifiers": ("young", "tall")}, {"qualifiers": ("young",)}, "shared"),
        ("qualifiers", {"qualifiers": ("young",)}, {"qualifiers": ("old",)}, "other"),
        ("qualifiers", {"qualifiers": ("young",)}, {"qualifiers": ()}, "half said"),
        *(
            (name, {name: one}, {name: other}, level)
            for name in ("outcome", "predicate", "role", "holder")
            for one, other, level in (
                ("", "", "unsaid"),
                ("hit", "", "half said"),
                ("hit", "hit", "same"),
                ("hit", "run", "other"),
            )
        ),
        ("holder", {"holder": "ada kell"}, {"holder": "kell"}, "shared"),
        ("holder", {"holder": "ada kell"}, {"holder": "ada kell"}, "same"),
        ("mood", {}, {}, "same"),
        ("mood", {"modal": True}, {}, "modal"),
        ("mood", {"modal": True}, {"negated": True}, "negated"),
        ("mood", {"modal": True, "negated": True}, {"modal": True, "negated": True}, "same"),
        ("position", {"position": "lead"}, {"position": "body"}, "body+lead"),
        ("position", {"position": "body"}, {"position": "lead"}, "body+lead"),
        ("speaker", {"speaker": "Police"}, {"speaker": "police"}, "same"),
        ("speaker", {"speaker": None}, {"speaker": "police"}, "half said"),
        ("speaker", {"speaker": None}, {"speaker": None}, "unsaid"),
        ("names", {"names": words("orvane kell")}, {"names": words("orvane")}, ">=1"),
        ("names", {"names": words("orvane kell")}, {"names": words("orvane holm")}, ">=0.5"),
        ("names", {"names": words("orvane kell x")}, {"names": words("orvane holm y")}, ">=0.01"),
        ("names", {"names": words("kell")}, {"names": words("holm")}, "less"),
        ("names", {"names": frozenset()}, {"names": words("holm")}, "unsaid"),
        *(
            (name, {name: one}, {name: other}, level)
            for name in ("part", "first", "repeated")
            for one, other, level in ((False, False, "none"), (True, False, "one"), (True, True, "both"))
        ),
        ("sole", {"sole": True}, {"sole": True}, "other units"),
        (
            "sole",
            {"sole": True, "value": replace(figure(3), unit="mile")},
            {"sole": False, "value": replace(figure(4), unit="mile")},
            "one",
        ),
        (
            "sole",
            {"sole": True, "value": replace(figure(3), unit="mile")},
            {"sole": True, "value": replace(figure(4), unit="yard")},
            "other units",
        ),
        ("published", {"published": "2024-05-06"}, {"published": "2024-05-07"}, "other"),
        ("published", {"published": ""}, {"published": "2024-05-07"}, "half said"),
        *(
            (name, {name: words(one)}, {name: words(other)}, level)
            for name in ("agent", "patient")
            for one, other, level in (
                ("", "", "unsaid"),
                ("blast", "", "half said"),
                ("", "blast", "half said"),
                ("blast", "blast", "same"),
                ("blast mine", "blast", "shared"),
                ("blast", "mine", "other"),
            )
        ),
        ("stated", {}, {}, "both"),
        ("stated", {"means": Means.NOUN}, {}, "one"),
        ("stated", {"means": Means.NOUN}, {"means": Means.NOUN}, "none"),
        ("stated", {"means": Means.PLURAL}, {}, "both"),
        ("scope", {"head": "sailor"}, {"head": "sailor"}, "alike"),
        ("scope", {"head": "people"}, {"head": "victim"}, "alike"),
        ("scope", {"head": "people", "value": figure(9)}, {"head": "sailor", "value": figure(8)}, "general larger"),
        ("scope", {"head": "people", "value": figure(8)}, {"head": "sailor", "value": figure(8)}, "general larger"),
        ("scope", {"head": "people", "value": figure(7)}, {"head": "sailor", "value": figure(8)}, "particular larger"),
        ("scope", {"head": "sailor", "value": figure(8)}, {"head": "people", "value": figure(9)}, "general larger"),
        (
            "scope",
            {"head": "people", "value": figure(7, 20)},
            {"head": "sailor", "value": figure(8)},
            "particular larger",
        ),
        (
            "scope",
            {"head": "people", "value": figure(9)},
            {"head": "sailor", "value": figure(8, 20)},
            "particular larger",
        ),
        ("ratio", {"value": figure(3)}, {"value": figure(3)}, ">=1"),
        ("ratio", {"value": figure(6)}, {"value": figure(3)}, ">=2"),
        ("ratio", {"value": figure(3)}, {"value": figure(300)}, ">=100"),
        ("ratio", {"value": figure(-3)}, {"value": figure(300)}, ">=100"),
        ("ratio", {"value": figure(0)}, {"value": figure(300)}, "zero"),
    ],
)
def test_each_answer(
    plain: Context, question: str, one: Mapping[str, Any], other: Mapping[str, Any], level: str
) -> None:
    left, right = made(plain, one), made(plain, other)
    asked = QUESTIONS[question]
    assert asked.answer(left, right) == level
    assert asked.answer(right, left) == level
    assert level in asked.levels


def test_a_bound_belongs_to_its_own_level() -> None:
    assert [bin_of(v, (2.0, 1.0)) for v in (2.5, 2.0, 1.9, 1.0, 0.9)] == [">=2", ">=2", ">=1", ">=1", "less"]


@pytest.mark.parametrize(
    ("relations", "level"),
    [
        ({Relation.SAME, Relation.CONFLICTS}, "same"),
        ({Relation.VARIANT}, "same"),
        ({Relation.REFINES, Relation.CONFLICTS}, "fits"),
        ({Relation.CONTAINS}, "fits"),
        ({Relation.CONFLICTS, Relation.CANNOT_TELL}, "other"),
        ({Relation.CANNOT_TELL}, "half said"),
    ],
)
def test_two_sentences_name_a_common_time_where_any_two_of_theirs_are_one(
    plain: Context, relations: set[Relation], level: str
) -> None:
    left = tuple(replace(plain.mention, text=str(n)) for n in range(len(relations)))
    listed = sorted(relations)

    def relation(one: Mention, other: Mention) -> Relation:
        return listed[int(one.text)]

    assert anchor_level(left, (plain.mention,), relation) == level


def test_where_a_sentence_names_no_time_nothing_or_half_is_said(plain: Context) -> None:
    assert anchor_level((), ()) == "unsaid"
    assert anchor_level((plain.mention,), ()) == anchor_level((), (plain.mention,)) == "half said"


def said_by(kind: Kind, *words: str) -> Mention:
    return pairs.made(" ".join(words), Quotation(words) if kind is Kind.QUOTE else pairs.figure(12), kind)


def test_the_wording_of_two_quotations_is_compared_and_of_nothing_else() -> None:
    one, other = said_by(Kind.QUOTE, "we", "shall", "go"), said_by(Kind.QUOTE, "we", "shall", "see")
    levels = pairs.pair(one, one).levels, pairs.pair(one, other).levels
    assert [level["wording"] for level in levels] == [">=0.7", "less"]
    assert pairs.pair(said_by(Kind.NUMBER, "12"), said_by(Kind.NUMBER, "12")).levels["wording"] == "no quotation"
    (question,) = (q for q in COMPARISONS if q.name == "wording")
    assert question.sees(pairs.context(one)) != question.sees(pairs.context(other))
    assert question.sees(pairs.context(said_by(Kind.NUMBER, "12"))) is None


def day(number: int | None, month: int = 5) -> Mention:
    return pairs.made("a day", Moment(year=2024, month=month, day=number), Kind.DATE)


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ((), (), "unsaid"),
        ((day(3),), (), "half said"),
        ((), (day(3),), "half said"),
        ((day(3),), (day(3),), "same"),
        ((day(3), day(4)), (day(4),), "same"),
        ((day(None),), (day(4),), "fits"),
        ((day(3),), (day(4),), "other"),
    ],
)
def test_sentences_name_a_common_time_or_another(
    left: tuple[Mention, ...], right: tuple[Mention, ...], level: str
) -> None:
    assert anchor_level(left, right) == level


@pytest.mark.parametrize(
    ("left", "right", "scope"),
    [
        (pairs.count(12, "people"), pairs.count(12, "sailor"), "general larger"),
        (pairs.count(12, "sailor"), pairs.count(12, "people"), "general larger"),
        (pairs.count(11, "people"), pairs.count(12, "sailor"), "particular larger"),
        (pairs.made("9 to 14", pairs.figure(9, 14), head="people"), pairs.count(12, "sailor"), "particular larger"),
        (pairs.count(30, "people"), pairs.made("9 to 14", pairs.figure(9, 14), head="sailor"), "general larger"),
        (pairs.count(12, "people"), pairs.count(13, "people"), "alike"),
        (pairs.count(12, "sailor"), pairs.count(13, "guard"), "alike"),
        (
            pairs.made("34", pairs.figure(34), Kind.AGE, head="people"),
            pairs.made("3", pairs.figure(3), Kind.AGE),
            "no count",
        ),
    ],
)
def test_a_general_word_with_the_larger_figure_may_hold_the_other(left: Mention, right: Mention, scope: str) -> None:
    assert pairs.pair(left, right).levels["scope"] == scope


@pytest.mark.parametrize(
    ("left", "right", "ratio"),
    [
        (0, 12, "zero"),
        (12, 0, "zero"),
        (0, 0, "zero"),
        (1, 1, ">=1"),
        (12, 12, ">=1"),
        (10, 12, ">=1.2"),
        (12, 10, ">=1.2"),
        (-10, 12, ">=1.2"),
        (10, -12, ">=1.2"),
        (1, 20, ">=20"),
        (1, 100, ">=100"),
    ],
)
def test_how_many_times_the_larger_figure_is_the_smaller(left: int, right: int, ratio: str) -> None:
    assert pairs.pair(pairs.count(left), pairs.count(right)).levels["ratio"] == ratio
    assert pairs.pair(day(3), day(4)).levels["ratio"] == "no figures"


def test_a_ratio_is_of_the_least_that_is_said() -> None:
    ranges = pairs.made("10 to 90", pairs.figure(10, 90)), pairs.made("12 to 13", pairs.figure(12, 13))
    assert pairs.pair(*ranges).levels["ratio"] == ">=1.2"

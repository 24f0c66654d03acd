"""What is asked of two mentions: each question has each of its answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from divergence.facts.quantity.quantity import Quantity
from divergence.link.comparisons import COMPARISONS, VALUE_COMPARISONS, anchor_level, bin_of
from divergence.link.context import Context
from divergence.link.pairs import Pair
from divergence.model.comparison import Relation
from divergence.model.fact import Means, Mention

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

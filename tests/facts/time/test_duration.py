"""Durations: laws and hostile text; values and refusals are in ``cases/duration.toml``."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.facts.time import duration_grammar
from divergence.facts.time.count import Amount, read_amount
from divergence.facts.time.duration import DURATION, duration_of, phrase, relate, seconds, timex
from divergence.facts.time.duration_grammar import Duration, durations
from divergence.language import parse
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Article, Span


def article(text: str) -> Article:
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*\S|\S", text))
    return Article("A", "a.txt", text, paragraphs)


def test_hedges_widen_the_seconds() -> None:
    nine = Duration(Decimal(9), Decimal(9), "hour")
    assert seconds(nine, Hedge.EXACTLY) == (32_400, 32_400)
    assert seconds(nine, Hedge.NEARLY)[1] == 32_400
    assert seconds(nine, Hedge.MORE_THAN) == (32_400, 48_600)


def test_timex_of_units() -> None:
    assert timex(Duration(Decimal("4.5"), Decimal("4.5"), "month")) == "P4.5M"
    assert timex(Duration(Decimal(2), Decimal(2), "decade")) == "P2DE"
    assert timex(Duration(Decimal(15), Decimal(15), "second")) == "PT15S"


WORDS = (
    "nearly more than two 3 1/2 a an half day days week-long hours and over past the several - , year old ago".split()
)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_laws_hold_on_scrambled_words(text: str) -> None:
    found = list(DURATION.find(parse(article(text))))
    assert all(text[m.span.start : m.span.end] == m.text for m in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    for a in found:
        assert DURATION.relate(a, a).relation == "same"
        assert all(DURATION.relate(a, b).relation == DURATION.relate(b, a).relation for b in found)


@pytest.mark.parametrize(
    "unit", ["one ", "a ", "1", "1,", "two-", "nearly ", "day ", "twenty one ", "2 days, ", "1:02:03 ", "2h 1m "]
)
def test_hostile_repetition_stays_linear(unit: str) -> None:
    patterns = [p for p in vars(duration_grammar).values() if isinstance(p, re.Pattern)]
    assert grows_in_line(lambda size: [p.findall(unit * (size // len(unit))) for p in patterns], 10_000)


def test_no_tokens_is_no_error() -> None:
    assert durations(parse(article(""))) == ()


def lasting(low: str, unit: str, hedge: Hedge = Hedge.EXACTLY, high: str | None = None, vague: bool = False) -> Mention:
    """A length of time as one article gives it."""
    value = Duration(Decimal(low), Decimal(high or low), unit, vague)
    return Mention(Kind.DURATION, Span("A", 0, 1), "x", value, hedge, Slot(), Span("A", 0, 1), 0, "test")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (lasting("2", "hour"), lasting("2", "hour"), Relation.SAME),
        (lasting("2", "hour"), lasting("2.5", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour"), lasting("150", "minute"), Relation.ROUNDED),
        (lasting("2", "hour"), lasting("149", "minute"), Relation.ROUNDED),
        (lasting("2", "hour"), lasting("151", "minute"), Relation.CONFLICTS),
        (lasting("2", "hour"), lasting("90", "minute"), Relation.ROUNDED),
        (lasting("2", "hour"), lasting("89", "minute"), Relation.CONFLICTS),
        (lasting("2", "hour"), lasting("3", "hour"), Relation.CONFLICTS),
        (lasting("2.5", "hour"), lasting("150", "minute"), Relation.ROUNDED),
        (lasting("2.5", "hour"), lasting("166", "minute"), Relation.CONFLICTS),
        (lasting("2.25", "hour"), lasting("135", "minute"), Relation.ROUNDED),
        (lasting("2.25", "hour"), lasting("143", "minute"), Relation.CONFLICTS),
        (lasting("2.1", "hour"), lasting("130", "minute"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.ABOUT), lasting("2.4", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.ABOUT), lasting("2.5", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.ABOUT), lasting("1.6", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.MORE_THAN), lasting("3", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.MORE_THAN), lasting("3.1", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.MORE_THAN), lasting("1.9", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.AT_LEAST), lasting("6", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.AT_LEAST), lasting("6.1", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.LESS_THAN), lasting("1", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.AT_MOST), lasting("2.1", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.NEARLY), lasting("1.6", "hour"), Relation.ROUNDED),
        (lasting("2", "hour", Hedge.NEARLY), lasting("1.5", "hour"), Relation.CONFLICTS),
        (lasting("2", "hour", Hedge.NEARLY), lasting("2", "hour"), Relation.ROUNDED),
        (lasting("2", "day", Hedge.EXACTLY, "3"), lasting("3", "day"), Relation.ROUNDED),
        (lasting("2", "day", Hedge.EXACTLY, "3"), lasting("4", "day"), Relation.CONFLICTS),
        (lasting("3", "day", Hedge.EXACTLY, "12", True), lasting("4", "day"), Relation.REFINES),
        (lasting("3", "day", Hedge.EXACTLY, "12", True), lasting("14", "day"), Relation.CONFLICTS),
        (lasting("1", "week"), lasting("7", "day"), Relation.ROUNDED),
        (lasting("1", "week"), lasting("10", "day"), Relation.ROUNDED),
        (lasting("1", "week"), lasting("11", "day"), Relation.CONFLICTS),
        (lasting("1", "week", Hedge.ABOUT), lasting("10", "day"), Relation.ROUNDED),
        (lasting("1", "week", Hedge.ABOUT), lasting("11", "day"), Relation.CONFLICTS),
    ],
)
def test_two_lengths(left: Mention, right: Mention, relation: Relation) -> None:
    assert relate(left, right).relation is relation
    assert relate(right, left).relation is relation


@pytest.mark.parametrize(
    ("mention", "words", "value"),
    [
        (lasting("2", "hour"), "2 hours", "PT2H"),
        (lasting("1", "hour"), "1 hour", "PT1H"),
        (lasting("1", "hour", Hedge.MORE_THAN), "more than 1 hour", "PT1H"),
        (lasting("2", "day", Hedge.EXACTLY, "3"), "2 to 3 days", "P2D"),
        (lasting("2", "day", Hedge.EXACTLY, "13", True), "days", "PXD"),
        (lasting("3", "day", Hedge.EXACTLY, "9", True), "several days", "PXD"),
        (lasting("2", "day", Hedge.EXACTLY, "6", True), "a few days", "PXD"),
        (lasting("4", "day", Hedge.EXACTLY, "99", True), "many days", "PXD"),
        (lasting("24", "day", Hedge.EXACTLY, "99", True), "dozens of days", "PXD"),
        (lasting("100", "day", Hedge.EXACTLY, "999", True), "hundreds of days", "PXD"),
        (lasting("2.50", "hour"), "2.5 hours", "PT2.5H"),
        (lasting("1", "fortnight"), "1 fortnight", "P2W"),
        (lasting("1", "night"), "1 night", "P1D"),
        (lasting("3", "season"), "3 seasons", "P3Y"),
        (lasting("2", "century"), "2 centuries", "P2CE"),
        (lasting("1", "weekend"), "1 weekend", "P1W"),
    ],
)
def test_a_length_is_printed(mention: Mention, words: str, value: str) -> None:
    assert (phrase(mention), timex(duration_of(mention))) == (words, value)


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("a", ("1", "1", False)),
        ("half an", ("0.5", "0.5", False)),
        ("a half", ("0.5", "0.5", False)),
        ("two", ("2", "2", False)),
        ("2", ("2", "2", False)),
        ("2 1/2", ("2.5", "2.5", False)),
        ("2½", ("2.5", "2.5", False)),
        ("2 ¼", ("2.25", "2.25", False)),
        ("1,200", ("1200", "1200", False)),
        ("2.5", ("2.5", "2.5", False)),
        ("two to three", ("2", "3", False)),
        ("2-3", ("2", "3", False)),
        ("3-2", None),
        ("two-to-three", ("2", "3", False)),
        ("several", ("3", "9", True)),
        ("a few", ("2", "6", True)),
        ("twenty-four", ("24", "24", False)),
        ("one and a half", ("1.5", "1.5", False)),
        ("zorb", None),
        ("hundreds of", ("100", "999", True)),
        ("2 and 3", ("2", "3", False)),
    ],
)
def test_amounts(printed: str, amount: tuple[str, str, bool] | None) -> None:
    found = read_amount(printed)
    assert found == (None if amount is None else Amount(Decimal(amount[0]), Decimal(amount[1]), amount[2]))

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
from divergence.facts.time.duration import DURATION, seconds, timex
from divergence.facts.time.duration_grammar import Duration, durations
from divergence.language import parse
from divergence.model.fact import Hedge
from divergence.model.text import Article


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

"""Laws of quantities: what holds for every number, sum, percentage and age."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.facts import fact_type
from divergence.facts.quantity.expressions import expressions
from divergence.language import parse
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article

KINDS = (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.AGE)
PHRASES = [
    phrase.strip()
    for line in """
5 soldiers | 23 soldiers | about 40 soldiers | 38 soldiers | more than 200 soldiers | at least 6 soldiers
20-25 soldiers | at least 7 soldiers | up to 80 soldiers | dozens of soldiers | several soldiers
3 of 4 lines | half of them | 52-48 | 10 km | six miles | 10 tonnes | 5.6-magnitude | $2.5 million
2.6 million euros | US$40 | $5 a barrel | 5 percentage points | 65% | nearly 70 percent | 17-year-old
9-month-old | nearly 2 million people
""".strip().splitlines()
    for phrase in line.split("|")
]


@pytest.fixture(scope="module")
def samples(article: Callable[..., Article]) -> list[Mention]:
    """One mention of every phrase."""
    found = []
    for phrase in PHRASES:
        parsed = parse(article(f"They counted {phrase} there."))
        found += [m for kind in KINDS for m in fact_type(kind).find(parsed)][:1]
    assert len(found) == len(PHRASES)
    return found


def test_relations_are_symmetric_and_a_value_is_itself(samples: list[Mention]) -> None:
    for a in samples:
        relate = fact_type(a.kind).relate
        assert relate(a, a).relation == Relation.SAME
        for b in samples:
            assert relate(a, b).relation == relate(b, a).relation
            assert relate(a, b).why


def test_the_same_value_prints_the_same(samples: list[Mention]) -> None:
    for a in samples:
        for b in samples:
            kind = fact_type(a.kind)
            if a.value == b.value and a.hedge == b.hedge:
                assert kind.phrase(a) == kind.phrase(b)


WORDS = """
killed 5 23 five of its soldiers , . and at least more than $ % 2.6m half a million 17 - year old aged ( 34 ) Smith
Kabul 2019 October 19 the one no both km miles magnitude \u2019s 1,300 to from between 20 25 dozens were \u00bd 9/11
MH17 euros cents per barrel [1] ! or another others
""".split()
TEXTS = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=25).map(" ".join)


@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_laws_of_find(article: Callable[..., Article], text: str) -> None:
    """Never raises; a mention is its text; mentions of one kind do not overlap; the anchor lies inside."""
    parsed = parse(article(text))
    for kind in KINDS:
        found = sorted(fact_type(kind).find(parsed), key=lambda m: m.span)
        for mention in found:
            assert mention.text == text[mention.span.start : mention.span.end]
            assert mention.sentence.start <= mention.span.start
            if mention.anchor:
                assert mention.span.start <= mention.anchor[0] < mention.anchor[1] <= mention.span.end
            fact_type(kind).phrase(mention)
            fact_type(kind).fields(mention)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None)
def test_expressions_never_raise(text: str) -> None:
    for found in expressions(text):
        assert 0 <= found.start <= found.inner_start < found.inner_end <= found.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        "1 ",
        "1-",
        "five to ",
        "$1",
        "1% ",
        "9/",
        "1,000 ",
        "between 1 and ",
        "a ",
        "+1 2 ",
        "x@",
        "-1",
        "night one ",
        "one of the ",
        "pre-post-",
        "1 to 2 ",
        "ago ",
    ],
)
def test_time_grows_with_the_text_only(piece: str) -> None:
    assert grows_in_line(lambda size: expressions(piece * size), 1_000)

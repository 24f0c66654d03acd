"""Where quotations begin and end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from time_growth import grows_in_line

from divergence.facts.quotation.marks import quoted


def inside(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    spans, at = [], 0
    for paragraph in paragraphs:
        spans.append((at, at + len(paragraph)))
        at += len(paragraph) + 1
    return [text[q.start : q.end] for q in quoted(text, tuple(spans))]


def test_nested_quotation_is_one() -> None:
    assert inside("“He said ‘stop’ and left,” she said.") == ["He said ‘stop’ and left,"]


def test_two_in_one_sentence() -> None:
    assert inside('It was "bad," he said, and "worse".') == ["bad,", "worse"]


def test_quotation_over_paragraphs_is_reopened() -> None:
    assert inside("“We came early. We stayed.", "“Then we left,” he said.") == [
        "We came early. We stayed.",
        "Then we left,",
    ]


def test_lost_closing_mark_ends_with_the_sentence() -> None:
    assert inside("He said: “We stay. Then he left the hall.", "They followed.") == ["We stay."]


def test_apostrophes_quote_nothing() -> None:
    assert inside("The miners' pay and the drivers' pay. Rock 'n' roll in the ’90s; it's the mayor's.") == []


def test_inches_quote_nothing() -> None:
    assert inside("He is 6' 2\" tall and she 5' 9\" tall.") == []


@given(st.text(alphabet="“”\"'‘’«» ab.,\n", max_size=80))
@settings(max_examples=80, deadline=None)
def test_stretches_are_ordered_and_inside(text: str) -> None:
    found = quoted(text, ((0, len(text)),))
    assert all(0 <= q.outer_start <= q.start <= q.end <= q.outer_end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ["“", '"a', "'a ", "‘a ", "a' ", "“a” ", "``a"])
def test_hostile_repetition_stays_linear(unit: str) -> None:
    def work(size: int) -> object:
        text = unit * (size // len(unit))
        return quoted(text, ((0, len(text)),))

    assert grows_in_line(work, 25_000)


def test_so_long_a_quotation_may_be() -> None:
    """One that runs longer has lost its closing mark, and ends with its sentence, else after six hundred signs."""
    assert len(inside("“" + "a " * 1499 + "a”")[0]) == 2999
    assert inside("“We left. " + "a " * 1500 + "a”")[0] == "We left."
    assert len(inside("“" + "a " * 1600 + "a")[0]) == 600
    assert len(inside("“" + "a " * 1500, "“Then we left.”")[0]) == 3000
    assert inside("“We left. " + "a " * 1500, "“Then he left.”") == ["We left.", "Then he left."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left “early” and “late”.", ["early", "late"]),
        ("He left „early“ there.", ["early"]),
        ("He left «early» there.", ["early"]),
        ("He left ``early'' there.", ["early"]),
        ('He left “early" there.', ["early"]),
        # single marks
        ("He left ‘early’ there.", ["early"]),
        ("He left 'early' there.", []),
        ("He left 'too early' there.", ["too early"]),
        ("He left 'early,' then.", ["early,"]),
        ("He said ‘the soldiers’ duty is done’ there.", ["the soldiers’ duty is done"]),
        ("He said ‘the soldiers’ and left.", ["the soldiers"]),
        ("He said ‘so " + "a " * 310 + "there’.", []),
        ("He said “it is ‘so bad’ there”.", ["it is ‘so bad’ there"]),
        # a lost opening mark
        ("They came. We stayed there,” said Ann.", ["We stayed there,"]),
        ("We stayed there,” said Ann.", ["We stayed there,"]),
        ("We stayed there,” sang Ann.", []),
        ("They “came. We stayed there,” said Ann.", ["came. We stayed there,"]),
    ],
)
def test_marks_of_all_kinds(text: str, expected: list[str]) -> None:
    assert inside(text) == expected

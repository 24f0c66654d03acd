"""Answers are validated here whatever a server promised."""

from __future__ import annotations

import json

import pytest
from second.scripted import ALARM

from divergence.second.answers import AnswerError, read_check, read_reading


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "no JSON",
        '{"disagreements": [',
        "[]",
        "{}",
        '{"disagreements": {}}',
        '{"disagreements": [1, 2]}',
        "[" * 9999,
    ],
)
def test_what_cannot_be_read_is_an_error_and_no_empty_list(text: str) -> None:
    with pytest.raises(AnswerError):
        read_reading(text)


def test_an_empty_list_and_a_fenced_answer_are_answers() -> None:
    assert read_reading('{"disagreements": []}') == ((), 0)
    assert len(read_reading(f"```json\n{json.dumps({'disagreements': [ALARM]})}\n```")[0]) == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"kind": "rumour"},
        {"confidence": 1.5},
        {"confidence": "high"},
        {"confidence": True},
        {"readings": []},
        {"readings": [{"article": "A"}, {"article": 1, "quote": "x", "value": "y"}]},
    ],
)
def test_an_entry_that_breaks_the_schema_is_counted_and_dropped(broken: dict[str, object]) -> None:
    given, malformed = read_reading(json.dumps({"disagreements": [ALARM, {**ALARM, **broken}]}))
    assert (len(given), malformed) == (1, 1)


def test_a_pair_that_is_judged_twice_is_judged_by_neither() -> None:
    judged = [
        {"id": "p1", "verdict": "conflict", "probability": 0.9},
        {"id": "p1", "verdict": "compatible", "probability": 0},
    ]
    other = {"id": "p2", "verdict": "conflict", "probability": 0.8}
    assert set(read_check(json.dumps({"pairs": [*judged, other]}))) == {"p2"}

"""The list of known findings."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from check_results import comparison, soldiers, two_articles

from divergence.errors import UsageError
from divergence.review.baseline import differences, parse_baseline, write_baseline

STORY = two_articles()


def test_what_is_written_is_read_back() -> None:
    text = write_baseline([comparison(STORY, soldiers(STORY, "d-2"), soldiers(STORY, "d-1"))])
    assert parse_baseline(text, "b").known == {("border-talks", "d-1"), ("border-talks", "d-2")}


def test_one_line_a_finding_and_the_order_of_stories_does_not_matter() -> None:
    other = two_articles(story="another")
    compared = [comparison(STORY, soldiers(STORY)), comparison(other, soldiers(other))]
    text = write_baseline(compared)
    assert text == write_baseline(reversed(compared))
    assert sum('"id"' in line for line in text.splitlines()) == 2


def test_nothing_known_is_a_baseline_too() -> None:
    assert parse_baseline(write_baseline([]), "b").known == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": "divergence-report", "version": 1}', "[" * 100_000])
def test_anything_else_is_a_usage_error(text: str) -> None:
    with pytest.raises(UsageError, match="divergence baseline"):
        parse_baseline(text, "b.json")


def test_another_version_of_anything_is_told() -> None:
    data = json.loads(write_baseline([comparison(STORY)]))
    assert differences(parse_baseline(json.dumps(data), "b"), "en_news 1.0.0") == ()
    data |= {"weights": "000000000000", "pipeline": "en_news 0.9"}
    told = differences(parse_baseline(json.dumps(data), "b"), "en_news 1.0.0")
    assert [line.split(" with ")[1].split(",")[0] for line in told] == [
        "language pipeline en_news 0.9",
        "weights 000000000000",
    ]


def test_a_baseline_of_another_version_or_form_is_none() -> None:
    data = json.loads(write_baseline([comparison(STORY)]))
    assert (data["format"], data["version"]) == ("divergence-baseline", 1)
    assert len(data["weights"]) == 12
    for other in ({"version": 2}, {"format": "other"}):
        with pytest.raises(UsageError, match="is not a divergence-baseline of version 1"):
            parse_baseline(json.dumps(data | other), "b.json")


def test_letters_are_written_as_they_are() -> None:
    story = two_articles(story="Grüße")
    compared = replace(comparison(story, soldiers(story)), pipeline="en_größer")
    text = write_baseline([compared])
    assert "Grüße" in text
    assert "en_größer" in text

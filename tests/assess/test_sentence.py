"""Reasons as sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.assess.sentence import sentence
from divergence.model.text import Story
from divergence.pipeline import compare


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("5 and 23 cannot both be right of one count", "5 and 23 cannot both be right of one and the same fact."),
        (
            "2 hours and 3 hours cannot both be right of one length of time",
            "2 hours and 3 hours cannot both be right of one and the same fact.",
        ),
        ("5 and 23 cannot both be right of “all boats”", "5 and 23 cannot both be right of “all boats”."),
        ("both passages speak of one place", "Both passages speak of one place."),
        ("only there stands “is it so?”", "Only there stands “is it so?”"),
        ("It is over.", "It is over."),
        ("“will” and “must” do not say the same", "“will” and “must” do not say the same."),
        ("", ""),
    ],
)
def test_a_reason_becomes_a_sentence(reason: str, told: str) -> None:
    assert sentence(reason) == told


@pytest.mark.parametrize(
    "texts",
    [
        ("The quake in Orvane killed 12 people on Monday.", "The quake in Orvane killed 31 people on Monday."),
        ("“We can not leave the old port today,” Holm said.", "“We must not leave the old port today,” Holm said."),
    ],
)
def test_all_that_explains_a_finding_is_in_sentences(story: Callable[..., Story], texts: tuple[str, str]) -> None:
    (found,) = compare(story(*texts, published="2024-03-05")).divergences
    assert found.why
    for told in (*found.why, *([found.explanation] if found.explanation else [])):
        assert told[:1] == told[:1].upper()
        assert told[-1] in ".”"


def test_words_of_a_quotation_differ_as_they_are_printed(story: Callable[..., Story]) -> None:
    texts = "“We can’t leave the old port today,” Holm said.", "“We don’t leave the old port today,” Holm said."
    (found,) = compare(story(*texts)).divergences
    assert found.why[0] == "The quoted words differ: “can’t” / “don’t”."

"""What grouping sees of an article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.group.profile import READ, profile, stem, text_key
from divergence.model.text import Article


@pytest.mark.parametrize(
    ("word", "stemmed"),
    [("Ferries", "ferrie"), ("boats", "boat"), ("Post's", "post"), ("class", "class"), ("gas", "gas")],
)
def test_words_lose_their_plural_and_genitive(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_names_are_words_with_a_capital_inside_a_sentence(article: Callable[..., Article]) -> None:
    found = profile(article("Boats sank off Corvo. Rescuers came from Horta, said Ann Oakley of the Guard."))
    assert set(found.names) == {"corvo", "horta", "ann", "oakley", "guard"}
    assert set(found.full_names) == {"ann oakley"}


def test_dates_numbers_and_headline(article: Callable[..., Article]) -> None:
    text = "Ferry sinks\n\nOn Monday 40 people died, as in March 2019."
    found = profile(article(text, published="2026-03-03T08:00:00"))
    assert (found.weekdays, found.months, found.years) == ({"monday"}, {"march"}, {"2019"})
    assert set(found.numbers) == {"40", "2019"}
    assert set(found.title) == {"ferry", "sink"}
    assert profile(article(text, title="Storm off Corvo")).title == {"storm": 1, "corvo": 1}
    assert (found.day, profile(article(text)).day) == (739678, None)


def test_what_is_far_down_is_background(article: Callable[..., Article]) -> None:
    found = profile(article("word " * READ + "reef"))
    assert "reef" not in found.terms


def test_what_is_no_story_is_passed_over(article: Callable[..., Article]) -> None:
    text = "Ferry sinks\n\nShare this page"
    assert "share" not in profile(article(text, masked=((13, 28),))).terms  # type: ignore[arg-type]


def test_one_text_has_one_key_whatever_its_file(article: Callable[..., Article]) -> None:
    assert text_key(article("Nine  died.\n\nTwo lived.")) == text_key(article("Nine died.\nTwo lived.", id="B"))
    assert text_key(article("Nine died.")) != text_key(article("Ten died."))


def test_the_beginning_stands_for_a_headline(article: Callable[..., Article]) -> None:
    found = profile(article("mill " * 29 + "harbour\nOakley left."))
    assert set(found.title) == {"mill", "harbo"}

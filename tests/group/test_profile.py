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


def test_articles_stand_by_day_and_those_without_one_first(article: Callable[..., Article]) -> None:
    late, early = (profile(article("Nine died.", published=day)) for day in ("2026-03-04", "2026-03-03"))
    undated = profile(article("Nine died."))
    assert sorted((late, early, undated), key=lambda p: p.order) == [undated, early, late]
    assert undated.order == (0, undated.key)
    assert profile(article("Nine died.", published="soon")).day is None


def test_what_the_first_words_tell(article: Callable[..., Article]) -> None:
    """Eighty are the lead; among 150 a weekday is that of the event; years and months are read in all four hundred."""
    words = [f"w{letter}{number}" for letter in "abcd" for number in range(100)]
    for at, expected in ((79, (True, True)), (80, (False, True)), (149, (False, True)), (150, (False, False))):
        text = " ".join([*("mill" for _ in words[:at]), "Tuesday", *words[at + 1 :]])
        found = profile(article(text))
        assert ("tuesday" in found.lead, "tuesday" in found.weekdays) == expected
    assert profile(article("mill " * 398 + "2019 March")).years == {"2019"}
    assert profile(article("mill " * 398 + "2019 March")).months == {"march"}
    assert profile(article("mill " * 399 + "2019 March")).months == set()


def test_numbers_have_eight_signs_at_most_and_years_four_digits(article: Callable[..., Article]) -> None:
    found = profile(article("They paid 12345678 and 123456789, in 1899, 1900, 2099 and 2100, or in May."))
    assert set(found.numbers) == {"12345678", "1899", "1900", "2099", "2100"}
    assert (found.years, found.months) == ({"1900", "2099"}, set())


def test_a_capital_that_opens_a_sentence_a_line_or_a_quotation_tells_nothing(article: Callable[..., Article]) -> None:
    text = 'Boats left Horta\nMills closed. Ships came: “Crews slept,” said "Bakers of Corvo". He and The Post'
    assert set(profile(article(text)).names) == {"horta", "corvo", "post"}


def test_words_that_every_text_has_make_no_term_alone(article: Callable[..., Article]) -> None:
    found = profile(article("of the mill"))
    assert set(found.terms) == {"mill", "the mill"}

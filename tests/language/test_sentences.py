"""Sentence boundaries in news prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language import parse
from divergence.language.sentences import boundary
from divergence.model.text import Article

PARAGRAPHS = [
    ["The U.S. ambassador left on Friday.", "He returned a week later."],
    ["A tanker burned near Evansville, Ind., on Sunday night.", "Nobody was hurt."],
    ["The family was given Rs. 50,000 for the roof.", "A second grant of Rs. 20,000 will follow."],
    ["Lt. Col. Maria Sanz spoke for the navy.", "She named no ship."],
    ["Sgt. Ivo Petrov and Capt. Ana Reyes were honoured."],
    ["“We lost the roof and both boats,” Mary Owens said.", "“Nobody came.”"],
    ["“Is the bridge open?” asked the mayor.", "It was not."],
    ["“The water rose fast.", "We ran to the hill,” said Omar Haddad, a fisherman."],
    ["Ferry sinks off northern coast, 12 missing"],
    ["LAGOS, Nigeria (AP) — A ferry sank off the coast on Monday, officials said."],
    ["The fire began at 5 a.m. on Tuesday and burned for two days.", "Three houses were lost."],
    ["The No. 2 reactor was shut down.", "The other runs."],
    ["He spoke on the morning show.", '"If it rains, we will wait," he added.'],
    ["The bill was opposed by J. K. Mensah and others."],
    ["Marie-Claire Bertin was shot dead outside her home in Derby on Sunday, police said."],
]


@pytest.mark.parametrize("sentences", PARAGRAPHS, ids=lambda s: s[0][:30])
def test_sentences_of_a_paragraph(article: Callable[..., Article], sentences: list[str]) -> None:
    parsed = parse(article(" ".join(sentences)))
    assert [parsed.text(s.first, s.last) for s in parsed.sentences] == sentences


def test_what_is_sure_and_what_is_left_to_the_parser() -> None:
    words = ["He", "left", ".", "She", "stayed", "in", "the", "U.S.", "Army", "base"]
    spaced = [True, False, True, True, True, True, True, True, True, True]
    assert [boundary(words, spaced, i) for i in (0, 2, 3, 4, 8)] == [True, False, True, False, None]

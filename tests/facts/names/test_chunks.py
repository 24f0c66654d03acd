"""Names in a text and what they are."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.facts.names import organisation, person, role
from divergence.facts.names.chunks import chunks
from divergence.facts.place import place
from divergence.language import parse
from divergence.model.text import Article

Build = Callable[..., Article]
TYPES = (place.PLACE, person.PERSON, organisation.ORGANISATION, role.ROLE)


def kinds(article: Build, text: str) -> dict[str, str]:
    return {c.text: c.kind for c in chunks(parse(article(text)))}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The offer was refused by Mayor Laura Simmons on Friday.", "Laura Simmons", "person"),
        ("They met in Herat on Friday.", "Herat", "place"),
        ("The Harbour Workers Union called a strike on Friday.", "Harbour Workers Union", "organisation"),
        ("Two Norwegian ships left the port.", "Norwegian", "people"),
        ("He was taken to St. Anne's Hospital by a neighbour.", "St. Anne's Hospital", "place"),
        ("An Amber Alert was issued on Friday.", "Amber Alert", "thing"),
        ("The village of Umm Qasab was shelled on Friday.", "Umm Qasab", "place"),
        ("The Department of Public Works closed the road.", "Department of Public Works", "organisation"),
    ],
)
def test_classes(article: Build, text: str, name: str, kind: str) -> None:
    assert kinds(article, text)[name] == kind


def test_a_surname_is_its_bearers(article: Build) -> None:
    text = "The court fined Laura Simmons on Monday. The lawyer of Simmons was not there."
    assert kinds(article, text)["Simmons"] == "person"


def test_an_acronym_in_brackets_marks_an_organisation(article: Build) -> None:
    found = chunks(parse(article("They blame the Tehreek-e-Amn Punjab (TAP) for the raid.")))
    assert [(c.text, c.kind, c.short) for c in found if c.short] == [("Tehreek-e-Amn Punjab", "organisation", "TAP")]


def test_the_place_of_writing_is_no_place_of_the_story(article: Build) -> None:
    text = "OSLO (Reuters) - A man was shot in Bergen on Friday."
    assert [m.text for m in place.PLACE.find(parse(article(text)))] == ["Bergen"]


def test_hostile_runs_of_capitals_cost_little(article: Build) -> None:
    parsed = parse(article("King " * 1000 + "X" * 20_000 + " and ".join(["his son"] * 200) + "."))
    found = [m for fact_type in TYPES for m in fact_type.find(parsed)]
    assert all(len(m.text) < 2000 for m in found)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from("the of in and , . ' ’s ( ) - King New York Laura St. US Al 5th & A. was Street said".split()),
        max_size=25,
    )
)
def test_any_text_may_be_read(article: Build, words: list[str]) -> None:
    parsed = parse(article(" ".join(words)))
    for fact_type in TYPES:
        found = sorted(fact_type.find(parsed), key=lambda m: m.span)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))
        for m in found:
            assert parsed.article.text[m.span.start : m.span.end] == m.text
            assert fact_type.relate(m, m).relation == "same"
            fact_type.phrase(m), fact_type.fields(m)

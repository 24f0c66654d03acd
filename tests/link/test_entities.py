"""Which names of a story are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names import organisation, person
from divergence.facts.place import place
from divergence.language import parse
from divergence.link.entities import Entities, _alternate, resolve_entities
from divergence.model.fact import Mention
from divergence.model.text import Story

Build = Callable[..., Story]
TYPES = (place.PLACE, person.PERSON, organisation.ORGANISATION)


def entities_of(story: Story) -> tuple[Entities, list[Mention]]:
    found = [m for a in story.articles for t in TYPES for m in t.find(parse(a))]
    return resolve_entities(found), found


def named(found: list[Mention], words: str, article: str) -> Mention:
    return next(m for m in found if words in m.text and m.span.article == article)


def test_a_surname_joins_its_bearer_in_another_article(story: Build) -> None:
    entities, found = entities_of(
        story("The judge fined Laura Simmons on Monday.", "The appeal of Mrs. Simmons was refused on Monday.")
    )
    assert entities.same(named(found, "Laura Simmons", "A"), named(found, "Simmons", "B"))


def test_two_first_names_are_two_persons(story: Build) -> None:
    entities, found = entities_of(
        story("“She was kind,” said Susan Pratt, a neighbour.", "“She was kind,” said Joyce Pratt, a neighbour.")
    )
    assert entities.same(named(found, "Susan Pratt", "A"), named(found, "Joyce Pratt", "B")) is False


def test_of_two_bearers_the_nearest_before_decides(story: Build) -> None:
    text = "The court fined Susan Pratt. It freed Joyce Pratt. The lawyer of Mrs. Pratt left."
    entities, found = entities_of(story(text, "The court fined Susan Pratt and freed Joyce Pratt."))
    short = next(m for m in found if m.text == "Pratt")
    assert [e.name for e in entities.of(short)] == ["Joyce Pratt"]


def test_father_and_son_stay_apart(story: Build) -> None:
    entities, found = entities_of(
        story("They sued Martin Hale and his son, Martin Hale Jr., on Monday.", "They sued Martin Hale on Monday.")
    )
    son, father = named(found, "Hale Jr", "A"), named(found, "Martin Hale", "B")
    assert entities.same(son, father) is False


def test_an_explained_acronym_is_known_in_every_article(story: Build) -> None:
    entities, found = entities_of(
        story("They blame the Harbour Workers Union (HWU) for it.", "A strike was called by the HWU on Monday.")
    )
    assert entities.same(named(found, "Harbour Workers", "A"), named(found, "HWU", "B"))


def test_the_order_of_mentions_does_not_matter(story: Build) -> None:
    texts = ("The judge fined Rick Pratt on Monday.", "The judge fined Richard Pratt. The lawyer of Pratt left.")
    _, found = entities_of(story(*texts))
    assert resolve_entities(found).of_mention == resolve_entities(reversed(found)).of_mention


@pytest.mark.parametrize(
    ("marks", "are_two"),
    [
        ([], False),
        ([True], False),
        ([False, False], False),
        ([True, True], False),
        ([True, False], False),
        ([False, True], True),
        ([True, False, True], True),
    ],
)
def test_a_plain_name_before_the_one_of_the_younger_is_the_father(marks: list[bool], are_two: bool) -> None:
    assert _alternate(marks) is are_two

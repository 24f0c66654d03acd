"""Which names of a story are one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names import organisation, person
from divergence.facts.names.match import Match
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.place import place
from divergence.facts.place.value import Places, Spot
from divergence.language import parse
from divergence.link.entities import Entities, _alternate, match_places, resolve_entities
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story

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
        ([True, True, False], False),
        ([True, True, False, True], True),
    ],
)
def test_a_plain_name_before_the_one_of_the_younger_is_the_father(marks: list[bool], are_two: bool) -> None:
    assert _alternate(marks) is are_two


def made(kind: Kind, name: str, article: str, start: int, text: str = "") -> Mention:
    """A mention of one name at some place of an article."""
    values = {Kind.PERSON: People((name,)), Kind.ORGANISATION: Bodies((name,)), Kind.PLACE: Places((Spot(name),))}
    span = Span(article, start, start + len(name))
    return Mention(kind, span, text or name, values[kind], Hedge.EXACTLY, Slot(), span, 0, "test")


def names_of(kind: Kind, *told: tuple[str, str]) -> list[str]:
    """The name of the entity of each use, given as article and name in order."""
    mentions = [made(kind, name, article, 100 * n) for n, (article, name) in enumerate(told)]
    entities = resolve_entities(mentions)
    return [entities.of(m)[0].name for m in mentions]


@pytest.mark.parametrize(
    ("told", "bearers"),
    [
        # one bearer, whatever the order
        ([("A", "Holmberg"), ("A", "Vera Holmberg")], ["Vera Holmberg", "Vera Holmberg"]),
        ([("A", "Vera Holmberg"), ("B", "Holmberg")], ["Vera Holmberg", "Vera Holmberg"]),
        # of two the last before it
        (
            [("A", "Vera Holmberg"), ("A", "Otto Holmberg"), ("A", "Holmberg")],
            ["Vera Holmberg", *["Otto Holmberg"] * 2],
        ),
        (
            [("A", "Otto Holmberg"), ("A", "Vera Holmberg"), ("A", "Holmberg")],
            ["Otto Holmberg", *["Vera Holmberg"] * 2],
        ),
        (
            [("A", "Vera Holmberg"), ("A", "Holmberg"), ("A", "Otto Holmberg")],
            ["Vera Holmberg", "Vera Holmberg", "Otto Holmberg"],
        ),
        # none before it: the only one of its article
        (
            [("A", "Holmberg"), ("A", "Vera Holmberg"), ("B", "Otto Holmberg")],
            ["Vera Holmberg", "Vera Holmberg", "Otto Holmberg"],
        ),
        # two after it, or two in another article: nobody knows
        (
            [("A", "Holmberg"), ("A", "Vera Holmberg"), ("A", "Otto Holmberg")],
            ["Holmberg", "Vera Holmberg", "Otto Holmberg"],
        ),
        (
            [("A", "Vera Holmberg"), ("A", "Otto Holmberg"), ("B", "Holmberg"), ("B", "Holmberg")],
            ["Vera Holmberg", "Otto Holmberg", "Holmberg", "Holmberg"],
        ),
    ],
)
def test_a_surname_joins_the_one_bearer_it_can_have(told: list[tuple[str, str]], bearers: list[str]) -> None:
    assert names_of(Kind.PERSON, *told) == bearers


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ([("A", "Otto Holmberg"), ("A", "Otto Holmberg Jr."), ("B", "Otto Holmberg")], 2),
        ([("A", "Otto Holmberg Jr."), ("A", "Otto Holmberg"), ("B", "Otto Holmberg")], 1),
        ([("A", "Otto Holmberg Jr."), ("B", "Otto Holmberg")], 1),
        # a surname alone is no full name without ``Jr.``, but one with it is the younger's
        ([("A", "Holmberg"), ("A", "Otto Holmberg Jr."), ("B", "Otto Holmberg")], 1),
        ([("A", "Otto Holmberg"), ("A", "Holmberg Jr."), ("B", "Holmberg Jr.")], 2),
        # another family's younger one
        ([("A", "Otto Holmberg"), ("A", "Ivo Lindqvist Jr."), ("B", "Otto Holmberg"), ("B", "Ivo Lindqvist")], 2),
    ],
)
def test_the_younger_is_another_only_where_one_article_tells_of_both(told: list[tuple[str, str]], count: int) -> None:
    mentions = [made(Kind.PERSON, name, article, 100 * n) for n, (article, name) in enumerate(told)]
    entities = resolve_entities(mentions)
    assert len({e.id for m in mentions for e in entities.of(m)}) == count


def test_a_name_joins_no_cluster_that_holds_somebody_else() -> None:
    assert (
        len(set(names_of(Kind.PERSON, ("A", "Vera Holmberg"), ("B", "Vera Ann Holmberg"), ("B", "Ida Holmberg")))) == 2
    )


def test_what_stands_in_brackets_is_the_short_name_of_what_stands_before() -> None:
    full, other = "Harbour Crews Forum", "Hotel Cooks Federation"
    told = made(Kind.ORGANISATION, full, "A", 0, f"{full} (HCF)")
    others = [made(Kind.ORGANISATION, other, "A", 100), made(Kind.ORGANISATION, "HCF", "B", 0)]
    entities = resolve_entities([told, *others])
    assert [e.name for e in entities.of(others[1])] == [full]
    plain = made(Kind.ORGANISATION, full, "A", 0)
    alone = resolve_entities([plain, *others])
    assert [e.name for e in alone.of(others[1])] != [full]


def test_an_entity_is_called_by_its_fullest_and_commonest_name() -> None:
    told = [
        ("A", "Vera Holmberg"),
        ("B", "Vera Holmberg"),
        ("B", "Vera Holmborg"),
        ("A", "Holmberg"),
        ("B", "Holmberg"),
    ]
    assert set(names_of(Kind.PERSON, *told, ("B", "Holmberg"))) == {"Vera Holmberg"}


def test_mentions_are_the_same_where_each_names_the_same() -> None:
    vera, otto, again = (
        made(Kind.PERSON, name, article, 0)
        for article, name in (("A", "Vera Holm"), ("B", "Otto Holm"), ("C", "Vera Holm"))
    )
    unknown = made(Kind.PERSON, "Nobody Known", "D", 0)
    entities = resolve_entities([vera, otto, again])
    assert entities.same(vera, again) is True
    assert entities.same(vera, otto) is False
    assert entities.same(vera, unknown) is None
    assert entities.same(unknown, vera) is None


@pytest.mark.parametrize(
    ("left", "right", "match"),
    [
        ("Cape Orvane", "cape orvane", Match.SAME),
        ("Germany", "Federal Republic of Germany", Match.VARIANT),
        ("Iran", "Iraq", Match.DIFFERENT),
        ("Iran", "Orvane", Match.DIFFERENT),
        ("Orvane", "Iran", Match.DIFFERENT),
        ("Orvane Harbour Tower", "Orvane Harbor Tower", Match.VARIANT),
        ("Orvane Harbour Tower", "Selby Town Mill", Match.DIFFERENT),
    ],
)
def test_a_listed_place_is_merged_with_none_by_likeness(left: str, right: str, match: Match) -> None:
    assert match_places(left, right) is match

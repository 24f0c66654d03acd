"""One name has one kind in all articles of a story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts import find_mentions
from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.place.value import Places, Spot
from divergence.facts.voted import one_kind
from divergence.language import parse
from divergence.model.fact import Kind, Mention
from divergence.model.text import Article

Build = Callable[..., Article]


def voted(article: Build, *texts: tuple[str, dict[str, Kind]]) -> list[set[tuple[str, Kind]]]:
    """The names of articles after the vote; before it, each name has the kind that is told here."""
    made = {
        Kind.PERSON: lambda name: People((name,)),
        Kind.ORGANISATION: lambda name: Bodies((name,)),
        Kind.PLACE: lambda name: Places((Spot(name),)),
    }
    read = []
    for number, (text, kinds) in enumerate(texts):
        parsed = parse(article(text, id="ABCDEF"[number]))
        found = []
        for name, kind in kinds.items():
            from divergence.facts.about.slots import mention

            start = text.index(name)
            found.append(mention(parsed, start, start + len(name), kind, made[kind](name), "test"))
        read.append((parsed, tuple(found)))
    return [{(m.text, m.kind) for m in found} for found in one_kind(read)]


def test_what_most_uses_say_holds_for_the_others(article: Build) -> None:
    club = {"Harriers": Kind.ORGANISATION}
    texts = [
        ("The Harriers won.", club),
        ("The Harriers lost.", club),
        ("The Harriers agreed.", {"Harriers": Kind.PERSON}),
    ]
    assert voted(article, *texts)[2] == {("Harriers", Kind.ORGANISATION)}


def test_without_a_clear_majority_nothing_changes(article: Build) -> None:
    texts = [
        ("The Harriers won.", {"Harriers": Kind.ORGANISATION}),
        ("The Harriers agreed.", {"Harriers": Kind.PERSON}),
    ]
    assert voted(article, *texts)[1] == {("Harriers", Kind.PERSON)}


def test_a_surname_alone_is_the_person_named_in_full_elsewhere(article: Build) -> None:
    full = ("Clara Feinstein resigned.", {"Clara Feinstein": Kind.PERSON})
    alone = ("Feinstein led the vote.", {"Feinstein": Kind.PLACE})
    assert voted(article, full, alone)[1] == {("Feinstein", Kind.PERSON)}
    assert voted(article, alone)[0] == {("Feinstein", Kind.PLACE)}  # with nobody of that name it stays


@pytest.mark.parametrize(
    ("full", "text", "name"),
    [
        ("Clara Jackson resigned.", "A bridge in Jackson fell.", "Jackson"),  # where something is
        ("Clara Jackson resigned.", "Jackson county closed the bridge.", "Jackson"),
        ("Clara Virginia resigned.", "The law of the state changed; Virginia agreed.", "Virginia"),  # a wide territory
        ("Clara House resigned.", "House leaders met.", "House"),  # a word that ends names of bodies
    ],
)
def test_a_place_stays_a_place(article: Build, full: str, text: str, name: str) -> None:
    person = " ".join(full.split()[:2])
    found = voted(article, (full, {person: Kind.PERSON}), (text, {name: Kind.PLACE}))
    assert found[1] == {(name, Kind.PLACE)}


def test_a_known_place_acts_and_lies(article: Build) -> None:
    lies = ("Talks in Norway ended.", {"Norway": Kind.PLACE})
    acts = ("Norway said no.", {"Norway": Kind.ORGANISATION})
    assert voted(article, lies, lies, lies, acts)[3] == {("Norway", Kind.ORGANISATION)}


def test_who_speaks_is_no_place_whatever_most_uses_say(article: Build) -> None:
    town = ("Shops in Salinas closed.", {"Salinas": Kind.PLACE})
    speaker = "Salinas, 50, resigned."
    passer = "Salinas came first."
    person = {"Salinas": Kind.PERSON}
    assert voted(article, town, town, town, town, (speaker, person))[4] == {("Salinas", Kind.PERSON)}
    assert voted(article, town, town, town, town, (passer, person))[4] == {("Salinas", Kind.PLACE)}


def test_one_body_is_not_told_twice(article: Build) -> None:
    text = "Several Reform House members met."
    parsed = parse(article(text))
    both: tuple[Mention, ...] = ()
    for kind, value in ((Kind.ORGANISATION, Bodies(("Reform House",))), (Kind.PLACE, Places((Spot("Reform House"),)))):
        from divergence.facts.about.slots import mention

        start = text.index("Reform")
        both += (mention(parsed, start, start + 12, kind, value, "test"),)
    ((kept,),) = one_kind([(parsed, both)])
    assert kept.kind is Kind.ORGANISATION


def test_facts_that_are_no_names_are_left_alone(article: Build) -> None:
    parsed = parse(article("The blast in Kabul killed 23 soldiers on Sunday, and Clara Feinstein resigned."))
    found = find_mentions(parsed)
    assert one_kind([(parsed, found)]) == [found]

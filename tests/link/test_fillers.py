"""What part names and dates have in a happening, in every voice and wording."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.link.fillers import Filler, SlotRole, fillers
from divergence.link.gate import story_contexts
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article


@pytest.fixture
def fillers_of(story: Callable[..., Story]) -> Callable[[str], dict[str, Filler]]:
    """The fillers of a text, by the words of their mention."""

    def build(text: str) -> dict[str, Filler]:
        (article,) = story(text, published="2024-05-06").articles
        parsed, mentions = read_article(article, Options())
        return {f.context.mention.text: f for f in fillers(parsed, story_contexts([parsed], mentions))}

    return build


@pytest.mark.parametrize(
    ("text", "name", "part", "event"),
    [
        ("The victim was named as John Halifax.", "John Halifax", SlotRole.CALLED, "named"),
        ("Police identified the dead man as Peter Reagan.", "Peter Reagan", SlotRole.CALLED, "identified"),
        ("The victim was named John Halifax.", "John Halifax", SlotRole.CALLED, "named"),
        ("Dario Bell was appointed as coach of the club.", "Dario Bell", SlotRole.CALLED, "coach"),
        ("An appeals court in Lyon upheld the ban.", "Lyon", SlotRole.AT, "upheld"),
        ("The ban was upheld by an appeals court in Lyon.", "Lyon", SlotRole.AT, "upheld"),
        ("The fair opened with a speech. It began at 8 a.m. in the hall.", "8 a.m.", SlotRole.WHEN, "began"),
        ("Lena Frost, of Bremen, bought her ticket in a kiosk.", "Bremen", SlotRole.HOME, "lena"),
        ("The nurse, who lives in Bremen, bought a ticket.", "Bremen", SlotRole.HOME, "lives"),
        ("The new coach of the club is Franz Oster.", "Franz Oster", SlotRole.CALLED, "coach"),
        ("The club has appointed Dario Bell as its new coach.", "Dario Bell", SlotRole.CALLED, "coach"),
        ("The search went on for the missing girl, Amelia Frost.", "Amelia Frost", SlotRole.CALLED, "girl"),
        ("The delegation was led by Ana Petrov.", "Ana Petrov", SlotRole.DOES, "led"),
        ("The inquiry will be led by retired judge Helen Rourke.", "Helen Rourke", SlotRole.DOES, "led"),
        ("Peter Orlan founded the airline in 1998.", "Peter Orlan", SlotRole.DOES, "founded"),
        (
            "The Northern Front claimed responsibility for the attack.",
            "Northern Front",
            SlotRole.DOES,
            "responsibility",
        ),
        ("Detectives arrested Rhys Colman over the theft.", "Rhys Colman", SlotRole.SUFFERS, "arrested"),
        ("Rhys Colman was arrested over the theft.", "Rhys Colman", SlotRole.SUFFERS, "arrested"),
        ("The president landed in Cairo for a short visit.", "Cairo", SlotRole.AT, "landed"),
        ("The summit will be held in Lindau.", "Lindau", SlotRole.AT, "summit"),
        ("The meeting takes place in Bregenz.", "Bregenz", SlotRole.AT, "meeting"),
        ("The epicentre was near Valora, the institute said.", "near Valora", SlotRole.AT, "epicentre"),
        ("Jets struck the town of Belmar overnight.", "town of Belmar", SlotRole.AT, "struck"),
        ("A native of Dundee, she moved to London as a student.", "Dundee", SlotRole.AT, "native"),
        ("The banker fled to Ghana before the trial.", "Ghana", SlotRole.TO, "fled"),
        ("Clara Whitlow was born in 1943.", "1943", SlotRole.WHEN, "born"),
        ("A blast shook the mill. It occurred at 8 a.m., police said.", "8 a.m.", SlotRole.WHEN, "blast"),
    ],
)
def test_parts_by_the_happening(
    fillers_of: Callable[[str], dict[str, Filler]], text: str, name: str, part: SlotRole, event: str
) -> None:
    found = fillers_of(text)[name]
    assert (found.part, found.event.lower) == (part, event)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The mayor praised Ana Petrov.", "mayor"),
        ("Ana Petrov said that the bridge was safe.", "Ana Petrov"),
        ("Police denied that Rhys Colman was arrested.", "Rhys Colman"),
        ("Rhys Colman was not arrested.", "Rhys Colman"),
        ("The minister returned from a trip abroad to Chad.", "Chad"),
        ("The guard saw Lena Frost in Bremen.", "Lena Frost in Bremen"),
        ("The club was founded, the elders of this old and windy town like to tell, by Peter Orlan.", "Peter Orlan"),
        ("The envoy named three conditions in Geneva.", "Geneva"),
    ],
)
def test_what_fills_no_slot(fillers_of: Callable[[str], dict[str, Filler]], text: str, name: str) -> None:
    assert name not in fillers_of(text)


def test_who_gives_a_post_does_not_get_it(fillers_of: Callable[[str], dict[str, Filler]]) -> None:
    found = fillers_of("Torvik United have appointed Dario Bell as coach.")
    assert found["Torvik United"].part is SlotRole.DOES


def test_titles_and_callings_may_stand_between_a_verb_and_its_name(
    fillers_of: Callable[[str], dict[str, Filler]],
) -> None:
    near = "It will be led by {} Helen Rourke."
    assert "Helen Rourke" in fillers_of(near.format("the old retired county judge"))
    assert "Helen Rourke" not in fillers_of(near.format("the very old retired grey county appeals court judge"))


def test_one_of_several_is_not_named(fillers_of: Callable[[str], dict[str, Filler]]) -> None:
    rest = "\n\nThe actor moved on Monday, his agent said."
    assert not any("Home" in name for name in fillers_of("Actor Checks Into Different Rest Home" + rest))
    assert any("Home" in name for name in fillers_of("The actor checked into the Orvane Rest Home." + rest))


def test_a_person_held_is_under_arrest(fillers_of: Callable[[str], dict[str, Filler]]) -> None:
    assert fillers_of("He is being held in a prison in Dorset.")["Dorset"].outcome == "arrested"
    assert fillers_of("Officers took Rhys Colman into custody.")["Rhys Colman"].outcome == "arrested"


def test_the_other_participant_keeps_the_capital_of_a_name(fillers_of: Callable[[str], dict[str, Filler]]) -> None:
    assert fillers_of("The delegation was led by Ana Petrov.")["Ana Petrov"].beside == "delegation"
    assert fillers_of("Peter Orlan founded Skylark.")["Peter Orlan"].beside == "Skylark"
    assert fillers_of("He was led by Ana Petrov.")["Ana Petrov"].beside == ""


def test_words_around_reach_two_sentences_far(fillers_of: Callable[[str], dict[str, Filler]]) -> None:
    text = "Ovens broke. Lamps fell. Doors shook. Ana Petrov led the crew of 42 on Monday near Orvane. Bells rang."
    found = fillers_of(text)["Ana Petrov"]
    assert {"lamp", "door", "bell", "42"} <= found.around
    assert "oven" not in found.around
    assert "petrov" not in found.around
    assert "lead" not in found.terms
    assert found.names == {"orvane"}
    assert "crew" in found.terms
    assert "the" in found.words

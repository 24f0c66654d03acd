"""What surrounds a value: its part of the sentence, who does what there, and the dates that hold for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from divergence.link.context import Context
from divergence.link.gate import story_contexts
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import read_article

Contexts = Callable[[str], Mapping[str, Context]]


@pytest.fixture
def contexts(story: Callable[..., Story]) -> Contexts:
    """The context of each number of an article, by the number's text."""

    def build(text: str) -> Mapping[str, Context]:
        (article,) = story(text, published="2024-05-06").articles
        parsed, mentions = read_article(article, Options())
        found = story_contexts([parsed], mentions)
        return {c.mention.text: c for c in found if c.mention.kind == "number"}

    return build


@pytest.mark.parametrize(
    ("sentence", "number", "is_part"),
    [
        ("The blast killed 12 sailors, including five cooks.", "five cooks", True),
        ("The blast killed 12 sailors, among them all at once five cooks.", "five cooks", False),
        ("The blast killed 12 sailors and another five cooks.", "another five cooks", True),
        ("The blast killed five cooks.", "five cooks", False),
        ("The blast killed more than five cooks.", "more than five cooks", False),
        ("The blast killed five more cooks.", "five more cooks", True),
    ],
)
def test_a_mark_near_a_value_makes_it_a_part(contexts: Contexts, sentence: str, number: str, is_part: bool) -> None:
    assert contexts(sentence)[number].part is is_part


def test_where_a_value_stands(contexts: Contexts) -> None:
    paragraphs = ["Five cooks die in Orvane", "Six cooks were hurt.", "Seven cooks fled.", "Eight cooks came."]
    found = contexts("\n\n".join(paragraphs))
    assert [found[f"{n} cooks"].position for n in ("Five", "Six", "Seven", "Eight")] == [
        "headline",
        "lead",
        "lead",
        "body",
    ]
    assert [found[f"{n} cooks"].number for n in ("Five", "Six", "Seven", "Eight")] == [0, 1, 2, 3]


def test_a_first_paragraph_that_ends_as_a_sentence_is_no_headline(contexts: Contexts) -> None:
    assert contexts("Five cooks died in Orvane.\n\nPolice came.")["Five cooks"].position == "lead"


def test_who_does_what_to_whom(contexts: Contexts) -> None:
    found = contexts("The old ferry hit the pier with 12 sailors aboard. They told it to 40 cooks.")
    assert found["12 sailors"].agent == {"old", "ferry"}
    assert found["12 sailors"].patient == {"pier"}
    assert found["40 cooks"].agent == frozenset()


def test_the_values_of_one_thing_are_counted(contexts: Contexts) -> None:
    found = contexts(
        "The blast killed 12 sailors. It killed 13 sailors. It hurt 40 cooks. Later it hurt 40 cooks again."
    )
    assert found["12 sailors"].variety == found["13 sailors"].variety == 2
    assert found["12 sailors"].first
    assert not found["13 sailors"].first
    assert not found["12 sailors"].repeated
    assert found["40 cooks"].repeated
    assert found["40 cooks"].variety == 1


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The blast killed 12 sailors on Monday.", ["Monday"]),
        ("It began on Monday. The blast killed 12 sailors.", ["Monday"]),
        ("It began on Monday. Nobody saw it. The blast killed 12 sailors.", ["Monday"]),
        ("A fair opened on Sunday.\n\nX.\n\nY.\n\nIt began on Monday. Nobody saw it. The blast killed 12 sailors.", []),
        ("A fair opened on Sunday.\n\nX.\n\nY.\n\nIt began on Monday. The blast killed 12 sailors.", ["Monday"]),
    ],
)
def test_the_date_of_a_sentence_without_one_is_told_just_before(contexts: Contexts, text: str, days: list[str]) -> None:
    assert [m.text.removeprefix("on ") for m in contexts(text)["12 sailors"].when] == days

"""Who does what to whom, and whether it happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language import parse
from divergence.language.grammar import (
    agent,
    is_modal,
    is_negated,
    is_passive,
    objects,
    obliques,
    participles,
    patient,
    predicate,
    subject,
)
from divergence.language.parsed import Parsed
from divergence.model.text import Article

Build = Callable[[str], Parsed]
Find = Callable[[Parsed, str], int]

GOVERNED = [
    ("Five of its sailors were killed during clashes near the border.", {"Five": "killed", "sailors": "killed"}),
    ("The strike on the depot killed five sailors and a pilot.", {"depot": "strike", "pilot": "killed"}),
    ("The ministry confirmed the deaths of 23 pilgrims.", {"23": "deaths", "pilgrims": "deaths"}),
    ("Three hikers are missing.", {"Three": "missing", "hikers": "missing"}),
    ("Twelve miners lost their lives.", {"miners": "lost", "lives": "lost"}),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNED)
def test_what_happened_to_it(article: Callable[..., Article], find: Find, text: str, expected: dict[str, str]) -> None:
    parsed = parse(article(text))
    found = {word: predicate(parsed, find(parsed, word)) for word in expected}
    assert {w: i if i is None else parsed.tokens[i].text for w, i in found.items()} == expected


def test_participles_of_headlines_count_as_verbs(tree: Build) -> None:
    hurt = tree("Dozens/NOUN/NNS/root/0 injured/VERB/VBN/acl/1 in/ADP/IN/case/4 fire/NOUN/NN/obl/2")
    assert predicate(hurt, 0) == 1
    shot = tree(
        "Two/NUM/CD/nummod/2 gunmen/NOUN/NNS/root/0 wounded/VERB/VBN/acl/2 14/NUM/CD/nummod/5 people/NOUN/NNS/obj/3"
    )
    assert (predicate(shot, 0), predicate(shot, 1), predicate(shot, 4)) == (2, 2, 2)
    assert (subject(shot, 2), patient(shot, 2), agent(shot, 2)) == (1, 4, 1)
    dead = tree("5/NUM/CD/nummod/2 dead/ADJ/JJ/obl/4 dozens/NOUN/NNS/nsubj/4 hurt/VERB/VBN/root/0")
    assert predicate(dead, 0) == 1


def test_nothing_governs_a_title(tree: Build) -> None:
    assert predicate(tree("A/DET/DT/det/3 quiet/ADJ/JJ/amod/3 harbour/NOUN/NN/root/0"), 2) is None


def test_arguments_of_active_and_passive_verbs(article: Callable[..., Article], find: Find) -> None:
    parsed = parse(article("A drone struck the depot on Friday. The mayor was arrested by police in March."))
    struck, arrested = find(parsed, "struck"), find(parsed, "arrested")

    def word(index: int | None) -> str:
        return "" if index is None else parsed.tokens[index].text

    assert (word(agent(parsed, struck)), word(patient(parsed, struck))) == ("drone", "depot")
    assert (word(agent(parsed, arrested)), word(patient(parsed, arrested))) == ("police", "mayor")
    assert [word(i) for i in objects(parsed, struck)] == ["depot"]
    assert not is_passive(parsed, struck)
    assert is_passive(parsed, arrested)
    assert ("by", "police") in [(p, word(i)) for p, i in obliques(parsed, arrested)]
    assert [(p, word(i)) for p, i in obliques(parsed, struck)] == [("on", "Friday")]


def test_shared_and_hidden_subjects(article: Callable[..., Article], find: Find) -> None:
    parsed = parse(article("The raid killed five guards and wounded a driver. Villagers who fled want to return."))
    for verb, expected in {"wounded": "raid", "fled": "Villagers", "return": "Villagers"}.items():
        found = subject(parsed, find(parsed, verb))
        assert found is not None
        assert parsed.tokens[found].text == expected


def test_participles_of_a_noun(tree: Build) -> None:
    parsed = tree("wounded/VERB/VBN/amod/2 men/NOUN/NNS/root/0 treated/VERB/VBN/acl/2 here/ADV/RB/advmod/3")
    assert participles(parsed, 1) == (0, 2)
    assert is_passive(parsed, 2)


@pytest.mark.parametrize(
    ("text", "word", "denied"),
    [
        ("The army did not strike the village.", "strike", True),
        ("No pilgrims were harmed.", "harmed", True),
        ("No pilgrims were harmed.", "pilgrims", True),
        ("The sides failed to reach a deal.", "reach", True),
        ("The army struck the village.", "struck", False),
    ],
)
def test_negation(article: Callable[..., Article], find: Find, text: str, word: str, denied: bool) -> None:
    parsed = parse(article(text))
    assert is_negated(parsed, find(parsed, word)) is denied


@pytest.mark.parametrize(
    ("text", "word", "open_"),
    [
        ("The sides will meet in Doha.", "meet", True),
        ("The toll may rise.", "rise", True),
        ("The navy wants to withdraw its ships.", "withdraw", True),
        ("The court is expected to free the editor.", "free", True),
        ("Schools open on Monday if the rain stops.", "stops", True),
        ("The sides met in Doha.", "met", False),
        ("The navy has withdrawn its ships.", "withdrawn", False),
    ],
)
def test_modality(article: Callable[..., Article], find: Find, text: str, word: str, open_: bool) -> None:
    parsed = parse(article(text))
    assert is_modal(parsed, find(parsed, word)) is open_

"""Noun phrases, counted nouns, coordination and apposition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language import parse
from divergence.language.grammar import apposition, conjuncts, counted_noun, head_of, noun_phrase
from divergence.language.parsed import Parsed
from divergence.model.text import Article

Build = Callable[[str], Parsed]
Find = Callable[[Parsed, str], int]

COUNTED = [
    (
        "Five of its sailors and 25 smugglers died during weekend clashes.",
        {"Five": "sailors", "25": "smugglers"},
    ),
    ("The landslide killed five farmers and wounded 30 others.", {"five": "farmers", "30": "farmers"}),
    ("The storm left six police officers injured.", {"six": "officers"}),
    ("Firefighters found the bodies of 11 of the 14 hikers.", {"11": "hikers", "14": "hikers"}),
    ("About 40 people drowned when two ferries collided.", {"40": "people", "two": "ferries"}),
    ("Three men and two women, all from Peru, were detained.", {"Three": "men", "two": "women"}),
    ("The bank lost two million dollars.", {"two": "dollars"}),
    ("The talks in Geneva lasted 30 hours.", {"30": "hours"}),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_a_number_counts(article: Callable[..., Article], find: Find, text: str, expected: dict[str, str]) -> None:
    parsed = parse(article(text))
    found = {number: counted_noun(parsed, find(parsed, number)) for number in expected}
    assert {n: i if i is None else parsed.tokens[i].text for n, i in found.items()} == expected


def test_a_name_before_the_noun_is_not_what_is_counted(tree: Build) -> None:
    torn = tree(
        "200/NUM/CD/nummod/2 Rebel/PROPN/NNP/nsubj/6 and/CCONJ/CC/cc/5 allied/ADJ/JJ/amod/5 "
        "fighters/NOUN/NNS/nsubj/6 fled/VERB/VBD/root/0"
    )
    compound = tree("200/NUM/CD/nummod/2 Rebel/PROPN/NNP/compound/3 fighters/NOUN/NNS/nsubj/4 fled/VERB/VBD/root/0")
    assert counted_noun(torn, 0) == 4
    assert counted_noun(compound, 0) == 2


def test_a_measure_before_a_noun_is_what_is_counted(tree: Build) -> None:
    parsed = tree("a/DET/DT/det/5 30/NUM/CD/nummod/4 -/PUNCT/HYPH/punct/4 hour/NOUN/NN/compound/5 siege/NOUN/NN/root/0")
    assert counted_noun(parsed, 1) == 3


def test_more_of_the_same_counts_what_was_counted_before(tree: Build) -> None:
    parsed = tree(
        "found/VERB/VBD/root/0 four/NUM/CD/nummod/3 bodies/NOUN/NNS/obj/1 and/CCONJ/CC/cc/5 "
        "five/NUM/CD/obl:unmarked/6 more/ADJ/JJR/advmod/1"
    )
    assert counted_noun(parsed, 4) == 2


def test_a_number_that_counts_nothing_named(tree: Build) -> None:
    parsed = tree("The/DET/DT/det/2 toll/NOUN/NN/nsubj/3 rose/VERB/VBD/root/0 to/ADP/IN/case/5 23/NUM/CD/obl/3")
    assert counted_noun(parsed, 4) is None


def test_base_phrases_stop_at_prepositions(article: Callable[..., Article], find: Find) -> None:
    parsed = parse(article("The two old ships of the northern fleet sank near the coast."))
    assert parsed.text(*noun_phrase(parsed, find(parsed, "ships"))) == "The two old ships"
    assert parsed.text(*noun_phrase(parsed, find(parsed, "two"))) == "The two old ships"
    assert parsed.text(*noun_phrase(parsed, find(parsed, "fleet"))) == "the northern fleet"


def test_a_preposition_hung_on_a_modifier_stays_outside(tree: Build) -> None:
    parsed = tree("during/ADP/IN/case/2 weekend/NOUN/NN/compound/3 clashes/NOUN/NNS/root/0")
    assert noun_phrase(parsed, 2) == (1, 3)


def test_the_head_of_a_stretch(article: Callable[..., Article], find: Find) -> None:
    parsed = parse(article("The two old ships of the northern fleet sank."))
    assert parsed.tokens[head_of(parsed, 0, 8)].text == "ships"
    assert parsed.tokens[head_of(parsed, 5, 8)].text == "fleet"


def test_coordination_and_apposition(article: Callable[..., Article], find: Find) -> None:
    parsed = parse(article("Omar Haddad, the mayor of Tyre, met farmers, fishermen and teachers."))
    together = conjuncts(parsed, find(parsed, "teachers"))
    assert [parsed.tokens[i].text for i in together] == ["farmers", "fishermen", "teachers"]
    mayor = find(parsed, "mayor")
    other = apposition(parsed, mayor)
    assert other is not None
    assert parsed.text(*noun_phrase(parsed, other)) == "Omar Haddad"
    assert apposition(parsed, other) == mayor

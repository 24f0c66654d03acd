"""Classes of what happens to people and things."""

from __future__ import annotations

import pytest

from divergence.lexicon.outcomes import (
    CASUALTIES,
    OUTCOMES,
    affected,
    base_of,
    combined,
    done_to_object,
    happening,
    idiom,
    stated,
    undergone_by_subject,
)


def test_every_way_of_saying_killed() -> None:
    found = {
        done_to_object("kill"),
        undergone_by_subject("die"),
        stated("slain"),
        happening("death"),
        idiom("lose", "life"),
    }
    assert found == {"killed"}


def test_classes_are_told_apart() -> None:
    assert stated("wounded") == "wounded"
    assert affected("hostage") == "kidnapped"
    assert done_to_object("detain") == "arrested"
    assert done_to_object("see") == ""


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("kills", "kill"),
        ("killing", "kill"),
        ("injured", "injure"),
        ("slain", "slay"),
        ("died", "die"),
        ("this", "this"),
    ],
)
def test_base_forms(form: str, verb: str) -> None:
    assert base_of(form) == verb


def test_dead_and_wounded_together_are_casualties() -> None:
    assert combined("killed", "wounded") == CASUALTIES
    assert combined("killed", "killed") == "killed"
    assert combined("", "wounded") == "wounded"
    assert combined("arrested", "charged") == "arrested"


def test_names_are_unique() -> None:
    assert len({o.name for o in OUTCOMES}) == len(OUTCOMES)


@pytest.mark.parametrize(
    ("form", "base"),
    [
        ("killed", "kill"),
        ("killing", "kill"),
        ("kills", "kill"),
        ("kill", "kill"),
        ("dying", "die"),
        ("died", "die"),
        ("shot", "shoot"),
        ("robbed", "rob"),
        ("robbing", "rob"),
        ("trapped", "trap"),
        ("trapping", "trap"),
        ("evacuated", "evacuate"),
        ("evacuating", "evacuate"),
        ("evacuates", "evacuate"),
        ("slain", "slay"),
        ("wedding", "wedding"),
        ("zorbed", "zorbed"),
        ("ed", "ed"),
        ("s", "s"),
    ],
)
def test_the_verb_of_a_form(form: str, base: str) -> None:
    assert base_of(form) == base


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ("killed", "", "killed"),
        ("", "killed", "killed"),
        ("killed", "killed", "killed"),
        ("shot", "killed", "killed"),
        ("killed", "shot", "killed"),
        ("killed", "wounded", "casualties"),
        ("wounded", "casualties", "casualties"),
        ("killed", "missing", "killed"),
        ("shot", "wounded", "shot"),
    ],
)
def test_two_outcomes_of_one_count(first: str, second: str, one: str) -> None:
    assert combined(first, second) == one

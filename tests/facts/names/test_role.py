"""Roles and whose they are, on sentences tagged by hand; the person's name is *Ann Holm*."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pairs import made

from divergence.facts.names.role import ROLE, heading, relate
from divergence.facts.names.role_value import Role
from divergence.language.parsed import Parsed
from divergence.model.comparison import Relation
from divergence.model.fact import Means, Mention, Slot

Tagged = Callable[..., Parsed]


def found(tagged: Tagged, written: str) -> list[tuple[str, str]]:
    """The roles of a sentence, each with its holder; every *Ann* begins a person's name."""
    words = [w for w in written.split() if w not in ("|", "¶")]
    names = [(i, i + 2, "PERSON") for i, word in enumerate(words) if word.startswith("Ann/")]
    return [(m.text, m.slot.holder) for m in ROLE.find(tagged(written, names))]


ROLES = [
    # before a name
    ("so/RB Defence/NNP Minister/NNP Ann/NNP Holm/NNP left/VBD", [("Defence Minister", "ann holm")]),
    ("so/RB former/JJ chairman/NN Ann/NNP Holm/NNP left/VBD", [("former chairman", "ann holm")]),
    ("so/RB Mr/NNP Ann/NNP Holm/NNP left/VBD", []),
    ("so/RB Dr/NNP Ann/NNP Holm/NNP left/VBD", [("Dr", "ann holm")]),
    ("the/DT mill/NN Ann/NNP Holm/NNP left/VBD", []),
    ("the/DT chairman/NN | Ann/NNP Holm/NNP left/VBD", []),
    ("the/DT Chief/NNP of/IN Staff/NNP Ann/NNP Holm/NNP left/VBD", [("Chief of Staff", "ann holm")]),
    ("the/DT Chief/NNP in/IN Staff/NNP Ann/NNP Holm/NNP left/VBD", []),
    ("its/PRP$ chairman/NN ,/, Ann/NNP Holm/NNP ,/, left/VBD", [("its chairman", "ann holm")]),
    ("the/DT chairman/NN ,/, Ann/NNP Holm/NNP ,/, left/VBD", [("chairman", "ann holm")]),
    ("for/IN chairman/NN ,/, Ann/NNP Holm/NNP ,/, left/VBD", []),
    ("they/PRP guard/VBP Ann/NNP Holm/NNP there/RB", []),
    # behind a name
    ("so/RB Ann/NNP Holm/NNP ,/, chairman/NN of/IN Vesk/NNP ,/, left/VBD", [("chairman of Vesk", "ann holm")]),
    ("so/RB Ann/NNP Holm/NNP ,/, the/DT chairman/NN ,/, left/VBD", [("chairman", "ann holm")]),
    ("so/RB Ann/NNP Holm/NNP ,/, 38/CD ,/, chairman/NN ,/, left/VBD", [("chairman", "ann holm")]),
    ("so/RB Ann/NNP Holm/NNP ,/, who/WP was/VBD chairman/NN ,/, left/VBD", [("chairman", "ann holm")]),
    ("so/RB Ann/NNP Holm/NNP ,/, who/WP saw/VBD chairman/NN ,/, left/VBD", []),
    ("so/RB Ann/NNP Holm/NNP and/CC chairman/NN left/VBD", []),
    ("so/RB Ann/NNP Holm/NNP ,/, | chairman/NN left/VBD", []),
    ("so/RB Ann/NNP Holm/NNP ,/, the/DT mill/NN ,/, left/VBD", []),
    ("so/RB Ann/NNP Holm/NNP ,/, the/DT chairman/NN ~'s/POS mill/NN", []),
    ("so/RB Ann/NNP Holm/NNP ,/, chairman/NN of/IN ,/, it/PRP", [("chairman", "ann holm")]),
    ("so/RB Ann/NNP Holm/NNP ,/, chairman/NN by/IN Vesk/NNP", [("chairman", "ann holm")]),
    # said of somebody
    ("Ann/NNP/nsubj/4 Holm/NNP/flat/0 is/VBZ/cop/4 the/DT/det/4 chairman/NN", [("chairman", "ann holm")]),
    ("Ann/NNP/nsubj/4 Holm/NNP/flat/0 saw/VBD/aux/4 the/DT/det/4 chairman/NN", []),
    ("the/DT/det/1 suspect/NN is/VBZ Ann/NNP Holm/NNP", [("suspect", "ann holm")]),
    ("the/DT/det/1 suspect/NN saw/VBD Ann/NNP Holm/NNP", [("suspect", "")]),
    ("two/CD/nummod/1 suspects/NNS left/VBD", []),
    ("the/DT/det/1 person/NN of/IN interest/NN left/VBD", [("person of interest", "")]),
    ("the/DT/det/1 person/NN of/IN Vesk/NNP is/VBZ Ann/NNP Holm/NNP", []),
    # kin
    ("her/PRP$/nmod:poss/1 daughter/NN left/VBD", [("her daughter", "")]),
    ("daughter/NN left/VBD", []),
    ("her/PRP$/nmod:poss/1 daughter/NN ~'s/POS mill/NN", []),
    # one of two, which is left open
    ("so/RB chairman/NN or/CC treasurer/NN Ann/NNP Holm/NNP left/VBD", []),
]


@pytest.mark.parametrize(("written", "expected"), ROLES)
def test_a_role_and_its_holder(tagged: Tagged, written: str, expected: list[tuple[str, str]]) -> None:
    assert found(tagged, written) == expected


def said(head: str, holder: str, means: Means = Means.OWN_WORDS) -> Mention:
    return made(head, Role(head, ()), slot=Slot(holder=holder), means=means)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (said("suspect", "Ann Holm"), said("victim", "Ann Holm"), Relation.CONFLICTS),
        (said("suspect", "Ann Holm"), said("victim", "Holm"), Relation.CONFLICTS),
        (said("suspect", "Ann Holm"), said("victim", "Ida Orm"), Relation.CANNOT_TELL),
        (said("suspect", "Ann Holm"), said("victim", ""), Relation.CONFLICTS),
        (said("suspect", "Ann Holm"), said("suspect", "Ida Orm"), Relation.SAME),
        (said("brother", "Ann Holm", Means.KINSHIP), said("cousin", "Ann Holm", Means.KINSHIP), Relation.CANNOT_TELL),
    ],
)
def test_two_roles_are_two_where_one_person_has_them(left: Mention, right: Mention, relation: Relation) -> None:
    assert relate(left, right).relation is relation
    assert relate(right, left).relation is relation


@pytest.mark.parametrize(
    ("holder", "asked"),
    [
        ("Ann Holm", "Which post or title does Ann Holm have?"),
        ("", "Post or title given"),
        ("kin", "Post or title given"),
        ("standing", "Post or title given"),
    ],
)
def test_whose_post_is_asked(holder: str, asked: str) -> None:
    assert str(heading(Slot(holder=holder), ())) == asked

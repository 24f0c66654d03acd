"""What words say of a role, and which two roles exclude each other."""

from __future__ import annotations

import pytest

from divergence.facts.names.role_value import Role, relate_roles, role_of_words
from divergence.model.comparison import Relation


def role(words: str) -> Role:
    """The role that words state which end with their head."""
    return role_of_words(words.split(), len(words.split()) - 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Burma minister", "Myanmar minister"),
        ("Holland coach", "Netherlands coach"),
        ("British minister", "Britain minister"),
    ],
)
def test_a_country_is_one_by_all_its_names(one: str, other: str) -> None:
    assert role(one) == role(other)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("campaign chair", "campaign manager", Relation.CONFLICTS),
        ("campaign chair", "bank manager", Relation.CANNOT_TELL),
        ("sergeant", "captain", Relation.CANNOT_TELL),
        ("police sergeant", "army captain", Relation.CANNOT_TELL),
        ("brother", "cousin", Relation.CONFLICTS),
        ("suspect", "victim", Relation.CONFLICTS),
        ("foreign minister", "finance minister", Relation.CONFLICTS),
        ("deputy minister", "minister", Relation.CONFLICTS),
        ("Texas governor", "Ohio governor", Relation.CONFLICTS),
        ("school governor", "prison governor", Relation.VARIANT),
        ("former mayor", "mayor", Relation.REFINES),
        ("mayor", "mayor", Relation.SAME),
        ("official", "captain", Relation.CANNOT_TELL),
    ],
)
def test_how_two_roles_stand(one: str, other: str, relation: Relation) -> None:
    assert relate_roles(role(one), role(other)).relation is relation
    assert relate_roles(role(other), role(one)).relation is relation


STATED = [
    ("campaign chairwoman", 1, ("chair", ("campaign",), False)),
    ("chief executive officer", 2, ("chief executive", (), False)),
    ("chief executive", 1, ("chief executive", (), False)),
    ("the attorney general of Texas", 2, ("attorney-general", ("texas",), False)),
    ("secretary general", 0, ("secretary-general", (), False)),
    ("deputy chief of staff", 1, ("chief-of-staff", ("deputy",), False)),
    ("chief of staff deputy", 3, ("deputy", ("chief-of-staff",), False)),
    ("police chief", 1, ("chief-of-police", (), False)),
    ("army police chief there", 3, ("there", ("army", "chief-of-police"), False)),
    ("press secretary", 1, ("spokesperson", (), False)),
    ("prime minister", 1, ("prime minister", (), False)),
    ("former British prime minister", 3, ("prime minister", ("united-kingdom",), True)),
    ("Defence Ministers", 1, ("minister", ("defense",), False)),
    ("U.S. officials", 1, ("official", ("united-states",), False)),
    ("NATO chief", 1, ("chief", ("atlantic", "north", "organization", "treaty"), False)),
    ("Calif. senator", 1, ("senator", ("california",), False)),
    ("Norway coach", 1, ("coach", ("norway",), False)),
    ("late mayor", 1, ("mayor", (), False)),
    ("ex mayor", 1, ("mayor", (), True)),
    ("deputies", 0, ("deputy", (), False)),
    ("Gen.", 0, ("general", (), False)),
]


@pytest.mark.parametrize(("words", "head", "stated"), STATED)
def test_what_words_state(words: str, head: int, stated: tuple[str, tuple[str, ...], bool]) -> None:
    found = role_of_words(words.split(), head)
    assert (found.head, found.qualifiers, found.former) == stated

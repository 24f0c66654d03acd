"""How two organisations stand to each other where one name has a people's adjective before it."""

from __future__ import annotations

import pytest
from pairs import made

from divergence.facts.names.organisation import Bodies, relate
from divergence.model.comparison import Relation
from divergence.model.fact import Kind, Mention


def body(*names: str) -> Mention:
    return made(names[0], Bodies(names), Kind.ORGANISATION)


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (("Tarrun",), ("Danish Tarrun",), Relation.CANNOT_TELL),
        (("Danish Tarrun",), ("Norwegian Tarrun",), Relation.CONFLICTS),
        (("Tarrun",), ("Danish Velden",), Relation.CONFLICTS),
        (("Tarrun",), ("Northern Velden",), Relation.CONFLICTS),
        (("Tarrun", "Velden"), ("Danish Tarrun", "Holmar"), Relation.CONFLICTS),
        (("Tarrun",), ("Tarrun",), Relation.SAME),
    ],
)
def test_a_peoples_adjective_may_make_another_body_of_a_name(
    left: tuple[str, ...], right: tuple[str, ...], relation: Relation
) -> None:
    assert {relate(body(*left), body(*right)).relation, relate(body(*right), body(*left)).relation} == {relation}

"""Persons without a name, on sentences tagged by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.names.described import compatible, descriptions
from divergence.language.parsed import Parsed

DESCRIBED = [
    ("A/DT/det/1 woman/NN/nsubj:pass/3 was/VBD/aux:pass/3 killed/VBN", ["A woman: woman"]),
    ("A/DT/det/1 woman/NN/nsubj/2 left/VBD", []),
    ("Two/CD/nummod/1 women/NNS/nsubj:pass/3 were/VBD/aux:pass/3 killed/VBN", []),
    ("His/PRP$/nmod:poss/1 wife/NN/nsubj/2 left/VBD", []),
    (
        "His/PRP$/nmod:poss/1 wife/NN/nsubj/5 and/CC/cc/4 a/DT/det/4 boy/NN/conj/1 left/VBD",
        ["His wife and a boy: boy; wife"],
    ),
    (
        "His/PRP$/nmod:poss/1 wife/NN/nsubj/6 and/CC/cc/5 a/DT/det/5 young/JJ/amod/5 boy/NN/conj/1 left/VBD",
        ["His wife and a young boy: wife; young boy"],
    ),
    ("A/DT/det/1 woman/NN/nsubj/5 and/CC/cc/4 a/DT/det/4 boy/NN/conj/1 left/VBD", []),
    ("His/PRP$/nmod:poss/1 wife/NN/nsubj/5 or/CC/cc/4 a/DT/det/4 boy/NN/conj/1 left/VBD", []),
    ("His/PRP$/nmod:poss/1 wife/NN/nsubj/5 ,/,/punct/4 a/DT/det/4 tailor/NN/conj/1 left/VBD", []),
    (
        "His/PRP$/nmod:poss/1 wife/NN/nsubj/6 ,/, two/CD/nummod/5 older/JJ/amod/5 brothers/NNS/conj/1 left/VBD",
        ["His wife , two older brothers: two older brother; wife"],
    ),
    ("Woman/NNP/nsubj:pass/2 was/VBD/aux:pass/2 killed/VBN", []),
    ("A/DT/det/1 tailor/NN/nsubj:pass/3 was/VBD/aux:pass/3 killed/VBN", []),
]


@pytest.mark.parametrize(("written", "expected"), DESCRIBED)
def test_who_is_described(tagged: Callable[..., Parsed], written: str, expected: list[str]) -> None:
    parsed = tagged(f"{written} ./.")
    found = [f"{parsed.text(d.first, d.last)}: {'; '.join(d.people)}" for d in descriptions(parsed)]
    assert found == expected


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("wife", "husband", False),
        ("wife", "woman", True),
        ("boy", "man", False),
        ("boy", "child", True),
        ("boy", "young boy", True),
        ("2 boy", "3 boy", False),
        ("wife", "mother", False),
        ("wife", "girl", False),
        ("brother", "sibling", False),
        ("brother", "man", True),
        ("", "man", True),
        ("couple", "wife", True),
    ],
)
def test_two_descriptions_of_one_person(left: str, right: str, one: bool) -> None:
    assert compatible(left, right) is one
    assert compatible(right, left) is one

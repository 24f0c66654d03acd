"""Months that are first names, by the parser's tie to the surname and by what stands before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.language.first_names import is_month_in_name
from divergence.language.parsed import Parsed

Tagged = Callable[..., Parsed]
SPOKE = "She/PRP/nsubj/1 spoke/VBD/root/1"


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        (f"{SPOKE} to/IN/case/4 April/NNP/compound/4 Jones/NNP/obl/1", True),
        (f"{SPOKE} ,/,/punct/4 May/NNP/flat/4 Jones/NNP/nsubj/1", True),
        (f"{SPOKE} to/IN/case/4 April/NNP/compound/4 Zzyx/NNP/obl/1", False),
        (f"{SPOKE} to/IN/case/4 March/NNP/compound/4 Jones/NNP/obl/1", False),
        (f"{SPOKE} to/IN/case/3 April/NNP/obl/1 Jones/NNP/obl/1", False),
        (f"{SPOKE} by/IN/case/4 April/NNP/compound/4 Jones/NNP/nsubj/1", False),
        (f"{SPOKE} in/IN/case/4 April/NNP/compound/4 Jones/NNP/obl/1", False),
        (f"{SPOKE} of/IN/case/4 May/NNP/compound/4 Day/NNP/obl/1", False),
        ("From/IN March/NNP/obl/5 to/IN/case/4 April/NNP/compound/4 Jones/NNP/obl/5 spoke/VBD", False),
        ("From/IN 3/CD/obl/5 and/CC/cc/4 April/NNP/compound/4 Jones/NNP/obl/5 spoke/VBD", False),
        ("Lund/NNP/obl/5 x/IN and/CC/cc/4 April/NNP/compound/4 Jones/NNP/obl/5 spoke/VBD", True),
        (f"{SPOKE} to/IN/case/3 April/NNP/obl/1", False),
    ],
)
def test_a_month_is_a_first_name_where_it_is_tied_to_a_surname_and_tells_no_time(
    tagged: Tagged, said: str, holds: bool
) -> None:
    assert is_month_in_name(tagged(said), 3) is holds


def test_a_name_that_the_pipeline_finds_is_a_surname_too(tagged: Tagged) -> None:
    said = f"{SPOKE} to/IN/case/4 April/NNP/compound/4 Zzyx/NNP/obl/1"
    assert is_month_in_name(tagged(said, [(4, 5, "PERSON")]), 3)
    assert not is_month_in_name(tagged(said, [(4, 5, "ORG")]), 3)

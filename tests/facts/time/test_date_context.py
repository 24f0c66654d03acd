"""Whether a clause points to the future, on sentences tagged by hand; the day stands in braces."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.facts.time.date_context import points_ahead
from divergence.language.parsed import Parsed
from divergence.model.text import Article

Tagged = Callable[..., Parsed]
AHEAD = [
    ("It/PRP opens/VBZ {Friday/NNP/obl/1}", True),
    ("It/PRP opened/VBD {Friday/NNP/obl/1}", False),
    ("It/PRP had/VBD/aux/2 opens/VBZ {Friday/NNP/obl/2}", False),
    ("It/PRP sings/VBZ {Friday/NNP/obl/1}", None),
    ("It/PRP will/MD/aux/2 sing/VB {Friday/NNP/obl/2}", True),
    ("It/PRP would/MD/aux/2 sing/VB {Friday/NNP/obl/2}", True),
    ("It/PRP would/MD/aux/3 not/RB/advmod/3 sing/VB {Friday/NNP/obl/3}", None),
    ("It/PRP would/MD/aux/3 have/VB/aux/3 sung/VBN {Friday/NNP/obl/3}", False),
    ("It/PRP has/VBZ/aux/2 sung/VBN {Friday/NNP/obl/2}", False),
    ("It/PRP was/VBD/aux/2 sung/VBN {Friday/NNP/obl/2}", False),
    ("It/PRP sung/VBN {Friday/NNP/obl/1}", False),
    ("It/PRP to/TO/aux/2 sung/VBN {Friday/NNP/obl/2}", None),
    ("It/PRP is/VBZ/aux/2 going/VBG {Friday/NNP/obl/2}", True),
    ("It/PRP was/VBD/aux/2 going/VBG {Friday/NNP/obl/2}", False),
    ("It/PRP is/VBZ/aux/2 singing/VBG {Friday/NNP/obl/2}", None),
    ("It/PRP plans/VBZ {Friday/NNP/obl/1}", True),
    ("It/PRP planned/VBD {Friday/NNP/obl/1}", True),
    ("It/PRP is/VBZ/cop/2 due/JJ {Friday/NNP/obl/2}", True),
    ("It/PRP is/VBZ/cop/2 likely/JJ {Friday/NNP/obl/2}", None),
    ("The/DT hearing/NN scheduled/VBN/acl/1 {Friday/NNP/obl/2} was/VBD long/JJ", True),
    ("They/PRP agreed/VBD to/TO/mark/3 meet/VB/xcomp/1 {Friday/NNP/obl/3}", True),
    ("They/PRP began/VBD to/TO/mark/3 meet/VB/xcomp/1 {Friday/NNP/obl/3}", False),
    ("They/PRP agreed/VBD not/RB/advmod/3 meet/VB/xcomp/1 {Friday/NNP/obl/3}", False),
    ("They/PRP agreed/VBD to/TO/mark/3 meeting/VBG/xcomp/1 {Friday/NNP/obl/3}", False),
    ("They/PRP agreed/VBD {Friday/NNP/obl/1}", False),
    ("It/PRP was/VBD/aux/2 postponed/VBN until/IN/case/4 {Friday/NNP/obl/2}", True),
    ("It/PRP had/VBD/aux/2 postponed/VBN until/IN/case/4 {Friday/NNP/obl/2}", False),
    ("It/PRP was/VBD/aux/2 postponed/VBN on/IN/case/4 {Friday/NNP/obl/2}", False),
    ("It/PRP was/VBD/aux/2 sung/VBN until/IN/case/4 {Friday/NNP/obl/2}", False),
    ("It/PRP stay/VBP until/IN/case/3 {Friday/NNP/obl/1}", None),
    ("They/PRP have/VBP/aux/2 stay/VBP until/IN/case/4 {Friday/NNP/obl/2}", True),
    ("Until/IN/case/1 {Friday/NNP} nothing/NN", True),
    ("By/IN/case/1 {Friday/NNP} nothing/NN", True),
    ("On/IN/case/1 {Friday/NNP} nothing/NN", None),
    ("{Friday/NNP} nothing/NN", None),
    ("{Friday/NNP/nsubj/1} passed/VBD", None),
    ("The/DT vote/NN of/IN/case/3 {Friday/NNP/nmod/1} failed/VBD", None),
    ("The/DT vote/NN/nsubj/4 of/IN/case/3 {Friday/NNP/nmod/1} failed/VBD", None),
    ("The/DT deadline/NN/nsubj/4 of/IN/case/3 {Friday/NNP/nmod/1} failed/VBD", True),
    ("They/PRP are/VBP to/TO/mark/4 be/VB/aux:pass/4 heard/VBN {Friday/NNP/obl/4}", None),
    ("A/DT talk/NN to/TO/mark/3 air/VB/acl/1 {Friday/NNP/obl/3}", True),
    ("A/DT talk/NN to/TO/mark/3 sing/VB/acl/1 {Friday/NNP/obl/3}", True),
    ("They/PRP want/VBP to/TO/mark/3 sing/VB/xcomp/1 {Friday/NNP/obl/3}", True),
    ("They/PRP are/VBP able/JJ to/TO/mark/4 sing/VB/xcomp/1 {Friday/NNP/obl/4}", True),
    ("He/PRP said/VBD it/PRP/nsubj/4 will/MD/aux/4 sing/VB/ccomp/1 {Friday/NNP/obl/4}", True),
    ("He/PRP said/VBD it/PRP/nsubj/3 sang/VBD/ccomp/1 {Friday/NNP/obl/3}", False),
    ("payable/JJ {Friday/NNP/obl/0}", True),
    ("due/JJ on/IN {Friday/NNP/obl/0}", True),
    ("ahead/RB of/IN the/DT vote/NN on/IN {Friday/NNP}", True),
    ("ahead/RB of/IN it/PRP ;/: {Friday/NNP}", None),
    ("in/IN advance/NN of/IN {Friday/NNP}", True),
    ("crude/NN for/IN {December/NNP} delivery/NN", True),
    ("crude/NN for/IN {December/NNP} dinner/NN", None),
    ("The/DT permit/NN expires/NNS {Friday/NNP/obl/2}", True),
    ("The/DT opening/NN {Friday/NNP/nmod/1}", None),
]


def pointed(tagged: Tagged, written: str) -> bool | None:
    at = next(number for number, word in enumerate(written.split()) if word.startswith("{"))
    parsed = tagged(written.replace("{", "").replace("}", "") + " ./.")
    return points_ahead(parsed, parsed.tokens[at].start)


@pytest.mark.parametrize(("written", "ahead"), AHEAD)
def test_a_clause_points_ahead(tagged: Tagged, written: str, ahead: bool | None) -> None:
    assert pointed(tagged, written) is ahead


@pytest.mark.parametrize(("steps", "ahead"), [(11, False), (12, None)])
def test_so_far_up_a_verb_is_looked_for(tagged: Tagged, steps: int, ahead: bool | None) -> None:
    chain = " ".join(f"it/NN/dep/{number}" for number in range(2, steps + 1))
    assert pointed(tagged, f"{{Friday/NNP/obl/1}} {chain} sang/VBD") is ahead


def test_nothing_is_told_without_words() -> None:
    assert points_ahead(Parsed(Article("A", "a.txt", "", ()), (), (), (), ()), 0) is None

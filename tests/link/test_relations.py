"""Relations judged once: what is said alike has one answer, what is not has its own."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from divergence.facts import Related
from divergence.facts.quantity import relating
from divergence.facts.quantity.quantity import Quantity
from divergence.link import relations as module
from divergence.link.relations import Relations
from divergence.model.comparison import Relation
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span


def said(article: str, figure: int, hedge: Hedge = Hedge.EXACTLY) -> Mention:
    span = Span(article, 0, 2)
    value = Quantity(Decimal(figure), Decimal(figure))
    return Mention(Kind.NUMBER, span, str(figure), value, hedge, Slot(), span, 0, "test")


def test_the_same_question_is_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    known = replace(module.fact_type(Kind.NUMBER), relate=lambda a, b: (asked.append((a, b)), relating.relate(a, b))[1])
    monkeypatch.setattr(module, "fact_type", lambda kind: known)
    relations = Relations()
    answers = {relations.of(said(a, 12), said(b, 14)) for a, b in (("A", "B"), ("A", "C"), ("D", "B"))}
    assert answers == {Relation.CONFLICTS}
    assert len(asked) == 1


def test_another_value_or_hedge_is_another_question() -> None:
    relations = Relations()
    assert relations.of(said("A", 12), said("B", 14)) is Relation.CONFLICTS
    assert relations.of(said("C", 14), said("B", 14)) is Relation.SAME
    assert relations.of(said("D", 12, Hedge.MORE_THAN), said("B", 14)) is Relation.REFINES


def test_a_reason_is_worded_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    worded = []
    phrase = relating.phrase
    monkeypatch.setattr(relating, "phrase", lambda mention: (worded.append(mention), phrase(mention))[1])
    related = relating.relate(said("A", 12), said("B", 14))
    assert (related.relation, worded) == (Relation.CONFLICTS, [])
    assert related.why == "12 and 14 cannot both be right of one count"
    assert related == Related(Relation.CONFLICTS, related.why)
    assert related != Related(Relation.CONFLICTS, "for no reason")
    assert len(worded) > 1


def test_a_relation_has_the_reason_of_its_own_two_values() -> None:
    relations = Relations()
    relations.of(said("A", 12), said("B", 14))
    one, two = replace(said("C", 12), text="a dozen"), said("D", 14)
    assert relations.related(one, two) == module.fact_type(Kind.NUMBER).relate(one, two)


def test_a_mention_that_is_gone_lends_its_number_to_no_other() -> None:
    relations = Relations()
    for figure in range(2, 200):  # made and dropped, so that places in memory are used again
        assert relations.of(said("A", figure), said("B", figure + 1)) is Relation.CONFLICTS
        assert relations.of(said("A", figure), said("B", figure)) is Relation.SAME

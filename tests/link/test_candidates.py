"""Which mentions of two articles are compared: those of one kind that share what they are said of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from pairs import context, count, figure, made

from divergence.facts.names.organisation import Bodies
from divergence.facts.names.person import People
from divergence.facts.quotation.quote import Quotation
from divergence.link.candidates import FEW, blocking_keys, candidate_pairs, rarest
from divergence.link.context import Context
from divergence.model.comparison import Relation
from divergence.model.fact import Kind


class Unlike:
    """No two sentences are alike."""

    def of_sentences(self, places: Sequence[tuple[str, int]], left: Any, right: Any) -> Any:
        return np.zeros(len(left))

    def of_paragraphs(self, places: Sequence[tuple[str, int]], left: Any, right: Any) -> Any:
        return np.zeros(len(left))


def compared(*contexts: Context) -> set[str]:
    """Which mentions are compared, by article and text."""
    pairs = candidate_pairs(contexts, Unlike(), (0.0,))
    return {" ".join(f"{c.mention.span.article}:{c.mention.text}" for c in (p.left, p.right)) for p in pairs}


def body(name: str, article: str, start: int = 0, sentence: dict[str, float] | None = None, **said: Any) -> Context:
    return context(
        made(name, Bodies((name,)), Kind.ORGANISATION, article, start, **said),
        sentence=sentence or {},
        clause={"quay": 1.0},
    )


def keys(found: Context) -> set[str]:
    return {" ".join(key) for key in blocking_keys(found)}


def test_keys_are_what_is_said_and_the_rarest_terms_around() -> None:
    said = {"predicate": "sink", "outcome": "killed", "holder": "old ferry"}
    terms = {"gale": 0.5, "port": 0.2, "cape": 0.4, "mist": 0.3, "rope": 0.1}
    told = {"head barge", "predicate sink", "outcome killed", "holder old", "holder ferry"}
    assert keys(context(count(12, "barge", **said), clause=terms)) == told | {
        "term gale",
        "term port",
        "term cape",
        "term mist",
    }
    assert keys(context(count(12, "sailor"))) == {"head sailor", "people any"}
    assert keys(context(count(12, ""))) == set()
    assert keys(body("Norland", "A", head="strike")) == {"head strike"}
    quote = made("we shall", Quotation(("we", "shall")), Kind.QUOTE, head="say")
    assert keys(context(quote, clause=terms)) == {f"word {term}" for term in terms}


def test_the_rarest_terms_are_four_and_of_equal_ones_the_first() -> None:
    assert rarest({"e": 0.1, "d": 0.1, "c": 0.1, "b": 0.1, "a": 0.1, "z": 0.2}) == ("z", "a", "b", "c")


def test_all_of_a_kind_are_compared_while_they_are_few() -> None:
    few = [context(count(n, f"h{n}", "AB"[n % 2], 50 * n)) for n in range(FEW + 1)]
    assert len(compared(*few[:FEW])) == (FEW // 2) ** 2
    assert compared(*few) == set()
    sharing = context(count(99, "h0", "B", 5000))
    assert compared(*few, sharing) == {"A:0 h0 B:99 h0"}


def test_only_mentions_of_one_kind_and_two_articles_are_compared() -> None:
    sums = context(made("$12", figure(12, unit="dollar", dimension="money"), Kind.MONEY, "B"))
    assert compared(context(count(12)), context(count(13, start=90)), sums) == set()
    assert compared(context(count(12)), context(count(13, article="B")), sums) == {"A:12 sailor B:13 sailor"}
    assert compared() == set()


@pytest.mark.parametrize(("likeness", "are_compared"), [(0.3, True), (0.29, False), (1.0, True)])
def test_names_are_compared_in_one_slot_or_in_like_sentences(likeness: float, are_compared: bool) -> None:
    one, other = body("Norland", "A", sentence={"gale": 1.0}), body("Holm", "B", sentence={"gale": likeness})
    assert bool(compared(one, other)) is are_compared
    assert compared(body("Norland", "A", head="strike"), body("Holm", "B", head="strike"))
    assert not compared(body("Norland", "A", head="strike"), body("Holm", "B", head="talk"))


def related(kind: Kind, *names: tuple[str, str]) -> set[Relation]:
    """How the differing names of some articles stand to each other, in one slot."""
    values = {Kind.PERSON: People, Kind.ORGANISATION: Bodies}
    contexts = [
        context(made(name, values[kind]((name,)), kind, article, 50 * n, head="talk"))
        for n, (article, name) in enumerate(names)
    ]
    found = candidate_pairs(contexts, Unlike(), (0.0,))
    return {p.related.relation for p in found if p.left.mention.text != p.right.mention.text}


def test_two_names_of_one_body_of_the_story_are_variants() -> None:
    short, long = ("A", "NRG"), ("B", "Norland Rights Group")
    assert related(Kind.ORGANISATION, short, long) == {Relation.VARIANT}
    assert related(Kind.ORGANISATION, short, ("B", "Holm Bank")) == {Relation.CONFLICTS}
    assert related(Kind.PERSON, ("A", "Ida Berg"), ("B", "Anna Holm")) == {Relation.CONFLICTS}

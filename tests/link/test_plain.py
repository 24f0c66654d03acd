"""What plain rules judge without learnt trees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pairs import context, count, figure, made, pair

from divergence.facts.names.organisation import Bodies
from divergence.facts.place.value import Places, Spot
from divergence.facts.quotation.quote import Quotation
from divergence.link.paired import as_paired
from divergence.link.pairs import Pair
from divergence.link.plain import is_judged_by_rules, is_one_clause, is_other_list, is_sole_measure, pair_scores
from divergence.link.weights import Weights
from divergence.model.fact import Kind, Means

Pairs = Callable[..., tuple[Pair, ...]]


def only(pairs: tuple[Pair, ...], kind: Kind) -> Pair:
    """The one pair of differing values of a kind."""
    (found,) = [p for p in pairs if p.left.mention.kind is kind and p.conflicts]
    return found


def test_the_only_measures_of_one_thing_need_no_more_words_in_common(pairs_of: Pairs) -> None:
    pair = only(
        pairs_of("The strike at the mill lasted nine hours.", "Thirty hours of the strike went by in Orvane."),
        Kind.DURATION,
    )
    assert is_sole_measure(pair)
    assert is_judged_by_rules(pair)
    implied = replace(pair.left, mention=replace(pair.left.mention, means=Means.PLURAL))
    assert not is_sole_measure(replace(pair, left=implied))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The strike lasted nine hours. A guard slept for two hours.", "Thirty hours of the strike went by."),
        ("The strike lasted nine hours.", "Thirty hours of the concert went by."),
        ("The strike lasted nine hours.", "The strike may last thirty hours."),
    ],
)
def test_two_measures_of_other_things_or_beside_others_of_their_kind_do(pairs_of: Pairs, left: str, right: str) -> None:
    assert not any(is_sole_measure(p) for p in pairs_of(left, right) if p.conflicts)


def test_two_lists_of_places_with_one_in_common_are_of_one_happening(pairs_of: Pairs) -> None:
    pair = only(
        pairs_of("Airstrikes hit Kabul and Herat on Monday.", "Airstrikes hit Kabul and Kandahar on Monday."),
        Kind.PLACE,
    )
    assert is_other_list(pair)
    others = pairs_of("Airstrikes hit Kabul and Herat on Monday.", "Airstrikes hit Kandahar and Zaranj on Monday.")
    assert not any(is_other_list(p) for p in others)


TERMS = {"ferry": 0.6, "captain": 0.6, "log": 0.5}
ALIKE = {"clause": ">=0.85", "predicate": "same", "mood": "same", "witness": "none"}


def dates(kind: Kind = Kind.MONEY, texts: tuple[str, str] = ("$12", "$17"), terms: int = 3, **levels: str) -> Pair:
    """Two sums in one clause, or what differs from that."""
    clause = dict(list(TERMS.items())[:terms])
    value = figure(12, unit="dollar", dimension="money")
    sides = (context(made(text, value, kind, a), clause=clause) for text, a in zip(texts, "AB", strict=True))
    return pair(*sides, ALIKE | levels)


def test_one_clause_around_two_sums_is_one_fact() -> None:
    assert is_one_clause(dates())
    assert is_one_clause(dates(clause=">=0.7"))
    assert is_one_clause(dates(Kind.PERCENT))


@pytest.mark.parametrize(
    "other",
    [
        dates(Kind.NUMBER),
        dates(clause=">=0.55"),
        dates(predicate="unsaid"),
        dates(mood="modal"),
        dates(witness=">=-3"),
        dates(texts=("last week", "Last week")),
        dates(terms=2),
    ],
)
def test_a_clause_that_is_not_the_same_or_says_too_little_proves_nothing(other: Pair) -> None:
    assert not is_one_clause(other)


def weighed(score: float, other: Pair) -> float:
    return pair_scores(as_paired([other]), np.array([0]), Weights((), (score,), 0.5, 0.5, quotation=1.0))[0]


def test_what_plain_rules_judge_has_at_least_their_score() -> None:
    assert weighed(0.5, dates()) == 1.0
    assert weighed(2.0, dates()) == 2.0
    assert weighed(0.5, dates(terms=2)) == 0.5
    quotes = (made("we shall", Quotation(("we", w)), Kind.QUOTE, a) for w, a in (("shall", "A"), ("will", "B")))
    assert weighed(2.0, pair(*quotes)) == 1.0
    whole = [context(count(n, a, outcome="killed"), position="lead") for n, a in ((0, "sailor"), (3, "sailor"))]
    assert weighed(0.5, pair(*whole)) == 1.0
    for told in ({"position": "body"}, {"variety": 2}):
        assert weighed(0.5, pair(replace(whole[0], **told), whole[1])) == 0.5
        assert weighed(0.5, pair(whole[0], replace(whole[1], **told))) == 0.5


def test_nought_against_a_count_is_judged_by_rules_and_two_counts_are_not() -> None:
    nought, some = count(0, outcome="killed"), count(3, article="B", outcome="killed")
    assert is_judged_by_rules(pair(nought, some))
    assert not is_judged_by_rules(pair(some, some))


def listed(left: tuple[str, ...], right: tuple[str, ...], kind: Kind = Kind.PLACE, **said: str) -> bool:
    values = {Kind.PLACE: Places, Kind.ORGANISATION: Bodies}
    of = {"head": "strike", "outcome": "attacked"} | said
    sides = (
        made("; ".join(names), values[kind](tuple(map(Spot, names)) if kind is Kind.PLACE else names), kind, a, **of)
        for names, a in ((left, "A"), (right, "B"))
    )
    return is_other_list(pair(*sides))


def test_two_lists_share_a_place_and_have_more_than_one_each() -> None:
    assert listed(("Orvane", "Holm"), ("Orvane", "Varn"))
    assert not listed(("Orvane",), ("Orvane", "Varn"))
    assert not listed(("Orvane", "Holm"), ("Norhaven", "Varn"))
    assert not listed(("Orvane", "Holm"), ("Orvane", "Varn"), Kind.ORGANISATION)
    assert not listed(("Orvane", "Holm"), ("Orvane", "Varn"), head="")
    assert not listed(("Orvane", "Holm"), ("Orvane", "Varn"), outcome="")


SOLE = {"sole": "both", "head": "same", "mood": "same"}


def measured(left: str = "9 hours", right: str = "30 hours", kind: Kind = Kind.MONEY, **levels: str) -> bool:
    sides = (made(text, figure(9, dimension="money"), kind, a) for text, a in ((left, "A"), (right, "B")))
    return is_sole_measure(pair(*sides, SOLE | levels))


def test_a_sole_measure_is_of_one_thing_in_one_mood_and_has_a_figure() -> None:
    assert measured()
    assert measured(head="kindred")
    assert not measured(head="general")
    assert not measured(sole="one")
    assert not measured(mood="modal")
    assert not measured(left="several hours")
    assert not measured(right="several hours")
    assert not measured(kind=Kind.NUMBER)

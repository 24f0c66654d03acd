"""How a pair stands among its rivals: each rule and threshold, on pairs made by hand with the fit that a test gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from pairs import context, count, made, pair

from divergence.facts import Related
from divergence.link.context import Context
from divergence.link.levels import LEVELS
from divergence.link.pairs import Pair
from divergence.link.rivals import AGREEING, refit
from divergence.link.weights import Forest, Tree
from divergence.model.comparison import Relation
from divergence.model.fact import Factuality

GRADES = LEVELS["prose"]
"""Levels of a question that the made fit asks, so that each pair can be given a fit of its own."""


def forest(fits: Mapping[str, float]) -> Forest:
    """Trees that give each grade its fit."""
    tree: Tree = 0.0
    for grade, fit in fits.items():
        tree = ("prose", grade, fit, tree)
    return (tree,)


def stand(*judged: tuple[Context, Context, float], **fields: object) -> tuple[Mapping[str, str], ...]:
    """How pairs with these fits stand among each other."""
    grades = dict(zip(GRADES, dict.fromkeys(fit for *_, fit in judged), strict=False))
    grade_of = {fit: grade for grade, fit in grades.items()}
    pairs = [pair(a, b, {"prose": grade_of[fit]}, **fields) for a, b, fit in judged]
    return tuple(p.levels for p in refit(pairs, forest(grades)))


def sailors(number: int, article: str, start: int = 0, **said: object) -> Context:
    return context(count(number, article=article, start=start, **said))


OURS, OTHERS = sailors(5, "A"), sailors(40, "A", 100)
THEIRS, THIRD = sailors(23, "B"), sailors(31, "B", 100)


@pytest.mark.parametrize(
    ("own", "rival", "lead"),
    [
        (4.0, 1.0, ">=3"),
        (4.0, 1.1, ">=1.5"),
        (2.5, 1.0, ">=1.5"),
        (1.7, 1.0, ">=0.7"),
        (1.25, 1.0, ">=0.2"),
        (1.1, 1.0, ">=0"),
        (1.0, 1.1, ">=-0.7"),
        (1.0, 2.0, ">=-1.5"),
        (1.0, 4.0, ">=-3"),
        (1.0, 4.1, "less"),
    ],
)
def test_a_pair_is_ahead_of_its_best_rival_by_the_difference_of_their_fits(own: float, rival: float, lead: str) -> None:
    first, _ = stand((OURS, THEIRS, own), (OURS, THIRD, rival))
    assert first["rivals"] == lead


def test_the_better_of_its_two_sides_does_not_make_up_for_the_worse() -> None:
    first, *_ = stand((OURS, THEIRS, 2.0), (OURS, THIRD, -2.0), (OTHERS, THEIRS, 3.0))
    assert first["rivals"] == ">=-1.5"


def test_a_pair_without_rivals_is_ahead_by_the_most_that_is_told_apart() -> None:
    (alone,) = stand((OURS, THEIRS, -5.0))
    assert alone["rivals"] == ">=3"


def test_pairs_with_another_article_are_no_rivals() -> None:
    first, _ = stand((OURS, THEIRS, -5.0), (OURS, sailors(31, "C"), 5.0))
    assert first["rivals"] == ">=3"


def test_the_same_value_told_again_is_no_rival() -> None:
    first, _ = stand((OURS, THEIRS, -2.0), (OURS, sailors(23, "B", 200), 3.0))
    assert first["rivals"] == ">=3"


def test_two_mentions_of_one_value_have_no_rivals() -> None:
    first, _ = stand((OURS, sailors(5, "B"), -2.0), (OURS, THIRD, 3.0))
    assert first["rivals"] == ">=3"


def test_what_is_denied_or_given_up_is_no_rival_of_what_is_asserted() -> None:
    corrected = sailors(31, "B", 100, standing=Factuality.SUPERSEDED)
    first, second = stand((OURS, THEIRS, -2.0), (OURS, corrected, 3.0))
    assert first["rivals"] == ">=3"
    assert (second["rivals"], second["fit"]) == ("less", "less"), "it can be no rival, however well it fits"


@pytest.mark.parametrize(("fit", "level"), [(0.0, "both"), (0.1, "both"), (-0.1, "none")])
def test_a_value_is_supported_by_an_agreeing_mention_from_a_fit_of_zero(fit: float, level: str) -> None:
    (agreed,) = stand((OURS, sailors(5, "B"), fit))
    assert agreed["support"] == level


def test_a_value_that_only_others_differ_from_is_not_supported() -> None:
    (alone,) = stand((OURS, THEIRS, 3.0))
    assert alone["support"] == "none"


def test_one_of_two_values_may_be_supported() -> None:
    first, _ = stand((OURS, THEIRS, 1.0), (OURS, sailors(5, "C"), 1.0))
    assert first["support"] == "one"


def test_the_best_agreeing_rival_is_a_witness_against_a_pair() -> None:
    first, second, third = stand((OURS, THEIRS, 1.0), (OURS, sailors(5, "B", 200), 3.5), (OURS, THIRD, 4.0))
    assert (first["witness"], third["witness"]) == (">=1.5", ">=-0.7")
    assert second["witness"] == "none", "a pair is no witness of its own"


def test_without_an_agreeing_rival_there_is_no_witness() -> None:
    first, _ = stand((OURS, THEIRS, 1.0), (OURS, THIRD, 4.0))
    assert first["witness"] == "none"


@pytest.mark.parametrize("relation", list(Relation))
def test_agreeing_is_all_that_one_fact_can_be_told_as(relation: Relation) -> None:
    (level,) = stand((OURS, THEIRS, 1.0), related=Related(relation, "made"))
    agrees = relation in {"same", "variant", "rounded", "refines", "contains"}
    assert (level["support"] == "both") == agrees == (relation in AGREEING)


def test_a_rank_counts_the_differences_of_one_kind_that_fit_better() -> None:
    levels = stand((OURS, THEIRS, 1.0), (OURS, THIRD, 3.0), (OTHERS, THEIRS, 2.0))
    assert [level["rank"] for level in levels] == [">=2", "less", ">=1"]


def test_two_values_differ_once_wherever_they_are_told() -> None:
    again = sailors(23, "B", 200)
    levels = stand((OURS, THEIRS, 3.0), (OURS, again, 2.0), (OTHERS, THIRD, 1.0))
    assert [level["rank"] for level in levels] == ["less", "less", ">=1"]


def test_differences_of_another_kind_take_no_rank_away() -> None:
    ages = [context(made(f"{n}", count(n).value, kind="age", article=a)) for n, a in ((40, "A"), (41, "B"))]
    levels = stand((OURS, THEIRS, 1.0), (ages[0], ages[1], 3.0))
    assert [level["rank"] for level in levels] == ["less", "less"]


def test_what_agrees_has_no_rank() -> None:
    levels = stand((OURS, sailors(5, "B"), 3.0), (OURS, THEIRS, 1.0))
    assert [level["rank"] for level in levels] == ["agrees", "less"]


@pytest.mark.parametrize(
    ("fit", "level"), [(3.0, ">=3"), (2.9, ">=2"), (0.0, ">=0"), (-0.1, ">=-0.5"), (-5.0, ">=-5"), (-5.1, "less")]
)
def test_a_fit_falls_into_its_level(fit: float, level: str) -> None:
    (found,) = stand((OURS, THEIRS, fit))
    assert found["fit"] == level


def nearness(*figures: float | None) -> list[str]:
    """The leads in meaning of pairs of one mention with others of one article."""
    partners = (THEIRS, THIRD, sailors(35, "B", 200))
    pairs: list[Pair] = [
        replace(pair(OURS, partner, {"prose": GRADES[0]}), nearness=figure)
        for partner, figure in zip(partners, figures, strict=False)
    ]
    return [p.levels["meaning lead"] for p in refit(pairs, forest({}))]


@pytest.mark.parametrize(
    ("rival", "lead"),
    [
        (0.2, ">=0.3"),
        (0.3, ">=0.15"),
        (0.4, ">=0.05"),
        (0.48, ">=0"),
        (0.54, ">=-0.05"),
        (0.6, ">=-0.15"),
        (0.7, ">=-0.3"),
        (0.9, "less"),
    ],
)
def test_a_pair_is_ahead_in_meaning_by_how_much_nearer_its_words_are(rival: float, lead: str) -> None:
    assert nearness(0.5, rival)[0] == lead


def test_where_nothing_tells_the_meaning_there_is_no_lead_to_tell_and_none_for_a_rival() -> None:
    assert nearness(None) == ["unknown"]
    assert nearness(0.5, None) == [">=0.3", "unknown"]
    assert nearness(0.5) == [">=0.3"]

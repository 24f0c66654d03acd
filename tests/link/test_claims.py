"""Two claimants' figures that both articles report are one unit, with all who state them."""

from __future__ import annotations

from pairs import count, figure, made, pair

from divergence.link.claims import told_by_both
from divergence.link.pairs import Pair
from divergence.model.fact import Kind, Mention


def at(article: str, number: int, start: int = 0) -> Mention:
    return count(number, article=article, start=start)


def agreeing(left: Mention, right: Mention, fit: float = 0.0) -> Pair:
    return pair(left, right, fit=fit)


def test_two_values_are_told_once_by_the_pair_that_fits_best() -> None:
    first, second = pair(at("A", 12), at("B", 17), fit=1.0), pair(at("A", 17, 50), at("B", 12, 50), fit=2.0)
    other = pair(at("A", 30, 90), at("B", 40, 90), fit=3.0)
    found = told_by_both([other, first, second], [])
    assert [u.told_by_both for u in found] == [True, True]
    assert [(u.deciding, u.score, len(u.pairs)) for u in found] == [(second, 2.0, 2), (other, 3.0, 1)]
    assert found[0].mentions == (at("A", 12), at("A", 17, 50), at("B", 17), at("B", 12, 50))


def test_values_of_two_kinds_are_two() -> None:
    sums = pair(*(made(str(n), figure(n), Kind.MONEY, a, 50) for n, a in ((12, "A"), (17, "B"))))
    assert len(told_by_both([pair(at("A", 12), at("B", 17)), sums], [])) == 2


def test_who_states_one_of_the_values_in_a_context_that_fits_is_named_too() -> None:
    apart = pair(at("A", 12), at("B", 17))
    again = agreeing(at("B", 17), at("C", 17))

    def stating(*more: Pair) -> set[Mention]:
        (unit,) = told_by_both([apart], [apart, *more])
        return set(unit.mentions)

    both = {at("A", 12), at("B", 17)}
    assert stating(again) == both | {at("C", 17)}
    assert stating(agreeing(at("B", 17), at("C", 17), fit=-0.1)) == both
    assert stating(agreeing(at("C", 17), at("D", 17))) == both
    assert stating(pair(at("B", 17), at("C", 18))) == both


def test_nothing_settled_is_nothing_told() -> None:
    assert told_by_both([], [agreeing(at("A", 12), at("B", 12))]) == ()

"""What plain rules judge without learnt trees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from divergence.link.pairs import Pair
from divergence.link.plain import is_judged_by_rules, is_other_list, is_sole_measure
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

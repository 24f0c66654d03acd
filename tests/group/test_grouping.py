"""Articles to stories."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from divergence.group.decision import PairDecision, read_decision, shipped
from divergence.group.grouping import group
from divergence.group.profile import Profile, profile
from divergence.model.text import Article

BOATS = (
    "Ferry Alda runs onto reef off Corvo\n\nThe ferry Alda ran onto a reef off Corvo on Monday night and 19 people "
    "were hurt, harbour master Ann Oakley said. Divers searched the cabins of the Alda until dawn.",
    "Nineteen hurt as ferry hits Corvo reef\n\nNineteen passengers of the ferry Alda were hurt when it struck the reef "
    "near Corvo, said Ann Oakley, the harbour master. The Alda carried 212 people on Monday night.",
    "Divers search the Alda\n\nDivers searched the ferry Alda on Tuesday after it ran onto the reef off Corvo. Harbour "
    "master Ann Oakley counted 20 hurt passengers and no dead.",
)
ANOTHER_FERRY = (
    "Car ferry Brenna burns in Skarn Sound\n\nThe car ferry Brenna caught fire in the Skarn Sound on Thursday. All 90 "
    "passengers were taken off by boats, and seven were treated for smoke, Captain Jon Tveit said.",
    "Fire on the Brenna: seven treated for smoke\n\nSeven passengers of the ferry Brenna breathed smoke when a lorry "
    "on her car deck caught fire in the Skarn Sound, her captain Jon Tveit said on Thursday.",
)
BUDGET = (
    "Parliament passes budget\n\nParliament passed the budget of Minister Paul Renn by 61 votes to 58 on Monday. The "
    "tax on fuel rises by two per cent, and schools get more money.",
    "Renn's budget passes by three votes\n\nThe budget that Minister Paul Renn proposed was passed in parliament by 61 "
    "votes to 58. Fuel tax will rise, and the schools of the country get more money.",
)
LONE = (
    "Old clocks in a new hall\n\nThe museum of Tarn opened a hall of clocks. Their makers came from eleven towns.",
    "A dry summer is feared\n\nFarmers in the plain of Oss fear for maize after the warmest spring on record.",
    "Chess title for a girl of nine\n\nMila Brandt, nine, won the junior title in Velde after a draw.",
)
TEXTS = (*BOATS, *BUDGET, *LONE)


@pytest.fixture
def profiles(article: Callable[..., Article]) -> list[Profile]:
    return [profile(article(text, published="2026-03-03")) for text in TEXTS]


def stories(profiles: Sequence[Profile], given: dict[str, list[int]] | None = None) -> set[frozenset[int]]:
    return {frozenset(numbers) for numbers in group(profiles, given).groups}


def test_two_stories_among_others(profiles: list[Profile]) -> None:
    found = group(profiles)
    assert set(map(frozenset, found.groups)) == {frozenset({0, 1, 2}), frozenset({3, 4})}
    assert set(found.alone) == {5, 6, 7}


def test_the_order_of_the_articles_is_of_no_influence(profiles: list[Profile]) -> None:
    whole = {frozenset(profiles[n].key for n in numbers) for numbers in group(profiles).groups}
    for seed in range(3):
        mixed = random.Random(seed).sample(profiles, len(profiles))
        assert {frozenset(mixed[n].key for n in numbers) for numbers in group(mixed).groups} == whole


def test_why_two_articles_are_one_story(profiles: list[Profile]) -> None:
    tie = group(profiles).ties[3]
    assert tie.to == 4
    assert 0.4 < tie.chance <= 1
    for said in ("both name", "renn", "both give 58, 61", "same day", "both headlines have"):
        assert said in tie.why


def test_a_story_that_is_given_stays_and_grows(profiles: list[Profile]) -> None:
    assert frozenset({0, 1, 2}) in stories(profiles, {"ferry": [0]})
    apart = stories(profiles, {"one": [0], "other": [1]})
    assert not any({0, 1} <= numbers for numbers in apart)
    assert stories(profiles, {"odd": [5]}) == {frozenset({0, 1, 2}), frozenset({3, 4}), frozenset({5})}


def test_two_like_events_of_other_names_and_days_are_two_stories(article: Callable[..., Article]) -> None:
    dated = [(text, "2026-03-03") for text in (*BOATS, *LONE)] + [(text, "2026-03-12") for text in ANOTHER_FERRY]
    found = stories([profile(article(text, published=day)) for text, day in dated])
    assert found == {frozenset({0, 1, 2}), frozenset({6, 7})}


def test_a_near_copy_counts_once_and_is_linked(article: Callable[..., Article], profiles: list[Profile]) -> None:
    copy = profile(article(TEXTS[0] + " More follows.", published="2026-03-04"))
    found = group([*profiles, copy])
    assert frozenset({0, 1, 2, 8}) in set(map(frozenset, found.groups))
    assert (found.ties[8].to, found.ties[8].why) == (0, "nearly one text")


def test_copies_in_two_given_stories_stay_where_they_are(article: Callable[..., Article]) -> None:
    twice = [profile(article(TEXTS[0])), profile(article(TEXTS[0] + " More.")), profile(article(TEXTS[0] + " Later."))]
    found = stories(twice, {"one": [0], "other": [1]})
    assert all(len({0, 1} & numbers) < 2 for numbers in found)
    assert sum(map(len, found)) == 3


def test_the_cut_decides(profiles: list[Profile]) -> None:
    never = PairDecision(shipped().trees, shipped().start, 1.1)
    assert group(profiles, decision=never).groups == ()


def test_a_tree_asks_by_the_name_of_a_measure() -> None:
    import numpy as np

    from divergence.group.likeness import MEASURES

    told = '{"start": 0, "cut": 0.5, "trees": [["same_day", 0.5, -2, ["terms", 0.3, 0, 2]]]}'
    lines = np.zeros((3, len(MEASURES)))
    lines[1:, MEASURES.index("same_day")] = 1
    lines[2, MEASURES.index("terms")] = 0.4
    assert [round(float(p), 3) for p in read_decision(told).probabilities(lines)] == [0.119, 0.5, 0.881]


def test_no_article_no_story() -> None:
    assert group([]).groups == ()

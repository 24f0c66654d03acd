"""Which pairs are worth a look, and the measures of a pair."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.group.likeness import ASPECTS, MEASURES, ArticlePair, Corpus, measures
from divergence.group.profile import profile
from divergence.model.text import Article

FERRY = "The ferry {0} ran onto the reef off Corvo on Monday and 19 people were hurt, Ann Oakley of the harbour said."
OTHERS = (
    "Parliament passed the budget after a long night of talks in the capital.",
    "The museum opened a hall of old clocks and their makers.",
    "Farmers fear a dry summer after the warmest spring on record.",
    "The bank raised its rates by a quarter of a point.",
)


@pytest.fixture
def corpus(article: Callable[..., Article]) -> Callable[..., Corpus]:
    def build(*days: str | None) -> Corpus:
        texts = [FERRY.format("Alda"), FERRY.format("Alda") + " Two were children.", *OTHERS]
        dates = [*days, *[None] * len(texts)]
        return Corpus([profile(article(t, published=d or "")) for t, d in zip(texts, dates, strict=False)])

    return build


def measured(corpus: Corpus) -> dict[str, float]:
    (line,) = measures(corpus, [pair for pair in corpus.pairs() if (pair.left, pair.right) == (0, 1)])
    return dict(zip(MEASURES, map(float, line), strict=True))


def test_only_alike_articles_are_a_pair(corpus: Callable[..., Corpus]) -> None:
    assert [(pair.left, pair.right) for pair in corpus().pairs()] == [(0, 1)]


def test_articles_that_are_far_apart_in_time_are_none(corpus: Callable[..., Corpus]) -> None:
    assert len(corpus("2026-03-02", "2026-03-20").pairs()) == 1
    assert len(corpus("2026-03-02", "2026-05-20").pairs()) == 0


def test_what_is_only_a_little_alike_must_be_near_in_time(
    corpus: Callable[..., Corpus], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("divergence.group.likeness.FAR_LEAST", 2.0)
    assert len(corpus("2026-03-02", "2026-03-20").pairs()) == 0
    assert len(corpus("2026-03-02", "2026-03-05").pairs()) == 1


def test_the_measures_of_a_pair(corpus: Callable[..., Corpus]) -> None:
    found = measured(corpus("2026-03-02", "2026-03-03"))
    assert (found["next_day"], found["same_day"], found["one_undated"], found["weekdays"]) == (1, 0, 0, 1)
    assert 0.5 < found["terms"] < 1.001
    assert found["most_names_missing"] == 0
    assert found["numbers"] == pytest.approx(1)
    assert found["of_the_nearest"] == found["of_the_nearer"] == 1


def test_undated_articles_say_so(corpus: Callable[..., Corpus]) -> None:
    assert [measured(corpus())[name] for name in ("one_undated", "both_undated")] == [1, 1]
    assert [measured(corpus("2026-03-02"))[name] for name in ("one_undated", "both_undated")] == [1, 0]


def test_every_measure_has_a_name_of_its_own(corpus: Callable[..., Corpus]) -> None:
    assert (
        len(set(MEASURES)) == len(MEASURES) == measures(corpus(), [ArticlePair(0, 1, 0.5)]).shape[1]
        or not corpus().pairs()
    )
    assert set(corpus().vectors) == set(ASPECTS)


REEF = (
    (
        "2026-03-02",
        "Ferry Alda hits reef\n\nThe ferry Alda hit a reef off Corvo on Monday in March 2026, Ann Oakley of the Guard "
        "said. 19 people and 3 children were hurt.",
    ),
    (
        "2026-03-04",
        "Reef hit by ferry\n\nA ferry hit a reef near Corvo on Monday, the Guard and Ann Oakley said. 19 people were "
        "hurt in 2025.",
    ),
    (
        "2026-03-16",
        "Guard praised after ferry crash\n\nThe Guard of Corvo was praised by Rui Melo for saving 19 people when a "
        "ferry hit a reef on Tuesday in May.",
    ),
)
MEASURED = {
    "terms": (0.5, 0.25, 0.125),
    "root": (0.707, 0.5, 0.354),
    "names": (0.732, 0.326, 0.446),
    "full_names": (0.683, 0.0, 0.0),
    "title": (0.798, 0.244, 0.306),
    "lead": (0.775, 0.464, 0.541),
    "numbers": (0.353, 0.532, 0.664),
    "no_numbers": (0.0, 0.0, 0.0),
    "least_headline": (0.675, 0.47, 0.47),
    "most_headline": (1.0, 0.675, 1.0),
    "least_names_missing": (0.0, 0.53, 0.513),
    "most_names_missing": (0.38, 0.8, 0.53),
    "least_terms_missing": (0.769, 0.78, 0.769),
    "most_terms_missing": (0.801, 0.801, 0.78),
    "three_names": (17.149, 11.049, 11.049),
    "one_name": (5.812, 5.524, 5.524),
    "count_of_names": (1.792, 1.099, 1.099),
    "same_day": (0.0, 0.0, 0.0),
    "next_day": (0.0, 0.0, 0.0),
    "two_days": (1.0, 0.0, 0.0),
    "far": (0.0, 1.0, 1.0),
    "very_far": (0.0, 1.0, 1.0),
    "one_undated": (0.0, 0.0, 0.0),
    "both_undated": (0.0, 0.0, 0.0),
    "of_the_nearest": (1.0, 0.5, 0.25),
    "of_the_nearer": (1.0, 1.0, 0.5),
    "neighbours": (0.1, 0.1, 0.1),
    "weight_of_neighbours": (0.2, 0.333, 0.667),
    "years": (-1.0, 0.0, 0.0),
    "months": (0.0, 0.0, 0.0),
    "weekdays": (1.0, -1.0, -1.0),
    "length": (3.738, 3.738, 3.738),
    "crowd": (2.197, 2.197, 2.197),
}
"""Of the first with the second, the first with the third, and the second with the third."""


def test_all_measures_of_three_articles(article: Callable[..., Article]) -> None:
    made = Corpus([profile(article(text, published=day)) for day, text in REEF])
    pairs = [ArticlePair(0, 1, 0.5), ArticlePair(0, 2, 0.25), ArticlePair(1, 2, 0.125)]
    found = measures(made, pairs)
    assert {name: tuple(found[:, at].round(3)) for at, name in enumerate(MEASURES)} == MEASURED

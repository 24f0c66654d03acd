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

"""Pairs compared column by column, each different thing once, say what comparing them one by one would say."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.facts import fact_type
from divergence.link.comparisons import COMPARISONS, VALUE_COMPARISONS, Question, bin_of, relation_of
from divergence.link.counterparts import ALIKE, LIGHT, counterparts, index_words
from divergence.link.levels import (
    FIT,
    LEAD,
    LEVELS,
    MEANING_LEAD,
    NO_LEVEL,
    RANK,
    Levels,
    bin_codes,
    code_of,
    codes_of,
)
from divergence.link.pairs import Pair
from divergence.link.rivals import AGREEING, SUPPORT, Groups
from divergence.link.weights import score, scores, shipped
from divergence.model.fact import Kind

FIRST = (
    "The blast killed 12 people and wounded 30 in Herat on Monday, police said. Six of the wounded were children."
    " “We heard two shots, and then nobody moved,” Karim Daoud, 34, said. Damage came to 2 million dollars."
)
COPY = FIRST.replace("12", "14").replace("two shots", "three shots")
OTHER = (
    "At least 17 people were killed and 41 injured in Balkh on Sunday. “We heard three shots,” said Karim Daoud, 36."
    " The minister put the damage at 3 million dollars. Twelve people were arrested; the governor spoke of two arrests."
)


@pytest.fixture(scope="module")
def pairs(pairs_of: Callable[..., tuple[Pair, ...]]) -> tuple[Pair, ...]:
    found = pairs_of(FIRST, COPY, OTHER, FIRST)
    assert len(found) > 60
    return found


@pytest.mark.parametrize("question", [*COMPARISONS, *VALUE_COMPARISONS], ids=lambda q: q.name)
def test_what_looks_alike_to_a_question_is_answered_alike(question: Question, pairs: Sequence[Pair]) -> None:
    for pair in pairs:
        assert pair.levels[question.name] == question.answer(pair.left, pair.right)


def test_values_are_related_as_each_pair_by_itself(pairs: Sequence[Pair]) -> None:
    unnamed = [p for p in pairs if p.left.mention.kind not in {Kind.PERSON, Kind.ORGANISATION}]
    assert unnamed
    for pair in unnamed:
        assert pair.related == fact_type(pair.left.mention.kind).relate(pair.left.mention, pair.right.mention)


def test_times_and_places_stand_by_value_and_hedge_alone(pairs: Sequence[Pair]) -> None:
    anchors = [m for p in pairs for c in (p.left, p.right) for m in (*c.times, *c.places)]
    assert {m.kind for m in anchors} == {Kind.DATE, Kind.PLACE}
    for a, b in combinations(anchors[:40], 2):
        if a.kind is b.kind:
            told_otherwise = replace(a, text="x", rule="x", slot=replace(a.slot, head="x"))
            assert relation_of(told_otherwise, b) is relation_of(a, b)


def test_levels_are_read_by_name_and_shared(pairs: Sequence[Pair]) -> None:
    levels = pairs[0].levels
    assert set(levels) == set(LEVELS)
    assert dict(levels) == {name: levels[name] for name in LEVELS}
    assert [dict(Levels(bytes(row))) for row in codes_of([dict(levels), levels])] == [dict(levels)] * 2
    with pytest.raises(KeyError):
        Levels(bytes([255] * len(LEVELS)))["head"]


def _rivals(pair: Pair, pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """The pairs of each of its mentions with the article of the other."""
    sides: tuple[list[Pair], list[Pair]] = ([], [])
    for own, partner, found in ((pair.left, pair.right, sides[0]), (pair.right, pair.left, sides[1])):
        for other in pairs:
            beside = {id(other.left): other.right, id(other.right): other.left}.get(id(own))
            if other is not pair and beside and beside.mention.span.article == partner.mention.span.article:
                found.append(other)
    return sides


def _states(rival: Pair, value: object) -> bool:
    return value in (rival.left.mention.value, rival.right.mention.value)


def test_a_pair_stands_among_its_rivals_as_counted_one_by_one(pairs: Sequence[Pair]) -> None:
    seen: Counter[str] = Counter()
    for pair in pairs:
        leads, nearer, witnesses = [], [], []
        partners = pair.right.mention.value, pair.left.mention.value
        for rivals, partner in zip(_rivals(pair, pairs), partners, strict=True):
            others = [r for r in rivals if not _states(r, partner)]
            leads.append(pair.fit - max((r.fit for r in others), default=pair.fit - LEAD[0]))
            own = pair.nearness or 0.0
            nearer.append(own - max((r.nearness for r in others if r.nearness is not None), default=own - 1))
            witnesses += [r.fit - pair.fit for r in rivals if r.related.relation in AGREEING]
        assert pair.levels["rivals"] == bin_of(min(leads), LEAD)
        assert pair.levels["witness"] == (bin_of(max(witnesses), LEAD) if witnesses else "none")
        lead = "unknown" if pair.nearness is None else bin_of(min(nearer), MEANING_LEAD)
        assert pair.levels["meaning lead"] == lead
        assert pair.levels["fit"] == bin_of(pair.fit, FIT)
        seen[pair.levels["rivals"]] += 1
    assert len(seen) > 3


def test_a_rank_counts_the_better_differences_of_one_kind(pairs: Sequence[Pair]) -> None:
    better: dict[tuple[str, str], dict[frozenset[object], int]] = defaultdict(dict)
    for pair in sorted((p for p in pairs if p.conflicts), key=lambda p: -p.fit):
        known = better[pair.left.mention.kind]
        place = known.setdefault(frozenset({pair.left.mention.value, pair.right.mention.value}), len(known))
        assert pair.levels["rank"] == bin_of(place, RANK)
    assert len(better) > 2
    assert all(p.levels["rank"] == "agrees" for p in pairs if not p.conflicts)


def test_a_value_is_supported_where_another_article_agrees_on_it(pairs: Sequence[Pair]) -> None:
    agreeing = [p for p in pairs if p.fit >= SUPPORT and p.related.relation in AGREEING]
    supported = {id(c) for p in agreeing for c in (p.left, p.right)}
    for pair in pairs:
        both = (id(pair.left) in supported) + (id(pair.right) in supported)
        assert pair.levels["support"] == ("none", "one", "both")[both]


def test_trees_give_many_pairs_what_they_give_each_to_the_last_bit(pairs: Sequence[Pair]) -> None:
    for forest in (shipped().fit, shipped().decision):
        together = scores(forest, codes_of([p.levels for p in pairs])).tolist()
        assert together == [score(forest, p.levels) for p in pairs]
    assert scores(shipped().fit, codes_of([])).tolist() == []


def test_a_tree_that_asks_for_an_unknown_level_finds_it_nowhere() -> None:
    rows = codes_of([{"head": "same"}, {"head": "other"}, {}])
    assert scores((("head", "same", 1.0, -1.0), ("head", "no such level", 8.0, 0.5)), rows).tolist() == [
        1.5,
        -0.5,
        -0.5,
    ]


@given(st.lists(st.floats(-9, 9), min_size=1), st.sampled_from([LEAD, FIT, RANK, MEANING_LEAD]))
def test_many_figures_fall_into_the_levels_that_each_falls_into(values: list[float], bounds: tuple[float, ...]) -> None:
    values += bounds
    names = [bin_of(v, bounds) for v in values]
    known = {"less": len(bounds)} | {f">={b:g}": n for n, b in enumerate(bounds)}
    assert bin_codes(np.array(values), bounds).tolist() == [known[n] for n in names]


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), st.integers(-3, 3)), max_size=12))
def test_the_best_of_another_value_is_found_for_each(rows: list[tuple[int, int, int]]) -> None:
    groups, values, figures = (np.array([row[n] for row in rows]) for n in range(3))
    found = Groups(groups.astype(int), values.astype(int)).best_other(figures.astype(float)).tolist()
    for (group, value, _), best in zip(rows, found, strict=True):
        assert best == max((float(f) for g, v, f in rows if g == group and v != value), default=-math.inf)


WORDS = st.frozensets(st.sampled_from("the of fire quay boat mayor harbour night crowd ferry siren rope".split()))


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
@settings(max_examples=200)
def test_counterparts_are_those_found_word_by_word(left: list[frozenset[str]], right: list[frozenset[str]]) -> None:
    assert list(counterparts(*index_words([left, right]))) == _one_by_one(left, right)


def _one_by_one(left: list[frozenset[str]], right: list[frozenset[str]]) -> list[tuple[int, int]]:
    spread = Counter(w for p in (*left, *right) for w in p)

    def weigh(words: frozenset[str]) -> float:
        return sum(math.log((len(left) + len(right) + 1) / spread[w]) for w in sorted(words))

    shares = {
        (i, j): weigh(a & b) / min(weigh(a), weigh(b))
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if a & b - LIGHT
    }
    alike = {pair: share for pair, share in shares.items() if share >= ALIKE}
    best = {max((share, -j, (i, j)) for (i, j), share in alike.items() if i == own)[2] for own, _ in alike}
    best |= {max((share, -i, (i, j)) for (i, j), share in alike.items() if j == own)[2] for _, own in alike}
    return sorted(best)


def test_a_code_stands_for_a_level_of_its_own_question_only() -> None:
    assert code_of("head", "same") == LEVELS["head"].index("same")
    assert code_of("head", "nowhere") == code_of("no question", "same") == NO_LEVEL

"""Pairs as columns: a rule asked of all pairs together holds of those of which it holds one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pairs import context, count, figure, made, pair

from divergence.facts import Related, fact_type
from divergence.facts.time.moment import Moment
from divergence.link.comparisons import VALUE_COMPARISONS, said
from divergence.link.context import cosine
from divergence.link.cosines import AT_ONCE as LAID_OUT
from divergence.link.cosines import cosines
from divergence.link.figures import AT_ONCE
from divergence.link.paired import SPARSE, Paired, Rule, Scored, as_paired, once
from divergence.link.pairs import Pair
from divergence.link.plain import PLAIN, pair_scores
from divergence.link.vetoes import NOUGHT, VETOES, doubt_of_veto, sifted, veto
from divergence.link.weights import Weights, shipped
from divergence.model.comparison import Relation
from divergence.model.fact import Kind

TEXTS = (
    "The blast killed 12 people and wounded 30 in Herat on Monday, police said. Six of the wounded were children."
    " “We heard two shots, and then nobody moved,” Karim Daoud, 34, said. Damage came to 2 million dollars.",
    "At least 17 people were killed and 41 injured in Balkh on Sunday. “We heard three shots, and then nobody moved,”"
    " said Karim Daoud, 36. The minister put the damage at 3 million dollars. No arrests were made on Tuesday.",
    "No one was killed in Herat. Several Danish soldiers and nine Swedish troops left on Monday. The second round of"
    " talks lasted nine hours. In 2008, when 595 were arrested, the first round failed. It may cut 900 jobs.",
    "The firm cut 200 jobs. The talks took 30 hours. The storm is 120 miles southeast of Orvane, 150 miles across."
    " Five of the soldiers died. Strikes hit Herat and Balkh. One guard was not hurt; 680 were arrested Wednesday.",
)
RULES = {"nought": NOUGHT} | {v.name: v.rule for v in VETOES} | {str(n): rule for n, rule in enumerate(PLAIN)}


@pytest.fixture(scope="module")
def pairs(pairs_of: Callable[..., Sequence[Pair]]) -> Paired:
    found = pairs_of(*TEXTS)
    assert isinstance(found, Paired)
    assert len(found) > 150
    return found


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_holds_of_the_pairs_of_which_it_holds_one_by_one(rule: Rule, pairs: Paired) -> None:
    # Fresh columns: a pair that was made already shows all of its levels.
    fresh = Paired(pairs.columns, pairs.fits)
    held = fresh.where(rule, np.arange(len(pairs)))
    assert held.tolist() == [rule.holds(p) for p in pairs]


def test_vetoes_sift_as_they_judge_one_by_one(pairs: Paired) -> None:
    differing = np.array([n for n, p in enumerate(pairs) if p.conflicts])
    free, doubtful = sifted(Paired(pairs.columns, pairs.fits), differing)
    assert free.tolist() == [n for n in differing if not veto(pairs[n])]
    assert doubtful.tolist() == [n for n in differing if doubt_of_veto(pairs[n])]
    assert 0 < len(free) < len(differing) > len(doubtful) > 0


def test_nought_is_spared_among_many_as_alone() -> None:
    nought, some, others = (
        count(n, head, article=a, outcome="killed")
        for n, head, a in ((0, "people", "A"), (3, "people", "B"), (9, "people", "C"))
    )
    apart = {"outcome": "other"}
    many = as_paired([pair(nought, some, apart), pair(some, others, apart)])
    assert [p.levels["outcome"] for p in many] == ["other", "other"]
    assert sifted(many, np.arange(2))[0].tolist() == [0]


def test_a_rule_reads_no_level_without_saying_so(pairs: Paired) -> None:
    silent = Rule(lambda p: p.levels["head"] == "same", lambda c: None)
    with pytest.raises(KeyError):
        Paired(pairs.columns, pairs.fits).where(silent, np.arange(3))


def test_scores_are_those_of_each_pair(pairs: Paired) -> None:
    rows = np.arange(len(pairs))
    weights = Weights((), shipped().decision, 0.5, 0.5, quotation=0.75)
    together = pair_scores(Paired(pairs.columns, pairs.fits), rows, weights).tolist()
    assert together == [pair_scores(as_paired([p]), np.array([0]), weights).item() for p in pairs]


def test_a_pair_is_made_once_and_has_its_columns(pairs: Paired) -> None:
    fresh = Paired(pairs.columns, pairs.fits)
    assert fresh[0] is fresh[0]
    assert fresh[-1] is fresh[len(fresh) - 1]
    assert [p.left for p in fresh[:3]] == [p.left for p in pairs][:3]
    assert [p.related for p in fresh] == [p.related for p in pairs]
    again = as_paired(list(fresh))
    assert again.columns.codes.tolist() == fresh.columns.codes.tolist()
    assert again.columns.relations.tolist() == fresh.columns.relations.tolist()
    assert as_paired(fresh) is fresh
    assert len(as_paired(())) == 0


def test_why_two_values_differ_is_asked_only_where_it_is_read(pairs: Paired) -> None:
    asked: list[tuple[int, int]] = []

    def relate(left: int, right: int) -> Related:
        asked.append((left, right))
        return pairs.columns.relate(left, right)

    fresh = Paired(replace(pairs.columns, relate=relate), pairs.fits)
    known = [fresh.columns.relate(int(i), int(j)) for i, j in zip(fresh.columns.left, fresh.columns.right, strict=True)]
    asked.clear()
    assert [p.related.relation for p in fresh] == [r.relation for r in known]
    assert [fresh.mentions(n) for n in range(len(fresh))] == [(p.left.mention, p.right.mention) for p in fresh]
    assert not asked
    assert [p.related.why for p in fresh] == [r.why for r in known]


def test_two_values_have_one_number_whichever_stands_first() -> None:
    a, b, c = count(3), count(4, article="B"), count(5, article="B")
    one, other, third = as_paired([pair(a, b), pair(b, a), pair(a, c)]).columns.values().tolist()
    assert one == other != third


def test_what_scores_alike_is_ranked_in_the_order_of_the_pairs() -> None:
    scored = Scored(np.array([4, 2, 7, 3]), np.array([0.5, 0.5, 2.0, -1.0]))
    assert scored.ranked().rows.tolist() == [7, 2, 4, 3]
    assert scored.without({2, 9}).rows.tolist() == [4, 7, 3]
    assert scored.without(()).together(scored).rows.tolist() == [4, 2, 7, 3, 4, 2, 7, 3]


@given(st.lists(st.sampled_from([0, 1, 2, 3, 5, 900]), max_size=12))
def test_each_key_is_found_where_it_first_stands(keys: list[int]) -> None:
    for own in (keys, [k * SPARSE * 100 for k in keys]):
        first, which = once(np.array(own, np.int64))
        assert [own[n] for n in first] == sorted(set(own))
        assert [first[n] for n in which] == [own.index(k) for k in own]


WEIGHTS = st.floats(0.01, 1)
VECTORS = st.dictionaries(st.sampled_from("abcdefgh"), WEIGHTS, max_size=6).map(lambda v: dict(sorted(v.items())))


@given(st.lists(VECTORS, min_size=1, max_size=6))
def test_cosines_are_those_of_each_two_to_the_last_bit(vectors: list[dict[str, float]]) -> None:
    many = vectors * (LAID_OUT // len(vectors) + 1)
    places = [(i, (i * 7) % len(many)) for i in range(len(many))]
    left, right = (np.array(side) for side in zip(*places, strict=True))
    assert cosines(many, left, right).tolist() == [cosine(many[i], many[j]) for i, j in places]


def test_what_is_said_of_a_figure_decides_how_it_stands_to_others(pairs: Paired) -> None:
    mentions = list({c.mention: c.mention for c in pairs.columns.contexts if fact_type(c.mention.kind).decides})
    assert {m.kind for m in mentions} >= {Kind.NUMBER, Kind.AGE, Kind.MONEY}
    seen = set()
    for a, b in combinations(mentions, 2):
        if a.kind is b.kind:
            relate = fact_type(a.kind).relate
            slot = replace(a.slot, head="x", outcome="y", holder="z", qualifiers=("q",))
            again = replace(a, text=a.text + " told", rule="x", slot=slot, speaker="x")
            assert said(again) == said(a)
            assert relate(again, b).relation is relate(a, b).relation
            seen.add(relate(a, b).relation)
    assert seen >= {Relation.CONFLICTS, Relation.CANNOT_TELL}
    few = count(5, text="as few as five")
    assert said(few) != said(replace(few, text="five"))
    assert said(count(5, predicate="fall")) != said(count(5, predicate="rise"))
    assert said(context(count(5)).mention) == said(count(5, "guard", "B"))


FIGURES = st.sampled_from(["0", "1", "2", "3", "120", "-120", "1E+400", "0.5"])


@given(st.lists(st.tuples(FIGURES, FIGURES, st.sampled_from(["people", "sailor"]), st.booleans()), min_size=2))
def test_figures_are_compared_at_once_as_each_two(told: list[tuple[str, str, str, bool]]) -> None:
    contexts = [
        context(made("x", figure(low, high), Kind.NUMBER if counted else Kind.AGE, head=head))
        for low, high, head, counted in told
    ]
    contexts += [context(made("Monday", Moment(weekday=1), Kind.DATE))] * 2
    several = combinations(range(len(contexts)), 2)
    places = [(i, j) for i, j in several if contexts[i].mention.kind is contexts[j].mention.kind]
    left, right = (np.array(side) for side in zip(*places, strict=True))
    for question in VALUE_COMPARISONS:
        if question.name in AT_ONCE:
            found = AT_ONCE[question.name](contexts, left, right).tolist()
            assert [question.levels[n] for n in found] == [question.answer(contexts[i], contexts[j]) for i, j in places]

"""What is worth checking: near misses of the gate, ranked, told once, and never a conflict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from divergence.ingest.story import load_story
from divergence.link import gate, leads
from divergence.link.gate import RULED_OUT, decide
from divergence.link.leads import DOUBTFUL, MOST_LEADS, WORTH_CHECKING, is_doubtful, likeliest, worth_checking
from divergence.link.levels import COLUMN, Levels, code_of
from divergence.link.paired import Scored, as_paired
from divergence.link.pairs import Pair
from divergence.link.plain import is_one_clause
from divergence.link.reasons import doubt
from divergence.link.units import Unit
from divergence.link.vetoes import doubt_of_veto
from divergence.link.weights import Weights, calibrated, shipped
from divergence.model.comparison import Verdict
from divergence.model.fact import Kind
from divergence.pipeline import compare
from training.gate.scoring import flagged

Pairs = Callable[..., tuple[Pair, ...]]

FIRST = "The mayor of Orvane spoke of 90 empty flats on Monday.", "In Orvane 60 flats stand empty, a tenant said."
STORIES = Path(__file__).parents[2] / "benchmarks" / "stories"
STEPS = ((-9.0, 0.0), (9.0, 1.0))
"""A calibration by which a score of 0 is a confidence of one half."""


def with_level(pair: Pair, name: str, level: str) -> Pair:
    """The pair with another answer to one question."""
    codes = bytearray(pair.levels.codes if isinstance(pair.levels, Levels) else b"")
    codes[COLUMN[name]] = code_of(name, level)
    return replace(pair, levels=Levels(bytes(codes)))


def numbers(pairs: tuple[Pair, ...]) -> list[Pair]:
    return [p for p in pairs if p.left.mention.kind == "number" and p.conflicts]


def scored(pairs: dict[int, float]) -> Scored:
    return Scored(np.array(list(pairs)), np.array(list(pairs.values())))


def constant(score: float, threshold: float = 0.9) -> Weights:
    """Weights that give every pair one score."""
    return Weights((), (score,), threshold, threshold, score, STEPS)


def test_what_is_nearly_flagged_is_a_lead_and_what_is_far_from_it_is_none(pairs_of: Pairs) -> None:
    pairs = tuple(numbers(pairs_of(*FIRST)))
    nearly, far = constant(0.0), constant(-8.9)
    (lead,) = decide(pairs, nearly).units
    assert lead.is_lead
    assert lead.confidence == 0.5
    assert calibrated(far, -8.9) < WORTH_CHECKING
    assert decide(pairs, far).units == ()
    (unsure,) = decide(pairs, far, high=True).units
    assert unsure.is_lead
    (flagged,) = decide(pairs, constant(0.0, threshold=0.4)).units
    assert not flagged.is_lead


def test_two_values_are_one_lead_however_often_they_are_told(pairs_of: Pairs) -> None:
    often = FIRST[1] + " The tenant counted 60 flats again on Tuesday."
    pairs = numbers(pairs_of(FIRST[0], often))
    assert len(pairs) == 2
    (lead,) = worth_checking(scored({0: 0.0, 1: -1.0}), as_paired(pairs), frozenset(), constant(0.0))
    assert [m.text for m in lead.mentions] == ["90 empty flats", "60 flats", "60 flats"]


def test_leads_are_ranked_and_at_most_ten(pairs_of: Pairs) -> None:
    left = " ".join(f"House {name} has {n} rooms." for n, name in enumerate("ABCDEFGHIJKL", 20))
    right = " ".join(f"House {name} has {n} rooms." for n, name in enumerate("ABCDEFGHIJKL", 60))
    pairs = numbers(pairs_of(left, right))
    found = worth_checking(
        scored({i: -0.01 * i for i in range(len(pairs))}), as_paired(pairs), frozenset(), constant(0.0)
    )
    assert len(found) == MOST_LEADS == 10
    assert [u.score for u in found] == sorted((u.score for u in found), reverse=True)


def test_what_is_told_already_or_settled_is_no_lead(pairs_of: Pairs) -> None:
    pairs = numbers(pairs_of(*FIRST))
    assert worth_checking(scored({0: 0.0}), as_paired(pairs), {pairs[0].left.mention}, constant(0.0)) == ()
    assert (
        worth_checking(scored({0: 0.0}), as_paired(pairs), frozenset(), constant(0.0), settles=lambda pair: True) == ()
    )


def test_a_value_that_fits_better_elsewhere_is_a_lead_at_most(pairs_of: Pairs) -> None:
    (pair,) = numbers(pairs_of(*FIRST))
    plain, doubtful = with_level(pair, "witness", "none"), with_level(pair, "witness", ">=1.5")
    assert not is_doubtful(plain)
    assert is_doubtful(doubtful)
    sure = constant(8.0, threshold=0.4)
    assert [u.is_lead for u in decide((plain,), sure).units] == [False]
    (lead,) = decide((doubtful,), sure).units
    assert lead.is_lead
    assert lead.confidence == DOUBTFUL
    assert [u.is_lead for u in decide((doubtful,), sure, high=True).units] == [False]


@pytest.mark.parametrize(
    ("name", "level", "words"),
    [
        ("witness", ">=0", "one of these values, or nearly the same, stands in both articles"),
        ("holder", "other", "the sentences have few words in common"),
        ("head", "other", "one sentence speaks of “flat”, the other of “flat”"),
        ("mood", "modal", "one says what may or will be, the other what is"),
        ("when", "other", "the sentences around them name different times"),
        ("rivals", ">=-3", "another value of the other article fits better"),
        ("rivals", ">=3", "the sentences have few words in common"),
        ("sentence", ">=0.4", "most differences like it were"),
        ("sentence", ">=0.28", "the sentences have few words in common"),
    ],
)
def test_a_lead_tells_what_speaks_against_it(pairs_of: Pairs, name: str, level: str, words: str) -> None:
    (pair,) = numbers(pairs_of(*FIRST))
    plain = {"witness": "none", "holder": "unsaid", "predicate": "same", "head": "same", "mood": "same", "when": "same"}
    pair = with_level(pair, "sentence", "less")
    for question, answer in {**plain, name: level}.items():
        pair = with_level(pair, question, answer)
    assert doubt(pair).startswith(f"it may be two facts: {words}")


def test_one_clause_around_two_dates_is_one_fact(pairs_of: Pairs) -> None:
    def dates(left: str, right: str) -> list[Pair]:
        return [p for p in pairs_of(left, right) if p.left.mention.kind == "date" and p.conflicts]

    told = "The inquiry heard many witnesses, and the ferry captain signed the harbour log on {}."
    again = "“It rained,” a guard said, but the ferry captain signed the harbour log on {}."
    (pair,) = dates(told.format("2 March 2024"), again.format("9 March 2024"))
    assert is_one_clause(pair)
    for left, right in (
        (told, again.replace("signed", "read")),
        (told, again.replace("signed", "may sign")),
        ("He signed on {}.", "At the harbour, he signed on {}."),
    ):
        assert not any(is_one_clause(p) for p in dates(left.format("2 March 2024"), right.format("9 March 2024")))
    assert not is_one_clause(with_level(pair, "witness", "less"))
    counts = [replace(c, mention=replace(c.mention, kind=Kind.NUMBER)) for c in (pair.left, pair.right)]
    assert not is_one_clause(replace(pair, left=counts[0], right=counts[1]))
    printed_again = replace(pair.right, mention=replace(pair.right.mention, text=pair.left.mention.text))
    assert not is_one_clause(replace(pair, right=printed_again))


def test_a_lead_is_not_listed_among_what_was_set_aside() -> None:
    comparison = compare(load_story([STORIES / "ceasefire" / "articles"]))
    leads = [d for d in comparison.divergences if d.verdict is Verdict.LEAD]
    told = [{m.span for r in d.readings for m in r.mentions} for d in leads]
    assert told
    assert not [n for n in comparison.not_flagged if any({n.left.span, n.right.span} <= spans for spans in told)]


def test_two_articles_agree_although_a_third_may_differ(pairs_of: Pairs) -> None:
    same = "The mayor of Orvane spoke of 90 empty flats on Monday."
    pairs = tuple(p for p in pairs_of(same, same, FIRST[1]) if p.left.mention.kind == "number")
    judged = decide(pairs, constant(0.0))
    assert [u.is_lead for u in judged.units] == [True]
    assert [[m.text for m in agreed] for agreed in judged.agreed] == [["90 empty flats", "90 empty flats"]]


def test_a_lead_is_no_conflict_in_a_comparison() -> None:
    """A truce of *60 days* or *90 days*: near enough to be worth checking, not to be flagged."""
    comparison = compare(load_story([STORIES / "ceasefire" / "articles"]))
    (lead,) = [d for d in comparison.divergences if {r.value for r in d.readings} == {"60 days", "90 days"}]
    assert lead.verdict is Verdict.LEAD
    assert lead.confidence < shipped().threshold
    assert len(lead.why) == 1
    ranks = [d.confidence for d in comparison.divergences if d.verdict is Verdict.LEAD]
    assert ranks == sorted(ranks, reverse=True)


def test_a_lead_is_not_counted_as_flagged(pairs_of: Pairs) -> None:
    pairs = pairs_of("The blast killed 12 people in Herat on Monday.", "The blast killed 17 people in Herat on Monday.")
    shown = decide(pairs, shipped()).units
    unsure = decide(pairs, replace(shipped(), threshold=1.1)).units
    assert len(flagged(shown)) == 1
    assert len(unsure) == 1
    assert flagged(unsure) == []


def test_one_person_may_have_two_posts(pairs_of: Pairs) -> None:
    texts = "Deputy harbour secretary Ida Berg spoke on Monday.", "Council spokesman Ida Berg spoke on Monday."
    roles = [p for p in pairs_of(*texts) if p.left.mention.kind is Kind.ROLE and p.levels["holder"] == "same"]
    assert [doubt(p) for p in roles] == ["one person may have both"]


def test_what_is_as_sure_as_a_threshold_has_reached_it(pairs_of: Pairs, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = tuple(numbers(pairs_of(*FIRST)))
    assert calibrated(constant(0.0), 0.0) == 0.5
    assert [u.is_lead for u in decide(pairs, constant(0.0, threshold=0.5)).units] == [False]
    monkeypatch.setattr(leads, "FEWEST_LEADS", 0)
    monkeypatch.setattr(leads, "WORTH_CHECKING", 0.5)
    assert [u.is_lead for u in decide(pairs, constant(0.0)).units] == [True]
    monkeypatch.setattr(leads, "WORTH_CHECKING", 0.51)
    assert decide(pairs, constant(0.0)).units == ()
    monkeypatch.setattr(leads, "FEWEST_LEADS", 1)
    assert [u.is_lead for u in decide(pairs, constant(0.0)).units] == [True]
    monkeypatch.setattr(gate, "MOST_LEADS", 0)
    assert decide(pairs, constant(0.0)).units == ()


def test_the_likeliest_five_are_leads_unless_hardly_anything_speaks_for_them(pairs_of: Pairs) -> None:
    (pair,) = numbers(pairs_of(*FIRST))
    scores = [0.0, -3.9, -4.0, -4.01, -3.9, -3.9]
    ranked = [Unit((), pair, score, (pair,), 0.01, is_lead=True) for score in scores]
    assert [u.score for u in likeliest(ranked)] == [0.0, -3.9, -4.0, -3.9]
    sure = [replace(u, confidence=0.03) for u in ranked]
    assert list(likeliest(sure)) == sure


def test_counts_of_two_things_in_two_happenings_are_no_lead(pairs_of: Pairs) -> None:
    (pair,) = numbers(pairs_of(*FIRST))

    def left_of(**levels: str) -> int:
        made = pair
        for name, level in levels.items():
            made = with_level(made, name, level)
        return len(likeliest([Unit((), made, 0.0, (made,), 0.5, is_lead=True)]))

    assert left_of(head="other", predicate="other") == 0
    assert left_of(head="other", predicate="same") == left_of(head="same", predicate="other") == 1


RULED_OUT_SOFTLY = [
    (
        "the sentences name different times",
        "The blast killed 12 people on 2 May 2024.",
        "The blast killed 17 people on 4 May 2024.",
    ),
    (
        "the sentences name different places",
        "The blast in Lima killed 12 people.",
        "The blast in Osaka killed 17 people.",
    ),
    ("the sentences tell of different outcomes", "The blast killed 12 people.", "The blast wounded 17 people."),
    ("they may tell of two groups", "The blast killed 12 soldiers.", "The blast killed 17 pupils."),
    ("one may count a part of what the other counts", "The blast killed 12 soldiers.", "The blast killed 17 people."),
    (
        "one is told as a part of a larger number",
        "Twelve of the villagers were killed by the blast.",
        "The blast killed 17 villagers.",
    ),
]


@pytest.mark.parametrize(("words", "left", "right"), RULED_OUT_SOFTLY)
def test_what_a_veto_rules_out_may_be_worth_checking(pairs_of: Pairs, words: str, left: str, right: str) -> None:
    pairs = numbers(pairs_of(left, right))
    assert [doubt_of_veto(p) for p in pairs] == [words]
    assert [doubt(p) for p in pairs] == [f"it may be two facts: {words}"]
    (lead,) = decide(pairs, constant(RULED_OUT)).units
    assert lead.is_lead
    assert lead.score == 0.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Police denied that 12 people were killed by the blast.", "The blast killed 17 people."),
        ("Police denied that the blast in Lima killed 12 people.", "The blast in Osaka killed 17 people."),
    ],
)
def test_what_is_denied_is_not(pairs_of: Pairs, left: str, right: str) -> None:
    pairs = numbers(pairs_of(left, right))
    assert pairs
    assert not any(doubt_of_veto(p) for p in pairs)
    assert decide(pairs, constant(8.0)).units == ()


def test_where_each_article_gives_both_values_nothing_is_worth_checking(pairs_of: Pairs) -> None:
    both = "The mayor of Orvane spoke of 90 empty flats on Monday. In Orvane 60 flats stand empty, a tenant said."
    pairs = tuple(numbers(pairs_of(both, both)))
    assert not worth_checking(scored(dict.fromkeys(range(len(pairs)), 0.0)), as_paired(pairs), set(), constant(0.0))
    one = tuple(numbers(pairs_of(*FIRST)))
    assert worth_checking(scored(dict.fromkeys(range(len(one)), 0.0)), as_paired(one), set(), constant(0.0))

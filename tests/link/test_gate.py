"""What the gate decides about pairs: flagged, worth checking, compatible, agreed on, or set aside with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from pairs import context, count, pair

from divergence.link import gate
from divergence.link.facing import FramePair
from divergence.link.gate import Judged, decide, framed_units
from divergence.link.pairs import Pair
from divergence.link.restated import BOTH_REPORT, Stated
from divergence.link.units import Unit
from divergence.link.weights import Weights
from divergence.model.fact import Hedge, Mention

STEPS = ((-9.0, 0.0), (9.0, 1.0))
"""A calibration by which a score of 0 is a confidence of one half, and one of 4.5 three quarters."""
KILLED = {"outcome": "killed"}


def weights(score: float = 0.0, threshold: float = 0.5, high: float = 0.25) -> Weights:
    """Weights that give every pair one score."""
    return Weights((), (score,), threshold, high, score, STEPS)


@dataclass(frozen=True, slots=True)
class Settling(Stated):
    """What the articles state settles every pair of figures."""

    why: str = ""

    def settles(self, a: Mention, b: Mention) -> str:
        return self.why


def at(article: str, number: int = 12, start: int = 0, **said: Any) -> Mention:
    return count(number, article=article, start=start, **{**KILLED, **said})


APART = pair(at("A", 12), at("B", 17))
OTHERWISE = pair(at("A", 30, 50, head="boat", outcome=""), at("B", 40, 50, head="boat", outcome=""))
DOUBTFUL = pair(at("A", 12), at("B", 17), {"witness": ">=1.5"})


def told(units: tuple[Unit, ...]) -> list[tuple[bool, list[str]]]:
    """Whether each unit is a lead, and whose figures it has."""
    return [(u.is_lead, [f"{m.span.article}{m.text.split()[0]}" for m in u.mentions]) for u in units]


@pytest.mark.parametrize(
    ("threshold", "high", "leads"),
    [(0.5, False, [False]), (0.51, False, [True]), (0.51, True, [False]), (0.9, True, [False])],
)
def test_a_difference_is_flagged_from_its_threshold_on(threshold: float, high: bool, leads: list[bool]) -> None:
    judged = decide([APART], weights(threshold=threshold), high=high)
    assert [u.is_lead for u in judged.units] == leads
    assert judged.not_flagged == judged.compatible == judged.agreed == ()


def test_what_has_no_threshold_in_reach_is_set_aside() -> None:
    judged = decide([APART], weights(-8.9))
    assert judged.units == ()
    (aside,) = judged.not_flagged
    assert (aside.left, aside.right) == (APART.left.mention, APART.right.mention)
    assert aside.reason == "too little in common to be the same fact"
    assert aside.score == 0.0
    assert [u.is_lead for u in decide([APART], weights(-8.9), high=True).units] == [True]


def test_a_doubtful_difference_is_flagged_at_high_sensitivity_only() -> None:
    assert [u.is_lead for u in decide([DOUBTFUL], weights()).units] == [True]
    assert [u.is_lead for u in decide([DOUBTFUL], weights(), high=True).units] == [False]


def test_what_is_settled_is_set_aside_with_the_reason() -> None:
    judged = decide([APART], weights(), told=Settling(why="told apart"))
    assert judged.units == judged.compatible == ()
    assert [n.reason for n in judged.not_flagged] == ["told apart"]
    ruled_out = pair(at("A", 12), at("B", 17, outcome="wounded"))
    judged = decide([ruled_out], weights(), told=Settling(why="told apart"))
    assert judged.units == ()
    assert [(n.reason, n.score) for n in judged.not_flagged] == [("different outcomes", 0.5)]


@pytest.mark.parametrize(
    ("apart", "score", "is_told"),
    [
        (APART, 0.0, True),
        (APART, -4.5, True),
        (APART, -4.6, False),
        (replace(APART, levels={**APART.levels, "head": "kindred"}), -4.5, False),
        (replace(APART, levels={**APART.levels, "head": "kindred"}), 0.0, True),
    ],
)
def test_figures_that_both_articles_report_are_told_as_such(apart: Pair, score: float, is_told: bool) -> None:
    judged = decide([apart], weights(score), told=Settling(why=BOTH_REPORT))
    assert judged.units == ()
    assert [u.told_by_both for u in judged.compatible] == [True] * is_told
    assert decide([apart], weights(score), told=Settling(why="other")).compatible == ()


@pytest.mark.parametrize(
    ("fit", "levels", "joined"),
    [(0.0, {}, True), (-0.1, {}, False), (0.0, {"outcome": "other"}, False), (0.0, {"outcome": "half said"}, True)],
)
def test_who_states_one_of_the_values_joins_where_the_contexts_fit(
    fit: float, levels: dict[str, str], joined: bool
) -> None:
    again = pair(at("B", 17), at("C", 17), levels, fit=fit)
    (unit,) = decide([APART, again], weights()).units
    assert told((unit,)) == [(False, ["A12", "B17", *["C17"] * joined])]


def test_what_is_told_in_a_unit_is_agreed_on_nowhere_else() -> None:
    again, others = pair(at("B", 17), at("C", 17)), pair(at("A", 30, 50), at("B", 30, 50))
    judged = decide([APART, again, others], weights())
    assert judged.agreed == ((at("A", 30, 50), at("B", 30, 50)),)
    assert decide([again, others], weights()).agreed == ((at("A", 30, 50), at("B", 30, 50)), (at("B", 17), at("C", 17)))
    unfit = pair(at("A", 30, 50), at("B", 30, 50), fit=-0.1)
    assert decide([unfit], weights()).agreed == ()


def test_values_that_can_both_be_right_are_compatible_where_the_contexts_fit() -> None:
    about = at("B", 1200, hedge=Hedge.ABOUT)
    rounded = pair(at("A", 1198), about, fit=0.0)
    assert rounded.related.relation in gate.COMPATIBLE
    assert told(decide([rounded], weights()).compatible) == [(False, ["A1198", "B1200"])]
    assert decide([replace(rounded, fit=-0.1)], weights()).compatible == ()
    apart = pair(about, at("C", 1700))
    assert decide([rounded, apart], weights()).compatible == ()


def test_a_story_has_never_too_many_leads(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(decide([APART, OTHERWISE], weights(threshold=0.9)).units) == [
        (True, ["A12", "B17"]),
        (True, ["A30", "B40"]),
    ]
    monkeypatch.setattr(gate, "MOST_LEADS", 1)
    judged = decide([APART, OTHERWISE], weights(threshold=0.9))
    assert told(judged.units) == [(True, ["A12", "B17"])]
    assert [n.left.text for n in judged.not_flagged] == ["30 boat"]


def framed(left: Mention, right: Mention, share: float = 1.0, *, is_lead: bool = False) -> Unit:
    change = FramePair(left, right, APART.related, share, ("12", "17"), is_lead)
    (unit,) = framed_units([[change]], {m: context(m) for m in (left, right)})
    return unit


def test_a_change_in_a_frame_is_told_and_what_overlaps_it_is_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = framed(at("A", 12), at("B", 17))
    wider = pair(at("A", 12, text="12 young sailors"), at("B", 60, 90))
    judged = decide([wider], weights(), framed=(frame,))
    assert judged.units == (frame,)
    assert [n.reason for n in judged.not_flagged] == ["the differing words are already reported"]
    apart = pair(at("A", 12, 40), at("B", 60, 90))
    elsewhere = pair(at("A", 12, text="12 young sailors"), at("C", 60, 90))
    for free in (apart, elsewhere):
        assert len(decide([free], weights(), framed=(frame,)).units) == 2
    lead = framed(at("A", 12), at("B", 17), is_lead=True)
    assert not any(u.is_lead for u in decide([wider], weights(), framed=(lead,)).units[1:])
    monkeypatch.setattr(gate, "MOST_LEADS", 1)
    assert len(decide([OTHERWISE], weights(threshold=0.9), framed=(frame,)).units) == 2
    assert len(decide([OTHERWISE], weights(threshold=0.9), framed=(lead,)).units) == 1


@pytest.mark.parametrize(
    ("share", "is_lead", "confidence"),
    [(1.0, False, 0.9), (0.95, False, 0.9), (0.94, False, 0.6), (1.0, True, 0.3), (0.5, True, 0.3)],
)
def test_how_much_of_a_frame_is_the_same_says_how_sure_a_change_is(
    share: float, is_lead: bool, confidence: float
) -> None:
    assert framed(at("A", 12), at("B", 17), share, is_lead=is_lead).confidence == confidence


def test_framed_changes_stand_in_the_order_of_the_text() -> None:
    places = [(at("A", 12, 60), at("B", 17)), (at("A", 12), at("B", 17, 90))]
    changes = [[FramePair(a, b, APART.related, 1.0, ("12", "17"))] for a, b in places]
    found = framed_units(changes, {m: context(m) for two in places for m in two})
    assert [u.mentions[0].span.start for u in found] == [0, 60]


def aside(*pairs: Pair) -> Judged:
    return decide(pairs, weights(-8.9))


def test_two_values_are_set_aside_once_the_nearest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    far, near = (
        pair(at("A", 12, start), at("B", 17, start, outcome="wounded"), fit=fit) for start, fit in ((0, 1.0), (90, 2.0))
    )
    again = pair(at("A", 17, 40), at("C", 12, 40, outcome="wounded"), fit=0.5)
    judged = aside(far, near, again, OTHERWISE)
    assert [(n.left.span.start, n.left.text) for n in judged.not_flagged] == [(90, "12 sailor"), (50, "30 boat")]
    monkeypatch.setattr(gate, "LISTED", 1)
    assert len(aside(far, near, again, OTHERWISE).not_flagged) == 1


def test_two_hundred_differences_are_listed_at_most() -> None:
    pairs = [pair(at("A", n, 50 * n), at("B", n + 1000, 50 * n)) for n in range(2, 204)]
    assert len(aside(*pairs[:200]).not_flagged) == len(aside(*pairs).not_flagged) == 200

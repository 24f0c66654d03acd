"""The reasons of the gate in words: why two mentions were taken for one fact, or were not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from divergence.link.pairs import Pair
from divergence.link.vetoes import veto
from divergence.model.fact import Kind, Slot

SAME = {
    "head": "the same thing (“{left.head}”)",
    "outcome": "{outcome}",
    "holder": "{left.holder}",
    "predicate": "an event described with the word “{left.predicate}”",
}
"""What two mentions have in common, the plainest first; ``explain`` lists all comparisons."""
NEAR = {
    ("head", "kindred"): "closely related things (“{left.head}”, “{right.head}”)",
    ("times", "same"): "the same time",
    ("places", "same"): "the same place",
}
OUTCOMES = {
    "killed": "deaths",
    "wounded": "injuries",
    "casualties": "casualties",
    "missing": "missing people",
    "arrested": "arrests",
    "displaced": "people driven or taken from their homes",
    "infected": "infections",
    "attacked": "attacks",
}
"""Classes of what befalls people, as a reader calls them; the class may have another word than the passages."""
PLAINLY = {
    ("wording", ">=0.9"): "nearly all the quoted words are the same",
    ("wording", ">=0.7"): "most of the quoted words are the same",
    ("sole", "both"): "neither article gives another value of this kind",
}
"""Reasons that stand for themselves."""
FEW = 2
"""Things in common that a reader is told: more of them say no more."""
OTHER = {
    "holder": "said of different holders: {left.holder}; {right.holder}",
    "predicate": "different events: {left.predicate}; {right.predicate}",
    "head": "different things: {left.head}; {right.head}",
    "when": "they refer to different times",
}
"""Differences that speak against one fact without ruling it out, in the order in which they are told."""


FITTING = frozenset({">=3", ">=1.5", ">=0.7", ">=0.2", ">=0"})
"""Levels of *witness* at which one of the values stands in the other article too, in words at least as near."""
BEHIND = frozenset({"less", ">=-3", ">=-1.5", ">=-0.7"})
"""Levels of *rivals* at which another pair fits better."""
DOUBTS = {
    "holder": "one is said of {left.holder}, the other of {right.holder}",
    "predicate": "one is described with a form of “{left.predicate}”, the other with a form of “{right.predicate}”",
    "head": "one is said of “{left.head}”, the other of “{right.head}”",
    "mood": "one says what may or will be, the other what is",
    "when": "the sentences around them name different times",
}
"""The same differences as a reader of a lead is told them."""


def same_fact_reasons(pair: Pair, printed: Callable[[str], str] = str) -> tuple[str, ...]:
    """Why the two mentions were taken for one fact, in words: what both passages speak of, else what else is alike.

    ``printed`` gives a lower-case word as the articles print it.
    """
    if pair.frame:
        return (pair.frame,)
    outcome = pair.left.mention.slot.outcome
    told = OUTCOMES.get(outcome, f"the same outcome (“{outcome}”)")
    slots = {side: _printed(slot, printed) for side, slot in _slots(pair).items()}
    alike = [name for name in SAME if pair.levels[name] == "same"]
    if "head" in alike and slots["left"].head == slots["left"].holder:
        alike.remove("head")
    if "outcome" in alike and "predicate" in alike:
        alike.remove("predicate")
    common = [SAME[name].format(**slots, outcome=told) for name in alike]
    common += [text.format(**slots) for (name, level), text in NEAR.items() if pair.levels[name] == level]
    plain = [text for (name, level), text in PLAINLY.items() if pair.levels[name] == level]
    if not common or pair.left.mention.kind is Kind.QUOTE:
        return tuple(plain[:1])
    return (f"both passages speak of {' and of '.join(common[:FEW])}",)


def doubt(pair: Pair, printed: Callable[[str], str] = str) -> str:
    """Why a pair that is worth checking is not flagged: what speaks against one fact, in a reader's words.

    ``printed`` gives a lower-case word as the articles print it.
    """
    if pair.levels["witness"] in FITTING:
        return "both articles give one of these values, and those mentions fit together better"
    slots = {side: _printed(slot, printed) for side, slot in _slots(pair).items()}
    for name, text in DOUBTS.items():
        if pair.levels[name] in {"other", "modal"}:
            return text.format(**slots)
    if pair.levels["rivals"] in BEHIND:
        return "another value of the other article fits better"
    return "the sentences have few words in common"


def _slots(pair: Pair) -> dict[str, Slot]:
    return {"left": pair.left.mention.slot, "right": pair.right.mention.slot}


def _printed(slot: Slot, printed: Callable[[str], str]) -> Slot:
    """A slot whose head and holder are words as the articles print them."""
    return replace(slot, head=printed(slot.head), holder=printed(slot.holder))


def refusal(pair: Pair) -> str:
    """Why a pair of differing values was not flagged: the first thing that tells the two facts apart, in words."""
    ruled_out = veto(pair)
    if ruled_out:
        return ruled_out
    if pair.levels["witness"] in FITTING:
        return "the other article gives this value too, about something closer to it"
    for name, text in OTHER.items():
        if pair.levels[name] == "other":
            return text.format(**_slots(pair))
    if pair.levels["rivals"] in BEHIND:
        return "another mention fits better"
    return "too little in common to be the same fact"

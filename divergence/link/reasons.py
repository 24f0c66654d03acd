"""The reasons of the gate in words: why two mentions were taken for one fact, or were not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from divergence.link.pairs import Pair
from divergence.link.vetoes import doubt_of_veto, veto
from divergence.model.fact import Kind, Mention, Slot

Printed: TypeAlias = Callable[[Mention, str], str]
"""A base form near a mention as its sentence prints it; empty where the sentence does not."""

SAME = {
    "head": "the same thing (“{left.head}”)",
    "outcome": "{left.outcome}",
    "holder": "{left.holder}",
    "predicate": "an event described with the same verb or noun (“{left.predicate}”)",
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
STRIKING = frozenset({"strike", "hit", "shake", "rock"})
"""Verbs of what nobody attacks with, too: an earthquake *struck* a town."""
ALONE = "neither article gives another value of this kind"
PLAINLY = {
    ("wording", ">=0.9"): "nearly all the quoted words are the same",
    ("wording", ">=0.7"): "most of the quoted words are the same",
    ("sole", "both"): ALONE,
}
"""Reasons that stand for themselves."""
FEW = 2
"""Things in common that a reader is told: more of them say no more."""
OTHER = {
    "holder": "said of different people or things",
    "predicate": "different events: {left.predicate}; {right.predicate}",
    "head": "different things: {left.head}; {right.head}",
    "when": "the sentences around them name different times",
}
"""Differences that speak against one fact without ruling it out, in the order in which they are told.

A holder is known by its name in lower case, which no reader should meet.
"""
NO_EVENT = frozenset("be have do say tell make take get give go come one".split())
"""Predicates that name no event: *different events: have; veteran* says nothing."""


FITTING = frozenset({">=3", ">=1.5", ">=0.7", ">=0.2", ">=0"})
"""Levels of *witness* at which one of the values stands in the other article too, in words at least as near."""
MUCH_ALIKE = frozenset({">=0.85", ">=0.7", ">=0.55", ">=0.4"})
"""Levels of *sentence* at which nobody would say that two sentences have few words in common."""
BEHIND = frozenset({"less", ">=-3", ">=-1.5", ">=-0.7"})
"""Levels of *rivals* at which another pair fits better."""
DOUBTS = {
    "holder": "one sentence speaks of “{left.holder}”, the other of “{right.holder}”",
    "predicate": "one sentence says “{left.predicate}”, the other “{right.predicate}”",
    "head": "one sentence speaks of “{left.head}”, the other of “{right.head}”",
    "mood": "one says what may or will be, the other what is",
    "when": "the sentences around them name different times",
}
"""The same differences as a reader of a lead is told them."""
PART = "a part and a whole"
"""A veto of counts that name two groups, of which neither need hold the other."""
OTHER_GROUPS = "they may count two groups, or a part and its whole"
IN_BOTH = "one of these values, or nearly the same, stands in both articles, in sentences more alike"
"""What a reader is told where a value has its like in the other article."""
DOUBTFUL = "it may be two facts: "
"""What they come down to."""


def _as_it_is(mention: Mention, word: str) -> str:
    return word


def same_fact_reasons(pair: Pair, printed: Printed = _as_it_is) -> tuple[str, ...]:
    """Why the two mentions were taken for one fact, in words: what both passages speak of, else what else is alike."""
    if pair.frame:
        return (pair.frame,)
    slots = _slots(pair, printed)
    alike = [name for name in SAME if pair.levels[name] == "same" and _told(slots, name)]
    if "head" in alike and slots["left"].head == slots["left"].holder:
        alike.remove("head")
    if "outcome" in alike and "predicate" in alike:
        alike.remove("predicate")
    common = [SAME[name].format(**slots) for name in alike]
    near = (text for (name, level), text in NEAR.items() if pair.levels[name] == level and _told(slots, name))
    common += [text.format(**slots) for text in near]
    plain = [text for (name, level), text in PLAINLY.items() if pair.levels[name] == level]
    if not common or pair.left.mention.kind is Kind.QUOTE:
        return tuple(plain[:1])
    return (f"both passages speak of {' and of '.join(common[:FEW])}",)


def doubt(pair: Pair, printed: Printed = _as_it_is) -> str:
    """Why a pair that is worth checking is not flagged: what speaks against one fact, in a reader's words."""
    if pair.left.mention.kind is Kind.ROLE and pair.levels["holder"] == "same":
        return "one person may have both"
    return DOUBTFUL + (doubt_of_veto(pair) or _doubt_of_levels(pair, printed))


def _doubt_of_levels(pair: Pair, printed: Printed) -> str:
    """What in two contexts speaks against one fact."""
    if pair.levels["witness"] in FITTING:
        return IN_BOTH
    slots = _slots(pair, printed)
    for name, text in DOUBTS.items():
        if pair.levels[name] in {"other", "modal"} and _told(slots, name):
            return text.format(**slots)
    if pair.levels["rivals"] in BEHIND:
        return "another value of the other article fits better"
    if pair.levels["sentence"] in MUCH_ALIKE:
        return "most differences like it were"
    return "the sentences have few words in common"


def _slots(pair: Pair, printed: Printed = _as_it_is) -> dict[str, Slot]:
    return {side: _as_printed(c.mention, printed) for side, c in (("left", pair.left), ("right", pair.right))}


def _as_printed(mention: Mention, printed: Printed) -> Slot:
    """A slot whose words stand as its sentence prints them, and whose outcome is what a reader calls it."""
    slot = mention.slot
    head, holder, predicate = (word and printed(mention, word) for word in (slot.head, slot.holder, slot.predicate))
    outcome = "" if slot.predicate in STRIKING else OUTCOMES.get(slot.outcome, "")
    return replace(slot, head=head, holder=holder, predicate=predicate, outcome=outcome)


def _told(slots: dict[str, Slot], name: str) -> bool:
    """Whether both sentences print what is compared, so that a reader finds it there."""
    return all(getattr(slot, name, "told") for slot in slots.values())


def refusal(pair: Pair) -> str:
    """Why a pair of differing values was not flagged: the first thing that tells the two facts apart, in words."""
    ruled_out = veto(pair)
    if ruled_out:
        return OTHER_GROUPS if ruled_out.startswith(PART) else ruled_out
    if pair.levels["witness"] in FITTING:
        return IN_BOTH
    slots = _slots(pair)
    for name, text in OTHER.items():
        if pair.levels[name] == "other" and not (name == "predicate" and _names_no_event(slots)):
            return text.format(**slots)
    if pair.levels["rivals"] in BEHIND:
        return "another mention fits better"
    return "too little in common to be the same fact"


def _names_no_event(slots: Mapping[str, Slot]) -> bool:
    return any(slot.predicate in NO_EVENT for slot in slots.values())

"""The reasons of the gate in words: why two mentions were taken for one fact, or were not."""

from __future__ import annotations

from divergence.link.pairs import Pair
from divergence.link.vetoes import veto

SAME = {
    "head": "both speak of the same thing (“{left.head}”)",
    "outcome": "both tell it as “{left.outcome}”",
    "holder": "both speak of {left.holder}",
    "predicate": "both use the word “{left.predicate}” of it",
}
"""What two mentions have in common, the plainest first; ``explain`` lists all comparisons."""
NEAR = {
    ("head", "kindred"): "they speak of kindred things (“{left.head}”, “{right.head}”)",
    ("sole", "both"): "neither article gives another value of this sort",
    ("times", "same"): "both tell it of the same time",
    ("places", "same"): "both tell it of the same place",
    ("wording", ">=0.9"): "nearly all the quoted words are the same",
    ("wording", ">=0.7"): "most of the quoted words are the same",
}
FEW = 2
"""Reasons that a reader is given: more of them say no more."""
OTHER = {
    "holder": "another holder: {left.holder}; {right.holder}",
    "predicate": "another happening: {left.predicate}; {right.predicate}",
    "head": "another thing: {left.head}; {right.head}",
    "when": "told of another time",
}
"""Differences that speak against one fact without ruling it out, in the order in which they are told."""


def same_fact_reasons(pair: Pair) -> tuple[str, ...]:
    """Why the two mentions were taken for one fact, in words, the strongest first."""
    if pair.frame:
        return (pair.frame,)
    slots = {"left": pair.left.mention.slot, "right": pair.right.mention.slot}
    found = [text.format(**slots) for name, text in SAME.items() if pair.levels[name] == "same"]
    found += [text.format(**slots) for (name, level), text in NEAR.items() if pair.levels[name] == level]
    return tuple(found[:FEW])


def refusal(pair: Pair) -> str:
    """Why a pair of differing values was not flagged: the first thing that tells the two facts apart, in words."""
    ruled_out = veto(pair)
    if ruled_out:
        return ruled_out
    if pair.levels["witness"] in {">=3", ">=1.5", ">=0.7", ">=0.2", ">=0"}:
        return "the other article states this value too, of something nearer to it"
    slots = {"left": pair.left.mention.slot, "right": pair.right.mention.slot}
    for name, text in OTHER.items():
        if pair.levels[name] == "other":
            return text.format(**slots)
    if pair.levels["rivals"] in {"less", ">=-3", ">=-1.5", ">=-0.7"}:
        return "another mention fits better"
    return "too little in common to be one fact"

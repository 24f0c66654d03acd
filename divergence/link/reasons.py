"""The reasons of the gate in words: why two mentions were taken for one fact, or were not."""

from __future__ import annotations

from divergence.link.pairs import Pair
from divergence.link.vetoes import veto

SAME = {
    "outcome": "same outcome: {left.outcome}",
    "head": "same thing counted: {left.head}",
    "holder": "about the same holder: {left.holder}",
    "predicate": "same happening: {left.predicate}",
}
NEAR = {
    ("head", "kindred"): "kindred words for what is counted: {left.head}, {right.head}",
    ("sole", "both"): "the only value in this unit that either article gives",
    ("times", "same"): "told of the same time",
    ("places", "same"): "told of the same place",
    ("wording", ">=0.9"): "one utterance: nearly all words are the same",
    ("wording", ">=0.7"): "one utterance: most words are the same",
}
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
    return tuple(found)


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

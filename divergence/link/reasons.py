"""The reasons of the gate in words: why two mentions were taken for one fact, or were not."""

from __future__ import annotations

from divergence.link.candidates import Pair

SAME = {
    "outcome": "same outcome: {left.outcome}",
    "head": "same thing counted: {left.head}",
    "holder": "about the same holder: {left.holder}",
    "predicate": "same happening: {left.predicate}",
}
OTHER = {
    "head": "another group: {left.head}, {right.head}",
    "outcome": "another outcome: {left.outcome}, {right.outcome}",
    "holder": "another holder: {left.holder}, {right.holder}",
    "qualifiers": "narrowed otherwise: {left_qualifiers}; {right_qualifiers}",
    "predicate": "another happening: {left.predicate}, {right.predicate}",
}


def same_fact_reasons(pair: Pair) -> tuple[str, ...]:
    """Why the two mentions were taken for one fact, in words, the strongest first."""
    slots = {"left": pair.left.mention.slot, "right": pair.right.mention.slot}
    return tuple(text.format(**slots) for name, text in SAME.items() if pair.levels.get(name) == "same")


def refusal(pair: Pair) -> str:
    """Why a pair of differing values was not flagged: the first thing that tells the two facts apart, in words."""
    if pair.levels.get("witness", "none") in {">=3", ">=1.5", ">=0.7", ">=0.2", ">=0"}:
        return "each value stands in the other article too, nearer to it: two facts"
    slots = {
        "left": pair.left.mention.slot,
        "right": pair.right.mention.slot,
        "left_qualifiers": ", ".join(pair.left.mention.slot.qualifiers),
        "right_qualifiers": ", ".join(pair.right.mention.slot.qualifiers),
    }
    for name, text in OTHER.items():
        if pair.levels.get(name) == "other":
            return text.format(**slots)
    if pair.levels.get("rivals") == "less":
        return "another mention fits better"
    return "too little in common to be one fact"

"""What the gate has learnt: small decision trees over named levels, in a file that can be read.

Every inner node asks one question of a pair (does the comparison ``head`` give the level ``same``? is ``sentence`` at
least at the level ``>=0.4``?), every leaf holds log-odds; a score is the sum over the trees (gradient boosting,
Friedman 2001).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING, TypeAlias

from divergence.link.levels import COLUMN, NO_LEVEL, code_of

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    from divergence.link.levels import Codes, Floats

Tree: TypeAlias = "float | tuple[str, str, Tree, Tree]"
"""Log-odds, or (comparison, level, tree where the level holds, tree where it does not); see ``AT_LEAST``."""
Forest: TypeAlias = tuple[Tree, ...]
Answer: TypeAlias = tuple[str, str]
"""A comparison and a level that it may have."""
AT_LEAST = "at least "
"""Begins a level that a better one reaches as well: levels stand from the best to the worst."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything learnt that the gate uses."""

    fit: Forest
    """Whether two contexts state one fact, values masked."""
    decision: Forest
    """Whether two differing values are a disagreement that a reader wants to be told."""
    threshold: float
    """Smallest confidence at which a unit is flagged."""
    threshold_high: float
    """The same for high sensitivity."""
    quotation: float = 0.0
    """Score of what is judged by plain rules: wordings of one utterance, sole measures of kindred things."""
    calibration: tuple[tuple[float, float], ...] = ()
    """Points (score in log-odds, share of findings that are right), ascending."""
    version: str = "0"


def score(forest: Forest, levels: Mapping[str, str]) -> float:
    """The sum of the leaves that some levels lead to, in log-odds."""
    total = 0.0
    for tree in forest:
        while isinstance(tree, tuple):
            question, answer, holds, fails = tree
            tree = holds if _reaches(levels, question, answer) else fails
        total += tree
    return total


def _reaches(levels: Mapping[str, str], question: str, answer: str) -> bool:
    if not answer.startswith(AT_LEAST):
        return levels.get(question) == answer
    least = code_of(question, answer[len(AT_LEAST) :])
    return question in levels and code_of(question, levels[question]) <= least != NO_LEVEL


def scores(forest: Forest, codes: Codes) -> Floats:
    """The same for many pairs at once, a line of levels for each; to the last bit what ``score`` gives each."""
    import numpy as np

    found = [_scores(forest, codes[at : at + _AT_ONCE]) for at in range(0, len(codes), _AT_ONCE)]
    return np.concatenate([np.zeros(0), *found])


_AT_ONCE = 8192
"""Pairs that are scored together: few enough for the processor's cache."""


def _scores(forest: Forest, codes: Codes) -> Floats:
    import numpy as np

    holds: dict[Answer, NDArray[numpy.uint16]] = {}
    total = np.zeros(len(codes))
    for tree in forest:  # in this order: a sum of floats depends on it
        asked, leaves = _as_table(tree)
        row = np.zeros(len(codes), np.uint16)
        for bit, (question, answer) in enumerate(asked):
            if (question, answer) not in holds:
                holds[question, answer] = holding(codes[:, COLUMN[question]], question, answer).astype(np.uint16)
            row |= holds[question, answer] << np.uint16(bit)
        total += np.array(leaves)[row]
    return total


@lru_cache(maxsize=4096)
def _as_table(tree: Tree) -> tuple[tuple[Answer, ...], tuple[float, ...]]:
    """What a tree asks, each question once, and its leaf for every set of answers: the bits of the leaf's place."""
    asked = tuple(sorted(_asked(tree)))
    return asked, tuple(_leaf(tree, {a for bit, a in enumerate(asked) if n >> bit & 1}) for n in range(1 << len(asked)))


def _asked(tree: Tree) -> set[Answer]:
    return {tree[:2]} | _asked(tree[2]) | _asked(tree[3]) if isinstance(tree, tuple) else set()


def _leaf(tree: Tree, held: Set[Answer]) -> float:
    """The leaf to which some answers lead that hold, all others failing."""
    while isinstance(tree, tuple):
        tree = tree[2] if tree[:2] in held else tree[3]
    return tree


def holding(codes: Codes, question: str, answer: str) -> NDArray[numpy.bool_]:
    """For which of some pairs' levels of one question, by their numbers, the answer of a tree's node holds."""
    import numpy as np

    if answer.startswith(AT_LEAST):
        least = code_of(question, answer[len(AT_LEAST) :])
        return np.asarray((codes <= least) & (least != NO_LEVEL), np.bool_)
    return np.asarray(codes == code_of(question, answer), np.bool_)


def probability(log_odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def calibrated(weights: Weights, log_odds: float) -> float:
    """The share of findings at this score that are right, between the calibration's points linearly."""
    points = weights.calibration
    if not points:
        return probability(log_odds)
    below = max((p for p in points if p[0] <= log_odds), default=points[0])
    above = min((p for p in points if p[0] >= log_odds), default=points[-1])
    if above[0] == below[0]:
        return below[1]
    return below[1] + (above[1] - below[1]) * (log_odds - below[0]) / (above[0] - below[0])


def read_tree(data: object) -> Tree:
    """A tree from its JSON form: a number, or a list of comparison, level and two trees."""
    if isinstance(data, list):
        question, answer, holds, fails = data
        return question, answer, read_tree(holds), read_tree(fails)
    return float(str(data))


def read_weights(text: str) -> Weights:
    """Weights from their JSON file."""
    data = json.loads(text)
    return Weights(
        tuple(read_tree(t) for t in data["fit"]),
        tuple(read_tree(t) for t in data["decision"]),
        data["threshold"],
        data["threshold_high"],
        data["quotation"],
        tuple((x, y) for x, y in data["calibration"]),
        data["version"],
    )


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    return read_weights((resources.files("divergence.link") / "weights.json").read_text(encoding="utf-8"))

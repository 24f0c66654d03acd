"""Learning the gate: gradient-boosted trees over the levels of the comparisons, and their calibration."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy
from lightgbm import LGBMClassifier
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from divergence.link.levels import COLUMN, LEVELS, codes_of
from divergence.link.weights import AT_LEAST, Forest, Tree, holding

Levels = Mapping[str, str]
Columns = Mapping[tuple[str, str], int]
UNORDERED = frozenset({"kind"})
"""Questions whose levels stand in no order."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of one story: the levels of each, and whether it is what the trees should find."""

    levels: tuple[Levels, ...]
    labels: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """How many trees are grown and how large; small, because there are only a few hundred positives."""

    trees: int = 250
    leaves: int = 7
    smallest: int = 20
    """Fewest pairs in a leaf."""
    rate: float = 0.06
    columns: float = 0.2
    """Share of the levels that each tree may ask about: few, so that trees differ and no one level decides."""


def learn(examples: Sequence[Examples], without: frozenset[str] = frozenset(), growth: Growth | None = None) -> Forest:
    """Trees over all comparisons but some; stories count by the square root of their pairs, so none drowns the rest."""
    growth = growth or Growth()
    examples = [e for e in examples if e.levels]
    columns = _columns(examples, without)
    features = numpy.vstack([_matrix(e.levels, columns) for e in examples])
    labels = numpy.concatenate([numpy.array(e.labels) for e in examples])
    weights = numpy.concatenate([numpy.full(len(e.labels), 1 / math.sqrt(len(e.labels) + 10)) for e in examples])
    model = LGBMClassifier(
        n_estimators=growth.trees,
        num_leaves=growth.leaves,
        min_child_samples=growth.smallest,
        learning_rate=growth.rate,
        colsample_bytree=growth.columns,
        subsample=0.8,
        subsample_freq=1,
        reg_lambda=5,
        random_state=0,
        deterministic=True,
        force_row_wise=True,
        n_jobs=1,
        verbose=-1,
    )
    model.fit(features, labels, sample_weight=weights / weights.mean())
    names = {number: item for item, number in columns.items()}
    return tuple(_tree(t["tree_structure"], names) for t in model.booster_.dump_model()["tree_info"])


def _columns(examples: Sequence[Examples], without: frozenset[str]) -> Columns:
    """A column for every level that occurs and, where levels stand in an order, for reaching it.

    The best level is reached by itself alone, and the worst by all.
    """
    found = {item for e in examples for row in e.levels for item in row.items() if item[0] not in without}
    inner = {(question, level) for question, level in found if level in LEVELS[question][1:-1]}
    reached = {(question, AT_LEAST + level) for question, level in inner if question not in UNORDERED}
    return {item: number for number, item in enumerate(sorted(found | reached))}


def _matrix(rows: Sequence[Levels], columns: Columns) -> NDArray[numpy.float32]:
    """One row a pair, one where a level holds or is reached."""
    codes = codes_of(rows)
    filled = numpy.zeros((len(rows), len(columns)), numpy.float32)
    for (question, level), number in columns.items():
        filled[:, number] = holding(codes[:, COLUMN[question]], question, level)
    return filled


def _tree(node: Mapping[str, Any], names: Mapping[int, tuple[str, str]]) -> Tree:
    """A tree as the package reads it; a feature at most one half means that its level does not hold."""
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 4)
    question, answer = names[node["split_feature"]]
    return question, answer, _tree(node["right_child"], names), _tree(node["left_child"], names)


def calibration(scores: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Points of a logistic line from score to share right (Platt 1999), on findings held out from learning."""
    model = LogisticRegression(C=100.0).fit(numpy.array(scores).reshape(-1, 1), numpy.array(right))
    steps = numpy.linspace(min(scores), max(scores), 25)
    shares = model.predict_proba(steps.reshape(-1, 1))[:, 1]
    return tuple((round(float(x), 3), round(float(y), 4)) for x, y in zip(steps, shares, strict=True))

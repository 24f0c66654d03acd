"""Learning the gate's tables: logistic regression over the levels of the comparisons, and its calibration."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from divergence.link.weights import Table

Levels = Mapping[str, str]
STRENGTH = 0.3
"""Inverse of the L2 penalty."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of one story: the levels of each, and whether it is what the table should find."""

    levels: tuple[Levels, ...]
    labels: tuple[bool, ...]


def columns_of(examples: Sequence[Examples], without: frozenset[str] = frozenset()) -> dict[tuple[str, str], int]:
    """A column for every level that occurs."""
    found = sorted({item for e in examples for row in e.levels for item in row.items() if item[0] not in without})
    return {item: number for number, item in enumerate(found)}


def matrix(rows: Sequence[Levels], columns: Mapping[tuple[str, str], int]) -> NDArray[numpy.float32]:
    """One row a pair, one where a level holds."""
    filled = numpy.zeros((len(rows), len(columns)), numpy.float32)
    for number, row in enumerate(rows):
        for item in row.items():
            if item in columns:
                filled[number, columns[item]] = 1
    return filled


def learn(examples: Sequence[Examples], without: frozenset[str] = frozenset(), strength: float = STRENGTH) -> Table:
    """A table of log-odds; every story counts by the square root of its pairs, so that none drowns the others."""
    examples = [e for e in examples if e.levels]
    columns = columns_of(examples, without)
    features = numpy.vstack([matrix(e.levels, columns) for e in examples])
    labels = numpy.concatenate([numpy.array(e.labels) for e in examples])
    weights = numpy.concatenate([numpy.full(len(e.labels), 1 / math.sqrt(len(e.labels) + 10)) for e in examples])
    model = LogisticRegression(C=strength, max_iter=1000)
    model.fit(features, labels, sample_weight=weights / weights.mean())
    table: dict[str, dict[str, float]] = {"bias": {"all": round(float(model.intercept_[0]), 3)}}
    for (name, level), number in columns.items():
        table.setdefault(name, {})[level] = round(float(model.coef_[0][number]), 3)
    return table


def calibration(scores: Sequence[float], right: Sequence[bool]) -> tuple[tuple[float, float], ...]:
    """Points of a rising line from score to share right, from findings scored by tables that never saw their story."""
    line = IsotonicRegression(out_of_bounds="clip").fit(scores, right)
    low, high = min(scores), max(scores)
    steps = numpy.linspace(low, high, 25)
    return tuple((round(float(x), 3), round(float(y), 3)) for x, y in zip(steps, line.predict(steps), strict=True))

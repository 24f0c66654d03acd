"""The weights of the gate: a readable table of log-odds, one for every level of every comparison."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TypeAlias

Table: TypeAlias = Mapping[str, Mapping[str, float]]
"""Comparison name -> level name -> weight in log-odds; the comparison ``bias`` has the one level ``all``."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything learnt that the gate uses."""

    fit: Table
    """Whether two contexts state one fact, values masked."""
    decision: Table
    """Whether two differing values are a disagreement that a reader wants to be told."""
    threshold: float
    """Smallest confidence at which a unit is flagged."""
    threshold_high: float
    """The same for high sensitivity."""
    calibration: tuple[tuple[float, float], ...] = ()
    """Points (score in log-odds, share of findings that are right), ascending."""


def score(table: Table, levels: Mapping[str, str]) -> float:
    """The sum of the weights of some levels, in log-odds; a level without weight counts nothing."""
    bias = table.get("bias", {}).get("all", 0.0)
    return bias + sum(table[name].get(level, 0.0) for name, level in levels.items() if name in table)


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


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    data = json.loads((resources.files("divergence.link") / "weights.json").read_text(encoding="utf-8"))
    return Weights(
        data["fit"],
        data["decision"],
        data["threshold"],
        data["threshold_high"],
        tuple((x, y) for x, y in data["calibration"]),
    )

"""How sure a finding is, from what the rules, the reading and the blind check say: a logistic model, in a file."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Signs:
    """What is known of one finding; None where nobody said it."""

    rules: float | None = None
    """The rules' own confidence."""
    stated: float | None = None
    """The model's confidence."""
    check: float | None = None
    """The blind check's probability."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signs, by who found it."""

    weights: Mapping[str, tuple[float, ...]]
    """Group -> constant and one weight for each log-odds of ``features``."""
    threshold: float
    """Smallest confidence at which a finding is flagged."""
    model: str = ""
    """Which model's answers it was learnt from."""

    def confidence(self, signs: Signs) -> float:
        """The chance that a finding with these signs is right."""
        weights = self.weights.get(group(signs))
        if weights is None:
            known = [s for s in (signs.check, signs.stated, signs.rules) if s is not None]
            return known[0]
        total = sum(w * x for w, x in zip(weights, (1.0, *features(signs)), strict=True))
        return 1 / (1 + math.exp(-total))


def group(signs: Signs) -> str:
    """Which signs there are, as a name: ``stated+check``."""
    names = ("rules", "stated", "check")
    return "+".join(n for n, s in zip(names, (signs.rules, signs.stated, signs.check), strict=True) if s is not None)


def features(signs: Signs) -> tuple[float, ...]:
    """The signs as log-odds, held within what a chance that was said in words can mean."""
    return tuple(_log_odds(s) for s in (signs.rules, signs.stated, signs.check) if s is not None)


def _log_odds(chance: float) -> float:
    held = min(0.98, max(0.02, chance))
    return math.log(held / (1 - held))


@cache
def shipped_calibration() -> Calibration:
    """The calibration that comes with the package."""
    text = (resources.files("divergence.second") / "calibration.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return Calibration({k: tuple(v) for k, v in data["weights"].items()}, data["threshold"], data["model"])

"""Settings that change the analysis; what only changes the output belongs to the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sensitivity(StrEnum):
    """How sure the gate must be before it flags: ``high`` shows more and errs more often."""

    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Options:
    """Settings of one comparison."""

    pipeline: str = "en_news"
    """The shipped pipeline, or the name or folder of an installed spaCy pipeline for English."""
    sensitivity: Sensitivity = Sensitivity.NORMAL

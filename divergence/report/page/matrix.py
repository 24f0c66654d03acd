"""Facts by sources: who says what, who agrees, who is silent."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.report.page.findings import Card
from divergence.report.page.sources import Source


@dataclass(frozen=True, slots=True)
class Said:
    """One value that an article gives, with the letter of its reading."""

    letter: str
    value: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One fact: what each source says on it."""

    finding: Card
    cells: tuple[tuple[Said, ...], ...]
    """One per source, in the order of the columns; empty where the source is silent."""


def beside_copies(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """The sources in their order, but each near copy beside the text that it copies: both are one witness."""
    first = {source.id: source.index for source in sources}
    return tuple(sorted(sources, key=lambda source: (first.get(source.text, source.index), source.index)))


def lay_out_matrix(findings: tuple[Card, ...], sources: tuple[Source, ...]) -> tuple[MatrixRow, ...]:
    """One row for each finding, in their order."""
    return tuple(
        MatrixRow(
            finding,
            tuple(
                tuple(Said(r.letter, r.value) for r in finding.readings if source in r.sources) for source in sources
            ),
        )
        for finding in findings
    )

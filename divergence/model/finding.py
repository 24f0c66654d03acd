"""What a check found: disagreements of one or more stories, and how each stands with the desk."""

from __future__ import annotations

from dataclasses import dataclass

from divergence.model.comparison import Comparison, Divergence
from divergence.model.decision import Standing
from divergence.model.fact import Mention
from divergence.model.text import Notice, Story

INCONCLUSIVE = frozenset({"other-language", "other-story", "single-article", "text-lost"})
"""Codes of the notices that mean: where nothing was found, that says nothing about these articles."""

LOST = INCONCLUSIVE | frozenset(
    {
        "binary",
        "empty",
        "extraction-empty",
        "library-missing",
        "not-a-file",
        "not-compared",
        "outside-root",
        "removed",
        "symlink",
        "too-large",
        "unreadable",
    }
)
"""Codes of the notices that mean: this file was given and is not, or not for the most part, in the comparison."""
NOT_ASKED = frozenset({"model-failed", "model-refused"})
"""Codes of the notices that mean: a second reading was asked for and is not whole."""


def cannot_conclude(comparison: Comparison) -> bool:
    """Whether finding nothing in a comparison would say nothing."""
    return any(n.code in INCONCLUSIVE for n in (*comparison.notices, *comparison.story.notices))


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement as a check reports it."""

    story: Story
    divergence: Divergence
    primary: Mention
    """Where a reviewer is pointed: the reading in the new article, else the first one."""
    standing: Standing = Standing.NEW
    fails: bool = False
    """Whether it turns the exit status to 1."""
    note: str = ""
    """Why an editor accepted or rejected it."""
    line: int = 0
    """Where the primary mention stands in the source of a page, whose lines are not those of its text; else 0."""
    columns: tuple[int, int] = (0, 0)
    """The first column there and the one after the last, counted from 1."""

    @property
    def fingerprint(self) -> str:
        """Its identity across runs: a disagreement's id is only unique within its story."""
        return f"{self.story.id}/{self.divergence.id}"

    @property
    def others(self) -> tuple[Mention, ...]:
        """All other mentions, by article and position."""
        mentions = (m for reading in self.divergence.readings for m in reading.mentions if m != self.primary)
        return tuple(sorted(mentions, key=lambda m: (len(m.span.article), m.span)))


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Everything that one run of ``divergence check`` has to tell."""

    findings: tuple[Finding, ...]
    """In the order in which they are shown: failing ones first, then by severity and confidence."""
    stories: tuple[Story, ...]
    """The stories that were compared."""
    notices: tuple[Notice, ...]
    """What could not be read, placed or compared, in any story."""
    settings: tuple[str, ...] = ()
    """The settings that held and where each came from, in words."""
    remarks: tuple[str, ...] = ()
    """What the desk should look after: accepted findings that expired or match nothing any more."""
    tool: str = ""
    pipeline: str = ""
    as_measured: tuple[bool | None, ...] = ()
    """Of each story, whether its second reading was made as it was measured; None where there is none."""

    @property
    def unread(self) -> tuple[Notice, ...]:
        """Notices about files that are in no comparison and about questions to a model without a usable answer.

        Nothing can be said about either.
        """
        return tuple(n for n in self.notices if n.code in LOST | NOT_ASKED)

    @property
    def fails(self) -> bool:
        return any(finding.fails for finding in self.findings)

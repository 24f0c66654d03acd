"""A story's disagreements as a short table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from divergence.cli.console import Console
from divergence.model.comparison import Comparison, Verdict
from divergence.model.finding import LOST, Finding, cannot_conclude
from divergence.model.text import Notice
from divergence.report.ci.phrases import found_by, plural, sources, subject
from divergence.report.ci.plain import clipped
from divergence.report.ci.whole import whole
from divergence.report.visible import visible
from divergence.sources.lineage import lineage

_WIDEST_VALUE = 40
_WIDEST_SOURCES = 70
"""Characters of a value and of its sources in one line of a terminal."""


def table(finding: Finding, *, second: bool = False) -> list[str]:
    """A line for the fact, and one for each value with the sources that have it.

    ``second`` where a language model read the articles too: then who found it is told.
    """
    divergence = finding.divergence
    values = [clipped(visible(reading.value), _WIDEST_VALUE) for reading in divergence.readings]
    width = max(map(len, values))
    by = f", {found_by(divergence)}" if second else ""
    lines = [f"  {divergence.severity:<6}  {subject(finding)}  ({divergence.id}{by})"]
    for value, reading in zip(values, divergence.readings, strict=True):
        who = clipped(visible(sources(reading, finding.story)), _WIDEST_SOURCES)
        lines.append(f"          {value:<{width}}  {who}")
    return lines


def _list_leads(comparison: Comparison, console: Console) -> None:
    """What may be a disagreement: each lead of the rules with its reason, and how many a language model alone has."""
    leads = [d for d in comparison.divergences if d.verdict is Verdict.LEAD]
    moved = [d for d in leads if "rules" in d.found_by]
    for divergence in moved:
        console.say(f"  not flagged: {divergence.subject}  ({divergence.id}): {' '.join(divergence.why[:2])}")
    if len(leads) > len(moved):
        console.say(f"  {plural(len(leads) - len(moved), 'lead')} of the model, worth checking and not flagged")


def _notices(comparison: Comparison) -> tuple[Notice, ...]:
    """Every notice once."""
    return tuple(dict.fromkeys((*comparison.notices, *comparison.story.notices)))


def _told(notice: Notice) -> str:
    about = f"{notice.path}: " if notice.path and notice.path not in notice.message else ""
    return about + notice.message


def list_story(comparison: Comparison, written: Sequence[Path], console: Console) -> None:
    """What was compared, on what the sources disagree, and where the files are."""
    findings = whole(comparison).findings
    title = comparison.story.title or comparison.story.id
    nothing = "nothing can be concluded" if cannot_conclude(comparison) else "no disagreement found"
    count = plural(len(findings), "disagreement") if findings else nothing
    texts, articles = len(lineage(comparison.story).witnesses), len(comparison.story.articles)
    copied = f" from {plural(texts, 'independent text')}" if texts < articles else ""
    console.say(f"{title}: {plural(articles, 'article')}{copied}, {count}")
    for finding in findings:
        for line in table(finding, second=comparison.reading is not None):
            console.say(line)
    _list_leads(comparison, console)
    for notice in _notices(comparison):
        if notice.code not in LOST:
            console.say(f"  notice: {_told(notice)}")
    for path in written:
        console.say(f"  → {path}")


def tell_lost(comparison: Comparison, console: Console) -> None:
    """What was given and could not be read or compared."""
    for notice in _notices(comparison):
        if notice.code in LOST:
            console.note(_told(notice))

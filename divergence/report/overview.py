"""An archive on one page: all stories by what differs in them, which sources disagree, and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any
from urllib.parse import quote

from divergence.model.comparison import Comparison, Divergence, Severity
from divergence.model.text import Article
from divergence.report.ci.whole import conflicts
from divergence.report.page.sources import Date, parse_date
from divergence.report.page.title import name_story
from divergence.report.records import Record, to_records
from divergence.report.templates import render_template
from divergence.report.visible import visible

PAGE, TABLE = "index.html", "findings.csv"
MOST_SHOWN = 3
"""Disagreements of a story that are named in the overview."""
MOST_PAIRS = 40
"""Pairs of sources that are listed."""
MOST_DAYS, MOST_MONTHS = 62, 72
"""The longest span of an archive that is shown by days, and by months; a longer one is shown by years."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One disagreement of a story, in a line."""

    id: str
    subject: str
    severity: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What the overview tells of one story, and keeps of it for the table of all findings."""

    id: str
    title: str
    page: str
    """The file of its report, from the overview's folder."""
    articles: int
    sources: tuple[str, ...]
    """Who tells it, by name; a file without a publisher counts as none."""
    first: str
    last: str
    """The days of its first and last article; empty where none is dated."""
    high: int
    medium: int
    low: int
    notices: int
    disputes: tuple[Dispute, ...]
    """Its weightiest disagreements."""
    pairs: tuple[tuple[str, str, int], ...]
    """Two sources and how often they differ."""
    records: tuple[Record, ...]

    @property
    def findings(self) -> int:
        return self.high + self.medium + self.low

    @property
    def weight(self) -> tuple[int, int, int, str]:
        """What comes first in the overview: most of high severity, then of medium, then of low."""
        return -self.high, -self.medium, -self.low, self.id

    @property
    def dates(self) -> tuple[Date | None, Date | None]:
        return parse_date(self.first), parse_date(self.last)


@dataclass(frozen=True, slots=True)
class SourcePair:
    """Two sources over the whole archive."""

    left: str
    right: str
    together: int
    """Stories that both tell."""
    stories: int
    """Those of them on which they differ."""
    findings: int


@dataclass(frozen=True, slots=True)
class Period:
    """A bar of the timeline."""

    label: str
    stories: int
    differing: int
    """Those with a disagreement."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on the page."""

    stories: tuple[StorySummary, ...]
    pairs: tuple[SourcePair, ...]
    periods: tuple[Period, ...]
    undated: int
    publishers: tuple[str, ...]
    failed: tuple[str, ...]
    """Stories that could not be compared."""

    @property
    def articles(self) -> int:
        return sum(story.articles for story in self.stories)

    @property
    def findings(self) -> int:
        return sum(story.findings for story in self.stories)

    @property
    def high(self) -> int:
        return sum(story.high for story in self.stories)

    @property
    def differing(self) -> int:
        """How many stories have a disagreement."""
        return sum(story.findings > 0 for story in self.stories)

    @property
    def tallest(self) -> int:
        return max((period.stories for period in self.periods), default=1)


def summarise(comparison: Comparison, page: Path) -> StorySummary:
    """What the overview needs of a comparison; ``page`` is its report as seen from the overview."""
    found = conflicts(comparison)
    counted = Counter(divergence.severity for divergence in found)
    articles = comparison.story.articles
    days = sorted(article.published[:10] for article in articles if article.published)
    return StorySummary(
        id=visible(comparison.story.id),
        title=name_story(comparison),
        page=quote(page.as_posix().encode("utf-8", "surrogateescape")),
        articles=len(articles),
        sources=tuple(sorted({name for article in articles if (name := _publisher(article))})),
        first=days[0] if days else "",
        last=days[-1] if days else "",
        high=counted[Severity.HIGH],
        medium=counted[Severity.MEDIUM],
        low=counted[Severity.LOW],
        notices=len(comparison.notices) + len(comparison.story.notices),
        disputes=tuple(
            Dispute(d.id, visible(d.subject), str(d.severity), tuple(visible(r.value) for r in d.readings))
            for d in found[:MOST_SHOWN]
        ),
        pairs=_differing(found, articles),
        records=tuple(to_records(comparison)),
    )


def _publisher(article: Article) -> str:
    """Who publishes an article, where that is known; a file's name is no publisher."""
    label = visible(article.label)
    return "" if label == visible(article.place.rsplit("/", 1)[-1]) else label


def _differing(found: Iterable[Divergence], articles: Sequence[Article]) -> tuple[tuple[str, str, int], ...]:
    """How often two publishers state different values of one fact."""
    names = {article.id: _publisher(article) for article in articles}
    often: Counter[tuple[str, str]] = Counter()
    for divergence in found:
        stated = [sorted({names[id] for id in reading.articles} - {""}) for reading in divergence.readings]
        pairs = {
            (min(one, other), max(one, other))
            for left, right in combinations(stated, 2)
            for one in left
            for other in right
            if one != other
        }
        often.update(pairs)
    return tuple((one, other, count) for (one, other), count in sorted(often.items()))


def to_json(summary: StorySummary) -> dict[str, Any]:
    """A summary as JSON data, for a run that goes on later."""
    return asdict(summary)


def from_json(data: dict[str, Any]) -> StorySummary:
    """The summary that ``to_json`` wrote. Raises TypeError, KeyError or ValueError for anything else."""
    disputes = tuple(Dispute(**{**d, "values": tuple(d["values"])}) for d in data["disputes"])
    pairs = tuple((str(one), str(other), int(count)) for one, other, count in data["pairs"])
    rest = {field.name: data[field.name] for field in fields(StorySummary)}
    return StorySummary(
        **{
            **rest,
            "disputes": disputes,
            "pairs": pairs,
            "sources": tuple(data["sources"]),
            "records": tuple(data["records"]),
        }
    )


def overview(summaries: Iterable[StorySummary], failed: Iterable[str] = ()) -> Overview:
    """All stories together."""
    stories = tuple(sorted(summaries, key=lambda story: story.weight))
    sources = tuple(sorted({name for story in stories for name in story.sources}))
    undated = sum(_day(story.first) is None for story in stories)
    return Overview(stories, _pairs(stories), _periods(stories), undated, sources, tuple(map(visible, failed)))


def _pairs(stories: Sequence[StorySummary]) -> tuple[SourcePair, ...]:
    """The pairs of sources that differ most often."""
    together: Counter[tuple[str, str]] = Counter()
    differing: Counter[tuple[str, str]] = Counter()
    findings: Counter[tuple[str, str]] = Counter()
    for story in stories:
        for one, other, count in story.pairs:
            differing[one, other] += 1
            findings[one, other] += count
    for story in stories:
        together.update(pair for pair in combinations(story.sources, 2) if pair in differing)
    ranked = sorted(differing, key=lambda pair: (-findings[pair], -differing[pair], pair))
    return tuple(SourcePair(*p, together[p], differing[p], findings[p]) for p in ranked[:MOST_PAIRS])


def _periods(stories: Sequence[StorySummary]) -> tuple[Period, ...]:
    """The stories by the time of their first article, without holes."""
    dated = sorted(day for story in stories if (day := _day(story.first)))
    if not dated:
        return ()
    days, months = (dated[-1] - dated[0]).days, 12 * (dated[-1].year - dated[0].year) + dated[-1].month - dated[0].month
    length = 10 if days < MOST_DAYS else 7 if months < MOST_MONTHS else 4
    counted = {label: [0, 0] for label in _labels(dated[0], dated[-1], length)}
    for story in stories:
        if day := _day(story.first):
            counted[day.isoformat()[:length]][0] += 1
            counted[day.isoformat()[:length]][1] += story.findings > 0
    return tuple(Period(label, *counts) for label, counts in counted.items())


def _day(first: str) -> date | None:
    try:
        return date.fromisoformat(first)
    except ValueError:
        return None


def _labels(first: date, last: date, length: int) -> list[str]:
    """Every day, month or year from the first to the last."""
    every = [(first + timedelta(days)).isoformat()[:length] for days in range((last - first).days + 1)]
    return list(dict.fromkeys(every))


def render_overview(shown: Overview, templates: Path | None) -> bytes:
    """The page, in UTF-8."""
    return render_template("overview.html", shown, templates).encode("utf-8", "replace")

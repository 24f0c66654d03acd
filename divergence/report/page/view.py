"""Everything that a report shows, as plain frozen records: the one name, ``report``, that a template receives.

The records are the interface for templates of one's own (``--templates``): ``Report`` and what it holds. They carry
no markup; a template escapes and words everything itself. Strings of one line have their hidden characters made
visible; passages keep them apart (see ``Piece``).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from divergence.model.comparison import Comparison, ModelReading, Severity, Situation, Verdict
from divergence.model.finding import INCONCLUSIVE, LOST
from divergence.report.page.agreement import LoneFacts, PassedPair, SharedFact, passed_pairs, share, stand_alone
from divergence.report.page.charts import Chart, draw_charts
from divergence.report.page.decided import with_decisions
from divergence.report.page.findings import Card, finder, show_finding
from divergence.report.page.matrix import MatrixRow, beside_copies, lay_out_matrix
from divergence.report.page.passages import find_flags
from divergence.report.page.sidebyside import AlignedRow, MapStrip, draw_map, lay_out_rows
from divergence.report.page.sources import Date, Desk, Source, count_texts, open_desk
from divergence.report.page.title import name_story
from divergence.report.visible import visible
from divergence.version import __version__


@dataclass(frozen=True, slots=True)
class ShownNotice:
    """A notice with the names of what it is about."""

    code: str
    message: str
    about: tuple[str, ...]
    """The articles' labels or the files; none where it is about the whole story."""


@dataclass(frozen=True, slots=True)
class ShownReading:
    """What a language model had to do with a report."""

    model: str
    wording: str
    calibration: str
    """Which model's answers its confidence was calibrated on."""
    requests: int
    answered: int
    """How many requests got an answer that could be used."""
    quotations_given: int
    quotations_found: int
    """How many of its quotations stand in their articles word for word."""


@dataclass(frozen=True, slots=True)
class Report:
    """One comparison, ready to be shown."""

    title: str
    """The story's title, else its folder's name as words or a headline of its articles (see ``title``)."""
    story: str
    """The story's id."""
    sources: tuple[Source, ...]
    outlets: int
    """How many different labels the articles have."""
    oldest: Date | None
    newest: Date | None
    findings: tuple[Card, ...]
    """The disagreements, in order of weight."""
    compatible: tuple[Card, ...]
    """Compatible and variant readings: looked at and not flagged."""
    claims: tuple[Card, ...]
    """Those of them in which claimants differ and each article reports both figures."""
    leads: tuple[Card, ...]
    """What one of the two readings takes for a disagreement and the other does not: not flagged either."""
    passed: tuple[PassedPair, ...]
    """Pairs of values that were not taken for one fact, the nearest first."""
    more_passed: int
    """How many more such pairs there are than are shown."""
    columns: tuple[Source, ...]
    """The sources in the order of the matrix: each near copy stands beside the text that it copies."""
    matrix: tuple[MatrixRow, ...]
    rows: tuple[AlignedRow, ...]
    map: tuple[MapStrip, ...]
    charts: tuple[Chart, ...]
    shared: tuple[SharedFact, ...]
    withheld: int
    """How many more values several articles state that are not told as agreements."""
    alone: tuple[LoneFacts, ...]
    notices: tuple[ShownNotice, ...]
    kinds: tuple[str, ...]
    """The kinds of fact among the findings, sorted."""
    version: str
    pipeline: str
    second: ShownReading | None
    """The second reading; none where no language model was asked."""
    as_measured: bool | None
    """Whether that was made as it was measured; none where there is none."""

    def found_by(self, name: str) -> int:
        """How many disagreements were found by ``rules``, ``model`` or ``both``."""
        return sum(finding.finder == name for finding in self.findings)

    @property
    def texts(self) -> int:
        """How many independent texts the articles are: near copies count once."""
        return count_texts(self.sources)

    @property
    def incomplete(self) -> bool:
        """Whether a file was given that is not part of the comparison: the list of findings may lack something."""
        return any(notice.code in LOST for notice in self.notices)

    @property
    def nothing(self) -> str:
        """What it means that nothing was found: ``none``, ``single`` (article), or ``inconclusive``."""
        if len(self.sources) < 2:
            return "single"
        return "inconclusive" if any(notice.code in INCONCLUSIVE for notice in self.notices) else "none"

    @property
    def decided(self) -> int:
        """On how many disagreements an editor has decided."""
        return sum(finding.decision is not None for finding in self.findings)

    def of_severity(self, severity: str) -> int:
        """How many disagreements have this severity (``high``, ``medium`` or ``low``)."""
        return sum(finding.severity == severity for finding in self.findings)

    def chart_of(self, finding: Card) -> Chart | None:
        """The chart of a finding, where there is one."""
        return next((chart for chart in self.charts if chart.finding == finding.id), None)


PARTLY = frozenset({"extraction-small", "part-left-out", "text-left-out", "undecodable"})
"""Codes of the notices that mean: something of this article was not read."""
SEVERITIES = tuple(severity.value for severity in Severity)


def prepare(comparison: Comparison) -> Report:
    """Everything that a report of this comparison shows."""
    desk = open_desk(comparison.story)
    partly = {n.article for n in (*comparison.notices, *comparison.story.notices) if n.code in LOST | PARTLY}
    sources = tuple(replace(source, partly=id in partly) for id, source in desk.sources.items())
    conflicts = tuple(d for d in comparison.divergences if d.verdict is Verdict.CONFLICT)
    others = tuple(d for d in comparison.divergences if d.verdict is not Verdict.CONFLICT)
    numbered = [(number, number <= len(conflicts), d) for number, d in enumerate((*conflicts, *others), 1)]
    shown = [show_finding(divergence, number, flagged, desk) for number, flagged, divergence in numbered]
    if comparison.reading:
        shown = [replace(card, finder=finder(d)) for card, (_, _, d) in zip(shown, numbered, strict=True)]
    shown = with_decisions(shown, comparison)
    findings, rest = tuple(shown[: len(conflicts)]), shown[len(conflicts) :]
    columns = beside_copies(sources)
    flags = find_flags(numbered)
    rows = lay_out_rows(comparison, flags, desk)
    passed = passed_pairs(comparison, desk)
    dates = sorted((s.published for s in sources if s.published), key=lambda d: d.iso)
    return Report(
        title=name_story(comparison),
        story=visible(comparison.story.id),
        sources=sources,
        outlets=len({article.label for article in comparison.story.articles}),
        oldest=dates[0] if dates else None,
        newest=dates[-1] if dates else None,
        findings=findings,
        compatible=tuple(card for card in rest if card.verdict != Verdict.LEAD),
        claims=tuple(card for card in rest if card.situation == Situation.CLAIMANTS and card.told_by_all),
        leads=tuple(card for card in rest if card.verdict == Verdict.LEAD),
        passed=passed,
        more_passed=len(comparison.not_flagged) - len(passed),
        columns=columns,
        matrix=lay_out_matrix(findings, columns),
        rows=rows,
        map=draw_map(rows, flags, desk),
        charts=draw_charts(comparison, desk),
        shared=share(comparison.agreements, desk),
        withheld=sum(w.count for w in comparison.withheld),
        alone=stand_alone(comparison, desk),
        notices=show_notices(comparison, desk),
        kinds=tuple(sorted({finding.kind for finding in findings})),
        version=__version__,
        pipeline=visible(comparison.pipeline),
        second=show_second(comparison.reading),
        as_measured=comparison.as_measured,
    )


def show_second(reading: ModelReading | None) -> ShownReading | None:
    """What a language model had to do with the comparison, for the method section."""
    if reading is None:
        return None
    return ShownReading(
        model=visible(reading.model),
        wording=visible(reading.wording),
        calibration=visible(reading.calibration),
        requests=len(reading.exchanges),
        answered=sum(bool(exchange.answer) for exchange in reading.exchanges),
        quotations_given=reading.quotations_given,
        quotations_found=reading.quotations_found,
    )


def show_notices(comparison: Comparison, desk: Desk) -> tuple[ShownNotice, ...]:
    """The notices of the comparison and of its story in their order, those first that leave nothing to conclude.

    One message about several articles stands once.
    """
    about: dict[tuple[str, str], list[str]] = {}
    for notice in dict.fromkeys((*comparison.notices, *comparison.story.notices)):
        source = desk.sources.get(notice.article or "")
        name = source.label if source else visible(notice.path or "")
        about.setdefault((visible(notice.code), visible(notice.message)), []).extend([name] if name else [])
    shown = (ShownNotice(code, message, tuple(names)) for (code, message), names in about.items())
    return tuple(sorted(shown, key=lambda notice: notice.code not in INCONCLUSIVE))

"""The sentences in which the formats for CI speak of one finding; plain text, unescaped."""

from __future__ import annotations

from divergence.lexicon import plurals
from divergence.model.comparison import Divergence, Reading
from divergence.model.decision import Standing
from divergence.model.finding import LOST, NOT_ASKED, CheckResult, Finding
from divergence.model.text import Article, Notice, Story
from divergence.report import wording
from divergence.report.wording import read_words


def plural(count: int, noun: str) -> str:
    """``1 article``, ``3 articles``, ``2 stories``."""
    return f"{count:,} {noun if count == 1 else plurals.plural(noun)}"


def articles_by_id(story: Story) -> dict[str, Article]:
    return {article.id: article for article in story.articles}


def sources(reading: Reading, story: Story) -> str:
    """Who has this value: ``Dawn, The News``; each source once."""
    articles = articles_by_id(story)
    return ", ".join(dict.fromkeys(articles[a].label for a in reading.articles))


def subject(finding: Finding) -> str:
    """What the values are about, as a line begins: ``How many soldiers were killed?``."""
    about = finding.divergence.subject
    return about[:1].upper() + about[1:]


def about(finding: Finding) -> str:
    """The subject as it leads to what is said of it: ``How many were killed? ``, ``Toll of the fire: ``."""
    words = subject(finding)
    return f"{words} " if words.endswith("?") else f"{words}: "


def headline(finding: Finding) -> str:
    """``Pakistani soldiers killed: 5 (Dawn) or 23 (ABC News, Al Jazeera)``; after a question no colon."""
    readings = finding.divergence.readings
    return about(finding) + " or ".join(f"{r.value} ({sources(r, finding.story)})" for r in readings)


def reasons(finding: Finding) -> str:
    """The reasons of the verdict, in a sentence or two."""
    return " ".join(finding.divergence.why)


def confidence(finding: Finding) -> str:
    """How sure the tool is that this is a disagreement (never who is right)."""
    by = f", {found_by(finding.divergence)}" if "model" in finding.divergence.found_by else ""
    return f"{finding.divergence.severity} severity, confidence {finding.divergence.confidence:.2f}{by}"


def found_by(divergence: Divergence) -> str:
    """``found by the rules``, ``found by a language model`` or both."""
    names = {"rules": "the rules", "model": "a language model"}
    return f"found by {' and '.join(names[name] for name in divergence.found_by)}"


def outcome(result: CheckResult) -> str:
    """The result in one line: what was compared, what is new, what fails."""
    new = sum(f.standing is Standing.NEW for f in result.findings)
    failing = sum(f.fails for f in result.findings)
    articles = sum(len(story.articles) for story in result.stories)
    compared = f"{plural(len(result.stories), 'story')} with {plural(articles, 'article')} compared"
    found = f"{plural(new, 'new disagreement')}, {failing} at or above the limit" if new else _nothing(result)
    lost = sum(notice.code in LOST for notice in result.unread)
    unread = f"; {plural(lost, 'file')} could not be read or compared" if lost else ""
    unasked = "; the second reading is incomplete" if lost < len(result.unread) else ""
    return f"{compared}: {found}{unread}{unasked}"


def missing(notice: Notice) -> str:
    """What is missing where this notice stands: ``Not compared``, or ``Second reading incomplete``."""
    return "Second reading incomplete" if notice.code in NOT_ASKED else "Not compared"


def _nothing(result: CheckResult) -> str:
    """That nothing was found, which says little where not everything could be compared."""
    return "nothing new in what could be compared" if result.unread else "no new disagreement"


def reach(result: CheckResult) -> str:
    """What the method reaches, as measured."""
    return wording.reach(read_words(), result.as_measured)


def quotation(finding: Finding, article: str, start: int, end: int) -> str:
    """The words of one article between two offsets."""
    return articles_by_id(finding.story)[article].text[start:end]

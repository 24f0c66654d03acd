"""Small comparisons and check results made by hand, for tests of what is done with them."""

from __future__ import annotations

import re
from dataclasses import replace

from divergence.model.comparison import Comparison, Divergence, Reading, Relation, Severity, Verdict
from divergence.model.decision import Standing
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.finding import CheckResult, Finding
from divergence.model.text import Article, Notice, Span, Story

FIRST = "The talks opened on Sunday.\n\nThe army said 5 soldiers were killed near the border.\n"
SECOND = "Officials met again.\n\nAt least 23 soldiers were killed, the ministry said.\n"


def article(id: str, text: str, path: str, source: str, reader: str = "text") -> Article:
    paragraphs = tuple((m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
    return Article(id, path, text, paragraphs, source=source, reader=reader)


def mention(of: Article, words: str, kind: Kind = Kind.NUMBER) -> Mention:
    """The first place of some words in an article, with their line as the sentence."""
    start = of.text.index(words)
    line = of.text.rfind("\n", 0, start) + 1
    end = of.text.find("\n", start)
    sentence = Span(of.id, line, end if end >= 0 else len(of.text))
    return Mention(
        kind, Span(of.id, start, start + len(words)), words, words, Hedge.EXACTLY, Slot(), sentence, 0, "test"
    )


def two_articles(first: str = FIRST, second: str = SECOND, **labels: str) -> Story:
    return Story(
        labels.get("story", "border-talks"),
        None,
        (
            article("A", first, labels.get("path_a", "input/border-talks/herald.txt"), labels.get("a", "The Herald")),
            article("B", second, labels.get("path_b", "input/border-talks/post.txt"), labels.get("b", "Morning Post")),
        ),
    )


def soldiers(story: Story, id: str = "d-1", severity: Severity = Severity.HIGH, confidence: float = 0.9) -> Divergence:
    """Five or twenty-three soldiers killed."""
    first, second = story.articles
    return Divergence(
        id,
        Kind.NUMBER,
        "soldiers killed",
        Verdict.CONFLICT,
        Relation.CONFLICTS,
        severity,
        confidence,
        ("5 and 23 cannot both be right of one count", "same outcome: killed"),
        (Reading("5", (mention(first, "5 soldiers"),)), Reading("23", (mention(second, "23 soldiers"),))),
        (),
    )


def hostile(text: str) -> Finding:
    """A finding in which an article's author put this text wherever an article can put text."""
    first = f"5 soldiers {text}\n"
    second = f"23 soldiers {text}\n"
    labels = {"a": text, "b": text, "path_a": f"in/{text}.txt", "path_b": f"in/b{text}.txt", "story": text}
    story = two_articles(first, second, **labels)
    divergence = soldiers(story)
    readings = tuple(replace(r, value=text + r.value) for r in divergence.readings)
    spoken = replace(divergence, subject=text, why=(text,), readings=readings)
    return Finding(story, spoken, readings[1].mentions[0], note=text)


def finding(**changes: object) -> Finding:
    story = two_articles()
    divergence = soldiers(story)
    return replace(Finding(story, divergence, divergence.readings[1].mentions[0], fails=True), **changes)  # type: ignore[arg-type]


def many(count: int, severity: Severity = Severity.HIGH) -> tuple[Finding, ...]:
    story = two_articles()
    return tuple(
        Finding(story, d, d.readings[1].mentions[0], fails=True)
        for d in (soldiers(story, f"d-{number:06}", severity) for number in range(count))
    )


def check_result(*findings: Finding, notices: tuple[Notice, ...] = (), **more: tuple[str, ...]) -> CheckResult:
    stories = tuple(dict.fromkeys(f.story for f in findings)) or (two_articles(),)
    return CheckResult(findings, stories, notices, tool="0.1.0", pipeline="en_news 1.0.0", **more)


def comparison(story: Story, *divergences: Divergence) -> Comparison:
    return Comparison(story, divergences, (), (), (), story.notices, (), "en_news 1.0.0")


ACCEPTED = {"standing": Standing.ACCEPTED, "fails": False, "note": "the ministry counts guards"}
UNREAD = Notice("symlink", "input/x/link.txt is a symbolic link, which is not followed.", path="input/x/link.txt")

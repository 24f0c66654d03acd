"""Findings as JUnit XML, which every CI dashboard reads: a suite for each story, a case for each finding."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from divergence.model.comparison import Comparison
from divergence.model.decision import Standing
from divergence.model.finding import INCONCLUSIVE, CheckResult, Finding
from divergence.model.text import Notice, Story
from divergence.report.ci.phrases import articles_by_id, confidence, headline, reach, reasons, sources
from divergence.report.ci.whole import whole
from divergence.report.format import Format, Presentation
from divergence.report.visible import visible

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _text(text: str) -> str:
    """Text that XML 1.0 can hold, with nothing hidden."""
    return _NOT_XML.sub("�", visible(text))


def _evidence(finding: Finding) -> str:
    """Each reading with its sources and the words of its first mention, a line each."""
    lines = [reasons(finding), confidence(finding), f"id {finding.divergence.id}"]
    for reading in finding.divergence.readings:
        said = reading.mentions[0].sentence
        sentence = articles_by_id(finding.story)[said.article].text[said.start : said.end]
        lines.append(f"{reading.value} ({sources(reading, finding.story)}): “{sentence}”")
    return "\n".join(map(_text, lines))


def _finding_case(suite: ElementTree.Element, finding: Finding) -> None:
    article = articles_by_id(finding.story)[finding.primary.span.article]
    case = ElementTree.SubElement(
        suite,
        "testcase",
        classname=_text(f"divergence.{finding.story.id}.{finding.divergence.kind}"),
        name=_text(f"{headline(finding)} ({article.path})"),
    )
    if finding.fails:
        child = ElementTree.SubElement(
            case, "failure", message=_text(headline(finding)), type=finding.divergence.severity
        )
        child.text = _evidence(finding)
    elif finding.standing is not Standing.NEW:
        ElementTree.SubElement(case, "skipped", message=_text(f"{finding.standing}: {finding.note}"))
    else:
        ElementTree.SubElement(case, "system-out").text = _evidence(finding)


def _notice_case(suite: ElementTree.Element, notice: Notice) -> None:
    """A file that could not be read is an error, which dashboards tell apart from a failure."""
    case = ElementTree.SubElement(
        suite, "testcase", classname="divergence.input", name=_text(notice.path or notice.code)
    )
    ElementTree.SubElement(case, "error", message=_text(notice.message), type=_text(notice.code))


def _count(suite: ElementTree.Element) -> None:
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))


def _story_suite(root: ElementTree.Element, story: Story, result: CheckResult) -> None:
    """A story without findings passes as one case, so that "nothing found" is shown as such."""
    own = {article.path for article in story.articles}
    inconclusive = any(notice.code in INCONCLUSIVE and notice.path in own for notice in result.notices)
    findings = [f for f in result.findings if f.story is story]
    suite = ElementTree.SubElement(root, "testsuite", name=_text(story.id))
    properties = ElementTree.SubElement(suite, "properties")
    ElementTree.SubElement(properties, "property", name="reach", value=_text(reach(result)))
    for finding in findings:
        _finding_case(suite, finding)
    if not findings:
        found = "nothing can be concluded" if inconclusive else "no new disagreement"
        ElementTree.SubElement(suite, "testcase", classname="divergence", name=_text(f"{story.id}: {found}"))
    _count(suite)


def _idle_suite(root: ElementTree.Element) -> None:
    """A check that no story concerned says so: dashboards take an empty file for a broken one."""
    suite = ElementTree.SubElement(root, "testsuite", name="divergence")
    case = ElementTree.SubElement(suite, "testcase", classname="divergence", name="no story changed")
    ElementTree.SubElement(case, "skipped", message="no story changed, so none was compared")
    _count(suite)


def render_check(result: CheckResult) -> bytes:
    """A check as JUnit XML."""
    root = ElementTree.Element("testsuites", name="divergence")
    for story in result.stories:
        _story_suite(root, story, result)
    if not result.stories and not result.unread:
        _idle_suite(root)
    if result.unread:
        suite = ElementTree.SubElement(root, "testsuite", name="input")
        for notice in result.unread:
            _notice_case(suite, notice)
        _count(suite)
    for attribute in ("tests", "failures", "errors"):
        root.set(attribute, str(sum(int(suite.get(attribute, "0")) for suite in root)))
    ElementTree.indent(root)
    return b"%s\n" % ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def render(comparison: Comparison, presentation: Presentation) -> bytes:
    """All disagreements of one story as JUnit XML."""
    return render_check(whole(comparison))


FORMAT = Format("junit", "junit.xml", "JUnit XML, for CI dashboards", render)

"""Each source of the briefing says what it is, whether all of it was read and as what, and how its date is known."""

from __future__ import annotations

import re
from dataclasses import replace

from divergence.model.comparison import Comparison
from divergence.model.text import Notice
from divergence.report.page.view import prepare
from divergence.report.templates import render_template


def descriptors(comparison: Comparison) -> dict[str, str]:
    """What stands below each source's title, by sign."""
    page = render_template("briefing.html", prepare(comparison), paper="a4")
    rows = re.findall(r'<tr id="s-\d+"><td>\[(\w+)\]</td>.*?<small>(.*?)</small>', page, re.DOTALL)
    return {sign: " ".join(re.sub(r"<[^>]+>", "", text).split()) for sign, text in rows}


def with_article(comparison: Comparison, **fields: object) -> Comparison:
    """The comparison with another first article."""
    first, *others = comparison.story.articles
    return replace(comparison, story=replace(comparison.story, articles=(replace(first, **fields), *others)))  # type: ignore[arg-type]


def test_a_source_read_whole_with_a_date_of_its_own(comparison: Comparison) -> None:
    told = descriptors(with_article(comparison, inferred=()))["A"]
    assert told.startswith("News article, read whole as ")
    assert "; date stated" in told
    assert "taken from the text" not in told


def test_where_date_and_title_are_from_is_told_apart(comparison: Comparison) -> None:
    told = descriptors(with_article(comparison, inferred=("published", "title"), title="A fire"))["A"]
    assert "date taken from the text; title taken from the text" in told
    assert "no date known" in descriptors(with_article(comparison, published=None))["A"]


def test_a_notice_on_a_part_that_was_not_read_is_not_called_whole(comparison: Comparison) -> None:
    for code in ("text-left-out", "other-language", "extraction-small"):
        notice = Notice(code, "Something is missing.", "A", "a.txt")
        told = descriptors(replace(comparison, notices=(*comparison.notices, notice)))
        assert "read in part as" in told["A"]
        assert "see the notices" in told["A"]
        assert "read whole as" in told["B"]
    notice = Notice("date-unresolved", "It has no date.", "A", "a.txt")
    assert "read whole as" in descriptors(replace(comparison, notices=(notice,)))["A"]


def test_a_near_copy_is_called_no_second_witness(comparison: Comparison) -> None:
    first, second, *others = comparison.story.articles
    copy = replace(second, text=first.text, paragraphs=first.paragraphs)
    made = replace(comparison, story=replace(comparison.story, articles=(first, copy, *others)), divergences=())
    made = replace(made, agreements=(), not_flagged=(), mentions=(), alignment=())
    assert descriptors(made)["B"].startswith("News article, near copy of A: not a second witness, read ")


def test_no_path_stands_twice(comparison: Comparison) -> None:
    path = comparison.story.articles[0].path
    page = render_template("briefing.html", prepare(with_article(comparison, title=None, url=None)), paper="a4")
    row = next(row for row in page.split("<tr ") if row.startswith('id="s-1"'))
    assert row.count(path) == 1


def test_likelihood_is_kept_apart_from_confidence(comparison: Comparison) -> None:
    page = render_template("briefing.html", prepare(comparison), paper="a4")
    assert "No words of likelihood are used" in page
    said = re.sub(r"<[^>]+>|“[^”]*”", " ", page[: page.index('class="method"')]).lower()
    assert not re.search(r"\b(?:likely|unlikely|probably|almost certain)\b", said)

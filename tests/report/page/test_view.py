from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from made_comparison import make_article, make_comparison

from divergence.model.comparison import Comparison, Row, Verdict
from divergence.model.text import Notice, Span, Story
from divergence.report.page.findings import quotation, show_reading
from divergence.report.page.passages import plain
from divergence.report.page.sidebyside import complete_rows
from divergence.report.page.sources import open_desk, parse_date, safe_url
from divergence.report.page.view import Report, prepare


def test_disagreements_come_first_and_are_numbered_through(comparison: Comparison, report: Report) -> None:
    assert [f.number for f in (*report.findings, *report.compatible)] == list(range(1, 10))
    assert all(f.verdict == Verdict.CONFLICT and f.flagged for f in report.findings)
    assert not any(f.verdict == Verdict.CONFLICT or f.flagged for f in report.compatible)
    assert [f.id for f in report.findings] == [d.id for d in comparison.divergences if d.verdict is Verdict.CONFLICT]


def test_every_mention_is_quoted_exactly(comparison: Comparison, report: Report) -> None:
    articles = {a.id: a for a in comparison.story.articles}
    for divergence, finding in zip(comparison.divergences, (*report.findings, *report.compatible), strict=True):
        for reading, shown in zip(divergence.readings, finding.readings, strict=True):
            assert len(shown.quotations) == len(reading.mentions)
            for quoted in shown.quotations:
                text = articles[quoted.source.id].text
                printed = "".join(p.text for s in quoted.passage for p in s.pieces)
                assert printed in text
                assert text[quoted.start : quoted.end] in printed


def test_a_speaker_is_named_as_within_a_sentence(comparison: Comparison) -> None:
    mention = comparison.divergences[0].readings[0].mentions[0]
    desk = open_desk(comparison.story)
    for speaker, shown in (("The army", "the army"), ("The Post", "The Post"), ("Anna Holm", "Anna Holm"), (None, "")):
        assert quotation(replace(mention, speaker=speaker), desk).speaker == shown


def test_a_pronoun_is_cited_as_nobody_by_name(comparison: Comparison) -> None:
    reading, desk = comparison.divergences[0].readings[0], open_desk(comparison.story)
    told = replace(reading, mentions=tuple(replace(m, speaker=s) for m in reading.mentions[:1] for s in ("She", "he")))
    view = show_reading(told, "A", desk, marked=False)
    assert view.speakers == ("someone named earlier",)
    assert {q.speaker for q in view.quotations} == {"someone named earlier"}


def test_the_matrix_says_who_says_what_and_who_is_silent(report: Report) -> None:
    first = report.matrix[0]
    assert [[said.value for said in cell] for cell in first.cells] == [["14"], ["17"], ["14"], ["14"], ["18"], []]


def test_every_paragraph_of_every_article_stands_in_one_row(comparison: Comparison, report: Report) -> None:
    placed = [(cell.source.index, cell.number) for row in report.rows for cell in row.cells]
    assert len(placed) == len(set(placed))
    assert len(placed) == sum(len(a.paragraphs) for a in comparison.story.articles)


def test_a_paragraph_without_row_stands_after_the_one_before_it() -> None:
    articles = tuple(make_article(i, f"{i}.txt", f"{i} one\n{i} two\n{i} three") for i in ("A", "B", "C"))
    rows = (Row(1, (Span("A", 0, 5), Span("B", 0, 5))), Row(2, (Span("A", 12, 19), Span("B", 12, 19))))
    comparison = replace(make_comparison(), story=Story("s", None, articles), alignment=rows)
    starts = [[(p.article, p.start) for p in row.paragraphs] for row in complete_rows(comparison)]
    assert starts == [
        [("A", 0), ("B", 0)], [("A", 6)], [("B", 6)], [("A", 12), ("B", 12)], [("C", 0)], [("C", 6)], [("C", 12)],
    ]  # fmt: skip


def test_rows_say_what_they_hold(report: Report) -> None:
    states = {row.cells[0].anchor: (row.aligned, row.state) for row in report.rows}
    assert states["p-1-1"] == (True, "flagged")
    assert states["p-1-2"] == (False, "gap")


def test_what_stands_between_two_rows_makes_one(report: Report) -> None:
    assert not any(not a.aligned and not b.aligned for a, b in pairwise(report.rows))


def test_the_map_marks_disagreements_omissions_and_what_one_alone_tells(report: Report) -> None:
    kinds = {strip.source.id: {mark.kind for mark in strip.marks} for strip in report.map}
    assert kinds["A"] == {"flag", "alone", "omitted"}
    assert "flag" not in kinds["F"]
    assert all(0 <= mark.y <= 1000 for strip in report.map for mark in strip.marks)


def test_the_map_marks_a_place_where_much_is_omitted_once() -> None:
    """Marks upon one another look like one; in a story of a hundred articles they were a sixth of the page."""
    articles = (
        make_article("A", "A.txt", "A one"),
        *(make_article(i, f"{i}.txt", f"{i} one\n{i} two\n{i} three") for i in "BC"),
    )
    rows = tuple(Row(n, (Span("B", *span), Span("C", *span))) for n, span in enumerate(((6, 11), (12, 19)), 1))
    report = prepare(replace(make_comparison(), divergences=(), story=Story("s", None, articles), alignment=rows))
    (strip,) = [strip for strip in report.map if strip.source.id == "A"]
    assert [mark.href for mark in strip.marks if mark.kind == "omitted"] == ["#p-2-2"]


def test_what_one_source_alone_reports(report: Report) -> None:
    alone = {
        lone.source.id: [plain(s) for sentence in lone.sentences for s in sentence.passage if s.value]
        for lone in report.alone
    }
    assert alone == {
        "A": ["1998"], "B": ["four countries"], "C": ["أمين الحدّاد"], "E": ["34"], "F": ["8 percent"],
    }  # fmt: skip


def test_notices_of_story_and_comparison_stand_once() -> None:
    made = make_comparison()
    notice = Notice("article-empty", "The file holds no text; it was left out.", path="aurelia-fire/blank.html")
    report = prepare(replace(made, story=replace(made.story, notices=(notice,))))
    assert [n.about for n in report.notices] == [("aurelia-fire/blank.html",), ("Isle Business",)]


def test_one_message_about_several_articles_stands_once() -> None:
    made = make_comparison()
    notices = tuple(Notice("no-date", "The article has no date.", article=id) for id in ("A", "C"))
    report = prepare(replace(made, notices=notices))
    assert [n.about for n in report.notices] == [("The Harbour Post", "صدى الميناء")]


def test_a_story_without_title_is_named_by_its_id() -> None:
    made = make_comparison()
    assert prepare(replace(made, story=replace(made.story, title=None))).title == "Aurelia fire"


def test_a_comparison_of_nothing_can_be_shown() -> None:
    report = prepare(Comparison(Story("empty", None, ()), (), (), (), (), (), ()))
    assert (report.title, report.findings, report.rows, report.newest) == ("Empty", (), (), None)


def test_two_articles_of_one_outlet_are_told_apart() -> None:
    made = make_comparison()
    articles = tuple(replace(a, source="The Harbour Post") if a.id == "D" else a for a in made.story.articles)
    report = prepare(replace(made, story=replace(made.story, articles=articles)))
    assert [s.label for s in report.sources if s.id in "AD"] == ["The Harbour Post (A)", "The Harbour Post (D)"]
    assert report.outlets == 5


def test_dates_are_kept_as_far_as_they_are_known() -> None:
    date = parse_date("2025-03-05T07:40:12Z")
    assert date
    assert (date.year, date.month, date.day, date.time) == (2025, 3, 5, "07:40")
    assert [parse_date(p) is None for p in (None, "", "yesterday", "2025-13-01", "2025", "2025-03")] == [
        True, True, True, True, False, False,
    ]  # fmt: skip


def test_only_web_addresses_become_links() -> None:
    good = "https://post.example/a?b=1&c=2#d"
    assert safe_url(good) == good
    for url in ("javascript:alert(1)", "data:text/html,x", "//host/x", "https:", "http://[", " https://x.example",
                "https://x\u202e.example/", "file:///x", "JAVASCRIPT:x", "", None):  # fmt: skip
        assert safe_url(url) == ""


def test_two_sentences_stand_once_for_each_reason() -> None:
    made = make_comparison()
    (first, *rest) = made.not_flagged
    again = replace(made, not_flagged=(first, replace(first, score=first.score / 2), *rest))
    assert len(prepare(again).passed) == len(prepare(made).passed)
    other = replace(first, reason="another reason")
    assert len(prepare(replace(made, not_flagged=(*made.not_flagged, other))).passed) == len(prepare(made).passed) + 1

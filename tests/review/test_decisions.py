"""Editors' decisions: a file that people can read, merge and not break silently."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest
from check_results import comparison, soldiers, two_articles
from hypothesis import given, settings
from hypothesis import strategies as st

from divergence.errors import UsageError
from divergence.model.decision import Decision, Standing
from divergence.review.decisions import decide, parse_decisions, remarks, with_decision, write_decisions

STORY = two_articles()
COMPARED = comparison(STORY, soldiers(STORY))


def accepted(id: str = "d-1", until: date | None = None) -> Decision:
    return Decision(Standing.ACCEPTED, "border-talks", id, "soldiers killed", "counted apart", "number", until)


def test_an_accepted_finding_reads_well() -> None:
    text = write_decisions([accepted(until=date(2030, 12, 31))])
    assert text.endswith(
        '[[accepted]]\nstory = "border-talks"\nid = "d-1"\nkind = "number"\nsubject = "soldiers killed"\n'
        'reason = "counted apart"\nuntil = 2030-12-31\n'
    )


def test_a_rejected_finding_keeps_its_sentences() -> None:
    decision = decide(Standing.REJECTED, COMPARED, soldiers(STORY), "other months")
    assert [(r.source, r.span, r.value) for r in decision.readings] == [
        ("herald.txt", "5 soldiers", "5"),
        ("post.txt", "23 soldiers", "23"),
    ]
    assert decision.readings[0].sentence == "The army said 5 soldiers were killed near the border."


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text(), st.text(), st.one_of(st.none(), st.dates()))
def test_what_is_written_is_read_back(story: str, subject: str, reason: str, until: date | None) -> None:
    decision = Decision(Standing.ACCEPTED, story, "d-1", subject, reason, "number", until)
    text = write_decisions([decision])
    tomllib.loads(text)
    (read,) = parse_decisions(text, "file")
    if all(c < "\ud800" or c > "\udfff" for c in story + subject + reason):
        assert read == decision


def test_order_of_writing_does_not_matter() -> None:
    both = [accepted("d-2"), accepted("d-1")]
    assert write_decisions(both) == write_decisions(reversed(both))


def test_a_new_decision_replaces_the_old_one_on_the_same_finding() -> None:
    rejected = decide(Standing.REJECTED, COMPARED, soldiers(STORY), "no")
    assert with_decision([accepted()], rejected) == (rejected,)


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD",
        "[[accepted]]\nid = 'd-1'",
        "accepted = 3",
        "accepted = [3]",
        '[[accepted]]\nid="d"\nstory="s"\nreason="r"\nuntil="2030-01-01"',
        '[[rejected]]\nid="d"\nstory="s"\nreason="r"\nreadings=[{source="a"}]',
    ],
)
def test_a_broken_file_is_a_usage_error_that_names_it(text: str) -> None:
    with pytest.raises(UsageError, match=r"divergence\.accepted\.toml"):
        parse_decisions(text, "divergence.accepted.toml")


def test_expired_and_stale_decisions_are_told() -> None:
    today = date(2030, 1, 2)
    lines = remarks([accepted(until=date(2030, 1, 1)), accepted("d-gone"), accepted()], [COMPARED], today)
    assert [("expired" in line, "matches nothing" in line) for line in lines] == [(True, False), (False, True)]


def test_a_decision_on_a_story_that_was_not_compared_is_not_called_stale() -> None:
    assert remarks([accepted("d-gone")], [], date(2030, 1, 1)) == ()


def test_the_last_day_still_counts() -> None:
    assert accepted(until=date(2030, 1, 1)).holds(date(2030, 1, 1))
    assert not accepted(until=date(2030, 1, 1)).holds(date(2030, 1, 2))


def test_a_decision_is_stale_only_where_its_own_finding_is_gone() -> None:
    assert remarks([accepted()], [COMPARED], date(2030, 1, 1)) == ()
    (line,) = remarks([accepted("d-gone")], [COMPARED], date(2030, 1, 1))
    assert "d-gone" in line


def test_evidence_names_the_file_alone() -> None:
    rejected = decide(Standing.REJECTED, COMPARED, soldiers(STORY), "no")
    assert {e.source for e in rejected.readings} == {a.path.rsplit("/", 1)[-1] for a in STORY.articles}

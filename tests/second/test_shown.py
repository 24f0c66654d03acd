"""Who found a finding, and what the model rejects, in every form of the report."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
from second.scripted import ALARM, asks_about, claim, model, second, story

from divergence.cli.console import Console
from divergence.cli.listing import list_story
from divergence.model.comparison import Comparison, Verdict
from divergence.pipeline import compare
from divergence.report import render
from divergence.report.wording import reach, read_words
from divergence.second.reading import ModelTask, read_second

BY_RULES, BY_MODEL = "found by the rules", "found by a language model"
BY_BOTH = "found by the rules and a language model"
WORKERS = claim(("A", "Twelve workers were injured", "12"), ("B", "Nineteen workers were injured", "19"), kind="number")


@pytest.fixture(scope="module")
def rules() -> Comparison:
    found = compare(story())
    assert [d.verdict for d in found.divergences] == [Verdict.CONFLICT]
    return replace(found, divergences=tuple(replace(d, confidence=0.6) for d in found.divergences))


@pytest.fixture(scope="module")
def shared(rules: Comparison) -> Comparison:
    """One finding of both readings, one of the model alone."""
    return read_second(rules, second(model(ALARM, WORKERS)))


@pytest.fixture(scope="module")
def rejected(rules: Comparison) -> Comparison:
    """The rules' one finding, which the blind check calls no conflict."""
    return read_second(rules, second(model(judge=_rejects)))


def _rejects(block: str) -> str:
    return "different facts" if asks_about(block, "Twelve", "Nineteen") else "conflict"


def written(comparison: Comparison, form: str) -> str:
    """A report as its reader sees it, white space folded."""
    data = render(comparison, form)
    if form == "pdf":
        return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(data)).pages).split())
    return " ".join(data.decode().split())


@pytest.mark.parametrize("form", ["html", "pdf", "markdown", "text"])
def test_who_found_it_is_told(shared: Comparison, form: str) -> None:
    text = written(shared, form).casefold()
    assert BY_BOTH in text
    assert BY_MODEL in text


@pytest.mark.parametrize("form", ["html", "pdf", "markdown", "text"])
def test_the_method_tells_what_the_model_had_to_do_with_it(shared: Comparison, form: str) -> None:
    text = written(shared, form)
    assert "A language model (scripted) read the same articles." in text
    assert "by the rules alone: 0; by the model alone: 1; by both: 1." in text
    assert "Quotations that it gave: 4; found word for word: 4" in text


REACH, SECOND, UNMEASURED = "two of three flags are right", "four of five flags are right", "has not been measured"
SAYING = ["html", "pdf", "markdown", "text", "json", "sarif", "junit"]


@pytest.mark.parametrize("form", SAYING)
def test_the_reach_told_is_that_of_the_readings_made(rules: Comparison, shared: Comparison, form: str) -> None:
    alone, both = written(rules, form), written(shared, form)
    assert (REACH in alone, SECOND in alone) == (True, False)
    assert (REACH in both, SECOND in both) == (False, True)
    assert "Other models have not been measured." in both


@pytest.mark.parametrize("form", SAYING)
def test_the_reach_of_another_second_reading_is_not_told_as_measured(rules: Comparison, form: str) -> None:
    pairs = second(model())
    pairs.task = ModelTask.PAIRS
    for reading in (second(None), pairs):
        text = written(read_second(rules, reading), form)
        assert (REACH in text, SECOND in text) == (True, False)
        assert UNMEASURED in text


def test_a_check_of_several_stories_tells_a_reach_that_all_of_them_have() -> None:
    words = read_words()
    assert REACH in reach(words, [None, None])
    assert SECOND in reach(words, [True, True])
    assert UNMEASURED not in reach(words, [None, None]) + reach(words, [True])
    for mixed in ([True, False], [True, None], [False, None], [False]):
        assert SECOND not in reach(words, mixed)
        assert UNMEASURED in reach(words, mixed)


def test_the_page_filters_by_who_found_it_where_a_model_was_asked(rules: Comparison, shared: Comparison) -> None:
    page = written(shared, "html")
    assert 'name="finder"' in page
    assert {'data-finder="model"', 'data-finder="both"'} <= set(re.findall(r'data-finder="\w+"', page))
    assert "finder" not in re.sub(r"<(script|style).*?</\1>", "", written(rules, "html"))


@pytest.mark.parametrize("form", ["html", "pdf", "markdown", "text"])
def test_what_the_model_rejects_is_listed_with_its_reason(rejected: Comparison, form: str) -> None:
    text = written(rejected, form)
    assert "Also looked at, not flagged" in text
    assert "Moved down: a language model that read the articles does not report it." in text
    assert "calls it different facts" in text
    assert "1 disagreement" not in text


@pytest.mark.parametrize("form", ["html", "pdf", "markdown", "text", "json", "csv"])
def test_without_a_model_no_report_speaks_of_one(rules: Comparison, form: str) -> None:
    text = written(rules, form)
    assert "language model" not in text
    assert "found by" not in text
    assert form == "csv" or "found_by" not in text  # a table has all its columns


def _listed(comparison: Comparison) -> str:
    out = io.StringIO()
    list_story(comparison, [], Console(out, io.StringIO()))
    return out.getvalue()


def test_the_terminal_tells_both(rules: Comparison, shared: Comparison, rejected: Comparison) -> None:
    assert BY_BOTH in _listed(shared)
    assert BY_MODEL in _listed(shared)
    assert "not flagged: " in _listed(rejected)
    assert "calls it different facts" in _listed(rejected)
    assert "model" not in _listed(rules)


def test_a_claim_too_unsure_to_flag_is_a_lead_with_its_confidence(rules: Comparison) -> None:
    found = read_second(rules, second(model({**ALARM, "confidence": 0.02}, judge=_doubts)))
    (lead,) = (d for d in found.divergences if d.found_by == ("model",))
    assert lead.verdict is Verdict.LEAD
    assert lead.why[0] == f"Its confidence, {lead.confidence:.2f}, is below 0.5."
    assert "1 lead of the model" in _listed(found)


def _doubts(block: str) -> str:
    return "compatible" if "on his round" in block else "conflict"


@pytest.mark.parametrize(("explained_by", "told"), [("time", "a later state"), ("scope", "another scope")])
def test_what_may_explain_a_difference_is_told(rules: Comparison, explained_by: str, told: str) -> None:
    found = read_second(rules, second(model({**ALARM, "explained_by": explained_by})))
    (added,) = (d for d in found.divergences if d.found_by == ("model",))
    assert any(told in reason for reason in added.why)

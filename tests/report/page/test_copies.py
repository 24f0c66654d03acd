"""Near copies are one witness wherever sources are shown or counted."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from divergence.cli.console import Console
from divergence.cli.listing import list_story
from divergence.model.comparison import Agreement, Comparison, Divergence, Reading, Relation, Severity, Verdict
from divergence.model.fact import Hedge, Kind, Mention, Slot
from divergence.model.text import Span, Story
from divergence.report import render
from divergence.report.page.view import prepare

WIRE = "The ferry {} left the harbour at dawn and struck the northern pier while the pilot was still on the bridge."
OWN = "A pier was hit on Friday; nine people who stood there were taken away by boat, the port office told us."


def mention(story: Story, index: int, word: str) -> Mention:
    article = story.articles[index]
    start = article.text.index(word)
    return Mention(
        Kind.NUMBER, Span(article.id, start, start + len(word)), word, word, Hedge.EXACTLY, Slot(),
        Span(article.id, *article.paragraphs[0]), 0, "test",
    )  # fmt: skip


@pytest.fixture
def wire(story: Callable[..., Story]) -> Comparison:
    """A wire text, another telling, and a copy of the wire text: A and C are one witness."""
    made = story(WIRE.format("slowly"), OWN, WIRE.format("slowly"))
    both = Reading("northern", (mention(made, 0, "northern"), mention(made, 2, "northern")))
    other = Reading("Friday", (mention(made, 1, "Friday"),))
    found = Divergence(
        "d-1", Kind.PLACE, "pier", Verdict.CONFLICT, Relation.CONFLICTS, Severity.HIGH, 0.9, (), (both, other), ()
    )
    agreed = Agreement(Kind.PLACE, "pier", both, ())
    return Comparison(made, (found,), (agreed,), (), (), (), ())


def test_the_matrix_has_a_copy_beside_its_text(wire: Comparison) -> None:
    report = prepare(wire)
    assert [source.id for source in report.columns] == ["A", "C", "B"]
    assert [[said.value for said in cell] for cell in report.matrix[0].cells] == [
        ["northern"],
        ["northern"],
        ["Friday"],
    ]
    page = render(wire, "html").decode()
    assert page.index('href="#s-3">C</a>', page.index('class="matrix"')) < page.index('href="#s-2">B</a>')


@pytest.mark.parametrize("name", ["html", "text", "markdown"])
def test_values_of_copies_alone_are_told_to_have_one_text(wire: Comparison, name: str) -> None:
    text = " ".join(render(wire, name).decode().split())
    assert "3 articles from 2 independent texts" in text
    assert "(one text)" in text


def test_an_agreement_of_copies_alone_is_told_to_have_one_text(wire: Comparison) -> None:
    page = render(wire, "html").decode()
    assert "(one text)</summary>" in page[page.index('id="agreement"') :]


def test_the_command_line_counts_texts(wire: Comparison) -> None:
    out = io.StringIO()
    list_story(wire, (), Console(out, io.StringIO()))
    assert out.getvalue().startswith("story: 3 articles from 2 independent texts, 1 disagreement")

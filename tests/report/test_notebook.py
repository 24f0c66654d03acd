"""What a notebook and a debugger show of a comparison."""

from __future__ import annotations

from hostile_comparison import OWN, harmless, hostile
from page_shape import shape

from divergence.model.comparison import Comparison


def test_the_representation_is_one_short_line(comparison: Comparison) -> None:
    assert repr(comparison) == "<Comparison of 'aurelia-fire': 6 articles, 7 disagreements, 2 of high severity>"


def test_a_notebook_shows_the_findings_with_values_sources_and_sentences(comparison: Comparison) -> None:
    page = comparison._repr_html_()
    for divergence in comparison.divergences[:7]:
        assert divergence.id in page
    for words in ("7 disagreements", "The Harbour Post", "Fourteen", "after fire on Selmar night ferry"):
        assert words in page
    assert len(page) < 40_000


def test_no_text_of_an_article_becomes_markup_in_a_notebook() -> None:
    shapes = [shape(made(OWN)._repr_html_().encode("utf-8", "replace")) for made in (hostile, harmless)]
    assert shapes[0] == shapes[1]

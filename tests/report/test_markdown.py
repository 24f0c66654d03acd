from __future__ import annotations

import re
from dataclasses import replace

import pytest
from made_comparison import make_comparison
from markdown_it import MarkdownIt

from divergence.model.comparison import Comparison, Reading
from divergence.report import render
from divergence.report.markdown import escape

HOSTILE = (
    "[click](javascript:alert(1))", "![x](https://evil.example/pixel.png)", "<img src=x onerror=alert(1)>", "`code`",
    "**bold** _it_ ~~no~~", "a | b | c", "# heading", "https://evil.example www.evil.example",
    "@everyone #12 GH-3 org/x#4",
    "<!-- hidden -->", "&lt;b&gt; &#60;", "$x^2$", "</details>", "\\", "line\nbreak\n\n# new", "[^1]", "- [ ] task",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_article_text_stays_text(text: str) -> None:
    """Rendered again as Markdown it gives its own characters, and no element but the paragraph."""
    parser = MarkdownIt("gfm-like", {"linkify": False})
    html = parser.render("x " + escape(text.replace("\n", " ")))
    assert re.findall(r"</?(\w+)", html) == ["p", "p"]


def test_no_mention_reference_or_address_is_left() -> None:
    escaped = escape(" ".join(HOSTILE))
    assert not re.search(r"@\w|#\w|https?://|www\.|GH-\d", escaped)


def test_hostile_values_change_no_structure(comparison: Comparison) -> None:
    parser = MarkdownIt("gfm-like", {"linkify": False})
    first = comparison.divergences[0]

    def shape(text: str) -> list[str]:
        readings = tuple(Reading(text, r.mentions) for r in first.readings)
        made = replace(first, subject=text, why=(text,), readings=readings)
        story = replace(comparison.story, title=text)
        return [
            f"{token.type} {len(token.children or ())}" if token.type != "inline" else "inline"
            for token in parser.parse(
                render(replace(comparison, divergences=(made,), story=story), "markdown").decode()
            )
        ]

    assert {text for text in HOSTILE if shape(text) != shape("plain")} == set()


def test_the_table_names_every_source(comparison: Comparison) -> None:
    text = render(make_comparison(), "markdown").decode()
    row = next(line for line in text.splitlines() if line.startswith("| people killed"))
    assert "<strong>17</strong> Nordkyst Dagblad" in row
    assert row.count("|") == 5

"""Pages made harmless: few attributes, few tags, and no depth that a parser cannot follow."""

from __future__ import annotations

import pytest

from divergence.ingest import page_guard
from divergence.ingest.page_guard import DEEPEST, MOST_ATTRIBUTES, flattened, harmless, visible


def nested(depth: int, inside: str = "text") -> str:
    return "<div>" * depth + inside + "</div>" * depth


@pytest.mark.parametrize("depth", [1, DEEPEST])
def test_a_page_of_usual_depth_stays_as_it_is(depth: int) -> None:
    assert flattened(nested(depth)) == nested(depth)


def test_deeper_tags_are_line_breaks() -> None:
    assert flattened(nested(DEEPEST + 2)) == nested(DEEPEST, "<br><br>" * 2 + "text" + "<br><br>" * 2)


def test_closing_tags_of_nothing_make_no_page_less_deep() -> None:
    assert flattened("</b></b>" + nested(DEEPEST + 1)) == "</b></b>" + nested(DEEPEST, "<br><br>text<br><br>")


@pytest.mark.parametrize("void", ["<br>", "<img src=x>", "<IMG>", "<x/>"])
def test_an_element_without_an_end_opens_nothing(void: str) -> None:
    assert flattened(nested(DEEPEST, void)) == nested(DEEPEST, void)
    assert flattened(nested(DEEPEST + 1, void)) == nested(DEEPEST, f"<br><br><br>{'<br><br>'}")


@pytest.mark.parametrize(("count", "kept"), [(MOST_ATTRIBUTES, True), (MOST_ATTRIBUTES + 1, False)])
def test_a_tag_of_too_many_attributes_loses_them(count: int, kept: bool) -> None:
    tag = f"<p {' '.join('a=1' for _ in range(count))}>"
    assert harmless(tag) == (tag if kept else "<p>")


@pytest.mark.parametrize(("tags", "read"), [(4, True), (5, False)])
def test_a_page_of_too_many_tags_is_none(monkeypatch: pytest.MonkeyPatch, tags: int, read: bool) -> None:
    monkeypatch.setattr(page_guard, "MOST_TAGS", 4)
    assert (harmless("<p>" * tags) is not None) is read


def test_a_declaration_and_zero_bytes_go() -> None:
    assert harmless('<?xml version="1.0"?><p>a\0b</p>') == "<p>a\ufffdb</p>"


def test_what_shows_is_the_text_between_the_tags() -> None:
    assert visible("<head><title>T</title></head><p>One <b>two</b></p><script>x</script> three <style>y") == (
        "One two three"
    )

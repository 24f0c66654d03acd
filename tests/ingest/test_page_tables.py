"""Tables by which a page is laid out become boxes; tables of values stay."""

from __future__ import annotations

import pytest

from divergence.ingest.page_tables import without_layout_tables

SENTENCE = "Nine people were hurt when the old mill by the harbour burnt."
PARAGRAPH = f"{SENTENCE} {'The fire spread fast and nobody could stop it there. ' * 6}"


def table(*rows: str, opening: str = "<table>") -> str:
    return opening + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def cells(*texts: str) -> str:
    return "".join(f"<td>{text}</td>" for text in texts)


@pytest.mark.parametrize(
    ("page", "layout"),
    [
        # what says so
        (table(cells("a", "b"), opening='<table role="presentation">'), True),
        (table(cells("a", "b"), opening="<table role = none>"), True),
        (table(cells("a", "b"), opening='<table role="grid">'), False),
        # a cell that is a column
        (table(cells("<p>a</p><p>b</p>", "c")), True),
        (table(cells("<p>a</p>", "c")), False),
        (table(cells("<h2>a</h2><p>b</p>", "c")), True),
        (table(cells("<div>a</div><br>b", "c")), False),
        (table(cells(f"{PARAGRAPH}<br>b<br>", "c")), True),
        (table(cells(f"{PARAGRAPH}<br>b", "c")), False),
        (table(cells("x" * 298 + "<br>y<br>", "c")), False),
        (table(cells("x" * 299 + "<br>y<br>", "c")), True),
        # rows of paragraphs
        (table(cells(SENTENCE), cells(SENTENCE)), True),
        (table(cells(SENTENCE, SENTENCE)), True),
        (table(cells(SENTENCE), cells("a")), True),
        (table(cells(SENTENCE, "a")), False),
        (table(cells(SENTENCE, ""), cells("&nbsp;", "a")), True),
        (table(cells("a"), cells("b")), False),
        (table(cells(SENTENCE.rstrip("."))), False),
        (table(cells(SENTENCE.rstrip(".") + "!”")), True),
        (table(cells("x" * 59 + ".")), True),
        (table(cells("x" * 58 + ".")), False),
        # never closed
        (f"<table><tr><td>{SENTENCE}</td>", True),
        ("<table><tr><td>a<td>b", False),
        ("<p>Nine died.</p>", False),
    ],
)
def test_a_table_of_layout(page: str, layout: bool) -> None:
    found = without_layout_tables(page)
    assert (found != page) is layout
    assert ("<table" in found) is (not layout and "<table" in page)
    assert found.count("<") == page.count("<")


def test_a_table_in_a_column_is_told_apart() -> None:
    inner = table(cells("a", "b"))
    found = without_layout_tables(table(cells(inner, "c")))
    assert found.count("<table>") == found.count("</table>") == 1
    assert inner in found


def test_boxes_keep_what_their_tags_say() -> None:
    page = table(cells("a"), opening='<TABLE role="none" class="x">')
    assert without_layout_tables(page) == '<div role="none" class="x"><div><div>a</div></div></div>'


def test_cells_outside_of_any_table_stay() -> None:
    assert without_layout_tables("<td>a</td></table>") == "<td>a</td></table>"

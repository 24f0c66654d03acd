"""Each finding beside its rivals in context: only who states it, disputed paragraphs level, the rest folded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_browser import RULES, Visit, violations, visit

TOLL, SECOND = "d-1f0c9a52", "d-77aa0b13"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, page_bytes: bytes) -> Path:
    path = tmp_path_factory.mktemp("context") / "report.html"
    path.write_bytes(page_bytes)
    return path


@pytest.fixture
def visited(browser: Any, path: Path) -> Iterator[Visit]:
    opened = visit(browser, path)
    yield opened
    opened.page.context.close()
    assert opened.trouble == []


def stated_by(page: Any, id: str) -> list[str]:
    return sorted(set(page.get_attribute(f"#{id}", "data-sources").split()))


def test_only_the_articles_that_state_it_stand_side_by_side_with_their_values_level(visited: Visit) -> None:
    page = visited.page
    for id in page.eval_on_selector_all("#disagreements .card", "cards => cards.map(c => c.id)"):
        page.evaluate(f"document.querySelector('#{id} [data-compare]').click()")
        assert page.locator("#context .head").count() == len(stated_by(page, id)), id
        tops = page.eval_on_selector_all("#context .level", "cells => cells.map(c => Math.round(c.offsetTop))")
        assert len(set(tops)) == 1, id
        marked = page.eval_on_selector_all(
            "#context .level", "cells => cells.map(c => c.querySelectorAll('.flag.own').length)"
        )
        assert all(marked), id
        page.keyboard.press("Escape")


def test_three_paragraphs_of_context_stay_open_and_the_rest_is_folded(visited: Visit) -> None:
    page = visited.page
    page.click(f"#{TOLL} [data-compare]")
    for column in ("before", "after"):
        open_ones = page.eval_on_selector_all(
            f"#context .{column}",
            "cells => cells.map(c => c.querySelectorAll(':scope > .text:not(:has(.own))').length)",
        )
        assert max(open_ones) <= 3
    shown = page.locator("#context .text").count()
    indices = stated_by(page, TOLL)
    total = sum(page.locator(f".aligned .cell.c{index} .text").count() for index in indices)
    assert shown == total, "nothing is lost, only folded"
    assert page.eval_on_selector_all("#context [id]", "nodes => nodes.map(n => n.id)") == ["context-h"]


def test_one_goes_on_decides_and_returns_to_where_one_was(visited: Visit) -> None:
    page = visited.page
    page.keyboard.press("j")
    page.keyboard.press("c")
    assert page.inner_text("#context-h").lower() == page.inner_text(f"#{TOLL} h3").lower()
    page.keyboard.press("a")
    assert page.inner_text("#context-h").lower() == page.inner_text(f"#{SECOND} h3").lower(), "the next one is shown"
    page.click("#context .judge [data-state=wrong]")
    assert "wrong finding" in page.inner_text("#context .judge .decided")
    page.keyboard.press("c")
    page.wait_for_timeout(50)
    assert not page.is_visible("#context")
    assert page.evaluate("document.activeElement.id") == SECOND
    assert page.is_visible(f"#{SECOND} .decided")
    assert page.locator("#disagreements form.decide").count() == 7, "every card has its buttons again"


def test_a_mark_in_the_context_leads_to_its_own_card(visited: Visit) -> None:
    page = visited.page
    page.click(f"#{TOLL} [data-compare]")
    target = page.locator("#context .flag:visible").first
    href = target.get_attribute("href")
    target.click()
    page.wait_for_timeout(400)
    assert not page.is_visible("#context")
    assert page.url.endswith(href)


def test_it_fits_a_phone_and_holds_to_the_rules(visited: Visit) -> None:
    page = visited.page
    page.click(f"#{TOLL} [data-compare]")
    assert violations(page, {"type": "tag", "values": RULES}) == []
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 390, "height": 844})
    page.click(f"#{TOLL} [data-compare]")
    assert page.evaluate("document.querySelector('#context .body').scrollWidth") <= 390
    assert page.locator("#context .level").nth(1).is_visible()
    assert violations(page, {"type": "rule", "values": ["color-contrast", "target-size"]}) == []

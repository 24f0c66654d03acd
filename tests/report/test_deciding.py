"""From opening the page to an exported set of decisions, and back into every report, without leaving the page."""

from __future__ import annotations

import io
import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from made_comparison import make_comparison
from test_browser import Visit, shown, visit

from divergence.model.comparison import Comparison
from divergence.model.decision import Decision, Ground, Standing, State
from divergence.report import render
from divergence.review.decisions import decide, parse_decisions, write_decisions

FIRST, SECOND, THIRD = "d-1f0c9a52", "d-77aa0b13", "d-90be44d1"


def decided() -> Comparison:
    """The ferry fire with one finding explained and one called wrong."""
    comparison = make_comparison()
    by_id = {d.id: d for d in comparison.divergences}
    explained = Decision(
        Standing.ACCEPTED, comparison.story.id, FIRST, "toll", "it <rose> all day", ground=Ground.TIME, who="M.K.",
        when=date(2025, 3, 6), until=date(2025, 12, 31),
    )  # fmt: skip
    wrong = replace(
        decide(Standing.REJECTED, comparison, by_id[SECOND], "other wards"), who="AB", when=date(2025, 3, 7)
    )
    return replace(comparison, decisions=(explained, wrong))


@pytest.mark.parametrize("name", ["html", "markdown", "text", "csv"])
def test_every_format_shows_what_was_decided_why_by_whom_and_when(name: str) -> None:
    text = render(decided(), name).decode("utf-8-sig").replace("&lt;", "<").replace("&gt;", ">")
    for words in ("other wards", "AB", "rose", "M.K.", "6 March 2025" if name != "csv" else "2025-03-06"):
        assert words in text
    assert "other wards" not in render(make_comparison(), name).decode()


def test_the_json_has_the_decisions_in_the_words_of_the_contract() -> None:
    assert json.loads(render(decided(), "json"))["decisions"][0] == {
        "id": FIRST, "state": "explained", "explained_by": "time", "reason": "it <rose> all day", "who": "M.K.",
        "when": "2025-03-06", "until": "2025-12-31",
    }  # fmt: skip


def test_the_briefing_has_the_decisions() -> None:
    document = pypdf.PdfReader(io.BytesIO(render(decided(), "pdf")))
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert "Decision of the desk: explained by time (M.K., 6 March 2025), until 31 December 2025: it <rose>" in text


def test_a_decision_on_another_story_is_not_shown() -> None:
    comparison = decided()
    others = tuple(replace(d, story="elsewhere") for d in comparison.decisions)
    assert "other wards" not in render(replace(comparison, decisions=others), "text").decode()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, page_bytes: bytes) -> Path:
    path = tmp_path_factory.mktemp("desk") / "report.html"
    path.write_bytes(page_bytes)
    return path


@pytest.fixture
def visited(browser: Any, path: Path) -> Iterator[Visit]:
    opened = visit(browser, path)
    yield opened
    opened.page.context.close()
    assert opened.trouble == []


def exported(page: Any, kind: str) -> str:
    with page.expect_download() as download:
        page.click(f"[data-export={kind}]")
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_a_desk_decides_by_keys_and_exports_what_the_command_line_reads(visited: Visit, comparison: Comparison) -> None:
    page = visited.page
    assert page.inner_text(".review output") == "7 of 7 left to decide"
    page.fill("[name=who]", "AB")
    page.locator("[name=who]").blur()
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.id") == SECOND, "it goes on to the next"
    page.keyboard.press("w")
    page.keyboard.press("k")
    page.keyboard.type("n")
    page.keyboard.type("two wards, “not” one \\ hall", delay=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == THIRD
    page.select_option(f"#{THIRD} [name=ground]", "scope")
    assert page.inner_text(".review output") == "4 of 7 left to decide"
    assert page.inner_text(".bar .left") == "4 of 7 left to decide"
    assert "explained by scope (AB, " in page.inner_text(f"#{THIRD} .decided")
    read = {d.id: d for d in parse_decisions(exported(page, "toml"), "page")}
    assert {id: d.state for id, d in read.items()} == {
        FIRST: State.CONFIRMED, SECOND: State.WRONG, THIRD: State.EXPLAINED
    }  # fmt: skip
    assert read[SECOND].reason == "two wards, “not” one \\ hall"
    assert {d.who for d in read.values()} == {"AB"}
    assert all(d.when for d in read.values())
    found = next(d for d in comparison.divergences if d.id == SECOND)
    assert read[SECOND].readings == decide(Standing.REJECTED, comparison, found, "").readings
    lines = [json.loads(line) for line in exported(page, "jsonl").splitlines()]
    assert [(line["id"], line["state"]) for line in lines] == [(id, str(d.state)) for id, d in sorted(read.items())]
    assert "two wards" in render(replace(comparison, decisions=tuple(read.values())), "html").decode()


def test_the_export_is_the_file_that_the_command_line_would_write(visited: Visit) -> None:
    page = visited.page
    page.click(f"#{SECOND} [data-state=wrong]")
    page.fill(f"#{SECOND} [name=reason]", "a \x7f b")
    text = exported(page, "toml")
    tomllib.loads(text)
    assert text == write_decisions(parse_decisions(text, "page"))


def test_decisions_stay_in_the_browser_and_can_be_taken_back(visited: Visit, path: Path) -> None:
    page = visited.page
    page.click(f"#{FIRST} [data-state=confirmed]")
    page.goto(path.as_uri())
    assert page.get_attribute(f"#{FIRST}", "data-state") == "confirmed"
    page.select_option("[name=state]", "open")
    assert FIRST not in shown(page)
    assert len(shown(page)) == 6
    page.select_option("[name=state]", "")
    page.focus(f"#{FIRST}")
    page.keyboard.press("u")
    assert page.inner_text(".review output") == "7 of 7 left to decide"
    page.goto(path.as_uri())
    assert page.inner_text(".review output") == "7 of 7 left to decide"


def test_a_page_made_with_the_file_starts_from_it(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(render(decided(), "html"))
    opened = visit(browser, path)
    page = opened.page
    assert page.inner_text(".review output") == "5 of 7 left to decide"
    assert page.inner_text(f"#{FIRST} .decided") == (
        "Decision of the desk: explained by time (M.K., 6 March 2025): it <rose> all day"
    )
    (first, _) = parse_decisions(exported(page, "toml"), "page")
    assert (first.ground, first.until, first.when) == (Ground.TIME, date(2025, 12, 31), date(2025, 3, 6))
    page.focus(f"#{FIRST}")
    page.keyboard.press("u")
    page.reload()
    assert page.inner_text(".review output") == "6 of 7 left to decide", "what is taken back stays so"
    page.context.close()
    assert opened.trouble == []


def test_a_finding_and_its_address_can_be_copied(visited: Visit) -> None:
    page = visited.page
    page.evaluate("navigator.clipboard.writeText = async text => { window.copied = text }")
    page.click(f"#{SECOND} [data-copy=link]")
    assert page.evaluate("window.copied").endswith(f"report.html#{SECOND}")
    page.click(f"#{FIRST} [data-copy=finding]")
    copied = page.evaluate("window.copied")
    assert "“Fourteen dead after fire on Selmar night ferry” (The Harbour Post, 4 March 2025" in copied
    assert "Nordkyst Dagblad" in copied
    assert FIRST in copied
    assert page.inner_text(f"#{FIRST} .permalink") == FIRST


def test_that_sources_are_missing_is_said_where_one_decides(visited: Visit, browser: Any, tmp_path: Path) -> None:
    assert not visited.page.is_visible(".incomplete")
    comparison = make_comparison()
    from divergence.model.text import Notice

    path = tmp_path / "report.html"
    path.write_bytes(render(replace(comparison, notices=(Notice("empty", "It is empty.", path="a.txt"),)), "html"))
    opened = visit(browser, path)
    assert opened.page.is_visible(".incomplete")
    opened.page.context.close()

"""All stories in one SQLite file: whole, written again in place, gone on with after a stop."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from divergence.cli import main
from divergence.report.store import KEYS, TABLES, _row


@pytest.fixture
def stories(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("bay", "cape")):
        folder = tmp_path / "input" / name
        folder.mkdir(parents=True)
        for file, count in (("a.txt", number + 2), ("b.txt", number + 20)):
            (folder / file).write_text(f"{count} soldiers were killed when a bridge fell at the {name} on Tuesday.\n")
    return tmp_path


def report(*more: str) -> int:
    return main(["report", "input", "--format", "json", "--out", "reports", "--store", "all.db", *more])


def asked(question: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect("all.db")) as connection:
        return connection.execute(question).fetchall()


def test_the_store_says_what_the_reports_say(stories: Path) -> None:
    assert report() == 0
    for name in ("bay", "cape"):
        told = json.loads((stories / "reports" / name / "report.json").read_text())
        rows = asked(
            f"SELECT finding, subject, verdict, confidence FROM findings WHERE story = '{name}' ORDER BY place"
        )
        assert rows == [(d["id"], d["subject"], d["verdict"], d["confidence"]) for d in told["divergences"]] != []
        texts = asked(f"SELECT article, text FROM articles WHERE story = '{name}' ORDER BY article")
        assert texts == [(a["id"], a["text"]) for a in told["articles"]]
        (first,) = told["divergences"]
        readings = asked(f"SELECT article, value, text FROM readings WHERE story = '{name}' ORDER BY place")
        assert readings == [(r["article"], r["value"], r["text"]) for r in first["readings"]]
    joined = (
        "SELECT f.story FROM findings f JOIN readings r USING (story, finding) JOIN articles a USING (story, article)"
    )
    assert len(asked(joined)) == 4


def test_a_story_is_written_again_in_its_place(stories: Path) -> None:
    assert report() == 0
    (stories / "input" / "bay" / "b.txt").write_text(
        "2 soldiers were killed when a bridge fell at the bay on Tuesday.\n"
    )
    assert main(["report", "input/bay", "--format", "json", "--out", "reports", "--store", "all.db"]) == 0
    assert asked("SELECT story, findings FROM stories ORDER BY story") == [("bay", 0), ("cape", 1)]
    assert asked("SELECT DISTINCT story FROM readings") == [("cape",)]


def test_a_decision_is_kept_beside_its_finding(stories: Path) -> None:
    assert report() == 0
    ((finding,),) = asked("SELECT finding FROM findings WHERE story = 'bay'")
    words = ["--reason", "They count other units.", "--explained-by", "scope", "--by", "AB"]
    assert main(["accept", f"bay/{finding}", *words]) == 0
    assert report() == 0
    rows = asked("SELECT story, finding, explained_by, reason, who FROM decisions")
    assert rows == [("bay", finding, "scope", "They count other units.", "AB")]


def test_a_store_that_was_lost_is_filled_again_by_a_run_that_goes_on(stories: Path) -> None:
    assert report("--resume") == 0
    before = asked("SELECT * FROM findings ORDER BY story")
    (stories / "all.db").unlink()
    assert report("--resume") == 0
    assert asked("SELECT * FROM findings ORDER BY story") == before
    done = (stories / "reports" / ".divergence-done.jsonl").read_text().splitlines()
    assert report("--resume") == 0
    assert (stories / "reports" / ".divergence-done.jsonl").read_text().splitlines() == done


def test_a_file_that_is_no_store_is_told(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (stories / "all.db").write_text("This is a letter, and no database at all.\n" * 40)
    assert report() == 3
    assert "The store all.db cannot be written" in capsys.readouterr().err


def test_a_lone_surrogate_is_kept_as_its_code() -> None:
    assert _row({"story": "bay", "title": "A \ud800 bridge"}, "stories") == (
        "bay",
        "A \\ud800 bridge",
        None,
        None,
        None,
    )


def test_every_table_names_its_rows() -> None:
    assert KEYS.keys() == TABLES.keys()
    assert all(columns[0] == "story" for columns in TABLES.values())

"""What another program pipes in, in place of a file."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from divergence.cli import main
from divergence.cli.piped import ending_of

TOLD = "The ferry Alda ran onto a reef off Corvo on Monday night and 19 people were hurt, the harbour master said."
ANOTHER = TOLD.replace("19", "23")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.chdir(tmp_path)
    return monkeypatch


def pipe(here: pytest.MonkeyPatch, data: str) -> None:
    here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))


def test_facts_of_what_is_piped_in(here: pytest.MonkeyPatch) -> None:
    pipe(here, f"{TOLD}\n")
    assert main(["facts", "-", "--json", "facts.json"]) == 0
    (article,) = json.loads(Path("facts.json").read_text())["articles"]
    assert article["path"] == "standard-input/standard-input.txt"
    assert "19 people" in [m["text"] for m in article["mentions"]]


def test_articles_in_an_export_that_is_piped_in_are_compared(here: pytest.MonkeyPatch) -> None:
    pipe(
        here, "\n".join(json.dumps({"text": text, "source": name}) for text, name in ((TOLD, "Sun"), (ANOTHER, "Post")))
    )
    assert main(["report", "-", "--json", "report.json"]) == 0
    report = json.loads(Path("report.json").read_text())
    assert [a["source"] for a in report["articles"]] == ["Sun", "Post"]
    assert {r["value"] for d in report["divergences"] for r in d["readings"]} >= {"19", "23"}


def test_loose_articles_that_are_piped_in_are_grouped(here: pytest.MonkeyPatch) -> None:
    pipe(here, "\n".join(json.dumps({"text": text}) for text in (TOLD, ANOTHER)))
    assert main(["group", "-", "--out", "stories"]) == 0
    assert len(list(Path("stories").glob("*/*.txt"))) == 2


def test_a_dash_stands_alone(here: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(TOLD)
    pipe(here, TOLD)
    assert main(["report", "-", "a.txt"]) == 2
    assert "must stand alone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("start", "ending"),
    [
        (b"%PDF-1.7\n", ".pdf"),
        (b"PK\x03\x04", ".docx"),
        (b"PAR1\x15\x04", ".parquet"),
        (b"PAR1S is a town", ".txt"),
        (b"WARC/1.1\r\n", ".warc"),
        (b"\x1f\x8b\x08", ".warc.gz"),
        (b'\n{"text": "a"}', ".jsonl"),
        (b"From anna@example.org Mon Jan 1", ".mbox"),
        (b"From: Anna <a@example.org>\nSubject: A reef\n\nThe ferry", ".eml"),
        (b"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", ".mhtml"),
        (b"<?xml version='1.0'?>\n<rss>", ".xml"),
        (b"\xef\xbb\xbf<!DOCTYPE html>", ".html"),
        (b"<!-- saved --><html lang=en>", ".html"),
        (b"Corvo: a ferry\nAlda: the name", ".txt"),
        (b"Date: Monday\nSource: The Sun\n\nA ferry", ".txt"),
        (b"<b>A ferry</b> ran", ".txt"),
        (b"{a reef}", ".txt"),
        (b"", ".txt"),
    ],
)
def test_what_has_no_name_is_told_by_its_beginning(start: bytes, ending: str) -> None:
    assert ending_of(start) == ending

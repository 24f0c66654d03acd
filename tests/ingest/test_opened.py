"""Files of several articles in a story."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from divergence.ingest.opened import MOST_TOGETHER
from divergence.ingest.readers import READERS, reader_for
from divergence.ingest.story import load_story


def row(text: str, **more: str) -> str:
    return json.dumps({"text": text, **more})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "ferry"
    place.mkdir()
    (place / "a.txt").write_text("Nineteen people were hurt.")
    rows = [row("Twenty were hurt.", source="Star"), row(""), row("Two died.", source="Sun"), row("Two died.")]
    (place / "b.jsonl").write_text("\n".join(rows))
    return place


def test_each_entry_is_an_article_with_its_place_in_the_file(folder: Path) -> None:
    story = load_story(folder)
    assert [(a.id, a.place, a.source) for a in story.articles] == [
        ("A", "ferry/a.txt", None),
        ("B", "ferry/b.jsonl#1", "Star"),
        ("C", "ferry/b.jsonl#3", "Sun"),
        ("D", "ferry/b.jsonl#4", None),
    ]
    assert [(n.code, n.path, n.message) for n in story.notices] == [
        ("empty", "ferry/b.jsonl", "ferry/b.jsonl#2 holds no text.")
    ]
    assert story.articles[3].label == "b.jsonl#4"


def test_entries_that_are_the_same_are_told(folder: Path) -> None:
    (folder / "b.jsonl").write_text("\n".join([row("Two died."), row("Two died.")]))
    (told,) = [n.message for n in load_story(folder).notices if n.code == "duplicate"]
    assert told.startswith("ferry/b.jsonl#2 is the same text as ferry/b.jsonl#1")


def test_the_story_file_speaks_of_one_entry_or_of_the_whole_file_and_names_columns(folder: Path) -> None:
    (folder / "b.jsonl").write_text("\n".join(json.dumps({"words": f"{n} died."}) for n in range(2)))
    (folder / "story.toml").write_text(
        '[columns]\ntext = "words"\n[[article]]\nfile = "b.jsonl"\nsource = "Star"\n'
        '[[article]]\nfile = "b.jsonl#2"\nsource = "Sun"\n'
    )
    story = load_story(folder)
    assert [a.source for a in story.articles] == [None, "Star", "Sun"]
    assert story.notices == ()


def test_an_archive_is_no_story(folder: Path) -> None:
    (folder / "b.jsonl").write_text("\n".join(row(f"{n} died.") for n in range(MOST_TOGETHER + 1)))
    story = load_story(folder)
    assert len(story.articles) == 1 + MOST_TOGETHER
    assert [n.code for n in story.notices if "divergence group" in n.message] == ["too-large"]


@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("a.TXT", "text"), ("a.mht", "mhtml"), ("a.docx", "docx"), ("a.pdf", "pdf"), ("a.eml", "eml"),
        ("a.mbox", "mbox"), ("a.atom", "feed"), ("a.ndjson", "jsonl"), ("a.tsv", "csv"), ("a.warc.gz", "warc"),
        ("a.wacz", "warc"), ("a.gz", None), (".txt", None), ("pdf", None),
    ],
)  # fmt: skip
def test_endings(name: str, reader: str | None) -> None:
    found = reader_for(Path(name))
    assert (found.name if found else None) == reader


def test_the_hook_for_commits_looks_at_every_kind_of_article() -> None:
    root = Path(__file__).resolve().parents[2]
    pattern = re.compile(re.search(r"files: (.+)", (root / ".pre-commit-hooks.yaml").read_text())[1])  # type: ignore[index]
    endings = [ending for reader in READERS for ending in reader.extensions]
    assert [ending for ending in endings if not pattern.search(f"stories/flood/a{ending}")] == []

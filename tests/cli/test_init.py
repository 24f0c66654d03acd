"""``divergence init``: what is found stands in the story's own file, and no report changes by it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import divergence
from divergence.model.text import Article

Run = Callable[..., tuple[int, str, str]]

FERRY = {
    "a.txt": "Ferry burns off the cape\n\nSeven crew were rescued on Monday.\n\n"
    "Published in The Harbour News, May 4th, 2031\n",
    "b.md": '---\nsource: Cape "Daily"\npublished: 2031-05-05 07:30\n---\n# Ferry fire\n\nNine crew were rescued.\n',
    "c.html": "<html><head><title>Fire at sea</title><meta property='og:site_name' content='Sea Post'>"
    "<meta property='article:published_time' content='2031-05-05T06:00:00+02:00'>"
    "<link rel='canonical' href='https://seapost.example/fire'></head><body><article><h1>Fire at sea</h1>"
    + "<p>Nine members of the crew were rescued from the burning ferry, the coast guard said on Monday.</p>" * 3
    + "</article></body></html>",
}


@pytest.fixture
def ferry(run: Run) -> Path:
    folder = Path("input/ferry-fire")
    folder.mkdir(parents=True)
    for name, text in FERRY.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def stated(folder: Path) -> dict[str, dict[str, object]]:
    return {e["file"]: e for e in tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))["article"]}


def test_what_files_state_is_stated_and_what_was_inferred_is_to_be_checked(ferry: Path, run: Run) -> None:
    assert run("init", str(ferry)) == (0, f"{ferry.absolute() / 'story.toml'}: 3 articles\n", "")
    text = (ferry / "story.toml").read_text(encoding="utf-8")
    told = stated(ferry)
    assert list(told) == ["a.txt", "b.md", "c.html"]
    assert told["a.txt"] == {"file": "a.txt"}
    assert '# source = "Harbour News"  # taken from the text: check it' in text
    assert "# published = 2031-05-04  # taken from the text: check it" in text
    assert told["b.md"]["source"] == 'Cape "Daily"'
    assert told["c.html"]["url"] == "https://seapost.example/fire"
    assert text.count('# url = ""\n') == 2, "blanks to fill"
    assert '# title = "Ferry fire"\n' in text


def test_every_blank_can_be_taken_at_its_word(ferry: Path, run: Run) -> None:
    run("init", str(ferry))
    file = ferry / "story.toml"
    lines = file.read_text(encoding="utf-8").splitlines()[2:]
    file.write_text("\n".join(line.removeprefix("# ") for line in lines if not line.endswith('""')), encoding="utf-8")
    story = divergence.load_story(ferry)
    assert story.title == "Ferry fire"
    assert [article.inferred for article in story.articles] == [(), (), ()]
    assert story.articles[0].source == "Harbour News"


def test_no_report_changes_by_a_new_file(ferry: Path, run: Run) -> None:
    before = divergence.load_story(ferry)
    assert run("init", str(ferry))[0] == 0
    assert divergence.load_story(ferry) == before


def test_a_file_that_is_there_is_never_changed(ferry: Path, run: Run) -> None:
    (ferry / "story.toml").write_text('title = "Ours"\n')
    status, out, err = run("init", "input")
    assert (status, out) == (3, "")
    assert "already exists and was left as it is" in err
    assert (ferry / "story.toml").read_text() == 'title = "Ours"\n'


def test_a_link_in_its_place_is_not_followed(ferry: Path, run: Run) -> None:
    os.symlink("elsewhere.toml", ferry / "story.toml")
    assert run("init", str(ferry))[0] == 3
    assert not (ferry / "elsewhere.toml").exists()


def test_a_file_beside_the_articles_counts_as_there(run: Run) -> None:
    folder = Path("input/flood/articles")
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Three bridges fell.\n")
    (folder / "story.toml").write_text('title = "Ours"\n')
    assert run("init", "input/flood")[0] == 3
    assert not Path("input/flood/story.toml").exists()


def test_articles_in_a_folder_of_their_own_are_named_from_the_story_s(run: Run) -> None:
    folder = Path("input/flood/articles")
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("Three bridges fell.\n")
    assert run("init", "input/flood")[0] == 0
    assert list(stated(folder.parent)) == ["articles/a.txt"]
    assert divergence.load_story(folder.parent).notices == ()


def test_a_lost_file_and_a_story_without_articles_are_told(ferry: Path, run: Run) -> None:
    (ferry / "d.txt").write_bytes(b"\0\1\2" * 400)
    Path("input/void").mkdir()
    Path("input/void/a.txt").write_text("\n")
    status, out, err = run("init", "input")
    assert status == 3
    assert "3 articles" in out
    assert "d.txt" in err
    assert "void" in err
    assert not Path("input/void/story.toml").exists()


def test_a_file_is_no_folder(ferry: Path, run: Run) -> None:
    status, _, err = run("init", str(ferry / "a.txt"))
    assert status == 2
    assert "is not a folder" in err


def test_hostile_words_of_an_article_stay_text(article: Callable[..., Article]) -> None:
    from divergence.cli.init import draft

    named = [("a.txt", article("One.", source='"\n[[article]]\nfile = "x', url="https://e.example/\x7f\u2028"))]
    (entry,) = tomllib.loads(draft('"""\n', named))["article"]
    assert entry["source"] == '"\n[[article]]\nfile = "x'

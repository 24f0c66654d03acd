"""``divergence group``: folders of stories out of loose articles."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from divergence.cli import main
from divergence.cli.kept import NAME
from divergence.ingest.story import load_story

Run = Callable[..., tuple[int, str, str]]

FERRY = (
    "The ferry Alda ran onto a reef off Corvo on Monday night and 19 people were hurt, harbour master Ann Oakley said. "
    "Divers searched the cabins of the Alda until dawn.",
    "Nineteen passengers of the ferry Alda were hurt when it struck the reef near Corvo, said Ann Oakley, the harbour "
    "master. The Alda carried 212 people on Monday night.",
    "Divers searched the ferry Alda on Tuesday after it ran onto the reef off Corvo. Harbour master Ann Oakley counted "
    "20 hurt passengers and no dead.",
)
BUDGET = (
    "Parliament passed the budget of Minister Paul Renn by 61 votes to 58 on Monday. The tax on fuel rises by two "
    "per cent, and schools get more money.",
    "The budget that Minister Paul Renn proposed was passed in parliament by 61 votes to 58. Fuel tax will rise, and "
    "the schools of the country get more money.",
)
CLOCKS = "The museum of Tarn opened a hall of clocks. Their makers came from eleven towns along the river Ems."


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of text files with an export beside them."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.txt", FERRY[0]), ("b.txt", BUDGET[0]), ("c.txt", CLOCKS)):
        (folder / name).write_text(f"{text}\n")
    rows = [
        {"story": FERRY[1], "outlet": "Post", "date": "2026-03-03", "title": "Ferry hits reef"},
        {"story": BUDGET[1], "outlet": "Sun", "date": "2026-03-03"},
    ]
    (folder / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)))
    return folder


def tree(top: Path) -> dict[str, list[str]]:
    return {f.name: sorted(p.name for p in f.iterdir()) for f in sorted(top.iterdir()) if f.is_dir()}


def account(top: Path) -> Any:
    return json.loads((top / "grouping.json").read_text())


def go(*more: str) -> int:
    return main(["group", "in", "--out", "stories", "--columns", "text=story", "--quiet", *more])


def test_articles_are_put_into_folders_of_stories(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert go() == 0
    assert tree(Path("stories")) == {
        ".alone": ["c.txt", "story.toml"],
        "2026-03-03-the-budget-that-minister-paul-renn-proposed-was": ["b.txt", "story.toml", "wire-2.txt"],
        "2026-03-03-ferry-hits-reef": ["a.txt", "story.toml", "wire-1.txt"],
    } or sorted(tree(Path("stories")).values()) == [
        ["a.txt", "story.toml", "wire-1.txt"],
        ["b.txt", "story.toml", "wire-2.txt"],
        ["c.txt", "story.toml"],
    ]
    assert "4 articles put into 2 stories, 2 of them new" in capsys.readouterr().out
    assert sorted(p.name for p in sources.iterdir()) == ["a.txt", "b.txt", "c.txt", "wire.jsonl"]


def place_of(name: str) -> Path:
    return next(Path("stories").glob(f"*/{name}")).parent


def test_what_is_known_of_an_article_goes_with_it(sources: Path) -> None:
    go()
    read = {article.path.rsplit("/", 1)[-1]: article for article in load_story(place_of("wire-1.txt")).articles}
    assert (read["wire-1.txt"].source, read["wire-1.txt"].published) == ("Post", "2026-03-03")
    assert (read["wire-1.txt"].title, FERRY[1] in read["wire-1.txt"].text) == ("Ferry hits reef", True)
    assert load_story(place_of("wire-1.txt")).notices == ()


def test_the_account_tells_why_and_where_from(sources: Path) -> None:
    go()
    data = account(Path("stories"))
    (told,) = [a for articles in data["stories"].values() for a in articles if a["file"] == "wire-1.txt"]
    assert told["origin"] == "in/wire.jsonl#1"
    assert "alda" in told["why"]
    assert "in/a.txt" in told["why"]
    assert [lone["origin"] for lone in data["alone"]] == ["in/c.txt"]


def test_a_second_run_changes_nothing(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    go()
    files = {path: path.read_bytes() for path in Path("stories").rglob("*") if path.is_file()}
    capsys.readouterr()
    assert go() == 0
    said = capsys.readouterr().out
    assert "0 articles put into 0 stories" in said
    assert "5 articles were there already" in said
    after = {path: path.read_bytes() for path in Path("stories").rglob("*") if path.is_file()}
    changed = {path.name for path in files | after if files.get(path) != after.get(path)}
    assert changed <= {NAME}


def test_a_run_that_was_killed_before_its_account_is_told_as_if_it_had_not_been(sources: Path) -> None:
    (sources / "a-again.txt").write_text((sources / "a.txt").read_text())
    go()
    account = Path("stories", "grouping.json")
    told = account.read_bytes()
    account.unlink()
    assert go() == 0
    assert account.read_bytes() == told
    assert b"in/wire.jsonl#1" in told


def test_what_a_killed_run_left_half_made_goes(sources: Path) -> None:
    Path("stories", ".divergence-new-1").mkdir(parents=True)
    assert go() == 0
    assert not Path("stories", ".divergence-new-1").exists()


def test_tomorrows_articles_join_yesterdays_stories(sources: Path) -> None:
    go()
    home = place_of("a.txt")
    for path in sources.iterdir():
        path.unlink()
    (sources / "d.txt").write_text(FERRY[2])
    (sources / "e.txt").write_text(CLOCKS.replace("opened", "has opened") + " The hall is open until May.")
    assert go() == 0
    assert sorted(p.name for p in home.iterdir()) == ["a.txt", "d.txt", "story.toml", "wire-1.txt"]
    together = place_of("c.txt")
    assert together.name != ".alone"
    assert sorted(p.name for p in together.iterdir()) == ["c.txt", "e.txt", "story.toml"]
    assert "c.txt" not in (Path("stories/.alone/story.toml").read_text())
    data = account(Path("stories"))
    (told,) = [a for articles in data["stories"].values() for a in articles if a["file"] == "wire-1.txt"]
    assert told["origin"] == "in/wire.jsonl#1"


def test_a_headline_of_any_length_and_kind_names_a_folder(sources: Path) -> None:
    for path in sources.iterdir():
        path.unlink()
    rows = [{"story": text, "title": "../" + "Fähre " * 9 + "x" * 900} for text in FERRY]
    (sources / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)))
    go()
    (folder,) = [path for path in Path("stories").iterdir() if path.is_dir()]
    assert folder.name == "fahre-fahre-fahre-fahre-fahre-fahre-fahre-fahre"
    rows = [{"story": text, "title": "x" * 900} for text in BUDGET]
    (sources / "wire.jsonl").write_text("\n".join(map(json.dumps, rows)))
    go()
    assert Path("stories", "x" * 100).is_dir()


def test_links_are_the_same_file(sources: Path) -> None:
    go("--link")
    assert os.path.samefile(place_of("a.txt") / "a.txt", sources / "a.txt")


def test_files_of_one_name_are_kept_apart(sources: Path) -> None:
    (sources / "more").mkdir()
    (sources / "more" / "a.txt").write_text(FERRY[2])
    go()
    assert sorted(p.name for p in place_of("a.txt").iterdir()) == ["a-2.txt", "a.txt", "story.toml", "wire-1.txt"]


def test_what_cannot_be_read_is_told_and_costs_nothing_else(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sources / "x.txt").write_bytes(bytes(range(256)) * 9)
    (sources / "y.jpg").write_bytes(b"x")
    assert go() == 3
    assert "in/x.txt is not a text file" in capsys.readouterr().err
    assert [n for n in account(Path("stories"))["notices"] if "y.jpg" in n]
    assert len(tree(Path("stories"))) == 3


def test_files_of_which_none_can_be_read_are_told_one_by_one(sources: Path) -> None:
    (sources / "bad").mkdir()
    for number in range(9):
        (sources / "bad" / f"x{number}.txt").write_bytes(bytes(range(256)) * 9)
    assert go() == 3
    told = account(Path("stories"))["notices"]
    assert all(any(f"x{number}.txt is not a text file" in line for line in told) for number in range(9))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["group", "in", "--out", "in/stories"], "lies in one of the sources"),
        (["group", "nowhere", "--out", "stories"], "There is no"),
    ],
)
def test_wrong_usage(sources: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    assert main(arguments) in (2, 3)
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("columns", ["text", "body=text", "text="])
def test_a_map_of_columns_that_is_none(sources: Path, columns: str) -> None:
    with pytest.raises(SystemExit):
        main(["group", "in", "--out", "stories", "--columns", columns])


def test_several_processes_give_the_same(sources: Path) -> None:
    go("--jobs", "1")
    main(["group", "in", "--out", "again", "--columns", "text=story", "--quiet", "--jobs", "2"])
    one, two = Path("stories/grouping.json").read_text(), Path("again/grouping.json").read_text()
    assert one == two


def test_stories_are_compared_in_the_same_run(sources: Path) -> None:
    assert go("--reports", "reports") == 0
    pages = sorted(path.parent.name for path in Path("reports").glob("*/report.html"))
    assert pages == sorted(tree(Path("stories")).keys() - {".alone"})
    assert (Path("reports") / "index.html").is_file()
    assert go("--reports", "reports") == 0
    done = (Path("reports") / ".divergence-done.jsonl").read_text().splitlines()
    assert len(done) == len(pages)  # the second run found them done


def test_nothing_but_lone_articles_is_no_failure_of_reports(sources: Path) -> None:
    for name in ("a.txt", "b.txt", "wire.jsonl"):
        (sources / name).unlink()
    assert go("--reports", "reports") == 0
    assert not Path("reports").exists()

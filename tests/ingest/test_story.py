"""Folders and files to stories: which files belong together, and what happens to those that cannot be read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from divergence.errors import InputError
from divergence.ingest.story import find_stories, load_story, read_story
from divergence.model.text import Story, siglum

ONE = b"Six boats sank off the cape on Monday, the coast guard said.\n\nNobody was hurt."
TWO = b"Seven boats sank off the cape on Monday.\n\nNobody was hurt, it is said."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    story = tmp_path / "boats"
    story.mkdir()
    (story / "b.txt").write_bytes(ONE)
    (story / "a.txt").write_bytes(TWO)
    return story


def codes(story: Story) -> list[str]:
    return [notice.code for notice in story.notices]


def test_a_folder_of_articles_is_one_story(folder: Path) -> None:
    story = load_story(folder)
    assert story.id == "boats"
    assert [(a.id, a.path) for a in story.articles] == [("A", "boats/a.txt"), ("B", "boats/b.txt")]
    assert story.articles[1].text == ONE.decode()
    assert len(story.articles[0].sha256) == 64


def test_several_files_are_one_story_in_any_order(folder: Path) -> None:
    files = [folder / "b.txt", folder / "a.txt"]
    assert load_story(files) == load_story(files[::-1]) == load_story(folder)


def test_a_file_given_twice_is_read_once(folder: Path) -> None:
    files = [folder / "a.txt", folder / "b.txt", folder / ".." / "boats" / "a.txt"]
    assert len(load_story(files).articles) == 2


def test_a_relative_path_gives_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = load_story(folder)
    monkeypatch.chdir(folder)
    assert load_story(".") == load_story("../boats/") == load_story(["a.txt", "b.txt"]) == whole


def test_a_folder_of_folders_is_many_stories(folder: Path) -> None:
    other = folder.parent / "ants"
    other.mkdir()
    (other / "x.md").write_bytes(b"# Ants\n\nTwelve ants.")
    (folder.parent / "empty").mkdir()
    assert [story.id for story in find_stories([folder.parent])] == ["ants", "boats"]
    with pytest.raises(InputError, match="2 stories"):
        load_story(folder.parent)


def test_articles_may_lie_in_a_folder_of_that_name(tmp_path: Path) -> None:
    articles = tmp_path / "boats" / "articles"
    articles.mkdir(parents=True)
    (articles / "a.txt").write_bytes(ONE)
    (tmp_path / "boats" / "story.toml").write_text('title = "Boats"\n[[article]]\nfile = "a.txt"\nsource = "Star"\n')
    for given in (articles, tmp_path / "boats", tmp_path):
        story = load_story(given)
        assert (story.id, story.title, story.articles[0].source) == ("boats", "Boats", "Star")
        assert story.articles[0].path == "boats/articles/a.txt"


def test_stated_metadata_comes_before_inferred(folder: Path) -> None:
    (folder / "c.txt").write_text("Boats sink\n\nMay 3, 2024\n\nSix boats sank.\n\nPublished in Star, May 4th, 2024")
    (folder / "story.toml").write_text('[[article]]\nfile = "c.txt"\nsource = "The Sun"\n')
    article = load_story(folder).articles[2]
    assert (article.source, article.title, article.published) == ("The Sun", "Boats sink", "2024-05-04")
    assert article.inferred == ("title", "published")


def test_what_was_inferred_is_said_once(folder: Path) -> None:
    (folder / "c.txt").write_text("Boats sink\n\nMay 3, 2024\n\nSix boats sank.")
    said = [notice.message for notice in load_story(folder).notices if notice.code == "metadata-inferred"]
    assert len(said) == 1
    assert "title, published of C" in said[0]


def test_an_entry_without_a_file_is_said(folder: Path) -> None:
    (folder / "story.toml").write_text('[[article]]\nfile = "../../etc/passwd"\nsource = "X"\n')
    assert codes(load_story(folder)) == ["story-file"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("c.txt", b"", "empty"),
        ("c.txt", b" \n\t\n", "empty"),
        ("c.txt", b"Advertisement\n\nShare this: Facebook Twitter", "empty"),
        ("c.txt", bytes(range(256)) * 20, "binary"),
        ("c.html", b"<html><body><script>x</script></body></html>", "extraction-empty"),
        ("c.md", b"x" * 400_000, "too-large"),
        ("c.jpg", b"\xff\xd8\xff", "unsupported-format"),
        ("README.md", b"About these articles.", "not-an-article"),
        ("c.txt", ONE, "duplicate"),
        ("c.txt", "“Six” boats".encode("cp1252"), "encoding-guessed"),
        ("c.txt", "Six b\u043eats".encode(), "hidden-characters"),
    ],
)
def test_what_is_wrong_with_one_file_is_said_and_costs_the_others_nothing(
    folder: Path, name: str, content: bytes, code: str
) -> None:
    before = load_story(folder).articles
    (folder / name).write_bytes(content)
    story = load_story(folder)
    assert codes(story) == [code]
    assert story.articles[:2] == before
    assert story.notices[0].message
    assert all(notice.path for notice in story.notices if notice.code == code)


def test_a_link_is_left_out(folder: Path) -> None:
    (folder / "c.txt").symlink_to("/etc/hostname")
    story = load_story(folder)
    assert codes(story) == ["symlink"]
    assert len(story.articles) == 2


def test_a_link_to_a_folder_of_stories_is_told_and_costs_the_others_nothing(folder: Path) -> None:
    (folder.parent / "zoo").symlink_to(folder)
    found = find_stories([folder.parent])
    assert [story.id for story in found] == ["boats", "zoo"]
    with pytest.raises(InputError, match="zoo is a symbolic link"):
        read_story(found[1])


def test_a_folder_that_is_a_link_is_refused(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    with pytest.raises(InputError, match="symbolic link"):
        load_story(folder.parent / "link")


def test_a_subfolder_with_articles_is_told(folder: Path) -> None:
    (folder / "later").mkdir()
    (folder / "later" / "c.txt").write_bytes(ONE)
    assert codes(load_story(folder)) == ["subfolder"]


@pytest.mark.parametrize("path", ["a\0b", "x" * 5_000, ""])
def test_impossible_paths_are_input_errors(path: str) -> None:
    with pytest.raises(InputError):
        load_story(Path(path) / "nowhere.txt")


def test_one_article_is_a_story_too(folder: Path) -> None:
    assert len(load_story(folder / "a.txt").articles) == 1


def test_hidden_files_and_folders_of_pages_are_passed_over(folder: Path) -> None:
    (folder / ".DS_Store").write_bytes(b"\0")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html").write_bytes(b"<p>Buy</p>")
    assert codes(load_story(folder)) == []


def test_errors_say_what_to_do(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(InputError, match=r"There is no .*nowhere.*check"):
        find_stories([tmp_path / "nowhere"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"No article in .*\.txt"):
        find_stories([tmp_path / "empty"])
    with pytest.raises(InputError, match="No path"):
        find_stories([])
    (tmp_path / "empty" / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match=r"empty/a\.txt holds no text"):
        load_story(tmp_path / "empty")


def test_any_file_is_an_article_or_a_notice(tmp_path: Path) -> None:
    source = random.Random(4)
    for number in range(40):
        folder = tmp_path / str(number)
        folder.mkdir()
        for ending in (".txt", ".md", ".html"):
            size = source.choice((0, 3, 300))
            start = source.choice((b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"---\n", b"Text. "))
            (folder / f"a{ending}").write_bytes(start + source.randbytes(size))
        (folder / "z.txt").write_bytes(ONE)
        story = read_story(find_stories([folder])[0])
        read = {article.path for article in story.articles}
        lost = {notice.path for notice in story.notices}
        assert read | lost >= {f"{number}/a{ending}" for ending in (".txt", ".md", ".html")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"not toml", r"boats/story\.toml is not valid TOML"),
        (b"titel = 'Boats'", r"boats/story\.toml has the unknown key 'titel'; the known keys are title, article"),
        (
            b"[[article]]\nfile = 'a.txt'\noutlet = 'X'",
            r"the unknown key 'outlet'; the known keys are file, source, title",
        ),
        (b"[[article]]\nfile = 'a.txt'\npublished = 'soon'", "not a date"),
        (b"n = " + 5_000 * b"9", "not valid TOML"),
        (b"\xff", "not valid TOML"),
    ],
)
def test_a_fault_of_the_story_file_is_an_error_that_names_it(folder: Path, content: bytes, said: str) -> None:
    (folder / "story.toml").write_bytes(content)
    with pytest.raises(InputError, match=said):
        load_story(folder)


def test_a_story_file_that_is_a_link_is_an_error(folder: Path) -> None:
    (folder / "story.toml").symlink_to("/etc/hostname")
    with pytest.raises(InputError, match=r"story\.toml is a symbolic link"):
        load_story(folder)


@pytest.mark.parametrize(("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_sigla(number: int, letters: str) -> None:
    assert siglum(number) == letters


def test_a_folder_may_hold_articles_and_stories(folder: Path) -> None:
    (folder / "2025" / "ants").mkdir(parents=True)
    (folder / "2025" / "ants" / "x.md").write_bytes(b"# Ants\n\nTwelve ants.")
    (folder / "page_files").mkdir()
    (folder / "page_files" / "ad.html").write_bytes(b"<p>Buy</p>")
    assert [story.id for story in find_stories([folder])] == ["boats", "ants"]
    assert load_story(folder).id == "boats"


def test_stories_of_one_folder_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("2030/flood", "2031/flood", "2031/fire"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "a.txt").write_text("Rain fell for three days.\n")
    assert [story.id for story in find_stories([tmp_path])] == ["2030-flood", "fire", "2031-flood"]
    assert [story.id for story in find_stories([tmp_path / "2030"])] == ["flood"]

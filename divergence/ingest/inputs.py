"""Which files belong to one story: a folder of articles, several files, or a folder of story folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from divergence.errors import InputError
from divergence.ingest.files import printable
from divergence.ingest.readers import READERS, reader_for
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.model.text import Notice

ARTICLES = "articles"
"""A subfolder of this name holds the articles of the story folder around it."""
NO_ARTICLE = "articles are text, Markdown or HTML files; save it as one of these"
NOT_ARTICLES = ("readme", "license", "licence", "notes")
"""Stems of files that people keep beside articles."""


@dataclass(frozen=True, slots=True)
class StoryInput:
    """The files of one story, before any of them is opened."""

    id: str
    folder: Path
    """The folder that gives the story its name."""
    base: Path
    """Its parent: what the articles' paths are told from."""
    files: tuple[Path, ...]
    notices: tuple[Notice, ...] = ()


def find_stories(paths: Iterable[Path | str]) -> tuple[StoryInput, ...]:
    """The stories among these paths: a folder of articles, several files, or a folder of story folders.

    Raises InputError for a path that does not exist and for a folder without articles.
    """
    given = sorted({Path(os.path.normpath(path)) for path in paths})
    missing = [path for path in given if not path.exists() and not path.is_symlink()]
    if missing:
        raise InputError(
            f"There is no {printable(missing[0])!r}: check the spelling, or give the folder of the articles."
        )
    folders = [path for path in given if path.is_dir() and not path.is_symlink()]
    files = [path for path in given if path not in folders]
    stories = [_story_of_files(files)] if files else []
    for folder in folders:
        stories += _stories_in(folder)
    if not stories:
        raise InputError("No path was given: name a folder of articles, or several files.")
    return tuple(stories)


def _story_of_files(files: Sequence[Path]) -> StoryInput:
    """The story that several files make, named after the folder they share."""
    whole = [Path(os.path.abspath(file)) for file in files]
    folder = Path(os.path.commonpath([file.parent for file in whole]))
    return _story(folder, tuple(whole), ())


def _stories_in(folder: Path) -> list[StoryInput]:
    """The story whose articles lie in a folder, else the stories of its subfolders."""
    whole = Path(os.path.abspath(folder))
    story = _folder_story(whole)
    if story is not None:
        return [story]
    stories = [story for child in _subfolders(whole) if (story := _folder_story(child))]
    if not stories:
        endings = ", ".join(ending for reader in READERS for ending in reader.extensions)
        raise InputError(f"No article in {printable(folder)!r}: articles are files ending in {endings}.")
    return stories


def _subfolders(folder: Path) -> list[Path]:
    """A folder's own folders, by name; a link to one is none."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    return [folder / e.name for e in entries if e.is_dir(follow_symlinks=False) and not e.name.startswith(".")]


def _folder_story(folder: Path) -> StoryInput | None:
    """The story of a folder's own files, or of its ``articles`` subfolder; None where there is no article."""
    files, notices = _listed(folder)
    nested = folder / ARTICLES
    if not files and nested.is_dir() and not nested.is_symlink():
        files, notices = _listed(nested)
    unreadable = any(notice.code == "unreadable" for notice in notices)
    return _story(folder, files, notices) if files or unreadable else None


def _story(folder: Path, files: tuple[Path, ...], notices: tuple[Notice, ...]) -> StoryInput:
    home = folder.parent if folder.name == ARTICLES and folder.parent.name else folder
    return StoryInput(printable(home.name) or "story", home, home.parent, files, notices)


def _listed(folder: Path) -> tuple[tuple[Path, ...], tuple[Notice, ...]]:
    """A folder's article files, by name, and notices on the files that are none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"could not be read ({error.strerror or type(error).__name__})."
        return (), (Notice("unreadable", f"{printable(folder.name)} {message}", path=printable(folder.name)),)
    files: list[Path] = []
    notices: list[Notice] = []
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or entry.name == STORY_FILE or entry.is_dir(follow_symlinks=False):
            continue
        if reader_for(path) is None:
            notices.append(_left_out("unsupported-format", path, NO_ARTICLE))
        elif path.stem.lower() in NOT_ARTICLES:
            notices.append(_left_out("not-an-article", path, "files of this name describe a folder"))
        else:
            files.append(path)
    return tuple(files), tuple(notices)


def _left_out(code: str, path: Path, reason: str) -> Notice:
    name = printable(Path(path.parent.name) / path.name)
    return Notice(code, f"{name} was left out: {reason}.", path=name)

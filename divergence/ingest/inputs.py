"""Which files belong to one story: a folder of articles, several files, or a folder of story folders.

A folder may hold articles and story folders: all are stories, so that one stray file hides none of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from divergence.errors import InputError
from divergence.ingest.files import printable
from divergence.ingest.readers import READERS, reader_for
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.model.text import Notice

ARTICLES = "articles"
"""A subfolder of this name holds the articles of the story folder around it."""
KINDS = "text, Markdown, HTML, Word, PDF, mail, feed, JSON Lines, CSV, Parquet or web archive files"
NO_ARTICLE = f"articles are {KINDS}; save it as one of these"
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
    missing = [path for path in given if not os.path.lexists(path)]
    if missing:
        raise InputError(
            f"There is no {printable(missing[0])!r}: check the spelling, or give the folder of the articles."
        )
    folders = [path for path in given if _is_folder(path)]
    files = [path for path in given if path not in folders]
    stories = [_story_of_files(files)] if files else []
    for folder in folders:
        stories += _stories_in(folder)
    if not stories:
        raise InputError("No path was given: name a folder of articles, or several files.")
    return tuple(_told_apart(stories))


def _told_apart(stories: Sequence[StoryInput]) -> Iterator[StoryInput]:
    """The stories, those of one name called by the folders around them too: ``2030-flood``, ``2031-flood``."""
    for story in stories:
        alike = [other.folder for other in stories if other.id == story.id]
        around = story.folder.relative_to(os.path.commonpath(alike)) if len(set(alike)) > 1 else None
        yield replace(story, id=printable("-".join(around.parts))) if around else story


def _story_of_files(files: Sequence[Path]) -> StoryInput:
    """The story that several files make, named after the folder they share."""
    whole = [Path(os.path.abspath(file)) for file in files]
    folder = Path(os.path.commonpath([file.parent for file in whole]))
    return _story(folder, tuple(whole), ())


def _stories_in(folder: Path) -> list[StoryInput]:
    """The stories in a folder and below it: each folder that holds articles is one, at whatever depth."""
    whole = Path(os.path.abspath(folder))
    stories = []
    for place in [whole, *_folders_below(whole)]:
        own = place.name == ARTICLES and place != whole
        story = None if own and _is_home(place.parent) else _folder_story(place)
        stories += [story] if story is not None else []
    if not stories:
        endings = ", ".join(ending for reader in READERS for ending in reader.extensions)
        raise InputError(f"No article in {printable(folder)!r}: articles are files ending in {endings}.")
    return stories


def _folders_below(top: Path) -> list[Path]:
    """The folders below one, links among them, by path; what a browser saves with a page is none of them."""
    found = []
    for place, names, _ in os.walk(top):
        names[:] = [name for name in names if not name.startswith(".") and not _of_a_page(Path(place, name))]
        found += [Path(place, name) for name in names]
    return sorted(found)


def _of_a_page(folder: Path) -> bool:
    """Whether a folder is what a browser saves with a page."""
    return folder.stem.endswith("_files") or folder.suffix == ".files"


def _is_home(folder: Path) -> bool:
    """Whether the story of a folder is that of its ``articles`` subfolder, having no article of its own."""
    return not _listed(folder)[0]


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder itself, not a link to one."""
    return os.path.isdir(path) and not os.path.islink(path)


def _folder_story(folder: Path) -> StoryInput | None:
    """The story of a folder's own files, or of its ``articles`` subfolder; None where there is no article."""
    files, notices = _listed(folder)
    if not files and _is_folder(folder / ARTICLES):
        files, notices = _listed(folder / ARTICLES)
    lost = any(notice.code in ("unreadable", "symlink") for notice in notices)
    return _story(folder, files, notices) if files or lost else None


def _story(folder: Path, files: tuple[Path, ...], notices: tuple[Notice, ...]) -> StoryInput:
    home = folder.parent if folder.name == ARTICLES and folder.parent.name else folder
    return StoryInput(printable(home.name) or "story", home, home.parent, files, notices)


def _listed(folder: Path) -> tuple[tuple[Path, ...], tuple[Notice, ...]]:
    """A folder's article files, by name, and notices on the files that are none."""
    if os.path.islink(folder):
        message = "is a symbolic link, which is not followed; give the folder it points to."
        return (), (Notice("symlink", f"{printable(folder.name)} {message}", path=printable(folder.name)),)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        message = f"could not be read ({error.strerror or type(error).__name__})."
        return (), (Notice("unreadable", f"{printable(folder.name)} {message}", path=printable(folder.name)),)
    paths = [folder / entry.name for entry in entries if not entry.name.startswith(".") and entry.name != STORY_FILE]
    judged = [(path, _objection(path)) for path in paths]
    files = tuple(path for path, objection in judged if objection is None and not _is_folder(path))
    return files, tuple(_left_out(*objection, path) for path, objection in judged if objection)


def _objection(path: Path) -> tuple[str, str] | None:
    """Code and reason of what in a folder of articles is no article and should be told; None for the rest."""
    if _is_folder(path):
        holds = not _of_a_page(path) and _holds_articles(path)
        return ("subfolder", "a folder in a story's folder is a story of its own") if holds else None
    if reader_for(path) is None:
        return "unsupported-format", NO_ARTICLE
    if path.stem.lower() in NOT_ARTICLES:
        return "not-an-article", "files of this name describe a folder"
    return None


def _holds_articles(folder: Path) -> bool:
    """Whether a subfolder has files that could be articles. What a browser saves with a page is passed over."""
    try:
        return any(reader_for(Path(name)) for name in os.listdir(folder))
    except OSError:
        return False


def _left_out(code: str, reason: str, path: Path) -> Notice:
    name = printable(Path(path.parent.name) / path.name)
    return Notice(code, f"{name} was left out: {reason}.", path=name)

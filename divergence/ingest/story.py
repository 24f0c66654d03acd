"""Folders and files to stories: which files belong together, what each one says, and what is known about it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from divergence.errors import InputError
from divergence.ingest.document import Document, Metadata
from divergence.ingest.files import printable, read_file
from divergence.ingest.hidden import hidden_characters
from divergence.ingest.metadata import metadata_in
from divergence.ingest.noise import mask
from divergence.ingest.readers import READERS, reader_for
from divergence.ingest.story_file import LARGEST as LARGEST_STORY_FILE
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.ingest.story_file import StoryFile, parse_story_file
from divergence.model.text import Article, Notice, Story

ARTICLES = "articles"
"""A subfolder of this name holds the articles of the story folder around it."""
NOT_ARTICLES = ("readme", "license", "licence", "notes")
"""Stems of files that people keep beside articles."""

LOST = frozenset(
    {"unreadable", "empty", "binary", "too-large", "symlink", "outside-root", "not-a-file", "extraction-empty"}
)
"""Codes of the notices that mean: this file was given and is not part of the comparison."""


@dataclass(frozen=True, slots=True)
class StoryInput:
    """The files of one story, before any of them is opened."""

    id: str
    folder: Path
    """Where ``story.toml`` is looked for."""
    base: Path
    """What the articles' paths are relative to."""
    files: tuple[Path, ...]
    notices: tuple[Notice, ...] = ()


def load_story(paths: Path | str | Sequence[Path | str], root: Path | None = None) -> Story:
    """Read one story: a folder of articles, or several files.

    A file that cannot be read is a notice of the story. Raises InputError where there is no such path,
    no readable article, or more than one story. With ``root``, nothing outside that folder is opened.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    stories = find_stories(given)
    if len(stories) > 1:
        names = ", ".join(story.id for story in stories[:5])
        raise InputError(
            f"These are {len(stories)} stories ({names} …), not one: give one story's folder or its files."
        )
    return read_story(stories[0], root)


def find_stories(paths: Iterable[Path | str]) -> tuple[StoryInput, ...]:
    """The stories among these paths: a folder of articles, several files, or a folder of story folders.

    Raises InputError for a path that does not exist and for a folder without articles.
    """
    given = sorted({Path(path) for path in paths})
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
    children = [
        Path(entry) for entry in sorted(os.scandir(whole), key=lambda e: e.name) if entry.is_dir(follow_symlinks=False)
    ]
    stories = [story for child in children if (story := _folder_story(child))]
    if not stories:
        endings = ", ".join(ending for reader in READERS for ending in reader.extensions)
        raise InputError(f"No article in {printable(folder)!r}: articles are files ending in {endings}.")
    return stories


def _folder_story(folder: Path) -> StoryInput | None:
    """The story of a folder's own files, or of its ``articles`` subfolder."""
    nested = folder / ARTICLES
    if nested.is_dir() and not nested.is_symlink() and not _listed(folder)[0]:
        folder = nested
    files, notices = _listed(folder)
    return _story(folder, files, notices) if files else None


def _story(folder: Path, files: tuple[Path, ...], notices: tuple[Notice, ...]) -> StoryInput:
    home = folder.parent if folder.name == ARTICLES and folder.parent.name else folder
    return StoryInput(printable(home.name) or "story", folder, home.parent, files, notices)


def _listed(folder: Path) -> tuple[tuple[Path, ...], tuple[Notice, ...]]:
    """A folder's article files, by name, and notices on the files that are none."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise InputError(f"{printable(folder)!r} could not be read ({error.strerror}).") from error
    files: list[Path] = []
    notices: list[Notice] = []
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith(".") or entry.name == STORY_FILE or entry.is_dir(follow_symlinks=False):
            continue
        if reader_for(path) is None:
            message = "was left out: its ending is none of an article."
            notices.append(Notice("unsupported-format", message, path=printable(Path(folder.name) / entry.name)))
        elif PurePath(entry.name).stem.lower() in NOT_ARTICLES:
            message = "was left out: files of this name describe a folder."
            notices.append(Notice("not-an-article", message, path=printable(Path(folder.name) / entry.name)))
        else:
            files.append(path)
    return tuple(files), tuple(notices)


def read_story(story: StoryInput, root: Path | None = None) -> Story:
    """Read the files of one story. Raises InputError where none of them can be read."""
    stated = _read_story_file(story.folder, root)
    notices = [*story.notices, *stated.notices]
    read: list[tuple[str, Path, bytes, Document]] = []
    for path in sorted(story.files):
        name = printable(os.path.relpath(path, story.base))
        result = _read_article(path, root)
        if isinstance(result, Notice):
            notices.append(replace(result, path=name, message=f"{name} {result.message}"))
        else:
            read.append((name, path, *result))
    if not read:
        reasons = " ".join(notice.message for notice in notices[:5])
        raise InputError(f"No article could be read in {story.id!r}. {reasons}")
    read.sort(key=lambda item: item[0])
    articles: list[Article] = []
    for number, (name, path, data, document) in enumerate(read):
        entry = stated.articles.get(printable(os.path.relpath(path, story.folder)), Metadata())
        article = _article(siglum(number), name, data, document, entry)
        articles.append(replace(article, reader=_reader_name(path)))
        notices += [replace(n, article=article.id, path=name, message=f"{name} {n.message}") for n in document.notices]
    notices += _unmatched(stated, story)
    notices += _doubles(articles)
    notices += _about_metadata(articles)
    return Story(story.id, stated.title, tuple(articles), tuple(notices))


def _read_story_file(folder: Path, root: Path | None) -> StoryFile:
    path = folder / STORY_FILE
    if not path.exists() and not path.is_symlink():
        return StoryFile()
    data = read_file(path, root, LARGEST_STORY_FILE)
    parsed = StoryFile(notices=(data,)) if isinstance(data, Notice) else parse_story_file(data)
    name = printable(Path(folder.name) / STORY_FILE)
    notices = tuple(Notice("story-file", f"{name} {notice.message}", path=name) for notice in parsed.notices)
    return replace(parsed, notices=notices)


def _read_article(path: Path, root: Path | None) -> tuple[bytes, Document] | Notice:
    """A file's bytes and what its reader makes of them, or why it is no article."""
    reader = reader_for(path)
    if reader is None:
        return Notice("unsupported-format", "was left out: its ending is none of an article.")
    data = read_file(path, root)
    if isinstance(data, Notice):
        return data
    document = reader.read(data)
    if not document.paragraphs:
        lost = [notice for notice in document.notices if notice.code in LOST]
        return lost[0] if lost else Notice("empty", "holds no text.")
    return data, _with_hidden(document)


def _with_hidden(document: Document) -> Document:
    hidden = hidden_characters(document.text)
    return document.with_notice("hidden-characters", hidden) if hidden else document


def _reader_name(path: Path) -> str:
    reader = reader_for(path)
    return reader.name if reader else ""


def _article(id: str, name: str, data: bytes, document: Document, entry: Metadata) -> Article:
    """An article with all that is known about it, the more trusted source of each field first."""
    stated = entry.filled_from(document.stated)
    inferred = document.inferred.filled_from(metadata_in(document.text, document.paragraphs))
    known = stated.filled_from(inferred)
    return Article(
        id=id,
        path=name,
        text=document.text,
        paragraphs=document.paragraphs,
        masked=mask(document.text, document.paragraphs),
        source=known.source,
        title=known.title,
        published=known.published,
        url=known.url,
        sha256=hashlib.sha256(data).hexdigest(),
        inferred=stated.missing(inferred),
    )


def siglum(number: int) -> str:
    """The letter or letters by which a report calls the article of this number, from 0: A … Z, AA, AB …"""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _unmatched(stated: StoryFile, story: StoryInput) -> list[Notice]:
    names = {printable(os.path.relpath(path, story.folder)) for path in story.files}
    return [
        Notice("story-file", f"{STORY_FILE} names {name[:80]!r}, which is not among the articles.")
        for name in stated.articles
        if name not in names
    ]


def _doubles(articles: Sequence[Article]) -> list[Notice]:
    first: dict[str, Article] = {}
    notices = []
    for article in articles:
        if article.sha256 in first:
            same = first[article.sha256]
            message = f"{article.path} is the same file as {same.path}, byte for byte: it confirms nothing."
            notices.append(Notice("duplicate", message, article.id, article.path))
        first.setdefault(article.sha256, article)
    return notices


def _about_metadata(articles: Sequence[Article]) -> list[Notice]:
    """What was inferred, and which articles have no date to resolve weekdays against."""
    notices = []
    inferred = [f"{', '.join(article.inferred)} of {article.id}" for article in articles if article.inferred]
    if inferred:
        message = f"Taken from the text itself: {'; '.join(inferred)}. State them in {STORY_FILE} to be sure."
        notices.append(Notice("metadata-inferred", message))
    undated = [article.id for article in articles if not article.published]
    if undated:
        message = (
            f"No publication date is known for {', '.join(undated)}: “Sunday” or “last week” stay unresolved there."
        )
        notices.append(Notice("date-missing", message))
    return notices

"""Folders and files to stories: which files belong together, what each one says, and what is known about it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from divergence.errors import InputError
from divergence.ingest.document import Metadata
from divergence.ingest.each import Each, GivenUp, in_order
from divergence.ingest.files import printable, read_file
from divergence.ingest.inputs import StoryInput, find_stories
from divergence.ingest.notices import about_metadata, doubles, unmatched
from divergence.ingest.opened import MOST_TOGETHER, Opening, ReadArticle, named
from divergence.ingest.story_file import LARGEST as LARGEST_STORY_FILE
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.ingest.story_file import StoryFile, parse_story_file
from divergence.model.text import Article, Notice, Story, siglum

__all__ = ["StoryInput", "find_stories", "load_story", "read_story"]

MOST_FAULTS = 5
"""Faults of a story's own file that are told."""


def load_story(paths: Path | str | Sequence[Path | str], root: Path | None = None, *, each: Each = in_order) -> Story:
    """Read one story: a folder of articles, or several files.

    A file that cannot be read becomes a notice of the story. Raises InputError if there is no such path,
    no readable article, or more than one story. With ``root``, nothing outside that folder is opened; ``each``
    may end the reading of a file that takes too much.
    """
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    stories = find_stories(given)
    own = [story for story in stories if len(given) == 1 and story.folder == Path(os.path.abspath(given[0]))]
    if len(stories) > 1 and own:  # the folder's own articles; a notice names the folders in it that are other stories
        return read_story(own[0], root, each=each)
    if len(stories) > 1:
        names = ", ".join(story.id for story in stories[:5])
        raise InputError(
            f"These are {len(stories)} stories ({names} …), not one: give one story's folder or its files."
        )
    return read_story(stories[0], root, each=each)


def read_story(
    story: StoryInput,
    root: Path | None = None,
    most: int = MOST_TOGETHER,
    columns: Mapping[str, str] = MappingProxyType({}),
    each: Each = in_order,
) -> Story:
    """Read the files of one story. Raises InputError where none of them can be read, or its own file is at fault.

    What the rest means ``read_files`` tells.
    """
    read = read_files(story, root, most, columns, each)
    if not read.articles:
        reasons = " ".join(notice.message for notice in read.notices[:5])
        raise InputError(f"No article could be read in {story.id!r}. {reasons}")
    return read


def read_files(
    story: StoryInput, root: Path | None, most: int, columns: Mapping[str, str], each: Each = in_order
) -> Story:
    """Read the files of one story, of which there may be none that can be read; each has its notice.

    Of a file that holds more than ``most`` articles the first ones are read, and a notice tells it. ``columns`` names
    those of tables, where the story's own file does not. ``each`` may end the reading of a file that takes too much.
    """
    stated = _read_story_file(story, root)
    notices = [*story.notices]
    read: list[tuple[str, Path, ReadArticle]] = []
    opening = Opening(root, {**columns, **stated.columns}, most)
    for path, opened in zip(story.files, each(opening, story.files), strict=True):
        name = printable(os.path.relpath(path, story.base))
        if isinstance(opened, GivenUp):
            notices.append(Notice("unreadable", f"{name} could not be read: {opened.why}.", path=name))
            continue
        read += [(name, path, one) for one in opened.articles]
        notices += opened.told(name)
    articles = []
    for number, (name, path, one) in enumerate(sorted(read, key=lambda found: (found[0], found[2].part))):
        articles.append(_article(siglum(number), name, one, stated.entry(path, story.folder, one.part)))
        notices += [replace(named(n, name, one.part), article=articles[-1].id) for n in one.document.notices]
    notices += unmatched(stated, story)
    notices += doubles(articles)
    notices += about_metadata(articles)
    return Story(story.id, stated.title, tuple(articles), tuple(notices))


def _read_story_file(story: StoryInput, root: Path | None) -> StoryFile:
    """The story's own file: beside the articles, else in the story's folder; empty where there is none.

    Raises InputError for one with a fault: what it states would silently not hold.
    """
    folders = sorted({path.parent for path in story.files} | {story.folder}, key=lambda f: (-len(f.parts), f))
    found = [folder / STORY_FILE for folder in folders if os.path.lexists(folder / STORY_FILE)]
    if not found:
        return StoryFile()
    data = read_file(found[0], root, LARGEST_STORY_FILE)
    parsed = StoryFile(faults=(data.message,)) if isinstance(data, Notice) else parse_story_file(data)
    if parsed.faults:
        name = printable(os.path.relpath(found[0], story.base))
        more = f" And {len(parsed.faults) - MOST_FAULTS} more." if len(parsed.faults) > MOST_FAULTS else ""
        raise InputError(" ".join(f"{name} {fault}" for fault in parsed.faults[:MOST_FAULTS]) + more)
    return parsed


def _article(id: str, name: str, read: ReadArticle, entry: Metadata) -> Article:
    """An article with all that is known about it, the more trusted source of each field first."""
    document = read.document
    stated = entry.filled_from(document.stated)
    known = stated.filled_from(document.inferred)
    return Article(
        id=id,
        path=name,
        text=document.text,
        paragraphs=document.paragraphs,
        masked=read.masked,
        source=known.source,
        title=known.title,
        published=known.published,
        url=known.url,
        sha256=read.sha256,
        reader=read.reader,
        inferred=stated.missing(document.inferred),
        part=read.part,
        pages=document.pages,
    )

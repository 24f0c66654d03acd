"""Whether a check compared every file that a change brings; what it did not compare is told and fails the check.

A branch could otherwise keep an article from being compared by its name (``README.txt``), its ending or its place, or
by taking away the articles that it would disagree with.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from divergence.ingest.files import printable
from divergence.ingest.inputs import KINDS, StoryInput
from divergence.ingest.story_file import NAME as STORY_FILE
from divergence.model.text import Notice, Story
from divergence.review.settings import FILES, Settings

_OF_GIT = (".gitignore", ".gitattributes", ".gitkeep", ".gitmodules")


def uncompared(
    changed: Iterable[Path], inputs: Iterable[StoryInput], settings: Settings, root: Path
) -> tuple[Notice, ...]:
    """A notice on each new or changed file under the checked paths that is in none of the stories."""
    tops = [whole(Path(path)) for path in settings.paths]
    known = {whole(file) for found in inputs for file in found.files}
    own = {whole(Path(name)) for name in (*FILES, settings.accepted, settings.baseline) if name}
    left = [
        path
        for path in changed
        if os.path.lexists(path)
        and any(path.is_relative_to(top) for top in tops)
        and path not in known | own
        and not _beside_articles(path)
    ]
    return tuple(_not_compared(path, root) for path in sorted(left))


def whole(path: Path) -> Path:
    """An absolute path without links above its last part, which may be one."""
    plain = Path(os.path.normpath(Path.cwd() / path))
    return plain.parent.resolve() / plain.name


def _beside_articles(path: Path) -> bool:
    """Whether a file has its own use beside articles: the story's file, git's own, and the parts of a saved page."""
    return path.name in (STORY_FILE, *_OF_GIT) or any(map(_of_a_saved_page, path.parents))


def _of_a_saved_page(folder: Path) -> bool:
    """Whether a folder holds what a browser saved with the page of the same name beside it."""
    stem = folder.name.removesuffix("_files").removesuffix(".files")
    return stem != folder.name and any((folder.parent / f"{stem}{end}").is_file() for end in (".html", ".htm"))


def _not_compared(path: Path, root: Path) -> Notice:
    name = printable(path.relative_to(root) if path.is_relative_to(root) else path)
    why = f"is new or changed and was not compared: articles are {KINDS}, not hidden and not a README."
    return Notice(
        "not-compared", f"{name} {why} Save it in one of these formats, or move it out of the checked paths.", path=name
    )


def removed(story: Story, before: Story | None) -> tuple[Notice, ...]:
    """Notices on articles that a change takes away from the story to which it adds others.

    What the new articles say differently from those could not be seen. An article that moved is not gone.
    """
    if before is None:
        return ()
    texts = {article.sha256 for article in story.articles}
    paths = {article.path for article in story.articles}
    added = paths - {article.path for article in before.articles}
    brought = [a for a in story.articles if a.path in added and a.sha256 not in {b.sha256 for b in before.articles}]
    gone = [a.path for a in before.articles if a.path not in paths and a.sha256 not in texts]
    return tuple(_removed(path) for path in gone) if brought else ()


def _removed(path: str) -> Notice:
    why = "was taken away by the change that brings other articles, so these were not compared with it."
    return Notice("removed", f"{path} {why}", path=path)


def same_place(inputs: Sequence[StoryInput], folder: Path, articles: Path) -> StoryInput | None:
    """The story of a folder, among those found in an earlier state of it."""
    return next((found for found in inputs if found.folder == folder and place(found) == articles), None)


def place(found: StoryInput) -> Path:
    """The folder in which a story's articles lie."""
    return found.files[0].parent if found.files else found.folder

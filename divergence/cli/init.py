"""``divergence init``: a story's own file, begun with what its articles tell of themselves."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from divergence.cli.apart import files_apart
from divergence.cli.command import Command
from divergence.cli.console import Console
from divergence.cli.exits import FINE, UNREAD, read_status
from divergence.cli.files import create_file
from divergence.errors import InputError, UsageError
from divergence.ingest.files import printable
from divergence.review.decisions import toml_string

if TYPE_CHECKING:
    from divergence.ingest.story import StoryInput
    from divergence.model.text import Article

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEADER = """\
# What is known about the articles of this story. It overrules what the files say.
# A line that begins with # does not count yet: fill it in or check it, then take the # away.
"""
_FIELDS = ("source", "title", "published", "url")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="a story's folder, or a folder of such folders")


def draft(title: str, named: Iterable[tuple[str, Article]]) -> str:
    """The text of a new story file. Only what the files state counts at once, so that no report changes by it."""
    blocks = [_HEADER, f"# title = {toml_string(title)}\n"]
    return "\n".join([*blocks, *(article_block(name, article) for name, article in named)])


def article_block(name: str, article: Article) -> str:
    """The table of one article: what it states as it stands, what was only read from its text as a comment."""
    lines = ["[[article]]", f"file = {toml_string(name)}"]
    for field in _FIELDS:
        value: str = getattr(article, field) or ""
        told = value if field == "published" and _DAY.fullmatch(value) else toml_string(value)
        if value and field not in article.inferred:
            lines.append(f"{field} = {told}")
        else:
            lines.append(f"# {field} = {told}" + ("  # taken from the text: check it" if value else ""))
    return "\n".join(lines) + "\n"


def _begin(found: StoryInput, console: Console) -> int:
    """Write one story's file; the status of the reading. Raises InputError where one is there already."""
    from divergence.ingest.story import read_story
    from divergence.ingest.story_file import NAME, names_of
    from divergence.model.comparison import Comparison
    from divergence.report.page.title import name_story

    for folder in sorted({found.folder, *(path.parent for path in found.files)}):
        if os.path.lexists(folder / NAME):
            raise InputError(f"{folder / NAME} already exists and was left as it is.")
    story = read_story(found, each=files_apart)
    names = {printable(os.path.relpath(path, found.base)): names_of(path, found.folder)[0] for path in found.files}
    named = [(names[a.path] + (f"#{a.part}" if a.part else ""), a) for a in story.articles]
    title = name_story(Comparison(story, (), (), (), (), (), ()))
    create_file(found.folder / NAME, draft(title, named).encode())
    console.say(f"{found.folder / NAME}: {'1 article' if len(named) == 1 else f'{len(named)} articles'}")
    return read_status(story.notices, console)


def _run(args: Namespace, console: Console) -> int:
    from divergence.ingest.story import find_stories

    for folder in args.folders:
        if os.path.lexists(folder) and not os.path.isdir(folder):
            raise UsageError(f"{folder} is not a folder: a story file goes in the folder of its articles.")
    status = FINE
    for found in find_stories(args.folders):
        try:
            read = _begin(found, console)
        except InputError as error:
            console.note(str(error))
            read = UNREAD
        status = max(status, read)
    return status


COMMAND = Command(
    "init",
    "start the file that gives a story's title and sources",
    """\
Write a story.toml into the folder of a story: for each article its source, title, date and
address as found, and blanks for the rest. What was only inferred from the text is written as
a comment for you to check; until you change the file, every report stays the same. An
existing story.toml is never changed.""",
    """\
examples:
  divergence init input/flood        one story
  divergence init input              each story that has none yet""",
    _add_arguments,
    _run,
)
